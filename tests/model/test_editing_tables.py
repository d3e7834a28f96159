"""Tables under a reviewer's hand: their cells go with their text."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from model import editing
from model.cells import beginnings, cells_of, emptied, spelled, with_words, without_rows
from model.labels import Status
from model.nodes import Kind
from tests.model.outlines import ANNA, do, review_of

PORTS = (("Port", "Lost"), ("Ellery", "1"), ("North", "2"))
REST = (("Cape", "3"),)


def review_with(**tables):
    review = review_of([(name, None, Kind.TABLE, spelled(cells)) for name, cells in tables.items()])
    for name, cells in tables.items():
        node = review.outline[name]
        review.outline.put(replace(node, extra={"cells": [list(row) for row in cells]}))
    return review


def test_corrected_cells_are_the_text_and_one_undo_away():
    review = review_with(t=PORTS)
    made = (("Port", "Lost"), ("Ellery", "1"), ("North Cape", "2"))
    corrected = partial(with_words, row=2, column=0, block=[["North Cape"]])
    do(review, editing.change_cells(review, ANNA, "t", corrected, {(2, 0): "North"}))
    assert cells_of(review.outline["t"]) == made
    assert review.outline["t"].text == "Port Lost Ellery 1 North Cape 2"
    assert review.status("t", ANNA.id) is Status.CORRECTED
    assert editing.change_cells(review, ANNA, "t", corrected, {}).changes == ()
    with pytest.raises(editing.NotPossible, match="at least one word"):
        editing.change_cells(review, ANNA, "t", partial(without_rows, rows={0, 1, 2}), {})


def test_cells_change_as_an_edit_before_has_left_them_unless_that_has_moved_their_words():
    review = review_with(t=PORTS)
    first = partial(with_words, row=1, column=0, block=[["Ely"]])
    do(review, editing.change_cells(review, ANNA, "t", first, {(1, 0): "Ellery"}))
    second = partial(with_words, row=2, column=1, block=[["4"]])
    do(review, editing.change_cells(review, ANNA, "t", second, {(2, 1): "2"}))
    assert cells_of(review.outline["t"]) == (("Port", "Lost"), ("Ely", "1"), ("North", "4"))
    do(review, editing.change_cells(review, ANNA, "t", partial(without_rows, rows={1}), {(1, 0): "Ely"}))
    with pytest.raises(editing.NotPossible, match="other words now"):
        editing.change_cells(review, ANNA, "t", partial(emptied, places={(1, 0)}), {(1, 0): "Ely"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Port Lost Ellery 1 Northern 2", (*PORTS[:2], ("Northern", "2"))),
        ("Port Lost Port Ellery 1 North 2", ()),  # the end of one cell, or the beginning of the next
        ("Port Lost Ellery 1 North 2 or 3", (*PORTS[:2], ("North", "2 or 3"))),
        ("The Port Lost Ellery 1 North 2", (("The Port", "Lost"), *PORTS[1:])),
        ("Port Lost Ellery 1 North", (*PORTS[:2], ("North",))),
        ("Port Lost Ellery 1 South 4", ()),
    ],
)
def test_a_table_whose_text_is_corrected_within_a_cell_keeps_its_cells(text, wanted):
    review = review_with(t=PORTS)
    do(review, editing.set_text(review, ANNA, "t", text))
    assert review.outline["t"].text == text
    assert cells_of(review.outline["t"]) == wanted
    if not wanted:
        do(review, editing.set_text(review, ANNA, "t", spelled(PORTS)))
        assert cells_of(review.outline["t"]) == PORTS, "the text is theirs again"


def test_a_table_on_two_pages_is_merged_with_its_cells_and_split_between_rows():
    review = review_with(t=PORTS, u=REST)
    do(review, editing.merge_with_previous(review, ANNA, "u"))
    assert cells_of(review.outline["t"]) == PORTS + REST
    text = review.outline["t"].text
    do(review, editing.split(review, ANNA, "t", beginnings(text, PORTS + REST)[2]))
    assert [cells_of(node) for node in review.outline] == [PORTS[:2], (*PORTS[2:], *REST)]


def test_a_table_is_split_at_a_row_that_begins_with_a_number():
    steps = (("No.", "Step"), ("1.", "Ask"), ("2.", "Wait"))
    review = review_with(t=steps)
    do(review, editing.split(review, ANNA, "t", beginnings(spelled(steps), steps)[2]))
    assert [(node.number, cells_of(node)) for node in review.outline] == [("", steps[:2]), ("", steps[2:])]


def test_a_table_split_within_a_row_has_no_cells():
    review = review_with(t=PORTS)
    row = beginnings(spelled(PORTS), PORTS)[1]
    do(review, editing.split(review, ANNA, "t", row + len("Ellery")))
    assert [dict(node.extra) for node in review.outline] == [{}, {}]
