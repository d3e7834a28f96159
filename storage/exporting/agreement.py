"""How far people agree who labelled the same entries of a dataset's documents: Krippendorff's alpha for each
of its slots.

Accepting what another person had said is agreement, but not a second judgement: that does not count.
Roles and addressees (as whole sets) are compared as names, forces and actions as steps of a scale.
Needs the extra `formats` (krippendorff); imported where two people labelled the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.engine import Connection

from model.differing import COMPARED, Place, apart
from model.labels import CONFIRMED, Decision, DecisionKey, ReviewerKind, Slot
from storage.exporting.choosing import is_chosen
from storage.exporting.formats import needing_packages
from storage.exporting.settings import Settings
from storage.rows import SLOTS
from storage.schema import DECISION, DOCUMENT, NODE, REVIEWER

_Level = Literal["nominal", "ordinal"]
_LEVELS: Mapping[Slot, _Level] = {
    Slot.ROLE: "nominal",
    Slot.FORCE: "ordinal",
    Slot.ACTION: "ordinal",
    Slot.ADDRESSEES: "nominal",
}


def agreement(connection: Connection, settings: Settings) -> dict[str, dict[str, Any]]:
    """By slot: `alpha` (None if all said the same one value), `entries`, the `same` of them on which all
    agree, and `people`.

    Empty if no two people labelled the same entry. Raises ExportFailed if the package is missing.
    """
    found: dict[str, dict[str, Any]] = {}
    documents = is_chosen(settings)
    for slot, level in _LEVELS.items():
        if slot not in settings.slots:
            continue
        said: dict[int, Counter[str]] = {}
        people = set()
        for node, reviewer, value in connection.execute(_said_by_several(slot, documents)):
            said.setdefault(node, Counter())[_in_any_order(value)] += 1
            people.add(reviewer)
        if said:
            alpha = _alpha(said, level)
            same = sum(len(of_one) == 1 for of_one in said.values())
            found[slot.value] = {"alpha": alpha, "entries": len(said), "same": same, "people": len(people)}
    return found


def unsettled(connection: Connection, settings: Settings) -> dict[str, int]:
    """By report, on how many entries people differ (`model.differing`): the latest word is taken there."""
    wanted = COMPARED & {*settings.slots, Slot.STATUS}
    of_people = and_(DECISION.c.slot.in_(sorted(wanted)), REVIEWER.c.kind == ReviewerKind.PERSON.value)
    rows = connection.execute(
        select(
            DOCUMENT.c.id,
            DECISION.c.node,
            DECISION.c.slot,
            DECISION.c.frame,
            DECISION.c.value,
            DECISION.c.adjudicated,
        )
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(DOCUMENT, and_(DOCUMENT.c.pk == NODE.c.document, is_chosen(settings)))
        .where(of_people, DECISION.c.node.in_(_of_several(of_people, DECISION.c.value)))
    )
    found: dict[tuple[str, int], dict[Place, list[Decision]]] = {}
    for document, node, slot, frame, value, adjudicated in rows:
        key = DecisionKey("", SLOTS[slot], "", frame)
        said = Decision(key, json.loads(value), adjudicated=bool(adjudicated))
        found.setdefault((document, node), {}).setdefault((key.slot, frame), []).append(said)
    return Counter(document for (document, _), said in found.items() if apart(said))


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
    return (
        select(DECISION.c.node, DECISION.c.reviewer, DECISION.c.value)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(DOCUMENT, and_(DOCUMENT.c.pk == NODE.c.document, documents))
        .where(of_people, DECISION.c.node.in_(_of_several(of_people, DECISION.c.reviewer)))
        .order_by(DECISION.c.node, DECISION.c.reviewer)
    )


def _of_several(said: ColumnElement[bool], what: ColumnElement[Any]) -> Select[tuple[int]]:
    """The nodes of which several reviewers said something of one slot, or several values were said."""
    return (
        select(DECISION.c.node)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(said)
        .group_by(DECISION.c.node, DECISION.c.slot, DECISION.c.frame)
        .having(func.count(what.distinct()) > 1)
    )
