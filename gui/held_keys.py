"""A key that is held down goes on only where it was pressed: what it opens, such as the text of an entry or a
menu, does not get its letters, and a question that `Enter` led to is not answered by it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.key_combinations import combinations

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_ENTERS = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)


class _FirstPresses(QObject):
    """Keeps repeated keys from a widget that did not get the first of them. Those that move go on.

    X11 sends repeats as up and down at once, and Qt often takes them for new ones: widgets get them as
    repeats, and actions that shall not repeat do not get them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed = 0  # the last key that the widget has got
        self._released = (0, 0)  # the key that went up last, and when

    def begin(self) -> None:
        """The widget has got no key yet."""
        self._pressed = 0

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        key = event.key(), event.timestamp()
        if event.type() is QEvent.Type.KeyRelease:
            self._released = key
            return False
        taken_for_new = key == self._released and event.timestamp() > 0 and not event.isAutoRepeat()
        is_others = event.key() != self._pressed
        if event.type() is QEvent.Type.ShortcutOverride:
            if taken_for_new and is_others and _acts_once(widget, event):
                event.accept()  # it comes as a key
                return True
            return False
        if not taken_for_new and not event.isAutoRepeat():
            self._pressed = event.key()
            return False
        acts = event.key() in _ENTERS or (event.text() != "" and event.text().isprintable())
        if is_others and (acts or (taken_for_new and _acts_once(widget, event))):
            return True
        if taken_for_new:
            QCoreApplication.sendEvent(widget, _as_repeat(event))
        return taken_for_new


class HeldKeys(_FirstPresses):
    """For the widget that has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        self.begin()
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)


class _KeysOfMenu(_FirstPresses):
    """Looks at nothing until the menu is shown: one that is filled gets many events."""

    def begin(self) -> None:
        super().begin()
        menu = self.parent()
        assert menu is not None
        menu.installEventFilter(self)


def keep_held_keys_from(menu: QMenu) -> None:
    """A menu gets the keys while another widget has the focus."""
    menu.aboutToShow.connect(_KeysOfMenu(menu).begin)


def _acts_once(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the key is one of an action's in the window, and of none that repeats."""
    keys = event.keyCombination()
    actions = widget.window().actions() if isinstance(widget, QWidget) else []
    repeats = [
        action.autoRepeat()
        for action in actions
        if any(keys in combinations(shortcut) for shortcut in action.shortcuts())
    ]
    return bool(repeats) and not any(repeats)


def _as_repeat(event: QKeyEvent) -> QKeyEvent:
    repeat = QKeyEvent(event.type(), event.key(), event.modifiers(), event.nativeScanCode(),
                       event.nativeVirtualKey(), event.nativeModifiers(), event.text(), True,
                       event.count())  # fmt: skip
    repeat.setTimestamp(event.timestamp())
    return repeat
