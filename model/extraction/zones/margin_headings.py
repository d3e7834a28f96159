"""Headings in the margin: they stand left of the column in which all text begins, beside its first lines."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol

from model.extraction.numbering.systems import readings
from model.extraction.zones.pieces import Piece

_x0 = attrgetter("x0")
_Row = Sequence[Piece]
# Points between a heading and the text beside it.
_SPACE = 6.0
# Of the rows of a page this many begin at the edge of its text.
_MOST = 0.4
# The text beside a heading is more than a value beside its term.
_RUNNING = 25
# Numbers hang this far before the text, first lines are indented this far; a heading is this much larger
# (points).
_HANGS, _SET_IN, _LARGER = 60.0, 40.0, 0.9
# The lines of a heading stand this near below each other (sizes).
_LEADING = 1.6
# It begins level with a row of the text, within this many points.
_LEVEL = 3.0
# This many rows of text stand beside each on average, and the middling one fills this much of its column.
_ROWS, _FILLED = 3, 0.7


class _Placed(Protocol):
    """What stands on a baseline."""

    @property
    def x0(self) -> float: ...

    @property
    def x1(self) -> float: ...

    @property
    def baseline(self) -> float: ...


def headings_first(rows: Sequence[_Row]) -> Sequence[_Row]:
    """The rows of a flow, with what stands out in the margin before the text that it heads."""
    if not any(len(row) > 1 and _is_set_off(min(row, key=_x0), max(row, key=_length)) for row in rows):
        return rows
    edge = _edge(rows)
    if edge is None:
        return rows
    out: list[_Row] = []
    heading: list[_Row] = []
    text: list[_Row] = []
    for at, row in enumerate(rows):
        rest = [piece for piece in row if piece.x1 >= edge - _SPACE]
        aside = [piece for piece in row if piece.x1 < edge - _SPACE]
        if aside and rest:
            hanging = max(aside, key=_x0)
            if edge - hanging.x0 < _HANGS and _is_number(hanging):
                aside.remove(hanging)
                rest.append(hanging)
        if aside and heading and _begins_below(heading[-1], aside):
            out += [*heading, *text]
            heading, text = [], []
        if aside and _heads(aside, rest, edge, bool(heading)):
            heading.append(aside)
            text += [rest] if rest else []
        elif heading and not aside and _goes_on(heading[-1], rows[at + 1 : at + 2], edge):
            text.append(row)
        else:
            out += [*heading, *text, row]
            heading, text = [], []
    return [*out, *heading, *text]


def are_headings(aside: Sequence[Piece], text: Sequence[_Placed]) -> bool:
    """Whether rows left of a text, bold or in italics, are headings in its margin: each block of them begins
    level with one of its rows, and there are much fewer of them, or several blocks, narrow and without a full
    stop."""
    if not (all(piece.spans[0].bold for piece in aside) or all(map(_is_slanted, aside))):
        return False
    tops = [0]
    for at, (one, two) in enumerate(itertools.pairwise(aside), 1):
        if two.baseline - one.baseline > _LEADING * two.size:
            tops.append(at)
    if 2 * len(aside) > len(text) and not _are_narrow(aside, tops, text):
        return False
    return all(any(abs(aside[at].baseline - row.baseline) < _LEVEL for row in text) for at in tops)


def _are_narrow(aside: Sequence[Piece], tops: Sequence[int], text: Sequence[_Placed]) -> bool:
    """Whether blocks of bold rows may be headings though the text beside them is hardly longer: there are
    several, with some rows of text to each, that run on; all are much narrower, none ends as a sentence does.
    """
    wide = max([row.x1 for row in text]) - min([row.x0 for row in text])
    widths = sorted([row.x1 - row.x0 for row in text])
    narrow = all(2 * (piece.x1 - piece.x0) < wide for piece in aside)
    ends = [aside[at - 1].text.rstrip() for at in [*tops[1:], len(aside)]]
    some = len(tops) > 1 and _ROWS * len(tops) <= len(text) and widths[len(text) // 2] > _FILLED * wide
    return some and narrow and not any(end.endswith(".") for end in ends)


def _edge(rows: Sequence[_Row]) -> float | None:
    """Where the text of most rows begins, or all that is long, if what begins further left stands apart."""
    texts = [max(row, key=_length) for row in rows]
    starts = Counter([round(piece.x0) for piece in texts])
    edge, count = starts.most_common(1)[0]
    if count < _MOST * len(rows):  # lists, each set in as its level is
        plain = [piece for piece in texts if not piece.spans[0].bold]
        running = [round(piece.x0) for piece in plain if len(piece.text) > _RUNNING]
        if len(running) < _MOST * len(rows):
            return None
        edge = min(running)
    return edge if min([min(row, key=_x0).x0 for row in rows]) < edge - 4 * _SPACE else None


def _heads(aside: _Row, rest: _Row, edge: float, goes_on: bool) -> bool:
    """Whether a row's pieces in the margin are a heading's, or go on with one; a number by itself is of the
    text beside it."""
    if not rest:
        return goes_on and all(map(_stands_out, aside))
    text = max(rest, key=_length)
    if not all(_is_set_off(piece, text) for piece in aside) or all(map(_is_number, aside)):
        return False
    first = min(rest, key=_x0)
    beside = -_HANGS < first.x0 - edge < _SET_IN and not text.spans[0].bold
    return beside and (goes_on or sum([len(piece.text) for piece in rest]) > _RUNNING)


def _begins_below(heading: _Row, aside: _Row) -> bool:
    """Whether a row in the margin stands too far below a heading to go on with it."""
    return aside[0].baseline - heading[0].baseline > _LEADING * aside[0].size


def _goes_on(heading: _Row, below: Sequence[_Row], edge: float) -> bool:
    """Whether the row below is the heading's next line, whose lines may stand between those of the text."""
    return any(
        all(piece.x1 < edge - _SPACE and _stands_out(piece) for piece in row)
        and row[0].baseline - heading[0].baseline < _LEADING * heading[0].size
        for row in below
    )


def _is_set_off(aside: Piece, text: Piece) -> bool:
    """Whether a piece is bold, in italics that the text beside it is not in, or larger than that."""
    slanted = _is_slanted(aside) and not text.spans[0].italic
    return aside.spans[0].bold or slanted or aside.size > text.size + _LARGER


def _stands_out(piece: Piece) -> bool:
    return piece.spans[0].bold or _is_slanted(piece)


def _is_slanted(piece: Piece) -> bool:
    return all(span.italic for span in piece.spans)


def _is_number(piece: Piece) -> bool:
    bare = piece.text.strip(" .()")
    return bool(readings(bare)) or bare.replace(".", "").isdigit()


def _length(piece: Piece) -> int:
    return len(piece.text)
