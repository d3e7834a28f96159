"""Everything that Tab reaches has a name for screen readers, in the window and in its dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QDialog, QLineEdit, QWidget

from gui.stage import Stage
from model.nodes import Kind

_BUTTONS = (QAccessible.Role.Button, QAccessible.Role.ButtonMenu, QAccessible.Role.CheckBox,
            QAccessible.Role.RadioButton)  # fmt: skip
SIDES = ("side-search", "side-doubts", "side-queue", "side-history", "side-documents")
DIALOGS = ("palette", "export", "releases", "dashboard", "lists", "similar", "repeats", "follow-up",
           "link-answer", "vocabularies", "evaluation", "label-scheme", "guidelines", "reviewer", "guide",
           "shortcuts", "about")  # fmt: skip


def nameless(window):
    """What the keys reach in a window and no screen reader can name."""
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if _is_shown(widget, window) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in found
        if not _name(widget) and not _is_part(widget)
    ]


def only_by_mouse(window):
    """Buttons that Tab does not reach, and what a screen reader does not take for a button."""
    found = [button for button in window.findChildren(QAbstractButton) if _is_shown(button, window)]
    return [
        _name(button)
        for button in found
        if not button.focusPolicy() & Qt.FocusPolicy.TabFocus or _role(button) not in _BUTTONS
    ]


def _is_shown(widget, window):
    return widget.isVisible() and widget.window() is window


def _role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def _name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _is_part(widget):
    """A spin box's own field: the box has the name."""
    return isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox)


def test_all_that_the_keys_reach_has_a_name(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        for side in SIDES:
            stage.press(side)
            stage.settle()
            assert nameless(stage.window) == [], side
            assert only_by_mouse(stage.window) == [], side
        for action_id in DIALOGS:
            stage.window.actions_of[action_id].trigger()
            stage.wait_for(lambda: bool(_dialogs(stage)), action_id)
            stage.settle()
            (dialog,) = _dialogs(stage)
            assert nameless(dialog) == [], action_id
            assert only_by_mouse(dialog) == [], action_id
            dialog.close()
            stage.settle()


def _dialogs(stage):
    return [dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible()]
