"""How the words that gave a value are lit in the text: one line and colour for each slot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from model.labels import Slot

# (on light, on dark); verb and force rest on the same words, so they share one.
_COLORS = {
    Slot.ROLE: ("#4A5A6A", "#A9B8C6"),
    Slot.FORCE: ("#A84300", "#FF9D5C"),
    Slot.VERB: ("#A84300", "#FF9D5C"),
    Slot.ADDRESSEES: ("#6B3FA0", "#C9A2F2"),
}
_STYLES = {
    Slot.ROLE: Qt.PenStyle.DotLine,
    Slot.FORCE: Qt.PenStyle.SolidLine,
    Slot.VERB: Qt.PenStyle.SolidLine,
    Slot.ADDRESSEES: Qt.PenStyle.DashLine,
}


def light_of(slot: Slot, dark: bool) -> tuple[QColor, Qt.PenStyle]:
    """The colour and the sort of line of a slot."""
    return QColor(_COLORS[slot][dark]), _STYLES[slot]
