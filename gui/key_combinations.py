"""The keys of an action one by one: `W, A` is a sequence of two combinations."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence


def combinations(keys: QKeySequence) -> list[QKeyCombination]:
    """What is pressed one after the other."""
    return [keys[at] for at in range(keys.count())]  # type: ignore[index]  # its stub has no such
