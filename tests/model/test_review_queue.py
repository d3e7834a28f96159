"""What comes next: orders, where skipped entries come again, and whose suggestions are sure enough."""

from __future__ import annotations

import pytest

from model import editing
from model.labels import Role, Slot
from model.nodes import Kind
from model.review_queue import Order, QueueEntry, candidate_of, confident, ordered, walk
from tests.model.outlines import ANNA, review_of, suggestion


def entry(node, waits=True, role=Role.STATEMENT, sureness=0.9):
    return QueueEntry(node, waits, role, sureness, True)


ROW = [entry("a", sureness=0.8), entry("b", role=Role.RECOMMENDATION, sureness=0.5), entry("c", role=None),
       entry("d", sureness=0.7)]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "doubtful", "expected"),
    [
        (Order.DOCUMENT, {"d"}, "abcd"),
        (Order.DOUBT, {"d"}, "dbac"),
        (Order.UNCERTAINTY, set(), "bdac"),
        (Order.ROLE, set(), "badc"),
    ],
)
def test_entries_are_sorted_by_what_the_reviewer_chose(order, doubtful, expected):
    assert "".join(one.node for one in ordered(ROW, order, doubtful)) == expected


def test_backwards_leads_over_everything_and_forwards_to_what_waits():
    row = [entry("a", waits=False), entry("b", waits=False), entry("c", waits=False), entry("d")]
    assert walk(row, "b") == ["a", "b", "d"]
    assert walk(row, None) == ["d"]


def test_at_the_end_the_skipped_ones_come_again():
    row = [entry("a", waits=False), entry("b"), entry("c")]
    assert walk(row, "c") == ["a", "c", "b"]


def test_an_entry_is_as_sure_as_the_least_sure_of_its_suggestions():
    rows = [("a", None, Kind.PARAGRAPH, "States should act"), ("s", None, Kind.SECTION, "Head")]
    said = [suggestion("a", Slot.ROLE, "recommendation"), suggestion("a", Slot.FORCE, 3)]
    review = review_of(rows, said)
    found = candidate_of(review, review.outline["a"], ANNA.id)
    assert found == QueueEntry("a", True, Role.RECOMMENDATION, 0.9, True)
    assert candidate_of(review, review.outline["s"], ANNA.id) is None
    review.apply(editing.label(review, ANNA, ["a"], Slot.ROLE, "decision"))
    decided = candidate_of(review, review.outline["a"], ANNA.id)
    assert decided == QueueEntry("a", False, Role.DECISION, 1.0, False)


def test_only_what_waits_and_is_sure_enough_is_accepted_together():
    row = [entry("a", sureness=0.95), entry("b", sureness=0.9), entry("c", waits=False, sureness=0.99),
           QueueEntry("d", True, None, 0.0, False)]  # fmt: skip
    assert confident(row, 0.9) == ["a", "b"]
    assert confident(row, 0.91) == ["a"]
