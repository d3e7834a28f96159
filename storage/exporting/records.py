"""A document as rows of a dataset, in reading order: what each says, whose word it is, and where it stands.

Which of several words on a slot is taken is the rule of `model.review.Review.shown`: an adjudicated one,
else the given reviewer's own, else another person's, the latest first, else the machine's suggestion. A
suggestion that is inherited from a lead-in says what the lead-in says now. Rows are made straight from the
database's, for a dataset of 100,000 rows should take seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Integer, bindparam, select, type_coerce
from sqlalchemy.engine import Connection

from model.labels import ReviewerKind, Slot, Status
from model.review import Source
from storage.loading import plain_rows
from storage.schema import DECISION, NODE, REVIEWER

# The slots that describe what an entry says, in the order of the columns.
SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES, Slot.VERB, Slot.ACTION)
_NULL = "null"


class Label(NamedTuple):
    """A slot's value as JSON, and where it comes from.

    `source` is a value of `model.review.Source`. `reviewer` and the words are those of the word that is
    taken; `rule` and `confidence` say how it came to this entry. They differ where it is inherited: then
    `lead_in` is the id of the entry that says it, and the words stand there.
    """

    value: str
    source: str
    reviewer: str
    lead_in: str | None
    confidence: float
    rule: str
    spans: str  # JSON: code-point offsets into `text`
    text: str


class Record(NamedTuple):
    """One row. `path` holds the headings above, `regions` is JSON, `labels` has the order of `SLOTS`."""

    id: str
    parent: str | None
    order: int
    path: tuple[str, ...]
    kind: str
    level: int | None
    number: str
    text: str
    page: int
    regions: str
    quote: str
    confidence: float
    labels: tuple[Label | None, ...]
    status: str
    reviewed_by: str | None
    reviewed_at: str | None


class People(NamedTuple):
    """Ids, names and kinds by the file's keys, and the reviewer through whose eyes the dataset is seen."""

    ids: dict[int, str]
    names: dict[int, str]
    machines: frozenset[int]
    eye: int | None


def read_people(connection: Connection, reviewer_id: str | None) -> People:
    rows = connection.execute(select(REVIEWER)).all()
    return People(
        {row.pk: row.id for row in rows},
        {row.pk: row.name for row in rows},
        frozenset(row.pk for row in rows if row.kind == ReviewerKind.MACHINE.value),
        next((row.pk for row in rows if row.id == reviewer_id), None),
    )


def read_records(connection: Connection, document: int, people: People) -> Iterator[Record]:
    """The rows of a document. A node that hangs below none of its roots has none (`storage.checking`)."""
    nodes = {row[0]: row for row in plain_rows(connection, _NODES, document)}
    words = _Words(connection, document, people, nodes)
    children: dict[int | None, list[tuple[int, str, int]]] = {}
    for key, node_id, parent, rank, *_ in nodes.values():
        children.setdefault(parent, []).append((rank, node_id, key))
    for row in children.values():
        row.sort(reverse=True)
    paths: dict[int | None, tuple[str, ...]] = {None: ()}
    stack = children.get(None, [])
    order = 0
    while stack:
        key = stack.pop()[2]
        _, node_id, parent, _, kind, level, number, text, page, regions, quote, confidence = nodes[key]
        path = paths[parent]
        below = children.get(key)
        if below is not None:
            stack += below
            paths[key] = (*path, _heading(number, text)) if kind == "section" else path
        order += 1
        yield Record(
            node_id, None if parent is None else nodes[parent][1], order, path, kind, level, number, text,
            page, regions, text if quote is None else quote, confidence,
            words.labels(key, parent), *words.status(key)
        )  # fmt: skip


def _heading(number: str, text: str) -> str:
    return f"{number}. {text}" if number else text


