"""A thin progress line for what takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_THICKNESS = 6


class ProgressLine(QWidget):
    """Shows `done` of `total`; nothing if the total is 0."""

    def __init__(self, parent: QWidget | None = None, width: int = 96) -> None:
        super().__init__(parent)
        self._width = width
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, total: int) -> None:
        self._share = min(1.0, done / total) if total else 0.0
        self.setAccessibleName(f"{done} of {total}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width, _THICKNESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_progress(painter, QRectF(self.rect()), self._share, self.palette())


def paint_progress(painter: QPainter, box: QRectF, share: float, palette: QPalette) -> None:
    """A rounded line, filled up to `share` (0 to 1)."""
    radius = box.height() / 2
    ground = QColor(palette.color(QPalette.ColorRole.WindowText))
    ground.setAlpha(36)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, radius, radius)
    if share > 0:
        filled = QRectF(box.left(), box.top(), max(box.height(), box.width() * share), box.height())
        painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(filled, radius, radius)
