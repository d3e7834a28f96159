"""Reading order: which text stands in columns, and what is read after what.

A column begins at a place where many lines begin, with nothing crossing the gap before it over several
lines, and running text of about the column's width on both sides: that tells columns from tables, from
lists set in columns and from words spread over a justified line.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import segments, text_of
from model.extraction.zones.margin_headings import are_headings
from model.extraction.zones.pieces import Piece, extent
from model.right_to_left import is_rtl

_FEWEST = 4  # lines on either side of a gap
# A chapter's heading above two columns is this much larger than their text and this many sizes above it.
_LARGER, _FAR = 1.3, 1.8
_ALIKE = 24.0  # points by which two divided stretches may differ
_HANGS = 45.0  # points that a bullet or a number ("128.14") stands before its text at most
_ENTRIES = 0.6  # of a list's rows begin an entry; others go on with one
# Entries of a column stand this many leadings apart; what begins within this many points begins side by side.
_APART, _LEVEL = 1.5, 3.0
_TEXTY = 0.55  # of a column's width is filled by its middling line
# Cells of a table stand this many sizes apart; a middling line of a narrow column has more letters.
_WIDE, _CELL = 2.0, 18
_x0 = attrgetter("x0")


class AreaPlace(NamedTuple):
    """Where an area stands among the pieces of a page; `area` is the caller's number of it."""

    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    area: int


# What is read as one.
Block = Piece | AreaPlace


class Flow(NamedTuple):
    """Blocks of one column, to be read before those of the next flow. 0 is the whole width."""

    column: int
    blocks: list[Block]


