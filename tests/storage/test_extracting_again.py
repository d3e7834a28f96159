"""A report of a real project extracted again: what people did stays, one undo takes it back."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import main
import resources
from model import editing
from model.errors import UserFacingError
from model.labels import Decision, DecisionKey, Slot, Status
from model.nodes import AGAIN, Kind
from model.user_name import settings_file, system_name
from model.workers.messages import Extracted
from storage.checking import check
from storage.extracting_again import apply_again, person_at_work
from storage.project import Project
from tests.model.test_editing_properties import snapshot
from tests.storage.stored_reports import WELLS, add_report, document

NEWER = "rules@2"


def newer(review, without: str) -> Extracted:
    """The machine's outline under new ids, one entry missing, one with another number, newer suggestions."""
    tree = [
        replace(node, id=f"x{node.id}", parent=node.parent and f"x{node.parent}",
                number="99" if node.number == "3" else node.number)
        for node in review.outline
        if node.id != without
    ]  # fmt: skip
    said = [
        Decision(DecisionKey(node.id, Slot.ROLE, NEWER), "background")
        for node in tree
        if node.kind is Kind.PARAGRAPH
    ]
    return Extracted(replace(document(), extractor="made-up@2", coverage=0.5), tuple(tree), tuple(said))


def test_a_report_extracted_again_keeps_what_people_did_and_one_undo_takes_it_back(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path, "Ann") as project:
        review = add_report(project)
        ann, where = project.person("Ann"), review.document.id
        ids = [node.id for node in review.outline]
        extracted = newer(review, without=ids[2])
        for edit in (
            editing.accept(review, ann, [ids[2]]),
            editing.set_text(review, ann, ids[4], "Other words."),
        ):
            project.apply(edit, where, ann).result()
            review.apply(edit)
        before = project.review(where)
        again = apply_again(project, where, extracted, ann)
        after = project.review(where)
        assert again.edit
        assert again.unmatched == (ids[2],)
        assert after.outline[ids[2]].extra[AGAIN] == "unmatched"
        assert after.status(ids[2], ann.id) is Status.ACCEPTED
        assert after.outline[ids[4]].text == "Other words."
        assert after.outline[ids[3]].number == "99"
        assert after.shown(ids[5], Slot.ROLE, ann.id).value == "background"
        assert NEWER in after.machines
        assert (after.document.extractor, after.document.coverage) == ("made-up@2", 0.5)
        assert project.documents()[0].extractor == "made-up@2"
        review.apply(again.edit)
        assert snapshot(review) == snapshot(after)
        assert review.document == after.document
        assert check(path) == []
        taken_back = project.undo(where, ann).result()
        assert snapshot(project.review(where)) == snapshot(before)
        assert project.review(where).document == before.document
        review.apply(taken_back.edit)
        assert review.document == before.document
        project.redo(where, ann).result()
        assert snapshot(project.review(where)) == snapshot(after)
        assert project.review(where).document == after.document
        assert check(path) == []


def test_another_pdf_is_refused(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        review = add_report(project)
        other = Extracted(document(pdf=WELLS + b"!"), (), ())
        with pytest.raises(UserFacingError, match="not the PDF"):
            apply_again(project, review.document.id, other, project.person("Ann"))


def test_of_several_people_one_has_to_be_named(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        assert person_at_work(project, None).name == "Ann"
        project.person("Ben")
        with pytest.raises(UserFacingError, match="Ann, Ben"):
            person_at_work(project, None)
        assert person_at_work(project, "Ben").name == "Ben"
        _name_in_window("Ben")
        assert person_at_work(project, None).name == "Ben"


def test_who_works_without_the_window_is_named_as_there(tmp_path):
    for name in (system_name(), "Zoë Okoro"):
        with Project.create(tmp_path / f"{name}.paraph") as project:
            assert person_at_work(project, None).name == name
        _name_in_window("Zoë  Okoro")


def _name_in_window(name):
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(json.dumps({"reviewer": name}))


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(resources.read_bytes("sample", "report.pdf"))
    return path


def test_the_sample_report_imported_again_stays_as_it_was_reviewed(tmp_path, report, capsys):
    path = tmp_path / "p.paraph"
    arguments = ["import", str(report), "--project", str(path)]
    assert main.main(arguments) == 0
    with Project.open(path) as project:
        where = project.documents()[0].id
        ann, review = project.person("Ann"), project.review(where)
        nodes = list(review.outline)
        paragraphs = [node for node in nodes if node.kind is Kind.PARAGRAPH]
        second = next(b for a, b in pairwise(nodes) if a.kind is b.kind is Kind.ITEM and a.id != b.parent)
        for edit in (
            editing.accept(review, ann, [paragraphs[0].id]),
            editing.set_text(review, ann, paragraphs[1].id, "Corrected words."),
            editing.merge_with_previous(review, ann, second.id),
        ):
            project.apply(edit, where, ann).result()
            review.apply(edit)
    assert main.main([*arguments, "--again"]) == 0
    assert "found again, 0 new, 0 gone" in capsys.readouterr().out
    with Project.open(path) as project:
        assert list(project.review(where).outline) == list(review.outline)
        found = project.review(where)
        assert found.status(paragraphs[0].id, ann.id) is Status.ACCEPTED
        project.undo(where, ann).result()
    assert check(path) == []
