"""A click that was on its way when something moved under the mouse was meant for what was there before."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_ON_ITS_WAY_S = 0.3  # from seeing where to click to the click

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class StrayClicks(QObject):
    """Keeps such clicks from the window of a widget that moves others when it comes, changes or goes."""

    def __init__(self, moving: QWidget) -> None:
        super().__init__(moving)
        self._moving = moving
        self._until = 0.0
        self._is_kept = False  # whether the last press was: then its release is, too

    def keep(self) -> None:
        """What is seen of the widget has just come or changed, or goes now."""
        window = self._moving.window().windowHandle()
        if window is not None and self._moving.isVisible():
            self._until = monotonic() + _ON_ITS_WAY_S
            window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES:
            self._is_kept = monotonic() < self._until
            if not self._is_kept:
                window.removeEventFilter(self)
            return self._is_kept
        if event.type() is QEvent.Type.MouseButtonRelease and self._is_kept:
            self._is_kept = False
            return True
        return False
