"""Handles events of a widget before Qt does.

An `event` or `viewportEvent` of Python's that hands on to Qt's makes all that happens in there a call from
Python, painting too. PySide 6.11 on Python 3.11 dies of errors in such a call that the interpreter raised by
itself (it takes their text for an exception); anywhere else they are reported and survived.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class EventFilter(QObject):
    """`look` gets each event of a widget, and says whether that is all; not when `owner` is destroyed."""

    def __init__(self, widget: QWidget, look: Callable[[QEvent], bool], owner: QObject) -> None:
        super().__init__(owner)
        self._look = look
        self._owner = owner
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isValid(self._owner) and self._look(event)


def is_second_click(event: QEvent) -> bool:
    """Whether it is the second press of a double click."""
    return event.type() == QEvent.Type.MouseButtonDblClick


def take_single_clicks(*buttons: QWidget) -> None:
    """Of a double click the second press does nothing: it would be for what the first one has brought there,
    which nobody has seen yet, or take back what that did."""
    for button in buttons:
        EventFilter(button, is_second_click, button)
