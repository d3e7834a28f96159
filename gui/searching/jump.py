"""Goes to an entry of any report of the project."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.session import Session
from model.review import Review


class Jump(QObject):
    """Selects an entry; one of another report when that one has been opened."""

    def __init__(self, session: Session, origin: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._origin = origin
        self._wanted: tuple[str, str] | None = None  # document, node
        session.documentOpened.connect(self._opened)
        session.projectClosed.connect(self._forget)

    def to(self, document: str, node: str) -> None:
        review = self._session.review
        if review is not None and review.document.id == document:
            self._forget()
            self._session.select((node,), self._origin)
            return
        self._wanted = (document, node)
        self._session.open_document(document)

    def _opened(self, review: Review) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == review.document.id and wanted[1] in review.outline:
            self._session.select((wanted[1],), self._origin)

    def _forget(self) -> None:
        self._wanted = None
