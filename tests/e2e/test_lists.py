"""The lists of all reports in the real window: found by menu and key, gone to, corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.lists.columns import COLUMNS
from gui.lists.dialog import ListsDialog
from tests.e2e.conftest import User

Key, Held = Qt.Key, Qt.KeyboardModifier
TITLES = [column.title for column in COLUMNS]


def lists_of(user: User) -> ListsDialog:
    user.key(Key.Key_L, Held.ControlModifier, Held.ShiftModifier)
    user.wait(lambda: isinstance(QApplication.activeWindow(), ListsDialog), "the lists")
    dialog = QApplication.activeWindow()
    user.wait(lambda: dialog.model.total, "their entries")
    return dialog


def cell(dialog, name, title):
    model = dialog.model
    names = [model.index(row, TITLES.index("Name as printed")).data() for row in range(model.rowCount())]
    return model.index(names.index(name), TITLES.index(title))


def test_lists_lead_to_their_words_and_are_corrected_by_hand(use, report):
    def look(user: User):
        user.report_opened()
        dialog = lists_of(user)
        user.picture("1 all lists")
        user.type("barbados")
        user.wait(lambda: dialog.model.rowCount() == 1, "the one entry")
        dialog.table.setFocus()
        dialog.table.setCurrentIndex(cell(dialog, "Barbados", "State"))
        user.key(Key.Key_Return)
        user.wait(lambda: user.session.current is not None, "its paragraph")
        canvas = user.window.page_view.canvas
        user.wait(lambda: len(canvas.evidence) == 1, "its words on the page")
        assert user.current.number == "30"
        user.settled()
        user.picture("2 its words")
        user.key(Key.Key_F2)
        user.wait(lambda: QApplication.focusWidget() is not dialog.table, "the editor of the cell")
        editor = QApplication.focusWidget()
        QTest.keyClick(editor, Key.Key_A, Held.ControlModifier)
        QTest.keyClicks(editor, "Suriname")
        QTest.keyClick(editor, Key.Key_Return)
        user.wait(lambda: cell(dialog, "Barbados", "ISO").data() == "SUR", "the correction")
        user.picture("3 corrected")
        dialog.close()
        user.window.activateWindow()
        user.wait(user.window.isActiveWindow, "the window's turn")
        assert "Barbados" in (user.session.undo_name or "")
        user.window.actions_of["undo"].trigger()
        user.settled()
        dialog = lists_of(user)
        user.wait(lambda: cell(dialog, "Barbados", "ISO").data() == "BRB", "the entry as it was")

    assert use(look, report) == 0
