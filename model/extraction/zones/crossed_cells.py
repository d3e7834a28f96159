"""Text that runs on from one cell of a table to the next.

Where little room is between what stands in two cells side by side, a PDF's text has both in one go. The rule
between them says where one ends; where there is none the other rows' cells do.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.zones.baselines import grouped
from model.extraction.zones.pieces import Piece
from model.extraction.zones.table_headers import Bounds, place, reaches
from model.reading.text import Rect, Span, with_text
from model.right_to_left import is_rtl

# What reaches over a rule by no more than this many points does not cross it.
_INSIDE = 3.0
# The space between two cells is this near to their rule (sizes of the type): where it stands goes by letters.
_NEAR = 1.5
# Cells of a column mostly begin at one place (points; where a word begins in its line goes by its letters).
_ALIGNED, _EXACT, _ABOUT = 0.6, 1.0, 4.0
# A column of which this many cells have words is one of words.
_WORDED = 0.2
# The widths of letters as shares of their size, those of most fonts.
_LETTER, _CAPITAL = 0.5, 0.7
_WIDTHS = {
    **dict.fromkeys(" .,:;'’!|", 0.25),
    **dict.fromkeys("ijlftrI()[]-", 0.3),
    **dict.fromkeys("mwMW", 0.8),
}
# A value.
_VALUE = re.compile(r"(?:[(+\-–]{0,2}\d{1,3}(?:[ ,.]\d{3})*(?:[.,]\d+)?[)%]{0,2}|[-–—])")
# A row has cells in at least this many columns beside two that are written in one go.
_BESIDE = 2
_x0 = attrgetter("x0")


def cut(upright: Sequence[Rect], rect: Rect, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a table, those that run over an upright rule cut at the space nearest to it."""
    rules = sorted([r for r in upright if r.y0 < rect.y1 and r.y1 > rect.y0 and rect.x0 < r.x0 < rect.x1])
    if not rules:
        return list(pieces)
    places = [rule.x0 for rule in rules]
    found: list[Piece] = []
    for piece in pieces:
        start = bisect_left(places, piece.x0 + _INSIDE)
        end = bisect_left(places, piece.x1 - _INSIDE, start)
        found += _cut(piece, rules[start:end]) if start < end and not is_rtl(piece.text) else [piece]
    return found


def are_ruled(cells: Sequence[Sequence[Piece]], rules: Sequence[Rect]) -> bool:
    """True if an upright rule stands between pieces on one line of a cell; rules come left first."""
    for line in itertools.chain.from_iterable(map(grouped, cells)):
        if len(line) < 2:
            continue
        for one, two in itertools.pairwise(sorted(line, key=_x0)):
            start = bisect_left(rules, one.x1 - _INSIDE, key=_x0)
            end = bisect_left(rules, two.x0 + _INSIDE, start, key=_x0)
            if any(rule.y0 < _middle(two) < rule.y1 for rule in rules[start:end]):
                return True
    return False


class _Column(NamedTuple):
    """Where the cells of a column begin (None if they do at many places), and whether some have words."""

    bounds: Bounds
    left: float | None
    worded: bool


def cut_by_columns(lines: Sequence[list[Piece]], columns: Sequence[Bounds]) -> list[list[Piece]]:
    """The lines of a table below its header, two cells that are written in one go parted."""
    starts = [left for left, _ in columns]
    seen: list[_Column] = []
    found: list[list[Piece]] = []
    for line in lines:
        parted = line
        for piece in line if len(line) > _BESIDE else ():
            at = bisect_left(starts, piece.x1 - _INSIDE) - 1
            if at > 0 and starts[at] > piece.x0 + _INSIDE and _is_alone(piece, at, line, columns):
                seen = seen or _columns(lines, columns)
                if parts := _in_two(piece, seen[at - 1], seen[at]):
                    parted = [part for other in parted for part in (parts if other is piece else [other])]
        found.append(parted)
    return found


def _is_alone(piece: Piece, at: int, line: Sequence[Piece], columns: Sequence[Bounds]) -> bool:
    """True if a piece is all that a line has in a column and in the one before, from which it comes, and
    the line's other columns are filled."""
    reached = [reaches(piece, column) for column in columns[:at]]
    if not reached[-1] or any(reached[:-1]):
        return False
    others = [other for other in line if other is not piece]
    filled = [any(reaches(other, column) for other in others) for column in columns]
    return sum(filled) >= max(_BESIDE, (len(columns) - 2) / 2) and not any(filled[at - 1 : at + 1])


