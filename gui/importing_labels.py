"""Labels from elsewhere, from the window: read in the background."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job, Jobs
from gui.session import Session
from model.errors import UserFacingError

if TYPE_CHECKING:
    from storage.importing_labels import ImportedLabels
    from storage.project import Project


class LabelImport(QObject):
    """One file at a time; whose labels it does not say are the reviewer's who takes them in."""

    done = Signal(str, object)  # the file's name, and the ImportedLabels
    refused = Signal(str)  # a sentence

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs

    def start(self, path: Path) -> None:
        project, reviewer = self._session.project, self._session.reviewer
        if project is None or reviewer is None:
            return
        job = self._jobs.start(f"Importing labels from {path.name}", cancellable=False, awaited=True)
        arrived = partial(self._arrived, job, path)
        self._session.run(_import, project, path, reviewer.name, done=arrived)

    def _arrived(self, job: Job, path: Path, future: Future[ImportedLabels]) -> None:
        error = future.exception()
        job.finish(well=error is None and not future.result().problems)
        if isinstance(error, UserFacingError):
            self.refused.emit(str(error))
            return
        outcome = future.result()
        for changes in outcome.edits:
            self._session.take(changes)
        if outcome.edits:
            self._session.refresh_library()
        self.done.emit(path.name, outcome)


def _import(project: Project, path: Path, otherwise: str) -> ImportedLabels:
    from storage.importing_labels import Request, import_labels

    return import_labels(project, path, Request(otherwise=otherwise))
