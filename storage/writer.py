"""The one thread that writes to a project file, most urgent work first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from pathlib import Path
from queue import Empty, PriorityQueue
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from storage.errors import ProjectError
from storage.log_mark import LogMark
from storage.sqlite import explain, identity_of, verify_same

T = TypeVar("T")

# After this many seconds without work the write-ahead log is moved into the file.
_QUIET = 0.5


class Priority(IntEnum):
    """What goes first: a reviewer's edit never waits for more than one piece of an import."""

    EDIT = 0
    SETTING = 1
    IMPORT = 2
    CLOSE = 9


@dataclass(order=True)
class _Job:
    priority: int
    number: int
    work: Callable[[Connection], Any] | None = field(compare=False)
    future: Future[Any] = field(compare=False)


class Writer:
    """Runs each piece of work as one transaction: when its future is done, all of it is on the disk, or
    none."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._file = identity_of(path)
        self._mark = LogMark(path)
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._numbers = count()
        self._closed = False
        self._state = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="paraph-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T], priority: Priority = Priority.EDIT) -> Future[T]:
        """Queues work for the writing thread, which also runs the future's callbacks: pass their results on
        to the window's thread.

        The future raises a ProjectError for what the user can mend. Raises ProjectError after `close`.
        """
        future: Future[T] = Future()
        with self._state:
            if self._closed:
                raise ProjectError(f"{self._path}: closed; open it again")
            self._jobs.put(_Job(priority, next(self._numbers), work, future))
        return future

    def close(self) -> None:
        """Finishes what was submitted, then closes the file."""
        with self._state:
            if not self._closed:
                self._closed = True
                self._jobs.put(_Job(Priority.CLOSE, next(self._numbers), None, Future()))
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        connection: Connection | None = None
        written = False
        while True:
            try:
                job = self._jobs.get(timeout=_QUIET if written else None)
            except Empty:
                if connection is not None:
                    self._mark.checkpoint(connection)
                written = False
                continue
            if job.work is None:
                break
            if not job.future.set_running_or_notify_cancel():
                continue
            try:
                self.verify_in_place()
                if connection is None:
                    connection = self._engine.connect()
                self._mark.put(connection)
                with connection.begin():
                    result = job.work(connection)
            except BaseException as error:
                job.future.set_exception(explain(error, self._path) or error)
            else:
                job.future.set_result(result)
            written = True
            del job
        if connection is not None:
            self._mark.checkpoint(connection, truncate=True)
            connection.close()

    def verify_in_place(self) -> None:
        """Raises ProjectMoved: the system goes on writing to a file that was moved or deleted, where nobody
        finds it again."""
        verify_same(self._path, self._file)
