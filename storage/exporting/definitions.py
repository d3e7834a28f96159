"""What the values of slots are called and mean: after the project's label scheme, and of concepts after the
vocabularies that come with Paraph. Those of other vocabularies, which may be a hundred thousand, the project
holds (`about.concepts`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from model.labels import Attribution, Slot
from model.schemes import SLOTS, Scheme
from model.vocabularies import Vocabulary
from storage.exporting.formats import Definition

Definitions = dict[Slot, dict[str, Definition]]


_ATTRIBUTIONS = {
    Attribution.BODY: "The body whose report it is.",
    Attribution.STATE: "A State, named as printed.",
    Attribution.CHAIR: "Whoever chairs the meeting.",
    Attribution.SECRETARIAT: "The secretariat.",
    Attribution.SPEAKER: "Somebody who took the floor.",
}


def definitions(scheme: Scheme, vocabularies: Iterable[Vocabulary] = ()) -> Definitions:
    """By slot and value as text; those of retired labels, too, for rows may hold them."""
    found = {
        slot: {
            label.code: Definition(label.name, label.definition, label.color) for label in scheme.labels[slot]
        }
        for slot in SLOTS
    }
    found[Slot.ATTRIBUTION] = {
        value.value: Definition(value.value.capitalize(), meaning) for value, meaning in _ATTRIBUTIONS.items()
    }
    for vocabulary in vocabularies:
        if vocabulary.slot not in SLOTS:
            found.setdefault(vocabulary.slot, {}).update(
                (concept.code, Definition(concept.label(), concept.definition))
                for concept in vocabulary.concepts
            )
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
