"""The edits of a session: one after the other, each built on what the one before left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from gui.relay import Relay, value_of
from model.edits import ChangeSet, Edit
from model.errors import UserFacingError
from model.labels import Reviewer
from model.review import Review

if TYPE_CHECKING:
    from storage.project import Project

Builder = Callable[[Review, Reviewer], Edit | None]


class Step(NamedTuple):
    """Who does what to which report: a builder of an edit, or what the ledger does ("undo", "redo")."""

    project: Project
    review: Review
    reviewer: Reviewer
    work: Builder | str

    @property
    def is_reversal(self) -> bool:
        return isinstance(self.work, str)


class EditQueue(QObject):
    """The next builder runs when the edit before it is committed. A failed one leaves memory and file as they
    were. All signals come in the window's thread."""

    committed = Signal(object, object)  # Step, ChangeSet; the review in memory has changed
    failed = Signal(str)  # a sentence for the user
    idle = Signal()  # every edit is committed

    def __init__(self, relay: Relay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._relay = relay
        self._waiting: deque[Step] = deque()
        self._running: Step | None = None

    @property
    def is_idle(self) -> bool:
        return self._running is None and not self._waiting

    def add(self, step: Step) -> None:
        self._waiting.append(step)
        self._advance()

    def _advance(self) -> None:
        """Starts the next step, unless one runs; steps that come to nothing are passed over."""
        while self._running is None and self._waiting:
            step = self._waiting.popleft()
            future = self._start(step)
            if future is not None:
                self._running = step
                self._relay.watch(future, self._done)
        if self.is_idle:
            self.idle.emit()

    def _start(self, step: Step) -> Future[ChangeSet | None] | None:
        project, document = step.project, step.review.document.id
        if isinstance(step.work, str):
            revert = project.undo if step.work == "undo" else project.redo
            return revert(document, step.reviewer)
        try:
            edit = step.work(step.review, step.reviewer)
        except UserFacingError as error:
            self.failed.emit(str(error))
            return None
        return project.apply(edit, document, step.reviewer) if edit else None

    def _done(self, future: Future[ChangeSet | None]) -> None:
        step, self._running = self._running, None
        assert step is not None
        try:
            changes = value_of(future, self.failed.emit)
            if changes is not None:
                step.review.apply(changes.edit)
                self.committed.emit(step, changes)
        finally:
            self._advance()
