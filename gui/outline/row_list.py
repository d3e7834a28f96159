"""Rows in a flat list of which Qt is told step by step, so that its views keep their place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject

from gui.outline.rows import Insert, Move, Remove, Row, Step
from gui.tables import NOWHERE, Index


class RowList(QAbstractListModel):
    """The rows, and where each entry has its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._places: dict[str, int] | None = None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    # --- looking up

    def row_of(self, node_id: str) -> int | None:
        return self.row_places().get(node_id)

    def has_rows(self, ids: Iterable[str]) -> bool:
        """Whether each of them has a row."""
        return self.row_places().keys() >= set(ids)

    def below(self, row: int) -> int:
        """How many rows after this one hang below it."""
        depth, last = self.rows[row].depth, row + 1
        while last < len(self.rows) and self.rows[last].depth > depth:
            last += 1
        return last - row - 1

    def above(self, row: int) -> int | None:
        """The row that this one hangs below."""
        depth = self.rows[row].depth
        return next((at for at in range(row - 1, -1, -1) if self.rows[at].depth < depth), None)

    def row_places(self) -> dict[str, int]:
        """Where each entry has its row."""
        if self._places is None:
            self._places = {row.node: at for at, row in enumerate(self.rows)}
        return self._places

    # --- what comes, goes and moves

    def take_step(self, step: Step, start: int, wished: list[Row]) -> None:
        """Takes one step; it counts rows from `start`, where the wished ones are to be."""
        if isinstance(step, Remove):
            first, last = start + step.first, start + step.first + step.rows
            self.beginRemoveRows(NOWHERE, first, last - 1)
            del self.rows[first:last]
            self._places = None
            self.endRemoveRows()
        elif isinstance(step, Move):
            first, last, to = start + step.first, start + step.first + step.rows, start + step.to
            self.beginMoveRows(NOWHERE, first, last - 1, NOWHERE, to)
            self.rows[to:last] = self.rows[first:last] + self.rows[to:first]
            self._places = None
            self.endMoveRows()
        elif isinstance(step, Insert):
            first, last = start + step.first, start + step.first + step.rows
            self.beginInsertRows(NOWHERE, first, last - 1)
            self.rows[first:first] = wished[step.first : step.first + step.rows]
            self._places = None
            self.endInsertRows()
        else:
            self._reorder(start, step.ids)

    def _reorder(self, first: int, ids: tuple[str, ...]) -> None:
        self.layoutAboutToBeChanged.emit([], QAbstractItemModel.LayoutChangeHint.VerticalSortHint)
        before = self.persistentIndexList()
        nodes = [self.rows[index.row()].node for index in before]
        last = first + len(ids)
        rows = {row.node: row for row in self.rows[first:last]}
        self.rows[first:last] = [rows[node_id] for node_id in ids]
        self._places = None
        places = self.row_places()
        self.changePersistentIndexList(before, [self.index(places[node]) for node in nodes])
        self.layoutChanged.emit([], QAbstractItemModel.LayoutChangeHint.VerticalSortHint)
