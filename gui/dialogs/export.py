"""Asks what to export and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.buttons import buttons_for
from gui.theme import BETWEEN, INSIDE

# The exporters' names, their names for people, and what each is good for.
FORMATS = (
    ("jsonl", "JSON Lines", "for programs: one entry a line, with everything"),
    ("csv", "CSV", "for spreadsheets: one entry a row"),
)


class ExportDialog(QDialog):
    """`chosen` says formats and folder; whoever listens writes."""

    chosen = Signal(list, Path)

    def __init__(self, formats: list[str], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the dataset")
        self.boxes = {name: QCheckBox(label, self) for name, label, _ in FORMATS}
        self.folder = QLineEdit(str(folder), self)
        self.folder.setMinimumWidth(380)
        self.folder.setAccessibleName("Folder")
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * BETWEEN)
        grid.setVerticalSpacing(INSIDE)
        for row, (name, _, use) in enumerate(FORMATS):
            self.boxes[name].setChecked(name in formats)
            self.boxes[name].toggled.connect(self._check)
            about = QLabel(use, self)
            about.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            grid.addWidget(self.boxes[name], row, 0)
            grid.addWidget(about, row, 1)
        grid.setColumnStretch(1, 1)
        browse = QPushButton("Choose…", self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        where = QHBoxLayout()
        where.setSpacing(INSIDE)
        where.addWidget(self.folder, 1)
        where.addWidget(browse)
        self._buttons = buttons_for(self, "Export")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN)
        column.setSpacing(BETWEEN)
        column.addLayout(grid)
        column.addSpacing(INSIDE)
        column.addWidget(QLabel("Folder", self))
        column.addLayout(where)
        column.addSpacing(INSIDE)
        column.addWidget(self._buttons)
        self.folder.textChanged.connect(self._check)
        self.accepted.connect(self._tell)
        self._check()

    @property
    def formats(self) -> list[str]:
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _check(self, *_: object) -> None:
        fine = bool(self.formats) and bool(self.folder.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fine)

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Folder for the dataset", self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _tell(self) -> None:
        self.chosen.emit(self.formats, Path(self.folder.text().strip()).expanduser())
