"""Running lines that no other page repeats: the head of a part, or of the only even page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.extraction.rows import Zone
from model.extraction.zones.edges import RUNNING, EdgeRow, edge_rows, fold
from model.extraction.zones.sheets import Sheet

# So far from the text stand running lines at least (points).
_FAR = 16.0
# Within so many points two running lines stand at the same height.
_SAME = 1.0


def add(sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]]) -> None:
    """Adds to `running` (zones by page and piece) the outermost short rows that stand where other pages have
    their running lines, or that say the symbol of the first page. That page itself begins with masthead and
    title."""
    if len(sheets) < 2:
        return
    symbols = {text for text in (fold(piece.text) for piece in sheets[0].pieces) if _is_symbol(text)}
    for top, zone in ((True, Zone.HEADER), (False, Zone.FOOTER)):
        level = list(_heights(sheets, running, zone))
        for sheet in sheets[1:]:
            row = _outermost(sheet, top)
            if row is None or any(index in running[sheet.number] for index in row.indices):
                continue
            there = any(abs(y - row.baseline) < _SAME for page, y in level if page != sheet.number)
            if there or (top and not symbols.isdisjoint(row.folds)):
                running[sheet.number].update(dict.fromkeys(row.indices, zone))


def _is_symbol(folded: str) -> bool:
    return "/#" in folded and len(folded) < RUNNING


def _heights(
    sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]], zone: Zone
) -> Iterator[tuple[int, float]]:
    """Page and baseline of every running line of a zone."""
    for sheet in sheets:
        for index, of in running[sheet.number].items():
            if of is zone:
                yield sheet.number, sheet.pieces[index].baseline


def _outermost(sheet: Sheet, top: bool) -> EdgeRow | None:
    """The row nearest to the page's edge, where it is short and stands apart from the text."""
    rows = edge_rows(sheet, top)
    if not rows or any(len(sheet.pieces[index].text) >= RUNNING for index in rows[0].indices):
        return None
    if len(rows) > 1 and abs(rows[1].baseline - rows[0].baseline) < _FAR:
        return None
    return rows[0]
