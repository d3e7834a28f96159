"""Tables that are printed across the page, so that one turns it to read them, and words that run up or down
in the cells of others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.rows import Row, Zone
from model.extraction.zones.baselines import SAME_BASELINE, row_of
from model.extraction.zones.pieces import Piece

# Signs set one below the other stand this close (sizes), and no further aside (points).
_STACKED, _ASIDE = 1.5, 3.0
# Of this many lines at least half have this many cells.
_LINES, _CELLS = 4, 3
_y0, _y1 = attrgetter("y0"), attrgetter("y1")


def table_rows(page: int, pieces: Sequence[Piece], group: int) -> Iterator[Row]:
    """The rows of such a table, as one turns the page to read them; none where the pieces are not a table."""
    upwards = sum([_runs_up(piece) for piece in pieces]) * 2 > len(pieces)
    lines = _lines(pieces, upwards)
    longest = max(lines, key=len, default=[])
    if len(lines) < _LINES or sum([len(line) >= _CELLS for line in lines]) * 2 < len(lines):
        return
    starts = [_start(piece, upwards) for piece in longest]
    at = 0
    for line in lines:
        at += len(line) > 1 or bool(at)
        for piece in line:
            away = [abs(_start(piece, upwards) - start) for start in starts]
            made = row_of(page, [piece], piece.x0, piece.x1, Zone.TABLE, group)
            yield made._replace(cell=(at, away.index(min(away)) + 1) if at else (0, 0))


def levelled(pieces: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    """Words that run up or down in a table, as if they were level with its other cells: a head at the foot
    of its own, a label beside lines on the first of them."""
    heights = sorted([piece.baseline for piece in others])
    found: list[Piece] = []
    for piece in _stacked(pieces):
        beside = heights[bisect_left(heights, piece.y0) : bisect_left(heights, piece.y1)]
        found.append(piece._replace(baseline=min(beside, default=piece.y1), level=True))
    return found


def _stacked(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, signs joined that stand below each other as Chinese is written from top to bottom."""
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.x0 / _ASIDE), piece.y0)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and len(piece.text) == 1
            and abs(piece.x0 - last.x0) < _ASIDE
            and 0 <= piece.y0 - last.y1 + piece.size < _STACKED * piece.size
        ):
            spans = (*last.spans, *piece.spans)
            joined[-1] = last._replace(spans=spans, y1=piece.y1, text=last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _runs_up(piece: Piece) -> bool:
    """True if the first character stands at the foot of the others."""
    span = piece.spans[0]
    return abs(span.baseline - span.y1) < abs(span.baseline - span.y0)


def _start(piece: Piece, upwards: bool) -> float:
    return piece.y1 if upwards else piece.y0


def _lines(pieces: Sequence[Piece], upwards: bool) -> list[list[Piece]]:
    """The pieces line by line, each from its first cell on."""
    ordered = sorted(pieces, key=lambda piece: piece.x0 + piece.x1, reverse=not upwards)
    lines: list[list[Piece]] = []
    for piece in ordered:
        last = lines[-1][0] if lines else None
        if last is not None and abs(piece.x0 + piece.x1 - last.x0 - last.x1) < 2 * SAME_BASELINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=_y1 if upwards else _y0, reverse=upwards) for line in lines]
