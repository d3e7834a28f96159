"""Looks for words in the whole document, a piece at a time, so that pictures and the window never wait."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.relay import Relay
from model.folding import needle_of
from model.page_search import Occurrence
from model.workers.messages import Occurrences
from model.workers.worker import PdfWorker

# More places than anybody looks through; the count says that there are more.
MOST_HITS = 5000


class Finder(QObject):
    """The places where some words stand, in reading order, and the one where the reader is.

    It begins on the page where the reader is. Another text cancels what goes on.
    """

    changed = Signal()  # more places, another current one, or the end
    came = Signal(object)  # Hit: go there

    def __init__(self, worker: PdfWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Occurrence] = []
        self.current: Occurrence | None = None
        self.error = ""
        self._worker = worker
        self._relay = Relay(self)
        self._path: Path | None = None
        self._pages = 0
        self._needle = ""
        self._wanted = ""  # looked for in the document before this one
        self._from = (1, 0.0)
        self._asked: Future[Occurrences] | None = None
        self._by_page: dict[int, list[Occurrence]] = {}

    @property
    def busy(self) -> bool:
        return self._asked is not None

    @property
    def needle(self) -> str:
        return self._needle

    @property
    def is_cut(self) -> bool:
        """Whether there may be more places than are known."""
        return len(self.hits) >= MOST_HITS

    def set_document(self, path: Path | None, pages: int) -> None:
        """Another PDF, or none: the words are looked for there."""
        if (path, pages) == (self._path, self._pages):
            return
        wanted = self._needle or self._wanted
        self._stop()
        self._path, self._pages, self._wanted = path, pages, wanted
        if wanted and path is not None:
            self._begin(wanted, (1, 0.0))

    def find(self, words: str, page: int, y: float = 0.0) -> None:
        """Looks for words from a place on; the first one found there becomes the current one."""
        needle = needle_of(words)
        if needle != self._needle or self.error:
            self._begin(needle, (page, y))

    def again(self) -> None:
        """Other words are known in the PDF now: looks for the same ones, from where the reader is."""
        if self._needle:
            here = (self.current.page, self.current.y) if self.current is not None else self._from
            self._begin(self._needle, here)

    def clear(self) -> None:
        self._stop()
        self.changed.emit()

    def close(self) -> None:
        self._relay.close()
        self._stop()

    def on(self, page: int) -> list[Occurrence]:
        return self._by_page.get(page, [])

    def step(self, direction: int) -> None:
        """Goes to the next (1) or previous (-1) place, around the ends."""
        if not self.hits:
            return
        index = self.index
        if index is None:
            index = -1 if direction > 0 else 0
        self._go_to(self.hits[(index + direction) % len(self.hits)])

    @property
    def index(self) -> int | None:
        """Where the current place stands among all, from 0."""
        return self.hits.index(self.current) if self.current is not None else None

    def _stop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked, self._needle, self._wanted, self.error = None, "", "", ""
        self.hits, self.current, self._by_page = [], None, {}

    def _begin(self, needle: str, start: tuple[int, float]) -> None:
        self._stop()
        self._needle, self._from = needle, start
        if needle and self._path is not None:
            self._ask(start[0], self._pages)
        self.changed.emit()

    def _ask(self, page: int, last: int) -> None:
        assert self._path is not None
        self._asked = self._worker.find(self._path, self._needle, page, last)
        self._relay.watch(self._asked, partial(self._receive, last))

    def _receive(self, last: int, future: Future[Occurrences]) -> None:
        if future is not self._asked:
            return  # of other words
        self._asked = None
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self.error = str(error)
            self.changed.emit()
            return
        found = future.result()
        self._add(found.hits)
        lap = last == self._pages
        if len(self.hits) < MOST_HITS:
            if found.next:
                self._ask(found.next, last)
            elif lap and self._from[0] > 1:
                self._ask(1, self._from[0] - 1)
        self._settle_current()
        self.changed.emit()

    def _add(self, hits: tuple[Occurrence, ...]) -> None:
        if not hits:
            return
        for hit in hits:
            self._by_page.setdefault(hit.page, []).append(hit)
        self.hits = sorted([*self.hits, *hits], key=_page)

    def _settle_current(self) -> None:
        """The first place from where the reader was; the very first one where there is none after it."""
        if self.current is not None or not self.hits:
            return
        page, y = self._from
        after = next((hit for hit in self.hits if hit.page > page or (hit.page == page and hit.y >= y)), None)
        if after is not None or not self.busy:
            self._go_to(after or self.hits[0])

    def _go_to(self, hit: Occurrence) -> None:
        self.current = hit
        self.came.emit(hit)
        self.changed.emit()


def _page(hit: Occurrence) -> int:
    return hit.page
