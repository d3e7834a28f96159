"""A table of figures: precision, recall and F1, with the counts that they are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.theme import ROW
from model.learning.measures import Evaluation, OfValue

_VALUE = Qt.ItemDataRole.UserRole
_NUMBERS = ("Precision", "Recall", "F1", "Given", "Suggested", "Right")
_OF_REPORT = ("Exactly right", "Micro F1", "Macro F1", "Decisions")


class FigureTable(QTableWidget):
    """A click or Enter on a row asks for what it stands for."""

    asked = Signal(str)

    def __init__(self, name: str, first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.cellClicked.connect(self._ask)
        self.cellActivated.connect(self._ask)

    def show_rows(self, rows: Sequence[tuple[str, str, OfValue]]) -> None:
        """A label in each row: its word, its value, its figures. Of what nobody gave or suggested there is
        no recall or precision."""
        self._show(
            _NUMBERS,
            [
                (words, value, [_share(one.precision, one.suggested), _share(one.recall, one.given),
                                f"{one.f1:.2f}", f"{one.given:,}", f"{one.suggested:,}", f"{one.right:,}"])
                for words, value, one in rows
            ],
        )  # fmt: skip

    def show_evaluations(self, rows: Sequence[tuple[str, str, Evaluation]]) -> None:
        """A report in each row: its name, its id, its figures."""
        self._show(
            _OF_REPORT,
            [
                (words, value, [f"{100 * one.accuracy:.1f} %", f"{one.micro_f1:.2f}", f"{one.macro_f1:.2f}",
                                f"{one.examples:,}"])
                for words, value, one in rows
            ],
        )  # fmt: skip

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions."""

    def _show(self, heads: Sequence[str], rows: Sequence[tuple[str, str, list[str]]]) -> None:
        self.setColumnCount(1 + len(heads))
        self.setRowCount(len(rows))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        begin = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        aside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, title in enumerate([self._first, *heads]):
            head = QTableWidgetItem(title)
            head.setTextAlignment(aside if column else begin)
            self.setHorizontalHeaderItem(column, head)
        for row, (words, value, figures) in enumerate(rows):
            first = QTableWidgetItem(words)
            first.setData(_VALUE, value)
            first.setToolTip(words)
            self.setItem(row, 0, first)
            for column, figure in enumerate(figures, 1):
                item = QTableWidgetItem(figure)
                item.setTextAlignment(aside)
                self.setItem(row, column, item)

    def _ask(self, row: int, column: int) -> None:
        self.asked.emit(self.model().index(row, 0).data(_VALUE))


def _share(share: float, of: int) -> str:
    return f"{share:.2f}" if of else "–"
