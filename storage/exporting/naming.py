"""The bodies that a row names: whom a recommendation asks, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from model.labels import Slot
from storage.exporting.records import Record

# As what the words of a label name somebody.
NAMED_AS = MappingProxyType({Slot.ADDRESSEES: "addressee", Slot.ATTRIBUTION: "speaking"})


class NamedBody(NamedTuple):
    """A name as printed; its offsets are 0 if it does not stand in the text."""

    printed: str
    start: int
    end: int


def names_in(record: Record, slot: Slot) -> Iterator[NamedBody]:
    """The names in the words of one of these labels."""
    label = record.label(slot)
    if label is None:
        return
    if slot is Slot.ATTRIBUTION:
        name = str((label.decoded or {}).get("name", "")).strip()
        start, end = label.words[0] if label.words else (0, 0)
        found = [NamedBody(name, start, end)]
    else:
        text = record.text_of(label)
        found = [NamedBody(text[start:end].strip(), start, end) for start, end in label.words]
    yield from (one for one in found if one.printed)
