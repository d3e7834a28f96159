"""Work that a new window puts off: done as soon as nothing else is going on, or earlier if it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 80


class DeferredWork(QObject):
    """Does works one by one, each by itself so that the window can be used in between."""

    def __init__(self, is_at_rest: Callable[[], bool], works: Sequence[Callable[[], object]],
                 parent: QObject) -> None:  # fmt: skip
        super().__init__(parent)
        self._is_at_rest = is_at_rest
        self.works = list(works)
        self._was_at_rest = False
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._go_on)
        self._look.start()

    def stop(self) -> None:
        """What is not done is left."""
        self.works.clear()
        self._look.stop()

    def _go_on(self) -> None:
        """At rest twice: between two steps of an opening it looks like rest, too."""
        before, self._was_at_rest = self._was_at_rest, self._is_at_rest()
        if before and self._was_at_rest:
            self.works.pop(0)()
        if not self.works:
            self._look.stop()
