"""Asks the worker for the pictures that the canvas wants, newest first, and drops what it no longer wants."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.page.cache import PictureCache, PictureKey
from gui.relay import Relay
from model.errors import PasswordNeeded
from model.workers.jobs import Urgency
from model.workers.pictures import Picture
from model.workers.worker import PdfWorker

# Above this a page is drawn in tiles: a whole page would not fit the cache.
TILED_ABOVE = 200 / 72
TILE = 1024
Clip = tuple[float, float, float, float]


class Wanted(NamedTuple):
    """A picture to have: `clip` in points of the page as shown, for a tile."""

    key: PictureKey
    clip: Clip | None = None
    urgency: Urgency = Urgency.VISIBLE


class PageSource(QObject):
    """The pictures of one open PDF, in a cache of their own."""

    arrived = Signal(int)  # page
    failed = Signal(int)  # page
    locked = Signal()  # it wants a password

    def __init__(self, worker: PdfWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cache = PictureCache()
        self.errors: dict[int, str] = {}
        self._worker = worker
        self._relay = Relay(self)
        self._path: Path | None = None
        self._asked: dict[PictureKey, Future[QImage]] = {}

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return bool(self._asked)

    def lacks(self, key: PictureKey) -> bool:
        """Whether a picture is missing that can be had: its page has not failed."""
        return key not in self.cache and key.page not in self.errors

    def set_path(self, path: Path | None) -> None:
        """Another PDF, or none."""
        self.want(())
        self._asked.clear()
        self.cache.clear()
        self.errors.clear()
        self._path = path

    def want(self, wanted: Sequence[Wanted]) -> None:
        """The pictures that are wanted from now on, the most important first; all others are dropped."""
        keys = {item.key for item in wanted}
        for key in [key for key in self._asked if key not in keys]:
            if self._asked[key].cancel():
                del self._asked[key]
        if self._path is None:
            return
        # Within one urgency the worker takes the newest first.
        for item in reversed(wanted):
            if self.lacks(item.key) and item.key not in self._asked:
                self._ask(self._path, item)

    def retry(self, page: int) -> None:
        """Forgets that a page failed, so that it is asked for again when wanted."""
        self.errors.pop(page, None)

    def close(self) -> None:
        self._relay.close()
        self.set_path(None)

    def _ask(self, path: Path, item: Wanted) -> None:
        key = item.key
        future = self._worker.render(
            path, key.page, key.scale, item.clip, key.rotation, urgency=item.urgency, take=_to_image
        )
        self._asked[key] = future
        self._relay.watch(future, partial(self._receive, key))

    def _receive(self, key: PictureKey, future: Future[QImage]) -> None:
        if self._asked.get(key) is not future:
            return  # of another PDF, or no longer wanted
        del self._asked[key]
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.cache.put(key, future.result())
            self.arrived.emit(key.page)
        else:
            self.errors[key.page] = str(error)
            self.failed.emit(key.page)
            if isinstance(error, PasswordNeeded):
                self.locked.emit()


def _to_image(picture: Picture) -> QImage:
    """The one conversion on the way to the screen; runs on the worker's thread."""
    shared = QImage(picture.rgb, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return shared.convertToFormat(QImage.Format.Format_RGB32)
