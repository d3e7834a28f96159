"""Paragraphs' numbers that stand in the right margin: they are put before the words beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction.zones.baselines import SAME_BASELINE
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

_NUMBER = re.compile(r"\s*\d{1,3}\.?\s*")
_DIGITS = re.compile(r"\d+")
_LONGEST = 5
# A row of running text has this many letters; numbers stand this many points from all of them.
_RUNNING, _SPACE = 30, 6.0
# So many numbers tell something; those of pages are one a page. Paragraphs have so many rows on average;
# lines that are counted and entries of a list, with the pages that they lead to, have one.
_FEWEST, _ROWS = 5, 1.5
_Beside = tuple[Piece, Piece]  # a number, and the words that it stands beside


def joined(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, such numbers before the words if they count on through the pages, and are more than one on
    some."""
    found = [_found(sheet) for sheet in sheets]
    found = [beside if _follow(beside) else [] for beside in found]
    values = [value for beside in found for value in _values(beside)]
    several = sum(len(beside) > 1 for beside in found) * 2 >= sum(map(bool, found))
    if len(values) < _FEWEST or values != sorted(set(values)) or not several:
        return [*sheets]
    return [_holding(sheet, beside) if beside else sheet for sheet, beside in zip(sheets, found, strict=True)]


def _found(sheet: Sheet) -> list[_Beside]:
    """The numbers right of all running text that stand beside the first rows of paragraphs, from top to
    bottom; none if what they stand beside has single rows."""
    numbers = [one for one in sheet.ordered if len(one.text) <= _LONGEST and _NUMBER.fullmatch(one.text)]
    running = [piece for piece in sheet.ordered if len(piece.text) > _RUNNING] if numbers else ()
    if not running:
        return []
    edge = max([piece.x1 for piece in running]) + _SPACE
    beside = []
    for number in numbers:
        if number.x0 > edge:
            row = [one for one in running if abs(one.baseline - number.baseline) < SAME_BASELINE]
            if row:
                beside.append((number, min(row, key=lambda piece: piece.x0)))
    if len(beside) < 2:
        return beside
    top, low = (number.baseline - SAME_BASELINE for number, _ in (beside[0], beside[-1]))
    rows = {round(one.baseline) for one in sheet.ordered if one.x0 < edge and top < one.baseline < low}
    return beside if len(rows) >= _ROWS * (len(beside) - 1) else []


def _values(beside: Sequence[_Beside]) -> list[int]:
    return [int(_DIGITS.findall(number.text)[0]) for number, _ in beside]


def _follow(beside: Sequence[_Beside]) -> bool:
    """Whether those of a page follow one another."""
    return all(two == one + 1 for one, two in itertools.pairwise(_values(beside)))


def _holding(sheet: Sheet, beside: Sequence[_Beside]) -> Sheet:
    put: dict[int, Piece | None] = {}
    for number, words in beside:
        span = with_text(number.spans[0], number.text.strip() + " ")
        put[id(number)] = None
        put[id(words)] = words._replace(spans=(span, *words.spans), text=span.text + words.text)
    return sheet.holding([p for piece in sheet.pieces if (p := put.get(id(piece), piece)) is not None])
