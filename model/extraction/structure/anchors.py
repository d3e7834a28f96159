"""Anchors: where a node stands on its pages, and the words around it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.documents import PageInfo
from model.extraction.rows import Row
from model.extraction.scale import rect
from model.nodes import Anchor, Region
from model.reading.recognized_lines import FONT
from model.reading.text import Rect
from model.reading.turning import to_unrotated
from model.recognized import Lean

# This much of the text before and after helps to find a quote again (Web Annotation's TextQuoteSelector).
AROUND = 32
# Rectangles on a page that leans hold no more than this much (points) above and below their words.
_STEP = 5.0


def regions_of(
    rows: Iterable[Row],
    pages: Mapping[int, PageInfo] | None = None,
    leans: Mapping[int, Lean] | None = None,
    scale: float = 1.0,
) -> tuple[Region, ...]:
    """One rectangle for each page and column that the rows stand in, in points; several, side by side, where
    the page was laid askew.

    Rows are in the frame of the page as shown, levelled, and this many times as large; the rectangles are on
    the unrotated page.
    """
    columns: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        columns.setdefault((row.page, row.column), []).append(row)
    return tuple([region for there in columns.values() for region in _regions(there, pages, leans, scale)])


def _regions(
    rows: Sequence[Row],
    pages: Mapping[int, PageInfo] | None,
    leans: Mapping[int, Lean] | None,
    scale: float,
) -> Iterator[Region]:
    """The rectangles around rows of one page, on the unrotated page."""
    page = rows[0].page
    info = pages.get(page) if pages else None
    lean = leans.get(page) if leans else None
    box = _around(rows)
    if scale != 1:
        box = rect(box, 1 / scale)
    leaning = lean is not None and all(span.font == FONT for row in rows for span in row.spans)
    for part in _steps(box, lean) if lean and leaning else (box,):
        x0, y0, x1, y1 = to_unrotated(part, info) if info is not None and info.rotation else part
        yield Region(page, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _steps(box: tuple[float, float, float, float], lean: Lean) -> Iterator[tuple[float, float, float, float]]:
    """A levelled rectangle as rectangles side by side that hold its words where they stand on the page."""
    x0, y0, x1, y1 = box
    count = max(1, math.ceil(abs(lean.slope) * (x1 - x0) / _STEP))
    for number in range(count):
        left, right = (x0 + (x1 - x0) * at / count for at in (number, number + 1))
        higher, lower = sorted([lean.down(left), lean.down(right)])
        yield left, y0 + higher, right, y1 + lower


def _around(rows: Sequence[Row]) -> Rect:
    first = rows[0]
    left, top, right, bottom = first.x0, first.y0, first.x1, first.y1
    for row in rows[1:]:
        if row.x0 < left:
            left = row.x0
        if row.y0 < top:
            top = row.y0
        if row.x1 > right:
            right = row.x1
        if row.y1 > bottom:
            bottom = row.y1
    return Rect(left, top, right, bottom)


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
