"""What can go wrong with a worker, and how a worker's error becomes one here."""

from __future__ import annotations

from model.errors import NoTextLayer, PasswordNeeded, UnreadableFile, UserFacingError
from model.workers.messages import Failure


class WorkerDied(UserFacingError):
    """The PDF engine crashed over a file, or took more memory than it may."""


class TookTooLong(UserFacingError):
    """The PDF engine was stopped because a request went over its time limit."""


class EngineUnavailable(UserFacingError):
    """No worker process could be started at all."""


class WorkerError(RuntimeError):
    """Our bug: an error in the worker that nobody expected. Its note tells how the worker came to it."""


_KINDS: dict[str, type[UserFacingError]] = {
    kind.__name__: kind for kind in (PasswordNeeded, UnreadableFile, NoTextLayer, UserFacingError)
}


def error_of(failure: Failure) -> Exception:
    """The error to raise here for what a worker reported."""
    kind = _KINDS.get(failure.kind)
    if kind is not None:
        return kind(failure.message)
    unexpected = WorkerError(f"{failure.kind}: {failure.message}")
    unexpected.add_note(failure.account)
    return unexpected


def failure_of(error: BaseException) -> Failure:
    """The report for an error in the worker; user-facing errors keep the nearest known class."""
    from model.crash_reports import account_of

    for kind in type(error).__mro__:
        if kind.__name__ in _KINDS:
            return Failure(kind.__name__, str(error))
    return Failure(type(error).__name__, str(error), account_of(error))
