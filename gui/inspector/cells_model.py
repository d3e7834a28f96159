"""The cells of a table as Qt's model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from gui.page.style import hit_color
from gui.tables import NOWHERE, Index
from gui.texts import direction_of
from model.cells import Cells, words_at
from model.sequences import same_at_start


class CellsModel(QAbstractTableModel):
    """The cells, with an empty row and column behind them in which new ones are typed."""

    typed = Signal(int, int, str)  # row, column, words

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells: Cells = ()
        self.width = 0  # how many columns have words
        self._height = 0
        self._writable = True
        self._found: frozenset[tuple[int, int]] = frozenset()

    @property
    def writable(self) -> bool:
        return self._writable

    def set_writable(self, writable: bool) -> None:
        self.beginResetModel()
        self._writable = writable
        self.endResetModel()

    def show_cells(self, cells: Cells) -> None:
        """Another table."""
        self.beginResetModel()
        self.cells, self._height, self.width = cells, len(cells), _width(cells)
        self.endResetModel()

    def show_found(self, places: Iterable[tuple[int, int]]) -> bool:
        """Marks cells in which words were found, by (row, column); whether these are others than before."""
        found = frozenset(places)
        if found == self._found:
            return False
        self._found = found
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.BackgroundRole])
        return True

    def follow(self, cells: Cells) -> None:
        """The same table after an edit: what is selected, and what is being typed into a cell, stays."""
        same = same_at_start(self.cells, cells)
        are_behind = same == len(self.cells)
        self.cells = cells
        more = len(cells) - self._height
        if more > 0:
            first = self.rowCount() if are_behind else same  # the empty row is the first of the new ones
            self.beginInsertRows(NOWHERE, first, first + more - 1)
            self._height = len(cells)
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(NOWHERE, same, same - more - 1)
            self._height = len(cells)
            self.endRemoveRows()
        self._follow_width(_width(cells))
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _follow_width(self, width: int) -> None:
        more = width - self.width
        if more > 0:
            self.beginInsertColumns(NOWHERE, self.columnCount(), self.columnCount() + more - 1)
            self.width = width
            self.endInsertColumns()
        elif more < 0:
            self.beginRemoveColumns(NOWHERE, width, width - more - 1)
            self.width = width
            self.endRemoveColumns()

    # --- Qt's interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._height + self._writable

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.width + self._writable

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return column_name(section) if section < self.width else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = words_at(self.cells, index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.BackgroundRole:
            return hit_color(current=False) if (index.row(), index.column()) in self._found else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or "empty"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            to_left = direction_of(words) is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if self._writable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | editable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = " ".join(str(value).split())
        if words != words_at(self.cells, index.row(), index.column()):
            self.typed.emit(index.row(), index.column(), words)
        return True


def column_name(column: int) -> str:
    """As in spreadsheets: A, B, ..., Z, AA."""
    above, own = divmod(column, 26)
    return (column_name(above - 1) if above else "") + chr(ord("A") + own)


def _width(cells: Cells) -> int:
    return max(map(len, cells), default=0)
