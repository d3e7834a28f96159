"""The key that closes a window of the application, in those that stand beside the main one."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.actions import BY_ID


def close_by_key(window: QWidget) -> None:
    """What closes the main window closes this one where it has the keys."""
    for key in BY_ID["close-window"].keys:
        QShortcut(QKeySequence(key), window, window.close)
