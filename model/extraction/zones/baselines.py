"""Rows: pieces that share a baseline.

Boxes of a PDF's lines overlap and differ with the font; baselines do not. Numbers that hang in the margin,
superscripts and words of a badly justified line arrive as pieces of their own and join their row here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter

from model.extraction.rows import Row, Zone
from model.extraction.zones.pieces import Piece, extent
from model.reading.text import Span, with_text
from model.right_to_left import is_rtl

# Baselines of one row differ by up to this much (points): measured in the corpus.
SAME_BASELINE = 2.0
# A superscript stands at most this share of the row's size above its baseline.
_RAISE = 0.75
# From this share of the size on a gap between two pieces is a space.
_SPACE = 0.12
# From its values in order, in half the time of the class's own call.
_made = partial(tuple.__new__, Row)
_baseline = attrgetter("baseline")
_x0 = attrgetter("x0")
_x1 = attrgetter("x1")


def grouped(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by baseline, from top to bottom."""
    ordered = sorted(pieces, key=_baseline)
    if len(ordered) < 2:
        return [ordered] if ordered else []
    marks = [piece for piece in ordered if piece.mark]
    if marks:
        small = 0.8 * longest(ordered).size
        marks = [piece for piece in marks if piece.size < small]
    if marks:
        apart = set(map(id, marks))
        ordered = [piece for piece in ordered if id(piece) not in apart]
    rows: list[list[Piece]] = []
    lowest = -1e9
    for piece in ordered:
        baseline = piece.baseline
        if baseline <= lowest:
            rows[-1].append(piece)
        else:
            rows.append([piece])
            lowest = baseline + SAME_BASELINE
    if marks:
        _attach(marks, rows)
    return rows


def _attach(marks: Sequence[Piece], rows: list[list[Piece]]) -> None:
    """Puts marks (superscripts, small digits) into the row whose text they stand beside.

    Both come sorted by baseline.
    """
    loose: list[list[Piece]] = []
    start = 0
    count = len(rows)
    bounds = [(row[0].baseline, row[0].size, tuple(row)) for row in rows]
    for mark in marks:
        while start < count and bounds[start][0] < mark.baseline - SAME_BASELINE:
            start += 1
        home = -1
        nearest = 1e9
        for index in range(start, min(start + 3, count)):
            baseline, size, text = bounds[index]
            drop = baseline - mark.baseline
            if drop > _RAISE * size:
                continue
            gap = _gap(mark, text)
            if gap < 2.0 * size and gap + drop < nearest:
                home, nearest = index, gap + drop
        if home >= 0:
            rows[home].append(mark)
        elif start < count and abs(bounds[start][0] - mark.baseline) <= SAME_BASELINE:
            rows[start].append(mark)
        elif loose and mark.baseline - loose[-1][0].baseline <= SAME_BASELINE:
            loose[-1].append(mark)
        else:
            loose.append([mark])
    if loose:
        rows.extend(loose)
        rows.sort(key=_first_baseline)


def _gap(mark: Piece, row: Sequence[Piece]) -> float:
    """How far the nearest of a row's pieces stands beside a mark; less than 0 if they overlap."""
    nearest = 1e9
    left, right = mark.x0, mark.x1
    for _, x0, _, x1, _, _, _, _, _, _ in row:
        gap = left - x1 if left - x1 > x0 - right else x0 - right
        if gap < nearest:
            nearest = gap
    return nearest


def _first_baseline(row: Sequence[Piece]) -> float:
    return row[0].baseline


def row_of(
    page: int,
    pieces: Sequence[Piece],
    left: float,
    right: float,
    zone: Zone = Zone.BODY,
    group: int = 0,
    column: int = 0,
    cell: tuple[int, int] = (0, 0),
) -> Row:
    """One row of pieces that share a baseline, in reading order, spaces set where gaps are."""
    if len(pieces) == 1:
        spans, x0, y0, x1, y1, baseline, size, _, text, _ = pieces[0]
        if text[0].isspace():
            spans = (with_text(spans[0], spans[0].text.lstrip()), *spans[1:])
    else:
        spans = _spaced(pieces)
        x0, y0, x1, y1 = extent(pieces)
        _, _, _, _, _, baseline, size, _, _, _ = longest(pieces)
    return _made((
        page, spans, x0, y0, x1, y1, baseline, size, left, right, zone, group, 0, column, False, False, cell,
    ))  # fmt: skip


def _spaced(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """The spans of pieces in reading order, with spaces where gaps are."""
    rtl = is_rtl("".join([piece.text for piece in pieces]))
    ordered = sorted(pieces, key=_x1, reverse=True) if rtl else sorted(pieces, key=_x0)
    spans: list[Span] = []
    for piece in ordered:
        if spans:
            last = spans[-1]
            gap = last.x0 - piece.x1 if rtl else piece.x0 - last.x1
            if gap > _SPACE * last.size and not last.text[-1:].isspace() and not piece.text[0].isspace():
                spans[-1] = with_text(last, last.text + " ")
        spans.extend(piece.spans)
    if spans[0].text[:1].isspace():
        spans[0] = with_text(spans[0], spans[0].text.lstrip())
    return tuple(spans)


def longest(pieces: Sequence[Piece]) -> Piece:
    """The first of those with the most characters."""
    found, most = pieces[0], 0
    for piece in pieces:
        length = len(piece.text)
        if length > most:
            found, most = piece, length
    return found
