"""Asks for the reviewer's name, at first and when somebody else goes on: it stands beside every decision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.buttons import buttons_for
from gui.theme import BETWEEN
from model.user_name import system_name

LONGEST = 80


class NameDialog(QDialog):
    """Enter is enough at first: the system's name for the user is there already. With the name of who has
    reviewed so far, closing changes nothing."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None, known: str = "") -> None:
        super().__init__(parent)
        self._known = known
        self.setWindowTitle("Your name")
        words = QLabel(
            "Every decision is kept with the name of the person who made it.\nWhat is your name?", self
        )
        self.field = QLineEdit(known or system_name(), self)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName("Your name")
        self.field.selectAll()
        self._buttons = buttons_for(
            self, "Go on" if known else "Start reviewing", leave="Cancel" if known else ""
        )
        self.field.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN, 2 * BETWEEN)
        column.setSpacing(BETWEEN)
        column.addWidget(words)
        column.addWidget(self.field)
        column.addWidget(self._buttons)
        self.finished.connect(self._tell)
        self._check(self.field.text())

    @property
    def name(self) -> str:
        return " ".join(self.field.text().split()) or self._known or system_name()

    def _check(self, text: str) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(text.strip()))

    def _tell(self, result: int) -> None:
        """At first also where the question was closed: a decision has to be somebody's."""
        if not self._known or (result and self.name != self._known):
            self.named.emit(self.name)
