"""Files on their way into the project: one import at a time in the background, told of line by line."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.importing.pace import Pace
from gui.importing.run import Request, Run
from gui.jobs import Job, Jobs
from gui.latest import Latest
from gui.library.items import Item, State
from gui.relay import Relay, value_of
from gui.session import Session
from model.errors import PasswordNeeded, UserFacingError

if TYPE_CHECKING:
    from storage.import_outcomes import ImportOutcome, ImportReport
    from storage.project import Project

_FINE = 1000  # steps of progress a file
_REST_MS = 40  # many files that end at once, as when all are cancelled, are told of together
_REMEMBERED = "imports that failed"
_BROKEN_OFF = "its import was broken off; try again."
_STOPPED = "the project could not take it; try again."  # a full disk, for example


class ImportQueue(QObject):
    """Imports into the session's project. All signals come in the window's thread.

    Files that failed stay listed, over restarts too, until they are tried again or taken off the list; so do
    those that were on their way when the project was closed, or the program ended without notice.
    """

    changed = Signal()  # `items` looks different
    started = Signal()
    imported = Signal(Path, str)  # a file, and the id of the document that it became or was already
    failed = Signal(Path, str, bool)  # a file, the reason, whether a password would help
    ended = Signal(object)  # ImportReport: one request is through
    leftOver = Signal(list)  # files that were on their way when the project was closed before
    nothing = Signal(str)  # a sentence: there was nothing to import
    idle = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._relay = Relay(self)
        self._latest = Latest(session, self)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._waiting: list[Request] = []
        self._run: Run | None = None
        self.job: Job | None = None
        self._items: dict[Path, Item] = {}
        self._paces: dict[Path, Pace] = {}
        self._files = 0, 0  # through, of all
        self._broken_off = False
        self._to_remember = False
        self._recalled = False  # what the project remembers is known, and may be written again
        self._to_be_closed = False  # the project: what it remembers is not told any more
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._tell_changes)
        session.projectOpened.connect(self._project_opened)
        session.projectClosed.connect(self._project_closed)

    # --- what is asked ---------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being imported and the project remembers which files failed."""
        return self._run is None and not self._waiting and not (self._to_remember and not self._recalled)

    @property
    def is_running(self) -> bool:
        """Whether files are being imported into the open project, or wait for their turn."""
        return self._session.project is not None and (self._run is not None or bool(self._waiting))

    @property
    def coming(self) -> int:
        """How many of the files that are listed are being read or wait for it."""
        return sum(item.state is not State.FAILED for item in self._items.values())

    @property
    def items(self) -> list[Item]:
        """Files that are not reports (yet): being read, waiting, failed."""
        return list(self._items.values())

    @property
    def failures(self) -> list[Path]:
        """Files that failed, except those that need a password."""
        failed = (item for item in self._items.values() if item.state is State.FAILED and not item.locked)
        return [item.path for item in failed if item.path is not None]

    def add(self, paths: Sequence[Path], password: str | None = None) -> None:
        """Queues files, and all PDFs of folders, after what was asked for before."""
        if paths:
            self._waiting.append(Request(tuple(paths), password))
            self._advance()

    def cancel(self) -> None:
        """Drops everything that is not in the project yet; documents that are stored stay."""
        self._waiting.clear()
        if self._run is not None:
            self._run.cancel()
        else:
            self.idle.emit()

    def break_off(self) -> None:
        """Stops before the project is closed. What is not imported yet is in the list when the project is
        opened again. `idle` follows."""
        self._to_be_closed = True
        if self.is_idle:
            self.idle.emit()
            return
        self._broken_off = self._run is not None
        for path in (path for request in self._waiting for path in request.paths):
            self._items.setdefault(path, Item(path.name, State.WAITING, path=path))
        self._remember()
        self.cancel()

    def put_off(self, paths: Sequence[Path]) -> None:
        """Keeps files that are not read before the project is closed, so that they are in the list when it
        is opened again. `idle` follows."""
        if paths and not self._session.read_only:
            self._waiting.append(Request(tuple(paths)))
        self.break_off()

    def forget(self, path: Path) -> None:
        """Removes a failed file from the list."""
        if self._items.pop(path, None) is not None:
            self._remember()
            self.changed.emit()

    def close(self) -> None:
        """Takes no more files; called after `idle`, or at the end of the window."""
        self._waiting.clear()
        if self._run is not None:
            self._run.cancel()
        self._soon.stop()
        self._relay.close()
        self._pool.shutdown(wait=True)

    # --- one import ------------------------------------------------------------------------------------

    def _advance(self) -> None:
        project = self._session.project
        if self._run is not None:
            return
        if not self._waiting:
            self.idle.emit()
            return
        if project is None:
            return  # when one is opened
        request = self._waiting.pop(0)
        self.job = self._jobs.start("Importing")
        self.job.cancelAsked.connect(self.cancel)
        self._run = Run(self, self._relay, project, request)
        self._relay.watch(self._pool.submit(self._run), self._ended)
        self.started.emit()

    def on_listed(self, files: Sequence[Path]) -> None:
        for file in files:
            self._items[file] = Item(file.name, State.WAITING, path=file)
        self._files = 0, len(files)
        self._remember()
        self._report()
        self.changed.emit()

    def on_pages(self, file: Path, done: int, total: int) -> None:
        left = self._paces.setdefault(file, Pace()).left(done, total, monotonic()) if done else ""
        self._items[file] = Item(file.name, State.READING, path=file, done=done, total=total, left=left)
        self._report()
        self._change()

    def on_finished(self, outcome: ImportOutcome, done: int, total: int) -> None:
        item = self._items.pop(outcome.file, None)
        self._paces.pop(outcome.file, None)
        if outcome.document is not None:
            self.imported.emit(outcome.file, outcome.document)
            self._session.refresh_library()
        elif outcome.error is not None:
            locked = isinstance(outcome.error, PasswordNeeded)
            self._items[outcome.file] = Item(outcome.file.name, State.FAILED, path=outcome.file,
                                             reason=outcome.reason, locked=locked)  # fmt: skip
            self.failed.emit(outcome.file, outcome.reason, locked)
        elif self._broken_off and item is not None:
            self._items[outcome.file] = item
        self._files = done, total
        self._to_remember = True
        self._report()
        self._change()

    def _change(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell_changes(self) -> None:
        self._soon.stop()
        if self._to_remember:
            self._remember()
        self.changed.emit()

    def _report(self) -> None:
        """Reports progress by pages, so that a single long file moves too."""
        if self.job is None:
            return
        done, total = self._files
        reading = [item for item in self._items.values() if item.state is State.READING and item.total]
        pages = sum(item.done / item.total for item in reading)
        name = f"Importing {min(done + 1, total)} of {total}"
        if total == 1 and reading:
            name = f"Importing: {reading[0].detail[:1].lower()}{reading[0].detail[1:]}"
        self.job.report(round((done + pages) * _FINE), total * _FINE, name)

    def _ended(self, future: Future[ImportReport | None]) -> None:
        self._run = None
        if self.job is not None:
            self.job.finish()
            self.job = None
        if not self._broken_off:
            self._items = {path: item for path, item in self._items.items() if item.state is State.FAILED}
            self._to_remember = True
        self._broken_off = False
        self._tell_changes()
        try:
            self._tell(future)
        finally:
            self._session.refresh_library()
            self._advance()

    def _tell(self, future: Future[ImportReport | None]) -> None:
        report = value_of(future, self.nothing.emit)
        if report is not None:
            self._keep(report)
            self.ended.emit(report)

    def _keep(self, report: ImportReport) -> None:
        """Keeps what was not imported, because the project can take no more, to be tried again later."""
        if report.left:
            for path in report.left:
                self._items[path] = Item(path.name, State.FAILED, path=path, reason=_STOPPED)
            self._remember()
            self.changed.emit()

    # --- the project -----------------------------------------------------------------------------------

    def _project_opened(self, project: Project) -> None:
        self._latest.ask(_remembered, project, done=self._recall)

    def _recall(self, remembered: list[dict[str, Any]]) -> None:
        for known in remembered:
            path = Path(known["path"])
            self._items.setdefault(
                path, Item(path.name, State.FAILED, path=path, reason=known["reason"], locked=known["locked"])
            )
        self._recalled = True
        if self._to_remember:
            self._remember()
        self.changed.emit()
        left = [Path(known["path"]) for known in remembered if known["reason"] == _BROKEN_OFF]
        if left and not self._session.read_only and not self._to_be_closed:
            self.leftOver.emit(left)
        self._advance()

    def _remember(self) -> None:
        self._to_remember = not self._recalled
        if self._to_remember:
            return
        values = [
            {"path": str(item.path), "reason": item.reason or _BROKEN_OFF, "locked": item.locked}
            for item in self._items.values()
        ]
        self._session.set_setting(_REMEMBERED, values)

    def _project_closed(self) -> None:
        self._latest.forget()
        self._recalled = self._to_remember = self._to_be_closed = False
        self.cancel()
        self._soon.stop()
        self._items.clear()
        self.changed.emit()


def _remembered(project: Project) -> list[dict[str, Any]]:
    """What the project remembers of files; nothing if that cannot be read, or is not what was written."""
    keys = {"path", "reason", "locked"}
    with suppress(UserFacingError, TypeError):
        return [known for known in project.setting(_REMEMBERED, []) if keys.issubset(known)]
    return []
