"""Acts on the text of a field once nothing more is typed into it for a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

_REST_MS = 60  # who types fast sees a list narrowed once, who types slowly after each letter


def after_typing(field: QLineEdit, then: Callable[..., None]) -> QTimer:
    """The timer that calls `then`; it runs while the words are not yet followed."""
    typing = QTimer(field, singleShot=True, interval=_REST_MS)
    typing.timeout.connect(then)
    field.textChanged.connect(typing.start)
    return typing
