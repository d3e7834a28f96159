"""Pages of Japanese or Chinese that is written from top to bottom, its columns read from the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# This many signs at least, and more than half of a page's, are written like this: a label beside a figure may
# be.
_ENOUGH = 30


def is_vertical(blocks: Iterable[Mapping[str, Any]]) -> bool:
    """Whether most of a page's text, as the engine reads it, is in a font's vertical writing mode."""
    lines = [line for block in blocks for line in block.get("lines", ())]
    down = [line for line in lines if line["wmode"]]
    if not down:  # as on nearly all pages
        return False
    signs = _signs(down)
    return signs >= _ENOUGH and 2 * signs > _signs(lines)


def _signs(lines: Iterable[Mapping[str, Any]]) -> int:
    return sum([len(span["text"]) for line in lines for span in line["spans"]])
