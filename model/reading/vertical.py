"""Pages of Japanese or Chinese that is written from top to bottom, its columns read from the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# So many signs at least, and more than half of a page's, are written so: a label beside a figure may be.
_ENOUGH = 30


def is_vertical(blocks: Iterable[Mapping[str, Any]]) -> bool:
    """Whether most of a page's text, as the engine reads it, is in a font's vertical writing mode."""
    down = across = 0
    for block in blocks:
        for line in block.get("lines", ()):
            signs = sum([len(span["text"]) for span in line["spans"]])
            if line["wmode"]:
                down += signs
            else:
                across += signs
    return down >= _ENOUGH and down > across
