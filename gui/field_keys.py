"""The window's keys inside its one-line fields: on some desktops a field takes `Ctrl+E` for "end of the line"
and `Ctrl+U` for "clear", and the window would never hear of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

# What these do in a field is what anybody means there.
_OF_FIELDS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Copy)
_CTRL = Qt.KeyboardModifier.ControlModifier


class FieldKeys(QObject):
    """Keeps keys with Ctrl that belong to the window's actions from the field that has the keyboard."""

    def __init__(self, window: QWidget, actions: Callable[[], Iterable[QAction]]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        return self._is_the_windows(event)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if any(event.matches(key) for key in _OF_FIELDS):
            return False
        pressed = event.keyCombination()
        if not pressed.keyboardModifiers() & _CTRL:
            return False
        return any(QKeySequence(pressed) in action.shortcuts() for action in self._actions())
