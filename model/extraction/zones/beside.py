"""Headings in the margin: they stand left of the column in which all text begins, beside its first lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.numbering.systems import readings
from model.extraction.zones.pieces import Piece

_x0 = attrgetter("x0")
_Row = Sequence[Piece]
# Points between a heading and the text beside it.
_SPACE = 6.0
# Of the rows of a page so many begin at the edge of its text.
_MOST = 0.4
# The text beside a heading is more than a value beside its term.
_RUNNING = 25


def headings_first(rows: Sequence[_Row]) -> Sequence[_Row]:
    """The rows of a flow, with what stands in bold in the margin before the text that it heads."""
    if not any(len(row) > 1 and min(row, key=_x0).spans[0].bold for row in rows):
        return rows
    edge = _edge(rows)
    if edge is None:
        return rows
    out: list[_Row] = []
    heading: list[_Row] = []
    text: list[_Row] = []
    for row in rows:
        aside = [piece for piece in row if piece.x1 < edge - _SPACE]
        rest = [piece for piece in row if piece.x1 >= edge - _SPACE]
        if aside and _heads(aside, rest, edge, bool(heading)):
            heading.append(aside)
            text += [rest] if rest else []
        else:
            out += [*heading, *text, row]
            heading, text = [], []
    return [*out, *heading, *text]


def _edge(rows: Sequence[_Row]) -> float | None:
    """Where most rows begin, if what begins further left stands apart from it."""
    starts = Counter([round(min(row, key=_x0).x0) for row in rows])
    edge, count = starts.most_common(1)[0]
    return edge if count >= _MOST * len(rows) and min(starts) < edge - 4 * _SPACE else None


def _heads(aside: _Row, rest: _Row, edge: float, goes_on: bool) -> bool:
    """Whether a row's pieces in the margin are a heading's, or go on with one; a number by itself is of the
    text beside it."""
    if not all(piece.spans[0].bold for piece in aside) or _is_number(aside[0].text):
        return False
    if not rest:
        return goes_on
    first = min(rest, key=_x0)
    beside = abs(first.x0 - edge) < 2 and not first.spans[0].bold
    return beside and (goes_on or sum([len(piece.text) for piece in rest]) > _RUNNING)


def _is_number(text: str) -> bool:
    """Whether a text is a number and nothing else: "4", "IV.", "(a)", "1.12"."""
    return all(map(readings, text.strip(" .()").split(".")))
