"""The field above the documents that leaves those of them whose names or titles have its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.after_typing import after_typing
from gui.library.items import Item
from model.finding import folded, needle_of

# Fewer are soon looked through.
MANY = 15


class FindField(QLineEdit):
    """Esc clears it, and leaves it the second time; the down arrow goes to the list, Enter to the first."""

    narrowed = Signal()
    left = Signal()
    downAsked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Find a report")
        self.setAccessibleName("Find a report by its name or title")
        self.setToolTip("Words of a report’s name or title. Esc clears, Enter opens the first")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)
        self._typing = after_typing(self, self.narrowed.emit)

    def fitting(self, items: Sequence[Item]) -> list[Item]:
        """Those with all its words, whatever their accents; all where it is hidden or empty."""
        words = needle_of(self.text()).split() if not self.isHidden() else []
        return [item for item in items if _has(item, words)] if words else list(items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif key is Qt.Key.Key_Down:
            self.downAsked.emit()
        else:
            super().keyPressEvent(event)


def _has(item: Item, words: Sequence[str]) -> bool:
    text = folded(f"{item.name} {item.title}")
    return all(word in text for word in words)
