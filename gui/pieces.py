"""Long work on the review in memory, done a few milliseconds at a time while the window is idle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_PIECE_S = 0.002  # several may be at work at the same time, and a frame has 16 ms


class InPieces(QObject):
    """Runs a generator a few milliseconds at a time; `done` is called when it has come to its end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._done: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._work is not None

    def start(self, work: Iterator[object], done: Callable[[], None]) -> None:
        """Begins; gives up what was begun before."""
        self._work, self._done = work, done
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._work = self._done = None

    def finish(self) -> None:
        """Does all that is left at once."""
        if self._work is not None:
            for _ in self._work:
                pass
            self._end()

    def _go_on(self) -> None:
        end = perf_counter() + _PIECE_S
        assert self._work is not None
        for _ in self._work:
            if perf_counter() >= end:
                return
        self._end()

    def _end(self) -> None:
        done = self._done
        self.stop()
        if done is not None:
            done()
