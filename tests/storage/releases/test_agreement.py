"""How far people agree, as a release tells it."""

from __future__ import annotations

import sys
from functools import partial

import pytest

from model import editing
from model.errors import UserFacingError
from model.labels import Slot
from model.nodes import Kind
from storage.exporting.settings import Settings
from storage.releases.freezing import freeze
from storage.releases.preview import preview


def test_agreement_of_two_people_is_in_the_manifest(project):
    review = project.review(project.documents()[0].id)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:6]
    for name, forces in (("Ann", (1, 2, 3, 4, 5, 5)), ("Ben", (1, 2, 3, 4, 5, 1))):
        person = project.person(name)
        for node, force in zip(found, forces, strict=True):
            edit = editing.label(review, person, [node], Slot.FORCE, force)
            project.apply(edit, review.document.id, person).result()
            review.apply(edit)
    made = freeze(project, "1.0", project.person("Ann"), Settings())
    said = made.manifest["agreement"]["force"]
    assert said["people"] == 3
    assert 0 < said["alpha"] < 1


def test_people_agree_who_name_the_same_addressees_in_another_order(project):
    review = project.review(project.documents()[1].id)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:2]
    for name, ordered in (("Ann", sorted), ("Ben", partial(sorted, reverse=True))):
        person = project.person(name)
        for node, addressees in zip(found, ({"secretariat", "states-parties"}, {"academia"}), strict=True):
            edit = editing.label(review, person, [node], Slot.ADDRESSEES, ordered(addressees))
            review.apply(project.apply(edit, review.document.id, person).result().edit)
    made = freeze(project, "1.0", project.person("Ann"), Settings())
    assert made.manifest["agreement"]["addressees"] == {
        "alpha": 1.0, "entries": 2, "same": 2, "people": 2,
    }  # fmt: skip


def test_agreement_is_krippendorffs_alpha(project):
    """Worked out by hand: of 8 words 5 are one value and 3 the other, 2 of the 8 pairs differ, and by chance
    2 * 5 * 3 / 7 would: 1 - 2 / (30 / 7)."""
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:4]
    for name, said in (("Ann", "ddoo"), ("Ben", "ddod")):
        person = project.person(name)
        for node, role in zip(found, said, strict=True):
            role = {"d": "decision", "o": "observation"}[role]
            edit = editing.label(review, person, [node], Slot.ROLE, role)
            review.apply(project.apply(edit, document, person).result().edit)
    chosen = Settings(documents=(document,))
    there = preview(project, chosen)
    assert there.counts["agreement"]["role"] == {
        "alpha": 0.5333, "entries": 4, "same": 3, "people": 2,
    }  # fmt: skip
    assert "1 entry is judged differently by people, and not settled" in there.warnings
    ann = project.person("Ann")
    project.apply(editing.settle(review, ann, [found[3]]), document, ann).result()
    assert not [line for line in preview(project, chosen).warnings if "not settled" in line]


def test_who_accepts_what_another_person_said_agrees_with_nobody(project):
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:4]
    ann, ben = project.person("Ann"), project.person("Ben")
    for edit, person in (
        (partial(editing.label, review, ann, found, Slot.ROLE, "decision"), ann),
        (partial(editing.label, review, ben, found[:1], Slot.ROLE, "observation"), ben),
        (partial(editing.accept, review, ben, found[1:]), ben),
    ):
        review.apply(project.apply(edit(), document, person).result().edit)
    counted = preview(project, Settings(documents=(document,))).counts["agreement"]["role"]
    assert (counted["entries"], counted["same"]) == (1, 0)


def test_what_people_reject_and_accept_waits_to_be_settled_too(project):
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:3]
    ann, ben = project.person("Ann"), project.person("Ben")
    for edit, person in (
        (partial(editing.accept, review, ann, found), ann),
        (partial(editing.label, review, ben, found[:1], Slot.ROLE, "observation"), ben),
        (partial(editing.reject, review, ben, found[1:2]), ben),
        (partial(editing.flag, review, ben, found[2:]), ben),
    ):
        review.apply(project.apply(edit(), document, person).result().edit)
    there = preview(project, Settings(documents=(document,)), reviewer=ben)
    warning = "2 entries are judged differently by people, and not settled"
    assert warning in there.warnings
    project.judge_alone(ben, True).result()
    assert warning not in preview(project, Settings(documents=(document,)), reviewer=ben).warnings


def test_agreement_is_that_of_the_dataset(project, monkeypatch):
    """Two people gave another force to an entry of the first report; the second is not in that dataset."""
    one, other = (listed.id for listed in project.documents())
    review = project.review(one)
    node = next(node.id for node in review.outline if node.kind is Kind.PARAGRAPH)
    ann = project.person("Ann")
    for name, force in (("Ann", 1), ("Ben", 2)):
        edit = editing.label(review, project.person(name), [node], Slot.FORCE, force)
        project.apply(edit, one, project.person(name)).result()
        review.apply(edit)

    def said(settings):
        return preview(project, settings).counts["agreement"].get("force")

    assert said(Settings()) == said(Settings(documents=(one,))) == said(Settings(languages=("en",)))
    assert said(Settings())["people"] == 3
    assert said(Settings(documents=(other,))) is said(Settings(languages=("fr",))) is None
    assert said(Settings(fields=("role",))) is None
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    with pytest.raises(UserFacingError, match=r"needs more packages \(krippendorff\): pip install"):
        freeze(project, "1.0", ann, Settings())
