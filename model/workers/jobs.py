"""Requests that wait for a worker: the most urgent goes first, what nobody wants any more is dropped."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from model.workers.messages import Reply, Request


class Urgency(IntEnum):
    """Of two waiting requests the lower one goes first."""

    NOW = 0
    VISIBLE = 1
    NEAR = 2
    LATER = 3


# Turns the last reply into the future's result, on the worker's thread.
Finish = Callable[[Reply], Any]


@dataclass(eq=False, slots=True)
class Job:
    """One request with its future. `seconds` is the longest silence of the worker; `tries` its lives."""

    request: Request
    finish: Finish
    seconds: float
    about: str  # "report.pdf", for messages
    future: Future[Any] = field(default_factory=Future)
    on_reply: Callable[[Reply], None] | None = None
    tries: int = 1


class Queue:
    """Waiting jobs, shared by whoever asks and the worker's thread."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Job]] = []
        self._count = itertools.count()
        self._lock = threading.Lock()

    def put(self, job: Job, urgency: Urgency, newest_first: bool) -> None:
        with self._lock:
            number = next(self._count)
            heapq.heappush(self._heap, (urgency, -number if newest_first else number, job))

    def take(self) -> Job | None:
        """The next job whose future nobody has cancelled; it counts as running from here."""
        with self._lock:
            while self._heap:
                job = heapq.heappop(self._heap)[2]
                if job.future.set_running_or_notify_cancel():
                    return job
            return None

    def drain(self) -> list[Job]:
        """All jobs that wait, taken out."""
        with self._lock:
            jobs = [entry[2] for entry in self._heap]
            self._heap.clear()
        return jobs
