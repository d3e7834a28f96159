"""Headings' numbers that stand in a row by themselves above the words: they are put before these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.extraction.numbering.labels import TOP_LABELS
from model.extraction.numbering.systems import roman
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

_NUMBER = re.compile(r"\s*([IVXLC]{1,6}|\d{1,2})\s*")
_LONGEST = 8
# The words stand no further below (sizes), and begin, or have their middle, where the number has (points).
_BELOW, _LEVEL = 2.6, 2.0
# Headings' words are set in type this much larger than the text, or are no longer than this many letters.
_LARGER, _SHORT = 0.9, 90


class _Above(NamedTuple):
    """A number and the piece below it, with the place of its sheet and how both are set."""

    sheet: int
    number: Piece
    words: Piece
    value: int
    dress: tuple[bool, bool, bool]


def joined(sheets: Sequence[Sheet], body_size: float) -> list[Sheet]:
    """The sheets, such numbers before the words if at least two are set alike and count from 1."""
    runs: defaultdict[tuple[bool, bool, bool], list[_Above]] = defaultdict(list)
    for at, sheet in enumerate(sheets):
        for found in _found(sheet, at, body_size):
            runs[found.dress].append(found)
    put: defaultdict[int, dict[int, Piece | None]] = defaultdict(dict)
    for run in runs.values():
        for found in _counted(run):
            put[found.sheet][id(found.number)] = None
            put[found.sheet][id(found.words)] = _before(found.number, found.words)
    return [sheet if at not in put else _holding(sheet, put[at]) for at, sheet in enumerate(sheets)]


def _found(sheet: Sheet, at: int, body_size: float) -> Iterator[_Above]:
    if not any(len(piece.text) < _LONGEST and _NUMBER.fullmatch(piece.text) for piece in sheet.ordered):
        return
    for above, row, below in zip([[], *sheet.rows], sheet.rows, sheet.rows[1:], strict=False):
        number, words = row[0], below[0]
        match = _NUMBER.fullmatch(number.text)
        if match is None or len(row) > 1 or len(below) > 1 or not words.text[:1].isalpha():
            continue
        if above and above[0].text.strip().casefold() in TOP_LABELS:
            continue  # "CHAPTER" / "2" / "Rivers of the valley"
        middle = abs(number.x0 + number.x1 - words.x0 - words.x1) < 2 * _LEVEL
        if not middle and abs(number.x0 - words.x0) > _LEVEL:
            continue
        bold, one = words.spans[0].bold, number.spans[0].bold
        underlined = _is_underlined(words, sheet)  # the line below an I may be too short to be told
        large = min(number.size, words.size) > body_size + _LARGER
        near = words.baseline - number.baseline < _BELOW * max(number.size, words.size)
        if near and bold == one and len(words.text) < _SHORT and (bold or underlined or large or middle):
            value = int(match[1]) if match[1].isdigit() else roman(match[1].lower()) or 0
            yield _Above(at, number, words, value, (match[1].isdigit(), middle, bold))


def _is_underlined(piece: Piece, sheet: Sheet) -> bool:
    return any(
        0 < rule.y0 - piece.baseline < 0.4 * piece.size and abs(rule.x0 - piece.x0) < _LEVEL
        for rule in sheet.strokes
    )


def _counted(run: Sequence[_Above]) -> list[_Above]:
    """Those that count on from 1 above different words; parts may count again, one by itself beside
    others."""
    parts: list[list[_Above]] = []
    for found in run:
        if found.value == 1:
            parts.append([found])
        elif parts and found.value == parts[-1][-1].value + 1:
            parts[-1].append(found)
    parts = [part for part in parts if len({found.words.text for found in part}) == len(part)]
    # a lone 1 may be anything, and so may many above the same words
    counts = any(len(part) > 1 for part in parts)
    return [found for part in parts for found in part] if counts else []


def _before(number: Piece, words: Piece) -> Piece:
    span = with_text(number.spans[0], number.text.strip() + " ")
    return words._replace(
        spans=(span, *words.spans), x0=min(number.x0, words.x0), y0=number.y0, text=span.text + words.text
    )


def _holding(sheet: Sheet, put: dict[int, Piece | None]) -> Sheet:
    pieces = (put.get(id(piece), piece) for piece in sheet.pieces)
    return sheet.holding([piece for piece in pieces if piece is not None])
