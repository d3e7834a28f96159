"""A document as rows of a dataset, in reading order: what each says, whose word it is, and where it stands.

Which of several words on a slot is taken is the rule of `model.review.Review.shown`: an adjudicated one,
else the given reviewer's own, else another person's, the latest first, else the machine's suggestion. A
suggestion that is inherited from a lead-in says what the lead-in says now. Rows are made straight from the
database's, for a dataset of 100,000 rows should take seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Integer, bindparam, select, type_coerce
from sqlalchemy.engine import Connection

from model.labels import PASSED_DOWN_SLOTS, ReviewerKind, Slot, Status
from model.nodes import Kind
from model.review import Source
from storage.errors import ExportFailed
from storage.loading import plain_rows
from storage.schema import DECISION, NODE, REVIEWER

# The slots that describe what an entry says, in the order of the columns; the status has columns of its own.
SLOTS = tuple(slot for slot in Slot if slot is not Slot.STATUS)


def column(slot: Slot) -> str:
    """A slot's name as a column or key in every format."""
    return slot.value.replace("-", "_")


# A slot's place in a record's labels.
PLACES = {slot.value: place for place, slot in enumerate((*SLOTS, Slot.STATUS))}
_STATUS, _ROLE = PLACES[Slot.STATUS.value], PLACES[Slot.ROLE.value]
_PASSED_DOWN = tuple(PLACES[slot.value] for slot in SLOTS if slot in PASSED_DOWN_SLOTS)
_ITEM = Kind.ITEM.value
_NULL = "null"


class Label(NamedTuple):
    """A slot's value as JSON, and where it comes from.

    `source` is a value of `model.review.Source`. `reviewer` and the words are those of the word that is
    taken; `rule` and `confidence` say how it came to this entry. They differ where it is inherited: then
    `lead_in` is the id of the entry that says it, and the words stand there. `at` is when a person said it.
    In the slots that hold lists `spans[i]` are the words of the value's item i, addressees apart.
    """

    value: str
    source: str
    reviewer: str
    lead_in: str | None
    confidence: float
    rule: str
    at: str | None
    spans: str  # JSON: code-point offsets into `text`
    text: str

    @property
    def decoded(self) -> Any:
        """The value as `model.labels.Slot` describes it."""
        return json.loads(self.value)

    @property
    def words(self) -> list[tuple[int, int]]:
        """The spans as pairs of code-point offsets; an empty one stands for no words."""
        return [(start, end) for start, end in json.loads(self.spans)]


# Past a named tuple's own `__new__`, which is a function of Python's.
_new = tuple.__new__
Labels = tuple[Label | None, ...]
NO_LABELS: Labels = (None,) * len(SLOTS)


class Record(NamedTuple):
    """One row: an entry with the first recommendation in it. Each further one is a row that follows, with the
    next `frame` and its own labels; the role and all else is repeated.

    `order` counts the document's entries from 1, `path` holds the headings above. `regions`
    (`[[page, x0, y0, x1, y1], ...]`), `reasons` and `extra` (`model.nodes.Node`) are JSON. `labels` has the
    order of `SLOTS`.
    """

    id: str
    frame: int
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
    prefix: str
    suffix: str
    confidence: float
    reasons: str
    extra: str
    labels: Labels
    status: str
    reviewed_by: str | None
    reviewed_at: str | None

    def label(self, slot: Slot) -> Label | None:
        return self.labels[PLACES[slot.value]]


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


def read_records(connection: Connection, document: int, people: People, name: str = "") -> Iterator[Record]:
    """The rows of a document. Raises ExportFailed where a node hangs below none of its roots."""
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
        (_, node_id, parent, _, kind, level, number, text, page, regions, quote, prefix, suffix, confidence,
         reasons, extra) = nodes[key]  # fmt: skip
        path = paths[parent]
        below = children.get(key)
        if below is not None:
            stack += below
            paths[key] = (*path, heading(number, text)) if kind == "section" else path
        order += 1
        first, status, further = words.of(key, parent, is_above=below is not None)
        record = _new(Record, (
            node_id, 0, None if parent is None else nodes[parent][1], order, path, kind, level, number, text,
            page, regions, text if quote is None else quote, prefix, suffix, confidence, reasons, extra,
            first, *status
        ))  # fmt: skip
        yield record
        for frame, labels in further:
            yield record._replace(frame=frame, labels=labels)
    if order != len(nodes):
        raise ExportFailed(
            f"{name}: {len(nodes)} entries are stored, but only {order} hang in its outline; "
            "run “paraph check” on the project"
        )


def heading(number: str, text: str) -> str:
    """A section as it stands in the paths of what is below it."""
    return f"{number}. {text}" if number else text


# A status, whose word it is and when it was said; the labels of further recommendations by frame.
_Status = tuple[str, str | None, str | None]
_Further = list[tuple[int, Labels]]
_NO_ROWS = slice(0)


