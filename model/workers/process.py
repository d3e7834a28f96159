"""One worker process and its pipe: start, talk, end."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import connection, forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext

from model.workers.child import serve
from model.workers.engine import Engine
from model.workers.messages import Reply, Request

START_LIMIT_S = 20.0
_SPAWN = multiprocessing.get_context("spawn")


def _fork_server() -> ForkServerContext | None:
    """On Linux, where it is also Python's own choice from 3.14."""
    if sys.platform != "linux":
        return None
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["model.workers.child", "model.reading.pdf"])
    return context


_FORKSERVER = _fork_server()


class Died(Exception):
    """The process is gone."""


class Silent(Exception):
    """Nothing came within the time limit."""


class Woken(Exception):
    """Somebody wants the waiting thread to look up."""


class ChildProcess:
    """A worker process, restarted as often as needed. Used by one thread only."""

    # multiprocessing keeps one list of children for all threads and reaps from it while it starts another.
    _starting = threading.Lock()

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def running(self) -> bool:
        return self._process is not None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Starts it; its first message is `Ready`. Raises OSError if the system gives no process."""
        self.kill()
        ours, theirs = multiprocessing.Pipe()
        try:
            with self._starting:
                process = self._started(theirs)
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self._process, self._pipe = process, ours

    def _started(self, pipe: Connection) -> multiprocessing.process.BaseProcess:
        """A copy of a process that has loaded the engine where there can be one, else a new interpreter."""
        if _FORKSERVER is not None:
            # It needs a socket: folders for temporary files may be full, or their names too long for one.
            with suppress(OSError, EOFError):
                with _same_modules():
                    forkserver.ensure_running()
                return self._started_by(_FORKSERVER, pipe)
        return self._started_by(_SPAWN, pipe)

    def _started_by(
        self, context: ForkServerContext | SpawnContext, pipe: Connection
    ) -> multiprocessing.process.BaseProcess:
        process = context.Process(
            target=serve, args=(pipe, self._make_engine), name="paraph-pdf", daemon=True
        )
        process.start()
        return process

    def send(self, request: Request, seconds: float) -> None:
        """Raises Died."""
        assert self._pipe is not None
        try:
            self._pipe.send((request, seconds))
        except (BrokenPipeError, ConnectionError) as error:
            raise Died from error

    def receive(self, deadline: float, wake: Connection) -> Reply:
        """The next message. Raises Died, Silent past the deadline (`time.monotonic`), or Woken."""
        assert self._pipe is not None
        ready = connection.wait([self._pipe, wake], max(0.0, deadline - time.monotonic()))
        if self._pipe in ready:
            try:
                reply: Reply = self._pipe.recv()
            except (EOFError, OSError) as error:
                raise Died from error
            return reply
        raise Woken if ready else Silent

    def wait_idle(self, wake: Connection) -> bool:
        """Waits for a wake-up with nothing asked of the process; False when it has died meanwhile."""
        waiting = [wake] if self._pipe is None else [wake, self._pipe]
        ready = connection.wait(waiting)
        return self._pipe is None or self._pipe not in ready

    def kill(self) -> None:
        """Ends it at once: a process that is stopped, or busy in C code, listens to nothing else."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            with self._starting:
                process.join()
            with suppress(ValueError):  # at the interpreter's end somebody else reaps it at the same moment
                process.close()


@contextmanager
def _same_modules() -> Iterator[None]:
    """Lets what starts here import its modules from where this process does: by itself the fork server would
    look in the current folder first."""
    here = os.pathsep.join(filter(None, sys.path))
    kept = {name: os.environ.get(name) for name in ("PYTHONPATH", "PYTHONSAFEPATH")}
    os.environ.update(PYTHONPATH=here, PYTHONSAFEPATH="1")
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
