"""A bell for a thread that waits on pipes."""

from __future__ import annotations

import threading
from multiprocessing import Pipe


class WakeUp:
    """`ring` from any thread makes `pipe` readable until the waiting thread calls `heard`."""

    def __init__(self) -> None:
        self.pipe, self._bell = Pipe(duplex=False)
        self._rung = False
        self._lock = threading.Lock()

    def ring(self) -> None:
        with self._lock:
            if not self._rung and not self._bell.closed:
                self._rung = True
                self._bell.send_bytes(b".")

    def heard(self) -> None:
        with self._lock:
            if self._rung:
                self._rung = False
                self.pipe.recv_bytes()

    def close(self) -> None:
        with self._lock:
            self._bell.close()
            self.pipe.close()
