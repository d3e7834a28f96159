"""The edges of the selected entry's rectangles, which the mouse can take hold of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from gui.page.geometry import PageGeometry
from gui.page.marks import Mark
from model.nodes import Region

# Logical pixels on either side of a drawn edge.
_GRIP = 3.5
LEAST = 3.0  # points that a rectangle keeps

LEFT, TOP, RIGHT, BOTTOM = 1, 2, 4, 8
_CURSORS = {
    LEFT: Qt.CursorShape.SizeHorCursor, RIGHT: Qt.CursorShape.SizeHorCursor,
    TOP: Qt.CursorShape.SizeVerCursor, BOTTOM: Qt.CursorShape.SizeVerCursor,
    LEFT | TOP: Qt.CursorShape.SizeFDiagCursor, RIGHT | BOTTOM: Qt.CursorShape.SizeFDiagCursor,
    RIGHT | TOP: Qt.CursorShape.SizeBDiagCursor, LEFT | BOTTOM: Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class Grip(NamedTuple):
    """One edge, or a corner, of a rectangle of an entry: `sides` as they are seen on the screen."""

    mark: Mark
    sides: int

    @property
    def cursor(self) -> Qt.CursorShape:
        return _CURSORS[self.sides]

    def dragged(self, geometry: PageGeometry, start: QPointF, here: QPointF,
                regions: Sequence[Region]) -> tuple[Region, ...]:  # fmt: skip
        """All rectangles of the entry (`regions` before) after the edge was dragged from one device pixel to
        another: over the end of a page they go on on the next one, or no longer do."""
        own, down = self.mark.region, bool(self.sides & BOTTOM)
        page = geometry.page_at(round(here.y()), round(here.x()))
        if page == own.page or not self.sides & (TOP | BOTTOM):
            found = [self._moved(geometry, here - start) if one == own else one for one in regions]
        elif (page > own.page) == down:
            reached = range(min(page, own.page), max(page, own.page) + 1)
            parts = [self._part(geometry, each, here if each == page else None) for each in reached]
            found = [one for one in regions if one != own] + parts
        else:
            left = [one for one in regions if (one.page <= page if down else one.page >= page)]
            found = [_cut(geometry, one, here, down) if one.page == page else one for one in left]
        found = [one for one in found if one.x1 - one.x0 > 0 and one.y1 - one.y0 > 0]
        return tuple(sorted(found)) or tuple(regions)

    def _part(self, geometry: PageGeometry, page: int, here: QPointF | None) -> Region:
        """What the rectangle holds of a page when it goes on from its own one to `here`, or beyond."""
        box, sheet = geometry.to_canvas(self.mark.region), QRectF(geometry.rect(page))
        near, far = (box.top(), sheet.bottom()) if self.sides & BOTTOM else (box.bottom(), sheet.top())
        if page != self.mark.region.page:
            near = sheet.top() if self.sides & BOTTOM else sheet.bottom()
        left = box.left() - geometry.rect(self.mark.region.page).left() + sheet.left()
        corner = QPointF(left + box.width(), far if here is None else here.y())
        return geometry.to_region(page, QRectF(QPointF(left, near), corner))

    def _moved(self, geometry: PageGeometry, by: QPointF) -> Region:
        """The rectangle after its edge was moved by this many device pixels on its page."""
        box = geometry.to_canvas(self.mark.region)
        least = LEAST * geometry.scale
        if self.sides & LEFT:
            box.setLeft(min(box.left() + by.x(), box.right() - least))
        if self.sides & RIGHT:
            box.setRight(max(box.right() + by.x(), box.left() + least))
        if self.sides & TOP:
            box.setTop(min(box.top() + by.y(), box.bottom() - least))
        if self.sides & BOTTOM:
            box.setBottom(max(box.bottom() + by.y(), box.top() + least))
        return geometry.to_region(self.mark.region.page, box)


def grip_at(marks: Iterable[Mark], geometry: PageGeometry, at: QPointF, padding: float,
            ratio: float) -> Grip | None:  # fmt: skip
    """The edge under a device pixel of the canvas; `padding` is how far outside edges are drawn."""
    reach = _GRIP * ratio
    for mark in marks:
        if not 1 <= mark.region.page <= len(geometry.pages):
            continue
        box = geometry.to_canvas(mark.region).adjusted(-padding, -padding, padding, padding)
        if not box.adjusted(-reach, -reach, reach, reach).contains(at):
            continue
        sides = _near(box, at, reach)
        if sides:
            return Grip(mark, sides)
    return None


def _near(box: QRectF, at: QPointF, reach: float) -> int:
    left, right = abs(at.x() - box.left()), abs(at.x() - box.right())
    top, bottom = abs(at.y() - box.top()), abs(at.y() - box.bottom())
    sides = 0
    if min(left, right) <= reach:
        sides |= LEFT if left <= right else RIGHT
    if min(top, bottom) <= reach:
        sides |= TOP if top <= bottom else BOTTOM
    return sides


def _cut(geometry: PageGeometry, region: Region, here: QPointF, down: bool) -> Region:
    """What of a rectangle lies above a device pixel, or below it."""
    box = geometry.to_canvas(region)
    edge = min(max(here.y(), box.top()), box.bottom())
    box.setBottom(edge) if down else box.setTop(edge)
    return geometry.to_region(region.page, box)
