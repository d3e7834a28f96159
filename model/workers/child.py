"""The worker process: takes one request at a time from its pipe until the pipe closes."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

from model.workers.engine import Engine
from model.workers.errors import failure_of
from model.workers.limits import MEMORY_LIMIT, Alarm, keep_quiet, limit_memory
from model.workers.messages import Ready, Reply, Request


def serve(pipe: Connection, make_engine: Callable[[], Engine], memory: int = MEMORY_LIMIT) -> None:
    """Answers requests until the other end is gone, which is also how a worker leaves with its parent."""
    keep_quiet()
    limit_memory(memory)
    alarm = Alarm()
    engine = make_engine()
    try:
        pipe.send(Ready())
        engine.warm_up()
        # What is loaded now stays: later collections need not look at it again.
        gc.collect()
        gc.freeze()
        while True:
            request, limit = pipe.recv()
            alarm.arm(limit)
            pipe.send(_answer(engine, request, pipe, alarm, limit))
            alarm.disarm()
    except (EOFError, OSError):
        return
    finally:
        engine.close()
        pipe.close()


def _answer(engine: Engine, request: Request, pipe: Connection, alarm: Alarm, limit: float) -> Reply:
    def send(reply: Reply) -> None:
        pipe.send(reply)
        alarm.arm(limit)  # a sign of life: the time limit starts again

    try:
        return engine.answer(request, send)
    except MemoryError:
        return failure_of(MemoryError("it needs more memory than a page may take"), "")
    except Exception as error:
        return failure_of(error, traceback.format_exc())
