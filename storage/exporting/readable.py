"""The recommendations of a dataset as people read them: grouped, with page references and small pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from model.documents import Document
from model.errors import UserFacingError
from model.labels import Slot
from model.reading.turning import to_shown
from model.workers.worker import PdfWorker
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import Report, ReportEntry, recommends, reports
from storage.exporting.wording import in_words, slot_name, value_of, whose

_GROUPED_BY = {Slot.THEMES: "theme", Slot.ADDRESSEES: "addressee", Slot.FORCE: "force"}
# Pixels a point, a margin in points, and how much of a page is shown at most.
_SCALE, _MARGIN, _HIGHEST = 1.5, 4.0, 260.0
# Pictures beyond this are left out, so that a report can still be opened and sent.
MOST_BYTES = 24_000_000
_NOT_SHOWN = frozenset({Slot.ROLE})


class ForReaders(Format):
    """What the formats for people have in common."""

    loses = (
        "entries that are not recommendations",
        "rectangles and offsets: a picture of the first place on a page instead",
        "pictures beyond 24 MB for all of them, and of PDFs that cannot be opened",
        "how sure a label is, and by which rule",
    )

    def carries(self, record: Record) -> bool:
        return recommends(record)


class LabelLine(NamedTuple):
    """A label: its slot's name, its value in words, and whose word it is."""

    name: str
    value: str
    whose: str


@dataclass(frozen=True, slots=True)
class Card:
    """A recommendation, or several in one paragraph. `place` reads "CTOC/COP/WG.7/2013/5, para. 12, p. 3"."""

    entry: ReportEntry
    document: Document
    place: str
    lines: tuple[LabelLine, ...]
    picture: bytes | None = None

    @property
    def anchor(self) -> str:
        return f"entry-{self.entry.node.id}"

    @property
    def key(self) -> str:
        """Ids of the document, the entry and its recommendations, to read them again: "d/n/0/1"."""
        return "/".join([self.document.id, self.entry.node.id, *map(str, self.entry.recommended)])


class CardGroup(NamedTuple):
    """The recommendations below one heading."""

    name: str
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class CardBook:
    """All cards by report, and grouped by theme, addressee and force where there are some."""

    title: str
    by_report: list[CardGroup]
    groupings: dict[str, list[CardGroup]]

    @property
    def count(self) -> int:
        return sum(len(group.cards) for group in self.by_report)


def card_book(batches: Iterable[RowBatch], context: DatasetContext) -> CardBook:
    """All recommendations of a dataset, with pictures of their places where the PDF is at hand."""
    names = ValueNames(context)
    by_report = []
    with closing(PdfWorker()) as worker:
        pictures = _Pictures(worker, context)
        for report in reports(batches, context):
            cards = [_card(entry, report, context, pictures) for entry in report.entries if entry.recommended]
            if cards:
                by_report.append(CardGroup(_named(report.document), cards))
    everything = [card for group in by_report for card in group.cards]
    groupings = {name: _grouped(everything, slot, names) for slot, name in _GROUPED_BY.items()}
    return CardBook(context.name, by_report, {name: groups for name, groups in groupings.items() if groups})


def rows_of_key(key: str) -> Iterator[RowKey]:
    """The recommendations that a card's key names. Raises ValueError."""
    document, node, *frames = key.split("/")
    return (RowKey(document, node, int(frame)) for frame in frames)


def _card(entry: ReportEntry, report: Report, context: DatasetContext, pictures: _Pictures) -> Card:
    lines = []
    for said in entry.said:
        if said.slot not in _NOT_SHOWN and said.frame in entry.recommended:
            number = f" ({said.frame + 1})" if len(entry.recommended) > 1 else ""
            lines.append(LabelLine(slot_name(said.slot) + number, value_of(said, context), whose(said)))
    picture = pictures.of(entry, report.document)
    return Card(entry, report.document, _place(entry, report), tuple(lines), picture)


def _place(entry: ReportEntry, report: Report) -> str:
    node, document = entry.node, report.document
    parts = [document.masthead.symbol or document.name]
    if numbers := report.numbers(entry):
        parts.append(f"para. {numbers}")
    if node.page:
        printed = document.pages[node.page - 1].label
        parts.append(f"p. {node.page}" + (f" (printed {printed})" * (printed not in ("", str(node.page)))))
    return ", ".join(parts)


def _named(document: Document) -> str:
    head = document.masthead
    return ": ".join(part for part in (head.symbol, head.title) if part) or document.name


def _grouped(cards: list[Card], slot: Slot, names: ValueNames) -> list[CardGroup]:
    """By the slot's values; those without one come last, and nothing if none has one."""
    groups: dict[str, list[Card]] = {}
    rest = []
    for card in cards:
        words = [said for said in card.entry.said if said.slot is slot]
        codes = dict.fromkeys(part.code for said in words for part in said.parts if part.code)
        for code in codes:
            groups.setdefault(code, []).append(card)
        if not codes:
            rest.append(card)
    if not groups:
        return []
    found = [CardGroup(names.of(slot, code), groups[code]) for code in sorted(groups)]
    if slot is Slot.FORCE:
        found.reverse()  # the strongest first
    return [*found, *([CardGroup("None given", rest)] if rest else [])]


class ValueNames:
    """What values are called."""

    def __init__(self, context: DatasetContext) -> None:
        self._definitions = context.definitions
        self._concepts = {
            (concept.slot, concept.code): concept.labels.get("en") or next(iter(concept.labels.values()), "")
            for concept in context.concepts()
        }

    def of(self, slot: Slot, code: str) -> str:
        meant = self._definitions.get(slot, {}).get(code)
        name = meant.name if meant is not None else self._concepts.get((slot.value, code)) or in_words(code)
        return f"{code} {name}" if code.isdecimal() and name != code else name[:1].upper() + name[1:]


class _Pictures:
    """Small pictures of passages, up to a size for all of them."""

    def __init__(self, worker: PdfWorker, context: DatasetContext) -> None:
        self._worker = worker
        self._context = context
        self._room = MOST_BYTES
        self._unreadable: set[str] = set()
        self._sources: dict[str, Path] = {}

    def of(self, entry: ReportEntry, document: Document) -> bytes | None:
        regions = entry.node.anchor.regions
        if not regions or self._room <= 0 or document.id in self._unreadable:
            return None
        region = regions[0]
        x0, y0, x1, y1 = to_shown(region[1:], document.pages[region.page - 1])
        bottom = min(y1 + _MARGIN, y0 - _MARGIN + _HIGHEST)
        clip = (x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, bottom)
        try:
            source = self._sources.get(document.id) or self._opened(document)
            picture = self._worker.snapshot(source, region.page, _SCALE, clip).result()
        except UserFacingError:  # a password is missing, or the PDF itself: the words are there all the same
            self._unreadable.add(document.id)
            return None
        self._room -= len(picture)
        return picture

    def _opened(self, document: Document) -> Path:
        source = self._sources[document.id] = self._context.source(document)
        if self._context.password is not None:
            self._worker.open(source, self._context.password).result()
        return source
