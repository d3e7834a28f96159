"""Frames, tints and chains of rules: rectangles of a page that may be tables or boxes."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import (
    is_caption,
    overlaps,
    same_extent,
    segments,
    text_of,
)
from model.extraction.zones.edge_numbers import RUNNING
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

# A table's header has at most this many rows.
HEADER_ROWS = 8
# A table's row of prose has at most this many lines, where its cells stand close.
_TALLEST = 16
# Between two frames are this many points at least.
_APART = 6
# A tinted row, and one between two such, is this high at most (points).
_STRIPE = 60.0
# A tint no higher is a bar behind a line of words, such as a heading and its date (points).
_BAR = 24
# An upright rule that leads down from a level one begins within this many points of it.
_MEETING = 6.0
# No paragraph's number has more signs.
_NUMBER = 6

_baseline, _x0, _y0 = attrgetter("baseline"), attrgetter("x0"), attrgetter("y0")


def candidates(sheet: Sheet, pieces: Sequence[Piece], body_size: float) -> Iterator[tuple[Rect, bool]]:
    """Rectangles that may be areas, with whether a frame or a tint bounds them."""
    area = sheet.width * sheet.height
    boxes = [
        box
        for box in sheet.boxes
        if box.width >= 8
        and box.height >= 6
        and box.width * box.height < 0.75 * area
        and box.y1 > 0
        and box.x1 > 0
        and box.x0 < sheet.width
        and box.y0 < sheet.height
    ]
    upright = sorted(sheet.upright, key=_y0)
    chains = list(_chains(sheet.long_rules, pieces, upright, body_size))
    if boxes:
        tints = [tint for group in _by_frame(boxes, chains, upright) for tint in clusters(group, 4.0)]
        for striped in _striped(tints, pieces):
            yield striped, False
        for cluster in tints:
            if cluster.width > 90 and cluster.height > _BAR and not _is_column(cluster, chains):
                # a tint of one line's height marks words, or is a table's row: no frame around text
                yield cluster, any(b.height >= 20 and overlaps(b, cluster) for b in boxes)
    for top, bottom in chains:
        framed = _has_sides(upright, top, bottom) or _stacked_sides(upright, top, bottom)
        yield Rect(min(top.x0, bottom.x0), top.y0, max(top.x1, bottom.x1), bottom.y1), framed


def _by_frame(
    boxes: Sequence[Rect], chains: Sequence[tuple[Rect, Rect]], upright: Sequence[Rect]
) -> Iterable[list[Rect]]:
    """The tints within each table that rules frame, and those outside, which may touch its first row."""
    framed = [(top, bottom) for top, bottom in chains if _has_sides(upright, top, bottom)]
    groups: dict[int, list[Rect]] = defaultdict(list)
    for box in boxes:
        around = (
            index for index, (top, bottom) in enumerate(framed)
            if top.y0 - 4 < box.y0 and box.y1 < bottom.y1 + 4 and top.x0 - 4 < box.x0 and box.x1 < top.x1 + 4
        )  # fmt: skip
        groups[next(around, -1)].append(box)
    return groups.values()


def _striped(tints: Sequence[Rect], pieces: Sequence[Piece]) -> Iterator[Rect]:
    """Tables of which every second row is tinted, with the cells above the first tint and below the last.

    Tinted paragraphs, such as recommendations with the replies to them between, are none.
    """
    runs: list[list[Rect]] = []
    for tint in sorted(tints, key=_y0):
        if tint.width > 90 and tint.height < _STRIPE:
            last = runs[-1][-1] if runs else None
            if last is not None and same_extent(last, tint) and 6 < tint.y0 - last.y1 < _STRIPE:
                runs[-1].append(tint)
            else:
                runs.append([tint])
    for run in runs:
        if len(run) > 1 and 2 * sum([_holds_cells(tint, pieces) for tint in run]) >= len(run):
            first, last, between = run[0], run[-1], run[1].y0 - run[0].y1
            above = [p for p in pieces if first.y0 - between < p.baseline < first.y0]
            cells = itertools.takewhile(_has_cells, reversed(grouped(above)))
            top = min([piece.y0 for row in cells for piece in row], default=first.y0)
            yield Rect(first.x0, min(top, first.y0), first.x1, last.y1 + between)


def _holds_cells(tint: Rect, pieces: Sequence[Piece]) -> bool:
    """Whether some row within a tint is one of cells."""
    inside = [
        p for p in pieces if tint.y0 < p.baseline < tint.y1 and tint.x0 - 4 < p.x0 and p.x1 < tint.x1 + 4
    ]
    return any(map(_has_cells, grouped(inside)))


def _has_cells(row: Sequence[Piece]) -> bool:
    return len(segments(row)) > 1


def _is_column(tint: Rect, chains: Sequence[tuple[Rect, Rect]]) -> bool:
    """True for tinted cells one below the other in a wider table between two level rules."""
    return any(
        top.y0 - 4 < tint.y0
        and tint.y1 < bottom.y1 + 4
        and top.x0 - 4 < tint.x0
        and tint.x1 < top.x1 + 4
        and tint.width < 0.5 * (top.x1 - top.x0)
        for top, bottom in chains
    )


def _has_sides(upright: Sequence[Rect], top: Rect, bottom: Rect) -> bool:
    """True where upright rules, which come from top to bottom, make a frame with two level ones at their
    ends."""
    begun, below = upright[: bisect.bisect_right(upright, top.y0 + 6, key=_y0)], bottom.y0 - 6
    sides = [(x0, x1) for x0, _, x1, y1 in begun if y1 >= below]
    return any(abs(x0 - top.x0) < 6 for x0, _ in sides) and any(abs(x1 - top.x1) < 6 for _, x1 in sides)


def _stacked_sides(upright: Sequence[Rect], top: Rect, bottom: Rect) -> bool:
    """True where short upright rules one above the other make both sides of a frame."""
    height = bottom.y0 - top.y0
    for edge in (top.x0, top.x1):
        side = [rule for rule in upright if abs((rule.x0 + rule.x1) / 2 - edge) < 6]
        if sum([r.height for r in side if r.y0 >= top.y0 - 4 and r.y1 <= bottom.y1 + 4]) <= 0.8 * height:
            return False
    return True


def clusters(boxes: Sequence[Rect], reach: float) -> list[Rect]:
    """Rectangles that touch each other, as the rectangles around them."""
    merged: list[Rect] = []
    for box in sorted(boxes, key=lambda b: (b.y0, b.x0)):
        current = box
        kept: list[Rect] = []
        for other in merged[-400:]:
            if (
                other.x0 - reach <= current.x1
                and current.x0 <= other.x1 + reach
                and current.y0 <= other.y1 + reach
            ):
                current = Rect(
                    min(other.x0, current.x0), min(other.y0, current.y0),
                    max(other.x1, current.x1), max(other.y1, current.y1),
                )  # fmt: skip
            else:
                kept.append(other)
        merged = [*kept, current]
    return merged


def _chains(
    rules: Sequence[Rect], pieces: Sequence[Piece], upright: Sequence[Rect], body_size: float
) -> Iterator[tuple[Rect, Rect]]:
    """First and last rule of each run of rules of about the same extent with rows of cells between."""
    index = 0
    ordered = sorted(pieces, key=_baseline) if rules else []
    baselines = [piece.baseline for piece in ordered]
    while index < len(rules):
        top = bottom = rules[index]
        left, right = top.x0 - 4, top.x1 + 4
        cells = False
        starts: set[int] = set()
        reach = index
        for later in range(index + 1, len(rules)):
            rule = rules[later]
            if not same_extent(top, rule):
                continue
            first = bisect.bisect_right(baselines, bottom.y0)
            after = bisect.bisect_right(baselines, rule.y1 + 1)
            half = 0.5 * (right - left)
            between = [
                p for p in ordered[first:after]
                if left <= (p.x0 + p.x1) / 2 <= right or min(p.x1, right) - max(p.x0, left) > half
            ]  # fmt: skip
            if between and not _tabular(between, upright, bottom, rule, body_size, starts):
                break
            if cells and any(map(is_caption, grouped(between))):
                break  # another table
            apart = cells and not between and rule.y0 - bottom.y1 > _APART
            if apart and upright and _is_box(upright, top, bottom):
                break  # another box: the sides of this one come no further
            starts.update([round(piece.x0) for piece in between])
            cells = cells or bool(between)
            bottom, reach = rule, later
        if cells:
            yield top, bottom
            index = reach + 1
        else:
            index += 1


def _have_between(upright: Sequence[Rect], top: Rect, bottom: Rect) -> bool:
    """True if an upright rule, which come from top to bottom, leads down from the upper of two level ones;
    the bars of a chart stand on the lower one."""
    left, right, above = top.x0 - 6, top.x1 + 6, top.y0 + 3
    begun = bisect.bisect_left(upright, min(top.y0 + _MEETING, bottom.y0 - 3), key=_y0)
    return any(y1 > above and left < x0 < right for x0, _, _, y1 in upright[:begun][::-1])


def _is_split(parts: Sequence[Sequence[Piece]]) -> bool:
    """True for a row of cells; a paragraph's number and a line of running text after it are not."""
    if len(parts) != 2:
        return len(parts) > 1
    return len(text_of(parts[0])) > _NUMBER or len(text_of(parts[1])) < RUNNING


