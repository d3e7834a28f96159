"""The window's keys inside its one-line fields: on some desktops a field takes `Ctrl+E` for "end of the line"
and `Ctrl+U` for "clear", and the window would never hear of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

# What these do in a field is what anybody means there; a number has nothing to take back.
_OF_FIELDS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Copy)
_OF_NUMBERS = (QKeySequence.StandardKey.Copy,)
FIELDS = (QLineEdit, QAbstractSpinBox)
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
        if isinstance(before, FIELDS):
            before.removeEventFilter(self)
        if isinstance(now, FIELDS) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        return self._is_the_windows(event, _OF_NUMBERS if isinstance(field, QAbstractSpinBox) else _OF_FIELDS)

    def _is_the_windows(self, event: QKeyEvent, own: Iterable[QKeySequence.StandardKey]) -> bool:
        if any(event.matches(key) for key in own):
            return False
        pressed = event.keyCombination()
        if not pressed.keyboardModifiers() & _CTRL:
            return False
        return any(QKeySequence(pressed) in action.shortcuts() for action in self._actions())
