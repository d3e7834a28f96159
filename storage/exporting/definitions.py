"""What the values of slots are called and mean: the project's label scheme, else the one that comes along."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from sqlalchemy.engine import Connection

from model.labels import Action, Addressee, Attribution, Force, Role, Slot
from storage.exporting.formats import Definition

_SCALES: Mapping[Slot, type[Enum]] = {
    Slot.ROLE: Role,
    Slot.FORCE: Force,
    Slot.ACTION: Action,
    Slot.ADDRESSEES: Addressee,
    Slot.ATTRIBUTION: Attribution,
}


def definitions(connection: Connection) -> dict[Slot, dict[str, Definition]]:
    """By slot and value as text."""
    return {
        slot: {str(value.value): Definition(_name(value)) for value in values}
        for slot, values in _SCALES.items()
    }


def _name(value: Enum) -> str:
    return value.name.replace("_", " ").capitalize()
