"""The rows near the edges of pages, and what may repeat of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from model.extraction.wording import ROMAN_PAGE
from model.extraction.zones.baselines import grouped
from model.extraction.zones.contents import is_heading, leads_to_page
from model.extraction.zones.edge_numbers import page_number
from model.extraction.zones.footnotes import opening_mark, plain_number
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# As shares of the page's height. Executive boards set their running head as low as 97 of 842 points.
_TOP, _BOTTOM = 0.17, 0.83
# This many rows are looked at from the edge inwards.
_ROWS = 6
_DIGITS = re.compile(r"\d+")
_IN_BRACKETS = re.compile(r"\s*(\[\d{1,3}\])\s*[^\W\d]")
_TYPED_MARK = re.compile(r"\S\s?(\[\d{1,3}\])")
_ROMAN = "ivxl"
# What the row of a note at the foot of a page is folded to begins like this.
NOTE = "note:"
_x0 = attrgetter("x0")


class EdgeRow(NamedTuple):
    """Pieces that share a baseline near an edge, by their index on the sheet."""

    baseline: float
    indices: tuple[int, ...]
    folds: tuple[str, ...]

    def of(self, sheet: Sheet) -> list[Piece]:
        """Its pieces."""
        return [sheet.pieces[index] for index in self.indices]


# By page, the rows near its top and near its foot, the outermost first.
Edges = dict[int, tuple[list[EdgeRow], list[EdgeRow]]]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """What repeats of a running line: digits, spaces and case do not count."""
    folded = "".join(text.split()).casefold()
    if folded[-1:] in _ROMAN or folded[:1] in _ROMAN:  # the plain tests spare most rows the pattern
        folded = ROMAN_PAGE.sub(r"\1#", folded)
    return _DIGITS.sub("#", folded)


def edges_of(sheets: Sequence[Sheet]) -> Edges:
    """The rows near the edges of each page."""
    return {sheet.number: _edge_rows(sheet) for sheet in sheets}


def _edge_rows(sheet: Sheet) -> tuple[list[EdgeRow], list[EdgeRow]]:
    """The rows near both edges, the outermost first."""
    upper, lower = _TOP * sheet.height, _BOTTOM * sheet.height
    near = [
        (index, piece) for index, piece in enumerate(sheet.pieces)
        if not upper <= piece.baseline <= lower and piece.level
    ]  # fmt: skip
    at = {id(piece): index for index, piece in near}
    rules = sorted([rule.y0 for rule in sheet.level])
    head = _unruled([piece for _, piece in near if piece.baseline < upper], rules)
    foot = _unruled([piece for _, piece in near if piece.baseline > lower], rules)
    if sheet.heads_contents:
        head = _above_entries(head)
    marks = {span.text.strip(" ,") for piece in sheet.pieces for span in piece.spans if span.raised}
    if any(_IN_BRACKETS.match(piece.text) for row in foot for piece in row):
        marks.update(mark for piece in sheet.pieces for mark in _TYPED_MARK.findall(piece.text))
    return _edge(head[:_ROWS], at, None), _edge(foot[: -_ROWS - 1 : -1], at, marks)


def _edge(rows: Sequence[Sequence[Piece]], at: Mapping[int, int], marks: Set[str] | None) -> list[EdgeRow]:
    return [EdgeRow(row[0].baseline, tuple([at[id(p)] for p in row]), _folds(row, marks)) for row in rows]


def _above_entries(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows above the first entry of a contents list, and its heading: the entry's words may well stand
    at the same height on the page that it leads to."""
    heading = next(
        (i for i, row in enumerate(rows) if any(is_heading(piece.text) for piece in row)), len(rows)
    )
    entries = (i for i, row in enumerate(rows) if i > heading and leads_to_page(max(row, key=_x0).text))
    return [*rows[: next(entries, len(rows))]]


def _unruled(pieces: Sequence[Piece], rules: Sequence[float]) -> list[list[Piece]]:
    return [row for row in grouped(pieces) if len(row) < 2 or not _is_ruled(row, rules)]


def _is_ruled(row: Sequence[Piece], rules: Sequence[float]) -> bool:
    """True for cells between two rules (their heights in order): the header of a table that goes on over
    pages."""
    baseline = row[0].baseline
    above = bisect_left(rules, baseline - 4) > bisect_right(rules, baseline - 18)
    return above and bisect_left(rules, baseline + 14) > bisect_right(rules, baseline)


def _folds(row: Sequence[Piece], marks: Set[str] | None) -> tuple[str, ...]:
    """What may repeat of a row. A footnote that the page's artwork repeats does so with its mark.

    `marks`: what stands raised on the page; None at its top.
    """
    if marks is not None and _begins_note(min(row, key=_x0), max([p.size for p in row]), marks):
        whole = NOTE + "".join([p.text for p in sorted(row, key=_x0)])
        return (whole,) * len(row)
    return tuple([fold(p.text) for p in row])


def _begins_note(first: Piece, size: float, marks: Set[str]) -> bool:
    """Whether a piece begins a note: with its mark, or with a number that the text has raised or, in square
    brackets, after a word."""
    if opening_mark(first.spans, size):
        return True
    typed = _IN_BRACKETS.match(first.text)
    if typed and typed[1] in marks:
        return True
    return bool(marks) and str(plain_number(first.spans)) in marks and page_number(first.text) is None
