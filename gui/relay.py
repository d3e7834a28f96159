"""Brings the results of background work back into the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from model.errors import UserFacingError


class Relay(QObject):
    """Calls back in its own thread when a future is done, in the order in which futures finish.

    A callback gets the finished future; what it raises is our bug and reaches sys.excepthook. After
    `close` nothing is called any more, and no method of what is destroyed by then, such as a dialog that was
    closed at once.
    """

    _posted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def watch(self, future: Future[Any], callback: Callable[[Future[Any]], None]) -> None:
        future.add_done_callback(partial(self.post, callback))

    def post(self, callback: Callable[..., None], *values: Any) -> None:
        """Runs `callback(*values)` in the relay's thread; any thread may call this."""
        if self._open:
            self._posted.emit(callback, values)

    def close(self) -> None:
        self._open = False

    @Slot(object, object)
    def _deliver(self, callback: Callable[..., None], values: tuple[Any, ...]) -> None:
        if self._open and not _is_destroyed(callback):
            callback(*values)


def _is_destroyed(callback: Callable[..., None]) -> bool:
    method = callback.func if isinstance(callback, partial) else callback
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def succeeded(future: Future[Any]) -> bool:
    """Whether a finished future has a value, for callers that say nothing about failures."""
    return not future.cancelled() and future.exception() is None


def value_of(future: Future[Any], tell: Callable[[str], object]) -> Any:
    """A finished future's value; None after its failure was told, or where it was cancelled. What is our bug
    is raised."""
    if future.cancelled():
        return None
    error = future.exception()
    if isinstance(error, UserFacingError):
        tell(str(error))
        return None
    return future.result()
