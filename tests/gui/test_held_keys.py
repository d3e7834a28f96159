"""A key that is held down types only where it was pressed."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.held_keys import HeldKeys

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
Key = Qt.Key


CLOCK = count(1)


def press(key, text="", again=False, at=None, kind=QEvent.Type.KeyPress):
    pressed = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, again)
    pressed.setTimestamp(at or next(CLOCK))
    QApplication.sendEvent(QApplication.focusWidget(), pressed)


@pytest.fixture
def fields(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = QLineEdit(window), QLineEdit(window)
    for field in fields:
        column.addWidget(field)
    held = HeldKeys(qapp)
    with qtbot.waitActive(window):
        window.show()
    fields[0].setFocus()
    yield fields
    held.deleteLater()


def test_what_a_key_opens_does_not_get_its_letters(fields):
    one, two = fields
    press(Key.Key_E, "e")
    two.setFocus()  # as E does
    press(Key.Key_E, "e", again=True)
    assert two.text() == ""
    press(Key.Key_A, "a")
    press(Key.Key_A, "a", again=True)
    assert (one.text(), two.text()) == ("e", "aa")


def test_a_repeat_that_x11_sends_as_up_and_down_is_told_by_its_time(fields):
    _, two = fields
    press(Key.Key_E, "e")
    two.setFocus()
    for _ in range(3):
        at = next(CLOCK)
        press(Key.Key_E, "e", at=at, kind=QEvent.Type.KeyRelease)
        press(Key.Key_E, "e", at=at)
    assert two.text() == ""
    press(Key.Key_E, "e", kind=QEvent.Type.KeyRelease)
    press(Key.Key_E, "e")
    assert two.text() == "e"


def test_tab_goes_on_from_field_to_field(fields):
    one, two = fields
    press(Key.Key_Tab, "\t")
    assert two.hasFocus()
    press(Key.Key_Tab, "\t", again=True)
    assert one.hasFocus()


def test_enter_does_not_answer_what_it_led_to(fields, qtbot):
    press(Key.Key_Return, "\r")
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("Export", dialog)
    button.setDefault(True)
    with qtbot.waitActive(dialog):
        dialog.show()
    button.setFocus()
    clicks = []
    button.clicked.connect(lambda: clicks.append("once"))
    press(Key.Key_Return, "\r", again=True)
    assert clicks == []
    press(Key.Key_Return, "\r")
    assert clicks == ["once"]
