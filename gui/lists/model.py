"""The entries of all lists as a table: narrowed down and sorted by itself, because there may be many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QFont

from gui.lists.columns import COLUMNS, details, who
from gui.tables import NOWHERE, Index
from model.folding import folded, needle_of
from model.review import Source

if TYPE_CHECKING:
    from storage.listing import Listed

ENTRY = int(Qt.ItemDataRole.UserRole)
_NUMBERS = ("Page",)


class EntriesModel(QAbstractTableModel):
    """Rows are those entries that fit. A change of a cell is only asked for: `changeAsked`."""

    changeAsked = Signal(object, str, str)  # Listed, field, text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editable = True
        self._all: Sequence[Listed] = ()
        self._texts: Sequence[str] = ()
        self._rows: list[Listed] = []
        self._narrow = ("", "", "", "")
        self._sorting: tuple[int, bool] | None = None

    @property
    def rows(self) -> Sequence[Listed]:
        """The entries that fit, in their order in the table."""
        return self._rows

    @property
    def total(self) -> int:
        return len(self._all)

    def show_entries(self, entries: Sequence[Listed], texts: Sequence[str]) -> None:
        """Other entries; `texts` holds what is looked for in each, as `searched` gives it."""
        self._all, self._texts = entries, texts
        self._refill()

    def narrow(self, words: str = "", kind: str = "", document: str = "", year: str = "") -> None:
        """Only entries with these words, of this list, document (its id) and year; empty: any."""
        self._narrow = (needle_of(words), kind, document, year)
        self._refill()

    def row_of(self, entry: Listed) -> int | None:
        """Where an entry stands now, by its place in its report."""
        place = (entry.node, entry.place)
        return next((row for row, one in enumerate(self._rows) if (one.node, one.place) == place), None)

    # --- Qt's interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(entry)
        if role == Qt.ItemDataRole.EditRole:
            return str(entry.value.get(column.field, "")) if column.field else column.words(entry)
        if role == Qt.ItemDataRole.FontRole and entry.source is Source.SUGGESTED:
            font = QFont()
            font.setItalic(True)
            return font
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        may = self.editable and index.isValid() and COLUMNS[index.column()].field
        return flags | Qt.ItemFlag.ItemIsEditable if may else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = COLUMNS[index.column()]
        if role != Qt.ItemDataRole.EditRole or not column.field:
            return False
        entry = self._rows[index.row()]
        if str(value) != str(entry.value.get(column.field, "")):
            self.changeAsked.emit(entry, column.field, str(value))
        return False  # it is there when the project has it

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._refill()

    # --- rows

    def _refill(self) -> None:
        self.beginResetModel()
        words, kind, document, year = self._narrow
        self._rows = [
            entry
            for entry, text in zip(self._all, self._texts, strict=True)
            if (not words or words in text)
            and (not kind or entry.list == kind)
            and (not document or entry.document == document)
            and (not year or entry.year == year)
        ]
        if self._sorting is not None:
            column, descending = self._sorting
            self._rows.sort(key=_key(column), reverse=descending)
        self.endResetModel()


def searched(entry: Listed) -> str:
    """The words of an entry that can be looked for, case and accents aside."""
    codes = entry.value.get("iso3", ""), entry.value.get("m49", "")
    return folded("\n".join((entry.name, who(entry), details(entry), *codes)))


def _key(column: int) -> Any:
    held = COLUMNS[column]

    def key(entry: Listed) -> Any:
        return entry.page if held.title in _NUMBERS else folded(held.words(entry))

    return key
