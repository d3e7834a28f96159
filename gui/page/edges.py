"""The edges of the selected entry's rectangles, which the mouse can take hold of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from gui.page.geometry import PageGeometry
from gui.page.marks import Mark
from model.nodes import Region

# Logical pixels on either side of a drawn edge.
GRIP = 3.5
LEAST = 3.0  # points that a rectangle keeps

_LEFT, _TOP, _RIGHT, _BOTTOM = 1, 2, 4, 8
_CURSORS = {
    _LEFT: Qt.CursorShape.SizeHorCursor, _RIGHT: Qt.CursorShape.SizeHorCursor,
    _TOP: Qt.CursorShape.SizeVerCursor, _BOTTOM: Qt.CursorShape.SizeVerCursor,
    _LEFT | _TOP: Qt.CursorShape.SizeFDiagCursor, _RIGHT | _BOTTOM: Qt.CursorShape.SizeFDiagCursor,
    _RIGHT | _TOP: Qt.CursorShape.SizeBDiagCursor, _LEFT | _BOTTOM: Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class Grip(NamedTuple):
    """One edge, or a corner, of a rectangle of an entry: `sides` as they are seen on the screen."""

    mark: Mark
    sides: int

    @property
    def cursor(self) -> Qt.CursorShape:
        return _CURSORS[self.sides]

    def dragged(self, geometry: PageGeometry, by: QPointF) -> Region:
        """The rectangle after its edge was moved by so many device pixels; it stays on its page."""
        box = geometry.to_canvas(self.mark.region)
        least = LEAST * geometry.scale
        if self.sides & _LEFT:
            box.setLeft(min(box.left() + by.x(), box.right() - least))
        if self.sides & _RIGHT:
            box.setRight(max(box.right() + by.x(), box.left() + least))
        if self.sides & _TOP:
            box.setTop(min(box.top() + by.y(), box.bottom() - least))
        if self.sides & _BOTTOM:
            box.setBottom(max(box.bottom() + by.y(), box.top() + least))
        return geometry.to_region(self.mark.region.page, box)


def grip_at(marks: Iterable[Mark], geometry: PageGeometry, at: QPointF, padding: float,
            ratio: float) -> Grip | None:  # fmt: skip
    """The edge under a device pixel of the canvas; `padding` is how far outside edges are drawn."""
    reach = GRIP * ratio
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
        sides |= _LEFT if left <= right else _RIGHT
    if min(top, bottom) <= reach:
        sides |= _TOP if top <= bottom else _BOTTOM
    return sides
