"""A report as the document formats take it: its tree in order, and what is said of each entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count, groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from model.documents import Document
from model.labels import WORD_SLOTS, Role, Slot, Span, Status
from model.nodes import CLASSIFIED, Anchor, Kind, Node, Region
from storage.exporting.formats import DatasetContext, RowBatch
from storage.exporting.records import Record, RecordedLabel


class SlotValue(NamedTuple):
    """One value of a slot: its code from a closed list (empty for free words), and its words.

    `span` holds the words that gave it where they stand in the entry itself.
    """

    code: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SlotLabel:
    """The word that counts for one slot of one entry.

    `spans` are code-point offsets into `text`, which is the lead-in's where `lead_in` names one.
    """

    slot: Slot
    value: Any
    source: str
    reviewer: str
    frame: int = 0
    spans: tuple[Span, ...] = ()
    text: str = ""
    lead_in: str | None = None
    confidence: float = 1.0
    rule: str = ""
    at: str | None = None

    @property
    def values(self) -> list[Any]:
        """The value's parts: of a list each, of anything else itself."""
        return self.value if isinstance(self.value, list) else [self.value]

    @property
    def parts(self) -> list[SlotValue]:
        """The value, or each of a list's values, as a code and words; one alone gets the first words."""
        pairs = [code_and_words(self.slot, value) for value in self.values]
        return [SlotValue(code, words, self._span(index)) for index, (code, words) in enumerate(pairs)]

    @property
    def regions(self) -> list[tuple[Span, str]]:
        """The words that gave it where they stand in the entry itself, and what they are called: "verb", or
        with the value that they gave "conditions/extent"."""
        if self.lead_in:
            return []
        codes = [part.code for part in self.parts] if self.is_aligned else []
        names = (f"{self.slot.value}/{code}" if code else self.slot.value for code in codes)
        pairs = zip_longest(self.spans, names, fillvalue=None)
        return [(span, name or self.slot.value) for span, name in pairs if span and span.end > span.start]

    @property
    def is_aligned(self) -> bool:
        """Whether each of its values has words of its own."""
        return isinstance(self.value, list) and self.slot is not Slot.ADDRESSEES

    @property
    def own_spans(self) -> tuple[Span, ...]:
        """The places of the words that gave it, where they stand in the entry itself."""
        return () if self.lead_in else tuple(span for span in self.spans if span.end > span.start)

    def _span(self, index: int) -> Span | None:
        if self.lead_in or index >= len(self.spans):
            return None
        span = self.spans[index]
        return span if span.end > span.start else None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A node with what is said of it; `order` counts from 1, `path` holds the headings above, `frames` are
    those of its recommendations that the dataset has, `labelled` those that have labels, and
    `recommended` those that ask for something where the entry is not a decision or statement."""

    node: Node
    order: int
    path: tuple[str, ...] = ()
    said: tuple[SlotLabel, ...] = ()
    status: Status = Status.UNREVIEWED
    reviewed_by: str = ""
    frames: tuple[int, ...] = (0,)
    labelled: tuple[int, ...] = ()
    recommended: tuple[int, ...] = ()

    def word(self, slot: Slot, frame: int = 0) -> SlotLabel | None:
        return next((said for said in self.said if said.slot is slot and said.frame == frame), None)

    def value(self, slot: Slot, frame: int = 0) -> Any:
        said = self.word(slot, frame)
        return None if said is None else said.value

    @property
    def role(self) -> str:
        """The first recommendation's role; empty if nobody said one."""
        return self.value(Slot.ROLE) or ""

    @property
    def label(self) -> str:
        """The printed number with its heading's kind left to the reader: "12", "(a)", "•"."""
        node = self.node
        return f"({node.number})" if node.kind is Kind.ITEM and node.number.isalnum() else node.number


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its entries in reading order, parents before their children.

    `split` is the part of the dataset that it is in, empty if there are none.
    """

    document: Document
    entries: tuple[ReportEntry, ...]
    split: str = ""
    _below: dict[str | None, list[ReportEntry]] = field(default_factory=dict, compare=False, repr=False)
    _by_id: dict[str, ReportEntry] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._by_id.update((entry.node.id, entry) for entry in self.entries)
        for entry in self.entries:
            parent = entry.node.parent if entry.node.parent in self._by_id else None
            self._below.setdefault(parent, []).append(entry)

    def numbers(self, entry: ReportEntry) -> str:
        """The printed numbers down to an entry: "13 (b) (ii)"; empty if it has none."""
        labels: list[str] = []
        at: ReportEntry | None = entry
        while at is not None and at.node.kind in CLASSIFIED:
            if any(map(str.isalnum, at.node.number)):
                labels.append(at.label)
            at = self._by_id.get(at.node.parent or "")
        return " ".join(reversed(labels))

    def below(self, node_id: str | None) -> list[ReportEntry]:
        """The children in order; of None, the roots, and what hangs below an entry that is left out."""
        return self._below.get(node_id, [])


def reports(batches: Iterable[RowBatch], context: DatasetContext) -> Iterator[Report]:
    """The documents of a dataset, each once all its rows are there."""
    for (document, split), of_one in groupby(batches, key=lambda batch: (batch.document, batch.split)):
        records = [record for batch in of_one for record in batch.rows]
        entries = [_entry(list(rows), context.slots) for _, rows in groupby(records, key=lambda row: row.id)]
        yield Report(document, tuple(entries), split)


def _entry(rows: list[Record], slots: tuple[Slot, ...]) -> ReportEntry:
    first = rows[0]
    regions = tuple(Region(*region) for region in json.loads(first.regions))
    anchor = Anchor(regions, first.quote, first.prefix, first.suffix)
    node = Node(
        first.id, Kind(first.kind), first.text, first.parent, first.order, first.level, first.number, anchor,
        first.confidence, tuple(json.loads(first.reasons)), json.loads(first.extra),
    )  # fmt: skip
    said = [
        _said(slot, row, label)
        for slot in slots
        for row in rows
        if (label := row.label(slot)) is not None and label.value != _NULL
    ]
    frames = tuple(row.frame for row in rows)
    labelled = tuple(row.frame for row in rows if is_labelled(row))
    recommended = tuple(row.frame for row in rows if recommends(row))
    return ReportEntry(
        node, first.order, first.path, tuple(said), Status(first.status), first.reviewed_by or "", frames,
        labelled, recommended,
    )  # fmt: skip


def recommends(record: Record) -> bool:
    """Whether it is a recommendation: by its role, and each further one in an entry is."""
    role = record.label(Slot.ROLE)
    return record.frame > 0 or (role is not None and role.value == _RECOMMENDATION)


def is_labelled(record: Record) -> bool:
    """Whether something is said of the entry, or of this recommendation in it."""
    return any(label is not None and label.value != _NULL for label in record.labels)


def _said(slot: Slot, row: Record, label: RecordedLabel) -> SlotLabel:
    spans = tuple(Span(start, end) for start, end in label.words)
    return SlotLabel(
        slot, label.decoded, label.source, label.reviewer, row.frame, spans, row.text_of(label),
        label.lead_in, label.confidence, label.rule, label.at,
    )  # fmt: skip


def code_and_words(slot: Slot, value: Any) -> tuple[str, str]:
    """The code of a value, or of one of several, and its words; either may be empty."""
    if isinstance(value, dict):
        code = next((value[key] for key in _CODES if value.get(key)), "")
        words = next((value[key] for key in _WORDS if value.get(key)), "")
        return str(code), str(words)
    return ("", str(value)) if slot in WORD_SLOTS else (str(value), "")


_NULL = "null"
_RECOMMENDATION = json.dumps(Role.RECOMMENDATION)
# Where a composed value has its code, and where its words.
_CODES = ("kind", "by", "response", "list")
_WORDS = ("text", "name", "target")


class FileNames:
    """A name for each document's file: its symbol, else the PDF's name, with a number where that is taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, document: Document) -> str:
        """Without a suffix, safe on every system, and never the same twice."""
        stem = document.masthead.symbol or Path(document.name).stem
        name = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST] or document.sha256[:16]
        numbered = (f"{name}-{number}" for number in count(2))
        chosen = next(one for one in chain([name], numbered) if one.casefold() not in self._taken)
        self._taken.add(chosen.casefold())
        return chosen


# Some systems take 255 bytes of a name at most.
_LONGEST = 60
