"""Values of the slots that hold several, made of words of the text, and in words again."""

from __future__ import annotations

from typing import Any

from model.labels import ConditionKind, InstrumentKind, Slot, TimeKind

# What a value is called that is a mapping, by its slot.
_NAMES = {
    Slot.INSTRUMENTS: "name",
    Slot.CONDITIONS: "text",
    Slot.TIME_FRAME: "text",
    Slot.FOLLOW_UP: "response",
    Slot.ATTRIBUTION: "name",
}
_MOST = 40  # letters of a value in the name of an edit


def value_of(slot: Slot, words: str) -> Any:
    """What selected or typed words are as a value of a slot: of the kind that is most usual."""
    words = " ".join(words.split())
    match slot:
        case Slot.INSTRUMENTS:
            return {"name": words, "kind": InstrumentKind.DOCUMENT.value, "target": None}
        case Slot.CONDITIONS:
            return {"kind": ConditionKind.PROVISO.value, "text": words}
        case Slot.TIME_FRAME:
            return {"kind": TimeKind.DEADLINE.value, "text": words, "when": ""}
        case _:
            return words


def words_of(slot: Slot, value: Any) -> str:
    """A value as the name of an edit speaks of it."""
    if isinstance(value, list):
        return ", ".join(words_of(slot, one) for one in value)
    if isinstance(value, dict):
        value = value.get(_NAMES.get(slot, ""), "") or value.get("by", "")
    words = str(value)
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"
