"""Pieces of text: what one span line of the PDF gives, cleaned of doubles and blanks.

A PDF's data holds text twice where bold is faked by printing it again a hair's breadth away, or where an
invisible copy lies under a picture of it; both are one text to a reader.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.reading.text import Line, Span

# Letters of doubled bold lie at most this far apart, as a share of the size.
_DOUBLED_PITCH = 0.34


class Piece(NamedTuple):
    """Spans of one line of the data. `baseline` and `size` are those of most of its characters."""

    spans: tuple[Span, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    level: bool

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def pieces(lines: Iterable[Line]) -> list[Piece]:
    """The pieces of a page in the data's order, blank and doubled ones left out."""
    found: list[Piece] = []
    seen: set[tuple[str, int, int]] = set()
    for line in lines:
        spans = tuple(_undoubled(_visible(line.spans)))
        if not spans:
            continue
        piece = _piece(spans, line.level)
        places = [(piece.text.strip(), round(piece.x0 / 3), round(piece.baseline / 3))]
        if any(place in seen for place in places):
            continue
        text, x, y = places[0]
        seen.update((text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        found.append(piece)
    return found


def _visible(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that hold something; blank ones between two others become a space of the first."""
    pending: Span | None = None
    for span in spans:
        if not span.text.strip():
            if pending is not None and not pending.text.endswith(" "):
                pending = pending._replace(text=pending.text + " ")
            continue
        if pending is not None:
            if pending.text.strip() == span.text.strip() and _overlap(pending, span) > 0.7:
                continue
            yield pending
        pending = span
    if pending is not None:
        yield pending._replace(text=pending.text.rstrip())


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    if abs(one.baseline - other.baseline) > 2:
        return 0.0
    return shared / max(0.1, min(one.x1 - one.x0, other.x1 - other.x0))


def _undoubled(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans such as "SSuummmmaarryy", each letter printed twice, with each letter once."""
    for span in spans:
        letters = span.text.replace(" ", "")
        if len(letters) >= 6 and len(letters) % 2 == 0 and letters[::2] == letters[1::2]:
            pitch = (span.x1 - span.x0) / len(letters)
            if pitch < _DOUBLED_PITCH * span.size:
                yield span._replace(text=_single(span.text), bold=True)
                continue
        yield span


def _single(text: str) -> str:
    kept: list[str] = []
    skip = False
    for letter in text:
        if letter == " ":
            kept.append(letter)
        elif skip:
            skip = False
        else:
            kept.append(letter)
            skip = True
    return "".join(kept)


def _piece(spans: tuple[Span, ...], level: bool) -> Piece:
    main = max(spans, key=_weight)
    return Piece(
        spans,
        min(span.x0 for span in spans),
        min(span.y0 for span in spans),
        max(span.x1 for span in spans),
        max(span.y1 for span in spans),
        main.baseline,
        main.size,
        level,
    )


def _weight(span: Span) -> int:
    return len(span.text)


def is_rtl(text: str) -> bool:
    """True where most letters are written from right to left."""
    right = left = 0
    for letter in text[:400]:
        if letter.isalpha():
            if unicodedata.bidirectional(letter) in ("R", "AL"):
                right += 1
            else:
                left += 1
    return right > left
