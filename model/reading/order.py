"""The reading order of a page's lines: columns one after the other, rows from top to bottom."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.reading.text import Rect

# Points between two columns, half of it on either side of a column's left edge.
_GUTTER = 8.0
_MOST_COLUMNS = 4
# A column holds at least this many lines, and its lines are so wide as a share of the whole.
_LEAST_LINES, _LEAST_WIDTH = 4, 0.18
# Lines that cross a gutter (headings, footers) may be this many of all.
_MOST_CROSSING = 0.3
# Empty paper across the page that is so many lines high parts what stands above from what stands below.
_EMPTY = 2.0
# Lines share a row where they overlap by this much of the lower one's height.
_SAME_ROW = 0.55


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """A line as the PDF engine found it; `key` is the caller's."""

    key: int
    box: Rect
    text: str


Rows = list[list[OrderedLine]]


def arranged(pieces: Sequence[OrderedLine]) -> Rows:
    """Rows in reading order, each with its pieces in reading order."""
    backwards = sum(map(_is_backwards, pieces)) * 2 > len(pieces)
    found: Rows = []
    for band in _bands([piece for piece in pieces if piece.text.strip()]):
        found += _region(band, backwards, _MOST_COLUMNS)
    return found


def _bands(pieces: Sequence[OrderedLine]) -> Iterator[list[OrderedLine]]:
    """Parts of a page with empty paper across the whole of it between them: its headers and footers, and
    what stands above its columns."""
    band: list[OrderedLine] = []
    bottom = 0.0
    for piece in sorted(pieces, key=_upper):
        if band and piece.box.y0 - bottom > _EMPTY * max(band[-1].box.height, piece.box.height):
            yield band
            band = []
        bottom = max(bottom, piece.box.y1) if band else piece.box.y1
        band.append(piece)
    if band:
        yield band


def _region(pieces: list[OrderedLine], backwards: bool, most: int) -> Rows:
    gutter = _gutter(pieces) if most > 1 else None
    if gutter is None:
        return _rows(pieces, backwards)
    found: Rows = []
    crossing = sorted((p for p in pieces if _crosses(p.box, gutter)), key=_top)
    rest = [p for p in pieces if not _crosses(p.box, gutter)]
    for row in _rows(crossing, backwards):
        edge = (row[0].box.y0 + row[0].box.y1) / 2
        above = [p for p in rest if (p.box.y0 + p.box.y1) / 2 < edge]
        rest = [p for p in rest if (p.box.y0 + p.box.y1) / 2 >= edge]
        found += [*_columns(above, gutter, backwards, most), row]
    return found + _columns(rest, gutter, backwards, most)


def _columns(pieces: list[OrderedLine], gutter: float, backwards: bool, most: int) -> Rows:
    left = [p for p in pieces if p.box.x1 <= gutter]
    right = [p for p in pieces if p.box.x1 > gutter]
    first, second = (right, left) if backwards else (left, right)
    return [row for part in (first, second) if part for row in _region(part, backwards, most - 1)]


def _gutter(pieces: Sequence[OrderedLine]) -> float | None:
    """Where two columns part, between the right ends of one and the left edges of the other."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    wide = max(p.box.x1 for p in pieces) - min(p.box.x0 for p in pieces)
    edges = Counter(round(p.box.x0 / 3) for p in pieces)
    best: tuple[int, float] | None = None
    for edge, count in edges.most_common(6):
        if count < _LEAST_LINES:
            break
        at = edge * 3 - 1.5 - _GUTTER / 2
        left = [p for p in pieces if p.box.x1 <= at]
        right = [p for p in pieces if p.box.x0 >= at]
        crossing = len(pieces) - len(left) - len(right)
        if crossing > _MOST_CROSSING * len(pieces):
            continue
        if all(len(side) >= _LEAST_LINES and _width(side) >= _LEAST_WIDTH * wide for side in (left, right)):
            best = min(best or (crossing, at), (crossing, at))
    return best[1] if best is not None else None


def _rows(pieces: Sequence[OrderedLine], backwards: bool) -> Rows:
    rows: Rows = []
    for piece in sorted(pieces, key=_top):
        if rows and any(_beside(piece.box, other.box) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=_left, reverse=backwards)
    return rows


def _beside(one: Rect, other: Rect) -> bool:
    if one.y0 >= other.y1 or (one.x0 < other.x1 - 2 and other.x0 < one.x1 - 2):
        return False
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > _SAME_ROW * min(one.height, other.height)


def _crosses(box: Rect, gutter: float) -> bool:
    return box.x0 < gutter < box.x1


def _width(pieces: Sequence[OrderedLine]) -> float:
    return sum(p.box.width for p in pieces) / len(pieces)


def _top(piece: OrderedLine) -> tuple[float, float]:
    return piece.box.y0 + piece.box.y1, piece.box.x0


def _upper(piece: OrderedLine) -> float:
    return piece.box.y0


def _left(piece: OrderedLine) -> float:
    return piece.box.x0


def _is_backwards(piece: OrderedLine) -> bool:
    """Whether a line runs from right to left."""
    if piece.text.isascii():
        return False
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in piece.text)
