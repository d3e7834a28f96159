"""The cells of a table's rows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.rows import Row
from model.extraction.structure.texts import bare, join, row_text
from model.extraction.zones.cells import VALUES_APART, are_apart
from model.reading.text import Span

# Words further apart than so many sizes have a space between them.
_SPACE = 0.17
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
    last: Span | None = None
    for span in row.spans:
        text = span.text
        if not text or text.isspace():
            continue
        if last is None or are_apart(last, span, row.size):
            cells.append(text)
        elif span.x0 - last.x1 > _SPACE * row.size and not cells[-1].endswith(" "):
            cells[-1] += f" {text}"
        else:
            cells[-1] += text
        last = span
    return [bare(part) for cell in cells for part in VALUES_APART.split(cell)]
