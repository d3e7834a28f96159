"""Errors that are our fault: a report is written, the user is told, and the window lives on."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import IO, Self

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt, Signal

from model.crash_reports import write_crash_report
from model.version import VERSION

# Drawing and measuring repeat an error hundreds of times a second: seconds until it is told again.
_QUIET_S = 10.0


class CrashGuard(QObject):
    """While it is on, an uncaught error of any thread becomes a report; `reported` comes in this thread.

    What fails at the same place again is not written again, and told once in a while.
    """

    reported = Signal(Path)
    _happened = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self._log: IO[str] | None = None
        self._known: dict[tuple[str, str, int], tuple[Path, float]] = {}  # by place: report, when told
        self._happened.connect(self.reported, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> Self:
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._caught, self._caught_in_thread
        if not faulthandler.is_enabled():
            self._log = _open_log()
            if self._log is not None:
                faulthandler.enable(self._log)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sys.excepthook, threading.excepthook = self._before
        if self._log is not None:
            faulthandler.disable()
            self._log.close()
            self._log = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # Ctrl+C ends the program, as it should
            self._before[0](kind, error, trace)
            return
        try:
            self._tell(error, trace)
        except OSError:
            self._before[0](kind, error, trace)  # nowhere to write: the terminal is better than nothing
        # A painting that was broken off lets go of its painter: no other one can have its widget before.
        traceback.clear_frames(trace)

    def _tell(self, error: Exception, trace: TracebackType | None) -> None:
        place = _place_of(error, trace)
        report, told = self._known.get(place, (None, -_QUIET_S))
        now = monotonic()
        if now - told >= _QUIET_S:
            report = report or write_crash_report(error, VERSION)
            self._known[place] = report, now
            self._happened.emit(report)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)


def _place_of(error: Exception, trace: TracebackType | None) -> tuple[str, str, int]:
    """What it is, and the file and line that raised it."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    kind = type(error).__name__
    return (kind, trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else (kind, "", 0)


def _open_log() -> IO[str] | None:
    """Where the interpreter writes when it dies itself; None if nothing can be written."""
    folder = user_log_path("paraph", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / "faults.txt").open("a", encoding="utf-8")
    except OSError:
        return None
