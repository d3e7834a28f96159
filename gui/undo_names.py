"""What undo and redo would do, by name."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from gui.session import Session
    from model.labels import Reviewer
    from storage.project import Project

Names = tuple[str | None, str | None]


class UndoNames(QObject):
    """Reads the two names in the background; an answer that is outdated is dropped."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._asked = 0
        self.undo: str | None = None
        self.redo: str | None = None

    def ask(self) -> None:
        session = self._session
        self._asked += 1
        if session.project is None or session.review is None or session.reviewer is None:
            self._set((None, None))
            return
        arguments = (session.project, session.review.document.id, session.reviewer, self._asked)
        session.run(_read, *arguments, done=self._arrived)

    def _arrived(self, future: Future[tuple[int, Names]]) -> None:
        answer = self._session.value_of(future)
        if answer is not None and answer[0] == self._asked:
            self._set(answer[1])

    def _set(self, names: Names) -> None:
        if names != (self.undo, self.redo):
            self.undo, self.redo = names
            self.changed.emit()


def _read(project: Project, document: str, reviewer: Reviewer, asked: int) -> tuple[int, Names]:
    return asked, (project.undo_name(document, reviewer), project.redo_name(document, reviewer))
