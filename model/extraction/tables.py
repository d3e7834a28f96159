"""The cells of a table's rows."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.rows import Row
from model.extraction.structure.texts import bare, join, row_text

# Two words are in different cells where the room between them is wider than so many sizes of the type; behind
# a space less will do, for word processors end each cell with one.
_APART, _BEHIND_SPACE = 0.9, 0.25
# Values of several cells, written in one go.
_VALUES = re.compile(r"(?<=[\d)%–—])\s{3,}(?=[\d(–—-])")
_cell = attrgetter("cell")


def in_order(rows: Sequence[Row]) -> list[Row]:
    """A table's rows, what goes on in a cell on the next page right behind it."""
    last = (0, 0)
    places: list[tuple[int, int]] = []
    for row in rows:
        last = row.cell if row.cell[0] > 1 else (row.cell[0], 0) if row.cell[0] else last
        places.append(last)
    return [rows[at] for at in sorted(range(len(rows)), key=places.__getitem__)]


def cells_of(rows: Sequence[Row], words: frozenset[str] = frozenset()) -> list[list[str]]:
    """The rows of a table as lists of cells, from what stands apart on each baseline.

    Rows that only go on in some column (a cell's second line) stay rows of their own, but for tables whose
    cells are read whole; `words` heal what is broken there at the ends of lines.
    """
    return [
        cells
        for at, line in itertools.groupby(rows, lambda row: row.cell[0])
        for cells in ([_whole(list(line), words)] if at else map(_cells, line))
    ]


def _whole(rows: Sequence[Row], words: frozenset[str]) -> list[str]:
    """A row of a table whose cells are read whole; a cell may be empty."""
    cells = [""] * max([row.cell[1] for row in rows])
    for (_, place), lines in itertools.groupby(rows, _cell):
        cells[place - 1] = join(map(row_text, lines), words).text
    return cells


def _cells(row: Row) -> list[str]:
    cells: list[str] = []
    size = max(5.0, row.size)
    space = 0.17 * row.size
    edge = -math.inf
    for span in row.spans:
        text = span.text
        if not text or text.isspace():
            continue
        gap = span.x0 - edge
        ends = bool(cells) and cells[-1].endswith(" ")
        if abs(gap) > (_BEHIND_SPACE if ends and gap > 0 else _APART) * size:
            cells.append(text)
        elif gap > space and not ends:
            cells[-1] += f" {text}"
        else:
            cells[-1] += text
        edge = span.x1
    return [bare(part) for cell in cells for part in _VALUES.split(cell)]
