"""A vocabulary's concepts as a tree, or those that were found; only what is seen is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from gui.tables import NOWHERE, Index
from model.labels import Slot
from model.vocabularies import Concept, Vocabulary

CONCEPT = int(Qt.ItemDataRole.UserRole)
_NONE = Vocabulary("", Slot.THEMES, ())


class _Place:
    """A concept at one place of the tree; one with several broader concepts has several."""

    __slots__ = ("below", "concept", "parent", "row")

    def __init__(self, concept: Concept | None, parent: _Place | None, row: int) -> None:
        self.concept = concept
        self.parent = parent
        self.row = row
        self.below: list[_Place] | None = None


def _root(concepts: Sequence[Concept]) -> _Place:
    root = _Place(None, None, 0)
    root.below = [_Place(one, root, row) for row, one in enumerate(concepts)]
    return root


class ConceptsModel(QAbstractItemModel):
    """Columns: label, code."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = _NONE
        self._flat = False
        self._root = _root(())

    def show_tree(self, vocabulary: Vocabulary) -> None:
        self._vocabulary, self._flat = vocabulary, False
        self._reset(vocabulary.below())

    def show_found(self, found: Sequence[Concept]) -> None:
        """Only these, without what is below them."""
        self._flat = True
        self._reset(found)

    def _reset(self, concepts: Sequence[Concept]) -> None:
        before = self._root  # lives until no view's index points into it
        self.beginResetModel()
        self._root = _root(concepts)
        self.endResetModel()
        del before

    def _below(self, place: _Place) -> list[_Place]:
        if place.below is None:
            assert place.concept is not None
            concepts = () if self._flat else self._vocabulary.below(place.concept.code)
            place.below = [_Place(one, place, row) for row, one in enumerate(concepts)]
        return place.below

    def _place(self, index: Index) -> _Place:
        place = index.internalPointer() if index.isValid() else self._root
        assert isinstance(place, _Place)
        return place

    def index(self, row: int, column: int = 0, parent: Index = NOWHERE) -> QModelIndex:
        below = self._below(self._place(parent))
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index = NOWHERE) -> Any:
        if not index.isValid():
            return QModelIndex()
        above = self._place(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._below(self._place(parent)))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # fmt: skip
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return ("Concept", "Code")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        concept = self._place(index).concept
        assert concept is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return concept.label() if index.column() == 0 else concept.code
        if role == Qt.ItemDataRole.ToolTipRole:
            return concept.definition or None
        return concept if role == CONCEPT else None
