"""The lines of a row: words on several lines, and the values beside them."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.zones.cells import text_of
from model.extraction.zones.pieces import Piece
from model.extraction.zones.table_headers import SHORT, Bounds, cells_of
from model.reading.text import Rect

_y0 = attrgetter("y0")
_Line = list[Piece]
Cells = list[_Line]
# Lines of a cell stand no further apart than this many sizes, and than this share of the widest gap.
_SOLID, _CLOSER = 1.5, 0.9
# Where this many of the lines with words alone had no room above, none is a group's name.
_MOST = 0.6
# Of this many lines with nothing in the first column it holds no key.
_REST = 0.4
# Words on two lines and the values between them stand closer than this many sizes.
_BESIDE = 0.8


def joined(lines: Sequence[_Line], columns: Sequence[Bounds], rules: Sequence[Rect]) -> Iterator[Cells]:
    """The rows below the header: lines, and those that go on in the cells of the line above, except a rule
    between them."""
    gaps = [two[0].baseline - one[0].baseline for one, two in itertools.pairwise(lines)]
    size = max([line[0].size for line in lines])
    made = [cells_of(line, columns) for line in lines]
    solid, close = _SOLID * size, _CLOSER * max(gaps, default=0.0)
    if close < solid and _are_broken(made, wider := _widened(columns, made)):
        columns, close = wider, solid
    close = min(close, solid)
    keyless = solid if _are_keyless(made, columns) else close
    row = [made[0]]
    for above, below, gap, line in zip(lines, lines[1:], gaps, made[1:], strict=False):
        if _is_ruled_off(above, below, rules):
            yield _whole(row)
            row = [line]
        elif gap < _BESIDE * size and _are_beside(row[-1], line):
            if _are_values_below(row, line):  # its words are the next row's
                yield _whole(row[:-1])
                row = row[-1:]
            row.append(line)
        elif gap < (close if line[0] else keyless) and _goes_on(_whole(row), row[-1], line, columns):
            row.append(line)
        else:
            yield _whole(row)
            row = [line]
    yield _whole(row)


def _is_ruled_off(above: _Line, line: _Line, rules: Sequence[Rect]) -> bool:
    """True if a rule runs over all of a line, below the line above; rules come from top to bottom."""
    start = bisect_right(rules, above[0].baseline, key=_y0)
    end = bisect_left(rules, line[0].baseline, start, key=_y0)
    left, right = min([piece.x0 for piece in line]), max([piece.x1 for piece in line])
    return any(rule.x0 < left + SHORT and rule.x1 > right - SHORT for rule in rules[start:end])


def _widened(columns: Sequence[Bounds], lines: Sequence[Cells]) -> list[Bounds]:
    """The columns with the room that the words of lines with cells side by side take."""
    beside = [line for line in lines if sum(map(bool, line)) > 1]
    ends = [max([line[at][-1].x1 for line in beside if line[at]], default=0.0) for at in range(len(columns))]
    nexts = [left for left, _ in columns[1:]] + [math.inf]
    return [
        (left, max(right, end if end < after else right))
        for (left, right), end, after in zip(columns, ends, nexts, strict=True)
    ]


def _whole(lines: Sequence[Cells]) -> Cells:
    """The cells of a row, of which lines are given."""
    return [list(itertools.chain.from_iterable(cell)) for cell in zip(*lines, strict=True)]


def _are_values_below(row: Sequence[Cells], line: Cells) -> bool:
    """True if a line has values in a column in which its row, except the line right above, has some."""
    return len(row) > 1 and _meets_values(_whole(row[:-1]), line)


def _meets_values(row: Cells, line: Cells) -> bool:
    """True if a line has values in a column in which its row has some: they are another row's."""
    return any(
        above and below and not _has_letters(above) and not _has_letters(below)
        for above, below in zip(row, line, strict=True)
    )


def _are_broken(lines: Sequence[Cells], columns: Sequence[Bounds]) -> bool:
    """True if most lines with words in the first column alone had no room in the line above: no names of
    groups, though no closer to it than rows are to each other."""
    lone = [pair for pair in itertools.pairwise(lines) if pair[1][0] and not any(pair[1][1:])]
    broken = sum([_is_broken(above[0], below[0], columns[0]) for above, below in lone])
    return broken > max(1, _MOST * len(lone))


def _are_keyless(lines: Sequence[Cells], columns: Sequence[Bounds]) -> bool:
    """True if most lines have something in the first column, and most of the rest had no room in the line
    above: they go on with its row, though no closer to it than rows are to each other."""
    rest = [pair for pair in itertools.pairwise(lines) if not pair[1][0]]
    broken = [
        all(_is_broken(above[at], below[at], columns[at]) for at, cell in enumerate(below) if cell)
        for above, below in rest
    ]
    return len(rest) < _REST * len(lines) and sum(broken) > max(1, _MOST * len(broken))


def _are_beside(one: Cells, two: Cells) -> bool:
    """True for lines in other columns, one of them of values alone."""
    worded = [any(map(str.isalpha, "".join([p.text for cell in line for p in cell]))) for line in (one, two)]
    return not all(worded) and not any(above and below for above, below in zip(one, two, strict=True))


def _goes_on(row: Cells, above: Cells, line: Cells, columns: Sequence[Bounds]) -> bool:
    """True for a line in fewer columns than its row, or for one with values at the foot of its row, which
    begins with a small letter: below words that left no room for its own."""
    if _meets_values(row, line):
        return False
    held, more = sum(map(bool, row)), sum(map(bool, line))
    if more >= held and not text_of([piece for cell in line for piece in cell])[:1].islower():
        return False
    fewer = line if more < held else above
    return all(_is_broken(above[at], line[at], columns[at]) for at, cell in enumerate(fewer) if cell)


def _is_broken(above: _Line, below: _Line, column: Bounds) -> bool:
    """True if the first word of a cell's line had no room in the line above; values are never broken, and
    bold words do not go on in others."""
    if not above or not below or not _has_letters(above):
        return False
    if above[-1].spans[-1].bold != below[0].spans[0].bold:
        return False
    text = text_of(below)
    needed = (below[-1].x1 - below[0].x0) * (len(text.split(" ")[0]) + 1) / len(text)
    return max(column[1] - above[-1].x1, above[0].x0 - column[0]) < needed


def _has_letters(cell: _Line) -> bool:
    return any(map(str.isalpha, text_of(cell)))
