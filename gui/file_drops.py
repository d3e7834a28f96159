"""PDFs and projects that are dropped on a widget."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent


class FileDrops:
    """Stands before the widget's class among its bases.

    The widget accepts drops and has a `filesDropped = Signal(list)`, of Path.
    """

    filesDropped: SignalInstance

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.filesDropped.emit(files)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
