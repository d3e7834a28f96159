"""Edits of entries that an edit queued before may have taken away."""

from __future__ import annotations

from gui.builders import on_all, on_frame, on_one
from model import editing
from model.labels import Role, Slot
from model.nodes import Kind
from tests.model.outlines import ANNA, review_of

REVIEW = [("a", None, Kind.PARAGRAPH, "It met."), ("b", None, Kind.PARAGRAPH, "It closed.")]


def test_what_was_taken_away_is_left_out_of_an_edit_of_several():
    edit = on_all(editing.label, ["gone", "b"], Slot.ROLE, Role.DECISION)(review_of(REVIEW), ANNA)
    assert edit is not None
    assert {change.node_id for change in edit.changes} == {"b"}


def test_nothing_is_done_where_all_are_gone():
    assert on_all(editing.label, ["gone"], Slot.ROLE, Role.DECISION)(review_of(REVIEW), ANNA) is None
    assert on_one(editing.set_number, "gone", "2")(review_of(REVIEW), ANNA) is None


def test_one_that_is_there_is_edited():
    edit = on_one(editing.set_number, "a", "2")(review_of(REVIEW), ANNA)
    assert edit is not None
    assert edit.focus == "a"


def test_a_recommendation_that_was_taken_back_gets_no_values():
    def change(review, reviewer, node_id, frame, value):
        return node_id, frame, value

    review = review_of(REVIEW)
    assert on_frame(change, "a", 0, value="x")(review, ANNA) == ("a", 0, "x")
    assert on_frame(change, "a", review.frames("a"), value="x")(review, ANNA) is None
    assert on_frame(change, "gone", 0, value="x")(review, ANNA) is None
