"""How wide the text of a report is on its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from model.documents import PageInfo
from model.nodes import Kind, Node


class TextSpan(NamedTuple):
    """From the leftmost to the rightmost text of the usual page, in points, and how wide that page is."""

    left: float
    right: float
    page: float


def text_span(nodes: Iterable[Node], pages: Sequence[PageInfo]) -> TextSpan | None:
    """Of the pages that are as large as most, headers and footers apart. None if there is no text, or
    where most pages are turned."""
    if not pages:
        return None
    (width, height, rotation), _ = Counter(map(_shape, pages)).most_common(1)[0]
    usual = {number for number, page in enumerate(pages, 1) if _shape(page) == (width, height, rotation)}
    regions = [
        region
        for node in nodes
        if node.kind is not Kind.FURNITURE
        for region in node.anchor.regions
        if region.page in usual
    ]
    if rotation or not regions:
        return None
    left, right = min(region.x0 for region in regions), max(region.x1 for region in regions)
    return TextSpan(max(left, 0.0), min(right, width), width)


def _shape(page: PageInfo) -> tuple[float, float, int]:
    return page.width, page.height, page.rotation
