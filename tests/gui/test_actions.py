"""Keys and menus reach what they are for, and nothing else does."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QMenuBar

from gui.action_set import key_table
from gui.actions import ACTIONS, BY_ID, MENUS, STEPS
from gui.commands import run_command
from gui.icons import icon, state_icon
from model import editing
from model.labels import Slot, Status
from tests.gui.sessions import paragraph, settled


def test_a_letter_acts_outside_a_text_field_and_types_inside(session, window, qtbot):
    node = paragraph(session)
    session.select((node.id,), "test")
    field = window.findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F)
    settled(session, qtbot)
    assert field.text() == "f"
    assert session.review.status(node.id, session.reviewer.id) is Status.UNREVIEWED
    window.other.setFocus()
    qtbot.keyClick(window.other, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: session.review.status(node.id, session.reviewer.id) is Status.FLAGGED)


class Taking(QLineEdit):
    """As fields are on some desktops: keys with Ctrl are its own."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)


def test_keys_with_ctrl_act_inside_a_field_that_would_take_them(window, qtbot):
    field = Taking(window.centralWidget())
    field.show()
    field.setFocus()
    asked = []
    window.actions_of_test.triggered.connect(asked.append)
    qtbot.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["export"]
    qtbot.keyClicks(field, "word")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (asked, field.text()) == (["export"], "")


def test_digits_give_the_role_and_with_shift_the_force(session, window, qtbot):
    node = paragraph(session)
    session.select((node.id,), "test")
    window.other.setFocus()
    qtbot.keyClick(window.other, Qt.Key.Key_2)
    qtbot.keyClick(window.other, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    settled(session, qtbot)
    me = session.reviewer.id
    assert session.review.shown(node.id, Slot.ROLE, me).value == "decision"
    assert session.review.shown(node.id, Slot.FORCE, me).value == 4


def test_actions_are_enabled_only_where_they_make_sense(session, window, qtbot):
    actions, node = window.actions_of_test, paragraph(session)
    assert not actions["accept"].isEnabled()
    session.select((node.parent,), "test")
    assert actions["accept"].isEnabled()
    assert not actions["role-decision"].isEnabled()
    session.select((node.id,), "test")
    assert actions["role-decision"].isEnabled()
    assert not actions["extend"].isEnabled()
    session.set_words_selected(True)
    assert actions["extend"].isEnabled()


def test_split_asks_for_the_place_where_the_text_cursor_stands_nowhere(session, qtbot):
    node, said = paragraph(session), []
    session.failed.connect(said.append)
    session.select((node.id,), "test")
    for caret in (None, 0, len(node.text)):
        if caret is not None:
            session.set_caret(node.id, caret)
        assert run_command(session, "split")
    settled(session, qtbot)
    assert len(said) == 3
    assert "a click in the text" in said[0]
    session.set_caret(node.id, 4)
    run_command(session, "split")
    settled(session, qtbot)
    assert session.review.outline[node.id].text == node.text[:4].strip()


def test_undo_in_the_menu_names_what_it_takes_back(session, window, qtbot):
    menus = window.actions_of_test.fill_menu_bar(QMenuBar(window))
    node = paragraph(session)
    session.perform(lambda review, reviewer: editing.flag(review, reviewer, [node.id]))
    qtbot.waitUntil(lambda: session.undo_name is not None)
    assert session.undo_name in window.actions_of_test["undo"].text()
    assert window.actions_of_test["undo"] in menus["Edit"].actions()


def test_no_key_stands_for_two_actions():
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert len(key_table()) == sum(1 for spec in ACTIONS if spec.keys)


def test_the_actions_of_a_menu_stand_together():
    tops = [top for top, _ in groupby(spec.menu.partition("/")[0] for spec in ACTIONS)]
    assert tops == list(MENUS)


def test_a_key_that_is_held_down_decides_once_and_steps_on(session, window, qtbot):
    go_on = {action_id for action_id in BY_ID if window.actions_of_test[action_id].autoRepeat()}
    assert go_on == STEPS
    assert STEPS.isdisjoint({"accept", "reject", "merge", "delete", "role-decision", "force-1", "edit-text"})


def test_every_menu_has_a_letter_that_no_action_has():
    letters = [words[words.index("&") + 1].upper() for words in MENUS.values()]
    assert len(set(letters)) == len(letters)
    assert {f"Alt+{letter}" for letter in letters}.isdisjoint(key for spec in ACTIONS for key in spec.keys)


def test_every_icon_that_an_action_names_can_be_drawn(qapp):
    for spec in ACTIONS:
        if spec.icon:
            assert not icon(spec.icon).pixmap(20, 20).toImage().isNull()
    for status in Status:
        assert not state_icon(status).pixmap(20, 20).toImage().isNull()
