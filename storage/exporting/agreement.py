"""How far people agree who labelled the same entries of a dataset's documents: Krippendorff's alpha for each
of its slots.

Who accepted what another person had said agrees with them, but judged nothing anew: that does not count.
Roles and addressees (as whole sets) are compared as names, forces and actions as steps of a scale.
Needs the extra `formats` (krippendorff); imported where two people labelled the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.engine import Connection

from model.labels import CONFIRMED, ReviewerKind, Slot
from storage.exporting.choosing import is_chosen
from storage.exporting.formats import needing_packages
from storage.exporting.settings import Settings
from storage.schema import DECISION, DOCUMENT, NODE, REVIEWER

_Level = Literal["nominal", "ordinal"]
_LEVELS: Mapping[Slot, _Level] = {
    Slot.ROLE: "nominal",
    Slot.FORCE: "ordinal",
    Slot.ACTION: "ordinal",
    Slot.ADDRESSEES: "nominal",
}


def agreement(connection: Connection, settings: Settings) -> dict[str, dict[str, Any]]:
    """By slot: `alpha` (None where all said the same one value), `entries`, the `same` of them on which all
    agree, and `people`.

    Empty where no two people labelled the same entry. Raises ExportFailed where the package is missing.
    """
    found: dict[str, dict[str, Any]] = {}
    documents = is_chosen(settings)
    for slot, level in _LEVELS.items():
        if slot not in settings.slots:
            continue
        said: dict[int, Counter[str]] = {}
        people = set()
        for node, reviewer, value, _ in connection.execute(_said_by_several(slot, documents)):
            said.setdefault(node, Counter())[_in_any_order(value)] += 1
            people.add(reviewer)
        if said:
            alpha = _alpha(said, level)
            same = sum(len(of_one) == 1 for of_one in said.values())
            found[slot.value] = {"alpha": alpha, "entries": len(said), "same": same, "people": len(people)}
    return found


def unsettled(connection: Connection, settings: Settings) -> int:
    """How many entries people label differently, and nobody settled it: the latest word is taken."""
    found: set[int] = set()
    for slot in (slot for slot in _LEVELS if slot in settings.slots):
        said: dict[int, set[str]] = {}
        settled: set[int] = set()
        for node, _, value, adjudicated in connection.execute(_said_by_several(slot, is_chosen(settings))):
            said.setdefault(node, set()).add(_in_any_order(value))
            settled |= {node} if adjudicated else set()
        found |= {node for node, values in said.items() if len(values) > 1 and node not in settled}
    return len(found)


def _in_any_order(value: str) -> str:
    """A value as JSON, the same for lists that hold the same."""
    decoded = json.loads(value)
    return json.dumps(sorted(set(decoded))) if isinstance(decoded, list) else value


def _alpha(said: Mapping[int, Counter[str]], level: _Level) -> float | None:
    values = sorted({value for of_one in said.values() for value in of_one})
    if len(values) == 1:
        return None
    with needing_packages("Agreement between people"):
        import krippendorff

    counts = [[of_one[value] for value in values] for of_one in said.values()]
    domain = list(range(len(values)))
    return round(
        float(krippendorff.alpha(value_counts=counts, value_domain=domain, level_of_measurement=level)), 4
    )


def _said_by_several(slot: Slot, documents: ColumnElement[bool]) -> Any:
    of_people = and_(
        DECISION.c.slot == slot.value,
        DECISION.c.frame == 0,
        DECISION.c.value != "null",
        DECISION.c.rule != CONFIRMED,
        REVIEWER.c.kind == ReviewerKind.PERSON.value,
    )
    several = (
        select(DECISION.c.node)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(of_people)
        .group_by(DECISION.c.node)
        .having(func.count() > 1)
    )
    return (
        select(DECISION.c.node, DECISION.c.reviewer, DECISION.c.value, DECISION.c.adjudicated)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(DOCUMENT, and_(DOCUMENT.c.pk == NODE.c.document, documents))
        .where(of_people, DECISION.c.node.in_(several))
        .order_by(DECISION.c.node, DECISION.c.reviewer)
    )
