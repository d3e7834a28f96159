"""Panels and dialogs that show what the project holds, and read it only while somebody can see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class WhileVisible(_Base):
    """Stands before the widget's class among its bases. `read_while_visible` comes first of all."""

    stale = True  # something may have changed since it was read

    def read_while_visible(self, read: Callable[[], object], rest_ms: int) -> None:
        """Reads when it is shown, if it is out of date, and when changes have come to rest for this long."""
        self._read_now = read
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(read)

    def note_change(self, *_: object) -> None:
        self.stale = True
        if self.isVisible():
            self._rest.start()

    def is_read(self) -> None:
        """Notes that what there is now is being read."""
        self.stale = False
        self._rest.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stale:
            self._read_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()
