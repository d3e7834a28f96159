"""A table's cells, row by row, and what is done to them by hand.

A table's text is the words of its cells in reading order. Rows may have fewer cells than others: a caption is
a row of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from model.labels import Span
from model.nodes import Node
from model.sequences import same_at_start

Cells = tuple[tuple[str, ...], ...]
Places = Collection[tuple[int, int]]  # (row, column), from 0


def cells_of(node: Node) -> Cells:
    """A table's cells; none where its text was corrected by itself and says something else."""
    cells = as_cells(node.extra.get("cells") or ())
    return cells if cells and _letters(spelled(cells)) == _letters(node.text) else ()


def as_cells(rows: Iterable[Sequence[str]]) -> Cells:
    """Tidy cells: single spaces, nothing empty at the end of a row, no empty row."""
    tidy = ([" ".join(str(cell).split()) for cell in row] for row in rows)
    return tuple(row for row in map(_trimmed, tidy) if row)


def spelled(cells: Cells) -> str:
    """The text of a table with these cells."""
    return " ".join(cell for row in cells for cell in row if cell)


def with_cells(extra: Mapping[str, Any], cells: Cells) -> dict[str, Any]:
    """What a node holds beside its text, with these cells, or without any."""
    other = {key: value for key, value in extra.items() if key != "cells"}
    return other | {"cells": [list(row) for row in cells]} if cells else other


def beginnings(text: str, cells: Cells) -> list[int]:
    """Where each row begins in the table's text, in code points, and where the last one ends: the text may
    break words elsewhere than the cells."""
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    before = accumulate((len(_letters("".join(row))) for row in cells), initial=0)
    return [places[count] if count < len(places) else len(text) for count in before]


def divided(text: str, cells: Cells, offset: int) -> tuple[Cells, Cells]:
    """The rows before and from a place in the text; none of either in the midst of a row."""
    begin = beginnings(text, cells)[:-1]
    row = begin.index(offset) if offset in begin else 0
    return (cells[:row], cells[row:]) if row else ((), ())


def places_of(text: str, cells: Cells, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The cells (row, column) that hold stretches of the table's text, in the order of the stretches."""
    places = [(row, column) for row, line in enumerate(cells) for column in range(len(line))]
    ends = list(accumulate(len(_letters(cells[row][column])) for row, column in places))
    letters = list(accumulate((not letter.isspace() for letter in text), initial=0))  # before each place
    found: list[tuple[int, int]] = []
    for span in spans:
        first, behind = letters[span.start], letters[span.end]
        found += places[bisect_right(ends, first) : bisect_right(ends, behind - 1) + 1]
    return found


def words_at(cells: Cells, row: int, column: int) -> str:
    """The words of a cell; none where there is no such cell."""
    line = cells[row] if row < len(cells) else ()
    return line[column] if column < len(line) else ""


def with_words(cells: Cells, row: int, column: int, block: Sequence[Sequence[str]]) -> Cells:
    """A block of words in the place of what is there, from a cell on to the right and down; it may reach
    beyond the last row and column."""
    grid = [list(line) for line in cells]
    grid += [[] for _ in range(row + len(block) - len(grid))]
    for line, words in zip(grid[row:], block, strict=False):
        line += [""] * (column + len(words) - len(line))
        line[column : column + len(words)] = words
    return as_cells(grid)


def with_text(cells: Cells, text: str) -> Cells:
    """The cells of a table whose text is corrected within one of them; none where more than one is meant."""
    old = [
        (row, column, word)
        for row, line in enumerate(cells)
        for column, cell in enumerate(line)
        for word in cell.split()
    ]
    new, words = text.split(), [word for _, _, word in old]
    front = same_at_start(words, new)
    back = same_at_start(words[front:][::-1], new[front:][::-1])
    end = len(old) - back
    there = old[front:end] or old[max(0, front - 1) : front + 1]
    places = {(row, column) for row, column, _ in there}
    if len(places) != 1:
        return ()
    ((row, column),) = places
    before = [word for *place, word in old[:front] if place == [row, column]]
    behind = [word for *place, word in old[end:] if place == [row, column]]
    return with_words(cells, row, column, [[" ".join([*before, *new[front : len(new) - back], *behind])]])


def emptied(cells: Cells, places: Places) -> Cells:
    """Without the words of some cells."""
    return as_cells(
        ["" if (row, column) in places else cell for column, cell in enumerate(line)]
        for row, line in enumerate(cells)
    )


def joined_rows(cells: Cells, rows: Collection[int]) -> Cells:
    """Rows made one, column by column: as of a cell whose lines were read as rows."""
    there = sorted(row for row in rows if row < len(cells))
    if not there:
        return cells
    first, *others = there
    width = max(len(cells[row]) for row in (first, *others))
    wide = [(*cells[row], *[""] * (width - len(cells[row]))) for row in (first, *others)]
    one = [" ".join(column) for column in zip(*wide, strict=True)]
    return as_cells(one if row == first else line for row, line in enumerate(cells) if row not in others)


def joined_columns(cells: Cells, columns: Collection[int]) -> Cells:
    """Columns made one, row by row."""
    first, *others = sorted(columns)
    return as_cells(
        [
            " ".join(line[at] for at in (first, *others) if at < len(line)) if column == first else cell
            for column, cell in enumerate(line)
            if column not in others
        ]
        for line in ([*line, *[""] * (first + 1 - len(line))] for line in cells)
    )


def moved_right(cells: Cells, places: Places) -> Cells:
    """Rows with an empty cell in front of the first of these places in each: the cells from there move on."""
    grid = [list(line) for line in cells]
    for row, column in _first_of_rows(cells, places):
        grid[row].insert(column, "")
    return as_cells(grid)


def moved_left(cells: Cells, places: Places) -> Cells:
    """Rows without the empty cell in front of the first of these places in each; where that has words, the
    cell's own are added to them."""
    grid = [list(line) for line in cells]
    for row, column in _first_of_rows(cells, places):
        if column:
            words = grid[row].pop(column)
            grid[row][column - 1] = f"{grid[row][column - 1]} {words}"
    return as_cells(grid)


def without_rows(cells: Cells, rows: Collection[int]) -> Cells:
    """Rows taken out, with their words."""
    return tuple(line for row, line in enumerate(cells) if row not in rows)


def without_columns(cells: Cells, columns: Collection[int]) -> Cells:
    """Columns taken out, with their words."""
    return as_cells([cell for column, cell in enumerate(line) if column not in columns] for line in cells)


def _first_of_rows(cells: Cells, places: Places) -> list[tuple[int, int]]:
    """The first of the places in each row, where a cell is."""
    firsts: dict[int, int] = {}
    for row, column in places:
        if row < len(cells) and column < len(cells[row]):
            firsts[row] = min(column, firsts.get(row, column))
    return list(firsts.items())


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(row) if cell), default=-1)
    return tuple(row[: last + 1])


def _letters(text: str) -> str:
    return "".join(text.split())
