"""The words and links of the pages on the screen, read in the background and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.relay import Relay
from model.layer import TextLayer
from model.workers.jobs import Urgency
from model.workers.worker import PdfWorker

# Some hundred kilobytes each.
_MOST_KEPT = 48

WhenThere = Callable[[dict[int, TextLayer]], None]


class PageTexts(QObject):
    """Layers of one open PDF. A page that cannot be read has none, and is not asked for again."""

    arrived = Signal(int)  # page
    failed = Signal(str)  # a sentence for the user, where an edit waits for the words

    def __init__(self, worker: PdfWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._relay = Relay(self)
        self._path: Path | None = None
        self._layers: OrderedDict[int, TextLayer] = OrderedDict()
        self._asked: dict[int, Future[TextLayer]] = {}
        self._failed: set[int] = set()
        self._waiting: list[tuple[frozenset[int], WhenThere]] = []

    @property
    def busy(self) -> bool:
        return bool(self._asked)

    def set_path(self, path: Path | None) -> None:
        """Another PDF, or none."""
        for future in self._asked.values():
            future.cancel()
        self._asked.clear()
        self._layers.clear()
        self._failed.clear()
        if path is None or self._path is not None:
            self._waiting.clear()
        self._path = path
        for pages, _ in self._waiting:  # asked for before it was known where the PDF lies
            for page in sorted(pages):
                self._ask(page, Urgency.NOW)

    def get(self, page: int) -> TextLayer | None:
        layer = self._layers.get(page)
        if layer is not None:
            self._layers.move_to_end(page)
        return layer

    @property
    def known(self) -> dict[int, TextLayer]:
        """The words of the pages that are known now."""
        return dict(self._layers)

    def want(self, pages: Iterable[int]) -> None:
        """These are on the screen; others that were only waited for are dropped."""
        wanted = set(pages)
        needed = wanted.union(*(pages for pages, _ in self._waiting))
        for page in [page for page in self._asked if page not in needed]:
            if self._asked[page].cancel():
                del self._asked[page]
        for page in sorted(wanted, reverse=True):
            self._ask(page, Urgency.NEAR)

    def when_there(self, pages: Iterable[int], call: WhenThere) -> None:
        """Calls with the layers of all these pages, at once where they are known; never where one fails."""
        wanted = frozenset(pages)
        self._waiting.append((wanted, call))
        for page in sorted(wanted):
            if page in self._failed:
                self._give_up(page, f"The words of page {page} cannot be read.")
                return
            self._ask(page, Urgency.NOW)
        self._serve()

    def close(self) -> None:
        self._relay.close()
        self.set_path(None)

    def _ask(self, page: int, urgency: Urgency) -> None:
        if self._path is None or page in self._layers or page in self._asked or page in self._failed:
            return
        future = self._worker.layer(self._path, page, urgency)
        self._asked[page] = future
        self._relay.watch(future, partial(self._receive, page))

    def _receive(self, page: int, future: Future[TextLayer]) -> None:
        if self._asked.get(page) is not future:
            return  # of another PDF, or no longer wanted
        del self._asked[page]
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self._failed.add(page)  # the page itself says that it cannot be drawn
            self._give_up(page, str(error))
            return
        self._layers[page] = future.result()
        needed = frozenset().union(*(pages for pages, _ in self._waiting))
        while len(self._layers) > _MOST_KEPT + len(needed):
            del self._layers[next(key for key in self._layers if key not in needed)]
        self.arrived.emit(page)
        self._serve()

    def _give_up(self, page: int, sentence: str) -> None:
        kept = [item for item in self._waiting if page not in item[0]]
        if len(kept) < len(self._waiting):
            self._waiting = kept
            self.failed.emit(sentence)

    def _serve(self) -> None:
        ready = [item for item in self._waiting if item[0] <= self._layers.keys()]
        self._waiting = [item for item in self._waiting if item not in ready]
        for pages, call in ready:
            call({page: self._layers[page] for page in pages})
