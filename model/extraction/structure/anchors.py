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
    found: dict[tuple[int, int], Region] = {}
    for row in rows:
        key = (row.page, row.column)
        old = found.get(key)
        if old is None:
            found[key] = Region(row.page, row.x0, row.y0, row.x1, row.y1)
        else:
            found[key] = Region(
                row.page, min(old.x0, row.x0), min(old.y0, row.y0), max(old.x1, row.x1), max(old.y1, row.y1)
            )
    return tuple(_unrotated(region, pages) for region in found.values())


def _unrotated(region: Region, pages: Mapping[int, PageInfo] | None) -> Region:
    info = pages.get(region.page) if pages else None
    box: tuple[float, ...] = region[1:]
    if info is not None and info.rotation:
        box = to_unrotated((region.x0, region.y0, region.x1, region.y1), info)
    x0, y0, x1, y1 = (round(value, 2) for value in box)
    return Region(region.page, x0, y0, x1, y1)


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
