"""Who is in the lists, year by year: in how many reports of each year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from gui.lists.columns import who
from gui.tables import NOWHERE, Index
from model.folding import folded

if TYPE_CHECKING:
    from storage.listing import Listed

_UNDATED = "No date"
_TO_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PivotModel(QAbstractTableModel):
    """Rows are States and organizations, columns years; the last column counts all reports."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.years: list[str] = []
        self._rows: list[tuple[str, list[int]]] = []

    def show_entries(self, entries: Iterable[Listed]) -> None:
        """Counts entries again; one that is several times in a report counts once."""
        seen = {(who(entry), entry.year, entry.document) for entry in entries}
        counts: dict[str, dict[str, int]] = {}
        for name, year, _ in seen:
            if name:
                of_name = counts.setdefault(name, {})
                of_name[year] = of_name.get(year, 0) + 1
        self.beginResetModel()
        self.years = sorted({year for of_name in counts.values() for year in of_name})
        rows = [(name, [of_name.get(year, 0) for year in self.years]) for name, of_name in counts.items()]
        self._rows = sorted(((name, [*row, sum(row)]) for name, row in rows), key=lambda row: folded(row[0]))
        self.endResetModel()

    def name_at(self, row: int) -> str:
        return self._rows[row][0]

    # --- Qt's interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self.years) + 2

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _TO_THE_RIGHT
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return "State or organization"
        return self.years[section - 1] or _UNDATED if section <= len(self.years) else "Reports"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, counts = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return name
            return str(counts[index.column() - 1] or "")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _TO_THE_RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        if column <= 0:
            self._rows.sort(key=lambda row: folded(row[0]))
        else:
            self._rows.sort(key=lambda row: row[1][column - 1])
        if order == Qt.SortOrder.DescendingOrder:
            self._rows.reverse()
        self.endResetModel()
