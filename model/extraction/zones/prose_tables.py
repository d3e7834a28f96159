"""Tables that hold prose: their cells are read whole, row by row, not line by line across.

Rows are what stands between two level rules, or on one tint; columns are bounded by upright rules, by the
ends of the pieces that level ones are drawn in, or by gaps that no text crosses. Where level rules are drawn
cell by cell, or divide no rows, white space across all columns does. A matrix of recommendations and their
responses is such a table; one of numbers, whose rows no rules divide, is not.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from model.extraction.zones import crossed_cells
from model.extraction.zones.baselines import grouped
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.table_headers import cells_of, split
from model.reading.text import Rect

_Cell = list[Piece]
# Rules closer than this are one (points); a column is at least this wide.
_ONE, _NARROWEST = 4.0, 12.0
# Pieces of a rule meet where their ends are this close.
_MEETING = 2.0
# A cell with this many letters on several lines is prose.
_PROSE = 60
# Lines of prose, except the last, mostly fill this share of their cell, which ends this many points before
# the next.
_FILLED, _GAP = 0.6, 6.0
# Of so few rows between rules one is the header and the other is the whole table.
_HEADED = 2
# A cell of no more lines than these may be anything.
_MOST = 3
# White space through all columns is this much wider than between lines.
_WHITE = 1.3
# This many lines of prose at least begin in the middle of a sentence, with a small letter.
_GOES_ON = 0.3
# Lines further apart than this many leadings are not lines of one cell.
_LOOSE = 1.4
# Where this many rows have upright rules of their own, and more than one or two that hold tables, those over
# the whole height do not bound all columns.
_CUT = 0.3
_x0 = attrgetter("x0")


def prose_cells(sheet: Sheet, rect: Rect, pieces: Sequence[Piece]) -> list[list[_Cell]]:
    """The pieces of a table's cells, row by row; none where the table holds no prose, or has no rows."""
    edges = _edges(sheet, rect)
    ruled = dividers(sheet, rect, 0.5)
    jointed = [] if ruled else joints(sheet, rect)
    bounds = ruled or jointed or _starts(pieces)
    if not bounds:
        return []
    table: list[list[_Cell]] = [[[] for _ in range(len(bounds) + 1)] for _ in range(len(edges) + 1)]
    for piece in pieces:
        row = bisect_right(edges, piece.baseline - 0.3 * piece.size)
        table[row][bisect_right(bounds, piece.x0 + 2)].append(piece)
    filled = [row for row in table if any(row)]
    upright = sorted([rule for rule in sheet.upright if rect.x0 < rule.x0 < rect.x1])
    if sum([crossed_cells.are_ruled(row, upright) for row in filled]) > max(_HEADED, _CUT * len(filled)):
        return []
    spaced = bool(jointed) or not edges or (not ruled and len(filled) <= _HEADED)
    if spaced:
        head = 1 if edges else 0
        filled[head:] = [part for row in filled[head:] for part in _parts(row)]
    ends = [*bounds, rect.x1]
    prose = [any(map(_is_prose, row)) for row in filled[1:] or filled]  # one row may fill a page
    fewest = 1 if ruled or jointed else 2
    if sum(prose) < max(fewest, 0.3 * len(prose)) or any(_is_several(row, ends) for row in filled):
        return []
    if spaced and _are_listed(filled[1:]):
        return []
    columns = list(itertools.pairwise([rect.x0, *bounds, rect.x1]))
    header = [piece for cell in filled[0] for piece in cell]
    heads = [cells_of(part, columns) for part in split(sheet, rect, header, columns) if part]
    return [*heads, *filled[1:]]


def _are_listed(rows: Sequence[Sequence[_Cell]]) -> bool:
    """True for a table of values: most cells have no letters, or no line of a tall cell goes on with one."""
    cells = [cell for row in rows for cell in row if cell]
    if sum([not any(map(_has_letters, cell)) for cell in cells]) > 0.5 * len(cells):
        return True
    tall = [lines for cell in cells if len(lines := grouped(cell)) > _MOST]
    begun = [line[0].text.lstrip()[:1] for lines in tall for line in lines[1:]]
    cased = [sign for sign in begun if sign.lower() != sign.upper()]
    return bool(cased) and sum(map(str.islower, cased)) < _GOES_ON * len(cased)


def _parts(row: Sequence[_Cell]) -> list[list[_Cell]]:
    """What stands between two rules, cut where white space runs through all columns and more than the rest
    of a cell follows: cells side by side, or something in the first column."""
    column = {id(piece): at for at, cell in enumerate(row) for piece in cell}
    lines = grouped([piece for cell in row for piece in cell])
    gaps = _gaps(lines)
    white = _WHITE * _leading(map(_gaps, map(grouped, row)))
    parts: list[list[_Cell]] = []
    for gap, line in zip([math.inf, *gaps], lines, strict=True):
        places = {column[id(piece)] for piece in line}
        if gap > white and (not parts or len(places) > 1 or 0 in places):
            parts.append([[] for _ in row])
        for piece in line:
            parts[-1][column[id(piece)]].append(piece)
    return parts


