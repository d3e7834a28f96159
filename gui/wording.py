"""What slots and their values are called in the window."""

from __future__ import annotations

from typing import Any

from model.editing.values import words_of
from model.labels import Attribution, Slot
from model.schemes import SLOTS, Scheme

ATTRIBUTION_WORDS = {
    Attribution.BODY: "The body itself",
    Attribution.STATE: "A State",
    Attribution.CHAIR: "The Chair",
    Attribution.SECRETARIAT: "The secretariat",
    Attribution.SPEAKER: "A speaker",
}
SLOT_WORDS = {
    Slot.ROLE: "Role",
    Slot.FORCE: "Force",
    Slot.ACTION: "Action category",
    Slot.ADDRESSEES: "To",
    Slot.VERB: "Verb",
    Slot.ATTRIBUTION: "Said by",
    Slot.TASK: "What is to be done",
    Slot.BENEFICIARIES: "For",
    Slot.THEMES: "Themes",
    Slot.INSTRUMENTS: "Instruments cited",
    Slot.CONDITIONS: "Conditions",
    Slot.TIME_FRAME: "Time frame",
    Slot.FOLLOW_UP: "Follow-up",
    Slot.NOTE: "Note",
}


def in_words(slot: Slot, value: Any, scheme: Scheme) -> str:
    """A value, or one of several, as a reader would say it."""
    if slot in SLOTS:
        values = value if isinstance(value, list) else [value]
        return ", ".join(scheme.label(slot, one).name for one in values)
    return words_of(slot, value)
