"""The cells of a table's rows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import Text, bare, join
from model.extraction.zones.cells import VALUES_APART, are_apart
from model.reading.text import Span

# Words further apart than this many sizes have a space between them.
_SPACE = 0.17


def in_order(rows: Sequence[Row]) -> list[Row]:
    """A table's rows, with what continues in a cell on the next page directly after it."""
    last = (0, 0)
    places: list[tuple[int, int]] = []
    for row in rows:
        at, _ = cell = row.cell
        last = cell if at > 1 else (at, 0) if at else last
        places.append(last)
    return [rows[at] for at in sorted(range(len(rows)), key=places.__getitem__)]


def cells_of(
    rows: Sequence[Row], texts: Sequence[Text], words: frozenset[str] = frozenset()
) -> list[list[str]]:
    """The rows of a table, which come with their texts, as lists of cells: what stands apart on each
    baseline.

    Rows that only continue a column (a cell's second line) stay rows of their own, except in tables whose
    cells are read whole. `words` make words whole that are broken at the ends of lines.
    """
    table: list[list[str]] = []
    before = 0
    for (at, place), lines in itertools.groupby(zip(rows, texts, strict=True), _cell):
        if at:
            if at != before:
                table.append([])
            table[-1] += [""] * (place - len(table[-1]))  # a cell may be empty
            table[-1][place - 1] = join([text for _, text in lines], words).text
        else:
            table += [_cells(row) for row, _ in lines]
        before = at
    return table


def _cell(line: tuple[Row, Text]) -> tuple[int, int]:
    return line[0].cell


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
