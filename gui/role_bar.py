"""The bar at the edge of a row that says its role: broken where that is nobody's decision yet."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_PIECES = 3
_GAP = 3


def dashed_bar(color: QColor, size: QSize, ratio: float) -> QPixmap:
    """The bar of a role that is only suggested, for a screen with so many dots to a pixel."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    piece = (size.height() - _GAP * (_PIECES - 1)) / _PIECES
    for at in range(_PIECES):
        painter.fillRect(QRect(0, round(at * (piece + _GAP)), size.width(), round(piece)), color)
    painter.end()
    return picture
