"""Says over the window what dropping the dragged files would do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import BETWEEN, INSIDE, ROW, translucent

_VEIL = 0.6
_ROUND = 8.0


class DropHint(QWidget):
    """Lies over all of its parent, and lets drags through to what is below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Shows the words; none hide it."""
        self.words = words
        self.setAccessibleName(words)
        self.setGeometry(self._below.rect())
        self.setVisible(bool(words))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, accent = self.palette(), self.palette().color(QPalette.ColorRole.Accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), translucent(palette.color(QPalette.ColorRole.Window), _VEIL))
        painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
        inside = QRectF(self.rect()).adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
        painter.drawRoundedRect(inside, _ROUND, _ROUND)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        most = self.rect().adjusted(ROW * 2, 0, -ROW * 2, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        around = painter.boundingRect(most, flags, self.words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(around.adjusted(-ROW, -BETWEEN, ROW, BETWEEN), _ROUND, _ROUND)
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawText(around, flags, self.words)
