"""What undo and redo would do, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.latest import Latest

if TYPE_CHECKING:
    from gui.session import Session
    from model.labels import Reviewer
    from storage.project import Project

Names = tuple[str | None, str | None]


class UndoNames(QObject):
    """Reads the two names in the background."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._latest = Latest(session, self)
        self.undo: str | None = None
        self.redo: str | None = None

    def ask(self) -> None:
        session = self._session
        if session.project is None or session.review is None or session.reviewer is None:
            self._latest.forget()
            self._set((None, None))
        else:
            self._latest.ask(
                _read, session.project, session.review.document.id, session.reviewer, done=self._set
            )

    def _set(self, names: Names) -> None:
        if names != (self.undo, self.redo):
            self.undo, self.redo = names
            self.changed.emit()


def _read(project: Project, document: str, reviewer: Reviewer) -> Names:
    return project.undo_name(document, reviewer), project.redo_name(document, reviewer)
