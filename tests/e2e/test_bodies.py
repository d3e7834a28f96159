"""Names of one body in the real window: made one by keys, and what the lists count under the one name."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.bodies.dialog import BodiesDialog
from gui.bodies.model import NAME
from gui.lists.dialog import ListsDialog
from tests.e2e.conftest import User

Key, Held = Qt.Key, Qt.KeyboardModifier
_ADDED = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
PILOTS, CHARTS = "League of Island Pilots", "Organization for Coastal Charts"


def opened(user: User, key: Key, kind: type):
    user.key(key, Held.ControlModifier, Held.ShiftModifier)
    user.wait(lambda: isinstance(QApplication.activeWindow(), kind), kind.__name__)
    return QApplication.activeWindow()


def test_two_names_are_made_one_and_counted_as_one(use, report):
    def look(user: User):
        user.report_opened()
        lists = opened(user, Key.Key_L, ListsDialog)
        user.wait(lambda: lists.model.total, "the entries")
        lists.view_box.setCurrentIndex(1)
        before = lists.pivot.rowCount()
        user.window.activateWindow()
        user.wait(user.window.isActiveWindow, "the window's turn")
        dialog = opened(user, Key.Key_O, BodiesDialog)
        user.wait(lambda: dialog.model.total, "the names")
        dialog.table.setFocus()
        for name in (PILOTS, CHARTS):
            row = dialog.model.row_of(name)
            dialog.table.selectionModel().setCurrentIndex(dialog.model.index(row, NAME), _ADDED)
        user.key(Key.Key_M)
        user.wait(lambda: dialog.table.state() == dialog.table.State.EditingState, "the cell to type in")
        editor = QApplication.focusWidget()
        QTest.keyClick(editor, Key.Key_A, Held.ControlModifier)
        QTest.keyClicks(editor, "Pilots and charts")
        QTest.keyClick(editor, Key.Key_Return)
        user.wait(lambda: dialog.model.names_of("Pilots and charts") == [PILOTS, CHARTS], "one body")
        user.picture("1 made one")
        user.wait(lambda: lists.pivot.rowCount() == before - 1, "one row less by year")
        names = [lists.pivot.name_at(row) for row in range(lists.pivot.rowCount())]
        assert "Pilots and charts" in names
        assert PILOTS not in names
        dialog.undo_button.click()  # the name
        dialog.undo_button.click()  # that they are one
        user.wait(lambda: lists.pivot.rowCount() == before, "the names as they were")

    assert use(look, report) == 0
