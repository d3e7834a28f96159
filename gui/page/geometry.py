"""Where each page lies in the scrolled canvas, and how points on a page become pixels and back.

Everything is in device pixels, so that a picture drawn at the page's scale is copied pixel by pixel also on
screens with a fractional ratio. Points are those of the anchors: unrotated page, origin at the top left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from model.documents import PageInfo
from model.nodes import Region

# Logical pixels around the column of pages, and between two pages.
MARGIN = 20
GAP = 16


class PageGeometry:
    """Pages under each other, or in pairs beside each other (`spread`), centred in `width` device pixels, at
    `scale` device pixels a point."""

    def __init__(self, pages: Sequence[PageInfo], scale: float, ratio: float = 1.0, rotation: int = 0,
                 width: int = 0, spread: bool = False) -> None:  # fmt: skip
        self.pages = tuple(pages)
        self.scale = scale
        self.rotation = rotation
        self.margin = round(MARGIN * ratio)
        gap = round(GAP * ratio)
        self._across = 2 if spread else 1
        sizes = [self._size(page) for page in self.pages]
        rows = [sizes[n : n + self._across] for n in range(0, len(sizes), self._across)]
        wide = [sum(size.width() for size in row) + gap * (len(row) - 1) for row in rows]
        self.widest = max(wide, default=0)
        self.width = max(width, self.widest + 2 * self.margin)
        self._rects: list[QRect] = []
        self._tops: list[int] = []  # of the rows, with the gap above
        top = self.margin
        for row, length in zip(rows, wide, strict=True):
            # The last page of an odd number stays on its side.
            left = (self.width - (length if len(row) == self._across else self.widest)) // 2
            self._tops.append(top - gap)
            for size in row:
                self._rects.append(QRect(left, top, size.width(), size.height()))
                left += size.width() + gap
            top += max(size.height() for size in row) + gap
        self.height = top - gap + self.margin if sizes else 0

    def turn(self, number: int) -> int:
        """Degrees clockwise by which page `number` is shown turned: its own rotation and the view's."""
        return (self.pages[number - 1].rotation + self.rotation) % 360

    def rect(self, number: int) -> QRect:
        """The page's place on the canvas; pages count from 1."""
        return self._rects[number - 1]

    def visible(self, area: QRect) -> range:
        """The numbers of the pages in the rows that an area of the canvas touches."""
        if not self.pages:
            return range(0)
        first = self.page_at(area.top())
        last = self.page_at(area.bottom()) + self._across - 1
        return range(first, min(last, len(self.pages)) + 1)

    def page_at(self, y: int, x: int | None = None) -> int:
        """The page at a height of the canvas, the first of its row or the one at `x`; the gap above a page
        belongs to it."""
        row = min(max(bisect_right(self._tops, y), 1), max(len(self._tops), 1)) - 1
        first = row * self._across + 1
        if x is not None and self._across > 1 and first < len(self.pages):
            return first + (x > (self.rect(first).right() + self.rect(first + 1).left()) // 2)
        return first

    def to_canvas(self, region: Region) -> QRectF:
        """The pixels of a rectangle on a page."""
        page = self.pages[region.page - 1]
        one = _turned(region.x0, region.y0, page.width, page.height, self.turn(region.page))
        other = _turned(region.x1, region.y1, page.width, page.height, self.turn(region.page))
        corner = QPointF(self.rect(region.page).topLeft())
        return QRectF(one * self.scale + corner, other * self.scale + corner).normalized()

    def height_of(self, region: Region) -> float:
        """The upper edge of a rectangle as a share of the whole canvas: cheap, for thousands of them."""
        page = self.pages[region.page - 1]
        turn = self.turn(region.page)
        if turn == 0:
            down = region.y0
        elif turn == 90:
            down = region.x0
        else:
            down = page.height - region.y1 if turn == 180 else page.width - region.x1
        return (self._rects[region.page - 1].top() + down * self.scale) / max(1, self.height)

    def to_page(self, number: int, point: QPointF) -> QPointF:
        """The point of a page under a pixel of the canvas; may lie outside the page."""
        width, height = self.shown_size(number)
        shown = (point - QPointF(self.rect(number).topLeft())) / self.scale
        return _turned(shown.x(), shown.y(), width, height, (360 - self.turn(number)) % 360)

    def to_region(self, number: int, area: QRectF) -> Region:
        """The part of a page under an area of the canvas, cut at the page's edges."""
        page = self.pages[number - 1]
        one, other = self.to_page(number, area.topLeft()), self.to_page(number, area.bottomRight())
        xs, ys = sorted((one.x(), other.x())), sorted((one.y(), other.y()))
        return Region(
            number, max(xs[0], 0.0), max(ys[0], 0.0), min(xs[1], page.width), min(ys[1], page.height)
        )

    def shown_size(self, number: int) -> tuple[float, float]:
        """Width and height in points of a page as it is turned."""
        return shown_size(self.pages[number - 1], self.rotation)

    def _size(self, page: PageInfo) -> QSize:
        width, height = shown_size(page, self.rotation)
        return QSize(max(1, round(width * self.scale)), max(1, round(height * self.scale)))


def shown_size(page: PageInfo, rotation: int = 0) -> tuple[float, float]:
    """Width and height in points of a page as it is shown; the reader may have turned it by `rotation`."""
    turned = (page.rotation + rotation) % 180 != 0
    return (page.height, page.width) if turned else (page.width, page.height)


def _turned(x: float, y: float, width: float, height: float, turn: int) -> QPointF:
    """A point of a page of that size after the page was turned clockwise."""
    if turn == 90:
        return QPointF(height - y, x)
    if turn == 180:
        return QPointF(width - x, height - y)
    if turn == 270:
        return QPointF(y, width - x)
    return QPointF(x, y)