class _Words:
    """The word that is taken for each slot of a document's nodes."""

    def __init__(self, connection: Connection, document: int, people: People,
                 nodes: dict[int, Any]) -> None:  # fmt: skip
        self._people = people
        self._nodes = nodes
        self._best: dict[int, list[Any]] = {}
        self._labels: dict[int | None, tuple[Label | None, ...]] = {None: _NO_LABELS}
        best = self._best
        empty: list[Any] = [None] * len(_PLACES)
        for row in plain_rows(connection, _DECISIONS, document):
            words = best.get(row[0])
            if words is None:
                words = best[row[0]] = empty.copy()
            place = _PLACES[row[1]]
            if words[place] is None or self._goes_before(row, words[place]):
                words[place] = row

    def labels(self, key: int, parent: int | None) -> tuple[Label | None, ...]:
        """Those of the node above must have been asked for before."""
        words = self._best.get(key)
        if words is None:
            found = _NO_LABELS
        else:
            above = self._labels[parent]
            found = tuple(
                [
                    None if row is None else self._label(row, of_above)
                    for row, of_above in zip(words, above, strict=False)
                ]
            )
        self._labels[key] = found
        return found

    def status(self, key: int) -> tuple[str, str | None, str | None]:
        """The status, whose word it is and when it was said."""
        words = self._best.get(key)
        row = words[-1] if words is not None else None
        if row is None or row[3] == _NULL:
            return _UNREVIEWED
        return json.loads(row[3]), self._people.names[row[2]], row[4]

    def _label(self, row: Any, above: Label | None) -> Label:
        key, _, reviewer, value, _, spans, confidence, rule, _ = row
        rank = self._rank(row)
        if rank == _SUGGESTED and above is not None and above[0] != _NULL and rule.startswith("inherited"):
            value, _, name, lead_in, _, _, spans, text = above
            lead_in = lead_in or self._nodes[self._nodes[key][2]][1]
            return Label(value, _INHERITED, name, lead_in, confidence, rule, spans, text)
        text = self._nodes[key][7]
        return Label(value, _SOURCES[rank], self._people.names[reviewer], None, confidence, rule, spans, text)

    def _rank(self, row: Any) -> int:
        """The place of whose word it is in `_SOURCES`."""
        reviewer, adjudicated = row[2], row[8]
        if adjudicated:
            return 0
        if reviewer == self._people.eye:
            return 1
        return _SUGGESTED if reviewer in self._people.machines else 2

    def _goes_before(self, row: Any, other: Any) -> bool:
        mine, others = self._rank(row), self._rank(other)
        if mine != others:
            return mine < others
        if row[4] != other[4]:
            return (row[4] or "") > (other[4] or "")
        return self._people.ids[row[2]] < self._people.ids[other[2]]


_UNREVIEWED = Status.UNREVIEWED.value, None, None
_NO_LABELS: tuple[Label | None, ...] = (None,) * len(SLOTS)
_PLACES = {slot.value: place for place, slot in enumerate((*SLOTS, Slot.STATUS))}
# Plain texts: to look an enumeration's member up takes as long as all the rest of a row.
_SOURCES = tuple(
    source.value for source in (Source.ADJUDICATED, Source.OWN, Source.OTHER_REVIEWER, Source.SUGGESTED)
)
_SUGGESTED = 3
_INHERITED = Source.INHERITED.value

_NODES = select(
    NODE.c.pk, NODE.c.id, NODE.c.parent, NODE.c.rank, NODE.c.kind, NODE.c.level, NODE.c.number, NODE.c.text,
    NODE.c.page, NODE.c.regions, NODE.c.quote, NODE.c.confidence,
).where(NODE.c.document == bindparam("document"))  # fmt: skip

# Read as plain columns: a boolean type would call Python for every row.
_DECISIONS = (
    select(DECISION.c.node, DECISION.c.slot, DECISION.c.reviewer, DECISION.c.value, DECISION.c.decided_at,
           DECISION.c.evidence, DECISION.c.confidence, DECISION.c.rule,
           type_coerce(DECISION.c.adjudicated, Integer))
    .join(NODE, NODE.c.pk == DECISION.c.node)
    .where(NODE.c.document == bindparam("document"), DECISION.c.frame == 0)
)  # fmt: skip
