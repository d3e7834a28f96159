"""A key that is held down goes on only where it was pressed: what it opens, such as the text of an entry,
does not get its letters, and a question that `Enter` led to is not answered by it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_ENTERS = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)


class HeldKeys(QObject):
    """Keeps repeated keys from a widget that did not get the first of them. Those that move go on."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._pressed = 0  # the last key that the widget with the focus has got
        self._released = (0, 0)  # the key that went up last, and when
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        self._pressed = 0
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        key = event.key(), event.timestamp()
        if event.type() is QEvent.Type.KeyRelease:
            self._released = key
            return False
        # X11 sends repeats as up and down at once, and Qt takes them for new ones while the window is busy.
        is_new = key != self._released or not event.timestamp()
        if is_new and not event.isAutoRepeat():
            self._pressed = event.key()
            return False
        acts = event.key() in _ENTERS or (event.text() != "" and event.text().isprintable())
        return acts and event.key() != self._pressed
