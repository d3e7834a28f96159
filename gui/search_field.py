"""Fields to search with: above a list, or anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FindField(QLineEdit):
    """`hint` stands in the empty field, `name` is what screen readers say."""

    def __init__(self, parent: QWidget, *, hint: str, name: str) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)


class SearchField(FindField):
    """Above a list: Esc clears it, and leaves it the second time; the down arrow goes to the list.

    `tip` is its tooltip.
    """

    left = Signal()
    downAsked = Signal()

    def __init__(self, parent: QWidget, *, hint: str, name: str, tip: str) -> None:
        super().__init__(parent, hint=hint, name=name)
        self.setToolTip(tip)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif key is Qt.Key.Key_Down:
            self.downAsked.emit()
        else:
            super().keyPressEvent(event)
