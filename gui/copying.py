"""A copy of the project in a new file: to keep, to go on in, or to save what its own file cannot take."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.edit_queue import Step
from gui.jobs import Job, Jobs
from gui.opening import Opener
from gui.session import Session
from model.errors import UserFacingError
from model.paths import PROJECT_SUFFIX, is_project

if TYPE_CHECKING:
    from model.review import Review
    from storage.project import Project


class Copying(QObject):
    """Where edits are held that could not be saved, the copy opens and takes them."""

    done = Signal(Path)  # the copy; the project itself stays open
    moved = Signal(Path)  # the copy, which is open now instead
    refused = Signal(str)  # a sentence

    def __init__(self, session: Session, opener: Opener, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opener = opener
        self._jobs = jobs
        self._steps: list[Step] = []  # for the copy that is being opened
        self._selected: tuple[str, ...] = ()
        self._saving = False
        session.documentOpened.connect(self._resume)

    @property
    def problem(self) -> str:
        """Why nothing can be saved in the project's file any more; empty if it is in its place."""
        try:
            if self._session.project is not None:
                self._session.project.verify_in_place()
        except UserFacingError as error:
            return str(error)
        return ""

    @property
    def is_busy(self) -> bool:
        """While a copy is being saved, or opened for what waits."""
        return self._saving or bool(self._steps)

    def look_after_file(self) -> None:
        """Whether the project's file is still there, looked up in the background; else the session's
        `notSaved` follows."""
        project = self._session.project
        if project is not None:
            self._session.run(project.verify_in_place, done=partial(self._looked_after, project))

    def _looked_after(self, project: Project, future: Future[None]) -> None:
        error = future.exception()
        if isinstance(error, UserFacingError) and project is self._session.project:
            self._session.notSaved.emit(error)

    def save(self, path: Path) -> None:
        project = self._session.project
        if project is None:
            return
        if not is_project(path):
            path = path.with_name(path.name + PROJECT_SUFFIX)
        self._saving = True
        job = self._jobs.start("Saving a copy", cancellable=False, awaited=True)
        self._session.run(_save, project, path, done=partial(self._saved, job, path))

    def _saved(self, job: Job, path: Path, future: Future[bool]) -> None:
        self._saving = False
        error = future.exception()
        stays = error is None and future.result() and not self._session.held
        job.finish(well=stays)  # nobody leaves before the copy that opens has taken what waits
        if isinstance(error, UserFacingError):
            self.refused.emit(str(error))
        elif stays:
            self.done.emit(path)
        else:
            self._steps, self._selected = self._session.take_held(), self._session.selection
            self._opener.open_copy(path)
            self.moved.emit(path)

    def _resume(self, review: Review) -> None:
        """Edits of a report are made as soon as it is open; the first one's report is opened for it."""
        here = [step for step in self._steps if step.review.document.id == review.document.id]
        self._steps = [step for step in self._steps if step not in here]
        self._session.resume(here)
        if self._steps:
            self._session.open_document(self._steps[0].review.document.id)
        elif all(node_id in review.outline for node_id in self._selected):
            self._session.select(self._selected, "keys")
            self._selected = ()


def _save(project: Project, path: Path) -> bool:
    """Whether the project itself is still where it was opened."""
    from storage.errors import ProjectMoved

    project.save_copy(path)
    try:
        project.verify_in_place()
    except ProjectMoved:
        return False
    return True
