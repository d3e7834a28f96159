"""The project that is open in a window: its reviewer, its labels, its list of reports, its settings."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.background import Background
from gui.latest import Latest
from gui.project_opening import How, Opened, judge_alone, open_project, who_in
from gui.relay import value_of
from model.errors import UserFacingError
from model.labels import Reviewer
from model.schemes import Scheme, default

if TYPE_CHECKING:
    from storage.loading import DocumentRow
    from storage.project import Project


class ProjectSession(QObject):
    """One project in one window. `gui.session` adds the report under review.

    All signals are emitted in the window's thread.
    """

    projectOpened = Signal(object)  # Project
    projectRefused = Signal(object)  # the UserFacingError that says why it did not open
    projectClosed = Signal()
    reviewerChanged = Signal(object)  # Reviewer
    schemeChanged = Signal(object)  # Scheme: the labels that reviewers choose from
    libraryChanged = Signal()
    failed = Signal(str)  # a sentence for the user

    def __init__(self, reviewer_name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.reviewer: Reviewer | None = None
        self.alone = ""  # the reviewer's id, where other people's words are hidden
        self.scheme: Scheme = default()
        self.documents: tuple[DocumentRow, ...] = ()
        self._reviewer_name = reviewer_name
        self._background = Background(self)
        self._documents = Latest(self, self)
        self._reviewers = Latest(self, self)
        self._arriving: Future[Opened] | None = None  # a project
        self._closing = False  # no edits are taken any more
        self._ending = False  # the file is being closed

    def open_project(self, path: Path, how: How = How.OPEN) -> None:
        """Opens in the background, or makes a new project; `projectOpened` or `projectRefused` follows.

        A project that is open already is closed first.
        """
        arrived = partial(self._project_arrived, self._reviewer_name)
        self._arriving = self.run(open_project, path, how, self._reviewer_name, self.project, done=arrived)
        if self.project is not None:
            self._forget_project()

    def _project_arrived(self, reviewer_name: str, future: Future[Opened]) -> None:
        if self._closing:
            return
        self._arriving = None
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.projectRefused.emit(error)
            return
        opened = future.result()
        self.project, self.reviewer, self.alone = opened.project, opened.reviewer, opened.alone
        self.documents = tuple(opened.documents)
        self.set_scheme(opened.scheme)
        self.projectOpened.emit(opened.project)
        self.reviewerChanged.emit(opened.reviewer)
        self.libraryChanged.emit()
        if reviewer_name != self._reviewer_name:
            self.set_reviewer(self._reviewer_name)

    def _forget_project(self) -> None:
        """Drops the project, and what is still being read from it, so that the next project does not get
        it."""
        self._documents.forget()
        self._reviewers.forget()
        self.project, self.documents = None, ()
        self.projectClosed.emit()

    @property
    def read_only(self) -> bool:
        """Whether the open project can only be looked at."""
        return self.project is not None and self.project.read_only

    # --- reports, labels, reviewer

    def refresh_library(self) -> None:
        """Reads the list of documents again, in the background; `libraryChanged` follows."""
        if self.project is not None:
            self._documents.ask(self.project.documents, self.reviewer, done=self._documents_arrived)

    def _documents_arrived(self, documents: list[DocumentRow]) -> None:
        self.documents = tuple(documents)
        self.libraryChanged.emit()

    def set_scheme(self, scheme: Scheme) -> None:
        """Sets the label scheme in use, as the project stores it."""
        if scheme != self.scheme:
            self.scheme = scheme
            self.schemeChanged.emit(scheme)

    def set_reviewer(self, name: str) -> None:
        """Sets in whose name edits are made from now on."""
        self._reviewer_name = name
        if self.project is not None:
            self._reviewers.ask(who_in, self.project, name, done=self._reviewer_arrived)

    def set_alone(self, alone: bool) -> None:
        """Sets whether this person reviews independently in this project; `reviewerChanged` follows."""
        project, reviewer = self.project, self.reviewer
        if project is not None and reviewer is not None and not self.read_only and not self._closing:
            self._reviewers.ask(judge_alone, project, reviewer, alone, done=self._reviewer_arrived)

    def _reviewer_arrived(self, who: tuple[Reviewer, str]) -> None:
        reviewer, alone = who
        differs, self.reviewer, self.alone = alone != self.alone, reviewer, alone
        self._follow_reviewer(differs)
        self.reviewerChanged.emit(reviewer)
        if differs:
            self.refresh_library()

    def _follow_reviewer(self, alone_differs: bool) -> None:
        """Changes what else depends on the reviewer, before the views are told."""

    # --- settings

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting of the project; the default if no project is open. Any thread may call it."""
        project = self.project
        return default if project is None else project.setting(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Stores a JSON value in the project, in the background; of several values for a key the last is
        kept."""
        if self.project is not None and not self.read_only and not self._ending:
            self.project.set_setting(key, value)

    # --- work in the background

    def run(self, work: Callable[..., Any], *args: Any,
            done: Callable[[Future[Any]], None] | None = None) -> Future[Any]:  # fmt: skip
        """Does work in the background; `done` gets the finished future in the window's thread."""
        return self._background.run(work, *args, done=done)

    def value_of(self, future: Future[Any]) -> Any:
        """A future's value; None after its failure was told to the user."""
        return value_of(future, self.failed.emit)
