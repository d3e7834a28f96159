"""What the follow-up asks of the project and changes in it, in the background."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.follow_up.model import Table, table_of
from gui.jobs import Job, Jobs
from gui.latest import Latest
from gui.relay import value_of
from gui.session import Session
from model import editing
from model.edits import ChangeSet, Edit
from model.garbage_collection import uncollected
from model.labels import Response, Reviewer
from model.review import Review

if TYPE_CHECKING:
    from storage.progress import GoesOn
    from storage.project import Project

_REST_MS = 400  # after an edit, before the list is read again


class FollowUps(QObject):
    """The list of all recommendations with their answers; `listed` comes whenever it was read again.

    An edit of the open report goes the way of all its edits; one of another report is made in the background.
    """

    listed = Signal(object)  # Table
    suggested = Signal(int)  # in so many reports there are other suggestions now
    failed = Signal(str)  # a sentence

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._list = Latest(session, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read)
        session.projectClosed.connect(self._forget)

    @property
    def is_busy(self) -> bool:
        return self._job is not None or self._list.busy or self._rest.isActive()

    def read(self) -> None:
        """Reads the list; `listed` follows."""
        self._rest.stop()
        project = self._session.project
        if project is not None:
            self._list.ask(_follow_ups, project, self._session.reviewer, done=self.listed.emit)

    def read_soon(self, *_: object) -> None:
        """After edits have come to rest."""
        self._rest.start()

    def suggest(self) -> None:
        """Looks for answers by their numbers in all reports; `suggested` follows."""
        project = self._session.project
        if project is None or self._job is not None:
            return
        job = self._job = self._jobs.start("Looking for answers")
        done = partial(self._have_suggested, job)
        self._session.run(_suggest, project, self._session.reviewer, job.goes_on, done=done)

    def link(self, document: str, node: str, target: str | None, response: Response) -> None:
        """This person says that `target`, an entry or a report, answers a recommendation, or itself does."""
        self._decide(document, partial(_link, node, target, response))

    def unlink(self, document: str, node: str, target: str | None) -> None:
        """This person says that it does not."""
        self._decide(document, partial(_unlink, node, target))

    def _decide(self, document: str, builder: Callable[[Review, Reviewer], Edit]) -> None:
        session = self._session
        if session.review is not None and session.review.document.id == document:
            session.perform(builder)
        elif session.project is not None and session.reviewer is not None:
            session.run(_edit, session.project, document, session.reviewer, builder, done=self._edited)
        self.read_soon()

    def _edited(self, future: Future[ChangeSet | None]) -> None:
        changes = value_of(future, self.failed.emit)
        if changes is not None:
            self._session.take(changes)
        self.read()

    def _have_suggested(self, job: Job, future: Future[tuple[list[ChangeSet], str]]) -> None:
        job.finish()
        if job is not self._job:
            return
        self._job = None
        found = value_of(future, self.failed.emit)
        if found is not None:
            changes, machine = found
            for one in changes:
                self._session.take(one, machine)
            self.suggested.emit(len(changes))
            self.read()

    def _forget(self) -> None:
        self._rest.stop()
        self._list.forget()
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _link(node: str, target: str | None, response: Response, review: Review, reviewer: Reviewer) -> Edit:
    return editing.link_answer(review, reviewer, node, target, response)


def _unlink(node: str, target: str | None, review: Review, reviewer: Reviewer) -> Edit:
    return editing.unlink_answer(review, reviewer, node, target)


# Imported where they are used: SQLAlchemy takes a quarter of a second.


def _follow_ups(project: Project, reviewer: Reviewer | None) -> Table:
    from storage.follow_up import follow_ups

    with uncollected():
        return table_of(follow_ups(project, reviewer))


def _suggest(project: Project, reviewer: Reviewer | None,
             goes_on: GoesOn) -> tuple[list[ChangeSet], str]:  # fmt: skip
    from storage.follow_up import MACHINE, suggest_follow_up

    return suggest_follow_up(project, reviewer, goes_on), MACHINE.id


def _edit(project: Project, document: str, reviewer: Reviewer,
          builder: Callable[[Review, Reviewer], Edit]) -> ChangeSet | None:  # fmt: skip
    edit = builder(project.review(document, reviewer), reviewer)
    return project.apply(edit, document, reviewer).result() if edit else None
