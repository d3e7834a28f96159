"""Ctrl+C in the terminal and a polite kill close the window as its button does, so nothing is cut short."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """While it is on, a signal calls `close` in the window's thread.

    Python runs a signal's handler when it next runs at all, which a quiet window may not do for long: the
    signal also writes to a socket, and Qt wakes up over that.
    """

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._close = close

    def __enter__(self) -> Self:
        self._on = threading.current_thread() is threading.main_thread()
        if self._on:
            self._ours, self._pythons = socket.socketpair()
            self._ours.setblocking(False)
            self._pythons.setblocking(False)
            self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._wake)
            self._wakeup_before = signal.set_wakeup_fd(self._pythons.fileno())
            self._before = {number: signal.signal(number, self._asked) for number in _SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._on:
            for number, handler in self._before.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(self._wakeup_before)
            self._notifier.setEnabled(False)
            self._ours.close()
            self._pythons.close()

    def _wake(self) -> None:
        """The handler has run by now, because Python is running.

        What the signal carries is not taken: PySide makes Python's values of it, and crashes where a handler
        runs in between and raises.
        """
        self._ours.recv(64)

    def _asked(self, number: int, frame: FrameType | None) -> None:
        self._close()
