"""Large capitals that open a text and reach down over several of its lines: they belong to its first word."""

from __future__ import annotations

from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

# A capital is this much larger than the text, and at most this far from it, both in sizes of the text.
_LARGER, _NEAR = 1.9, 1.6
# This many lines at least stand beside it.
_FEWEST = 2


def joined(sheet: Sheet, body_size: float) -> Sheet:
    """The sheet with each such capital at the head of its line; the lines beside it begin where it does."""
    large = _LARGER * body_size
    capitals = [piece for piece in sheet.ordered if piece.size > large and _is_capital(piece.text)]
    if not capitals:
        return sheet
    put: dict[int, Piece] = {}
    gone: set[int] = set()
    for capital in capitals:
        beside = [piece for piece in sheet.ordered if _stands_beside(piece, capital, body_size)]
        if len(beside) < _FEWEST or not beside[0].text[:1].isalpha():
            continue
        gone.add(id(capital))
        for piece in beside[1:]:
            put[id(piece)] = piece._replace(x0=capital.x0)
        first = beside[0]
        letter = capital.spans[0]._replace(
            text=capital.text.strip(), x1=first.x0, y0=first.y0, y1=first.y1, baseline=first.baseline,
            size=first.size,
        )  # fmt: skip
        spans, text = (letter, *first.spans), letter.text + first.text
        put[id(first)] = first._replace(spans=spans, x0=capital.x0, text=text)
    return sheet.holding([put.get(id(piece), piece) for piece in sheet.pieces if id(piece) not in gone])


def _is_capital(text: str) -> bool:
    bare = text.strip("“”\"«„‘’' ")
    return len(bare) == 1 and bare.isupper()


def _stands_beside(piece: Piece, capital: Piece, body_size: float) -> bool:
    high = capital.y0 - 2 < piece.baseline < capital.baseline + 2
    return high and abs(piece.size - body_size) < 2 and -2 < piece.x0 - capital.x1 < _NEAR * body_size
