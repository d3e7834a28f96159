"""What the window asks about similar recommendations, in the background: one answer at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job, Jobs
from gui.session import Session
from model.errors import Cancelled, UserFacingError
from model.nodes import Node

if TYPE_CHECKING:
    from model.labels import Reviewer
    from storage.progress import GoesOn
    from storage.project import Project
    from storage.recommendations import EntryText
    from storage.similar import Likeness, SimilarRecommendations


class SimilarAsking(QObject):
    """Keeps what was read of the project until it is closed. A newer question gives up the one before."""

    # Lists as objects: Qt would make each of a hundred thousand entries again, for every receiver.
    liked = Signal(str, object)  # the id of the entry that was asked about, and a list of Likeness of others
    repeated = Signal(object)  # a list of lists of Entry
    failed = Signal(str)  # a sentence
    stopped = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._similar: SimilarRecommendations | None = None
        self._job: Job | None = None
        for signal in (session.projectOpened, session.projectClosed, session.reviewerChanged):
            signal.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def ask_like(self, node: Node, least: float) -> None:
        self._ask(partial(_like, node.id, node.text, least), partial(self.liked.emit, node.id))

    def ask_repeats(self, least: float) -> None:
        self._ask(partial(_repeats, least), self.repeated.emit)

    def stop(self) -> None:
        """No answer is wanted any more."""
        if self._job is not None:
            self._job.give_up()
            self._job = None

    def _ask(self, work: Callable[..., Any], answer: Callable[[Any], object]) -> None:
        project = self._session.project
        if project is None:
            return
        self.stop()
        job = self._job = self._jobs.start("Comparing recommendations")
        similar, reviewer = self._similar, self._session.reviewer
        done = partial(self._done, job, answer)
        self._session.run(_carry_out, work, project, reviewer, similar, job.goes_on, done=done)

    def _done(self, job: Job, answer: Callable[[Any], object], future: Future[Any]) -> None:
        if job is not self._job:
            return  # given up
        stopped = job.cancelled
        self.stop()
        error = future.exception()
        if isinstance(error, Cancelled) or (error is None and stopped):
            self.stopped.emit()
        elif isinstance(error, UserFacingError):
            self.failed.emit(str(error))
        else:
            self._similar, found = future.result()
            answer(found)

    def _forget(self, *_: object) -> None:
        self.stop()
        self._similar = None


def _carry_out(work: Callable[..., Any], project: Project, reviewer: Reviewer | None,
               similar: SimilarRecommendations | None,
               goes_on: GoesOn) -> tuple[SimilarRecommendations, Any]:  # fmt: skip
    # Imported here: SQLAlchemy takes a quarter of a second.
    from storage.similar import SimilarRecommendations

    similar = similar or SimilarRecommendations(project, reviewer)
    return similar, work(similar, goes_on)


def _like(
    node: str, text: str, least: float, similar: SimilarRecommendations, goes_on: GoesOn
) -> list[Likeness]:
    return similar.like(node, text, least, goes_on=goes_on)


def _repeats(least: float, similar: SimilarRecommendations, goes_on: GoesOn) -> list[list[EntryText]]:
    return similar.repeats(least, goes_on)
