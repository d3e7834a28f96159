"""Rows of running text as lines: how far apart they stand, and which of them are full."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from model.extraction.numbering.forms import Form
from model.extraction.rows import Row
from model.extraction.structure.lines import Line
from model.extraction.structure.texts import row_text
from model.reading.text import Span

_MUCH = 12.0  # points of room at a row's end that may be more than its own column has
_FLUSH = 2.0  # points within which rows begin at one place
# What is quoted is indented by this many points, and takes this share of its column; its justified rows end
# within this many points of each other.
_SET_IN, _WIDE, _ALIKE = 6.0, 0.5, 0.3
_COLUMN = 2.0  # sizes of the type before a value in a column of its own at least
# Rows of a text are this many sizes apart at most; a word processor sets double lines at 2.3.
_DOUBLE = 2.45


def lines_of(rows: Sequence[Row], marks: frozenset[str]) -> list[Line]:
    """Rows of running text, in reading order, as lines."""
    lines = [Line(row, row_text(row, marks)) for row in rows]
    leadings = _leadings(rows)
    for above, line in itertools.pairwise(lines):
        one, two = above.row, line.row
        if line.markers and line.markers[0].form is Form.BRACKET and _is_open(above.text):
            line.markers, line.marker_end = (), 0  # "(page" / "12)"
        if one.page != two.page or (one.column != two.column and abs(one.left - two.left) > 20):
            continue
        down = two.baseline - one.baseline
        if down <= 0:
            continue
        # between two sizes the larger one's leading is the normal distance
        size = max(above.size, line.size)
        line.gap = down / leadings.get(round(size), 1.2 * size)
    for at, line in enumerate(lines):
        if line.centred:
            line.centred = not any(_aligned(line, other) for other in _beside(lines, at))
    reach = _reach(rows)
    for at, (line, follower) in enumerate(itertools.zip_longest(lines, lines[1:])):
        row = line.row
        if not line.rtl and (end := reach.get((row.page, row.column))) is not None:
            line.room = min(line.room, end - row.x1)
        line.room = max(0.0, min(line.room, _edge(lines, at)) if line.room >= _MUCH else line.room)
        if line.room > 0 and any(_is_filled_by(line, other) for other in _beside(lines, at)):
            line.room = 0.0
        line.room = max(line.room, _before_value(row.spans, row.size))
        need = follower.first_width + 0.25 * line.size if follower is not None else 30.0
        heads = line.centred and (line.bold or line.caps == 2)  # plain rows may look centred by chance
        room = line.room + line.indent if heads else line.room  # it has that of both its sides
        line.full = room < need + 1.0 and not _flush_right(lines, at)
    return lines


def _is_open(text: str) -> bool:
    """Whether a row leaves a bracket open."""
    return text.rfind("(") > text.rfind(")")


def _beside(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines right before and right after one."""
    return [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]


def _before_value(spans: Sequence[Span], size: float) -> float:
    """The space before an amount or a page number in a column of its own at a row's end; 0 without one."""
    if len(spans) == 1:
        return 0.0
    *before, last = spans
    text = last.text.strip()
    if not text or text[-1].isalpha() or any(map(str.isalpha, text)):
        return 0.0
    gap = last.x0 - max([span.x1 for span in before if not span.text.isspace()], default=last.x0)
    return gap if gap > _COLUMN * size and any(map(str.isdigit, text)) else 0.0


def _is_filled_by(one: Line, two: Line) -> bool:
    """Whether a row fills a column that is set in on both sides, as what is quoted at length is: the one
    above or below it begins and ends where it does."""
    row, other = one.row, two.row
    if one.indent < _SET_IN or one.centred or row.page != other.page or abs(row.x0 - other.x0) > _ALIKE:
        return False
    return abs(row.x1 - other.x1) < _ALIKE and row.x1 - row.x0 > _WIDE * (row.right - row.left)


def _flush_right(lines: Sequence[Line], at: int) -> bool:
    """Whether a row ends at the margin because it is set there, as a remark alone is; no rows of a block."""
    half = 0.5 * (lines[at].row.right - lines[at].row.left)
    if lines[at].rtl or lines[at].indent < half or not any(map(str.isalpha, lines[at].text)):
        return False
    return not any(other.indent > half for other in _beside(lines, at))


def _reach(rows: Sequence[Row]) -> dict[tuple[int, int], float]:
    """How far to the right the running text of each page's column comes, where there is enough to tell.

    A row of the page that stands further out (a header, a wide table) does not widen the paragraphs' column.
    """
    ends: dict[tuple[int, int], list[float]] = {}
    for row in rows:
        ends.setdefault((row.page, row.column), []).append(row.x1)
    return {key: max(found) for key, found in ends.items() if len(found) >= 12 and _is_filled(found)}


def _is_filled(ends: Sequence[float]) -> bool:
    """Whether rows end where a paragraph's would, not here and there as names in a list do."""
    edge = max(ends) - 30
    return sum(end > edge for end in ends) > 0.35 * len(ends)


def _aligned(one: Line, two: Line) -> bool:
    """Whether two rows of a page begin or end alike: neither is centred then."""
    if one.row.page != two.row.page:
        return False
    return abs(one.row.x0 - two.row.x0) < 1.2 or abs(one.row.x1 - two.row.x1) < 1.2


def _edge(lines: Sequence[Line], at: int) -> float:
    """The room at a line's end within its own, perhaps narrower, column: where lines around it end alike, and
    none that begins where it does ends further out by chance."""
    line = lines[at]
    ends = []
    for other in lines[max(0, at - 3) : at + 4]:
        if other.row.page == line.row.page and other.row.column == line.row.column and not other.centred:
            chance = other.room > _MUCH and abs(other.indent - line.indent) < _FLUSH
            ends.append((other.row.x0 if line.rtl else -other.row.x1, chance))
    ends.sort()
    mine = line.row.x0 if line.rtl else -line.row.x1
    wide = (line.row.right - line.row.left) * 0.45
    for (one, chance), (two, _) in itertools.pairwise(ends):
        if two - one <= 1.5:
            reach = -one - line.row.left if not line.rtl else line.row.right - one
            if reach > wide:
                return mine - one
        if chance and not line.ends_sentence:
            break
    return line.room


def _leadings(rows: Sequence[Row]) -> dict[int, float]:
    """The usual distance of baselines for each size, in points."""
    counts: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for one, two in itertools.pairwise(rows):
        size = two.size
        down = two.baseline - one.baseline
        near = 0.85 * size < down < _DOUBLE * size and one.page == two.page and one.column == two.column
        if near and abs(one.size - size) < 0.6:
            counts[round(size)][round(down * 2) / 2] += 1
    usual = {}
    for size, found in counts.items():
        most = max(found.values())
        if sum(found.values()) >= 6:
            # the smallest of the frequent distances: gaps between short paragraphs may be as frequent
            usual[size] = min(down for down, count in found.items() if count >= 0.2 * most)
    if usual:
        # headings in nearly the text's size have its leading, though all stand apart from what is beside them
        most_rows = max(usual, key=lambda size: sum(counts[size].values()))
        for size in (most_rows - 1, most_rows + 1):
            if size in usual:
                usual[size] = min(usual[size], usual[most_rows] * max(1.0, size / most_rows))
    return usual
