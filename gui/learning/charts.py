"""Two small charts: how sure suggestions are against how right they are, and how F1 grew with decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.texts import percent
from gui.theme import INSIDE, STEP

_DOT = 3.5  # pixels: the smallest point's radius; the largest has twice that
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Point(NamedTuple):
    """Where it stands, x and y from 0 to 1, how many it stands for, and what it says when pointed at."""

    x: float
    y: float
    weight: int
    words: str


class Chart(QWidget):
    """Points from 0 to 1 both ways; `joined` draws a line through them, `diagonal` what would be perfect."""

    def __init__(
        self, name: str, bottom: str, joined: bool, diagonal: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bottom = bottom
        self._joined = joined
        self._diagonal = diagonal
        self._points: tuple[Point, ...] = ()
        self._ends = ("0", "1")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(260, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 64)

    def show_points(self, points: Sequence[Point], ends: tuple[str, str] = ("0", "1")) -> None:
        """`ends` stand below the bottom line's ends."""
        self._points, self._ends = tuple(points), ends
        self.setAccessibleDescription("; ".join(point.words for point in points))
        self.setToolTip("\n".join(point.words for point in points))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        if not self._points:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Nothing to show yet")
            return
        self._draw_grid(painter, field)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        spots = [QPointF(field.left() + x * field.width(), field.bottom() - y * field.height())
                 for x, y, _, _ in self._points]  # fmt: skip
        if self._joined:
            painter.setPen(QPen(accent, 1.5))
            painter.drawPolyline(spots)
        most = max(weight for _, _, weight, _ in self._points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for spot, (_, _, weight, _) in zip(spots, self._points, strict=True):
            size = _DOT * (1 + (weight / most) ** 0.5) if self._diagonal else _DOT
            painter.drawEllipse(spot, size, size)

    def _field(self) -> QRectF:
        line = self.fontMetrics().height()
        left = self.fontMetrics().horizontalAdvance("100 %") + INSIDE
        return QRectF(
            left, line / 2 + STEP, self.width() - left - 2 * INSIDE, self.height() - 2.5 * line - INSIDE
        )

    def _draw_grid(self, painter: QPainter, field: QRectF) -> None:
        palette = self.palette()
        line = self.fontMetrics().height()
        # Words are left out where their lines stand too close.
        lines = field.height() / line
        worded = _TICKS if lines >= len(_TICKS) else [0.0, 1.0] if lines >= 1 else [1.0]
        for tick in _TICKS:
            y = field.bottom() - tick * field.height()
            painter.setPen(palette.color(QPalette.ColorRole.Mid if not tick else QPalette.ColorRole.Midlight))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            box = QRectF(0, y - line / 2, field.left() - INSIDE, line)
            words = percent(tick) if tick in worded else ""
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        below = QRectF(field.left(), field.bottom() + STEP, field.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._ends[1])
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self._bottom)
        if self._diagonal:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1, Qt.PenStyle.DashLine))
            painter.drawLine(field.bottomLeft(), field.topRight())
