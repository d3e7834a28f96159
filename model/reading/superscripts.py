"""Numerals that are raised by themselves ("¹", "²", "³"): where they may be marks of notes, they are read as
the raised figures that they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.reading.text import Span

_NUMERALS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = str.maketrans(_NUMERALS, "0123456789")
# At the beginning of a line, after punctuation, or after a word longer than a unit's name ("km²").
_MARK = re.compile(
    rf"(?:^\s*|(?<=[^\W\d_]{{4}})|(?<=[.,;:!?)\]”’»\"']))([{_NUMERALS}]{{1,3}})(?![{_NUMERALS}])"
)
# "40 metres", "per km", "£40m": a unit of length that belongs to a quantity, except millions of a currency.
_LENGTH = re.compile(
    r"(?P<money>(?:[£$€¥]|\b[A-Z]{3})\s?[\d.,–-]*)?(?:\d|/|\b(?:per|par|por|pro|на))\s?"
    r"(?:[kcdhmµ]?m|ft|yd|[ксм]?м"
    r"|(?i:(?:kil[oó]|quil[óô]|chilo|centi|milli|кило)?(?:m[eèé]t(?:re|er|ro|ri)s?|метр(?:а|ов)?)"
    r"|f[oe]{2}t|yards?|miles?))$"
)
_SQUARE_OR_CUBIC = ("2", "3", "²", "³")
# As much of a text as may hold the quantity.
_QUANTITY = 32
# A raised figure is this share as large, and stands this share of the size higher.
_SMALLER, _HIGHER = 0.6, 0.35
has_some = re.compile(f"[{_NUMERALS}]").search


def is_power(figure: str, before: str) -> bool:
    """Whether a raised figure makes an area or a volume of the length before it ("40 m²") and is no mark."""
    if figure not in _SQUARE_OR_CUBIC:
        return False
    length = _LENGTH.search(before[-_QUANTITY:].rstrip())
    return length is not None and not length["money"]


def parted(span: Span, before: str, across: float = 1.0, down: float = 0.0) -> Iterator[Span]:
    """A span, cut at such marks. `before`: what stands before it on its line, which runs so far `across` and
    `down` the page for each point of its length."""
    text = before + span.text
    done = len(before)
    level = abs(across) >= abs(down)
    width = (span.x1 - span.x0 if level else span.y1 - span.y0) / len(span.text)

    def piece(start: int, end: int) -> Span:
        one, two = width * (start - len(before)), width * (end - len(before))
        made = span._replace(
            text=text[start:end], x=span.x + across * one, baseline=span.baseline + down * one
        )
        if not level:
            top, bottom = (span.y0 + one, span.y0 + two) if down > 0 else (span.y1 - two, span.y1 - one)
            return made._replace(y0=top, y1=bottom)
        left, right = (span.x0 + one, span.x0 + two) if across > 0 else (span.x1 - two, span.x1 - one)
        return made._replace(x0=left, x1=right)

    higher = _HIGHER * span.size
    for match in _MARK.finditer(text, done):
        start, end = match.span(1)
        if is_power(match[1], text[:start]):
            continue
        if start > done:
            yield piece(done, start)
        mark = piece(start, end)
        yield mark._replace(
            text=match[1].translate(_FIGURES), size=_SMALLER * span.size,
            x=mark.x + higher * down, baseline=mark.baseline - higher * across, raised=True,
        )  # fmt: skip
        done = end
    if done < len(text):
        yield piece(done, len(text))
