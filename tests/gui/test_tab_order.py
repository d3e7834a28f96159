"""Tab goes through a dialog as it is read: down, and along its rows."""

from __future__ import annotations

import gc
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from gui.tab_order import next_in_focus_chain, parts_in_tab_order
from tests.gui.sessions import open_dialogs

_SAME_ROW = 8  # pixels


@pytest.mark.parametrize(
    "action", ["export", "releases", "lists", "bodies", "repeats", "follow-up", "vocabularies", "evaluation",
               "dashboard", "shortcuts"],
)  # fmt: skip
def test_tab_leads_down_and_then_to_the_top(stage, qapp, action):
    stage.press(action)
    stage.wait_for(lambda: bool(open_dialogs()), "the dialog")
    (dialog,) = open_dialogs()
    assert QTest.qWaitForWindowExposed(dialog)  # then its parts are in their places
    stops = places_in_tab_order(dialog)
    assert len(stops) > 1
    back = [(before, after) for before, after in pairwise([*stops, stops[0]]) if leads_back(before, after)]
    assert len(back) == 1, back
    dialog.close()


def test_a_dialog_that_nobody_holds_stays_when_garbage_is_collected(qtbot):
    holder, gone = QWidget(), []
    qtbot.addWidget(holder)
    dialog = QDialog(holder)
    dialog.destroyed.connect(lambda: gone.append(True))
    parts_in_tab_order(QLineEdit(dialog), QPushButton(dialog))
    del dialog
    gc.collect()
    assert gone == []


def places_in_tab_order(dialog: QWidget) -> list[QPoint]:
    stops, widget = [], next_in_focus_chain(dialog)
    while widget is not None and widget is not dialog:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisibleTo(dialog) and widget.focusProxy() is None:
            stops.append(widget.mapTo(dialog, QPoint(0, 0)))
        widget = next_in_focus_chain(widget)
    return stops


def leads_back(before: QPoint, after: QPoint) -> bool:
    """Up, unless to the next column; or to the beginning of a row."""
    is_right = after.x() > before.x()
    return not is_right and after.y() < before.y() + _SAME_ROW
