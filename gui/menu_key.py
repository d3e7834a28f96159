"""Shift+F10 opens the menu of what has the keys, as the menu key does, which many keyboards lack. Qt itself
knows it on Windows alone."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def asks_for_menu(event: QKeyEvent) -> bool:
    is_it = event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return is_it and sys.platform != "win32"


def open_menu(widget: QWidget) -> None:
    """Where the widget's text cursor is, or what stands for it."""
    place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    place = place.toPoint() if hasattr(place, "toPoint") else place
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(by_key, place, widget.mapToGlobal(place)))
