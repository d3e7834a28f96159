"""Pages whose letters are made bold without a bold font.

Word, WPS and LibreOffice draw the edges of letters too where a font has no bold cut, East Asian and Arabic
ones above all: text rendering modes 1 and 2 of the PDF specification (ISO 32000-2, 9.3.6). Others print the
same words twice, a hair's breadth apart. The engine tells both if asked, which takes it four times as long;
so a page is looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from model.reading.text import Line, Span

_EDGED = re.compile(rb"[1256]\s+Tr\b")
_STROKED = 1  # how the engine's trace calls what draws edges
# Words printed again stand no further from the first ones, as a share of their size.
_APART = 0.15


def has_edges(page: Any) -> bool:
    """Whether the edges of any letter of the engine's page are drawn; those of figures are in bar codes."""
    contents = page.read_contents()
    if b" Tr" not in contents or not _EDGED.search(contents):
        return False
    runs = [run["chars"] for run in page.get_texttrace() if run["type"] == _STROKED]
    return any(chr(code).isalpha() for chars in runs for code, *_ in chars)


def is_printed_twice(lines: Sequence[Line]) -> bool:
    """Whether words of a page that are not bold stand on others, a hair's breadth apart."""
    spans = sorted([line.spans[0] for line in lines], key=_place)
    return any(
        _stands_on(one, two)
        for one, two in pairwise(spans)
        if two.baseline - one.baseline < _APART * one.size
    )


def _place(span: Span) -> tuple[float, float]:
    return round(span.baseline), span.x


def _stands_on(one: Span, two: Span) -> bool:
    """Whether the words printed next begin on the same ones."""
    if two.x >= one.x1 or one.size != two.size or one.font != two.font or one.bold:
        return False
    near = _APART * one.size
    word = one.text.split(" ", 1)[0]
    return (
        abs(two.x - one.x) < near
        and abs(two.baseline - one.baseline) < near
        and word.isalpha()
        and two.text.startswith(word)
    )
