"""A key that is held down types only where it was pressed."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.held_keys import HeldKeys
from gui.menus import LetteredMenu, added

Key = Qt.Key


CLOCK = count(1)


def press(key, text="", again=False, at=None, kind=QEvent.Type.KeyPress, to=None):
    pressed = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, again)
    pressed.setTimestamp(at or next(CLOCK))
    QApplication.sendEvent(to or QApplication.focusWidget(), pressed)
    return pressed


def up_and_down(key, text, kind=QEvent.Type.KeyPress, to=None):
    """A repeat that Qt takes for a new press, as X11 sends it."""
    at = next(CLOCK)
    press(key, text, at=at, kind=QEvent.Type.KeyRelease, to=to)
    return press(key, text, at=at, kind=kind, to=to)


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
        up_and_down(Key.Key_E, "e")
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


def test_where_it_was_pressed_it_comes_as_a_repeat(fields):
    class Widget(QWidget):
        def event(self, event):
            if event.type() == QEvent.Type.KeyPress:
                heard.append((event.text(), event.isAutoRepeat()))
            return super().event(event)

    heard, widget = [], Widget(fields[0].window())
    widget.show()
    widget.setFocus()
    press(Key.Key_A, "a")
    up_and_down(Key.Key_A, "a")
    up_and_down(Key.Key_Down, "")  # moves, wherever it was pressed
    assert heard == [("a", False), ("a", True), ("", True)]


def test_an_action_that_does_not_repeat_is_not_asked_again(fields):
    one, _ = fields
    once, steps = QAction("Accept", one.window()), QAction("Next", one.window())
    for action, key in ((once, "A"), (steps, "J")):
        action.setShortcut(QKeySequence(key))
        one.window().addAction(action)
    once.setAutoRepeat(False)
    asked = QEvent.Type.ShortcutOverride
    button = QPushButton("A button", one.window())  # which leaves letters to actions
    button.show()
    button.setFocus()
    assert not press(Key.Key_A, "a", kind=asked).isAccepted()
    assert up_and_down(Key.Key_A, "a", kind=asked).isAccepted()
    assert not up_and_down(Key.Key_J, "j", kind=asked).isAccepted()


def test_a_menu_is_not_answered_by_the_key_that_opened_it(fields):
    menu, chosen = LetteredMenu(parent=fields[0].window()), []
    added(menu, "Under consideration").triggered.connect(lambda: chosen.append("once"))
    added(menu, "Noted")
    menu.popup(fields[0].mapToGlobal(fields[0].rect().center()))
    up_and_down(Key.Key_U, "u", to=menu)
    press(Key.Key_U, "u", again=True, to=menu)
    assert chosen == []
    press(Key.Key_U, "u", kind=QEvent.Type.KeyRelease, to=menu)
    QTest.keyClick(menu, Key.Key_U)
    assert chosen == ["once"]
