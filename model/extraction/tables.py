"""The cells of a table's rows."""

from __future__ import annotations

from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import bare

# Two words are in different cells where the space between them is wider than so many sizes of the type.
_APART = 0.9


def cells_of(rows: Sequence[Row]) -> list[list[str]]:
    """The rows of a table as lists of cells, from what stands apart on each baseline.

    Rows that only go on in some column (a cell's second line) stay rows of their own.
    """
    return [_cells(row) for row in rows]


def _cells(row: Row) -> list[str]:
    cells: list[list[str]] = []
    edge = None
    for span in row.spans:
        if not span.text.strip():
            continue
        if edge is not None and abs(span.x0 - edge) <= _APART * max(5.0, row.size):
            if span.x0 - edge > 0.17 * row.size and not cells[-1][-1].endswith(" "):
                cells[-1].append(" ")
            cells[-1].append(span.text)
        else:
            cells.append([span.text])
        edge = span.x1
    return [bare("".join(cell)) for cell in cells]
