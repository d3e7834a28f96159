"""How the words that gave a value are underlined: a line and colour for each slot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from model.labels import Slot

_Line = Qt.PenStyle

# (on light, on dark, sort of line). Verb and force rest on the same words, so they share one.
_LIGHTS = {
    Slot.ROLE: ("#4A5A6A", "#A9B8C6", _Line.DotLine),
    Slot.FORCE: ("#A84300", "#FF9D5C", _Line.SolidLine),
    Slot.VERB: ("#A84300", "#FF9D5C", _Line.SolidLine),
    Slot.ACTION: ("#8A6A00", "#E0BE4A", _Line.DotLine),
    Slot.ADDRESSEES: ("#6B3FA0", "#C9A2F2", _Line.DashLine),
    Slot.ATTRIBUTION: ("#8A2B5E", "#F09CC8", _Line.DashDotLine),
    Slot.TASK: ("#2F6B3A", "#8FD19E", _Line.DotLine),
    Slot.BENEFICIARIES: ("#9A3B7A", "#F0A6D6", _Line.DotLine),
    Slot.THEMES: ("#3A5F0B", "#B5D86A", _Line.DashLine),
    Slot.INSTRUMENTS: ("#0B5A7A", "#7CC7EA", _Line.SolidLine),
    Slot.CONDITIONS: ("#5A4A8A", "#B9AEF0", _Line.DashDotLine),
    Slot.TIME_FRAME: ("#006A5B", "#66D3C1", _Line.DashDotDotLine),
    Slot.FOLLOW_UP: ("#7A3B1E", "#EBA98A", _Line.DashDotDotLine),
    Slot.ENTRIES: ("#4A5A6A", "#A9B8C6", _Line.SolidLine),
}
# Most of a sentence is the task: its words are lit when they are asked for.
QUIET = frozenset({Slot.TASK})


def light_of(slot: Slot, dark: bool) -> tuple[QColor, Qt.PenStyle]:
    """The colour and the sort of line of a slot."""
    light, bright, style = _LIGHTS[slot]
    return QColor(bright if dark else light), style
