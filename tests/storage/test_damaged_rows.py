"""A row that stands for nothing is damage of the file, told in a line that names it, and no fault of ours."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from model.edits import Edit, NodeChange
from storage.errors import ProjectDamaged
from storage.exporting import export
from storage.learning import learned
from storage.searching import Criteria
from storage.vocabularies import stored_vocabularies


def damage(project, statement):
    connection = sqlite3.connect(project.path, isolation_level=None)
    try:
        assert connection.execute(statement).rowcount != 0
    finally:
        connection.close()


def of_report(project):
    return project.documents()[0].id


def edit_text(project):
    review = project.review(of_report(project))
    node = next(iter(review.outline))
    edit = Edit("edit text", (NodeChange(node, replace(node, text="Wells")),), node.id)
    project.apply(edit, review.document.id, project.person("Ann")).result()
    return node.id


def says(project, read):
    with pytest.raises(ProjectDamaged) as told:
        read()
    assert str(told.value).startswith(f"{project.path}: the project is damaged")
    assert "open a copy or a backup" in str(told.value)


@pytest.mark.parametrize("statement", [
    "UPDATE node SET kind = 'paragrXph' WHERE kind = 'item'",
    "UPDATE node SET regions = '[7]' WHERE kind = 'item'",
    "UPDATE node SET reasons = '3' WHERE kind = 'item'",
    "UPDATE decision SET slot = 'rXle' WHERE slot = 'role'",
    "UPDATE decision SET evidence = '[7]'",
    "UPDATE document SET symbols = '7'",
    "UPDATE document SET title = x'ff00'",
    "UPDATE page SET label = x'ff00'",
    "UPDATE node SET text = x'ff00' WHERE kind = 'item'",
    "UPDATE node SET number = x'ff00' WHERE kind = 'item'",
])  # fmt: skip
def test_of_a_report(harbours, statement):
    document = of_report(harbours)
    damage(harbours, statement)
    says(harbours, lambda: harbours.review(document))


def test_of_who_reviewed(harbours):
    damage(harbours, "UPDATE reviewer SET name = x'ff00'")
    says(harbours, harbours.reviewers)


def test_an_unknown_report_is_no_damage(harbours):
    with pytest.raises(KeyError):
        harbours.review("nobody's")


def test_in_the_list_of_reports(harbours):
    damage(harbours, "UPDATE document SET imported_at = 'never'")
    says(harbours, harbours.documents)


def test_of_an_entry_that_is_found(harbours):
    damage(harbours, "UPDATE node SET kind = 'paragrXph' WHERE kind = 'paragraph'")
    says(harbours, lambda: harbours.search(Criteria("harbour")))


@pytest.mark.parametrize(("before", "after"), [('"kind":"', '"kind":"x'), ('"id":', '"ix":')])
def test_of_the_history(harbours, before, after):
    document, node = of_report(harbours), edit_text(harbours)
    damage(harbours, "DROP TRIGGER edit_is_never_changed")
    damage(harbours, f"UPDATE edit SET changes = replace(changes, '{before}', '{after}')")
    says(harbours, lambda: harbours.history(document, node))
    says(harbours, lambda: harbours.undo(document, harbours.person("Ann")).result())


def test_of_what_tells_how_fast_somebody_works(harbours):
    edit_text(harbours)
    damage(harbours, "DROP TRIGGER edit_is_never_changed")
    damage(harbours, """UPDATE edit SET changes = replace(changes, '"id":', '"ix":')""")
    says(harbours, lambda: harbours.recent_work(harbours.person("Ann")))


@pytest.mark.parametrize("statement", [
    "UPDATE node SET kind = 'paragrXph' WHERE kind = 'paragraph'",
    "UPDATE decision SET slot = 'rXle' WHERE slot = 'role'",
    "UPDATE decision SET decided_at = 'never'",
    "UPDATE node SET page = -1",
    "UPDATE node SET page = 'x'",
])  # fmt: skip
def test_of_what_is_exported(harbours, tmp_path, statement):
    damage(harbours, statement)
    says(harbours, lambda: export(harbours, ["jsonl"], tmp_path / "out"))


def test_of_a_vocabulary(harbours):
    damage(harbours, "INSERT INTO vocabulary (name, slot, version, sha256, current, added_at) "
                     "VALUES ('wells', 'thXmes', '1', '', 1, '2025-01-02')")  # fmt: skip
    says(harbours, lambda: stored_vocabularies(harbours))


def test_of_a_learned_model(harbours):
    damage(harbours, "INSERT INTO learned (slot, name, made_at, metrics, current, content) "
                     "VALUES ('rXle', 'wells', '2025-01-02', '{}', 1, '')")  # fmt: skip
    says(harbours, lambda: learned(harbours))
