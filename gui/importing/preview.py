"""A PDF that was chosen shows its first page at once; its report takes the place when it has been read.

Where nothing comes of it, the report that was open before comes back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.importing.queue import ImportQueue
from gui.library.items import State
from gui.opening import Opener
from gui.page_panel import PagePanel
from gui.session import Session


class Preview(QObject):
    """Watches the import of the file that is shown. `leaving` comes before the open report makes room."""

    leaving = Signal()
    waitingChanged = Signal(bool)  # whether a report is on its way that will be opened

    def __init__(self, session: Session, imports: ImportQueue, opener: Opener, panel: PagePanel,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._imports = imports
        self._panel = panel
        self._path: Path | None = None
        self._place: dict[str, Any] = {}
        self._before: str | None = None  # the report that had to make room
        opener.previewAsked.connect(self.show)
        opener.opening.connect(self._another_project)
        opener.refused.connect(self._no_project)
        imports.started.connect(self._tell_waiting)
        imports.changed.connect(self._progress)
        imports.imported.connect(self._imported)
        imports.failed.connect(self._failed)
        imports.idle.connect(self._idle)
        session.documentOpened.connect(self._opened)
        session.documentClosed.connect(self._closed)

    @property
    def is_waiting(self) -> bool:
        """Whether a PDF is shown whose report is on its way."""
        return self._path is not None

    @property
    def is_expecting(self) -> bool:
        """Whether the next report that is read will be opened, the shown one or the first of several."""
        return self.is_waiting or (self._session.review is None and self._imports.is_running)

    def show(self, path: Path, password: str | None = None) -> None:
        if path == self._path and password is None:
            return  # it is shown already
        if self._session.review is not None:
            self._before = self._session.review.document.id
            self.leaving.emit()
        self._session.close_document()
        self._path = path
        self._panel.view.pdf.show(path, password)
        self._panel.show_page()
        self._panel.reading.begin(path)
        self._tell_waiting()

    def _another_project(self, project: Path) -> None:
        self._before = None
        if self._path is not None:
            self._give_up()

    def _no_project(self, *_: object) -> None:
        """Where the project for it does not open, nothing comes of it."""
        if self._path is not None:
            self._give_up()

    def _progress(self) -> None:
        for item in self._imports.items:
            if item.path == self._path and item.state is State.READING:
                self._panel.reading.report(item.done, item.total)
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        self._panel.empty.set_reading(self._imports.coming if self.is_expecting else 0)
        self.waitingChanged.emit(self.is_expecting)

    def _imported(self, path: Path, document: str) -> None:
        """Opens what was waited for; without anything open, the first that comes."""
        if path == self._path or (self._path is None and self._session.review is None):
            self._place = self._panel.view.view_state() if path == self._path else {}
            self._path = None
            self._panel.reading.end()
            self._session.open_document(document)

    def _failed(self, path: Path, reason: str, locked: bool) -> None:
        if path == self._path:
            self._give_up()

    def _idle(self) -> None:
        if self._path is not None and self._session.project is not None:
            self._give_up()  # cancelled

    def _give_up(self) -> None:
        self._path = None
        self._panel.reading.end()
        self._panel.view.pdf.clear()
        self._panel.show_empty()
        self._tell_waiting()
        if self._before is not None:
            self._session.open_document(self._before)

    def _opened(self, review: object) -> None:
        """Where the reader was in the PDF meanwhile, the report stays."""
        place, self._place = self._place, {}
        if place:
            self._panel.view.restore_view_state(place)
        self._path, self._before = None, None
        self._panel.reading.end()
        self._panel.show_page()
        self._tell_waiting()

    def _closed(self) -> None:
        if self._path is None:
            self._panel.show_empty()
            self._tell_waiting()
