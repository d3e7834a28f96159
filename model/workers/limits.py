"""A worker's limits on itself, so that it cannot outlive its parent or take the machine's memory."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing import connection

MEGABYTE = 1 << 20
# 600 MB is the least that draws a page at 300 dpi; a tree of 426 pages wants some more. The C library keeps
# 72 MB for the thread that waits for the parent.
MEMORY_LIMIT = (1024 + 72) * MEGABYTE
# The parent stops a worker first; the worker's own alarm is for when the parent cannot.
GRACE_S = 5.0
_STDERR = 2
_STDERR_VARIABLE = "PARAPH_WORKER_STDERR"


def leave_with_parent() -> None:
    """Ends this process as soon as the one that started it is gone, whatever is being done here.

    While the engine holds Python's lock it is the alarm that ends it, at the latest.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        # A pipe's end on Linux and macOS, the process's handle on Windows.
        sentinel = parent.sentinel if sys.platform == "win32" else _behind_streams(parent.sentinel)
        threading.Thread(target=_leave_after, args=(sentinel,), name="parent", daemon=True).start()


def _behind_streams(descriptor: int) -> int:
    """The same pipe's end behind the standard streams: it took the place of one where that was closed, and
    streams are sent elsewhere."""
    while descriptor <= _STDERR:
        descriptor = os.dup(descriptor)
    return descriptor


def _leave_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def limit_memory(most: int) -> None:
    """Caps the address space where the platform can; an allocation beyond it fails instead of swapping."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (OSError, ValueError):  # macOS refuses; the time limits still hold
        return


def allow_memory(most: int) -> None:
    """Widens a limit that `limit_memory` set before, for work that is known to need more."""
    if sys.platform == "win32":
        return
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    if soft != resource.RLIM_INFINITY and soft < most:
        limit_memory(most)


def keep_quiet() -> None:
    """Ctrl+C is the parent's business, and the engine's chatter must not get into `--json -`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    if not os.environ.get(_STDERR_VARIABLE):
        os.dup2(nowhere, 2)
    os.close(nowhere)


def set_alarm(seconds: float) -> None:
    """Ends this process when a request takes far too long, even while the engine holds Python's lock."""
    if sys.__stderr__ is not None:
        faulthandler.dump_traceback_later(seconds + GRACE_S, exit=True, file=sys.__stderr__)


def stop_alarm() -> None:
    """What was to end within a time has ended."""
    faulthandler.cancel_dump_traceback_later()
