"""Watermarks: a large word that is printed over the text of page after page, such as "DRAFT"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from model.extraction.rows import Zone
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# A watermark is this many times as large as the text at least, and stands on this many pages.
_LARGE, _PAGES = 2.5, 2
# It stands at the same place, give or take this many points.
_PLACE = 6.0


def add(sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]], size: float) -> None:
    """Adds to `running` (zones by page and piece) the watermarks: very large words that stand at the same
    place of half of the pages, with smaller text above and below them. `size` is that of the text."""
    places: dict[tuple[str, int, int], list[tuple[int, int]]] = defaultdict(list)
    for sheet in sheets:
        for index, piece in _large(sheet, size):
            at = (piece.text.strip(), round(piece.x0 / _PLACE), round(piece.baseline / _PLACE))
            places[at].append((sheet.number, index))
    for found in places.values():
        pages = {page for page, _ in found}
        if len(pages) >= max(_PAGES, len(sheets) / 2):
            for page, index in found:
                running[page][index] = Zone.HEADER


def _large(sheet: Sheet, size: float) -> Iterator[tuple[int, Piece]]:
    """The large pieces of a page, by index, that stand in the middle of its text."""
    for index, piece in enumerate(sheet.pieces):
        if piece.level and piece.size > _LARGE * size:
            text = [p.baseline for p in sheet.ordered if p.size < piece.size / 2]
            if text and text[0] < piece.baseline < text[-1]:
                yield index, piece
