"""What two releases of a project differ in: reports and rows added, removed and changed, and who did it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.review import OTHER_REVIEWER, Source
from storage.exporting.as_csv import flat
from storage.exporting.formats import RowKey
from storage.exporting.jsonl_rows import ReadRow
from storage.exporting.records import SLOTS, Record, RecordedLabel, column
from storage.releases.listing import Release
from storage.releases.reading import read_lines
from storage.rows import to_json
from storage.schema import EDIT, EDIT_NODE, REVIEWER

# Characters of a value that a line shows.
_LONGEST = 60
# What of a row is not compared: it changes with its neighbours, or follows from the rest.
_NOT_COMPARED = frozenset({"id", "frame", "order", "labels", "reviewed_at"})
_NAMES = {"regions": "bboxes"}  # as the formats call it
_COMPARED = tuple(name for name in Record._fields if name not in _NOT_COMPARED)


@dataclass(frozen=True, slots=True)
class Change:
    """A row that differs. `fields` has its values before and after by name: empty if it was added or
    removed. `people` made edits of the entry between the two releases."""

    what: str  # "added", "removed", "changed"
    row: RowKey
    place: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    people: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """One line for people."""
        said = "; ".join(f"{name}: {_short(old)} → {_short(new)}" for name, (old, new) in self.fields.items())
        by = f" (by {', '.join(self.people)})" if self.people else ""
        return f"{self.what} {self.place}{': ' if said else ''}{said}{by}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts of rows by what happened, and the first of those that it happened to. `reports` are lines about
    documents: what is said of one, and the split that it is in, is not said of all its rows again."""

    counts: Mapping[str, int]
    changes: tuple[Change, ...]
    reports: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in self.counts.items())


def compare(connection: Connection, old: Release, new: Release, most: int | None = None) -> Comparison:
    """The changes from one release to the other, in the order of their rows; at most this many are listed."""
    before = {_key(line): _digest(line.record) for line in _lines(connection, old)}
    touched: dict[RowKey, str] = {}
    left = set(before)
    for line in _lines(connection, new):
        key = _key(line)
        left.discard(key)
        if key not in before:
            touched[key] = "added"
        elif before[key] != _digest(line.record):
            touched[key] = "changed"
    del before
    touched |= dict.fromkeys(left, "removed")
    counts = {what: sum(one == what for one in touched.values()) for what in ("added", "removed", "changed")}
    return Comparison(counts, tuple(_changes(connection, old, new, touched, most)), tuple(_reports(old, new)))


def _reports(old: Release, new: Release) -> Iterator[str]:
    """A line for each document that only one has, or of which they say something else."""
    before, after = _documents(old), _documents(new)
    for document, facts in before.items():
        if document not in after:
            yield f"removed report {facts['symbol'] or facts['file']}"
    for document, facts in after.items():
        if document not in before:
            yield f"added report {facts['symbol'] or facts['file']}"
            continue
        known = before[document]
        said = "; ".join(
            f"{name}: {_short(known[name])} → {_short(value)}"
            for name, value in facts.items()
            if known[name] != value
        )
        if said:
            yield f"changed report {facts['symbol'] or facts['file']}: {said}"


def _documents(release: Release) -> dict[str, dict[str, Any]]:
    """What is said of each document with rows, by its id."""
    return {
        one["id"]: {**{name: flat(value) for name, value in one["facts"].items()}, "split": one["split"]}
        for one in release.manifest["documents"]
        if one["rows"]
    }


def _changes(connection: Connection, old: Release, new: Release, touched: Mapping[RowKey, str],
             most: int | None) -> Iterator[Change]:  # fmt: skip
    olds = {
        key: line.record for line in _lines(connection, old) if touched.get(key := _key(line)) == "changed"
    }
    people = _editors(connection, *sorted((old.manifest["last_edit"], new.manifest["last_edit"])))
    listed = 0
    for release, wanted in ((old, ("removed",)), (new, ("added", "changed"))):
        for line in _lines(connection, release):
            key = _key(line)
            what = touched.get(key)
            if what is None or what not in wanted:
                continue
            if listed == most:
                return
            listed += 1
            fields = _differences(olds[key], line.record) if what == "changed" else {}
            yield Change(what, key, _place(line), fields, people.get(key.node, ()))


def _lines(connection: Connection, release: Release) -> Iterator[ReadRow]:
    """Its rows, with one name for a person's word whenever they were written."""
    for line in read_lines(connection, release):
        labels = tuple(
            one._replace(source=Source.REVIEWER.value) if one and one.source == OTHER_REVIEWER else one
            for one in line.record.labels
        )
        yield line._replace(record=line.record._replace(labels=labels))


def _key(line: ReadRow) -> RowKey:
    return RowKey(line.document["id"], line.record.id, line.record.frame)


def _digest(record: Record) -> bytes:
    labels = [label and (label.value, *_said(record, label)) for label in record.labels]
    said = [getattr(record, name) for name in _COMPARED], labels
    return hashlib.blake2b(to_json(said).encode("utf-8"), digest_size=16).digest()


def _differences(old: Record, new: Record) -> dict[str, tuple[Any, Any]]:
    found = {
        _NAMES.get(name, name): (getattr(old, name), getattr(new, name))
        for name in _COMPARED
        if getattr(old, name) != getattr(new, name)
    }
    for slot, one, other in zip(SLOTS, old.labels, new.labels, strict=True):
        values = tuple(None if label is None else flat(label.decoded) for label in (one, other))
        if values[0] != values[1]:
            found[column(slot)] = values[0], values[1]
        elif one and other:
            said = zip(_said(old, one), _said(new, other), strict=True)
            differing = {name: (was, now) for (name, was), (_, now) in said if was != now}
            if old.text != new.text:
                differing.pop("offsets", None)  # they moved with it
            for name, values in islice(differing.items(), 1):
                found[f"{column(slot)} {name}"] = values
    return found


def _said(record: Record, label: RecordedLabel) -> Iterator[tuple[str, Any]]:
    """What is known of a label beside its value and when it was said, what matters most first. Offsets into
    a lead-in's text say nothing more than its own row does."""
    text = record.text_of(label)
    yield "said by", label.reviewer
    yield "source", label.source
    yield "inherited from", label.lead_in
    yield "words", "; ".join(text[start:end] for start, end in label.words)
    yield "rule", label.rule
    yield "confidence", label.confidence
    yield "offsets", label.spans if label.text is None else ""


def _place(line: ReadRow) -> str:
    record, facts = line.record, line.document
    start = " ".join(record.text.split()[:5])
    named = f"{record.kind} {record.number}" if record.number else f"{record.kind} “{start}…”"
    return f"{facts['symbol'] or facts['file']}, {named} (page {record.page})"


def _editors(connection: Connection, after: int, until: int) -> dict[str, tuple[str, ...]]:
    """The names of those who edited each entry, by its id."""
    query = (
        select(EDIT_NODE.c.node, REVIEWER.c.name)
        .join(EDIT, EDIT.c.number == EDIT_NODE.c.edit)
        .join(REVIEWER, REVIEWER.c.pk == EDIT.c.reviewer)
        .where(EDIT.c.number > after, EDIT.c.number <= until)
        .distinct()
        .order_by(EDIT_NODE.c.node, REVIEWER.c.name)
    )
    found: dict[str, tuple[str, ...]] = {}
    for node, name in connection.execute(query):
        found[node] = (*found.get(node, ()), name)
    return found


def _short(value: Any) -> str:
    text = "–" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
