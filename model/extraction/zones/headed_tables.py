"""Tables that are ruled above and below their header only, as the United Nations set theirs.

Word processors draw the border of each cell: where one piece of a rule ends and the next begins, a column
does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.extraction.rows import Zone
from model.extraction.zones import prose_tables
from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import Area, parted, same_extent, within
from model.extraction.zones.frames import HEADER_ROWS
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

# A header is this much smaller than the text (points).
_SMALLER = 0.9
# This many rows may stand across the columns before the next cells.
_ACROSS = 6
# Rows of a cell stand no further apart than this many sizes; text reaches this far over a column's bounds.
_SOLID, _OVER = 1.5, 3.0
# Text begins this close after its column's bound (points).
_INDENT = 12.0


def headed_tables(sheet: Sheet, rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """The areas of such tables, and the other pieces; they come from top to bottom."""
    made: list[Area] = []
    rules = sheet.long_rules
    heads = list(_heads(sheet, rules, rest, body_size))
    for at, (header, bounds) in enumerate(heads):
        until = heads[at + 1][0].y0 if at + 1 < len(heads) else sheet.height
        rect = header._replace(y1=_end(rules, header, bounds, rest, until))
        inside, outside = parted(rest, rect)
        if rect.y1 > header.y1:
            made.append(Area(Zone.TABLE, rect, inside, []))
            rest = outside
    return made, rest


def _heads(
    sheet: Sheet, rules: Sequence[Rect], rest: Sequence[Piece], body_size: float
) -> Iterator[tuple[Rect, list[float]]]:
    """The rectangles of headers between two rules, each with the bounds of its columns."""
    small = {id(piece) for piece in rest if piece.size < body_size - _SMALLER and piece.spans[0].italic}
    for top, bottom in pairwise(rules) if small else ():
        if not same_extent(top, bottom):
            continue
        rect = Rect(top.x0, top.y0, top.x1, bottom.y1)
        inside = within(rest, rect)
        if not inside or not small.issuperset(map(id, inside)) or len(grouped(inside)) > HEADER_ROWS:
            continue
        if bounds := prose_tables.joints(sheet, rect):
            yield rect, bounds


def _end(
    rules: Sequence[Rect], header: Rect, bounds: Sequence[float], rest: Sequence[Piece], until: float
) -> float:
    """Where the table below a header ends: at its last rule, or after the last row of cells below that."""
    below = [r.y1 for r in rules if header.y1 < r.y0 < until and same_extent(r, header)]
    edge = max(below, default=header.y1)
    ends = [header.x0, *bounds, header.x1]
    across, last = 0, -math.inf
    for row in grouped([piece for piece in rest if edge < piece.baseline < until]):
        columns = {_column(piece, ends) for piece in row}
        baseline = row[0].baseline
        if None not in columns and (
            len(columns) > 1
            or baseline - last < _SOLID * row[0].size
            or any(-_OVER < min([piece.x0 for piece in row]) - bound < _INDENT for bound in bounds)
        ):
            across, last = 0, baseline
            edge = baseline + _OVER
        elif across < _ACROSS:
            across += 1
        else:
            break
    return edge


def _column(piece: Piece, ends: Sequence[float]) -> int | None:
    """The column that a piece stands in; none where it crosses a bound."""
    for at, (left, right) in enumerate(pairwise(ends)):
        if left - _OVER <= piece.x0 and piece.x1 <= right + _OVER:
            return at
    return None
