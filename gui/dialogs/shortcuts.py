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
        rows = key_table(actions.specs.values())
        self.table = QTableWidget(len(rows), len(_HEADS), self)
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
        bold = QFont(self.font())
        bold.setBold(True)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                if column == len(texts) - 1:
                    cell.setFont(bold)
                self.table.setItem(row, column, cell)
        buttons = buttons_for(self, leave="Close")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _narrow(self, text: str) -> None:
        wanted = plain(text).split()
        cells = self.table.model()
        for row in range(self.table.rowCount()):
            words = plain(" ".join(cells.index(row, column).data() for column in range(len(_HEADS))))
            self.table.setRowHidden(row, not all(word in words for word in wanted))
