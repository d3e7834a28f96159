"""Fonts of which the file does not tell the weight or the slant: what is drawn tells.

Programs that rewrite PDFs call fonts "F1", "TT0" or "CIDFont+F2" and drop their flags. Where a report says of
no letter that it is bold, or gives a font such a name, a line of each of its fonts is looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set

from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.recognized_lines import FONT as RECOGNIZED
from model.reading.strokes import Look
from model.reading.text import Rect, Span

# What a page's rectangle looks like: the page's number and the place on it.
LookAt = Callable[[int, Rect], Look | None]
_NAMELESS = re.compile(r"(?:[A-Z]{1,4}\d*_?\d+|Type3|Un(?:known|named).*|)", re.IGNORECASE)
# This many lines of a font are looked at, each this many sizes wide; of fonts this many, those with the most
# letters, in spans of more than this many.
_LOOKS, _WIDE, _FONTS, _SOME = 2, 12.0, 12, 4
# Strokes of bold letters are 1.4 to 2.2 times as wide as those of their family's text; those of two
# families' text differ by a fifth at most. Wider ones than this share of the size are not strokes of letters.
_BOLD, _WIDEST = 1.28, 0.4


def told(sheets: Sequence[Sheet], fonts: Set[str], look_at: LookAt) -> None:
    """Marks as bold or in italics, in place, text whose font does not tell that it is. `fonts`: those that
    pieces of text begin in."""
    nameless = {font for font in fonts if _NAMELESS.fullmatch(font)}
    if not nameless and any(_says_bold(sheet) for sheet in sheets):
        return
    spans = _spans(sheets)
    letters = {font: sum([len(span.text) for _, span in some]) for font, some in spans.items()}
    most = sorted(letters, key=lambda font: (-letters[font], font))[:_FONTS]
    if len(most) < 2:
        return
    looks = {font: look for font in most if (look := _look_of(spans[font], look_at))}
    usual = looks.get(most[0])
    if usual is None:
        return
    asked = nameless or looks.keys()
    bold = {font for font in asked & looks.keys() if looks[font].stroke > _BOLD * usual.stroke}
    leaning = {font for font in asked & looks.keys() if looks[font].leans and not usual.leans}
    if bold or leaning:
        for sheet in sheets:
            sheet.pieces[:] = [_marked(piece, bold, leaning) for piece in sheet.pieces]


def _says_bold(sheet: Sheet) -> bool:
    return any(span.bold for piece in sheet.pieces for span in piece.spans)


def _spans(sheets: Sequence[Sheet]) -> Mapping[str, Sequence[tuple[int, Span]]]:
    """The spans of each font that can be looked at, with their pages."""
    found: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for sheet in sheets:
        for piece in sheet.pieces:
            if piece.level:
                for span in piece.spans:
                    if len(span.text) > _SOME and span.font != RECOGNIZED:
                        found[span.font].append((sheet.number, span))
    return found


def _look_of(spans: Sequence[tuple[int, Span]], look_at: LookAt) -> Look | None:
    """The look of a font in its longest lines, the strokes' width as a share of the size."""
    longest = sorted(spans, key=lambda one: -len(one[1].text))[:_LOOKS]
    return min([look for page, span in longest if (look := _look(page, span, look_at))], default=None)


def _look(page: int, span: Span, look_at: LookAt) -> Look | None:
    if not any(map(str.isalpha, span.text)):
        return None
    right = min(span.x1, span.x0 + _WIDE * span.size)
    look = look_at(page, Rect(span.x0, span.y0, right, span.y1))
    share = look.stroke / span.size if look else _WIDEST
    return Look(share, look.lean) if look and share < _WIDEST else None


def _marked(piece: Piece, bold: set[str], leaning: set[str]) -> Piece:
    if not any(span.font in bold or span.font in leaning for span in piece.spans):
        return piece
    spans = [
        span._replace(bold=span.bold or span.font in bold, italic=span.italic or span.font in leaning)
        for span in piece.spans
    ]
    return piece._replace(spans=tuple(spans))
