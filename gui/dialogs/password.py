"""Asks for the password of a PDF. It is used for reading the file and never stored."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.buttons import buttons_for
from gui.texts import breakable
from gui.theme import BETWEEN

_WIDE = 360  # pixels, however long the file's name is


class PasswordDialog(QDialog):
    given = Signal(Path, str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle("Password")
        words = QLabel(breakable(f"{path.name} needs a password to open."), self, wordWrap=True)
        words.setMinimumWidth(_WIDE)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Password")
        buttons = buttons_for(self, "Open")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN)
        column.setSpacing(BETWEEN)
        column.addWidget(words)
        column.addWidget(self.field)
        column.addWidget(buttons)
        self._open_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.field.textChanged.connect(self._check)
        self.accepted.connect(self._tell)
        self._check()

    def _check(self) -> None:
        self._open_button.setEnabled(bool(self.field.text()))

    def _tell(self) -> None:
        self.given.emit(self._path, self.field.text())
