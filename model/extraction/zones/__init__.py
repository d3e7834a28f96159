"""From pages to rows: the first half of extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from model.extraction.rows import Row
from model.extraction.zones.baselines import grouped, row_of
from model.extraction.zones.edges import zoned
from model.extraction.zones.feet import with_footnotes
from model.extraction.zones.pieces import pieces
from model.reading.text import PageText


def zone_pages(pages: Iterable[PageText], on_page: Callable[[int], None] | None = None) -> list[Row]:
    """All rows of a document in reading order, each with its zone.

    `on_page` is told the number of each page when its rows are made.
    """
    made: list[list[Row]] = []
    heights: dict[int, float] = {}
    rules = {}
    for page in pages:
        heights[page.number] = page.height
        found = pieces(page.lines)
        if found:
            left, right = min(p.x0 for p in found), max(p.x1 for p in found)
            made.append([row_of(page.number, row, left, right) for row in grouped(found)])
            rules[page.number] = page.rules
        if on_page is not None:
            on_page(page.number)
    rows: list[Row] = []
    for number, page_rows in zoned(made, heights).items():
        rows.extend(with_footnotes(page_rows, rules[number], heights[number]))
    return rows
