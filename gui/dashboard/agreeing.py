"""How far people agree, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.dashboard.bars import row_indent
from gui.wording import SLOT_WORDS
from model.labels import Slot
from model.plurals import counted

_NOBODY = "No two people have labelled the same entry."
_WHAT = (
    "Of the entries that two or more people labelled: how many they labelled the same, and Krippendorff’s "
    "alpha, which is 1 for full agreement and 0 for what chance would give. Accepting what another person "
    "had said does not count"
)
# By slot, as `storage.exporting.agreement` counts it, or why that cannot be.
Agreed = Mapping[str, Mapping[str, Any]] | str


class Agreement(QLabel):
    """A line for each label that two people or more gave to the same entries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_NOBODY, parent)
        self.setWordWrap(True)
        self.setIndent(row_indent(self))
        self.setToolTip(_WHAT)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_agreement(self, found: Agreed, unsettled: int) -> None:
        """`unsettled` entries wait among the doubts."""
        if isinstance(found, str):
            self.setText(found)
            return
        lines = agreement_lines(found)
        if unsettled:
            verb = "waits" if unsettled == 1 else "wait"
            lines.append(f"{counted(unsettled, 'entry')} {verb} among the doubts to be settled")
        self.setText("\n".join(lines) or _NOBODY)


def agreement_lines(found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """A line for each label, by slot."""
    return [_line(Slot(slot), one) for slot, one in found.items()]


def _line(slot: Slot, found: Mapping[str, Any]) -> str:
    alpha = "" if found["alpha"] is None else f", alpha {found['alpha']:.2f}"
    name = "Addressees" if slot is Slot.ADDRESSEES else SLOT_WORDS[slot]
    return f"{name}: the same in {found['same']:,} of {counted(found['entries'], 'entry')}{alpha}"
