"""Learning in a process of its own: what goes on in it holds up nobody, and it can be ended at any moment."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from model.errors import Cancelled, UserFacingError
from model.labels import Slot
from model.workers.errors import error_of, failure_of
from model.workers.limits import leave_with_parent
from model.workers.messages import Failure
from storage.learning import Message, work_out

# So often it is asked whether somebody wants it to end, while nothing comes.
_LOOK_UP_S = 0.1


class LearningProcess:
    """Does `work_out` in a process of its own, for one thread."""

    def __init__(self, path: Path, slots: Sequence[Slot]) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe(duplex=False)
        arguments = (theirs, path, tuple(slots))
        self._process = context.Process(target=_serve, args=arguments, name="paraph-learning", daemon=True)
        self._process.start()
        theirs.close()

    def messages(self, cancelled: Callable[[], bool]) -> Iterator[Message]:
        """What it finds, as it finds it. Raises Cancelled soon after that is wanted, UserFacingError where
        the project cannot be read or the process breaks down, and WorkerError where it is our bug."""
        try:
            while (message := self._next(cancelled)) is not None:
                yield message
        except (EOFError, OSError) as error:
            raise UserFacingError("Learning broke off; there may be too little memory for it.") from error
        finally:
            self._process.kill()
            self._process.join()
            self._ours.close()

    def _next(self, cancelled: Callable[[], bool]) -> Message | None:
        while not self._ours.poll(_LOOK_UP_S):
            if cancelled():
                raise Cancelled
        message: Message | Failure | None = self._ours.recv()
        if isinstance(message, Failure):
            raise error_of(message)
        return message


def _serve(pipe: Connection, path: Path, slots: Sequence[Slot]) -> None:
    leave_with_parent()
    try:
        for message in work_out(path, slots):
            pipe.send(message)
        pipe.send(None)
    except (BrokenPipeError, MemoryError):
        return  # nobody listens any more, or nothing more can be told
    except Exception as error:
        pipe.send(failure_of(error))
