"""The frame that delegates draw around the current row of a focused view."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette, QPen

from gui.theme import translucent


def draw_focus_frame(painter: QPainter, box: QRect, palette: QPalette) -> None:
    """A line of one pixel of the screen, clear of the box's edge: where the screen's scale is not a whole
    number, a row begins within a pixel, and what a line at its edge leaves there nobody paints away."""
    painter.setPen(QPen(translucent(palette.color(QPalette.ColorRole.Highlight), 0.8), 0))
    painter.drawRect(box.adjusted(1, 1, -2, -2))