def _is_box(upright: Sequence[Rect], top: Rect, bottom: Rect) -> bool:
    """True where upright rules stand at the ends of two level ones, and none between."""
    inside = [r for r in upright if top.y0 - 4 < r.y0 < bottom.y1 and top.x0 + 6 < r.x0 < top.x1 - 6]
    return not inside and _has_sides(upright, top, bottom)


def _tabular(
    between: Sequence[Piece], upright: Sequence[Rect], top: Rect, bottom: Rect, body_size: float,
    starts: Collection[int],
) -> bool:  # fmt: skip
    """True if the text between two rules is cells, or stands between upright rules.

    `starts` are the places where the cells between the rules above begin.
    """
    if upright and _has_sides(upright, top, bottom):
        return True
    if max([p.size for p in between]) > body_size + 1.6:
        return False
    if upright and _have_between(upright, top, bottom):
        return True
    rows = grouped(between)
    split = sum([len(row) > 1 and _is_split(segments(row)) for row in rows])
    if split >= max(1, 0.3 * len(rows)):
        return True
    middle = (top.x0 + top.x1) / 2
    listed = len(rows) <= _TALLEST and max([p.x1 for p in between]) < middle
    if (len(rows) <= 3 or listed) and max(p.size for p in between) < 9.2:
        return True
    return len(rows) <= _TALLEST and in_columns(rows, starts)


def in_columns(rows: Sequence[Sequence[Piece]], starts: Collection[int]) -> bool:
    """True where many rows have pieces side by side, however close, that begin where others do.

    `starts` are known places, in whole points.
    """
    beside = [
        [
            round(two.x0)
            for one, two in itertools.pairwise(sorted(row, key=_x0))
            if two.x0 > one.x1 + 2 and _is_split([[one], [two]])
        ]
        for row in rows
    ]
    often = Counter([x for places in beside for x in places])
    shared = {x for x, count in often.items() if count > 1 or x in starts}
    return sum([not shared.isdisjoint(places) for places in beside]) >= max(1, 0.4 * len(rows))
