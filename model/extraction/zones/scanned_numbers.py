"""Numbers of paragraphs on scans: recognition misreads what stands by itself in a margin ("G;" for 6.). The
numbers before and after tell what they are, if as many rows begin so as numbers are missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

_x0 = attrgetter("x0")
_NUMBER = re.compile(r"(\d{1,3})\.")
# Letters in brackets count items: they are read as they are.
_OTHER = re.compile(r"\(\w+\)")
# What a number of up to three digits and its stop are misread as has no more signs.
_MOST = 4
# Numbers of one column begin this near to where others do, against the page's margin (points), and their text
# this near to where theirs does. The margin is where one in ten of the rows with this many letters begins.
_EDGE, _TEXT, _FIRST, _LONG = 6.0, 3.0, 10, 30


class _Start(NamedTuple):
    """A short piece before the others of a row: how far from the margin it stands, how far after its
    beginning they begin, and its number; 0 if it was read as none."""

    sheet: int
    piece: Piece
    indent: float
    text: float
    number: int


def restored(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, the misread numbers on those that are scans as they are meant."""
    starts = [start for at, sheet in enumerate(sheets) if is_scan(sheet) for start in _starts(sheet, at)]
    meant: dict[int, dict[int, Piece]] = {}
    for column in _columns(starts):
        for start, number in _missing(column):
            span = with_text(start.piece.spans[0], f"{number}.")
            piece = start.piece._replace(spans=(span,), text=span.text)
            meant.setdefault(start.sheet, {})[id(start.piece)] = piece
    return [
        sheet.holding([meant[at].get(id(piece), piece) for piece in sheet.pieces]) if at in meant else sheet
        for at, sheet in enumerate(sheets)
    ]


def _starts(sheet: Sheet, at: int) -> Iterator[_Start]:
    long = sorted([piece.x0 for piece in sheet.ordered if len(piece.text) > _LONG])
    margin = long[len(long) // _FIRST] if long else 0.0
    for row in sheet.rows:
        first, *others = sorted(row, key=_x0)
        text = first.text.strip()
        if others and len(text) <= _MOST and not _OTHER.fullmatch(text):
            number = _NUMBER.fullmatch(text)
            yield _Start(
                at, first, first.x0 - margin, others[0].x0 - first.x0, int(number[1]) if number else 0
            )


def _columns(starts: Sequence[_Start]) -> list[list[_Start]]:
    """Numbers that stand one below the other, from page to page, with what may be some among them."""
    heads: list[_Start] = []
    for start in starts:
        if start.number and not any(_is_beside(start, head) for head in heads):
            heads.append(start)
    columns: dict[int, list[_Start]] = {}
    for start in starts:
        at = next((at for at, head in enumerate(heads) if _is_beside(start, head)), None)
        if at is not None:
            columns.setdefault(at, []).append(start)
    return list(columns.values())


def _is_beside(start: _Start, other: _Start) -> bool:
    """Whether two rows begin in the same way."""
    return abs(start.indent - other.indent) < _EDGE and abs(start.text - other.text) < _TEXT


def _missing(column: Sequence[_Start]) -> Iterator[tuple[_Start, int]]:
    """What was read as no number, or out of order, with what it is, where it alone stands between two that
    follow one another so."""
    last, unread = 0, list[_Start]()
    rising = _rising([start.number for start in column])
    for at, start in enumerate(column):
        if at not in rising:
            unread.append(start)
            continue
        if start.number == last + len(unread) + 1:
            yield from zip(unread, range(last + 1, start.number), strict=True)
        last, unread = start.number, []


def _rising(numbers: Sequence[int]) -> set[int]:
    """Where the most numbers stand that go on rising, 0 aside."""
    ends, lasts = list[int](), list[int]()  # the least number that this many end with, and where it stands
    before: dict[int, int] = {}
    for at, number in enumerate(numbers):
        if number:
            many = bisect_left(ends, number)
            ends[many : many + 1] = [number]
            lasts[many : many + 1] = [at]
            before[at] = lasts[many - 1] if many else -1
    found, at = set[int](), lasts[-1] if lasts else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
