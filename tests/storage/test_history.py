"""What the history gives: edits after a point, who worked on what and when, and what an edit was about."""

from __future__ import annotations

import pytest

from model import editing
from model.labels import Slot
from model.nodes import Kind
from tests.storage.stored_reports import add_report


@pytest.fixture
def review(project):
    return add_report(project)


def done(project, review, person, edit):
    changes = project.apply(edit, review.document.id, person).result()
    review.apply(edit)
    return changes.edit_number


def test_edits_after_a_point_come_in_order_with_undo_among_them(project, review):
    ada = project.person("Ada")
    nodes = [node for node in review.outline if node.kind is Kind.PARAGRAPH]
    edits = [editing.flag(review, ada, [node.id]) for node in nodes[:3]]
    numbers = [done(project, review, ada, edit) for edit in edits]
    project.undo(review.document.id, ada).result()
    after = project.edits_after(review.document.id, numbers[0])
    assert [edit.changes for edit in after] == [
        edits[1].changes, edits[2].changes, edits[2].inverse().changes,
    ]  # fmt: skip
    assert len(project.edits_after(review.document.id, 0)) == 4
    assert project.edits_after(review.document.id, numbers[2] + 1) == []
    assert project.edits_after("another", 0) == []


def test_recent_work_is_of_one_person_and_of_single_entries(project, review):
    ada, grace = project.person("Ada"), project.person("Grace")
    nodes = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH]
    done(project, review, ada, editing.accept(review, ada, nodes[:1]))
    done(project, review, grace, editing.flag(review, grace, nodes[1:2]))
    done(project, review, ada, editing.accept(review, ada, nodes[2:]))
    done(project, review, ada, editing.label(review, ada, nodes[1:2], Slot.FORCE, 5))
    project.undo(review.document.id, ada).result()
    work = project.recent_work(ada)
    assert [node for _, node in work] == [nodes[1], nodes[0]]
    assert work[0][0] > work[1][0]
    assert [node for _, node in project.recent_work(ada, 1)] == [nodes[1]]


def test_an_entry_of_the_history_says_what_it_was_about(project, review):
    ada = project.person("Ada")
    node = next(node for node in review.outline if node.kind is Kind.PARAGRAPH)
    done(project, review, ada, editing.flag(review, ada, [node.id]))
    assert [entry.focus for entry in project.history(review.document.id)] == [node.id]
