"""Leaves: the pages that a report was printed on, of which a page of the PDF may hold two side by side.

Each is read as a page of its own; `spreads` tells where there are two.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from model.documents import PageInfo
from model.extraction import spreads
from model.nodes import Node, Region
from model.reading.strokes import Look
from model.reading.text import Line, PageText, Rect, Span
from model.reading.turning import shown_size, to_unrotated
from model.recognized import Lean

# Among the first pages this many are single ones at most: covers.
_COVERS = 2


class _Leaf(NamedTuple):
    """A part of a page of the PDF: where it begins and ends on the page as shown (points)."""

    page: int
    left: float
    right: float


class Leaves:
    """The leaves of a document, counted from 1, and where they lie on the pages of the PDF."""

    def __init__(self) -> None:
        self._leaves: list[_Leaf] = []  # none where each page is one

    def of(self, pages: Iterable[PageText]) -> Iterator[PageText]:
        """The leaves in reading order, as pages of their own; the pages unchanged if each is one leaf. No
        more than the first few pages are held back if most are higher than wide."""
        held: list[PageText] = []
        single, coming = 0, iter(pages)
        for page in coming:
            held.append(page)
            single += not spreads.is_wide(page)
            if single > _COVERS and 2 * single > len(held):
                break
        else:
            if (gutters := spreads.gutters(held)) is not None:
                yield from self._unfolded(held, *gutters)
                return
        yield from held
        yield from coming

    def _unfolded(
        self, pages: Sequence[PageText], gutters: Sequence[float | None], backwards: bool
    ) -> Iterator[PageText]:
        for page, gutter in zip(pages, gutters, strict=True):
            ends = [0.0, page.width] if gutter is None else [0.0, gutter, page.width]
            parts = [_Leaf(page.number, *sides) for sides in itertools.pairwise(ends)]
            for leaf in reversed(parts) if backwards else parts:
                self._leaves.append(leaf)
                yield _cut(page, leaf, len(self._leaves))

    def shown(self, look: Callable[[int, Rect], Look | None]) -> Callable[[int, Rect], Look | None]:
        """A function that says how a place on a leaf looks, made of `look`, which says it of a page."""

        def look_at(number: int, clip: Rect) -> Look | None:
            if not self._leaves:
                return look(number, clip)
            leaf = self._leaves[number - 1]
            return look(leaf.page, _moved(clip, leaf.left))

        return look_at

    def infos(self, pages: Sequence[PageInfo]) -> list[PageInfo]:
        """The leaves as upright pages; `pages` are those of the PDF."""
        if not self._leaves:
            return list(pages)
        heights = [shown_size(page)[1] for page in pages]
        return [
            PageInfo(number, leaf.right - leaf.left, heights[leaf.page - 1])
            for number, leaf in enumerate(self._leaves, 1)
        ]

    def sure(self, recognized: Mapping[int, float]) -> Mapping[int, float]:
        """By leaf, how sure recognition was of its page."""
        if not self._leaves:
            return recognized
        return {n: recognized[f.page] for n, f in enumerate(self._leaves, 1) if f.page in recognized}

    def leans(self, leans: Mapping[int, Lean]) -> Mapping[int, Lean]:
        """By leaf, how its page leans, in the leaf's frame."""
        if not self._leaves:
            return leans
        return {
            n: leans[f.page]._replace(middle=leans[f.page].middle - f.left)
            for n, f in enumerate(self._leaves, 1)
            if f.page in leans
        }

    def on_pages(self, nodes: Iterable[Node], pages: Sequence[PageInfo]) -> list[Node]:
        """The nodes, with their places on leaves turned into places on the PDF's pages."""
        if not self._leaves:
            return list(nodes)
        return [
            replace(
                node,
                anchor=node.anchor._replace(
                    regions=tuple([self._on_page(r, pages) for r in node.anchor.regions])
                ),
            )
            for node in nodes
        ]

    def _on_page(self, region: Region, pages: Sequence[PageInfo]) -> Region:
        number, *box = region
        leaf = self._leaves[number - 1]
        x0, y0, x1, y1 = to_unrotated(_moved(Rect(*box), leaf.left), pages[leaf.page - 1])
        return Region(leaf.page, round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _cut(page: PageText, leaf: _Leaf, number: int) -> PageText:
    """What a leaf holds, in its own frame."""
    width = leaf.right - leaf.left
    lines = [
        Line(tuple([_span(span, -leaf.left) for span in spans]), line.level)
        for line in page.lines
        if (spans := [span for span in line.spans if leaf.left <= (span.x0 + span.x1) / 2 < leaf.right])
    ]
    shapes = [
        tuple(
            [_clipped(shape, leaf, width) for shape in some if shape.x1 > leaf.left and shape.x0 < leaf.right]
        )
        for some in (page.rules, page.boxes, page.pictures)
    ]
    return page._replace(
        number=number, width=width, rotation=0, lines=tuple(lines), rules=shapes[0], boxes=shapes[1],
        pictures=shapes[2],
    )  # fmt: skip


def _span(span: Span, by: float) -> Span:
    return span._replace(x0=span.x0 + by, x1=span.x1 + by, x=span.x + by)


def _moved(rect: Rect, by: float) -> Rect:
    return Rect(rect.x0 + by, rect.y0, rect.x1 + by, rect.y1)


def _clipped(rect: Rect, leaf: _Leaf, width: float) -> Rect:
    return Rect(max(0.0, rect.x0 - leaf.left), rect.y0, min(width, rect.x1 - leaf.left), rect.y1)
