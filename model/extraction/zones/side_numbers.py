"""Numbers in the outer margin, beside the text, on either side: those of pages, and of chapters on tabs.

A page's number counts the pages at one height. A tab says the same on all pages of its chapter, at a height
of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from model.extraction.rows import Zone
from model.extraction.zones.edge_numbers import page_number
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# They stand this many points from all words; fewer pages tell nothing, and of all this many have one.
_SPACE, _FEWEST, _MOST = 6.0, 3, 0.6
# Within this many points two stand at the same height; a word has more letters than this many.
_SAME, _SHORT = 4, 4
# A tab is this near the edge of its page, as a share of the width; a chapter has this many pages, middling.
_EDGE, _PAGES = 0.06, 2.0
# A page, the index of a piece on it, and the piece.
_Found = tuple[int, int, Piece]


def add(sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]]) -> None:
    """Adds such numbers to `running` (zones by page and piece)."""
    found = [(sheet.number, *one) for sheet in sheets for one in _beside(sheet, running[sheet.number])]
    if len({page for page, *_ in found}) < _FEWEST:
        return
    for zone, those in (
        (Zone.PAGE_NUMBER, _counting(found)),
        (Zone.HEADER, _tabs(found, {sheet.number: sheet.width for sheet in sheets})),
    ):
        if len({page for page, *_ in those}) >= max(_FEWEST, _MOST * len(sheets)):
            for page, index, _ in those:
                running[page].setdefault(index, zone)


def _beside(sheet: Sheet, gone: dict[int, Zone]) -> Iterator[tuple[int, Piece]]:
    """The numbers left and right of all words of a page, with their indices."""
    numbers = [
        (index, piece) for index, piece in enumerate(sheet.pieces)
        if len(piece.text) <= _SHORT and index not in gone and piece.level
        and page_number(piece.text) is not None
    ]  # fmt: skip
    if not numbers:
        return
    words = [piece for piece in sheet.pieces if len(piece.text) > _SHORT and piece.level]
    if words:
        left, right = min([p.x0 for p in words]) - _SPACE, max([p.x1 for p in words]) + _SPACE
        yield from [(index, piece) for index, piece in numbers if piece.x1 < left or piece.x0 > right]


def _counting(found: Sequence[_Found]) -> list[_Found]:
    """Those that count the pages at the height where most do."""
    steps = [(page_number(p.text) or 0) - page for page, _, p in found]
    places = [(step, round(p.baseline / _SAME)) for step, (_, _, p) in zip(steps, found, strict=True)]
    usual = Counter(places).most_common(1)[0][0]
    return [one for one, place in zip(found, places, strict=True) if place == usual]


def _tabs(found: Sequence[_Found], widths: dict[int, float]) -> list[_Found]:
    """Those at the edges of their pages, where each number stands at one height on several pages."""
    places: defaultdict[str, list[_Found]] = defaultdict(list)
    for page, index, piece in found:
        if not _EDGE < (piece.x0 + piece.x1) / 2 / widths[page] < 1 - _EDGE:
            places[piece.text.strip()].append((page, index, piece))
    heights = [[piece.baseline for _, _, piece in those] for those in places.values()]
    if not heights or any(max(some) - min(some) > _SAME for some in heights):
        return []
    tabs = [one for those in places.values() for one in those]
    return tabs if len(tabs) >= _PAGES * len(places) else []
