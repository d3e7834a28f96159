"""What the inspector is about, in larger letters where they have room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

# Of the text's size, the first one in which no word is wider than the line.
_SIZES = (15 / 13, 1.0, 11 / 13)


class Title(QLabel):
    """Wraps between words. Where one is too long even in the smallest letters, the tooltip has it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.fit()

    def fit(self) -> None:
        """Takes the size that there is room for; also where the text around is of another size now."""
        parent = self.parentWidget()
        font = QFont(parent.font() if parent is not None else self.font())
        font.setWeight(QFont.Weight.DemiBold)
        points = font.pointSizeF()
        fits = False
        for size in _SIZES:
            font.setPointSizeF(points * size)
            metrics = QFontMetricsF(font)
            fits = all(metrics.horizontalAdvance(word) <= self.width() for word in self.text().split())
            if fits:
                break
        if font != self.font():
            self.setFont(font)
        self.setToolTip("" if fits else self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
