"""What is written into a copy of a PDF: highlights of entries, with a text that a viewer shows for each."""

from __future__ import annotations

from typing import NamedTuple

from model.nodes import Region


class Highlight(NamedTuple):
    """A highlight over rectangles that may be on several pages.

    `name` tells it from the others, `color` is "#RRGGBB", `author` and `text` are what a viewer shows with
    it; `note` becomes a note of its own at the first rectangle's corner, empty for none.
    """

    name: str
    regions: tuple[Region, ...]
    color: str
    author: str
    text: str
    note: str = ""


class Annotation(NamedTuple):
    """An annotation as it is found in a PDF: `boxes` in points of the unrotated page."""

    name: str
    page: int
    kind: str
    author: str
    text: str
    boxes: tuple[tuple[float, float, float, float], ...] = ()
