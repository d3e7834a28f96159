"""Dialogs that ask one thing: what they tell, and when they cannot be answered yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.name import NameDialog
from gui.dialogs.password import PasswordDialog


@pytest.mark.parametrize(("typed", "told"), [("swordfish", [(Path("a.pdf"), "swordfish")]), ("", [])])
def test_a_password_is_told_once_and_an_empty_one_never(qtbot, typed, told):
    dialog = PasswordDialog(Path("a.pdf"))
    qtbot.addWidget(dialog)
    given = []
    dialog.given.connect(lambda path, password: given.append((path, password)))
    dialog.field.setText(typed)
    dialog.accept()
    assert given == told


def test_a_name_of_spaces_is_no_answer(qtbot):
    dialog = NameDialog(known="Ann")
    qtbot.addWidget(dialog)
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert button.isEnabled()
    dialog.field.setText("  ")
    assert not button.isEnabled()
