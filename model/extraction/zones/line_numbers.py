"""Numbers of lines in the margin, as drafts, bills and transcripts have them: furniture, a column a page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
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


def split(sheet: Sheet) -> tuple[Sheet, list[Piece]]:
    """The sheet without the numbers of its lines, and these from top to bottom."""
    numbers = [piece for piece in sheet.ordered if len(piece.text) < 5 and piece.text.strip().isdigit()]
    if len(numbers) < _FEWEST:
        return sheet, []
    words = [piece for piece in sheet.ordered if len(piece.text) > 4]
    if not words:
        return sheet, []
    left, right = min([p.x0 for p in words]), max([p.x1 for p in words])
    for column in (
        [p for p in numbers if p.x1 < left - _SPACE],
        [p for p in numbers if p.x0 > right + _SPACE],
    ):
        if len(column) >= _FEWEST and _count_lines(column, words):
            gone = set(map(id, column))
            return sheet.holding([p for p in sheet.pieces if id(p) not in gone]), column
    return sheet, []


def _count_lines(column: Sequence[Piece], words: Sequence[Piece]) -> bool:
    steps = [int(two.text) - int(one.text) for one, two in itertools.pairwise(column)]
    step = max(set(steps), key=steps.count)
    if step not in _STEPS or steps.count(step) < 0.9 * len(steps):
        return False
    first, last = column[0].baseline - 2, column[-1].baseline + 2
    lines = grouped(piece for piece in words if first <= piece.baseline <= last)
    going_on = sum([min(line, key=_x0).text.lstrip()[:1].islower() for line in lines])
    return len(column) >= _COUNTED * len(lines) / step and going_on > _RUNNING * len(lines)


def row(sheet: Sheet, column: Sequence[Piece]) -> Row:
    """One row of all the numbers of a page, in their order."""
    spans = tuple([with_text(span, f"{span.text.strip()} ") for piece in column for span in piece.spans])
    return row_of(sheet.number, column, column[0].x0, column[0].x1, Zone.HEADER)._replace(spans=spans)
