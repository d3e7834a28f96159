"""Running lines that no other page repeats: the head of a part, or of the only even page."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from model.extraction.rows import Zone
from model.extraction.zones.edge_numbers import RUNNING, is_entry
from model.extraction.zones.edge_rows import NOTE, EdgeRow, Edges, fold
from model.extraction.zones.edges import Said
from model.extraction.zones.sheets import Sheet

# This far from the text stand running lines at least (points).
_FAR = 16.0
# Within this many points two running lines stand at the same height.
_SAME = 1.0
_height = itemgetter(0)


def add(
    sheets: Sequence[Sheet], edges: Edges, running: dict[int, dict[int, Zone]], size: float, said: Said
) -> None:
    """Adds to `running` (zones by page and piece) the outermost short rows that stand where other pages have
    their running lines, that say the symbol of the first page, or that are set smaller than the text (of that
    `size`) and above all of it; and the running lines after them, which `said` knows. The first page itself
    begins with masthead and title."""
    if len(sheets) < 2:
        return
    tops = {sheet.number: _tops(sheet, running[sheet.number]) for sheet in sheets}
    symbols = {text for text in (fold(piece.text) for piece in sheets[0].pieces) if _is_symbol(text)}
    for top, zone in ((True, Zone.HEADER), (False, Zone.FOOTER)):
        level = sorted(_heights(sheets, running, zone))
        for sheet in sheets[1:]:
            rows = edges[sheet.number][0 if top else 1]
            row = _outermost(sheet, rows)
            if row is None or any(index in running[sheet.number] for index in row.indices):
                continue
            there = any(page != sheet.number for page in _pages_at(level, row.baseline))
            says = not symbols.isdisjoint(row.folds) or _is_above_all(sheet, row, tops, running, size)
            if there or (top and says):
                running[sheet.number].update(said.at(sheet, top, rows, 1))
                tops[sheet.number] = _tops(sheet, running[sheet.number])


def _is_above_all(
    sheet: Sheet,
    row: EdgeRow,
    tops: Mapping[int, Sequence[float]],
    running: dict[int, dict[int, Zone]],
    size: float,
) -> bool:
    """Whether a row in small type stands higher than the text of any page, and far from that of its own; what
    stands level with it on others may be their running lines.

    `tops`: the heights at which each page begins.
    """
    if max([piece.size for piece in row.of(sheet)]) > size - 0.4 or row.baseline > 0.08 * sheet.height:
        return False
    own, _ = _tops(sheet, {*running[sheet.number], *row.indices})
    if own <= row.baseline + 2.5 * size:
        return False
    others = (heights for page, heights in tops.items() if page != sheet.number)
    tops_of_text = (second if abs(first - row.baseline) < _SAME else first for first, second in others)
    return all(top > row.baseline + size for top in tops_of_text)


def _tops(sheet: Sheet, furniture: Iterable[int]) -> tuple[float, float]:
    """The first two baselines of a page's text; infinite where it has none. `furniture`: pieces by index."""
    gone = {id(sheet.pieces[index]) for index in furniture}
    heights = (piece.baseline for piece in sheet.ordered if id(piece) not in gone)
    first = next(heights, math.inf)
    return first, next((height for height in heights if height >= first + _SAME), math.inf)


def _is_symbol(folded: str) -> bool:
    return "/#" in folded and len(folded) < RUNNING


def _heights(
    sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]], zone: Zone
) -> Iterator[tuple[float, int]]:
    """Baseline and page of every running line of a zone."""
    for sheet in sheets:
        for index, of in running[sheet.number].items():
            if of is zone:
                yield sheet.pieces[index].baseline, sheet.number


def _pages_at(level: Sequence[tuple[float, int]], baseline: float) -> Iterator[int]:
    """The pages of the running lines at this height; `level` are all, in order."""
    for at in range(bisect_right(level, baseline - _SAME, key=_height), len(level)):
        y, page = level[at]
        if y - baseline >= _SAME:
            break
        yield page


def _outermost(sheet: Sheet, rows: Sequence[EdgeRow]) -> EdgeRow | None:
    """The row nearest to the page's edge, where it is short or in capitals, stands apart from the text and is
    no note."""
    if (
        not rows
        or rows[0].folds[0].startswith(NOTE)
        or is_entry(rows[0].of(sheet))
        or any(_is_long(piece.text) for piece in rows[0].of(sheet))
    ):
        return None
    if len(rows) > 1 and abs(rows[1].baseline - rows[0].baseline) < _FAR:
        return None
    return rows[0]


def _is_long(text: str) -> bool:
    return len(text) >= RUNNING and not text.isupper()
