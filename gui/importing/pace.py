"""How long the pages of a report will still take, told by the last few of them."""

from __future__ import annotations

from collections import deque

# Scans between pages of text take far longer: only the last few pages tell how it goes on, and none before
# the first slow one (seconds), because what was read before a break comes at once. What is soon over is not
# worth a word.
_LAST, _FEWEST, _SLOW, _SHORT = 12, 3, 1.0, 10.0


class Pace:
    """Hears of each page; times are in seconds, from anywhere."""

    def __init__(self) -> None:
        self._pages: deque[tuple[int, float]] = deque(maxlen=_LAST)
        self._is_slow = False

    def left(self, done: int, total: int, now: float) -> str:
        """In words; empty if it cannot be told, or is soon over."""
        if not self._is_slow and self._pages and now - self._pages[-1][1] > _SLOW:
            self._is_slow = True
            before = self._pages[-1]
            self._pages.clear()
            self._pages.append(before)
        self._pages.append((done, now))
        first, since = self._pages[0]
        if len(self._pages) <= _FEWEST or done >= total or done <= first:
            return ""
        seconds = (now - since) / (done - first) * (total - done)
        if seconds < _SHORT:
            return ""
        minutes = round(seconds / 60)
        return f"about {minutes} min left" if minutes else "less than a minute left"