def flows(blocks: Sequence[Block]) -> list[Flow]:
    """The blocks of a page, which come by baseline, in flows, in reading order."""
    return _parts(list(blocks), 0)


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks that are pieces."""
    return [block for block in blocks if isinstance(block, Piece)]


def _parts(blocks: list[Block], depth: int) -> list[Flow]:
    if not blocks:
        return []
    if depth < 6 and len(blocks) >= 2 * _FEWEST:
        found = [(gap, band) for gap in _gaps(blocks) if (band := _band(blocks, gap)) is not None]
        if found:
            gap, (top, bottom) = max(found, key=_reach)
            above = [b for b in blocks if b.baseline < top]
            below = [b for b in blocks if b.baseline > bottom]
            within = [b for b in blocks if top <= b.baseline <= bottom]
            left = [b for b in within if b.x0 < gap]
            right = [b for b in within if b.x0 >= gap]
            first, second = _parts(left, depth + 1), _parts(right, depth + 1)
            if is_rtl("".join([piece.text for piece in pieces_of(within)])):
                first, second = second, first
            return [
                *_parts(above, depth + 1),
                *_numbered(first, second),
                *_parts(below, depth + 1),
            ]
    return [Flow(0, blocks)]


def _reach(found: tuple[float, tuple[float, float]]) -> tuple[int, float]:
    """How much of the page a gap divides; of gaps that divide as much, the first: numbers hang after it."""
    gap, (top, bottom) = found
    return round((bottom - top) / _ALIKE), -gap


def _numbered(first: list[Flow], second: list[Flow]) -> list[Flow]:
    """The flows of two columns, numbered from 1."""
    begun = [flow._replace(column=max(1, flow.column)) for flow in first]
    most = max(flow.column for flow in begun)
    return begun + [flow._replace(column=most + max(1, flow.column)) for flow in second]


def _gaps(blocks: Sequence[Block]) -> list[float]:
    """Places just left where many lines begin, the most used first, and where bullets hang before these."""
    least, most = min([b.x0 for b in blocks]), max([b.x1 for b in blocks])
    first, last = least + 0.18 * (most - least), most - 0.18 * (most - least)
    if sum([first - 2 < b.x0 < last + 2 for b in blocks]) < _FEWEST:
        return []
    starts = Counter([round(piece.x0 / 2) for piece in pieces_of(blocks)])
    likely = [(count, 2 * x) for x, count in starts.items() if count >= _FEWEST and first < 2 * x < last]
    likely.sort(reverse=True)
    places = [x for _, x in likely[:4]]
    hanging = [2 * x for x in starts if any(4 < place - 2 * x <= _HANGS for place in places)]
    return [x - 2.5 for x in dict.fromkeys([*places, *hanging])]


def _band(blocks: Sequence[Block], gap: float) -> tuple[float, float] | None:
    """The tallest stretch of the page that a gap divides into columns of text, None if it is not one."""
    best: tuple[float, float] | None = None
    stretch: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and (block.x1 <= gap or block.x0 >= gap - 0.5):
            stretch.append(block)
            continue
        if len(stretch) >= 2 * _FEWEST and _is_columns(stretch, gap):
            found = stretch[_over_both(stretch)].baseline, _end(stretch, block)
            if best is None or found[1] - found[0] > best[1] - best[0]:
                best = found
        stretch = []
    return best


def _over_both(stretch: Sequence[Block]) -> int:
    """Where the columns begin: what stands far above both in a much larger type is the heading of both."""
    first, below = stretch[0], stretch[1]
    if isinstance(first, AreaPlace) or isinstance(below, AreaPlace):
        return 0
    sizes = sorted([piece.size for piece in pieces_of(stretch)])
    large = first.size > _LARGER * sizes[len(sizes) // 2]
    return int(large and below.baseline - first.baseline > _FAR * first.size)


def _end(stretch: Sequence[Block], below: Block | None) -> float:
    """The baseline with which columns end: a large or bold row below both of them, nearer to what is set over
    their whole width, is the heading of that."""
    last = stretch[-1].baseline
    row = [block for block in stretch if last - block.baseline < _LEVEL]
    rest, pieces = stretch[: -len(row)], pieces_of(row)
    sizes = sorted([piece.size for piece in pieces_of(rest)])
    if below is None or not sizes or len(pieces) < len(row):
        return last
    if abs(min(map(_x0, row)) - below.x0) > _LEVEL:
        return last
    size = max([piece.size for piece in pieces])
    bold = all(span.bold for piece in pieces for span in piece.spans)
    apart = last - rest[-1].baseline
    heads = apart > _FAR * size and below.y0 - last < apart
    return rest[-1].baseline if heads and (bold or size > _LARGER * sizes[len(sizes) // 2]) else last


def _is_columns(stretch: Sequence[Block], gap: float) -> bool:
    left = [b for b in stretch if b.x0 < gap]
    right = [b for b in stretch if b.x0 >= gap]
    if not left or not right or max([b.x1 for b in left]) >= min([b.x0 for b in right]) + 1:
        return False
    pieces = pieces_of(left), pieces_of(right)
    if len(pieces[0]) == len(left) and are_headings(pieces[0], right):
        return False
    sides = grouped(pieces[0]), grouped(pieces[1])
    texts = _is_text(left, sides[0]), _is_text(right, sides[1])
    if all(texts) or all(map(_is_list, sides)):
        return True
    if any(texts) and _are_columns(right if texts[0] else left):
        return True
    if len(one := _tops(pieces[0], max)) < _FEWEST - 1 or len(two := _tops(pieces[1], min)) < _FEWEST - 1:
        return False
    # in a table the cells of a row begin side by side
    beside = [y for y in two if any(abs(y - other) < _LEVEL for other in one)]
    return len(beside) < 0.5 * min(len(one), len(two))


def _are_columns(blocks: Sequence[Block]) -> bool:
    """Whether two or more columns stand there themselves: where a page has three, each may have lines of its
    own, level with none beside it."""
    return len(blocks) >= 2 * _FEWEST and any(_band(blocks, gap) is not None for gap in _gaps(blocks))


def _tops(pieces: Sequence[Piece], nearest: Callable[[list[int]], int]) -> list[float]:
    """Where the entries of the column nearest to a gap begin that stand apart, with several lines each:
    addresses, for one."""
    if len(pieces) < 3 * _FEWEST:
        return []
    edges = Counter([round(piece.x0 / 2) for piece in pieces])
    often = [edge for edge, count in edges.items() if count >= 3 * _FEWEST]
    if not often:
        return []
    edge = 2 * nearest(often)
    lines = [piece.baseline for piece in pieces if abs(piece.x0 - edge) < _LEVEL]
    down = [two - one for one, two in itertools.pairwise(lines)]
    leading = sorted(down)[len(down) // 2]
    tops = [line for line, step in zip(lines[1:], down, strict=True) if step > _APART * leading]
    return tops if len(lines) >= 3 * len(tops) else []


def _is_list(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for entries of a list that lead to page numbers: words, and numbers."""
    entries = sum([max(row, key=_x0).text.strip().isdigit() for row in rows if len(row) > 1])
    return entries >= max(_FEWEST, _ENTRIES * len(rows))


def _is_text(blocks: Sequence[Block], rows: Sequence[Sequence[Piece]]) -> bool:
    """True for lines of running text: the middling one fills most of the column and is long. `rows` are those
    of its pieces."""
    wide = max([b.x1 for b in blocks]) - min([b.x0 for b in blocks])
    places = [block for block in blocks if isinstance(block, AreaPlace)]
    if any(b.y1 - b.y0 > 60 and b.x1 - b.x0 > _TEXTY * wide for b in places):
        return True
    if len(rows) < _FEWEST:
        return False
    middle = len(rows) // 2
    lengths = sorted([sum([len(piece.text) for piece in row]) for row in rows])
    if lengths[middle] < 18 or _are_cells(rows):  # as cells and labels have few letters
        return False
    widths = sorted([x1 - x0 for x0, _, x1, _ in map(extent, rows)])
    return widths[middle] > _TEXTY * wide


def _are_cells(rows: Sequence[Sequence[Piece]]) -> bool:
    """True if most rows are three and more short texts far apart: a table's cells, no columns of text."""
    several = [row for row in rows if len(row) > 2]
    if len(several) <= 0.5 * len(rows):
        return False  # the usual case
    many = [parts for row in several if len(parts := segments(row, _WIDE)) > 2]
    if len(many) <= 0.5 * len(rows):
        return False
    lengths = sorted([len(text_of(part)) for parts in many for part in parts])
    return lengths[len(lengths) // 2] < _CELL
