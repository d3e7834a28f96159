"""The rules on a page that footnotes may stand below: no lines of a table, and no underlining."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

# Rules above footnotes measure 73 to 145 points in the corpus, none less than this.
_SHORTEST = 40.0
# Those above continued notes have the text's width, which is more than this.
SHORT = 220.0
# A rule and the note below it begin within this many points.
FLUSH = 4.0
# A rule this close below a baseline underlines its row.
_UNDERLINE = 4.5
# A table with rules between its rows has this many of them.
_LINES = 3
_baseline, _y0 = attrgetter("baseline"), attrgetter("y0")


def rules_of_notes(sheet: Sheet) -> Iterator[Rect]:
    """Rules that footnotes may stand below: alone at their height, in no grid, and underlining nothing."""
    flat = [r for r in sheet.level if r.x1 - r.x0 >= 20]
    flat.sort(key=_y0)
    top, grid = 0.12 * sheet.height, _end_of_grid(sheet)
    tables = _ends_of_tables(flat, top, sheet.height - top)
    pieces = sheet.ordered
    for index, rule in enumerate(flat):
        if rule.x1 - rule.x0 < _SHORTEST or rule.y0 < top or rule.y0 + 5 < grid:
            continue
        if any(other is not rule and _continue(rule, other) for other in flat[max(0, index - 1) : index + 2]):
            continue
        if rule.y0 + 5 < tables.get(_edges_of(rule), 0.0):
            continue
        start = bisect_right(pieces, rule.y0 - _UNDERLINE, key=_baseline)
        end = bisect_left(pieces, rule.y0, key=_baseline)
        if any(p.x0 < rule.x1 - 4 and p.x1 > rule.x0 + 4 for p in pieces[start:end]):
            continue
        yield rule


def _ends_of_tables(flat: Sequence[Rect], top: float, foot: float) -> dict[tuple[int, int], float]:
    """Down to where three rules or more part the page between the same edges, as a table's do, by these."""
    heights: defaultdict[tuple[int, int], set[float]] = defaultdict(set)
    for rule in flat:
        if rule.x1 - rule.x0 >= _SHORTEST and top < rule.y0 < foot:
            heights[_edges_of(rule)].add(round(rule.y0))
    return {edges: max(found) for edges, found in heights.items() if len(found) >= _LINES}


def _edges_of(rule: Rect) -> tuple[int, int]:
    return round(rule.x0), round(rule.x1)


def _continue(rule: Rect, other: Rect) -> bool:
    """True if two rules are parts of a line; those above the notes of two columns stand far apart."""
    return abs(rule.y0 - other.y0) < 2.5 and max(rule.x0, other.x0) - min(rule.x1, other.x1) < _SHORTEST


def _end_of_grid(sheet: Sheet) -> float:
    """Down to where three upright rules reach: a rule above is a line of a table's grid."""
    ends = sorted([upright.y1 for upright in sheet.upright])
    return ends[-3] if len(ends) >= 3 else 0.0
