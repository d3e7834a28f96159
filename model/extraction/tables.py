"""The cells of a table's rows."""

from __future__ import annotations

import math
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
    cells: list[str] = []
    apart, space = _APART * max(5.0, row.size), 0.17 * row.size
    edge = -math.inf
    for span in row.spans:
        text = span.text
        if not text or text.isspace():
            continue
        gap = span.x0 - edge
        if abs(gap) > apart:
            cells.append(text)
        elif gap > space and not cells[-1].endswith(" "):
            cells[-1] += f" {text}"
        else:
            cells[-1] += text
        edge = span.x1
    return list(map(bare, cells))
