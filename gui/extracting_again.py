"""Extracting reports again from the window: one after the other, each as one step that can be undone."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from gui.importing.pace import Pace
from gui.jobs import Job, Jobs
from gui.library.items import pages_read
from gui.relay import Relay
from gui.session import Session
from model.edits import ChangeSet, Edit
from model.errors import Cancelled, PasswordNeeded, UserFacingError
from model.going_back import fits
from model.labels import Reviewer
from model.report_names import report_names
from model.review import Review

if TYPE_CHECKING:
    from model.extracting_again import Again
    from model.recognition_cache import RecognitionCache
    from model.workers.messages import Extracted
    from model.workers.pool import WorkerPool
    from storage.project import Project

T = TypeVar("T")

# The report may change while it is worked out what to change in it: then it is worked out again.
_TRIES = 5
_FINE = 1000  # steps of progress a report


class Wish(NamedTuple):
    """A report to extract again; most need no password."""

    document: str
    password: str | None = None


class ExtractingAgain(QObject):
    """Extracts one report at a time, in the background. The open report changes through the session, as by
    a person."""

    done = Signal(str, str, object)  # a report's id and name, and the Again that says what was found
    locked = Signal(str, str, Path)  # a report's id and name, and its PDF, which needs a password
    refused = Signal(str)  # a sentence
    nothing = Signal(str)  # why nothing is begun
    idle = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._relay = Relay(self)
        self._waiting: deque[Wish] = deque()
        self._running: _Run | None = None
        self._job: Job | None = None
        self._workers: WorkerPool | None = None
        self._through = 0
        session.projectClosed.connect(self.cancel)
        session.changed.connect(self._edited)
        session.idle.connect(self._settled)

    @property
    def is_idle(self) -> bool:
        return self._running is None and not self._waiting

    def start(self, documents: Sequence[str], password: str | None = None) -> None:
        """Queues reports of the open project, by their ids."""
        asked = {wish.document for wish in self._waiting}
        self._waiting.extend(Wish(document, password) for document in documents if document not in asked)
        self._advance()

    def start_older(self) -> None:
        """Queues every report that an older version extracted."""
        from model.version import EXTRACTOR

        older = [row.id for row in self._session.documents if row.extractor != EXTRACTOR]
        if older:
            self.start(older)
        else:
            self.nothing.emit("Every report was already extracted by this version.")

    def cancel(self) -> None:
        """Stops; reports that were not extracted yet stay as they are."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancelled = True
        if self._workers is not None:
            self._workers.cancel()

    def close(self) -> None:
        """Stops for good, at the end of the window."""
        self._waiting.clear()
        self._relay.close()
        if self._workers is not None:
            self._workers.close()
            self._workers = None

    # --- one report

    def _advance(self) -> None:
        project, reviewer = self._session.project, self._session.reviewer
        if self._running is not None:
            return
        if not self._waiting or project is None or reviewer is None:
            self._rest()
            return
        wish = self._waiting.popleft()
        names = report_names(self._session.documents)
        name = names.get(wish.document, "")
        if self._job is None:
            self._job = self._jobs.start("Extracting again")
            self._job.cancelAsked.connect(self.cancel)
        self._report(name)
        self._running = _Run(project, reviewer, wish, name)
        self._session.run(_looked_up, self._running, done=self._found)

    def _report(self, name: str, done: int = 0, total: int = 0, left: str = "") -> None:
        """Reports progress by pages, so that a single long report moves too."""
        if self._job is not None:
            through = self._through + (done / total if total else 0)
            reports = self._through + 1 + len(self._waiting)
            pages = f": {pages_read(done, total, left).lower()}" if 0 < done < total else ""
            self._job.report(round(through * _FINE), reports * _FINE, f"Extracting {name} again{pages}")

    def _read(self, run: _Run, done: int, total: int) -> None:
        if run is self._running:
            self._report(run.name, done, total, run.pace.left(done, total, monotonic()))

    def _rest(self) -> None:
        if self._job is not None:
            self._job.finish()
            self._job = None
        if self._workers is not None:
            self._workers.close()
            self._workers = None
        self._through = 0
        self.idle.emit()

    def _found(self, future: Future[RecognitionCache]) -> None:
        recognition = self._value(future)
        if recognition is None or self._running is None:
            return
        if self._running.cancelled:  # before a worker had it
            self._fail(Cancelled(self._running.name))
            return
        from model.workers.pool import WorkerPool

        if self._workers is None:
            self._workers = WorkerPool(1)
        run = self._running
        told = partial(self._relay.post, self._read, run)
        extracted = self._workers.extract(run.path, run.wish.password, told, recognition)
        self._relay.watch(extracted, self._extracted)

    def _extracted(self, future: Future[Extracted]) -> None:
        run, extracted = self._running, self._value(future)
        if run is None or extracted is None:
            return
        run.extracted = extracted
        if self._is_open(run):
            self._work_out(run)
        else:
            self._session.run(_apply, run, done=self._applied)

    def _is_open(self, run: _Run) -> bool:
        review = self._session.review
        return review is not None and review.document.id == run.wish.document

    def _applied(self, future: Future[Again]) -> None:
        run, again = self._running, self._value(future)
        if run is None or again is None:
            return
        if self._is_open(run):  # opened meanwhile, as it was before
            self._session.close_document()
            self._session.open_document(run.wish.document)
        self._finish(again)

    # --- the open report: the edit goes through the session's queue

    def _work_out(self, run: _Run) -> None:
        run.tries += 1
        self._session.run(_worked_out, run, done=self._worked_out)

    def _worked_out(self, future: Future[Again]) -> None:
        run, again = self._running, self._value(future)
        if run is None or again is None:
            return
        if not again.edit:
            self._keep_pages(again)
        elif self._is_open(run):
            run.again = again
            self._session.perform(partial(self._edit, run, again.edit))
        else:
            self._session.run(_apply, run, done=self._applied)

    def _edit(self, run: _Run, edit: Edit, review: Review, reviewer: Reviewer) -> Edit | None:
        if fits(edit, review):
            return edit
        run.again = None
        if run.tries < _TRIES:
            self._work_out(run)
        else:
            self._fail(UserFacingError(f"{run.name}: it keeps changing; extract it again later."))
        return None

    def _edited(self, changes: ChangeSet) -> None:
        run = self._running
        if run is not None and run.again is not None and changes.edit == run.again.edit:
            again, run.again = run.again, None
            self._keep_pages(again)

    def _keep_pages(self, again: Again) -> None:
        """The edit tells of entries alone."""
        self._session.run(_pages_kept, self._running, again, done=self._pages_kept)

    def _pages_kept(self, future: Future[Again]) -> None:
        run, again = self._running, self._value(future)
        if run is not None and again is not None:
            self._session.pagesChanged.emit(run.wish.document)
            self._finish(again)

    def _settled(self) -> None:
        """Nobody heard of the edit: it could not be made, or the report was closed before. The file knows."""
        run = self._running
        if run is not None and run.again is not None:
            run.again = None
            self._session.run(_apply, run, done=self._applied)

    # --- its end

    def _value(self, future: Future[T]) -> T | None:
        """What a step gave; None if it failed, which was told."""
        if future.cancelled():
            self._fail(Cancelled("Extracting again was stopped"))
            return None
        error = future.exception()
        if isinstance(error, UserFacingError | Cancelled):
            self._fail(error)
            return None
        return future.result()

    def _finish(self, again: Again) -> None:
        run, self._running = self._running, None
        self._through += 1
        self._session.refresh_library()
        if run is not None:
            self.done.emit(run.wish.document, run.name, again)
        self._advance()

    def _fail(self, error: Exception) -> None:
        run, self._running = self._running, None
        self._through += 1
        if isinstance(error, PasswordNeeded) and run is not None:
            self.locked.emit(run.wish.document, run.name, run.path)
        elif not isinstance(error, Cancelled):
            self.refused.emit(str(error))
        self._advance()


class _Run:
    """One report while it is being extracted."""

    def __init__(self, project: Project, reviewer: Reviewer, wish: Wish, name: str) -> None:
        self.project, self.reviewer, self.wish, self.name = project, reviewer, wish, name
        self.path = Path()
        self.extracted: Extracted | None = None
        self.again: Again | None = None
        self.pace = Pace()
        self.tries = 0
        self.cancelled = False


def _looked_up(run: _Run) -> RecognitionCache:
    """Finds the report's PDF, and what was recognized in it before."""
    from storage.extracting_again import recognition_cache_for

    run.path = run.project.source(run.wish.document)
    return recognition_cache_for(run.project, run.wish.document)


def _worked_out(run: _Run) -> Again:
    from storage.extracting_again import worked_out

    assert run.extracted is not None
    return worked_out(run.project, run.wish.document, run.extracted)


def _pages_kept(run: _Run, again: Again) -> Again:
    from storage.extracting_again import keep_pages

    assert run.extracted is not None
    keep_pages(run.project, run.wish.document, run.extracted)
    return again


def _apply(run: _Run) -> Again:
    from storage.extracting_again import apply_again

    assert run.extracted is not None
    return apply_again(run.project, run.wish.document, run.extracted, run.reviewer)
