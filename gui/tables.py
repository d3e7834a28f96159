"""What lists and tables have in common: places in their models, rows high enough to be read and hit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import ROW

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Rows(QStyledItemDelegate):
    """Draws as usual, in rows of the window's height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(ROW, size.height()))


class Names(Rows):
    """Printed numbers and reports' names: the end of "Recommendation 2" tells it from others."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