def _columns(lines: Sequence[list[Piece]], columns: Sequence[Bounds]) -> list[_Column]:
    cells: list[list[Piece]] = [[] for _ in columns]
    for line in lines:
        if len(line) > 1:
            for piece in line:
                cells[place(piece, columns)].append(piece)
    return [
        _Column(
            bounds,
            _shared(piece.x0 for piece in held),
            sum([_has_word(piece.text) for piece in held]) > _WORDED * len(held),
        )
        for bounds, held in zip(columns, cells, strict=True)
    ]


def _shared(places: Iterable[float]) -> float | None:
    """The place at which most cells begin."""
    found = [round(x) for x in places]
    often = Counter(found).most_common(1)
    if not often:
        return None
    x = often[0][0]
    near = [other for other in found if abs(other - x) <= _EXACT]
    return x if len(near) > _ALIGNED * len(found) else None


def _in_two(piece: Piece, one: _Column, two: _Column) -> list[Piece]:
    """The parts of a piece that stand in two columns; none where it is of one cell, as their places or their
    kinds tell."""
    text = piece.text
    places = [x for span in piece.spans for x in places_of(span)[:-1]]
    starts = [at for at in range(1, len(text)) if text[at - 1] == " " != text[at] and text[:at].strip()]
    if two.worded:
        starts = [at for at in starts if two.left is not None and abs(places[at] - two.left) <= _ABOUT]
    elif one.worded:  # the longest value
        starts = [
            at for at in starts if _VALUE.fullmatch(text, at) and places[at] > two.bounds[0] - 2 * _ABOUT
        ]
    else:  # after the end of the first column's values
        starts = [
            at for at in starts if _VALUE.fullmatch(text, at) and abs(places[at] - one.bounds[1]) < 3 * _ABOUT
        ]
        starts.sort(key=lambda at: abs(places[at] - one.bounds[1] - _INSIDE))
    for at in starts:
        if one.worded or not _has_word(text[:at]):
            parts = _parted(piece.spans, places[at] - _INSIDE, piece.size)
            return [holding(piece, part) for part in parts] if parts else []
    return []


def places_of(span: Span) -> list[float]:
    """Where the letters of a span begin, and its end, by how wide letters of their kind mostly are."""
    widths = [_WIDTHS.get(sign, _CAPITAL if sign.isupper() else _LETTER) for sign in span.text]
    share = (span.x1 - span.x0) / (sum(widths) or 1)
    return [span.x0 + share * width for width in itertools.accumulate(widths, initial=0.0)]


def _has_word(text: str) -> bool:
    return any(map(str.isalpha, text))


def holding(piece: Piece, spans: Sequence[Span]) -> Piece:
    """A piece with some of its spans."""
    x0, x1 = min([span.x0 for span in spans]), max([span.x1 for span in spans])
    text = "".join([span.text for span in spans])
    return piece._replace(spans=tuple(spans), x0=x0, x1=x1, text=text.rstrip())


def _middle(piece: Piece) -> float:
    return piece.baseline - 0.3 * piece.size


def _cut(piece: Piece, rules: Sequence[Rect]) -> list[Piece]:
    middle = _middle(piece)
    rest: Sequence[Span] = piece.spans
    found: list[Piece] = []
    for rule in rules:
        if rule.y0 < middle < rule.y1 and (parts := _parted(rest, rule.x0, piece.size)):
            one, rest = parts
            found.append(holding(piece, one))
    return [*found, holding(piece, rest)] if found else [piece]


def _parted(spans: Sequence[Span], x: float, size: float) -> tuple[list[Span], list[Span]] | None:
    """The spans on both sides of a rule; none where a word runs through it, or all are on one side."""
    left, right = [], []
    for span in spans:
        if span.x1 < x + _INSIDE:
            left.append(span)
        elif span.x0 > x - _INSIDE:
            right.append(span)
        elif parts := _halves(span, x, size):
            left.append(parts[0])
            right.append(parts[1])
        else:
            return None
    return (left, right) if left and right else None


def _halves(span: Span, x: float, size: float) -> tuple[Span, Span] | None:
    text = span.text.rstrip()
    start = len(text) - len(text.lstrip())
    spaces = [at for at in range(start, len(text)) if text[at] == " "]
    if not spaces:
        return None
    places = places_of(span)
    at = min(spaces, key=lambda at: abs(places[at] - x))
    if abs(places[at] - x) > _NEAR * size:
        return None
    one, two = text[:at].rstrip(), text[at:].lstrip()
    return (
        with_text(span, one)._replace(x1=min(x, places[at])),
        with_text(span, two)._replace(x0=max(x, places[at + 1])),
    )
