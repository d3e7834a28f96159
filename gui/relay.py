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

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._waiting = 0
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> int:
        """How many futures have not been delivered yet."""
        return self._waiting

    def watch(self, future: Future[Any], callback: Callable[[Future[Any]], None]) -> None:
        self._waiting += 1
        future.add_done_callback(_Courier(self, callback))

    def post(self, callback: Callable[[Any], None], value: Any) -> None:
        """Called from any thread: runs `callback(value)` in the relay's thread."""
        if self._open:
            self._done.emit(callback, value)

    def close(self) -> None:
        self._open = False

    @Slot(object, object)
    def _deliver(self, callback: Callable[[Any], None], value: Any) -> None:
        if isinstance(value, Future):
            self._waiting -= 1
        if self._open and not _is_destroyed(callback):
            callback(value)


def _is_destroyed(callback: Callable[..., None]) -> bool:
    method = callback.func if isinstance(callback, partial) else callback
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


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


class _Courier:
    """Runs in the thread that finished the future and hands it over."""

    def __init__(self, relay: Relay, callback: Callable[[Future[Any]], None]) -> None:
        self._relay = relay
        self._callback = callback

    def __call__(self, future: Future[Any]) -> None:
        self._relay.post(self._callback, future)
