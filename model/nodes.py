"""A node is one piece of a report: a heading, a paragraph, a list item, a footnote, a running header.

Units: points on the unrotated page, origin at the top left of its CropBox; pages count from 1;
offsets into texts are code points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import Any, NamedTuple
from unicodedata import east_asian_width


class Kind(StrEnum):
    """What a node is in the report's structure."""

    TITLE = "title"
    CONTENTS = "contents"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


# Kinds that a reviewer classifies: the others have no role.
CLASSIFIED = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def printed_number(kind: Kind, number: str) -> str:
    """A number as the page prints it: items in brackets, "12." without its stop, bullets as they are."""
    return f"({number})" if kind is Kind.ITEM and number[:1].isalpha() else number


_COLUMNS = 48  # four long words; a letter as wide as it is high takes two


def first_words(text: str, most: int = 4) -> str:
    """How a text without a number is spoken of: “The Committee recommends that…”. Of a script that sets no
    spaces its first letters."""
    words = text.split(None, most)
    start = " ".join(words[:most])
    columns = accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in start[:_COLUMNS])
    shown = start[: sum(column <= _COLUMNS for column in columns)].rstrip()
    return f"“{shown}{'…' if len(words) > most or shown != start else ''}”"


BY_HAND = "made by a reviewer"  # the reason that an entry has that a person made
MENDED = "corrected by a reviewer"  # and one whose text, place or extent a person put right

# The key in `extra` for what extracting again left to look at.
AGAIN = "again"


class Region(NamedTuple):
    """A rectangle on one page, in points."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class Anchor(NamedTuple):
    """Where a node stands in its PDF: rectangles, and the quote with a little text around it.

    The quote is the text as extracted and stays as it was when a reviewer corrects the node's text.
    The file's hash and the extractor's version belong to the document.
    """

    regions: tuple[Region, ...] = ()
    quote: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def page(self) -> int:
        """The page where it starts, from 1; 0 if it has no place on a page."""
        return self.regions[0].page if self.regions else 0


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of a report.

    `parent` is the id of the node above (None at the root), `rank` orders the children of one parent
    (any gaps). `number` is as printed without brackets and closing stop ("12", "a", "iv", "128.1"; `•` for
    every bullet, `-` for every dash). `level` counts from 1: a section's depth in the outline, an item's
    nesting; None for the others. `text` is its own, without the number and without its children's.
    `confidence` (0 to 1) and `reasons` say how sure the extractor was, and why.
    `extra` holds what only some kinds have, JSON values only:
      footnote marks as `{"marks": [[offset, "12"], ...]}`, a table's cells as `{"cells": [[...], ...]}`,
      that a paragraph's number counts boxes or what is in bold as `{"boxed": true}`,
      furniture's sort as `{"furniture": "header" | "footer" | "masthead" | "job number" | ...}`,
      what extracting again left for a person to look at as `{"again": "unmatched" | "changed"}`.
    """

    id: str
    kind: Kind
    text: str
    parent: str | None = None
    rank: int = 0
    level: int | None = None
    number: str = ""
    anchor: Anchor = field(default_factory=Anchor)
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def page(self) -> int:
        """The page where it starts, from 1; 0 if it has no place on a page."""
        return self.anchor.page

    @property
    def printed_number(self) -> str:
        """Its number as the page prints it."""
        return printed_number(self.kind, self.number)

    @property
    def is_put_right(self) -> bool:
        """Whether a person made it, or corrected its text, place or extent."""
        return BY_HAND in self.reasons or MENDED in self.reasons
