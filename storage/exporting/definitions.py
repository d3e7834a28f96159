"""What the values of slots are called and mean, after the project's label scheme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.labels import Attribution, Slot
from model.schemes import SLOTS, Scheme
from storage.exporting.formats import Definition

Definitions = dict[Slot, dict[str, Definition]]


def definitions(scheme: Scheme) -> Definitions:
    """By slot and value as text; those of retired labels, too, for rows may hold them."""
    found = {
        slot: {
            label.code: Definition(label.name, label.definition, label.color) for label in scheme.labels[slot]
        }
        for slot in SLOTS
    }
    found[Slot.ATTRIBUTION] = {value.value: Definition(value.value.capitalize()) for value in Attribution}
    return found


def as_json(given: Mapping[Slot, Mapping[str, Definition]]) -> dict[str, Any]:
    return {
        slot.value: {value: list(said) for value, said in values.items()} for slot, values in given.items()
    }


def from_json(stored: Mapping[str, Any]) -> Definitions:
    return {
        Slot(slot): {value: Definition(*said) for value, said in values.items()}
        for slot, values in stored.items()
    }
