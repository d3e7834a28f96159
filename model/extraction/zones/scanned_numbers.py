"""Numbers of paragraphs on scans: recognition misreads what stands by itself in a margin ("G;" for 6.). The
numbers before and after tell what they are, if as many rows begin so as numbers are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.extraction.zones.pieces import Piece
from model.extraction.zones.scans import is_scan
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

_NUMBER = re.compile(r"(\d{1,3})\.")
# What a number of up to three digits and its stop are misread as has no more signs.
_MOST = 4
# Numbers begin so near to the left edge of others (points), and their text so near to where theirs does.
_EDGE, _TEXT = 8.0, 3.0


class _Start(NamedTuple):
    """A short piece before the others of a row; 0 where it was read as no number."""

    sheet: int
    piece: Piece
    text: float
    number: int


def restored(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, the misread numbers on those that are scans as they are meant."""
    starts = [start for at, sheet in enumerate(sheets) if is_scan(sheet) for start in _starts(sheet, at)]
    read = [start for start in starts if start.number]
    column = [start for start in starts if start.number or any(_is_beside(start, other) for other in read)]
    meant: dict[int, dict[int, Piece]] = {}
    for start, number in _missing(column):
        span = with_text(start.piece.spans[0], f"{number}.")
        meant.setdefault(start.sheet, {})[id(start.piece)] = start.piece._replace(
            spans=(span,), text=span.text
        )
    return [
        sheet.holding([meant[at].get(id(piece), piece) for piece in sheet.pieces]) if at in meant else sheet
        for at, sheet in enumerate(sheets)
    ]


def _starts(sheet: Sheet, at: int) -> Iterator[_Start]:
    for row in sheet.rows:
        first, *others = sorted(row, key=lambda piece: piece.x0)
        text = first.text.strip()
        if others and len(text) <= _MOST:
            number = _NUMBER.fullmatch(text)
            yield _Start(at, first, others[0].x0, int(number[1]) if number else 0)


def _is_beside(start: _Start, other: _Start) -> bool:
    """Whether a row begins as one with a number does."""
    to_text, others = start.text - start.piece.x0, other.text - other.piece.x0
    return abs(start.piece.x0 - other.piece.x0) < _EDGE and abs(to_text - others) < _TEXT


def _missing(column: Sequence[_Start]) -> Iterator[tuple[_Start, int]]:
    """What was read as no number, with what it is, where it alone stands between two that follow one
    another so."""
    last, unread = 0, list[_Start]()
    for start in column:
        if not start.number:
            unread.append(start)
            continue
        if start.number == last + len(unread) + 1:
            yield from zip(unread, range(last + 1, start.number), strict=True)
        last, unread = start.number, []
