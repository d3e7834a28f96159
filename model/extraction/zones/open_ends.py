"""How far down a table goes of which only the header is ruled: while rows keep to the header's columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import is_caption, segments
from model.extraction.zones.frames import HEADER_ROWS
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

# No row of a table stands this far below the one before (points).
_GAP = 36
# This many rows may stand across a table's columns between its cells, each set in no further (points).
_ACROSS, _SET_IN = 6, 14
# Cells of one column begin within this many points, or end within this many.
_BESIDE, _FLUSH = 6, 5
# A cell's lines stand no further apart than this many sizes; a table ends with cells, no line by itself.
_SOLID = 1.6


def with_open_end(
    sheet: Sheet, rect: Rect, header: Sequence[Sequence[Piece]], outside: Sequence[Piece]
) -> Rect:
    """The rectangle of a table of which only the header is ruled, down to its last row.

    The rows below belong to it as long as their cells begin or end where the header's do. Rows across its
    columns, a group's name, may stand between where cells follow.
    """
    if len(header) > HEADER_ROWS:
        return rect
    cut = [segments(row) for row in header]
    if max(map(len, cut)) < 2:
        return rect
    bounds = [
        (r.x0 - 4, r.x1 + 4) for r in sheet.level
        if abs(r.y0 - rect.y1) < 4 and r.width > 12
    ]  # fmt: skip
    rows = _below(rect, outside)
    if len(bounds) > 1:
        end = _last_between(rows, rect, bounds)
    else:
        end = _last_aligned(rows, rect, [cell for cells in cut for cell in cells])
    return rect if end is None else rect._replace(y1=end + 3)


def _below(rect: Rect, outside: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The rows below a header, down to a gap."""
    before = rect.y1
    for row in grouped(
        p for p in outside if p.baseline > rect.y1 and rect.x0 - 3 <= (p.x0 + p.x1) / 2 <= rect.x1 + 3
    ):
        if row[0].baseline - before > _GAP:
            return
        before = row[0].baseline
        yield row


def _last_between(
    rows: Iterable[Sequence[Piece]], rect: Rect, bounds: Sequence[tuple[float, float]]
) -> float | None:
    """The baseline of the last row that keeps between the bounds of columns; None if no row has cells."""
    end, has_cells, across = rect.y1, False, 0
    for row in rows:
        parts = segments(row)
        within = all(any(a <= p.x0 and p.x1 <= b + 6 for a, b in bounds) for p in row)
        if not within or (across and len(parts) == 1):
            across += 1
            if across > _ACROSS or len(parts) > 1 or row[0].x0 > rect.x0 + _SET_IN or is_caption(row):
                break
            continue
        across = 0
        has_cells = has_cells or len(parts) > 1
        end = row[0].baseline
    return end if has_cells else None


def _last_aligned(
    rows: Iterable[Sequence[Piece]], rect: Rect, header: Sequence[Sequence[Piece]]
) -> float | None:
    """The baseline of the last row whose cells stand below the header's; None if no row has cells."""
    starts = sorted({round(cell[0].x0) for cell in header})
    ends = [cell[-1].x1 for cell in header]
    second = next((x for x in starts if x > starts[0] + _BESIDE), rect.x1)
    end, has_cells = rect.y1, False
    for row in rows:
        parts = segments(row)
        fits = all(
            any(abs(part[0].x0 - x) < _BESIDE for x in starts)
            or any(abs(part[-1].x1 - x) < _FLUSH for x in ends)
            or (part[0].x0 > second and part[-1].x1 < rect.x1 + 4)
            for part in parts
        )
        crosses = len(parts) == 1 and parts[0][0].x0 < second - _BESIDE and parts[0][-1].x1 > second + 6
        if not fits or crosses:
            break
        has_cells = has_cells or len(parts) > 1
        if len(parts) > 1 or row[0].baseline - end < _SOLID * row[0].size:
            end = row[0].baseline
    return end if has_cells else None
