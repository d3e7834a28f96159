"""Back and forward after jumps, as in a browser."""

from __future__ import annotations

from typing import Any

MOST = 100
Place = dict[str, Any]


class Jumps:
    """Places that the reader jumped away from. A place is what the canvas gives as its view's state."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def note(self, place: Place) -> None:
        """The reader jumps from here to somewhere new."""
        if place and place not in self._back[-1:]:
            self._back = [*self._back, place][-MOST:]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        return self._go(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        return self._go(self._forward, self._back, here)

    def clear(self) -> None:
        self._back.clear()
        self._forward.clear()

    def _go(self, away: list[Place], other: list[Place], here: Place) -> Place | None:
        if not away:
            return None
        place = away.pop()
        if here:
            other.append(here)
        return place
