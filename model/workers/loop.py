"""The thread that talks to a worker process: takes jobs from the queue and sees each to its end.

A process that dies is replaced at once (0.1 s); the job that it died over is tried again where that can
help, and fails with a sentence that names the file otherwise. Jobs behind it never notice.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from model.errors import Cancelled
from model.workers.engine import Engine
from model.workers.errors import EngineUnavailable, TookTooLong, WorkerDied, error_of
from model.workers.jobs import Job, Queue
from model.workers.messages import (
    Batch,
    Failure,
    NeedsRoom,
    Progress,
    RecognizedPlace,
    Render,
    Rendered,
    Reply,
)
from model.workers.pictures import Picture
from model.workers.process import START_LIMIT_S, ChildProcess, Died, Silent, Woken
from model.workers.segment import MOST_ROOM, Segment
from model.workers.wakeup import WakeUp

# A process that does not even get ready so often in a row will not do better the next time.
_MOST_FAILED_STARTS = 3
# What helps where the engine cannot read a file as it is.
_ANOTHER_FILE = "download the file again, or print it to a new PDF"
# Pictures that killed a worker with shared memory but not without: its room is smaller than it says.
_MOST_RESCUES = 2


class Loop:
    """Owns the process and the shared memory. Only `wake_up`, `abandon` and `end` are for other threads."""

    def __init__(self, queue: Queue, make_engine: Callable[[], Engine]) -> None:
        self._queue = queue
        self._wake = WakeUp()
        self._child = ChildProcess(make_engine)
        self._segment = Segment()
        self._closing = False
        self._unwanted: Future[Any] | None = None
        self._failed_starts = 0
        self._died_idle = 0
        self._rescues = 0
        self._thread = threading.Thread(target=self._run, name="paraph-pdf-worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        return self._child.pid

    def wake_up(self) -> None:
        """A job waits."""
        self._wake.ring()

    def abandon(self, future: Future[Any]) -> None:
        """Stops the running job with this future; nothing if another one runs by now."""
        self._unwanted = future
        self._wake.ring()

    def end(self) -> None:
        """Ends process and thread, and waits for both unless called on that thread."""
        self._closing = True
        self._wake.ring()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def pictured(self, reply: Reply, take: Callable[[Picture], Any]) -> Any:
        """What `take` makes of a drawn page; its bytes are gone afterwards."""
        assert isinstance(reply, Rendered)
        if reply.rgb is not None:
            return take(Picture(reply.width, reply.height, reply.stride, reply.rgb))
        with self._segment.view(reply.stride * reply.height) as pixels:
            return take(Picture(reply.width, reply.height, reply.stride, pixels))

    def _run(self) -> None:
        self._try_to_start()
        while True:
            self._wake.heard()
            if self._closing:  # only looked at after it, because what rang before is not heard again
                break
            job = self._queue.take()
            if job is not None:
                self._perform(job)
            elif not self._child.wait_idle(self._wake.pipe):
                self._child_died_idle()
        self._child.kill()
        self._segment.release()
        for job in self._queue.drain():
            job.future.cancel()
        self._wake.close()

    def _perform(self, job: Job) -> None:
        """Carries one job to its end: a result, an error, or Cancelled."""
        try:
            result = self._result(job)
        except Exception as error:
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _result(self, job: Job) -> Any:
        for attempt in range(1, job.tries + 1):
            try:
                reply = self._exchange(job, rescue=attempt > 1)
            except Died:
                self._replace_child()
                if attempt < job.tries and not self._closing:
                    continue
                raise WorkerDied(
                    f"{job.about}: the PDF engine stopped while it read this file; {_ANOTHER_FILE}."
                ) from None
            except Silent:
                self._replace_child()
                raise TookTooLong(
                    f"{job.about}: the PDF engine gave no answer for {job.seconds:.0f} s and was stopped; "
                    f"try again, or {_ANOTHER_FILE}."
                ) from None
            if isinstance(reply, Failure) and reply.kind == "MemoryError":
                self._replace_child()  # what it holds is lost to fragments
                raise WorkerDied(
                    f"{job.about}: the PDF engine needs more memory for this file than it may take; "
                    f"{_ANOTHER_FILE}."
                )
            if isinstance(reply, Failure):
                raise error_of(reply)
            return job.finish(reply)
        raise AssertionError("a job has at least one try")

    def _exchange(self, job: Job, rescue: bool) -> Reply:
        """Sends the request and gives its last reply. Raises Died, Silent or Cancelled."""
        self._make_ready(job)
        if self._closing:
            raise Cancelled(job.about)
        request = job.request
        if isinstance(request, Render):
            request = self._with_segment(request, rescue)
        self._child.send(request, job.seconds)
        reply = self._answer(job)
        if isinstance(reply, NeedsRoom):
            if reply.room > MOST_ROOM:
                raise TookTooLong(f"{job.about}: the page is too large to draw at this size; zoom out.")
            assert isinstance(request, Render)
            self._segment.reserve(reply.room)
            self._child.send(self._with_segment(request, rescue), job.seconds)
            reply = self._answer(job)
        self._died_idle = 0
        return reply

    def _with_segment(self, request: Render, rescue: bool) -> Render:
        """The request with the segment to draw into; a second try does without it."""
        if rescue:
            self._rescues += 1
            if self._rescues > _MOST_RESCUES:
                self._segment.give_up()
            return request._replace(segment=None, room=0)
        self._segment.reserve()
        return request._replace(segment=self._segment.name, room=self._segment.room)

    def _answer(self, job: Job) -> Reply:
        """Waits for the last reply and hands those before it to the job."""
        deadline = time.monotonic() + job.seconds
        while True:
            if self._closing or self._unwanted is job.future:
                self._unwanted = None
                self._replace_child()
                raise Cancelled(job.about)
            try:
                reply = self._child.receive(deadline, self._wake.pipe)
            except Woken:
                self._wake.heard()
                continue
            if not isinstance(reply, Progress | RecognizedPlace | Batch):
                return reply
            deadline = time.monotonic() + job.seconds
            if job.on_reply is not None:
                self._hand_over(job.on_reply, reply)

    def _hand_over(self, on_reply: Callable[[Reply], None], reply: Reply) -> None:
        try:
            on_reply(reply)
        except Exception:
            self._replace_child()  # it is still sending: nothing after this would fit
            raise

    def _make_ready(self, job: Job) -> None:
        """Starts a process where there is none. Raises EngineUnavailable when that fails again and again."""
        while not self._child.running:
            if self._failed_starts >= _MOST_FAILED_STARTS:
                self._failed_starts = 0
                raise EngineUnavailable(f"{job.about}: the PDF engine does not start; start Paraph again.")
            self._try_to_start()

    def _try_to_start(self) -> None:
        try:
            self._child.start()
            self._wait_for_ready()
            self._failed_starts = 0
        except (OSError, Died, Silent):
            self._failed_starts += 1
            self._child.kill()

    def _wait_for_ready(self) -> None:
        deadline = time.monotonic() + START_LIMIT_S
        while not self._closing:
            try:
                self._child.receive(deadline, self._wake.pipe)
                return
            except Woken:
                # What rang is looked at when the process is there; only the end of all cannot wait.
                self._wake.heard()

    def _replace_child(self) -> None:
        """Ends the process and starts another at once, so that the next request finds it ready."""
        self._child.kill()
        if not self._closing:
            self._try_to_start()

    def _child_died_idle(self) -> None:
        """It may have been killed from outside; if it dies by itself, only a request starts it again."""
        self._died_idle += 1
        self._child.kill()
        if self._died_idle < _MOST_FAILED_STARTS:
            self._try_to_start()
