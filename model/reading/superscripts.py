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
# A raised figure is this share as large, and stands this share of the size higher.
_SMALLER, _HIGHER = 0.6, 0.35
has_some = re.compile(f"[{_NUMERALS}]").search


def parted(span: Span, before: str) -> Iterator[Span]:
    """A span, cut at such marks. `before`: what stands before it on its line."""
    text = before + span.text
    done = len(before)
    width = (span.x1 - span.x0) / len(span.text)

    def piece(start: int, end: int) -> Span:
        left = span.x0 + width * (start - len(before))
        x = left + span.x - span.x0
        return span._replace(text=text[start:end], x0=left, x=x, x1=left + width * (end - start))

    for match in _MARK.finditer(text, done):
        start, end = match.span(1)
        if start > done:
            yield piece(done, start)
        yield piece(start, end)._replace(
            text=match[1].translate(_FIGURES), size=_SMALLER * span.size,
            baseline=span.baseline - _HIGHER * span.size, raised=True,
        )  # fmt: skip
        done = end
    if done < len(text):
        yield piece(done, len(text))
