"""Page numbers in the outer margin, beside the text: they count the pages at one height, on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from model.extraction.rows import Zone
from model.extraction.zones.edge_numbers import page_number
from model.extraction.zones.sheets import Sheet

# They stand so many points from all words; fewer pages tell nothing, and of all so many have one.
_SPACE, _FEWEST, _MOST = 6.0, 3, 0.6
# Within so many points two stand at the same height; a word has more letters than so many.
_SAME, _SHORT = 4, 4


def add(sheets: Sequence[Sheet], running: dict[int, dict[int, Zone]]) -> None:
    """Adds such numbers to `running` (zones by page and piece)."""
    found = [(sheet.number, *one) for sheet in sheets for one in _beside(sheet, running[sheet.number])]
    if len({page for page, *_ in found}) < _FEWEST:
        return
    counted = Counter([(offset, place) for _, _, offset, place in found])
    usual, count = counted.most_common(1)[0]
    if count >= max(_FEWEST, _MOST * len(sheets)):
        for page, index, offset, place in found:
            if (offset, place) == usual:
                running[page][index] = Zone.PAGE_NUMBER


def _beside(sheet: Sheet, gone: dict[int, Zone]) -> Iterator[tuple[int, int, int]]:
    """The numbers left and right of all words of a page: index, what is added to the page's, height."""
    numbers = [
        (index, piece, value) for index, piece in enumerate(sheet.pieces)
        if len(piece.text) <= _SHORT and index not in gone and piece.level
        and (value := page_number(piece.text)) is not None
    ]  # fmt: skip
    if not numbers:
        return
    words = [piece for piece in sheet.pieces if len(piece.text) > _SHORT and piece.level]
    if words:
        left, right = min([p.x0 for p in words]) - _SPACE, max([p.x1 for p in words]) + _SPACE
        for index, piece, value in numbers:
            if piece.x1 < left or piece.x0 > right:
                yield index, value - sheet.number, round(piece.baseline / _SAME)
