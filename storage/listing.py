"""The entries of all lists of a project: who attended and spoke, officers, agendas, documents, votes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.engine import Connection

from model.bodies import Bodies
from model.labels import ReviewerKind, Slot, Span
from model.lists import DETAILS, names_organization
from model.review import Source
from storage.bodies import read_bodies
from storage.loading import names_of_reports
from storage.rows import evidence_from, regions_from
from storage.schema import DECISION, DOCUMENT, LISTED, NODE, REVIEWER
from storage.shown import shown_decisions

# The columns of a table of entries, beside what the entries hold themselves.
_PLACE = ("document", "symbol", "date", "entry", "place", "page")
_HELD = ("list", "category", "name", "country", "iso3", "iso2", "m49", *DETAILS)
COLUMNS = (*_PLACE, *_HELD, "body", "start", "end", "source", "reviewer")


class Listed(NamedTuple):
    """One entry of a list, and where it stands.

    `value` is as in `model.labels.Slot.ENTRIES`, `span` its words in the text of `node` (empty if it has
    none), `place` counts the entries of one node from 0. `source` says whose word it is. `body` is the
    project's name for the organization that the entry names, the printed one where it has none; empty for all
    else. `report` is what lists call the report, where the entry was read for one.
    """

    document: str
    symbol: str
    date: str
    node: str
    place: int
    page: int
    value: Mapping[str, Any]
    span: Span
    source: Source
    reviewer: str
    body: str = ""
    report: str = ""

    @property
    def list(self) -> str:
        return str(self.value.get("list", ""))

    @property
    def name(self) -> str:
        return str(self.value.get("name", ""))

    @property
    def year(self) -> str:
        return self.date[:4]

    def as_row(self) -> dict[str, Any]:
        """The entry as one row of a table with COLUMNS."""
        where = (self.document, self.symbol, self.date, self.node, self.place, self.page)
        row: dict[str, Any] = dict(zip(_PLACE, where, strict=True))
        row |= {key: self.value.get(key, "") for key in _HELD}
        return row | {"body": self.body, "start": self.span.start, "end": self.span.end,
                      "source": self.source.value, "reviewer": self.reviewer}  # fmt: skip


def read_entries(connection: Connection, reviewer: str | None = None) -> list[Listed]:
    """The entries of all documents in the order of import, page and place; `reviewer` is the id of the person
    who sees them (`Review.shown`)."""
    rows = sorted(connection.execute(_query(connection, reviewer or "")), key=_reading_order)
    bodies, names = read_bodies(connection), names_of_reports(connection)
    return [entry for row in rows for entry in _entries(row, reviewer, bodies, names[row.document_id].name)]


def body_of(value: Mapping[str, Any], bodies: Bodies) -> str:
    """What `Listed.body` is of an entry."""
    if not names_organization(value):
        return ""
    name = str(value.get("name", ""))
    return bodies.get(name) or bodies.get(str(value.get("acronym", ""))) or name


def _query(connection: Connection, reviewer: str) -> Select[Any]:
    shown = (
        shown_decisions(connection, Slot.ENTRIES, reviewer)
        .add_columns(
            DECISION.c.evidence, DECISION.c.adjudicated, REVIEWER.c.id, REVIEWER.c.name, REVIEWER.c.kind
        )
        .where(DECISION.c.frame == 0)
        .subquery()
    )
    return (
        select(NODE.c.pk, NODE.c.id, NODE.c.page, NODE.c.regions, DOCUMENT.c.pk.label("document"),
               DOCUMENT.c.id.label("document_id"), DOCUMENT.c.symbol, DOCUMENT.c.name, DOCUMENT.c.date,
               shown.c.value, shown.c.evidence, shown.c.adjudicated, shown.c.kind,
               shown.c.id.label("reviewer"), shown.c.name.label("reviewer_name"))
        .join(shown, shown.c.node == NODE.c.pk)
        .join(DOCUMENT, DOCUMENT.c.pk == NODE.c.document)
        .where(LISTED, shown.c.place == 1)
    )  # fmt: skip


def _source(row: Any, reviewer: str | None) -> Source:
    if row.adjudicated:
        return Source.ADJUDICATED
    if row.kind == ReviewerKind.MACHINE.value:
        return Source.SUGGESTED
    return Source.OWN if row.reviewer == reviewer else Source.REVIEWER


def _reading_order(row: Any) -> tuple[int, int, float, int]:
    """By document, page and height on the page; at one height as they were made."""
    regions = regions_from(row.regions)
    return row.document, row.page, regions[0].y0 if regions else 0.0, row.pk


def _entries(row: Any, reviewer: str | None, bodies: Bodies, name: str) -> Iterator[Listed]:
    values = json.loads(row.value) or ()
    spans = evidence_from(row.evidence)
    source = _source(row, reviewer)
    for place, value in enumerate(values):
        span = spans[place] if place < len(spans) else Span(0, 0)
        yield Listed(row.document_id, row.symbol or row.name, row.date or "", row.id, place, row.page, value,
                     span, source, row.reviewer_name, body_of(value, bodies), name)  # fmt: skip
