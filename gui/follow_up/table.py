"""The view of the follow-up's table, walked by keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from gui.tables import Names, Rows

_KEYS = {Qt.Key.Key_A: "accept", Qt.Key.Key_X: "refuse", Qt.Key.Key_L: "link"}


class FollowUpTable(QTreeView):
    """`asked` says what a key or a double click means."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Follow-up")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setItemDelegate(Rows(self))
        for column in (0, 2):  # the number, the report
            self.setItemDelegateForColumn(column, Names(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self._double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.asked.emit("answer" if held else "recommendation")
        elif key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.asked.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions."""

    def _double_clicked(self, index: QModelIndex) -> None:
        self.asked.emit("answer" if index.column() in (3, 4) else "recommendation")
