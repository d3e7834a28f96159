"""PDFs and projects that are dropped on a widget, or on one in it that takes no drops itself: fields of the
window take none, or a file's path would be typed into them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from gui.drop_hint import DropHint


class FileDrops:
    """Stands before the widget's class among its bases.

    The widget accepts drops and has a `filesDropped = Signal(list)`, of Path.
    """

    filesDropped: SignalInstance
    drop_hint: DropHint | None = None  # made when files are dragged here

    def words_of_drop(self, files: list[Path]) -> str:
        """What dropping them here would do."""
        return "Drop to add"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = _files(event)
        if files:
            event.acceptProposedAction()
            if self.drop_hint is None:
                self.drop_hint = DropHint(self)  # type: ignore[arg-type]
            self.drop_hint.say(self.words_of_drop(files))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_ends()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_ends()
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.filesDropped.emit(files)

    def _drop_ends(self) -> None:
        if self.drop_hint is not None:
            self.drop_hint.say("")


def _files(event: QDropEvent) -> list[Path]:
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [Path(name) for name in names if name and "\0" not in name]  # no system has others
