"""Documents out of the project file: one with its whole tree, or all of them as a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Integer, and_, bindparam, case, func, select, type_coerce
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import Select

from model.documents import Document, PageInfo
from model.garbage_collection import uncollected
from model.labels import Decision, DecisionKey, ReviewerKind, Slot, Status
from model.nodes import CLASSIFIED, Anchor, Node, Region
from model.report_names import ReportName, report_names
from model.review import Review
from storage.rows import (
    KINDS,
    SLOTS,
    decoding,
    document_from,
    evidence_from,
    extra_from,
    reasons_from,
    text_of,
)
from storage.schema import DECISION, DOCUMENT, LISTED, NODE, PAGE, REVIEWER
from storage.shown import seen_by

# Values that are decoded in one call.
_AT_ONCE = 250
# Named tuples without a call of Python for each: there are tens of thousands.
_new_region = partial(tuple.__new__, Region)
_new_anchor = partial(tuple.__new__, Anchor)
_new_key = partial(tuple.__new__, DecisionKey)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the library's list.

    `classified` counts its paragraphs and items, `counts` how many of them have each status; of several
    reviewers' statuses of one node the adjudicated one counts, else the latest; or that of who judges alone.
    """

    id: str
    name: str
    symbol: str
    title: str
    language: str
    pages: int
    sha256: str
    coverage: float = 1.0
    imported_at: datetime | None = None
    classified: int = 0
    counts: Mapping[Status, int] = field(default_factory=dict)
    extractor: str = ""

    @property
    def reviewed(self) -> int:
        return self.classified - self.counts.get(Status.UNREVIEWED, 0)


def list_documents(connection: Connection, reviewer: str = "") -> list[DocumentRow]:
    """All documents that are completely there and not taken out, in the order of their import, as far as this
    reviewer sees that they were reviewed (`storage.shown.seen_by`)."""
    classified = _classified_counts(connection)
    counts = _status_counts(connection, reviewer)
    query = select(DOCUMENT).where(LISTED).order_by(DOCUMENT.c.pk)
    with decoding():
        return [
            _document_row(row, classified.get(row.pk, 0), counts.get(row.pk, {}))
            for row in connection.execute(query)
        ]


def names_of_reports(connection: Connection) -> dict[str, ReportName]:
    """What lists call each report that is not taken out, by its id."""
    query = select(DOCUMENT.c.id, DOCUMENT.c.symbol, DOCUMENT.c.name, DOCUMENT.c.title).where(LISTED)
    rows = connection.execute(query).all()
    names = report_names(rows)
    return {row.id: ReportName(names[row.id], row.title) for row in rows}


def _document_row(row: Row[Any], total: int, counts: dict[Status, int]) -> DocumentRow:
    counts[Status.UNREVIEWED] = total - sum(counts.values())
    return DocumentRow(
        row.id, row.name, row.symbol, row.title, row.language, row.page_count, row.sha256, row.coverage,
        datetime.fromisoformat(row.imported_at), total, counts, row.extractor,
    )  # fmt: skip


def load_document(connection: Connection, document_id: str) -> tuple[int, Document]:
    """The file's key of a document, and the document. Raises KeyError for an unknown one."""
    row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == document_id)).mappings().first()
    if row is None:
        raise KeyError(f"no document {document_id}")
    key = int(row["pk"])
    with decoding():
        pages = tuple(
            PageInfo(number, width, height, rotation, tuple(crop), text_of(label))
            for number, width, height, rotation, label, *crop in plain_rows(connection, _PAGES, key)
        )
        return key, document_from(dict(row), pages)


def load_review(connection: Connection, document_id: str) -> Review:
    """A document with its tree and everybody's decisions. Raises KeyError for an unknown one."""
    key, document = load_document(connection, document_id)
    people = connection.execute(select(REVIEWER.c.pk, REVIEWER.c.id, REVIEWER.c.kind)).all()
    machines = frozenset(row.id for row in people if row.kind == ReviewerKind.MACHINE.value)
    with uncollected():
        with decoding():
            nodes, ids = _load_nodes(connection, key)
            decisions = _load_decisions(connection, key, ids, {row.pk: row.id for row in people})
        return Review(document, nodes, decisions, machines)


def _load_nodes(connection: Connection, document: int) -> tuple[list[Node], dict[int, str]]:
    rows = plain_rows(connection, _NODES, document)
    if {type(words) for row in rows for words in row[6:8]} - {str}:
        raise TypeError("an entry's number or words are no text")
    ids: dict[int | None, str | None] = {row[0]: row[1] for row in rows}
    ids[None] = None
    places = _each_decoded([row[8] for row in rows])
    said = _Decoded(reasons_from)  # they repeat
    nodes = []
    for row, regions in zip(rows, places, strict=True):
        (_, node_id, parent, rank, kind, level, number, text, _, quote, prefix, suffix, confidence, reasons,
         extra) = row  # fmt: skip
        place = tuple(map(_new_region, regions))
        anchor = _new_anchor((place, text if quote is None else quote, prefix, suffix))
        nodes.append(
            Node(node_id, KINDS[kind], text, ids[parent], rank, level, number, anchor, confidence,
                 said[reasons], extra_from(extra))
        )  # fmt: skip
    del ids[None]
    return nodes, ids  # type: ignore[return-value]  # keys and ids of rows are never None


