"""One value of several, on a button of its own."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.inspector.origin import Stand
from gui.inspector.pill import Pill


class Said(NamedTuple):
    """A value in words: on the chip, after it, and the entry that it points to."""

    words: str
    more: str = ""
    target: str | None = None


class Chip(Pill):
    """A value. A click, Enter or the space bar light its words; the cross or Delete take it away."""

    removed = Signal(int)
    lightAsked = Signal(int)
    menuAsked = Signal(int, QPoint)

    def __init__(self, one: str, at: int, parent: QWidget) -> None:
        super().__init__("", parent)
        self._one = one
        self._at = at
        self.setCheckable(True)
        self.set_tail("close")

    def show_value(self, said: Said, stand: Stand) -> None:
        self.setText(said.words)
        self.set_stand(stand)
        more = f" ({said.more})" if said.more else ""
        self.setToolTip(f"{said.words}{more}\nClick to show its words; the cross or Del removes it")
        self.setAccessibleName(f"{self._one}: {said.words}{more}")

    def sees(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._removes(event):
            event.accept()  # else "Delete" would take the whole entry out
            return True
        return super().sees(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removes(event):
            self.removed.emit(self._at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.lightAsked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_down = self.isDown()
        self.setDown(False)
        place = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if not was_down or not left or not self.rect().contains(place):
            return
        if self.tail_box().contains(place):
            self.removed.emit(self._at)
        else:
            self.lightAsked.emit(self._at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuAsked.emit(self._at, event.globalPos())

    def _removes(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
