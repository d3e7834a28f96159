"""What was taken for what: a table of counts, a row for each value that people gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.theme import ROW

NOTHING = "nothing"
_FAINTEST, _FULL = 24, 150  # of 255: how far a cell's ground takes on the colour


class ConfusionTable(QTableWidget):
    """A click or Enter on a cell asks for its entries. The darker a cell, the more of its row are in it."""

    asked = Signal(str, str)  # the value that was given, and the one suggested; empty for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What was taken for what")
        self.setToolTip("Rows are what people said, columns what was suggested. Click to list the entries.")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cellClicked.connect(self._ask)
        self.cellActivated.connect(self._ask)
        self._given: list[str] = []
        self._suggested: list[str] = []

    def show_counts(self, counts: Mapping[tuple[str, str], int], name: Callable[[str], str]) -> None:
        """`counts` by what was given and what was suggested; `name` is a value's word."""
        self._given = sorted({given for given, _ in counts})
        self._suggested = sorted({suggested for _, suggested in counts}, key=lambda one: (not one, one))
        self.clear()
        self.setRowCount(len(self._given))
        self.setColumnCount(len(self._suggested))
        self.setVerticalHeaderLabels([name(one) for one in self._given])
        self.setHorizontalHeaderLabels([name(one) if one else NOTHING for one in self._suggested])
        for row, given in enumerate(self._given):
            total = sum(counts.get((given, other), 0) for other in self._suggested)
            for column, suggested in enumerate(self._suggested):
                count = counts.get((given, suggested), 0)
                said = name(suggested) if suggested else NOTHING
                words = f"{count:,} given as {name(given)}, suggested as {said}"
                self.setItem(row, column, self._cell(count, total, given == suggested, words))

    def _cell(self, count: int, total: int, right: bool, words: str) -> QTableWidgetItem:
        item = QTableWidgetItem(f"{count:,}" if count else "·")
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        if count:
            role = QPalette.ColorRole.Accent if right else QPalette.ColorRole.BrightText
            ground = QColor(self.palette().color(role))
            ground.setAlpha(round(_FAINTEST + (_FULL - _FAINTEST) * count / total))
            item.setBackground(ground)
            font = item.font()
            font.setBold(right)
            item.setFont(font)
        else:
            item.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        return item

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions."""

    def _ask(self, row: int, column: int) -> None:
        self.asked.emit(self._given[row], self._suggested[column])
