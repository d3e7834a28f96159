"""PDFs and projects that are dropped on a widget, or on one in it that takes no drops itself: fields of the
window take none, or a file's path would be typed into them."""

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