def _edges(sheet: Sheet, rect: Rect) -> list[float]:
    """The heights at which the rows of a table are divided: at its rules, or where tints begin and end."""
    long = [rule for rule in sheet.long_rules if _is_along(rule, rect)]
    tints = () if long else (box for box in sheet.boxes if _is_along(box, rect))
    edges = [rule.y0 for rule in long] or [y for tint in tints for y in (tint.y0, tint.y1)]
    return [y for y in _apart(edges, _ONE) if rect.y0 - _ONE < y < rect.y1 + _ONE]


def _is_along(shape: Rect, rect: Rect) -> bool:
    """True for a rule or a tint along most of a table's width, at its height."""
    shared = min(shape.x1, rect.x1) - max(shape.x0, rect.x0)
    return shape.y1 > rect.y0 - _ONE and shape.y0 < rect.y1 + _ONE and shared > 0.6 * rect.width


def joints(sheet: Sheet, rect: Rect) -> list[float]:
    """Where the level rules of a table are drawn in pieces that meet: cell by cell."""
    left, right = rect.x0 + _NARROWEST, rect.x1 - _NARROWEST
    top, bottom = rect.y0 - _ONE, rect.y1 + _ONE
    within = [r for r in sheet.level if top < r.y0 < bottom and r.width > _NARROWEST]
    within.sort(key=lambda r: (round(r.y0), r.x0))
    meeting = [
        two.x0
        for one, two in itertools.pairwise(within)
        if two.x0 < one.x1 + _MEETING and abs(two.y0 - one.y0) < _MEETING
    ]
    return _apart([x for x in meeting if left < x < right])


def dividers(sheet: Sheet, rect: Rect, share: float) -> list[float]:
    """Where upright rules, drawn in one or by cells, divide a table over a share of its height."""
    left, right = rect.x0 + _NARROWEST, rect.x1 - _NARROWEST
    top, bottom = rect.y0, rect.y1
    drawn = Counter[int]()
    for x0, y0, _, y1 in sheet.upright:
        if left < x0 < right and y0 < bottom and y1 > top:
            drawn[round(x0 / _ONE)] += round(min(y1, bottom) - max(y0, top))
    return _apart([_ONE * x for x, height in drawn.items() if height > share * rect.height])


def _apart(places: Sequence[float], least: float = _NARROWEST) -> list[float]:
    found: list[float] = []
    for x in sorted(places):
        if not found or x > found[-1] + least:
            found.append(x)
    return found


def _starts(pieces: Sequence[Piece]) -> list[float]:
    """Places where pieces often begin beside others, with a gap before them that next to nothing crosses."""
    begun: defaultdict[int, list[float]] = defaultdict(list)
    for row in grouped(pieces):
        for one, two in itertools.pairwise(sorted(row, key=_x0)):
            if two.x0 > one.x1 + 2:
                begun[round(two.x0 / _ONE)].append(two.x0)
    likely = _apart([min(places) for places in begun.values() if len(places) > 1])
    few = 0.03 * len(pieces)
    return [x for x in likely if sum([p.x0 < x - 3 and p.x1 > x + 1 for p in pieces]) <= few]


def _is_prose(cell: Sequence[Piece]) -> bool:
    letters = sum([len(piece.text) for piece in cell])
    return letters > _PROSE and len(grouped(cell)) > 1


def _is_several(row: Sequence[_Cell], ends: Sequence[float]) -> bool:
    """True where what stands between two rules is several rows of a table: values one below the other, or
    many lines of which no column is filled as prose fills it."""
    cut = [grouped(cell) for cell in row]
    down = list(map(_gaps, cut))
    leading = _leading(down)
    loose = any(
        len(gaps) > 1 and sum([gap > _LOOSE * leading for gap in gaps]) > 0.5 * len(gaps) for gaps in down
    )
    if loose or any(map(_are_values, cut)):
        return True
    wide = [_is_filled(lines, end - _GAP) for lines, end in zip(cut, ends, strict=True) if len(lines) > 1]
    return max(map(len, cut)) > _MOST and not any(wide)


def _gaps(lines: Sequence[Sequence[Piece]]) -> list[float]:
    return [two[0].baseline - one[0].baseline for one, two in itertools.pairwise(lines)]


def _leading(gaps: Iterable[Sequence[float]]) -> float:
    """The smallest distance between two lines of one cell."""
    return min([min(down) for down in gaps if down], default=0.0)


def _are_values(lines: Sequence[Sequence[Piece]]) -> bool:
    """True for a cell of several values: one below the other, or side by side."""
    lettered = [list(map(_has_letters, line)) for line in lines]
    beside = any(line.count(False) > 1 and not any(line) for line in lettered)
    below = sum([not any(line) for line in lettered])
    return beside or below > max(1, 0.6 * len(lines))


def _has_letters(piece: Piece) -> bool:
    return any(map(str.isalpha, piece.text))


def _is_filled(lines: Sequence[Sequence[Piece]], end: float) -> bool:
    left = min([piece.x0 for line in lines for piece in line])
    filled = [max([piece.x1 for piece in line]) - left > _FILLED * (end - left) for line in lines[:-1]]
    return sum(filled) > 0.5 * len(filled)
