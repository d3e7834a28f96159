"""A project that an earlier version made opens with today's code, with all that was in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from model.labels import DecisionKey, Slot, Span, Status
from model.nodes import Kind
from storage.checking import check
from storage.exporting import export
from storage.migrations import latest_version
from storage.project import Project
from storage.searching import Criteria
from tests.data.make_project import DOCUMENT, FOLDER, FOOTNOTE, PDF, make

STORED = sorted(FOLDER.glob("project-v*.paraph"))


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def stored(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path / "stored.paraph"))


def test_there_is_a_stored_project_of_every_version():
    assert [path.stem for path in STORED] == [f"project-v{n}" for n in range(1, latest_version() + 1)]


def test_all_that_was_stored_is_there(stored):
    with Project.open(stored) as project:
        (row,) = project.documents()
        assert (row.id, row.name, row.symbol, row.pages, row.classified) == (
            DOCUMENT, "stored.pdf", "X/1", 2, 5)  # fmt: skip
        assert row.counts == {Status.ACCEPTED: 1, Status.CORRECTED: 3, Status.UNREVIEWED: 1}
        review = project.review(DOCUMENT)
        assert [(node.kind.value, node.number, node.text) for node in review.outline] == [
            ("section", "I", "Recommendations"),
            ("paragraph", "1", "The Committee recommends that States inspect every well."),
            ("footnote", "1", "See 𝒳/1 — “قرار”."),
            ("paragraph", "2", "The Committee recommends that States inspect well 2 — “daily”. "
                               "3. The Committee recommends that States inspect well 3 — “daily”."),
            ("paragraph", "4", "The Committee recommends"),
            ("paragraph", "", "that States inspect well 4 — “daily”."),
            ("paragraph", "5", "The Committee recommends that States inspect well 5 — “daily”."),
        ]  # fmt: skip
        footnote = review.outline[FOOTNOTE]
        assert (footnote.confidence, footnote.reasons, dict(footnote.extra)) == (
            0.4, ("small type",), {"note": True})  # fmt: skip
        assert [reviewer.name for reviewer in project.reviewers()] == ["Ann", "Ben", "rules@1"]
        ben = project.person("Ben")
        last = list(review.outline)[-1]
        agreed = review.decision(DecisionKey(last.id, Slot.FORCE, ben.id))
        assert (agreed.value, agreed.adjudicated, agreed.evidence) == (4, True, (Span(14, 24),))
        assert project.setting("place") == {"document": DOCUMENT, "page": 2}


def test_its_history_can_be_followed_undone_and_redone(stored):
    with Project.open(stored) as project:
        ann = project.person("Ann")
        assert [(entry.kind.value, entry.name) for entry in project.history(DOCUMENT)] == [
            ("undo", "flag 1"), ("do", "flag 1"), ("do", "agree on 5"), ("do", "accept 5"), ("do", "split 4"),
            ("do", "merge 2 with 3"), ("do", "edit text of 1"),
        ]  # fmt: skip
        assert project.redo_name(DOCUMENT, ann) == "flag 1"
        names = []
        while undone := project.undo(DOCUMENT, ann).result():
            names.append(undone.edit.name)
        assert names == ["split 4", "merge 2 with 3", "edit text of 1"]
        texts = [node.text for node in project.review(DOCUMENT).outline if node.kind is Kind.PARAGRAPH]
        assert texts == [
            f"The Committee recommends that States inspect well {n} — “daily”." for n in range(1, 6)
        ]


def test_its_pdf_is_whole_and_it_passes_the_check(stored, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Project.open(stored) as project:
        assert project.source(DOCUMENT).read_bytes() == PDF
    assert check(stored) == []


def test_it_can_be_read_where_nothing_may_be_written_and_stays_as_it_is(stored, tmp_path):
    before = stored.read_bytes()
    with Project.open(stored, read_only=True) as project:
        assert [node.number for node in project.review(DOCUMENT).outline][:2] == ["I", "1"]
        found = project.search(Criteria("inspect"))
        assert [hit.number for hit in found] == ["1", "2", "", "5"]
    assert check(stored) == []
    assert stored.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [stored.name]


def test_it_can_be_exported(stored, tmp_path):
    with Project.open(stored) as project:
        path = export(project, ["jsonl"], tmp_path / "out")[0]
    rows = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert [row["order"] for row in rows] == list(range(1, 8))
    assert (rows[-1]["force"]["value"], rows[-1]["force"]["source"]) == (4, "adjudicated")


def test_the_script_that_makes_one_still_works(tmp_path):
    make(tmp_path / "new.paraph")
    assert check(tmp_path / "new.paraph") == []
