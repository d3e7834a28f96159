"""Anchors: where a node stands on its pages, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.extraction.rows import Row
from model.nodes import Anchor, Region

# So much of the text before and after helps to find a quote again (Web Annotation's TextQuoteSelector).
AROUND = 32


def regions_of(rows: Iterable[Row]) -> tuple[Region, ...]:
    """One rectangle for each page and column that the rows stand in, in points."""
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
    return tuple(
        Region(r.page, round(r.x0, 2), round(r.y0, 2), round(r.x1, 2), round(r.y1, 2)) for r in found.values()
    )


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
