"""The edits of a session: one after the other, each built on what the one before left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from gui.relay import Relay
from model.editing import NotPossible
from model.edits import ChangeSet, Edit
from model.errors import UserFacingError
from model.labels import Reviewer
from model.review import Review

if TYPE_CHECKING:
    from storage.project import Project

Builder = Callable[[Review, Reviewer], Edit | None]


# An edit of more entries is built in the background: of five thousand that takes a quarter of a second.
MANY = 200
_LATE_MS = 500  # most are committed within 20


class Step(NamedTuple):
    """Who does what to which report: a builder of an edit, or what the ledger does ("undo", "redo")."""

    project: Project
    review: Review
    reviewer: Reviewer
    work: Builder | str
    entries: int = 1  # that it is about
    stay: tuple[str, ...] = ()  # what is selected again where it fails

    @property
    def is_reversal(self) -> bool:
        return isinstance(self.work, str)


class EditQueue(QObject):
    """The next builder runs when the edit before it is committed. A failed one leaves memory and file as they
    were. One that cannot be stored is held, and those behind it with it: they go on before the next one, so
    nothing that was typed or decided is lost. All signals come in the window's thread."""

    committed = Signal(object, object)  # Step, ChangeSet; the review in memory has changed
    refused = Signal(object, object)  # Step, UserFacingError: it is not possible, and nothing remains of it
    stopped = Signal(object, object)  # Step, UserFacingError: it cannot be stored, and is held
    late = Signal()  # one is not committed after a moment: the disk is slow, or another program uses the file
    idle = Signal()  # every edit is committed or held

    def __init__(self, relay: Relay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relay = relay
        self._behind = ThreadPoolExecutor(max_workers=1, thread_name_prefix="edits")
        self._waiting: deque[Step] = deque()
        self._held: list[Step] = []
        self._running: Step | None = None
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self.late)

    @property
    def is_idle(self) -> bool:
        return self._running is None and not self._waiting

    @property
    def is_building(self) -> bool:
        """Whether another thread may be looking at the review: nothing must change it now."""
        return self._running is not None and self._running.entries > MANY

    @property
    def held(self) -> int:
        """How many edits could not be stored."""
        return len(self._held)

    def add(self, step: Step) -> None:
        self._waiting.append(step)
        self.try_again()

    def try_again(self) -> None:
        """What is held goes on, before everything else."""
        self._waiting.extendleft(reversed(self.take_held()))
        self._advance()

    def take_held(self) -> list[Step]:
        """The edits that could not be stored; they are the caller's from now on."""
        held, self._held = self._held, []
        return held

    def close(self) -> None:
        """When all is committed."""
        self._behind.shutdown(wait=True)

    def _advance(self) -> None:
        """Starts the next step, unless one runs; steps that come to nothing are passed over."""
        while self._running is None and self._waiting:
            step = self._waiting.popleft()
            future = self._start(step)
            if future is not None:
                self._running = step
                self._late.start()
                self._relay.watch(future, self._done)
        if self.is_idle:
            self.idle.emit()

    def _start(self, step: Step) -> Future[ChangeSet] | Future[ChangeSet | None] | None:
        project, document = step.project, step.review.document.id
        if isinstance(step.work, str):
            revert = project.undo if step.work == "undo" else project.redo
            return revert(document, step.reviewer)
        if step.entries > MANY:
            return self._behind.submit(_build_and_apply, step.work, step)
        try:
            return _applied(step.work, step)
        except UserFacingError as error:
            self.refused.emit(step, error)
            return None

    def _done(self, future: Future[ChangeSet | None]) -> None:
        step, self._running = self._running, None
        self._late.stop()
        assert step is not None
        try:
            error = future.exception()
            if isinstance(error, UserFacingError):
                self._fail(step, error)
                return
            changes = future.result()
            if changes is not None:
                step.review.apply(changes.edit)
                self.committed.emit(step, changes)
        finally:
            self._advance()

    def _fail(self, step: Step, error: UserFacingError) -> None:
        from storage.errors import ConflictError  # the storage is loaded only with a project

        if isinstance(error, NotPossible | ConflictError):
            self.refused.emit(step, error)
            return
        self._held = [step, *self._waiting]
        self._waiting.clear()
        self.stopped.emit(step, error)


def _applied(build: Builder, step: Step) -> Future[ChangeSet] | None:
    edit = build(step.review, step.reviewer)
    return step.project.apply(edit, step.review.document.id, step.reviewer) if edit else None


def _build_and_apply(build: Builder, step: Step) -> ChangeSet | None:
    future = _applied(build, step)
    return future.result() if future is not None else None
