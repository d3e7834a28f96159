"""Keys with digits, told by their place: in the row above the letters many keyboards type a digit only with
Shift, and some of them another sign with it."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# The keyboard's code of the key "1", by Qt's name of the platform; those up to "0" follow it.
_FIRST = {"xcb": 10, "wayland": 10, "windows": 2}
_ON_MAC = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)  # virtual keys from "1" to "0"
_DIGITS = (*range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1), Qt.Key.Key_0.value)
_LETTERS = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)


def by_place(event: QKeyEvent, platform: str = "") -> QKeyCombination | None:
    """The digit at the place of a key of that row, with the modifiers held; None for any other key."""
    platform = platform or QGuiApplication.platformName()
    if platform == "cocoa":
        code = event.nativeVirtualKey()
        place = _ON_MAC.index(code) if code in _ON_MAC else -1
    else:
        place = event.nativeScanCode() - _FIRST.get(platform, 10)
    # Where codes are others than expected, a letter stays what it is.
    if event.key() in _LETTERS or not 0 <= place < len(_DIGITS):
        return None
    return QKeyCombination(event.modifiers(), Qt.Key(_DIGITS[place]))
