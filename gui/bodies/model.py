"""Names of bodies as a table: each as printed, the project's name for it, and how often it stands where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from gui.tables import NOWHERE, Index
from model.bodies import Bodies
from model.folding import needle_of

if TYPE_CHECKING:
    from storage.printed_names import Printed

PRINTED = int(Qt.ItemDataRole.UserRole)
NAME = 1  # the column of the project's names
TITLES = ("As printed", "Name for the project", "Asked", "Speaking", "In lists", "Reports")
_TIPS = (
    "",
    "The one name of a body in lists and datasets; the printed words stay",
    "How often recommendations ask it",
    "How many recommendations are its word",
    "How often it is in lists: who attended, who spoke",
    "Reports that name it",
)
_USES = {2: "addressee", 3: "speaking", 4: "listed"}
_TO_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class NamesModel(QAbstractTableModel):
    """Rows are those names that fit, names of one body together. A change is only asked for: `nameAsked`."""

    nameAsked = Signal(object, str)  # Printed, the name typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editable = True
        self._all: list[tuple[Printed, str, str]] = []  # with the project's name, and the words to look for
        self._rows: list[tuple[Printed, str, str]] = []
        self._words, self._use = "", ""
        self._sorting: tuple[int, bool] = (-1, False)

    @property
    def total(self) -> int:
        return len(self._all)

    def show_names(self, names: Sequence[Printed], bodies: Bodies) -> None:
        found = [(one, bodies.get(one.name) or "") for one in names]
        # Names of one body stand together, where the body's name stands in the alphabet.
        found.sort(key=lambda one: (needle_of(one[1] or one[0].name), needle_of(one[0].name), one[0].name))
        self._all = [(one, name, needle_of(f"{one.name}\n{name}")) for one, name in found]
        self._refill()

    def narrow(self, words: str = "", use: str = "") -> None:
        """Only names with these words, that are used so; empty: any."""
        self._words, self._use = needle_of(words), use
        self._refill()

    def row_of(self, printed: str) -> int | None:
        return next((row for row, (one, *_) in enumerate(self._rows) if one.name == printed), None)

    def name_at(self, row: int) -> str:
        """The project's name, or an empty text."""
        return self._rows[row][1]

    def names_of(self, body: str) -> list[str]:
        """The names as printed of a body."""
        return [one.name for one, name, _ in self._all if name == body]

    # --- Qt's interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section > NAME:
            return _TO_THE_RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return _TIPS[section] or None
        return TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, name, _ = self._rows[index.row()]
        if role == PRINTED:
            return one
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column > NAME:
            return _TO_THE_RIGHT
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return name or one.name
        if role == Qt.ItemDataRole.ToolTipRole and column <= NAME:
            return one.name if column == 0 else name
        return _shown(one, name, column) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        may = self.editable and index.isValid() and index.column() == NAME
        return flags | Qt.ItemFlag.ItemIsEditable if may else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            one, name, _ = self._rows[index.row()]
            text = str(value).strip()
            # What was proposed and left as it was is not a name that somebody gave.
            if text not in (name, one.name if not name else None):
                self.nameAsked.emit(one, text)
        return False  # it is there when the project has it

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder)
        self._refill()

    # --- rows

    def _refill(self) -> None:
        self.beginResetModel()
        self._rows = [
            row
            for row in self._all
            if self._words in row[2] and (not self._use or any(use == self._use for use in row[0].uses))
        ]
        column, descending = self._sorting
        if column > NAME:
            self._rows.sort(key=lambda row: _count(row[0], column), reverse=descending)
        elif column == NAME:
            self._rows.sort(key=lambda row: needle_of(row[1]), reverse=descending)
        elif column == 0:
            self._rows.sort(key=lambda row: needle_of(row[0].name), reverse=descending)
        self.endResetModel()


def _count(one: Printed, column: int) -> int:
    use = _USES.get(column)
    return one.reports if use is None else sum(times for of, times in one.uses.items() if of == use)


def _shown(one: Printed, name: str, column: int) -> str:
    if column <= NAME:
        return name if column else one.name
    return f"{count:,}" if (count := _count(one, column)) else ""
