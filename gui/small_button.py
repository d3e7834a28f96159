"""Flat buttons that are only a picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget


def small_button(picture: QIcon, words: str, parent: QWidget, size: int = 16) -> QToolButton:
    """Its words are its tooltip and what screen readers hear; `size` is the picture's, in pixels."""
    button = QToolButton(parent)
    button.setIcon(picture)
    button.setIconSize(QSize(size, size))
    button.setAutoRaise(True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
