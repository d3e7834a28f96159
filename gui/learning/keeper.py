"""Learns from what was decided in the project, in a process of its own, and brings the suggestions in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from gui.jobs import Job, Jobs
from gui.session import Session
from model.edits import ChangeSet
from model.errors import Cancelled, UserFacingError
from model.labels import Slot

if TYPE_CHECKING:
    from storage.learning import LearningOutcome
    from storage.project import Project

# The progress line counts so many.
_STEPS = 100
# What is learned, as it stands in a sentence.
NAMES = {
    Slot.ROLE: "role",
    Slot.FORCE: "force",
    Slot.ACTION: "action category",
    Slot.ADDRESSEES: "addressees",
    Slot.THEMES: "themes",
}


class Learning(QObject):
    """One training run at a time. Cancelling it leaves the suggestions as they were, or as far as they had
    come."""

    learned = Signal(list)  # of Outcome
    failed = Signal(str)  # a sentence
    cancelled = Signal()
    _told = Signal(object)  # a share or a ChangeSet, from the thread that waits for the process

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        session.projectClosed.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def start(self) -> None:
        """`learned`, `failed` or `cancelled` follows."""
        project = self._session.project
        if project is None or self._job is not None:
            return
        if self._session.read_only:
            self.failed.emit(f"{project.path}: opened for reading only; nothing can be learned in it.")
            return
        self._job = self._jobs.start("Learning from decisions")
        self._session.run(_learn, project, self._job, self._told.emit, done=self._done)

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _hear(self, told: float | ChangeSet) -> None:
        if isinstance(told, ChangeSet):
            self._session.take(told)
        elif self._job is not None:
            self._job.report(round(_STEPS * told), _STEPS)

    def _done(self, future: Future[list[LearningOutcome]]) -> None:
        if self._job is not None:
            self._job.finish()
            self._job = None
        error = future.exception()
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, UserFacingError):
            self.failed.emit(str(error))
        else:
            self.learned.emit(future.result())


def _learn(project: Project, job: Job, told: Callable[[float | ChangeSet], object]) -> list[LearningOutcome]:
    # Imported here: SQLAlchemy takes a quarter of a second.
    from model.learning.reviews import SLOTS
    from storage.learning import learn_project
    from storage.learning_process import LearningProcess

    process = LearningProcess(project.path, SLOTS)
    return learn_project(project, process.messages(lambda: job.cancelled), told)


def sentence(outcomes: list[LearningOutcome]) -> str:
    """What was learned, and how well, in a line."""
    parts = [_part(outcome) for outcome in outcomes if outcome.name]
    from storage.learning import LEAST  # loaded: it told the outcomes

    refused = [outcome for outcome in outcomes if outcome.refusal]
    few = [f"{NAMES[one.slot]} ({one.confirmed})" for one in refused if one.confirmed < LEAST]
    if few:
        parts.append(f"too little to learn {_listed(few)} from: each needs at least {LEAST} decisions")
    parts += [f"{NAMES[one.slot]}: {one.refusal}" for one in refused if one.confirmed >= LEAST]
    return f"{'. '.join(part[0].upper() + part[1:] for part in parts)}."


def _part(outcome: LearningOutcome) -> str:
    model, rules = (outcome.metrics[machine]["micro_f1"] for machine in ("model", "rules"))
    if outcome.better:
        where = " for the reports reviewed so far" if outcome.only else ""
        return f"{NAMES[outcome.slot]} learned{where}: F1 {model:.2f}, rules {rules:.2f}"
    return f"{NAMES[outcome.slot]}: the rules do as well ({rules:.2f}) and stay in use"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
