"""Digits go by their keys' places: a French keyboard types them with Shift only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.number_row import by_place
from gui.stage import Stage
from model.labels import Slot
from model.nodes import Kind

Key, Mod = Qt.Key, Qt.KeyboardModifier
PLAIN, SHIFT, CTRL = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier


def event(key, mods=PLAIN, place=0, virtual=0, text="", kind=QEvent.Type.KeyPress, again=False):
    """`place` is the code of the key as X11 has it: 10 is the key right of the upper left one."""
    return QKeyEvent(kind, key, mods, place, virtual, 0, text, again)


@pytest.mark.parametrize(
    ("platform", "codes", "digit"),
    [
        ("xcb", {"place": 10}, Key.Key_1),
        ("xcb", {"place": 19}, Key.Key_0),
        ("windows", {"place": 6}, Key.Key_5),
        ("cocoa", {"virtual": 23}, Key.Key_5),
        ("cocoa", {"virtual": 22}, Key.Key_6),
        ("cocoa", {"place": 10}, None),
        ("xcb", {"place": 20}, None),
    ],
)
def test_a_digit_is_told_by_the_place_of_its_key(platform, codes, digit):
    placed = by_place(event(Key.Key_Ampersand, SHIFT, **codes), platform)
    assert placed == (QKeyCombination(SHIFT, digit) if digit is not None else None)


def test_a_letter_stays_one_where_keyboards_have_other_codes():
    assert by_place(event(Key.Key_D, place=10), "xcb") is None


@pytest.fixture
def stage(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "6" and node.kind is Kind.PARAGRAPH)
        yield stage


def press(stage, widget, key, mods, place, text):
    """What the system sends: first the question whether the key is a widget's own, then the key."""
    asked = event(key, mods, place, text=text, kind=QEvent.Type.ShortcutOverride)
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    if asked.isAccepted():
        QApplication.sendEvent(widget, event(key, mods, place, text=text))
    stage.settle()
    return asked.isAccepted()


def shown(stage, slot):
    session = stage.window.session
    return session.review.shown(session.current.id, slot, session.reviewer.id).value


def test_a_french_keyboard_gives_roles_without_shift_and_forces_with_it(stage):
    tree = stage.window.outline.tree
    assert press(stage, tree, Key.Key_Eacute, PLAIN, 11, "é")
    assert shown(stage, Slot.ROLE) == "decision"
    assert press(stage, tree, Key.Key_Ampersand, PLAIN, 10, "&")
    assert shown(stage, Slot.ROLE) == "recommendation"
    assert press(stage, tree, Key.Key_2, SHIFT, 11, "2")
    assert shown(stage, Slot.ROLE) == "recommendation"
    assert shown(stage, Slot.FORCE) == 2


def test_a_digit_that_is_held_down_counts_once(stage):
    before = shown(stage, Slot.ROLE)
    again = event(Key.Key_Eacute, place=11, text="é", again=True)
    QApplication.sendEvent(stage.window.outline.tree, again)
    stage.settle()
    assert shown(stage, Slot.ROLE) == before


def test_its_sixth_key_is_a_role_on_the_page_and_zooms_with_ctrl(stage):
    canvas = stage.window.page_view.canvas
    zoom = canvas.zoom
    assert press(stage, canvas, Key.Key_Minus, PLAIN, 15, "-")
    assert shown(stage, Slot.ROLE) == "procedural"
    assert canvas.zoom == zoom
    assert not press(stage, canvas, Key.Key_Minus, CTRL, 15, "-")


def test_a_sign_beyond_the_digits_keeps_its_own_action(stage):
    assert not press(stage, stage.window.outline.tree, Key.Key_Slash, SHIFT, 16, "/")  # German: Shift and 7
    assert not press(stage, stage.window.outline.tree, Key.Key_BracketRight, CTRL, 18, "]")  # AltGr and 9


def test_in_a_field_the_sign_is_typed(stage):
    field = stage.window.outline.header.findChild(QLineEdit)
    field.setFocus()
    press(stage, field, Key.Key_Eacute, PLAIN, 11, "é")
    assert field.text() == "é"
    assert shown(stage, Slot.ROLE) != "decision"
