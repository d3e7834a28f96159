"""The search field above a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Esc clears it, and leaves it the second time; the down arrow goes to the list.

    `hint` stands in the empty field, `name` is what screen readers say, `tip` its tooltip.
    """

    left = Signal()
    downAsked = Signal()

    def __init__(self, parent: QWidget, *, hint: str, name: str, tip: str) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif key is Qt.Key.Key_Down:
            self.downAsked.emit()
        else:
            super().keyPressEvent(event)
