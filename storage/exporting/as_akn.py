"""Akoma Ntoso 3.0 after the United Nations' profile (AKN4UN): a report as a `debateReport`, valid against the
OASIS schema.

Roman numerals become `section`, capital letters `title`, numbered units `paragraph`, items `point` of a
`list` whose `intro` is the lead-in. The masthead is in `coverPage`, title and contents in `preface`, annexes
in `attachments`, footnotes where they are marked. `GUID` holds our id of an entry, `refersTo` and the
`analysis` its labels.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from storage.exporting.akn_body import carries, document_of
from storage.exporting.akn_meta import OWN, tag
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import FileNames, Report, reports
from storage.exporting.xml_reading import parse_xml, validate

_SUFFIX = ".akn.xml"


class AkomaNtoso(Format):
    suffix = "-akn"
    is_folder = True
    loses = (
        "running headers and footers, page numbers and job numbers",
        "the rectangles on the page",
        "how sure the extraction was, and why",
        "the states of the review",
    )

    def carries(self, record: Record) -> bool:
        return carries(record.kind, json.loads(record.extra).get("furniture"))

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        names = FileNames()
        for report in reports(batches, context):
            (path / (names.of(report.document) + _SUFFIX)).write_bytes(encoded(report))

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for file in sorted(path.iterdir()):
            root = _parsed(file.read_bytes())
            document = root.find(f".//{tag('FRBRWork')}/{tag('FRBRalias')}[@name='id']").get("value")
            for made in _entries(root):
                for frame in made.get(f"{{{OWN}}}frames", "0").split():
                    yield RowKey(document, made.get("GUID"), int(frame))


def encoded(report: Report) -> bytes:
    """A report as one document. Raises ValueError if it does not follow the schema, which is our bug."""
    root = document_of(report)
    _validate(root)
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def texts(data: bytes) -> dict[str, str]:
    """The texts of a document's entries by id. Raises ValueError."""
    return {made.get("GUID"): _own_text(made) for made in _entries(_parsed(data))}


def _parsed(data: bytes) -> etree._Element:
    root = parse_xml(data)
    _validate(root)
    return root


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    return (made for made in root.iter(etree.Element) if made.get("GUID"))


def _validate(root: etree._Element) -> None:
    validate(root, "akomantoso30.xsd", "Akoma Ntoso")


def _own_text(made: etree._Element) -> str:
    """An entry's text as written: without its number, its notes, and what is below it."""
    name = etree.QName(made).localname
    if name == "p":
        return "".join(made.itertext())
    if (table := made.find(f"{tag('content')}/{tag('table')}")) is not None:
        return " ".join("".join(cell.itertext()) for cell in table.iter(tag("td")))
    paths = ("heading", "content/p", "list/intro/p", "intro/p", "p")
    places = ("/".join(tag(step) for step in path.split("/")) for path in paths)
    holder = next((found for place in places if (found := made.find(place)) is not None), None)
    return "" if holder is None else "".join(_without_notes(holder))


def _without_notes(holder: etree._Element) -> Iterator[str]:
    yield holder.text or ""
    for child in holder:
        if etree.QName(child).localname != "authorialNote":
            yield "".join(child.itertext())
        yield child.tail or ""
