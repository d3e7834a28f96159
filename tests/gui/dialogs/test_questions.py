"""Dialogs that ask one thing: what they tell, and when they cannot be answered yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.name import NameDialog
from gui.dialogs.password import PasswordDialog


def ok_of(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def test_a_password_is_told_once_and_an_empty_one_is_no_answer(qtbot):
    dialog = PasswordDialog(Path("a.pdf"))
    qtbot.addWidget(dialog)
    given = []
    dialog.given.connect(lambda path, password: given.append((path, password)))
    assert not ok_of(dialog).isEnabled()
    dialog.field.setText("swordfish")
    ok_of(dialog).click()
    assert given == [(Path("a.pdf"), "swordfish")]


def test_a_long_name_makes_no_dialog_wider(qtbot):
    for name in ("a.pdf", f"{'Donaudampfschiffahrt' * 12}.pdf", f"{'Ein Bericht ' * 20}.pdf"):
        dialog = PasswordDialog(Path(name))
        qtbot.addWidget(dialog)
        assert dialog.sizeHint().width() < 500


def test_a_name_of_spaces_is_no_answer(qtbot):
    dialog = NameDialog(known="Ann")
    qtbot.addWidget(dialog)
    button = ok_of(dialog)
    assert button.isEnabled()
    dialog.field.setText("  ")
    assert not button.isEnabled()
