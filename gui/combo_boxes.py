"""Boxes with one choice of several, which people may have named, filled again while they are open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox

_LETTERS = 16  # that are seen at least


def hold_names(box: QComboBox) -> None:
    """However long a name is, the box and its window need no more room."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names often differ at their ends


def refill(box: QComboBox, items: Iterable[tuple[str, object]]) -> None:
    """Fills it with words and the data of each. What is chosen stays chosen, or else the first is; signals do
    not tell of it."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, data in items:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))
