"""What a dialog's table shows, written as CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from gui.message_bar import MessageBar, Tone
from gui.relay import value_of
from gui.session import Session
from model.plurals import counted
from model.writing import replacing

if TYPE_CHECKING:
    from concurrent.futures import Future

Write = Callable[[Sequence[Any], IO[str]], int]


class CsvExport(QObject):
    """Its `button` asks for a file; the rows are written into it in the background, and `bar` says so.

    `what` stands in the file's name; `rows` gives what is shown, in its order, and `write` writes it.
    """

    def __init__(self, session: Session, what: str, rows: Callable[[], Sequence[Any]], write: Write,
                 bar: MessageBar, dialog: QWidget) -> None:  # fmt: skip
        super().__init__(dialog)
        self._session = session
        self._what = what
        self._rows = rows
        self._write = write
        self._bar = bar
        self._dialog = dialog
        self.button = QPushButton("Export as CSV…", dialog)
        self.button.setToolTip("Write the rows that are shown")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask_file)

    def write(self, path: Path) -> None:
        rows = tuple(self._rows())
        self._session.run(_write, self._write, rows, path, done=partial(self._written, path))

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self._session.project.path.stem if self._session.project is not None else "project"
        dialog = QFileDialog(self._dialog, "Export as CSV", folder or str(Path.home()), "CSV files (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{name}.{self._what}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        self.write(Path(name))

    def _written(self, path: Path, future: Future[int]) -> None:
        rows = value_of(future, self._bar.say)
        if rows is not None:
            verb = "is" if rows == 1 else "are"
            self._bar.say(f"{counted(rows, 'row')} {verb} in {path.name}.", tone=Tone.DONE)


def _write(write: Write, rows: Sequence[Any], path: Path) -> int:
    with replacing(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as file:
        return write(rows, file)
