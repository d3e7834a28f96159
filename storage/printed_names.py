"""The names of bodies as the reports of a project print them: whom recommendations ask, whose word they are,
and the organizations in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.engine import Connection

from model.labels import NO_WORDS, Slot, Span
from storage.listing import read_entries
from storage.rows import decoding, evidence_from, from_json
from storage.schema import DECISION, DOCUMENT, LISTED, NODE
from storage.shown import shown_decisions


class Use(StrEnum):
    """As what a body is named."""

    ADDRESSEE = "addressee"
    SPEAKING = "speaking"  # whose word a recommendation is
    LISTED = "listed"


@dataclass(slots=True)
class Printed:
    """A name as reports print it: how often as what, and where (report, entry, its words there)."""

    name: str
    uses: Counter[Use] = field(default_factory=Counter)
    places: list[tuple[str, str, Span]] = field(default_factory=list)

    @property
    def reports(self) -> int:
        return len({document for document, _, _ in self.places})


def printed_names(connection: Connection, reviewer: str = "") -> list[Printed]:
    """All names of bodies in the project's reports, as this reviewer sees them (`Review.shown`)."""
    found: dict[str, Printed] = {}
    for use, name, place in (*_said(connection, reviewer), *_listed(connection, reviewer)):
        one = found.setdefault(name, Printed(name))
        one.uses[use] += 1
        one.places.append(place)
    return list(found.values())


_Place = tuple[str, str, Span]


def _said(connection: Connection, reviewer: str) -> Iterator[tuple[Use, str, _Place]]:
    """In the words of labels; what is inherited stands in its lead-in."""
    with decoding():
        for row in connection.execute(_query(connection, Slot.ADDRESSEES, reviewer)):
            for span in evidence_from(row.evidence):
                if name := row.text[span.start : span.end].strip():
                    yield Use.ADDRESSEE, name, (row.document, row.id, span)
        for row in connection.execute(_query(connection, Slot.ATTRIBUTION, reviewer)):
            if name := str((from_json(row.value) or {}).get("name", "")).strip():
                spans = evidence_from(row.evidence)
                yield Use.SPEAKING, name, (row.document, row.id, spans[0] if spans else NO_WORDS)


def _listed(connection: Connection, reviewer: str) -> Iterator[tuple[Use, str, _Place]]:
    for entry in read_entries(connection, reviewer):
        if entry.body:
            yield Use.LISTED, entry.name, (entry.document, entry.node, entry.span)


def _query(connection: Connection, slot: Slot, reviewer: str) -> Select[Any]:
    shown = shown_decisions(connection, slot, reviewer).add_columns(DECISION.c.evidence).subquery()
    return (
        select(DOCUMENT.c.id.label("document"), NODE.c.id, NODE.c.text, shown.c.value, shown.c.evidence)
        .join(shown, shown.c.node == NODE.c.pk)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(LISTED, shown.c.place == 1)
        .order_by(NODE.c.pk)
    )
