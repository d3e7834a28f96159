"""Shortcuts of two keys: what may follow the first one, in words for the status bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.actions import ACTIONS
from gui.key_combinations import combinations


def second_keys(event: QKeyEvent, can: Callable[[str], bool]) -> str:
    """ "W, then A addressee · V verb ..." of the actions that can be carried out; empty if the key is the
    first of no two, or nothing can be done."""
    pressed = event.keyCombination()
    followers = _followers().get(pressed.toCombined(), ())
    words = [f"{key} {word}" for action_id, key, word in followers if can(action_id)]
    return f"{_shown(QKeySequence(pressed))}, then  {'   '.join(words)}" if words else ""


@cache
def _followers() -> dict[int, list[tuple[str, str, str]]]:
    """By the first key: action, second key and its word."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    for spec in ACTIONS:
        for keys in map(QKeySequence, spec.keys):
            if keys.count() == 2:
                first, second = combinations(keys)
                shown = _shown(QKeySequence(second))
                found.setdefault(first.toCombined(), []).append((spec.id, shown, spec.hint))
    return found


def _shown(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
