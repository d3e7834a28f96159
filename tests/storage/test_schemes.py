"""A project's label scheme: versions that stay, and decisions that keep their meaning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.labels import Slot
from model.schemes import BadScheme, Label, default
from storage.checking import check
from storage.errors import ProjectReadOnly
from storage.project import Project
from tests.scheme_changes import changed
from tests.storage.stored_reports import add_report

COMMITMENT = Label("commitment", "Commitment", "A State says what it will do.", color="#AA3377", key="9")


def with_commitment(scheme):
    roles = (*scheme.labels[Slot.ROLE], COMMITMENT)
    return replace(scheme, labels={**scheme.labels, Slot.ROLE: roles})


def test_each_change_is_a_version_and_the_old_ones_stay(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path, "Ann") as project:
        ann = project.person("Ann")
        assert project.scheme() == default()
        first = project.save_scheme(with_commitment(default()), ann).result()
        second = changed(first, Slot.ROLE, "commitment", name="Pledge", retired=True)
        project.save_scheme(second, ann).result()
    with Project.open(path) as project:
        assert project.scheme().version == 2
        assert project.scheme().label(Slot.ROLE, "commitment").name == "Pledge"
        assert [(v.scheme.version, v.by) for v in project.scheme_versions()] == [(2, "Ann"), (1, "Ann")]
        assert project.scheme_versions()[1].scheme.label(Slot.ROLE, "commitment") == COMMITMENT


def test_a_role_of_ones_own_is_a_value_like_others(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path, "Ann") as project:
        ann, review = project.person("Ann"), add_report(project)
        node = list(review.outline)[2]
        edit = editing.label(review, ann, [node.id], Slot.ROLE, "commitment")
        project.apply(edit, review.document.id, ann).result()
        assert any("role is not one that Paraph knows" in line for line in check(path))
        project.save_scheme(with_commitment(default()), ann).result()
        assert check(path) == []
        again = project.review(review.document.id)
        assert again.shown(node.id, Slot.ROLE, ann.id).value == "commitment"


def test_what_would_take_a_meaning_away_is_refused(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        ann = project.person("Ann")
        project.save_scheme(with_commitment(default()), ann).result()
        with pytest.raises(BadScheme, match="cannot be deleted"):
            project.save_scheme(default(), ann).result()
        assert project.scheme().version == 1


def test_a_project_for_reading_keeps_its_scheme(tmp_path):
    Project.create(tmp_path / "p.paraph", "Ann").close()
    with Project.open(tmp_path / "p.paraph", read_only=True) as project:
        assert project.scheme() == default()
        with pytest.raises(ProjectReadOnly):
            project.save_scheme(with_commitment(default()), project.reviewers()[0])
