"""Boxes with one choice of several that are filled again while the window is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox


def refill(box: QComboBox, items: Iterable[tuple[str, object]]) -> None:
    """Fills it with words and the data of each. What is chosen stays chosen, or else the first is; signals do
    not tell of it."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, data in items:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))
