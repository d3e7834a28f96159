"""Reads a document as rows of a dataset, in reading order.

Which of several words on a slot is taken is the rule of `model.review.Review.shown`: an adjudicated one,
else the given reviewer's own, else another person's, the latest first, else the machine's suggestion. A
suggestion that is inherited from a lead-in says what the lead-in says now. Rows are made straight from the
database's, because a dataset of 100,000 rows should take seconds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, bindparam, select, type_coerce
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import PASSED_DOWN_SLOTS, ReviewerKind, Slot, Status
from model.nodes import Kind
from model.review import Source
from storage.errors import BadRow, ExportFailed
from storage.exporting.records import NO_LABELS, PLACES, SLOTS, Labels, Record, RecordedLabel
from storage.loading import plain_rows
from storage.rows import KINDS, decoding
from storage.schema import DECISION, NODE, REVIEWER

_STATUS, _ROLE = PLACES[Slot.STATUS.value], PLACES[Slot.ROLE.value]
_PASSED_DOWN = tuple(PLACES[slot.value] for slot in SLOTS if slot in PASSED_DOWN_SLOTS)
_ITEM = Kind.ITEM.value
_NULL = "null"
# Past a named tuple's own `__new__`, which is a function of Python's.
_new = tuple.__new__


class People(NamedTuple):
    """Ids, names and kinds by the file's keys, and the reviewer through whose eyes the dataset is seen."""

    ids: dict[int, str]
    names: dict[int, str]
    machines: frozenset[int]
    eye: int | None


def read_people(connection: Connection, reviewer_id: str | None) -> People:
    """All reviewers of a project; `reviewer_id` is whose words count as their own."""
    rows = connection.execute(select(REVIEWER)).all()
    return People(
        {row.pk: row.id for row in rows},
        {row.pk: row.name for row in rows},
        frozenset(row.pk for row in rows if row.kind == ReviewerKind.MACHINE.value),
        next((row.pk for row in rows if row.id == reviewer_id), None),
    )


def read_records(connection: Connection, key: int, document: Document, people: People) -> Iterator[Record]:
    """The rows of a document. Raises ExportFailed if a node hangs below none of its roots, and BadRow."""
    nodes = {row[0]: row for row in plain_rows(connection, _NODES, key)}
    words = _Words(connection, key, people, nodes)
    pages = range(len(document.pages) + 1)  # 0: on none
    children: dict[int | None, list[tuple[int, str, int]]] = {}
    for node, node_id, parent, rank, *_ in nodes.values():
        children.setdefault(parent, []).append((rank, node_id, node))
    for row in children.values():
        row.sort(reverse=True)
    paths: dict[int | None, tuple[str, ...]] = {None: ()}
    stack = children.get(None, [])
    order = 0
    while stack:
        node = stack.pop()[2]
        (_, node_id, parent, _, kind, level, number, text, page, regions, quote, prefix, suffix, confidence,
         reasons, extra) = nodes[node]  # fmt: skip
        if kind not in KINDS:
            raise BadRow(f"{kind!r} is no kind of entry")
        if page not in pages:
            raise BadRow(f"there is no page {page!r}")
        path = paths[parent]
        below = children.get(node)
        if below is not None:
            stack += below
            paths[node] = (*path, heading(number, text)) if kind == "section" else path
        order += 1
        first, status, further = words.of(node, parent, is_above=below is not None)
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
            f"{document.name}: {len(nodes)} entries are stored, but only {order} hang in its outline; "
            "run “paraph check” on the project"
        )


def heading(number: str, text: str) -> str:
    """A section as it stands in the paths of what is below it."""
    return f"{number}. {text}" if number else text


# A status, whose word it is and when it was said; the labels of further recommendations by frame.
_Status = tuple[str, str | None, str | None]
_Further = list[tuple[int, Labels]]


class _Word(NamedTuple):
    """What a reviewer says of a slot. Rows of the file repeat each other, so equal ones share a word.

    `place` is the slot's, `reviewer` an id. What was inherited (`follows`) says what the lead-in says now.
    """

    place: int
    label: RecordedLabel
    follows: bool
    rank: int
    reviewer: str

    def goes_before(self, other: _Word) -> bool:
        if self.rank != other.rank:
            return self.rank < other.rank
        mine, others = self.label.at or "", other.label.at or ""
        return mine > others if mine != others else self.reviewer < other.reviewer


