"""The worker process: takes one request at a time from its pipe until the pipe closes."""

from __future__ import annotations

import gc
from collections.abc import Callable
from multiprocessing.connection import Connection

from model.workers.engine import Engine
from model.workers.errors import failure_of
from model.workers.limits import (
    MEMORY_LIMIT,
    keep_quiet,
    leave_with_parent,
    limit_memory,
    set_alarm,
    stop_alarm,
)
from model.workers.messages import Failure, Ready, Reply, Request


def serve(pipe: Connection, make_engine: Callable[[], Engine]) -> None:
    """Answers requests until the other end is gone, or the process that it belongs to."""
    leave_with_parent()
    keep_quiet()
    limit_memory(MEMORY_LIMIT)
    engine = make_engine()
    try:
        pipe.send(Ready())
        engine.warm_up()
        # What is loaded now stays: later collections need not look at it again.
        gc.freeze()
        while True:
            request, limit = pipe.recv()
            set_alarm(limit)
            pipe.send(_answer(engine, request, pipe, limit))
            stop_alarm()
    except (EOFError, OSError):
        return
    finally:
        engine.close()
        pipe.close()


def _answer(engine: Engine, request: Request, pipe: Connection, limit: float) -> Reply:
    def send(reply: Reply) -> None:
        pipe.send(reply)
        set_alarm(limit)  # a sign of life: the time limit starts again

    try:
        return engine.answer(request, send)
    except MemoryError:
        return Failure(MemoryError.__name__, "it needs more memory than a page may take")
    except Exception as error:
        return failure_of(error)
