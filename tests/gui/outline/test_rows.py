"""Visible rows, and the steps from one list of rows to another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.outline.rows import MOST_MOVES, Insert, Move, Remove, Reorder, Row, steps, visible_rows
from model.nodes import Kind
from tests.model.outlines import review_of

OUTLINE = review_of(
    [
        ("s1", None, Kind.SECTION, "Introduction"),
        ("p1", "s1", Kind.PARAGRAPH, "One"),
        ("s2", None, Kind.SECTION, "Recommendations"),
        ("p2", "s2", Kind.PARAGRAPH, "Two"),
        ("i1", "p2", Kind.ITEM, "First"),
        ("f1", "s2", Kind.FOOTNOTE, "Note"),
    ]
).outline


def follow(old: list[str], new: list[str]) -> list[str]:
    """The list after the steps, each applied as a model applies it."""
    rows = list(old)
    for step in steps(old, new):
        match step:
            case Remove(first, count):
                del rows[first : first + count]
            case Move(first, count, to):
                assert to < first
                rows[to : first + count] = rows[first : first + count] + rows[to:first]
            case Insert(first, count):
                rows[first:first] = new[first : first + count]
            case Reorder(ids):
                assert sorted(ids) == sorted(rows)
                rows = list(ids)
    return rows


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 60), unique=True), st.lists(st.integers(0, 60), unique=True))
def test_the_steps_lead_from_any_list_to_any_other(old, new):
    old, new = [str(number) for number in old], [str(number) for number in new]
    assert follow(old, new) == new


@given(st.permutations([str(number) for number in range(40)]))
@settings(max_examples=50, deadline=None)
def test_many_moves_become_one_new_order(new):
    old = [str(number) for number in range(40)]
    assert follow(old, list(new)) == list(new)
    assert sum(isinstance(step, Move) for step in steps(old, list(new))) <= MOST_MOVES


def test_a_moved_run_is_one_step():
    old = [f"n{number}" for number in range(1000)]
    new = old[:10] + old[500:520] + old[10:500] + old[520:]
    assert steps(old, new) == [Move(500, 20, 10)]


def test_rows_are_in_reading_order_with_their_depths():
    rows = visible_rows(OUTLINE, lambda node: node.kind is not Kind.FOOTNOTE, ())
    assert [(row.node, row.depth) for row in rows] == [("s1", 0), ("p1", 1), ("s2", 0), ("p2", 1), ("i1", 2)]
    assert not any(row.context for row in rows)


def test_nothing_below_a_folded_entry_is_visible():
    rows = visible_rows(OUTLINE, lambda node: True, {"s2"})
    assert [row.node for row in rows] == ["s1", "p1", "s2"]
    assert rows[-1] == Row("s2", 0, branch=True, open=False)


@pytest.mark.parametrize("folded", [(), {"s1"}])
def test_what_stands_above_a_match_comes_along_as_context(folded):
    rows = visible_rows(OUTLINE, lambda node: node.id == "i1", folded)
    assert [(row.node, row.context) for row in rows] == [("s2", True), ("p2", True), ("i1", False)]
