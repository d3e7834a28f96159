"""What of a file of labels could not be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QVBoxLayout, QWidget

from gui.dialogs.buttons import buttons_for
from gui.tables import Rows
from gui.theme import BETWEEN, size_window

if TYPE_CHECKING:
    from storage.importing_labels import ImportedLabels


class UnusedDialog(QDialog):
    """What of a file could not be used, and why: a line each."""

    def __init__(self, name: str, outcome: ImportedLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Labels from {name}")
        size_window(self, 640, 420)
        about = QLabel(f"{outcome.summary}. These were left out:", self)
        about.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setItemDelegate(Rows(self.list))
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.addItems(outcome.listed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(about)
        layout.addWidget(self.list)
        layout.addWidget(buttons_for(self, leave="Close"))
