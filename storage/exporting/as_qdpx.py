"""REFI-QDA (`.qdpx`): a project for tools of qualitative analysis, with each report as PDF and as plain text.

Codes are the slots with their values below: "role" > "recommendation". A label's words are a selection of
the text with the code; where nothing in the entry says it, the whole entry has the code. Each labelled entry
is a selection of the text under its own id, and of the PDF by its rectangles (points from the lower left
corner, pages from 0). Positions are code points. Users are the reviewers. Checked against the standard's
schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from lxml import etree

from model.documents import Document
from model.labels import Slot, Span
from model.version import VERSION
from storage.errors import ExportFailed
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import Report, ReportEntry, SlotLabel, SlotValue, is_labelled, reports
from storage.exporting.sources import Sources
from storage.exporting.xml_reading import parse_xml, validate
from storage.exporting.xml_text import xml_text
from storage.exporting.zipped import ZipWriter, zip_to_read

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
FOLDER = "sources"
# The format wants a time for everything; this one says that none is known.
_NO_TIME = "1970-01-01T00:00:00Z"
_OURS = uuid5(NAMESPACE_URL, "urn:paraph:refi-qda")
_FRAMES = "recommendations: "
_MOST_FRAMES, _MOST_VALUES = 1000, 40  # of an entry and of a slot, when codings are told apart


class RefiQda(Format):
    suffix = ".qdpx"
    loses = (
        "entries without a label (their text is there)",
        "the outline: what hangs below what",
        "values whose words are not in the text, and the targets of references",
        "the words that gave a role: the whole entry has its code",
        "the states of the review",
        "how sure a label is, and by which rule",
    )

    def carries(self, record: Record) -> bool:
        return is_labelled(record)

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        sources = Sources(context, "REFI-QDA")
        with ZipWriter(path) as archive:
            project = _Project(context)
            for report in reports(batches, context):
                _verify_ids(report)
                project.add(report)
                text = _plain_text(report)[0]
                archive.add(f"{FOLDER}/{_text_id(report.document)}.txt", text.encode())
                if (pdf := sources.of(report.document)) is not None:
                    archive.add_file(f"{FOLDER}/{report.document.id}.pdf", pdf)
            sources.verify()
            archive.add(PROJECT, project.encoded())

    def read_back(self, path: Path) -> Iterator[RowKey]:
        with zip_to_read(path) as archive:
            if (broken := archive.testzip()) is not None:
                raise ValueError(f"{broken} is damaged")
            root = parse_xml(archive.read(PROJECT))
            verify_standard(root)
            for source in root.iter(tag("PDFSource")):
                archive.getinfo(f"{FOLDER}/{source.get('guid')}.pdf")
                for selection in source.iter(tag("PlainTextSelection")):
                    if is_entry(selection.get("guid")):
                        described = selection.findtext(tag("Description"), "").removeprefix(_FRAMES)
                        for frame in described.split() or ["0"]:
                            yield RowKey(source.get("guid"), selection.get("guid"), int(frame))


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def is_entry(guid: str) -> bool:
    """Whether an id can be one of ours: those have their time in them, and other tools' have not."""
    return UUID(guid).version == 7


def _verify_ids(report: Report) -> None:
    """Raises ExportFailed if an id is not as Paraph makes them: the standard wants UUIDs, and only by
    their version ours are told from those of another tool. A dataset may bring others."""
    ids = (report.document.id, *(entry.node.id for entry in report.entries if entry.labelled))
    strange = next((one for one in ids if not _is_ours(one)), None)
    if strange is not None:
        raise ExportFailed(
            f"REFI-QDA needs ids as Paraph makes them, and {report.document.name} has others ({strange}): "
            "leave this format out, or import the report from its PDF into another project"
        )


def _is_ours(text: str) -> bool:
    try:
        return str(UUID(text)) == text and is_entry(text)
    except ValueError:
        return False


def frames_of(selection: etree._Element, slot: Slot) -> dict[str, int]:
    """Which recommendation of an entry a coding is about, by the coding's id, where it is not the first."""
    frames = selection.findtext(tag("Description"), "").removeprefix(_FRAMES).split()
    return {
        _guid(selection.get("guid"), slot.value, frame, number): int(frame)
        for frame in frames[:_MOST_FRAMES]
        for number in range(_MOST_VALUES)
        if frame.isdecimal() and len(frame) <= 4
    }


def verify_standard(root: etree._Element) -> None:
    """Raises ValueError if it does not follow the standard's schema."""
    validate(root, "refi-qda-project.xsd", "REFI-QDA")


def _plain_text(report: Report) -> tuple[str, dict[str, int]]:
    """A report's text, an entry a paragraph, and where each entry's own words start."""
    pieces: list[str] = []
    starts: dict[str, int] = {}
    at = 0
    for entry in report.entries:
        number = f"{entry.label} " if entry.node.number else ""
        starts[entry.node.id] = at + len(number)
        piece = f"{number}{xml_text(entry.node.text)}\n\n"
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces), starts


