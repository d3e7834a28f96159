"""A session's background work: it runs in threads, its results come in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread, current_thread
from typing import Any

from PySide6.QtCore import QObject

from gui.relay import Relay

# A thread is made when it is needed. While an export, a training run and the like go on, each in one, reports
# are opened and words are looked for in the others.
_THREADS = 8


class Background(QObject):
    """The threads of one session, and the way back from them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.relay = Relay(self)
        self._at_end = Relay(self)  # what is open when the other one is closed
        self._pool = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="session")

    def run(self, work: Callable[..., Any], *args: Any,
            done: Callable[[Future[Any]], None] | None = None) -> Future[Any]:  # fmt: skip
        """`done` gets the finished future in the window's thread."""
        future = self._pool.submit(work, *args)
        if done is not None:
            self.relay.watch(future, done)
        return future

    def close(self, ended: Callable[[], None]) -> None:
        """No result comes back any more; `ended` is called in the window's thread when all threads are done.

        A thread of its own waits for them: the window's has other windows to care for.
        """
        self.relay.close()
        Thread(target=self._wait, args=(ended,), name="session's end").start()

    def _wait(self, ended: Callable[[], None]) -> None:
        self._pool.shutdown(wait=True)
        self._at_end.post(self._tell, current_thread(), ended)

    def _tell(self, waiting: Thread, ended: Callable[[], None]) -> None:
        waiting.join()
        ended()
