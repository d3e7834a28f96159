"""Cells and areas: what stands apart on a baseline, and rectangles that are read as one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.rows import Zone
from model.extraction.wording import TABLE_CAPTION
from model.extraction.zones.pieces import Piece
from model.reading.text import Rect, Span

_x0, _baseline = attrgetter("x0"), attrgetter("baseline")

# A marker that hangs before its text is not a cell; "No." is none, but the head of a column.
_MARKER = re.compile(
    r"^(?![A-ZА-Я][a-zа-я])(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zа-яA-ZА-Я]{1,2}|[ivxlcIVXLC]{1,7}|[٠-٩]{1,3}|[\u0621-\u064a])[.)\]]{1,2}"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}|[•●○▪■–—\-*·o\uf0b7\uf0a7➢✓]|[一二三四五六七八九十]{1,3}、?)$"
)
# Two words are in different cells where the gap between them is wider than this many sizes of the type; after
# a space less is enough, because word processors end each cell with one.
_APART, _BEHIND_SPACE, _SMALLEST = 0.9, 0.25, 5.0
# Values of several cells, written in one go.
VALUES_APART = re.compile(r"(?<=[\d)%–—])\s{3,}(?=[\d(–—-])")
# The middle of no letter stands this many points above its baseline.
_TALLEST = 60.0
# "[128.128.128.128.128.]": no marker is longer.
_MARKER_LENGTH = 22


class Area(NamedTuple):
    """A rectangle of the page with the zone of its text; BODY for a box with running text. `read`: the height
    at which it is read, where that is not its top."""

    zone: Zone
    rect: Rect
    pieces: list[Piece]
    captions: list[Piece]
    read: float | None = None


def text_of(pieces: Sequence[Piece]) -> str:
    """The text of pieces in a row, without spaces at its ends."""
    return "".join([piece.text for piece in pieces]).strip() if len(pieces) > 1 else pieces[0].text.strip()


def is_caption(row: Sequence[Piece]) -> bool:
    """Whether a row is one cell that begins as a table's caption does."""
    return TABLE_CAPTION.match(text_of(row)) is not None and len(segments(row)) == 1


def are_apart(one: Span, two: Span, size: float) -> bool:
    """True if two spans, one after the other, are in two cells of a table."""
    gap = two.x0 - one.x1
    return abs(gap) > (_BEHIND_SPACE if gap > 0 and one.text.endswith(" ") else _APART) * max(_SMALLEST, size)


def is_marker(text: str) -> bool:
    """True for a number, letter or bullet that hangs before its paragraph."""
    bare = text.strip()
    return len(bare) <= _MARKER_LENGTH and _MARKER.match(bare) is not None


def segments(row: Sequence[Piece], space: float = 1.0) -> list[list[Piece]]:
    """The pieces of a row, those joined that stand closer than `space` times their size."""
    if len(row) == 1:
        return [list(row)]
    ordered = sorted(row, key=_x0)
    joined: list[list[Piece]] = [[ordered[0]]]
    edge = ordered[0].x1
    for piece in ordered[1:]:
        if piece.x0 - edge < space * piece.size:
            joined[-1].append(piece)
        else:
            joined.append([piece])
        if piece.x1 > edge:
            edge = piece.x1
    if len(joined) > 1 and is_marker(text_of(joined[0])):
        joined[:2] = [joined[0] + joined[1]]
    return joined


def holds(rect: Rect, piece: Piece) -> bool:
    """True if the middle of a turned piece is in the rectangle, or just beside it (axes of charts)."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    return rect.x0 - 14 <= x <= rect.x1 + 14 and rect.y0 - 3 <= y <= rect.y1 + 3


def within(pieces: Sequence[Piece], rect: Rect) -> list[Piece]:
    """The pieces whose middle is in the rectangle; they are given from top to bottom."""
    left, top, right, bottom = rect.x0 - 3, rect.y0 - 1, rect.x1 + 3, rect.y1 + 1
    start = bisect_left(pieces, top, key=_baseline)
    end = bisect_right(pieces, bottom + _TALLEST, start, key=_baseline)
    return [
        piece
        for piece in pieces[start:end]
        if top <= piece.baseline - 0.3 * piece.size <= bottom and left <= (piece.x0 + piece.x1) / 2 <= right
    ]


def parted(pieces: Sequence[Piece], rect: Rect) -> tuple[list[Piece], list[Piece]]:
    """The pieces whose middle is in the rectangle, and the others; they are given from top to bottom."""
    inside = within(pieces, rect)
    gone = set(map(id, inside))
    return inside, [piece for piece in pieces if id(piece) not in gone]


def same_extent(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share most of the wider one's width."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.7 * max(one.width, other.width)


def overlaps(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have any place in common."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
