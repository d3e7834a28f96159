"""The colours that the page view uses, in one place."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gui.theme import is_dark
from model.schemes import NO_COLOR, Label


def mark_color(role: Label | None) -> QColor:
    """A role's colour on the page, which stays white in the dark too."""
    return QColor(role.color if role is not None else NO_COLOR)


def backdrop(palette: QPalette) -> QColor:
    """What lies around the pages: a step off the window's colour, so that the page is the brightest thing."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.darker(135) if is_dark(palette) else window.darker(108)


def hairline(palette: QPalette) -> QColor:
    """Thin lines between the parts of the view."""
    text = QColor(palette.color(QPalette.ColorRole.WindowText))
    text.setAlpha(38)
    return text


def hit_color(current: bool) -> QColor:
    """What is found, on the page and at the scroll bar; stronger where the reader is."""
    return QColor(230, 120, 0, 110) if current else QColor(255, 196, 0, 96)


def loose_color() -> QColor:
    """Words that no entry holds."""
    return QColor("#B0202E")
