"""Numbers of lines beside the text, as drafts, bills and transcripts have them: furniture, a row a column.

They stand in either margin, or between two columns of text. Each line is counted, or each fifth or tenth one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.rows import Row, Zone
from model.extraction.zones.baselines import grouped, row_of
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import with_text

# By how many lines numbers may count on, and this many of them at least; fewer tell nothing.
_FEWEST = {1: 5, 5: 3, 10: 3}
# They are this many points from the text. Running lines may be in this share of the page's height above them.
_SPACE, _EDGE = 3.0, 0.08
# Of the lines between the first and the last number this many are counted, where each is.
_COUNTED = 0.7
# The lines that numbers count begin, or end, this near them, as a share of the page's width.
_NEAR = 0.3
# In running text this share of the lines begins with a small letter, or in a script that has none this share
# fills the column, except this many letters; entries of a list or a table do not.
_RUNNING, _FULL, _LAST = 0.25, 0.5, 2.0
# Numbers of two pages stand at the same place within this many points.
_SAME = 2.0
_x0 = attrgetter("x0")


def split(sheets: list[Sheet]) -> dict[int, list[Row]]:
    """Takes the numbers of lines out of the sheets, in place; rows of them by the number of each page that
    has some.

    A page of names or with a table tells nothing by itself: there they stand where other pages have theirs.
    """
    sure = [[one for one in _columns(sheet) if _count_lines(one, sheet)] for sheet in sheets]
    places = {place for found in sure for column in found for place in _ends(column)}
    if not places:
        return {}
    counted: dict[int, list[Row]] = {}
    for at, (sheet, found) in enumerate(zip(sheets, sure, strict=True)):
        taken = set(map(id, itertools.chain(*found)))
        found += [
            one for one in _columns(sheet)
            if id(one[0]) not in taken and _stands_at(one, places) and _step(one)
        ]  # fmt: skip
        if found:
            gone = {id(piece) for column in found for piece in column}
            sheets[at] = sheet.holding([p for p in sheet.pieces if id(p) not in gone])
            counted[sheet.number] = [_row(sheet, column) for column in found]
    return counted


def _columns(sheet: Sheet) -> Iterator[list[Piece]]:
    """Numbers that stand below each other, from top to bottom, with no words above or below them but in
    running lines."""
    numbers = [piece for piece in sheet.ordered if len(piece.text) < 5 and piece.text.strip().isdecimal()]
    if not numbers:
        return
    upper, lower = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    words = [p for p in sheet.ordered if len(p.text) > 4 and upper < p.baseline < lower]
    columns: list[list[Piece]] = []
    end = 0.0
    for piece in sorted(numbers, key=_x0):
        if not columns or piece.x0 > end:
            columns.append([])
            end = piece.x1
        columns[-1].append(piece)
        end = max(end, piece.x1)
    for column in columns:
        left, right = column[0].x0 - _SPACE, max([piece.x1 for piece in column]) + _SPACE
        if not any(piece.x0 < right and piece.x1 > left for piece in words):
            mine = set(map(id, column))
            yield [piece for piece in numbers if id(piece) in mine]


def _ends(column: Sequence[Piece]) -> Iterator[tuple[bool, float]]:
    """Where most numbers of a column begin (False) or end (True)."""
    for end, places in ((False, [p.x0 for p in column]), (True, [p.x1 for p in column])):
        middle = sorted(places)[len(places) // 2]
        if sum([abs(place - middle) < _SAME for place in places]) > 0.8 * len(places):
            yield end, middle


def _stands_at(column: Sequence[Piece], places: set[tuple[bool, float]]) -> bool:
    return any(
        end is other and abs(at - there) < _SAME for end, at in _ends(column) for other, there in places
    )


def _step(column: Sequence[Piece]) -> int:
    """By how much the numbers of a column count on; 0 if they do not."""
    steps = [int(two.text) - int(one.text) for one, two in itertools.pairwise(column)]
    step = max(set(steps), key=steps.count, default=1)
    return step if step in _FEWEST and steps.count(step) >= 0.9 * len(steps) else 0


def _count_lines(column: Sequence[Piece], sheet: Sheet) -> bool:
    """Whether the numbers count lines of running text on one side of them."""
    step = _step(column)
    if not step or len(column) < _FEWEST[step] or int(column[0].text) % step:
        return False
    first, last = column[0].baseline - 2, column[-1].baseline + 2
    left, right, near = min(map(_x0, column)), max([p.x1 for p in column]), _NEAR * sheet.width
    words = [p for p in sheet.ordered if len(p.text) > 4 and first <= p.baseline <= last]
    for beside in (
        [p for p in words if right < p.x0 < right + near],
        [p for p in words if left > p.x1 > left - near],
    ):
        lines = grouped(beside)
        if lines and len(column) >= _COUNTED * len(lines) / step and _run_on(lines):
            return True
    return False


def _run_on(lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether lines are those of running text."""
    begin = [min(line, key=_x0).text.lstrip()[:1] for line in lines]
    without_case = sum([letter.isalpha() and letter.lower() == letter.upper() for letter in begin])
    if without_case < _FULL * len(lines):
        return sum(map(str.islower, begin)) > _RUNNING * len(lines)
    ends = [max([piece.x1 for piece in line]) for line in lines]
    full = max(ends) - _LAST * lines[0][0].size
    return sum([end > full for end in ends]) > _FULL * len(lines)


def _row(sheet: Sheet, column: Sequence[Piece]) -> Row:
    """One row of all the numbers of a column, in their order."""
    spans = tuple([with_text(span, f"{span.text.strip()} ") for piece in column for span in piece.spans])
    return row_of(sheet.number, column, column[0].x0, column[0].x1, Zone.HEADER)._replace(spans=spans)