class _Said(dict[tuple[Any, ...], _Word]):
    """The words that rows of the file stand for, by all columns but the node's; each is made once."""

    def __init__(self, people: People) -> None:
        super().__init__()
        self._people = people
        self._ranks = {
            key: 1 if key == people.eye else _SUGGESTED if key in people.machines else 2
            for key in people.names
        }

    def __missing__(self, row: tuple[Any, ...]) -> _Word:
        with decoding():
            self[row] = word = self._word(*row)
        return word

    def _word(self, slot: str, _: object, reviewer: int, value: str, at: str | None, spans: str,
              confidence: float, rule: str, adjudicated: int) -> _Word:  # fmt: skip
        if at is not None:
            datetime.fromisoformat(at)  # it is written as it is stored
        rank = 0 if adjudicated else self._ranks[reviewer]
        name = self._people.names[reviewer]
        label = RecordedLabel(value, SOURCES[rank], name, None, confidence, rule, at, spans, None)
        follows = rank == _SUGGESTED and rule.startswith("inherited")
        return _Word(PLACES[slot], label, follows, rank, self._people.ids[reviewer])


class _Words:
    """The word that is taken for each slot of a document's nodes."""

    def __init__(self, connection: Connection, document: int, people: People,
                 nodes: dict[int, Any]) -> None:  # fmt: skip
        self._nodes = nodes
        self._passed: dict[int | None, Labels] = {None: NO_LABELS}
        self._first: dict[int, list[_Word]] = defaultdict(list)
        self._further: dict[int, dict[int, list[_Word]]] = defaultdict(lambda: defaultdict(list))
        first, said = self._first, _Said(people)
        for row in plain_rows(connection, _DECISIONS, document):
            of_one = self._further[row[0]][row[2]] if row[2] else first[row[0]]
            of_one.append(said[row[1:]])

    def of(self, key: int, parent: int | None, *, is_above: bool) -> tuple[Labels, _Status, _Further]:
        """The labels of the first recommendation in a node, its status, and the labels of the further
        recommendations by frame.

        Those of the node above must have been asked for before, and that it is above one: what it passes
        down is its role, and what its last recommendation says (`Review.shown`).
        """
        words = self._first.get(key)
        taken = _taken(words) if words is not None else {}
        first = passed = self._filled(taken, parent) if taken else NO_LABELS
        role = first[_ROLE]
        if role is not None and role[1] == _INHERITED and self._nodes[key][4] == _ITEM:
            first = passed = self._with_passed_down(first, parent)
        further = []
        if key in self._further:
            for frame, of_frame in sorted(self._further[key].items()):
                passed = _with_role(self._filled(_taken(of_frame), parent), first)
                further.append((frame, passed))
        if is_above:
            self._passed[key] = passed
        return first, _status(taken.get(_STATUS)), further

    def _filled(self, taken: Mapping[int, _Word], parent: int | None) -> Labels:
        found: list[RecordedLabel | None] = [None] * len(PLACES)
        for place, (_, label, follows, _, _) in taken.items():
            if follows and (above := self._from_above(place, parent)) is not None:
                label = above._replace(confidence=label.confidence, rule=label.rule)
            found[place] = label
        return tuple(found[:_STATUS])  # which comes last, and has columns of its own

    def _with_passed_down(self, labels: Labels, parent: int | None) -> Labels:
        """What nobody says of an item itself is said by its lead-in."""
        found = list(labels)
        for place in _PASSED_DOWN:
            if found[place] is None:
                found[place] = self._from_above(place, parent)
        return tuple(found)

    def _from_above(self, place: int, parent: int | None) -> RecordedLabel | None:
        """What the nearest entry above says that says anything, however many levels up."""
        while parent is not None:
            label = self._passed[parent][place]
            node = self._nodes[parent]
            if label is not None and label[0] != _NULL:
                if label[3] is not None:
                    return label
                return label._replace(source=_INHERITED, lead_in=node[1], text=node[7])
            parent = node[2]
        return None


def _taken(words: list[_Word]) -> dict[int, _Word]:
    """The word that counts in each place."""
    taken = {word[0]: word for word in words}
    if len(taken) == len(words):
        return taken
    taken = {}
    for word in words:
        if word.place not in taken or word.goes_before(taken[word.place]):
            taken[word.place] = word
    return taken


def _status(word: _Word | None) -> _Status:
    if word is None or word.label.value == _NULL:
        return _UNREVIEWED
    return json.loads(word.label.value), word.label.reviewer, word.label.at


def _with_role(labels: Labels, first: Labels) -> Labels:
    return (*labels[:_ROLE], first[_ROLE], *labels[_ROLE + 1 :])


_UNREVIEWED = Status.UNREVIEWED.value, None, None
# Plain texts: to look an enumeration's member up takes as long as all the rest of a row.
SOURCES = tuple(
    source.value for source in (Source.ADJUDICATED, Source.OWN, Source.REVIEWER, Source.SUGGESTED)
)
# The place of a suggestion among these.
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
