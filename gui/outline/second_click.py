"""A click on what is selected already, which is no double click."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication


class SecondClick(QObject):
    """`came` as soon as the click cannot become a double click any more, with where it was."""

    came = Signal(QPoint)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at: QPoint | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._rested)

    @property
    def waits(self) -> bool:
        """Whether one has come that may still become a double click."""
        return self._rest.isActive()

    def press(self, at: QPoint | None) -> None:
        """The button went down at a place where it would count, or not."""
        self._rest.stop()
        self._at = at

    def release(self, at: QPoint) -> None:
        """It came up; far from there it was a drag."""
        if self._at is not None and (at - self._at).manhattanLength() < QApplication.startDragDistance():
            self._rest.start(QApplication.doubleClickInterval())

    def drop(self, *_: object) -> None:
        """Something else was done meanwhile."""
        self.press(None)

    def _rested(self) -> None:
        at, self._at = self._at, None
        if at is not None:
            self.came.emit(at)
