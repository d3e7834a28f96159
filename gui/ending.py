"""The end of a window: what is running is finished or cancelled, then the application may quit."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Ending(QObject):
    """Imports stop, a project that is not open yet takes the files that are for it, the place is noted, edits
    are committed, the project is closed, processes end."""

    over = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.begun = False
        self.is_over = False
        self._stopped = False

    def begin(self) -> None:
        if self.begun:
            return
        self.begun = True
        imports, opener = self._window.imports, self._window.opener
        imports.idle.connect(self._came_to_rest, Qt.ConnectionType.QueuedConnection)
        opener.refused.connect(self._came_to_rest, Qt.ConnectionType.QueuedConnection)
        self._window.again.cancel()
        opener.leave()
        imports.break_off()
        self._window.jobs.cancel_all()

    def _came_to_rest(self) -> None:
        if not self._stopped and self._window.imports.is_idle and not self._window.opener.is_opening:
            self._stopped = True
            self._window.place.note_last(self._place_noted)

    def _place_noted(self, future: Future[None]) -> None:
        # A place that cannot be written (a full disk) is no reason to stay.
        self._window.session.close(self._session_closed)

    def _session_closed(self) -> None:
        if self._window.side.is_made("doubts"):
            self._window.doubts.finder.close()
        self._window.page_view.pdf.close()
        self._window.imports.close()
        self._window.again.close()
        self._window.settings.flush()
        self._window.worker.close()
        self.is_over = True
        self.over.emit()
