"""`Ctrl+W` closes the window that has the keys, and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

BESIDE = ("dashboard", "lists", "similar", "follow-up", "vocabularies", "bodies", "evaluation", "guide")


@pytest.mark.parametrize("action", BESIDE)
def test_what_stands_beside_the_window_is_closed_by_its_key(stage, qtbot, action):
    stage.select(lambda node: node.number == "6")
    stage.press(action)

    def beside():
        return [one for one in stage.window.findChildren(QDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(beside()) == 1)
    (dialog,) = beside()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert beside() == []
    assert stage.window.isVisible()
