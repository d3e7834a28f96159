"""What a page holds, as plain values: lines of text with their fonts and places, rules, boxes and pictures.

Units: points on the page as shown (its rotation applied; `turning` leads to the unrotated page), origin at
the top left of its CropBox; pages count from 1. All of it is tuples, because hundreds of pages are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple
from unicodedata import normalize

from model.doubts import DoubtKind
from model.recognized import Lean


class Rect(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0


def around(boxes: Sequence[tuple[float, float, float, float]]) -> Rect:
    """The least rectangle that holds some."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def covers_page(pictures: Iterable[Rect], width: float, height: float) -> bool:
    """Whether one of a page's pictures covers most of it, as that of a scanned sheet does."""
    return any(picture.width * picture.height >= _PAGE_WIDE * width * height for picture in pictures)


# A picture of this share of the page is the page.
_PAGE_WIDE = 0.8


class Span(NamedTuple):
    """Text in one font and size. `raised` is the PDF engine's superscript flag, which many files lack.

    `font` is the name without its subset prefix, `x` and `baseline` the origin of the first character.
    `coloured`: it is neither black nor grey nor white.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    x: float
    baseline: float
    size: float
    font: str
    bold: bool
    italic: bool
    raised: bool
    coloured: bool = False


class Line(NamedTuple):
    """A line as the PDF engine found it, in the data's order, which is not the reading order.

    `level` is true for upright text from left to right (lines of Arabic too: their characters come in reading
    order).
    """

    spans: tuple[Span, ...]
    level: bool

    @property
    def text(self) -> str:
        return "".join([span.text for span in self.spans])


# From their values in order: hundreds of thousands are made, and the classes' own calls take twice as long.
rect_of = partial(tuple.__new__, Rect)
span_of = partial(tuple.__new__, Span)
line_of = partial(tuple.__new__, Line)


def with_text(span: Span, text: str) -> Span:
    """The span with another text."""
    return span_of((text, *span[1:]))


def readable(text: str) -> str:
    """Without what shows nothing, with U+FFFD for halves of characters, which no file can hold, with the
    letters of a ligature, with Chinese words for radicals, with one character for a letter and the accent on
    it where there is one, and with a semicolon for what looks like one."""
    if not text.isprintable():
        text = _HALF.sub("\ufffd", _NOTHING.sub("", text.translate(_WINDOWS)))
    if text.isascii():
        return text
    text = with_ligatures(text)
    if _RADICAL.search(text):
        text = _RADICAL.sub(lambda found: normalize("NFKC", found[0]), text.translate(_WORDS))
    return normalize("NFC", text) if _MENDED.search(text) else text


def with_ligatures(text: str) -> str:
    """With the letters of ligatures whose bytes the file holds in the wrong order (U+6600 for U+0066, "f"),
    as Ghostscript writes them, and of the "ff" that the fonts of TeX give an arrow's name ("di↵erent")."""
    if "\u21b5" in text:
        text = _ARROW.sub("ff", text)
    return _SWAPPED.sub(lambda found: found[0].translate(_LETTER_OF), text) if "\u6600" in text else text


# The signs for the radicals of a Chinese dictionary, which some programs write for the words that look alike.
_RADICAL = re.compile("[\u2e80-\u2fd5]")
# Those that Unicode does not decompose.
_WORDS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰", "民西见角贝车长门青韦页风飞马骨鬼鱼鸟麦黄齐齿龙"
)
# The ligatures of "f" with itself, "i", "l" and "t"; as Chinese these signs do not stand together.
_LETTER_OF = {ord(letter) << 8: letter for letter in "filt"}
_SWAPPED = re.compile("\u6600[\u6600\u6900\u6c00\u7400]{1,2}")
_ARROW = re.compile("(?<=[a-z])\u21b5|\u21b5(?=[a-z])")
# What Windows has where Unicode has control characters, which some files write for them: quotation marks,
# dashes. U+009F is left out: it stands unseen beside bullets.
_WINDOWS = {code: sign for code in range(0x80, 0x9F) if (sign := bytes([code]).decode("cp1252", "ignore"))}


# Accents on Latin, Greek and Cyrillic letters: some producers of PDFs write them after their letters. Those
# of other scripts are left, as lines of them may be backwards.
ACCENT = re.compile("[\u0300-\u036f]")
# With them, the signs that Unicode holds to be the same as others (semicolon, middle dot, ohm, kelvin,
# angstrom): where a font draws both alike, a file may name the one for the other.
_MENDED = re.compile("[\u0300-\u036f\u037e\u0387\u2126\u212a\u212b]")
# Control characters, zero-width spaces, joiners, byte-order marks.
_NOTHING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
_HALF = re.compile(r"[\ud800-\udfff]")


class PageText(NamedTuple):
    """All that a page holds. `rules` are thin lines (either way), `boxes` larger stroked or filled
    rectangles, `pictures` the places of raster images.

    `recognized` is the mean confidence (0 to 1) of a page read by optical character recognition, 0 for a
    page with text of its own. `doubt` says why a page has no readable text; None if it was read, or is
    blank. `rotation` is the page's own, and how far a scan that lies on its side was turned to be read.
    `lean` is how a scan leans that was laid askew; its recognized lines are levelled.
    """

    number: int
    width: float
    height: float
    rotation: int
    lines: tuple[Line, ...]
    rules: tuple[Rect, ...]
    boxes: tuple[Rect, ...]
    pictures: tuple[Rect, ...]
    recognized: float = 0.0
    doubt: DoubtKind | None = None
    lean: Lean | None = None
