"""What is done to a table's cells by hand."""

from __future__ import annotations

import pytest

from model import cells
from model.labels import Span
from model.nodes import Kind, Node

PORTS = (("Table 1",), ("Port", "Accidents", "Lost"), ("Ellery", "4", "1"), ("North", "", "2"))
WORDS = "Table 1 Port Accidents Lost Ellery 4 1 North 2"


def table(text: str) -> Node:
    return Node("t", Kind.TABLE, text, extra={"cells": [list(row) for row in PORTS]})


def test_cells_are_those_of_a_table_whose_text_says_the_same():
    assert cells.cells_of(table(WORDS)) == PORTS
    assert cells.cells_of(table(WORDS.replace("Acci", "Acci- "))) == ()
    assert cells.cells_of(table(WORDS.replace(" 4 1", " 41"))) == PORTS  # a break that was taken for none
    assert cells.cells_of(Node("p", Kind.PARAGRAPH, WORDS)) == ()
    assert cells.spelled(PORTS) == WORDS


def test_rows_are_found_in_the_text_and_divide_it():
    at = cells.beginnings(WORDS, PORTS)
    assert [WORDS[start:].split()[:1] for start in at] == [["Table"], ["Port"], ["Ellery"], ["North"], []]
    assert cells.divided(WORDS, PORTS, at[2]) == (PORTS[:2], PORTS[2:])
    assert cells.divided(WORDS, PORTS, at[2] + 1) == ((), ())
    assert cells.divided(WORDS, PORTS, 0) == ((), ())


def test_words_of_the_text_are_found_in_their_cells():
    spans = [Span(WORDS.index(words), WORDS.index(words) + len(words)) for words in ("Lost Ellery 4", "2")]
    assert cells.places_of(WORDS, PORTS, spans) == [(1, 2), (2, 0), (2, 1), (3, 2)]


@pytest.mark.parametrize(
    ("made", "row", "wanted"),
    [
        (cells.with_words(PORTS, 2, 1, [["5"]]), 2, ("Ellery", "5", "1")),
        (cells.with_words(PORTS, 3, 0, [["South ", " 3"], ["West"]]), 3, ("South", "3", "2")),
        (cells.with_words(PORTS, 3, 0, [["South", "3"], ["West"]]), 4, ("West",)),
        (cells.with_words(PORTS, 0, 2, [["1998"]]), 0, ("Table 1", "", "1998")),
        (cells.emptied(PORTS, {(2, 1), (2, 2)}), 2, ("Ellery",)),
        (cells.emptied(PORTS, {(0, 0)}), 0, PORTS[1]),
        (cells.joined_rows(PORTS, {2, 3}), 2, ("Ellery North", "4", "1 2")),
        (cells.joined_rows(PORTS, {0, 1}), 0, ("Table 1 Port", "Accidents", "Lost")),
        (cells.joined_columns(PORTS, {1, 2}), 2, ("Ellery", "4 1")),
        (cells.joined_columns(PORTS, {1, 2}), 3, ("North", "2")),
        (cells.joined_columns(PORTS, {1, 2}), 0, ("Table 1",)),
        (cells.moved_right(PORTS, {(2, 1), (2, 2), (1, 1)}), 2, ("Ellery", "", "4", "1")),
        (cells.moved_right(PORTS, {(2, 1), (1, 1)}), 1, ("Port", "", "Accidents", "Lost")),
        (cells.moved_left(PORTS, {(3, 2)}), 3, ("North", "2")),
        (cells.moved_left(PORTS, {(2, 2), (2, 0)}), 2, ("Ellery", "4", "1")),
        (cells.moved_left(PORTS, {(2, 2)}), 2, ("Ellery", "4 1")),
        (cells.without_rows(PORTS, {0, 1}), 0, ("Ellery", "4", "1")),
        (cells.without_columns(PORTS, {0}), 1, ("4", "1")),
    ],
)
def test_cells_are_changed(made, row, wanted):
    assert made[row] == wanted
