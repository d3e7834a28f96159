"""Pages that are pictures with recognized text: what recognition gives as type is uncertain.

Each row comes in a size of its own, guessed from the boxes of its words, and of what repeats at the edges of
pages some letters are misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from statistics import median

from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import covers_page

# Rows of so many letters tell the usual size; what differs from it by less than these shares does so by
# chance.
_TELLING = 20
_LEAST, _MOST = 0.72, 1.4
# Misread texts are alike where this share of their letters is; longer ones are no running lines.
_ALIKE = 0.7
_LONGEST = 40


def is_scan(sheet: Sheet) -> bool:
    """True for a page that is a picture, with text that was recognized on it."""
    return covers_page(sheet.pictures, sheet.width, sheet.height)


def evened(sheets: Iterable[Sheet]) -> None:
    """Sets, in place, the text of scans in the size that most of its page has."""
    for sheet in sheets:
        if not is_scan(sheet):
            continue
        sizes = [piece.size for piece in sheet.pieces if len(piece.text) >= _TELLING]
        if sizes:
            usual = median(sizes)
            sheet.pieces[:] = [_evened(piece, usual) for piece in sheet.pieces]


def _evened(piece: Piece, usual: float) -> Piece:
    if piece.mark or not _LEAST * usual < piece.size < _MOST * usual:
        return piece
    return piece._replace(size=usual, spans=tuple(span._replace(size=usual) for span in piece.spans))


def meant(text: str, known: Sequence[str]) -> str:
    """Which of the known running lines a misread one is; itself where it is like none."""
    alike = get_close_matches(text, known, 1, _ALIKE) if len(text) <= _LONGEST else []
    return alike[0] if alike else text
