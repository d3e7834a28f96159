"""The table of the follow-up: a row for each answer, and for each recommendation without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QFont

from gui.tables import NOWHERE, Index
from gui.texts import place_words
from model.folding import folded, needle_of

if TYPE_CHECKING:
    from storage.follow_up import FollowUp
    from storage.recommendations import EntryText

ROW = int(Qt.ItemDataRole.UserRole)
TITLES = ("No.", "Recommendation", "Report", "Response", "Answered by", "State")
_SUGGESTED = "suggested"
_OWN = (3, 4, 5)  # the columns that a suggestion is about
_REPORTS = (2, 4)  # those that name a report
_LONGEST = 300  # letters of a text in a row
# Of more rows than this nobody reads all, and a view takes its time for each.
MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the words of their cells, as shown and without case and accents. `table_of` makes it in the
    background, because it takes its time."""

    rows: Sequence[FollowUp] = ()
    cells: Sequence[tuple[str, ...]] = ()
    small: Sequence[tuple[str, ...]] = ()
    found: Sequence[str] = ()


def table_of(rows: Sequence[FollowUp]) -> Table:
    """The rows with what their cells show, and with that in small letters, for the filter and for sorting."""
    cells = [_cells(row) for row in rows]
    small = [tuple([folded(cell) for cell in row]) for row in cells]
    return Table(rows, cells, small, [" ".join(row) for row in small])


class FollowUpModel(QAbstractTableModel):
    """Holds all rows, and shows those that fit; rows are in the reports' order until a column is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table()
        self._fitting: list[int] = []
        self._shown: list[int] = []
        self._fits: Callable[[FollowUp], bool] | None = None
        self._words: list[str] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> list[FollowUp]:
        """Those that are shown, in their order."""
        return [self._table.rows[place] for place in self._shown]

    @property
    def all_fitting(self) -> list[FollowUp]:
        """Those that fit, in their order; of very many only the first are shown."""
        return [self._table.rows[place] for place in self._fitting]

    @property
    def fitting(self) -> int:
        return len(self._fitting)

    def narrow(self, fits: Callable[[FollowUp], bool] | None, words: str, table: Table | None = None) -> None:
        """Only rows that fit, and hold all these words; of another table, where one is given."""
        self._table = table or self._table
        self._fits, self._words = fits, needle_of(words).split()
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if column >= 0 else None
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        rows, small, found = self._table.rows, self._table.small, self._table.found
        shown = [place for place, row in enumerate(rows) if self._fits is None or self._fits(row)]
        for word in self._words:
            shown = [place for place in shown if word in found[place]]
        if self._sorted is not None:
            column, order = self._sorted
            shown.sort(key=lambda place: small[place][column], reverse=order is Qt.SortOrder.DescendingOrder)
        self._fitting = shown
        self._shown = shown[:MOST_ROWS]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._shown[index.row()]
        row = self._table.rows[place]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in _REPORTS:
            return _whole_name(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.cells[place][index.column()]
        if role == Qt.ItemDataRole.FontRole and row.stand.value == _SUGGESTED and index.column() in _OWN:
            font = QFont()
            font.setItalic(True)
            return font
        return row if role == ROW else None


def _cells(row: FollowUp) -> tuple[str, ...]:
    asked = row.recommendation
    answer = "" if row.answer is None else where(row.answer)
    response = row.response.value.capitalize() if row.response is not None else ""
    state = row.stand.value.capitalize()
    if row.number:
        state += f" by {row.number}"
    return asked.printed, asked.text[:_LONGEST], asked.report.name, response, answer, state


def where(entry: EntryText) -> str:
    """Where an entry stands: its number, page and report; of a whole report its name."""
    if not entry.node:
        return entry.report.name
    return place_words(entry.printed, entry.page, entry.report.name)


def _whole_name(row: FollowUp, column: int) -> str:
    """The name and the title of the report that a cell names, below where in it the answer is."""
    if column == _REPORTS[0]:
        return row.recommendation.report.whole
    if row.answer is None:
        return ""
    title = row.answer.report.title
    return "\n".join(filter(None, (where(row.answer), title)))
