"""Takes reports out of the project's lists, and puts them back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from model.errors import UserFacingError

if TYPE_CHECKING:
    from storage.project import Project


class TakingOut(QObject):
    """What is taken out keeps all its work, and can come back at any time."""

    done = Signal(str, str)  # the id and the name of a report that was taken out
    back = Signal(str)  # the id of a report that was put back
    refused = Signal(str)  # a sentence

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def take_out(self, document: str) -> None:
        """Takes a report out, by its id; the open one is closed."""
        row = next((row for row in self._session.documents if row.id == document), None)
        project, review = self._session.project, self._session.review
        if row is None or project is None:
            return
        if review is not None and review.document.id == document:
            self._session.close_document()
        told = partial(self.done.emit, document, row.symbol or row.name)
        self._session.run(_take_out, project, document, done=partial(self._changed, told))

    def take_out_open(self) -> None:
        if self._session.review is not None:
            self.take_out(self._session.review.document.id)

    def put_back(self, document: str) -> None:
        """Puts a report back and opens it."""
        told = partial(self._put_back, document)
        self._session.run(_put_back, self._session.project, document, done=partial(self._changed, told))

    def _put_back(self, document: str) -> None:
        self.back.emit(document)
        self._session.open_document(document)

    def put_back_last(self) -> None:
        """Puts back the report that was taken out last."""
        if self._session.project is not None:
            self._session.run(self._session.project.taken_out, done=self._listed)

    def _listed(self, future: Future[list[tuple[str, str]]]) -> None:
        taken = self._session.value_of(future)
        if taken:
            self.put_back(taken[0][0])
        elif taken is not None:
            self.refused.emit("No report was taken out of this project.")

    def _changed(self, told: Callable[[], object], future: Future[None]) -> None:
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.refused.emit(str(error))
            return
        future.result()
        self._session.refresh_library()
        told()


def _take_out(project: Project, document: str) -> None:
    project.take_out(document).result()


def _put_back(project: Project, document: str) -> None:
    project.put_back(document).result()
