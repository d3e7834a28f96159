"""Every key of the window, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.action_set import ActionSet, key_table
from gui.dialogs.buttons import buttons_for
from gui.search_field import FindField
from gui.theme import BETWEEN, ROW, size_window
from model.folding import plain

_HEADS = ("Menu", "Action", "Keys")


class ShortcutsDialog(QDialog):
    """A table, and a field that narrows it."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        size_window(self, 720, 560)
        self.filter = FindField(self, hint="Type to find a key or an action", name="Find a key or an action")
        self.filter.textChanged.connect(self._narrow)
        self._rows = key_table(actions.specs.values())
        self.table = QTableWidget(0, len(_HEADS), self)
        self.filter.leads_to(self.table)
        self.table.setHorizontalHeaderLabels(_HEADS)
        self.table.setAccessibleName("Keys")
        self.table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setHighlightSections(False)
        self._narrow("")
        buttons = buttons_for(self, leave="Close")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _narrow(self, text: str) -> None:
        wanted = plain(text).split()
        rows = [row for row in self._rows if all(word in plain(" ".join(row)) for word in wanted)]
        bold = QFont(self.font())
        bold.setBold(True)
        self.table.clearContents()
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, cell in enumerate(map(QTableWidgetItem, texts)):
                if _HEADS[column] == "Keys":
                    cell.setFont(bold)
                self.table.setItem(row, column, cell)
