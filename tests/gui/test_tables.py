"""Rows of tables that several windows share."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from gui.tables import Names, Rows


@pytest.mark.parametrize(("delegate", "told_apart"), [(Names, True), (Rows, False)])
def test_the_ends_of_long_numbers_are_seen(qtbot, delegate, told_apart):
    pictures = []
    for number in ("Recommendation 2", "Recommendation 3"):
        view, model = QTreeView(), QStandardItemModel()
        qtbot.addWidget(view)
        model.appendRow(QStandardItem(number))
        view.setModel(model)
        view.setItemDelegate(delegate(view))
        view.setRootIsDecorated(False)
        view.resize(90, 80)
        pictures.append(view.grab().toImage())
    assert (pictures[0] != pictures[1]) is told_apart
