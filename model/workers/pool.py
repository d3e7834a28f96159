"""Several workers for imports: each reads one file at a time; a file that kills its worker harms no other."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from model.errors import Cancelled, UnreadableFile
from model.recognition_cache import RecognitionCache
from model.workers.engine import Engine, PdfEngine
from model.workers.errors import TookTooLong, WorkerDied
from model.workers.messages import Extracted
from model.workers.worker import PdfWorker

OnProgress = Callable[[int, int], None]


@dataclass(eq=False, slots=True)
class _Task:
    path: Path
    password: str | None
    on_progress: OnProgress | None
    recognition: RecognitionCache | None
    future: Future[Extracted] = field(default_factory=Future)


class WorkerPool:
    """Up to `size` worker processes, started when there is work for them.

    Use as a context manager or call `close`. Callbacks run on the workers' threads.
    """

    def __init__(self, size: int = 1, engine: Callable[[], Engine] = PdfEngine) -> None:
        self._size = max(1, size)
        self._make_worker: Callable[[], PdfWorker] = partial(PdfWorker, engine)
        self._waiting: deque[_Task] = deque()
        self._idle: list[PdfWorker] = []
        self._running: dict[_Task, tuple[PdfWorker, Future[Extracted]]] = {}
        self._lock = threading.RLock()
        self._closed = False

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def extract(self, path: Path | str, password: str | None = None,
                on_progress: OnProgress | None = None,
                recognition: RecognitionCache | None = None) -> Future[Extracted]:  # fmt: skip
        """Extracts a report when a worker is free; first come, first served.

        The future fails with PasswordNeeded or UnreadableFile (also where the file crashes the engine),
        both naming the file; with Cancelled; with WorkerError where it is our bug.
        """
        task = _Task(Path(path), password, on_progress, recognition)
        with self._lock:
            if self._closed:
                task.future.cancel()
                return task.future
            self._waiting.append(task)
            self._start_some()
        return task.future

    def cancel(self) -> None:
        """Drops what waits and stops what runs; the pool can be used again."""
        with self._lock:
            waiting, running = list(self._waiting), list(self._running.values())
            self._waiting.clear()
        for task in waiting:
            task.future.cancel()
        for worker, future in running:
            worker.stop(future)

    def close(self) -> None:
        """Cancels everything and ends all processes. Can be called twice."""
        with self._lock:
            self._closed = True
        self.cancel()
        with self._lock:
            workers = self._idle + [worker for worker, _ in self._running.values()]
            self._idle = []
        for worker in workers:
            worker.close()

    def _start_some(self) -> None:
        """Gives waiting tasks to free workers. Called with the lock held."""
        while self._waiting and len(self._running) < self._size:
            task = self._waiting.popleft()
            if not task.future.set_running_or_notify_cancel():
                continue
            worker = self._idle.pop() if self._idle else self._make_worker()
            future = worker.extract(task.path, task.password, task.on_progress, task.recognition)
            self._running[task] = (worker, future)
            future.add_done_callback(partial(self._finished, task))

    def _finished(self, task: _Task, future: Future[Extracted]) -> None:
        with self._lock:
            worker, _ = self._running.pop(task)
            if not self._closed:
                self._idle.append(worker)
                self._start_some()
        _pass_on(future, task)
        if self._closed:
            worker.close()


def _pass_on(future: Future[Extracted], task: _Task) -> None:
    """Hands a worker's result on; a file that the engine cannot survive is simply an unreadable one."""
    error = Cancelled(task.path.name) if future.cancelled() else future.exception()
    if isinstance(error, WorkerDied | TookTooLong):
        error = UnreadableFile(str(error))
    if error is None:
        task.future.set_result(future.result())
    else:
        task.future.set_exception(error)
