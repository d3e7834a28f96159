"""Numbers of lines in the margin, as drafts, bills and transcripts have them: furniture, a column a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.rows import Row, Zone
from model.extraction.zones.baselines import grouped, row_of
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

# Fewer numbers tell nothing; they stand so many points from the text.
_FEWEST, _SPACE = 5, 3.0
# Each line is counted, or each fifth or tenth one.
_STEPS = (1, 5, 10)
# Of the lines between the first and the last number so many are counted, where each is.
_COUNTED = 0.7
# So many lines begin with a small letter in running text; entries of a list or a table do not.
_RUNNING = 0.25
_x0 = attrgetter("x0")


def split(sheets: list[Sheet]) -> dict[int, Row]:
    """Takes the numbers of lines out of the sheets, in place; one row of them by the number of each page that
    has some.

    A page of names or with a table tells nothing by itself: there they stand where other pages have theirs.
    """
    columns = [list(_columns(sheet)) for sheet in sheets]
    sure = [
        next((one for one in found if len(one) >= _FEWEST and _count_lines(one, sheet)), None)
        for sheet, found in zip(sheets, columns, strict=True)
    ]
    places = {round(_edge(column)) for column in sure if column}
    counted: dict[int, Row] = {}
    for at, (sheet, found, column) in enumerate(zip(sheets, columns, sure, strict=True)):
        if column is None:
            column = next((one for one in found if round(_edge(one)) in places and _step(one)), None)
        if column:
            gone = set(map(id, column))
            sheets[at] = sheet.holding([p for p in sheet.pieces if id(p) not in gone])
            counted[sheet.number] = _row(sheet, column)
    return counted


def _columns(sheet: Sheet) -> Iterator[list[Piece]]:
    """The numbers left and right of all words of a page, from top to bottom."""
    numbers = [piece for piece in sheet.ordered if len(piece.text) < 5 and piece.text.strip().isdigit()]
    if numbers and (words := [piece for piece in sheet.ordered if len(piece.text) > 4]):
        left, right = min([p.x0 for p in words]), max([p.x1 for p in words])
        yield [p for p in numbers if p.x1 < left - _SPACE]
        yield [p for p in numbers if p.x0 > right + _SPACE]


def _edge(column: Sequence[Piece]) -> float:
    """Where most numbers of a column end."""
    return max([piece.x1 for piece in column], default=0.0)


def _step(column: Sequence[Piece]) -> int:
    """By how much the numbers of a column count on; 0 where they do not."""
    steps = [int(two.text) - int(one.text) for one, two in itertools.pairwise(column)]
    step = max(set(steps), key=steps.count, default=1)
    return step if step in _STEPS and steps.count(step) >= 0.9 * len(steps) else 0


def _count_lines(column: Sequence[Piece], sheet: Sheet) -> bool:
    step = _step(column)
    first, last = column[0].baseline - 2, column[-1].baseline + 2
    lines = grouped(p for p in sheet.ordered if len(p.text) > 4 and first <= p.baseline <= last)
    going_on = sum([min(line, key=_x0).text.lstrip()[:1].islower() for line in lines])
    return step > 0 and len(column) >= _COUNTED * len(lines) / step and going_on > _RUNNING * len(lines)


def _row(sheet: Sheet, column: Sequence[Piece]) -> Row:
    """One row of all the numbers of a page, in their order."""
    spans = tuple([with_text(span, f"{span.text.strip()} ") for piece in column for span in piece.spans])
    return row_of(sheet.number, column, column[0].x0, column[0].x1, Zone.HEADER)._replace(spans=spans)
