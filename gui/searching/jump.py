"""Goes to an entry of any report of the project."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from model.review import Review

if TYPE_CHECKING:
    from storage.project import Project


class Jump(QObject):
    """Selects an entry; one of another report when that one has been opened. `arrived` says that it is."""

    arrived = Signal(str)  # the entry

    def __init__(self, session: Session, origin: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._origin = origin
        self._wanted: tuple[str, str] | None = None  # document, node
        session.documentOpening.connect(self._opening)
        session.documentOpened.connect(self._opened)
        session.projectClosed.connect(self._forget)

    def to(self, document: str, node: str) -> None:
        review = self._session.review
        is_open = review is not None and review.document.id == document
        self._wanted = None if is_open else (document, node)
        self._session.open_document(document)
        if is_open:
            self._select(node)

    def anywhere(self, target: str) -> None:
        """To an entry of any report, or to a whole report, by its id alone."""
        session = self._session
        if session.review is not None and target in session.review.outline:
            self.to(session.review.document.id, target)
        elif any(row.id == target for row in session.documents):
            session.open_document(target)
        elif session.project is not None:
            session.run(_report_with, session.project, target, done=partial(self._found, target))

    def _found(self, node: str, future: Future[str | None]) -> None:
        document = self._session.value_of(future)
        if document is not None:
            self.to(document, node)

    def _opening(self, document: str) -> None:
        if self._wanted is not None and self._wanted[0] != document:
            self._forget()

    def _opened(self, review: Review) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == review.document.id and wanted[1] in review.outline:
            self._select(wanted[1])

    def _select(self, node: str) -> None:
        self._session.select((node,), self._origin)
        self.arrived.emit(node)

    def _forget(self) -> None:
        self._wanted = None


def _report_with(project: Project, node: str) -> str | None:
    # Imported here: SQLAlchemy takes a quarter of a second.
    from storage.recommendations import report_with

    return report_with(project, node)
