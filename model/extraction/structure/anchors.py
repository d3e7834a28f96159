"""Anchors: where a node stands on its pages, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from model.documents import PageInfo
from model.extraction.rows import Row
from model.nodes import Anchor, Region
from model.reading.turning import to_unrotated

# So much of the text before and after helps to find a quote again (Web Annotation's TextQuoteSelector).
AROUND = 32


def regions_of(rows: Iterable[Row], pages: Mapping[int, PageInfo] | None = None) -> tuple[Region, ...]:
    """One rectangle for each page and column that the rows stand in, in points.

    Rows are in the frame of the page as shown; the rectangles are on the unrotated page.
    """
    columns: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        columns.setdefault((row.page, row.column), []).append(row)
    return tuple([_unrotated(_around(there), pages) for there in columns.values()])


def _around(rows: Sequence[Row]) -> Region:
    first = rows[0]
    if len(rows) == 1:
        return Region(first.page, first.x0, first.y0, first.x1, first.y1)
    return Region(
        first.page,
        min([row.x0 for row in rows]),
        min([row.y0 for row in rows]),
        max([row.x1 for row in rows]),
        max([row.y1 for row in rows]),
    )


def _unrotated(region: Region, pages: Mapping[int, PageInfo] | None) -> Region:
    info = pages.get(region.page) if pages else None
    box: tuple[float, ...] = region[1:]
    if info is not None and info.rotation:
        box = to_unrotated((region.x0, region.y0, region.x1, region.y1), info)
    return Region(region.page, *[round(value, 2) for value in box])


def anchors_of(regions: Sequence[tuple[Region, ...]], quotes: Sequence[str]) -> list[Anchor]:
    """The anchors of nodes in reading order: each quote with the ends of its neighbours' around it."""
    anchors = []
    before = ""
    for at, (places, quote) in enumerate(zip(regions, quotes, strict=True)):
        after, ahead = "", at + 1
        while len(after) < AROUND and ahead < len(quotes) and ahead < at + 6:
            after = f"{after} {quotes[ahead][:AROUND]}".lstrip()
            ahead += 1
        anchors.append(Anchor(places, quote, before[-AROUND:], after[:AROUND]))
        before = f"{before[-AROUND:]} {quote[-AROUND:]}"
    return anchors
