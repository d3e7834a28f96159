"""How long the pages of a report will still take, told by the last few of them."""

from __future__ import annotations

from collections import deque

# Pages that were read before come at once, and scans between pages of text take far longer: only the last few
# tell how it goes on. What is over sooner than so many seconds is not worth a word.
_LAST, _FEWEST, _SHORT = 12, 3, 10.0


class Pace:
    """Hears of each page; times are in seconds, from anywhere."""

    def __init__(self) -> None:
        self._pages: deque[tuple[int, float]] = deque(maxlen=_LAST)

    def left(self, done: int, total: int, now: float) -> str:
        """In words; empty where it cannot be told, or is soon over."""
        self._pages.append((done, now))
        first, since = self._pages[0]
        if len(self._pages) <= _FEWEST or done >= total or done <= first:
            return ""
        seconds = (now - since) / (done - first) * (total - done)
        if seconds < _SHORT:
            return ""
        minutes = round(seconds / 60)
        return f"about {minutes} min left" if minutes else "less than a minute left"