class _Words:
    """The word that is taken for each slot of a document's nodes."""

    def __init__(self, connection: Connection, document: int, people: People,
                 nodes: dict[int, Any]) -> None:  # fmt: skip
        self._people = people
        self._nodes = nodes
        self._ranks = {
            key: 1 if key == people.eye else _SUGGESTED if key in people.machines else 2
            for key in people.names
        }
        self._passed: dict[int | None, Labels] = {None: NO_LABELS}
        self._rows = plain_rows(connection, _DECISIONS, document)
        self._of: dict[int, slice] = {}
        start = 0
        for key, rows in groupby(self._rows, itemgetter(0)):
            end = start + sum(1 for _ in rows)
            self._of[key] = slice(start, end)
            start = end

    def of(self, key: int, parent: int | None, *, is_above: bool) -> tuple[Labels, _Status, _Further]:
        """The labels of the first recommendation in a node, its status, and the labels of the further
        recommendations by frame.

        Those of the node above must have been asked for before, and that it is above one: what it passes
        down is its role, and what its last recommendation says (`Review.shown`).
        """
        words, others = self._taken(key)
        first = passed = self._filled(key, words, parent) if words else NO_LABELS
        role = first[_ROLE]
        if role is not None and role[1] == _INHERITED and self._nodes[key][4] == _ITEM:
            first = passed = self._with_passed_down(first, parent)
        further = []
        for frame, of_frame in sorted(others.items()):
            passed = _with_role(self._filled(key, of_frame, parent), first)
            further.append((frame, passed))
        if is_above:
            self._passed[key] = passed
        return first, self._status(words), further

    def _taken(self, key: int) -> tuple[dict[int, Any], dict[int, dict[int, Any]]]:
        """The rows that are taken, by place: of the first recommendation, and of further ones by frame."""
        first: dict[int, Any] = {}
        further: dict[int, dict[int, Any]] = {}
        for row in self._rows[self._of.get(key, _NO_ROWS)]:
            of_one = further.setdefault(row[2], {}) if row[2] else first
            place = PLACES[row[1]]
            if place not in of_one or self._goes_before(row, of_one[place]):
                of_one[place] = row
        return first, further

    def _status(self, words: dict[int, Any]) -> _Status:
        row = words.get(_STATUS)
        if row is None or row[4] == _NULL:
            return _UNREVIEWED
        return json.loads(row[4]), self._people.names[row[3]], row[5]

    def _filled(self, key: int, words: dict[int, Any], parent: int | None) -> Labels:
        found: list[Label | None] = [None] * len(SLOTS)
        names, ranks, text = self._people.names, self._ranks, self._nodes[key][7]
        for place, row in words.items():
            if place == _STATUS:
                continue
            _, _, _, reviewer, value, at, spans, confidence, rule, adjudicated = row
            rank = 0 if adjudicated else ranks[reviewer]
            if rank == _SUGGESTED and rule.startswith("inherited"):
                above = self._from_above(place, parent)
                if above is not None:
                    found[place] = above._replace(confidence=confidence, rule=rule)
                    continue
            found[place] = _new(
                Label, (value, _SOURCES[rank], names[reviewer], None, confidence, rule, at, spans, text)
            )
        return tuple(found)

    def _with_passed_down(self, labels: Labels, parent: int | None) -> Labels:
        """What nobody says of an item itself is said by its lead-in."""
        found = list(labels)
        for place in _PASSED_DOWN:
            if found[place] is None:
                found[place] = self._from_above(place, parent)
        return tuple(found)

    def _from_above(self, place: int, parent: int | None) -> Label | None:
        """What the nearest entry above says that says anything, however many levels up."""
        while parent is not None:
            label = self._passed[parent][place]
            if label is not None and label[0] != _NULL:
                return label._replace(source=_INHERITED, lead_in=label[3] or self._nodes[parent][1])
            parent = self._nodes[parent][2]
        return None

    def _rank(self, row: Any) -> int:
        """The place of whose word it is in `_SOURCES`."""
        return 0 if row[9] else self._ranks[row[3]]

    def _goes_before(self, row: Any, other: Any) -> bool:
        mine, others = self._rank(row), self._rank(other)
        if mine != others:
            return mine < others
        if row[5] != other[5]:
            return (row[5] or "") > (other[5] or "")
        return self._people.ids[row[3]] < self._people.ids[other[3]]


def _with_role(labels: Labels, first: Labels) -> Labels:
    return (*labels[:_ROLE], first[_ROLE], *labels[_ROLE + 1 :])


_UNREVIEWED = Status.UNREVIEWED.value, None, None
# Plain texts: to look an enumeration's member up takes as long as all the rest of a row.
_SOURCES = tuple(
    source.value for source in (Source.ADJUDICATED, Source.OWN, Source.OTHER_REVIEWER, Source.SUGGESTED)
)
_SUGGESTED = 3
_INHERITED = Source.INHERITED.value

_NODES = select(
    NODE.c.pk, NODE.c.id, NODE.c.parent, NODE.c.rank, NODE.c.kind, NODE.c.level, NODE.c.number, NODE.c.text,
    NODE.c.page, NODE.c.regions, NODE.c.quote, NODE.c.prefix, NODE.c.suffix, NODE.c.confidence,
    NODE.c.reasons, NODE.c.extra,
).where(NODE.c.document == bindparam("document"))  # fmt: skip

# Read as plain columns: a boolean type would call Python for every row.
_DECISIONS = (
    select(DECISION.c.node, DECISION.c.slot, DECISION.c.frame, DECISION.c.reviewer, DECISION.c.value,
           DECISION.c.decided_at, DECISION.c.evidence, DECISION.c.confidence, DECISION.c.rule,
           type_coerce(DECISION.c.adjudicated, Integer))
    .join(NODE, NODE.c.pk == DECISION.c.node)
    .where(NODE.c.document == bindparam("document"))
    .order_by(NODE.c.kind, NODE.c.pk)  # as they lie in the index, so nothing is sorted
)  # fmt: skip
