"""The tables of the lists' window, and their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.theme import ROW

Key = QKeySequence | QKeySequence.StandardKey


def table_of(name: str, model: QAbstractTableModel) -> QTableView:
    """A table of one kind of list, sorted by a click on its heads and edited by typing."""
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableView.EditTrigger.EditKeyPressed | QTableView.EditTrigger.AnyKeyPressed)
    table.setSortingEnabled(True)
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.horizontalHeader().setSortIndicatorClearable(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    return table


def add_keys(table: QTableView, *keys: tuple[Key, Callable[[], object]]) -> None:
    """Keys of a table: while a cell is edited they mean what they mean there."""
    for key, act in keys:
        action = QAction(table)
        action.setShortcuts(key if isinstance(key, QKeySequence.StandardKey) else [key])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        table.addAction(action)
