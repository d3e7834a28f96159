"""Where the PDF of the open report lies: the file that was imported while it is unchanged, else a copy."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from gui.session import Session
from model.paths import FileState, state_of
from model.workers.worker import PdfWorker


class PlaceOfPdf:
    """Looked up in the background: the project may have to write a copy of the PDF first."""

    def __init__(self, session: Session, worker: PdfWorker) -> None:
        self._session = session
        self._worker = worker
        self._finding: dict[str, Future[Path]] = {}  # by document
        self._state: FileState | None = None  # of the file as it was found

    def look_ahead(self, document_id: str) -> None:
        """While the report itself is read."""
        self._finding = {document_id: self.look(document_id)}

    def found(self, document_id: str) -> Future[Path]:
        return self._finding.pop(document_id, None) or self.look(document_id)

    def look(self, document_id: str) -> Future[Path]:
        return self._session.run(self._find, document_id)

    def look_again(self, document_id: str, path: Path) -> Future[Path]:
        """The same path while its file is as it was found."""
        return self._session.run(self._find_again, document_id, path)

    def _find(self, document_id: str) -> Path:
        assert self._session.project is not None
        from storage.recognized_words import recognized_of

        path = self._session.project.source(document_id)
        self._state = state_of(path)
        self._worker.set_recognized(path, recognized_of(self._session.project, document_id))
        return path

    def _find_again(self, document_id: str, path: Path) -> Path:
        return path if state_of(path) == self._state else self._find(document_id)
