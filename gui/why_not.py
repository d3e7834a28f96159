"""Why a key does nothing now: whose key it is, and the reason in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.actions import ActionSpec
from gui.key_combinations import combinations
from gui.needs import Needs
from gui.number_row import by_place

_REASONS = (
    (Needs.PROJECT, "open a project first"),
    (Needs.DOCUMENTS, "import a report first"),
    (Needs.DOCUMENT, "open a report first"),
    (Needs.WRITING, "the project is open for reading only"),
    (Needs.SELECTION, "select an entry first; J takes the next one"),
    (Needs.ONE, "it is for one entry, and several are selected"),
    (Needs.ROLE, "only paragraphs and items have labels"),
    (Needs.WORDS, "select words on the page first"),
    (Needs.FURTHER, "the entry holds no other recommendation"),
    (Needs.LATER, "the first recommendation stays"),
    (Needs.SAVED, "what you changed last waits to be saved"),
    (Needs.UNDO, "there is nothing of yours to undo"),
    (Needs.REDO, "there is nothing to redo"),
)
_Mod = Qt.KeyboardModifier
_ELSEWHERE = _Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier


def reason(spec: ActionSpec, there: Needs) -> str:
    """The first thing that an action misses, "open a report first"; empty if it can be carried out."""
    missing = spec.needs & ~there
    return next((words for need, words in _REASONS if need in missing), "")


def why_not(spec: ActionSpec, there: Needs) -> str:
    """An action and what it misses, "Merge with previous: open a report first"."""
    missed = reason(spec, there)
    name = " ".join(spec.text.split()).rstrip("…")
    return f"{name}: {missed}" if missed else ""


def pressed(event: QKeyEvent, specs: Iterable[ActionSpec]) -> ActionSpec | None:
    """The action whose key, or the first of whose keys, was pressed."""
    mods = event.modifiers() & ~_Mod.KeypadModifier
    key = by_place(event) or QKeyCombination(mods, Qt.Key(event.key()))
    first = ((spec, combinations(QKeySequence(keys))[:1]) for spec in specs for keys in spec.keys)
    return next((spec for spec, begun in first if begun == [key]), None)


def is_sign(event: QKeyEvent) -> bool:
    """Whether the key types something. In a list that is an action's key and looks for no row."""
    text = event.text()
    return text.isprintable() and bool(text.strip()) and not event.modifiers() & _ELSEWHERE