class _Project:
    """The description of a project while its reports come one after another."""

    def __init__(self, context: DatasetContext) -> None:
        self._context = context
        self._sources = etree.Element(tag("Sources"), nsmap={None: NAMESPACE})
        self._notes: list[etree._Element] = []
        self._users: dict[str, str] = {}
        self._codes: dict[Slot, dict[str, str]] = {}

    def add(self, report: Report) -> None:
        document = report.document
        _, starts = _plain_text(report)
        source = _add(self._sources, "PDFSource", guid=document.id, name=xml_text(document.name),
                      path=f"internal://{document.id}.pdf", creationDateTime=_NO_TIME)  # fmt: skip
        labelled = [entry for entry in report.entries if entry.labelled]
        for entry in labelled:
            self._add_rectangles(source, entry, document)
        text_id = _text_id(document)
        text = _add(source, "Representation", guid=text_id, name=xml_text(document.name),
                    plainTextPath=f"internal://{text_id}.txt", creationDateTime=_NO_TIME)  # fmt: skip
        for entry in labelled:
            self._add_entry(text, entry, starts[entry.node.id])

    def encoded(self) -> bytes:
        root = etree.Element(tag("Project"), name=xml_text(self._context.name), origin=f"Paraph {VERSION}",
                             nsmap={None: NAMESPACE})  # fmt: skip
        root.set("creationDateTime", _NO_TIME)
        if self._users:
            users = _add(root, "Users")
            for name, guid in sorted(self._users.items()):
                _add(users, "User", guid=guid, name=xml_text(name))
        if self._codes:
            self._add_codes(_add(_add(root, "CodeBook"), "Codes"))
        if len(self._sources):
            root.append(self._sources)
        if self._notes:
            _add(root, "Notes").extend(self._notes)
        verify_standard(root)
        data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
        return data + b"\n"

    def _add_codes(self, codes: etree._Element) -> None:
        for slot in sorted(self._codes, key=list(Slot).index):
            values = self._codes[slot]
            made = _add(codes, "Code", guid=_guid("code", slot.value), name=slot.value,
                        isCodable="true" if "" in values else "false")  # fmt: skip
            for value in sorted(values.keys() - {""}):
                below = _add(made, "Code", guid=values[value], name=xml_text(value), isCodable="true")
                meant = self._context.definitions.get(slot, {}).get(value)
                if meant is not None:
                    said = ": ".join(part for part in (meant.name, meant.definition) if part)
                    _add(below, "Description").text = xml_text(said)

    def _add_rectangles(self, source: etree._Element, entry: ReportEntry, document: Document) -> None:
        for number, region in enumerate(entry.node.anchor.regions):
            height = document.pages[region.page - 1].height
            made = _add(
                source, "PDFSelection", guid=_guid(entry.node.id, "rectangle", number),
                name=xml_text(entry.node.text[:80]), page=str(region.page - 1),
                firstX=str(round(region.x0)), firstY=str(round(height - region.y0)),
                secondX=str(round(region.x1)), secondY=str(round(height - region.y1)),
                creationDateTime=_NO_TIME,
            )  # fmt: skip
            if (role := entry.word(Slot.ROLE)) is not None:
                self._add_coding(made, role, role.parts[0], _guid(entry.node.id, "role", number))

    def _add_entry(self, text: etree._Element, entry: ReportEntry, start: int) -> None:
        whole = Span(0, len(entry.node.text))
        made = _add_selection(text, entry.node.id, entry, start, whole)
        if entry.labelled != (0,):
            _add(made, "Description").text = _FRAMES + " ".join(map(str, entry.labelled))
        for said in entry.said:
            for number, part in enumerate(said.parts):
                name = _guid(entry.node.id, said.slot.value, said.frame, number)
                if said.slot is Slot.NOTE:
                    self._add_note(made, said, name)
                elif part.span is not None and said.slot is not Slot.ROLE:
                    self._add_words(text, entry, start, said, part, name)
                elif part.code:
                    self._add_coding(made, said, part, name)
        made.extend(made.findall(tag("NoteRef")))  # they come last

    def _add_words(
        self,
        text: etree._Element,
        entry: ReportEntry,
        start: int,
        said: SlotLabel,
        part: SlotValue,
        name: str,
    ) -> None:
        assert part.span is not None
        made = _add_selection(text, str(uuid5(_OURS, f"words {name}")), entry, start, part.span, said)
        self._add_coding(made, said, part, name)

    def _add_coding(self, selection: etree._Element, said: SlotLabel, part: SlotValue, name: str) -> None:
        coding = _add(selection, "Coding", guid=name, creatingUser=self._user(said.reviewer),
                      creationDateTime=_time(said.at))  # fmt: skip
        values = self._codes.setdefault(said.slot, {})
        code = _guid("code", said.slot.value, part.code) if part.code else _guid("code", said.slot.value)
        values[part.code] = code
        _add(coding, "CodeRef", targetGUID=code)

    def _add_note(self, selection: etree._Element, said: SlotLabel, name: str) -> None:
        note = etree.Element(tag("Note"), guid=name, name=Slot.NOTE.value, nsmap={None: NAMESPACE})
        note.set("creatingUser", self._user(said.reviewer))
        note.set("creationDateTime", _time(said.at))
        _add(note, "PlainTextContent").text = xml_text(str(said.value))
        self._notes.append(note)
        _add(selection, "NoteRef", targetGUID=name)

    def _user(self, name: str) -> str:
        return self._users.setdefault(name, _guid("user", name))


def _add(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag(name), attributes)


def _add_selection(
    text: etree._Element, guid: str, entry: ReportEntry, start: int, span: Span, said: SlotLabel | None = None
) -> etree._Element:
    words = entry.node.text[span.start : span.end]
    return _add(
        text, "PlainTextSelection", guid=guid, name=xml_text(words[:80]),
        startPosition=str(start + span.start), endPosition=str(start + span.end),
        creationDateTime=_time(said.at if said else None),
    )  # fmt: skip


def _guid(*name: object) -> str:
    return str(uuid5(_OURS, " ".join(map(str, name))))


def _text_id(document: Document) -> str:
    return _guid("text", document.id)


def _time(at: str | None) -> str:
    return _NO_TIME if at is None else at
