"""A line of text that is cut where there is no room for it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import STEP


class ElidedLabel(QLabel):
    """Asks for the room of its whole text, and is content with any. The tooltip has the whole text."""

    def __init__(self, text: str, parent: QWidget | None = None,
                 cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:  # fmt: skip
        super().__init__(parent)
        self._whole, self._side = "", cut
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = ceil(QFontMetricsF(self.font()).horizontalAdvance(self._whole))
        return QSize(words + 2 * STEP, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        room = max(0, self.width() - 2 * STEP)
        self.setText(self.fontMetrics().elidedText(self._whole, self._side, room))