def _load_decisions(
    connection: Connection, document: int, nodes: dict[int, str], people: dict[int, str]
) -> list[Decision]:
    # Values, times and evidence repeat: most rows share a handful of them.
    values = _Decoded(_value_from)
    times = _Decoded(datetime.fromisoformat, {None: None})
    spans = _Decoded(evidence_from)
    decisions = []
    for row in plain_rows(connection, _DECISIONS, document):
        node, slot, reviewer, frame, text, decided_at, evidence, confidence, rule, adjudicated = row
        value, copied = values[text]
        key = _new_key((nodes[node], SLOTS[slot], people[reviewer], frame))
        decisions.append(
            Decision(key, copied(value) if copied is not None else value, times[decided_at], spans[evidence],
                     confidence, rule, adjudicated != 0)
        )  # fmt: skip
    return decisions


class _Decoded(dict[Any, Any]):
    """What texts of the file stand for, each worked out when it is first looked up."""

    def __init__(self, decode: Callable[[str], Any], known: Mapping[Any, Any] | None = None) -> None:
        super().__init__(known or {})
        self._decode = decode

    def __missing__(self, text: str) -> Any:
        self[text] = decoded = self._decode(text)
        return decoded


def _value_from(text: str) -> tuple[Any, Callable[[Any], Any] | None]:
    """A decision's value, and what makes it again: no two decisions may share one list."""
    value = json.loads(text)
    if not isinstance(value, list | dict):
        return value, None
    parts = value.values() if isinstance(value, dict) else value
    return value, deepcopy if any(isinstance(part, list | dict) for part in parts) else type(value).copy


def plain_rows(connection: Connection, query: Select[Any], document: int) -> list[tuple[Any, ...]]:
    """The driver's own rows: wrapping and unwrapping each would take a tenth of the time."""
    with connection.execute(query, {"document": document}) as result:
        assert result.cursor is not None
        return list(result.cursor.fetchall())


def _each_decoded(texts: list[str]) -> Iterator[Any]:
    """JSON values, many at once; not all, for while it decodes the window stands still."""
    for start in range(0, len(texts), _AT_ONCE):
        yield from json.loads(f"[{','.join(texts[start : start + _AT_ONCE])}]")


def _classified_counts(connection: Connection) -> dict[int, int]:
    kinds = [kind.value for kind in CLASSIFIED]
    query = select(NODE.c.document, func.count()).where(NODE.c.kind.in_(kinds)).group_by(NODE.c.document)
    return {row[0]: row[1] for row in connection.execute(query)}


def _status_counts(connection: Connection, reviewer: str) -> dict[int, dict[Status, int]]:
    order = case((DECISION.c.adjudicated, 0), else_=1), DECISION.c.decided_at.desc(), DECISION.c.reviewer
    place = func.row_number().over(partition_by=DECISION.c.node, order_by=order)
    ranked = (
        select(NODE.c.document, DECISION.c.value, place.label("place"))
        .join(NODE, and_(NODE.c.pk == DECISION.c.node, NODE.c.kind.in_([kind.value for kind in CLASSIFIED])))
        .join(REVIEWER, REVIEWER.c.pk == DECISION.c.reviewer)
        .where(DECISION.c.slot == Slot.STATUS.value, DECISION.c.frame == 0, seen_by(connection, reviewer))
    )
    rows = ranked.subquery()
    query = (
        select(rows.c.document, rows.c.value, func.count())
        .where(rows.c.place == 1)
        .group_by(rows.c.document, rows.c.value)
    )
    found: dict[int, dict[Status, int]] = {}
    for document, value, count in connection.execute(query):
        status = json.loads(value)
        if status:
            of_document = found.setdefault(document, {})
            of_document[Status(status)] = of_document.get(Status(status), 0) + count
    for of_document in found.values():
        of_document.pop(Status.UNREVIEWED, None)
    return found


_PAGES = (
    select(PAGE.c.number, PAGE.c.width, PAGE.c.height, PAGE.c.rotation, PAGE.c.label,
           PAGE.c.crop_x0, PAGE.c.crop_y0, PAGE.c.crop_x1, PAGE.c.crop_y1)
    .where(PAGE.c.document == bindparam("document"))
    .order_by(PAGE.c.number)
)  # fmt: skip

_NODES = select(
    NODE.c.pk, NODE.c.id, NODE.c.parent, NODE.c.rank, NODE.c.kind, NODE.c.level, NODE.c.number, NODE.c.text,
    NODE.c.regions, NODE.c.quote, NODE.c.prefix, NODE.c.suffix, NODE.c.confidence, NODE.c.reasons,
    NODE.c.extra,
).where(NODE.c.document == bindparam("document"))  # fmt: skip

# Read as plain columns: a boolean type would call Python for every row.
_DECISIONS = (
    select(DECISION.c.node, DECISION.c.slot, DECISION.c.reviewer, DECISION.c.frame, DECISION.c.value,
           DECISION.c.decided_at, DECISION.c.evidence, DECISION.c.confidence, DECISION.c.rule,
           type_coerce(DECISION.c.adjudicated, Integer))
    .join(NODE, NODE.c.pk == DECISION.c.node)
    .where(NODE.c.document == bindparam("document"))
)  # fmt: skip
