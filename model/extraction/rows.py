"""Rows: what stands on one baseline in one column, and which part of the page it belongs to.

The first half of extraction (`zones`) turns pages into rows in reading order and says of each what it is on
the page; the second half (`structure`) makes the tree of the rows that carry the report's text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from model.reading.text import Span


class Zone(StrEnum):
    """What a row is on its page."""

    BODY = "body"  # running text: headings, paragraphs, items
    TITLE = "title"  # the document's own title, once
    CONTENTS = "contents"  # a printed table of contents
    FOOTNOTE = "footnote"
    TABLE = "table"  # cells, header rows and captions of tables
    FIGURE = "figure"  # labels inside figures, and their captions
    MASTHEAD = "masthead"  # organ, symbol, distribution, date, agenda item, ... on the first page
    HEADER = "header"  # running header
    FOOTER = "footer"  # running footer
    PAGE_NUMBER = "page number"
    JOB_NUMBER = "job number"
    COVER = "cover"  # covers, imprints, repeated title pages, contact blocks


class Row(NamedTuple):
    """Spans that share a baseline within one column, from left to right (right to left in Arabic text).

    `left` and `right` are the bounds of the text of its column, so `x0 - left` is an indent. `group` tells
    apart the tables, figures, contents pages and footnotes of a document: rows of one have the same number;
    0 for the rest. `box` does the same for rows set in a box with body text (0: in none). `underlined`:
    a rule runs right below. `centred`: it stands in the middle of its column with room on both sides. `cell`:
    row and column, counted from 1, in a table whose cells are read whole.
    """

    page: int
    spans: tuple[Span, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float  # of most of its characters
    left: float
    right: float
    zone: Zone = Zone.BODY
    group: int = 0
    box: int = 0
    column: int = 0  # 0 for the whole width, else counted from 1
    underlined: bool = False
    centred: bool = False
    cell: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
