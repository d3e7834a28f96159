"""A list of lines as the panels of the left side show them: headings, and entries with words below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from gui.tables import NOWHERE, Index
from model.labels import Span, Status
from model.schemes import Label

LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Line:
    """`text` may take up to `most` lines; `detail` stands below it, `note` at the end of the first line.

    `bold` are words of the text, `picture` is an icon's name, tinted by `status`; `role` is a bar at the
    edge. What is only `suggested` is italic, and its bar broken. A heading cannot be chosen. `data` is what
    the panel goes by.
    """

    key: str
    text: str
    detail: str = ""
    note: str = ""
    bold: tuple[Span, ...] = ()
    picture: str = ""
    status: Status | None = None
    role: Label | None = None
    suggested: bool = False
    heading: bool = False
    faded: bool = False
    most: int = 2
    tip: str = ""
    data: Any = None

    @property
    def spoken(self) -> str:
        """For screen readers: everything that the eye sees, colour and icon too."""
        state = self.status.value if self.status is not None else ""
        role = self.role.name if self.role is not None else ""
        return ", ".join(filter(None, (self.text, state, role, self.note, self.detail)))


class LinesModel(QAbstractListModel):
    """Holds the lines; those that stay when the list is set again keep their selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    @property
    def lines(self) -> list[Line]:
        return list(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]

    def set_lines(self, lines: Sequence[Line]) -> None:
        fresh = list(lines)
        if fresh == self._lines:
            return
        if [line.key for line in fresh] == [line.key for line in self._lines]:
            self._lines = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a line; -1 if there is none."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usual if self.line(index.row()).heading else usual | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == LINE:
            return self.line(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(index.row()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.line(index.row()).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.line(index.row()).tip or None
        return None
