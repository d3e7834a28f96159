"""What is said of an entry, in words for people."""

from __future__ import annotations

from collections.abc import Iterator

from model.labels import Slot
from model.review import OTHER_REVIEWER, Source
from storage.exporting.formats import DatasetContext
from storage.exporting.reports import ReportEntry, SlotLabel

# Slots whose values are chosen from a list, and whether several can be.
CHOSEN = {
    Slot.ROLE: False,
    Slot.FORCE: False,
    Slot.ACTION: False,
    Slot.ATTRIBUTION: False,
    Slot.ADDRESSEES: True,
    Slot.BENEFICIARIES: True,
    Slot.THEMES: True,
}
_WHOSE = {
    Source.ADJUDICATED.value: "decided by {}",
    Source.OWN.value: "by {}",
    Source.REVIEWER.value: "by {}",
    OTHER_REVIEWER: "by {}",
    Source.SUGGESTED.value: "suggested by {}",
    Source.INHERITED.value: "from the lead-in, by {}",
}


def slot_name(slot: Slot) -> str:
    """A slot's name at the beginning of a line: "Time frame"."""
    return slot.value.replace("-", " ").capitalize()


def value_of(said: SlotLabel, context: DatasetContext) -> str:
    """A value in words: "3 recommends", "States parties, Secretariat", "convention: CEDAW"."""
    return ", ".join(_part(said.slot, code, words, context) for code, words, _ in said.parts)


def whose(said: SlotLabel) -> str:
    """Whose word it is: "suggested by rules@1"."""
    return _WHOSE[said.source].format(said.reviewer)


def described(entry: ReportEntry, context: DatasetContext) -> Iterator[str]:
    """A line for each label, notes apart; of several recommendations those of each with its number."""
    for said in entry.said:
        if said.slot is not Slot.NOTE:
            number = f" ({said.frame + 1})" if len(entry.frames) > 1 else ""
            yield f"{slot_name(said.slot)}{number}: {value_of(said, context)} ({whose(said)})"


def reviewers_of(entry: ReportEntry) -> str:
    """Those whose words count, each once."""
    return ", ".join(dict.fromkeys(said.reviewer for said in entry.said))


def in_words(code: str) -> str:
    """A code that nobody has given a name, to read: "civil-society" is "civil society"."""
    return code.replace("-", " ")


def _part(slot: Slot, code: str, words: str, context: DatasetContext) -> str:
    meant = context.definitions.get(slot, {}).get(code)
    name = meant.name if meant is not None else in_words(code)
    if code.isdecimal() and name != code:
        name = f"{code} {name}"
    # The entry that a follow-up leads to is an id.
    return name if slot is Slot.FOLLOW_UP else ": ".join(part for part in (name, words) if part)
