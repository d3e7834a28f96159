"""Pieces of text: what one span line of the PDF gives, cleaned of doubles and blanks.

A PDF's data holds text twice where bold is faked by printing it again a hair's breadth away, or where an
invisible copy lies under a picture of it; both are one text to a reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from model.reading.text import Line, Span, with_text

# Letters of doubled bold lie at most this far apart, as a share of the size.
_DOUBLED_PITCH = 0.34
# The width of every letter in most fonts of one width, and of a space in others, as shares of the size.
_TYPED, _BLANK = 0.6, 0.25
# Small capitals have this much of the size of large ones at least; their font's name ends like this.
_SMALL = 0.65
SMALL_CAPITALS = ":smcp"
# Copies of a text lie at most this many points apart.
_COPY = 3
# A place on a page as one number, and the steps to the places beside it.
_WIDE = 1 << 20
_NEAR = [_WIDE * across + down for across in (-1, 0, 1) for down in (-1, 0, 1)]
_baseline = attrgetter("baseline")


class Piece(NamedTuple):
    """Spans of one line of the PDF's data. `baseline` and `size` are those of most of its characters.

    `mark`: it is short, and raised or small, like footnote marks and exponents.
    """

    spans: tuple[Span, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    level: bool
    text: str
    mark: bool


# From its values in order, in half the time of the class's own call.
_made = partial(tuple.__new__, Piece)


def pieces(lines: Iterable[Line]) -> list[Piece]:
    """The pieces of a page in the order of the data, without blank and doubled ones."""
    found: list[Piece] = []
    for spans, level in lines:
        piece = _single(spans, level) if len(spans) == 1 else _piece(_visible(spans), level)
        if piece is not None:
            found.append(piece)
    return _without_copies(_in_small_capitals(found))


def _in_small_capitals(found: list[Piece]) -> list[Piece]:
    """The pieces, with those in small capitals as text of one size in a cut of its own.

    Capitals in two sizes are small capitals; so is a row directly below them in the smaller size alone.
    """
    out: list[Piece] = []
    large = small = lowest = 0.0
    for piece in found:
        if piece.text.isupper():
            sizes = {span.size for span in piece.spans if span.text.isupper() and not span.raised}
            if len(sizes) == 2 and _SMALL * max(sizes) < min(sizes):
                large, small = max(sizes), min(sizes)
            if (
                large
                and max(sizes) in (large, small)
                and (len(sizes) > 1 or 0 <= piece.baseline - lowest < 2 * large)
            ):
                lowest = piece.baseline
                spans = tuple(
                    [
                        span._replace(size=large, font=span.font + SMALL_CAPITALS)
                        if span.size >= small
                        else span
                        for span in piece.spans
                    ]
                )
                piece = piece._replace(spans=spans, size=large)
        out.append(piece)
    return out


def _without_copies(found: list[Piece]) -> list[Piece]:
    """The pieces, except those whose text is already there in the same place."""
    texts = [piece.text for piece in found]
    if len(set(texts)) == len(found):
        return found
    often = Counter(texts)
    again = [piece for piece, text in zip(found, texts, strict=True) if often[text] > 1]
    if not _stand_close(again):
        return found
    kept: list[Piece] = []
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for piece in found:
        text = piece.text
        if often[text] > 1:
            there = seen[text]
            place = _WIDE * round(piece.x0 / _COPY) + round(piece.baseline / _COPY)
            if there and not there.isdisjoint([place + step for step in _NEAR]):
                continue
            there.add(place)
        kept.append(piece)
    return kept


def _stand_close(pieces: Sequence[Piece]) -> bool:
    """Whether some of the pieces with the same text stand so close that one may be a copy of another."""
    close = 2 * _COPY
    last: dict[str, list[Piece]] = {}
    for piece in sorted(pieces, key=_baseline):
        above = last.get(piece.text)
        if above is None or piece.baseline - above[-1].baseline >= close:
            last[piece.text] = [piece]
        elif any(abs(piece.x0 - other.x0) < close for other in above):
            return True
        else:
            above.append(piece)
    return False


def _single(spans: tuple[Span, ...], level: bool) -> Piece | None:
    text, x0, y0, x1, y1, _, baseline, size, *_ = spans[0]
    text = text.rstrip()
    if not text:
        return None
    if text[:2].isspace():
        x0 = _first_letter(spans[0])
    if len(text) >= 6 and text[0] == text[1]:
        spans = (_undoubled(spans[0]),)
        text = spans[0].text.rstrip()
    mark = (len(text) <= 4 or text[0].isspace()) and _is_mark(text, size)
    return _made((spans, x0, y0, x1, y1, baseline, size, level, text, mark))


def _first_letter(span: Span) -> float:
    """Where a text begins that is indented by spaces, as typewriters and plain text do."""
    text, x0, _, x1, _, _, _, size, *_ = span
    blanks = len(text) - len(text.lstrip())
    pitch = (x1 - x0) / len(text)
    return x0 + blanks * (pitch if abs(pitch - _TYPED * size) < 0.03 * size else _BLANK * size)


def _piece(spans: tuple[Span, ...], level: bool) -> Piece | None:
    if len(spans) < 2:
        return _single(spans, level) if spans else None
    _, left, top, right, bottom, *_ = spans[0]
    most = -1
    for text, x0, y0, x1, y1, _, height, points, *_ in spans:
        if x0 < left:
            left = x0
        if y0 < top:
            top = y0
        if x1 > right:
            right = x1
        if y1 > bottom:
            bottom = y1
        if len(text) > most:
            most, baseline, size = len(text), height, points
    text = "".join([span.text for span in spans]).rstrip()
    mark = len(text) <= 6 and _is_mark(text, size)
    return _made((spans, left, top, right, bottom, baseline, size, level, text, mark))


def _is_mark(text: str, size: float) -> bool:
    # the PDF engine calls nothing raised that a line begins with
    bare = text.strip()
    return size < 8.0 and len(bare) <= 4 and not bare.isalpha()


def _visible(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that hold something; blank ones between two others become a space of the first."""
    kept: list[Span] = []
    last = ""
    for span in spans:
        text = span.text
        if text.isspace():
            if kept and not last.endswith(" "):
                last += " "
                kept[-1] = with_text(kept[-1], last)
            continue
        if len(text) >= 6 and text[0] == text[1]:
            span = _undoubled(span)
        kept.append(span)
        last = span.text
    return tuple(kept)


def _undoubled(span: Span) -> Span:
    """A span such as "SSuummmmaarryy", each letter printed twice, with each letter once."""
    letters = span.text.replace(" ", "")
    if len(letters) < 6 or len(letters) % 2 or letters[::2] != letters[1::2]:
        return span
    if (span.x1 - span.x0) / len(letters) >= _DOUBLED_PITCH * span.size:
        return span
    kept: list[str] = []
    skip = False
    for letter in span.text:
        if letter == " " or not skip:
            kept.append(letter)
        skip = letter != " " and not skip
    return span._replace(text="".join(kept), bold=True)


def extent(pieces: Sequence[Piece]) -> tuple[float, float, float, float]:
    """The rectangle around pieces: left, top, right, bottom."""
    left, top, right, bottom = pieces[0][1:5]
    for _, x0, y0, x1, y1, _, _, _, _, _ in pieces:
        if x0 < left:
            left = x0
        if y0 < top:
            top = y0
        if x1 > right:
            right = x1
        if y1 > bottom:
            bottom = y1
    return left, top, right, bottom
