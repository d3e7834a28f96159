"""The row of buttons at the foot of a dialog: verbs, without the pictures that some styles add."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox

_Button = QDialogButtonBox.StandardButton


def buttons_for(dialog: QDialog, verb: str = "", leave: str = "Cancel") -> QDialogButtonBox:
    """`verb` accepts the dialog and is the default, `leave` rejects it; either may be empty."""
    box = QDialogButtonBox(dialog)
    for button, words in ((_Button.Ok, verb), (_Button.Cancel, leave)):
        if words:
            made = box.addButton(button)
            made.setText(words)
            made.setIcon(QIcon())
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
