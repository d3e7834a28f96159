"""Back and forward after jumps, as in a browser."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

MOST = 100
Place = dict[str, Any]


class Jumps(QObject):
    """Places that the reader jumped away from. A place is what the canvas gives as its view's state."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._forward)

    def note(self, place: Place) -> None:
        """The reader jumps from here to somewhere new."""
        if place and place not in self._back[-1:]:
            self._back = [*self._back, place][-MOST:]
        self._forward.clear()
        self.changed.emit()

    def back(self, here: Place) -> Place | None:
        return self._go(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        return self._go(self._forward, self._back, here)

    def clear(self) -> None:
        self._back.clear()
        self._forward.clear()
        self.changed.emit()

    def _go(self, away: list[Place], other: list[Place], here: Place) -> Place | None:
        if not away:
            return None
        place = away.pop()
        if here:
            other.append(here)
        self.changed.emit()
        return place
