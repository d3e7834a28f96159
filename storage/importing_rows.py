"""Imports a dataset in JSON Lines: reports with entries and labels, so that exporting gives the same bytes.

The whole file is read and checked before anything is written. It needs all entries of a report: one that
lacks the heading above another one has no outline. The PDFs are not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from model.documents import Document, PageInfo
from model.errors import UserFacingError, why_unreadable
from model.labels import Decision, DecisionKey, Slot, Span, Status
from model.nodes import Anchor, Node
from model.outline import RANK_STEP
from model.plurals import counted
from model.review import OTHER_REVIEWER, Source
from storage.exporting.document_facts import document_from
from storage.exporting.jsonl_rows import LONGEST_LINE, ReadRow, read_line
from storage.exporting.records import SLOTS, Record, RecordedLabel
from storage.people import person
from storage.project import Project
from storage.rows import KINDS, extra_from, reasons_from, regions_from
from storage.schema import DOCUMENT
from storage.storing import begin_document, finish_document, pieces_of
from storage.writer import Priority

_MOST_ENTRIES = 200_000  # of one document, which is kept in memory
_MOST_PAGES_IN_ALL = 500_000  # a short file can claim any number, and each is written
# Whose suggestion a label is that came down from a lead-in: the dataset says whose word the lead-in's is.
_PASSED_BY = "imported"
_UNKNOWN_PAGE = (595.3, 841.9)
_OF_PEOPLE = frozenset({Source.ADJUDICATED.value, Source.OWN.value, Source.REVIEWER.value, OTHER_REVIEWER})


class Imported(NamedTuple):
    """What came in."""

    documents: int
    entries: int

    @property
    def summary(self) -> str:
        return f"{counted(self.documents, 'report')}, {counted(self.entries, 'entry')}"


def import_rows(project: Project, file: Path) -> Imported:
    """Raises UserFacingError that names the file and the line."""
    documents = set()
    pages = 0
    with project.reading() as connection:
        for document_id, lines in _by_document(file):
            if document_id in documents:
                raise UserFacingError(
                    f"{file}: the rows of a report ({document_id}) are not together; export the dataset again"
                )
            documents.add(document_id)
            pages += lines[0].line.document["pages"]
            if pages > _MOST_PAGES_IN_ALL:
                raise UserFacingError(
                    f"{file}: its reports have more than {_MOST_PAGES_IN_ALL:,} pages; import fewer at once"
                )
            _verify(connection, file, document_id, lines)
    if not documents:
        raise UserFacingError(f"{file}: no rows in it; export the dataset again")
    entries = sum(_store(project, file, lines) for _, lines in _by_document(file))
    return Imported(len(documents), entries)


class _Read(NamedTuple):
    number: int  # of the line, from 1
    line: ReadRow


def _by_document(file: Path) -> Iterator[tuple[str, list[_Read]]]:
    for document_id, reads in groupby(_lines(file), lambda read: str(read.line.document["id"])):
        lines = []
        for read in reads:
            lines.append(read)
            if len(lines) > _MOST_ENTRIES:
                raise UserFacingError(
                    f"{file}: a report of more than {_MOST_ENTRIES:,} rows is not imported; leave it out"
                )
        yield document_id, lines


def _lines(file: Path) -> Iterator[_Read]:
    try:
        with file.open("rb") as opened:
            number = 0
            while data := opened.readline(LONGEST_LINE + 1):
                number += 1
                if len(data) > LONGEST_LINE:
                    raise UserFacingError(
                        f"{file}, line {number}: is longer than any row; this is not a dataset"
                    )
                try:
                    yield _Read(number, read_line(data))
                except ValueError as error:
                    raise UserFacingError(
                        f"{file}, line {number}: {error}; export the dataset again"
                    ) from error
    except OSError as error:
        raise UserFacingError(f"{file}: {why_unreadable(error)}") from error


def _verify(connection: Connection, file: Path, document_id: str, lines: list[_Read]) -> None:
    """Raises UserFacingError if the rows do not make a whole report, or it is there already."""
    first = lines[0].line
    there = select(func.count()).select_from(DOCUMENT)
    if connection.scalar(there.where(DOCUMENT.c.id == document_id)):
        name = first.document["symbol"] or first.document["file"]
        raise UserFacingError(f"{file}: {name} is in the project already; import it into a new project")
    seen: set[str] = set()
    last, frame, order = "", 0, 0
    for number, line in lines:
        record = line.record
        problem = ""
        if line.document != first.document:
            problem = "contradicts the rows before about the report; export the dataset again"
        elif record.frame:
            if record.id != last or record.frame <= frame:
                problem = (
                    "is another recommendation of an entry that is not just before it; export whole reports"
                )
        elif record.id in seen:
            problem = f"the id {record.id} occurs twice; export the dataset again"
        elif record.parent is not None and record.parent not in seen:
            problem = "is below an entry that does not come before it; export whole reports"
        elif record.order != order + 1:
            problem = f"is entry {record.order}, and {order + 1} is missing; export whole reports"
        if problem:
            raise UserFacingError(f"{file}, line {number}: {problem}")
        order += not record.frame
        seen.add(record.id)
        last, frame = record.id, record.frame


def _store(project: Project, file: Path, lines: list[_Read]) -> int:
    """Writes a report in pieces that each fit one short transaction; gives how many entries it has."""

    def written(work: Callable[[Connection], Any]) -> Any:
        try:
            return project.write(work, Priority.IMPORT).result()
        except IntegrityError as error:
            raise UserFacingError(
                f"{file}: an entry with the same id is in the project already; import it into a new project"
            ) from error

    records = [read.line.record for read in lines]
    nodes = [_node(record) for record in records if not record.frame]
    people = written(partial(_people, names=_names(records)))
    key = written(partial(begin_document, document=_document(lines)))
    try:
        decisions = [decision for record in records for decision in _decisions(record, people)]
        for work in pieces_of(key, nodes, decisions):
            written(work)
        written(partial(finish_document, document=key))
    except BaseException:
        project.remove_document(key)
        raise
    return len(nodes)


def _document(lines: list[_Read]) -> Document:
    facts = lines[0].line.document
    known = {read.line.record.page: read.line for read in lines}
    pages, size = [], _UNKNOWN_PAGE
    for number in range(1, facts["pages"] + 1):
        line = known.get(number)
        size = line.page_size if line is not None and line.page_size is not None else size
        pages.append(PageInfo(number, *size, label=line.page_label if line is not None else ""))
    return document_from(facts, tuple(pages))


def _node(record: Record) -> Node:
    anchor = Anchor(regions_from(record.regions), record.quote, record.prefix, record.suffix)
    return Node(
        record.id, KINDS[record.kind], record.text, record.parent, record.order * RANK_STEP, record.level,
        record.number, anchor, record.confidence, reasons_from(record.reasons), extra_from(record.extra),
    )  # fmt: skip


def _names(records: list[Record]) -> set[str]:
    """Of people; machines are written with their decisions."""
    names = {record.reviewed_by for record in records if record.reviewed_by}
    for record in records:
        names |= {
            label.reviewer for label in record.labels if label is not None and label.source in _OF_PEOPLE
        }
    return names


def _people(connection: Connection, names: set[str]) -> dict[str, str]:
    """Their ids by name; who is new is written."""
    return {name: person(connection, name).id for name in sorted(names)}


def _decisions(record: Record, people: Mapping[str, str]) -> Iterator[Decision]:
    for slot, label in zip(SLOTS, record.labels, strict=True):
        # The role of an entry is said once, however many recommendations are in it; and what nobody said of
        # an item comes down from its lead-in by itself.
        said_elsewhere = (record.frame and slot is Slot.ROLE) or (label is not None and _comes_down(label))
        if label is not None and not said_elsewhere:
            yield _decision(record, slot, label, people)
    if record.reviewed_by and not record.frame:
        key = DecisionKey(record.id, Slot.STATUS, people[record.reviewed_by])
        yield Decision(key, Status(record.status).value, _time(record.reviewed_at))


def _comes_down(label: RecordedLabel) -> bool:
    return label.source == Source.INHERITED.value and not label.rule.startswith("inherited")


def _decision(record: Record, slot: Slot, label: RecordedLabel, people: Mapping[str, str]) -> Decision:
    inherited = label.source == Source.INHERITED.value
    reviewer = people[label.reviewer] if label.source in _OF_PEOPLE else label.reviewer
    key = DecisionKey(record.id, slot, _PASSED_BY if inherited else reviewer, record.frame)
    spans = () if inherited else tuple(Span(start, end) for start, end in label.words)
    return Decision(
        key, label.decoded, None if inherited else _time(label.at), spans, label.confidence, label.rule,
        label.source == Source.ADJUDICATED.value,
    )  # fmt: skip


def _time(text: str | None) -> datetime | None:
    """In UTC, which is what the project orders by; a time without a zone is one."""
    if text is None:
        return None
    at = datetime.fromisoformat(text)
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)
