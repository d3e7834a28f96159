"""The item model of the documents panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gui.library.items import Item
from gui.tables import Index

ITEM = Qt.ItemDataRole.UserRole


class LibraryModel(QAbstractListModel):
    """A list of Items. Lines that only look different keep their place and their selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    @property
    def items(self) -> list[Item]:
        return list(self._items)

    def set_items(self, items: Sequence[Item]) -> None:
        """Brings the list up to date with the fewest signals that views need."""
        fresh = list(items)
        if [item.key for item in fresh] != [item.key for item in self._items]:
            self._rearrange(fresh)
            return
        for row, item in enumerate(fresh):
            self._replace(row, item)

    def row_of(self, key: str) -> int:
        """The row of a line; -1 if there is none."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def _rearrange(self, fresh: list[Item]) -> None:
        kept = {item.key for item in fresh}
        for row in reversed(range(len(self._items))):
            if self._items[row].key not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._items[row]
                self.endRemoveRows()
        there = {item.key for item in self._items}
        for row, item in enumerate(fresh):
            if row < len(self._items) and self._items[row].key == item.key:
                self._replace(row, item)
            elif item.key not in there:
                self.beginInsertRows(QModelIndex(), row, row)
                self._items.insert(row, item)
                self.endInsertRows()
            else:  # further down: what stands above it is in order already
                old = self.row_of(item.key)
                self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
                self._items.insert(row, self._items.pop(old))
                self.endMoveRows()
                self._replace(row, item)

    def _replace(self, row: int, item: Item) -> None:
        if self._items[row] != item:
            self._items[row] = item
            place = self.index(row)
            self.dataChanged.emit(place, place)

    # --- Qt's questions --------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.description
        return None
