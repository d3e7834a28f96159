"""Flat buttons with only an icon, and icons that grow with the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from gui.theme import larger_text


def small_button(picture: QIcon, words: str, parent: QWidget, size: int = 16) -> QToolButton:
    """Its words are its tooltip and what screen readers hear; `size` is the picture's, in pixels,
    beside the usual text."""
    button = QToolButton(parent)
    button.setIcon(picture)
    grow_with_text(button, size)
    button.setAutoRaise(True)
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def grow_with_text(button: QAbstractButton, size: int) -> None:
    """Makes its picture this many pixels large beside the usual text, and larger with larger text."""
    _Growing(button, size)


class _Growing(QObject):
    def __init__(self, button: QAbstractButton, size: int) -> None:
        super().__init__(button)
        self._button = button
        self._size = size
        self._fit()
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return False

    def _fit(self) -> None:
        side = round(self._size * larger_text(self._button))
        self._button.setIconSize(QSize(side, side))
