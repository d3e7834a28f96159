"""Where people who labelled the same entry differ, and nobody has settled it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from model.labels import Decision, Role, Slot, Status
from model.review import Review

Place = tuple[Slot, int]  # a slot, and which of the entry's recommendations

# What two people who mean the same say in the same way; their words for a task differ without a difference.
COMPARED = frozenset({Slot.STATUS, Slot.ROLE, Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES})
_OF_THE_ENTRY = frozenset({Slot.STATUS, Slot.ROLE})


def differing(review: Review, node_id: str) -> dict[Place, list[Decision]]:
    """Each slot of which people say different things, with what they say, the earliest first.

    Whoever rejects an entry differs from those who accept it, however they label it. Where a role was settled
    that is none of a recommendation, nothing else is asked.
    """
    said: dict[Place, list[Decision]] = defaultdict(list)
    for decision in review.decisions(node_id):
        of_person = decision.key.reviewer not in review.machines and not review.hides(decision)
        if decision.key.slot in COMPARED and of_person:
            said[decision.key.slot, decision.key.frame].append(decision)
    return apart(said)


def apart(said: Mapping[Place, Sequence[Decision]]) -> dict[Place, list[Decision]]:
    """Of all that people say of an entry, by place, what they say differently."""
    roles = said.get((Slot.ROLE, 0), ())
    other_role = any(one.adjudicated and one.value != Role.RECOMMENDATION for one in roles)
    return {
        place: sorted(of_slot, key=lambda one: one.said_at)
        for place, of_slot in said.items()
        if len({_meaning(one) for one in of_slot} - {None}) > 1
        and not any(one.adjudicated for one in of_slot)
        and not (other_role and place[0] not in _OF_THE_ENTRY)
    }


def _meaning(decision: Decision) -> Any:
    """What is compared of a value; None for a state that says nothing about what goes into the dataset."""
    match decision.key.slot:
        case Slot.ADDRESSEES:
            return frozenset(decision.value or ())
        case Slot.STATUS if decision.value in (Status.FLAGGED, Status.UNREVIEWED):
            return None
        case Slot.STATUS:
            return decision.value == Status.REJECTED
    return decision.value
