"""How much was reviewed: by whom, on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.labels import ReviewerKind, Slot
from storage.schema import DECISION, DOCUMENT, LISTED, NODE, REVIEWER
from storage.shown import seen_by


class Work(NamedTuple):
    """What one person reviewed on one day (where the user is): entries in the state that they gave."""

    day: date
    reviewer: str
    name: str
    entries: int


def work_done(connection: Connection, documents: Collection[str] = (), reviewer: str = "") -> list[Work]:
    """In all documents of the project, or in some of them, as far as this reviewer sees it; the latest day
    first."""
    query = (
        select(DECISION.c.decided_at, REVIEWER.c.id, REVIEWER.c.name)
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(DECISION.c.slot == Slot.STATUS.value, REVIEWER.c.kind == ReviewerKind.PERSON.value, LISTED)
        .where(DECISION.c.decided_at.is_not(None), seen_by(connection, reviewer))
    )
    if documents:
        query = query.where(DOCUMENT.c.id.in_(sorted(documents)))
    counts: Counter[tuple[date, str, str]] = Counter()
    for at, reviewer, name in connection.execute(query):
        counts[datetime.fromisoformat(at).astimezone().date(), reviewer, name] += 1
    return [Work(*who, entries) for who, entries in sorted(counts.items(), reverse=True)]
