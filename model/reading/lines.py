"""The lines of a page from the engine's dictionary of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from model.reading import superscripts
from model.reading.dingbats import pictures_of
from model.reading.text import Line, Span, line_of, readable, span_of

_RAISED, ITALIC, _BOLD = 1, 2, 16
# The engine's flags of characters stand this many bits above those of their font: made bold, or all edges
# and perhaps the inside of letters drawn.
_CHAR = 8
_MADE_BOLD = (8 | 32) << _CHAR
# The largest and the least of red, green and blue differ this much in what is no grey (of 255).
_COLOURED = 48
# The box of letters that a program leans by itself begins this far before them, as a share of the size: what
# hangs below the line leans to the left.
_SHEARED = (0.03, 0.12)
# Styles as font names shorten them after their hyphen: "-BdIta", "-HvObl" (Adobe Technical Note 5088).
_STYLE_WORD = re.compile(r"[A-Z][a-z]*")
_SHORT_BOLD, _SHORT_ITALIC = frozenset(("Bd", "Blk", "Hv", "Dm", "Demi")), frozenset(("It", "Ita", "Obl"))


def lines_of(blocks: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    """The lines with something to read."""
    for block in blocks:
        for line in block.get("lines", ()):
            spans: list[Span] = []
            across, down = line["dir"]
            for span in line["spans"]:
                if text := readable(span["text"]):
                    x0, y0, x1, y1 = span["bbox"]
                    x, baseline = span["origin"]
                    size = span["size"]
                    name, bold, italic, raised, signs = _style(
                        span["font"], span["flags"] | span["char_flags"] << _CHAR
                    )
                    if signs:
                        text = text.translate(signs)
                    if not italic and _SHEARED[0] * size < x - x0 < _SHEARED[1] * size and text[0] != " ":
                        italic = across > 0.99 and abs(down) < 0.1 and text[0] < "\u0590"
                    coloured = (color := span["color"]) > 0 and _is_coloured(color)
                    made = span_of(
                        (text, x0, y0, x1, y1, x, baseline, size, name, bold, italic, raised, coloured)
                    )
                    if not text.isascii() and superscripts.has_some(text):
                        before = spans[-1].text if spans else ""
                        spans.extend(superscripts.parted(made, before, across, down))
                    else:
                        spans.append(made)
            if spans:
                yield line_of((tuple(spans), across > 0.99 and abs(down) < 0.1))


@lru_cache(maxsize=256)
def _is_coloured(color: int) -> bool:
    """Whether a colour (red, green and blue, a byte each) differs from every grey."""
    shares = color.to_bytes(4, "big")[1:]
    return max(shares) - min(shares) >= _COLOURED


@lru_cache(maxsize=1024)
def _style(font: str, flags: int) -> tuple[str, bool, bool, bool, Mapping[int, str]]:
    """A font's name without its subset prefix, whether its name or flags say bold or italic, whether the
    flags say raised, and what its letters show where it is a font of pictures."""
    _, _, name = font.rpartition("+")
    low = name.lower()
    short = set(_STYLE_WORD.findall(name[name.rfind("-") + 1 :])) if "-" in name else set()
    bold = "bold" in low or "black" in low or "heavy" in low or not short.isdisjoint(_SHORT_BOLD)
    italic = "italic" in low or "oblique" in low or not short.isdisjoint(_SHORT_ITALIC)
    bold, italic = bold or flags & (_BOLD | _MADE_BOLD) > 0, italic or flags & ITALIC > 0
    return name, bold, italic, flags & _RAISED > 0, pictures_of(name)
