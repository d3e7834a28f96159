"""Tables under a reviewer's hand: their cells go with their text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.cells import begins_at, cells_of, spelled
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
    edit = editing.set_cells(review, ANNA, "t", made)
    do(review, edit)
    assert cells_of(review.outline["t"]) == made
    assert review.outline["t"].text == "Port Lost Ellery 1 North Cape 2"
    assert review.status("t", ANNA.id) is Status.CORRECTED
    assert editing.set_cells(review, ANNA, "t", made).changes == ()
    with pytest.raises(editing.NotPossible, match="at least one word"):
        editing.set_cells(review, ANNA, "t", ())


def test_a_table_on_two_pages_is_merged_with_its_cells_and_split_between_rows():
    review = review_with(t=PORTS, u=REST)
    do(review, editing.merge_with_previous(review, ANNA, "u"))
    assert cells_of(review.outline["t"]) == PORTS + REST
    text = review.outline["t"].text
    do(review, editing.split(review, ANNA, "t", begins_at(text, PORTS + REST, 2)))
    assert [cells_of(node) for node in review.outline] == [PORTS[:2], (*PORTS[2:], *REST)]


def test_a_table_split_within_a_row_has_no_cells():
    review = review_with(t=PORTS)
    row = begins_at(spelled(PORTS), PORTS, 1)
    do(review, editing.split(review, ANNA, "t", row + len("Ellery")))
    assert [dict(node.extra) for node in review.outline] == [{}, {}]
