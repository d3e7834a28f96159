"""W3C Web Annotation (JSON-LD): a collection with one annotation for each entry and for each of its labels.

An entry's annotation identifies it (kind, number, place in the outline); a label's has the values as bodies
and the reviewer as creator. Each target is a place in the PDF, which is named by its hash, with selectors
that mean the same: the quote with what stands around it, and the page with a rectangle (points from the top
left corner of the page as shown). Each annotation is a line of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from model.documents import Document
from model.labels import ReviewerKind, Slot, Span
from model.reading.turning import to_shown
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.reports import Report, ReportEntry, SlotLabel, reports

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What the standard has no words for.
OWN = {"paraph": "urn:paraph:labels#", **{
    name: f"paraph:{name}"
    for name in ("document", "symbol", "sha256", "frames", "kind", "number", "level", "parent", "order",
                 "slot", "frame", "takenAs", "leadIn")
}}  # fmt: skip
_PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
# Characters before and after a quote that tell it from others.
_AROUND = 32
_OURS = uuid5(NAMESPACE_URL, "urn:paraph:web-annotation")
_json = json.JSONEncoder(ensure_ascii=False).encode
_PURPOSES = {Slot.NOTE: "commenting", Slot.VERB: "describing", Slot.TASK: "describing"}


class WebAnnotation(Format):
    suffix = ".webanno.jsonld"
    loses = (
        "corrected texts: quotes are as extracted",
        "how sure an entry or a label is, and why",
        "the states of the review",
        "marks of footnotes and cells of tables",
    )

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        machines = {one.name for one in context.reviewers if one.kind is ReviewerKind.MACHINE}
        head = {"@context": [CONTEXT, OWN], "id": _urn("collection", context.name),
                "type": "AnnotationCollection", "label": context.name}  # fmt: skip
        total = 0
        with TextFile(path) as file:
            file.write(f'{_json(head)[:-1]}, "first": {{"id": "{_urn("page", context.name)}", '
                       '"type": "AnnotationPage", "items": [')  # fmt: skip
            for report in reports(batches, context):
                for annotation in _annotations(report, machines):
                    file.write(f"{',' if total else ''}\n{_json(annotation)}")
                    total += 1
            file.write(f']}}, "total": {total}}}\n')
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        with path.open("rb") as file:
            for annotation in json.load(file)["first"]["items"]:
                if annotation["motivation"] == "identifying":
                    body = annotation["body"]
                    for frame in body["frames"]:
                        yield RowKey(body["document"], annotation["id"].removeprefix("urn:uuid:"), frame)


def _annotations(report: Report, machines: set[str]) -> Iterator[dict[str, Any]]:
    source = _source(report.document)
    for entry in report.entries:
        targets = _targets(entry, report.document, source)
        yield _identifying(entry, report.document, targets)
        for said in entry.said:
            yield _label(said, entry, targets, machines)


def _source(document: Document) -> dict[str, Any]:
    named = {
        "id": f"urn:sha256:{document.sha256}", "type": "Text", "format": "application/pdf",
        "language": document.language, "name": document.name, "symbol": document.masthead.symbol,
        "sha256": document.sha256,
    }  # fmt: skip
    return {key: value for key, value in named.items() if value}


def _identifying(entry: ReportEntry, document: Document, targets: list[dict[str, Any]]) -> dict[str, Any]:
    node = entry.node
    body = {
        "id": _urn("entry", node.id), "type": "Dataset", "document": document.id,
        "frames": list(entry.frames), "kind": node.kind.value, "number": node.number, "level": node.level,
        "parent": node.parent, "order": entry.order,
    }  # fmt: skip
    return {"id": f"urn:uuid:{node.id}", "type": "Annotation", "motivation": "identifying",
            "body": body, "target": targets}  # fmt: skip


def _label(
    said: SlotLabel, entry: ReportEntry, targets: list[dict[str, Any]], machines: set[str]
) -> dict[str, Any]:  # fmt: skip
    purpose = _PURPOSES.get(said.slot, "tagging")
    bodies = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain",
         "value": ": ".join(text for text in (part.code, part.words) if text)}
        for part in said.parts
    ]  # fmt: skip
    made: dict[str, Any] = {
        "id": _urn(entry.node.id, said.slot.value, said.frame), "type": "Annotation",
        "motivation": "commenting" if said.slot is Slot.NOTE else "classifying", "slot": said.slot.value,
        "frame": said.frame, "takenAs": said.source,
        "creator": {"type": "Software" if said.reviewer in machines else "Person", "name": said.reviewer},
        "body": bodies, "target": [_narrowed(target, said, entry) for target in targets],
    }  # fmt: skip
    if said.at is not None:
        made["created"] = said.at
    if said.lead_in is not None:
        made["leadIn"] = f"urn:uuid:{said.lead_in}"
    return made


def _targets(entry: ReportEntry, document: Document, source: dict[str, Any]) -> list[dict[str, Any]]:
    """The entry's places, one for each page, or the document where it has none."""
    anchor = entry.node.anchor
    quote = {"type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.prefix,
             "suffix": anchor.suffix}  # fmt: skip
    fragments = []
    for region in anchor.regions:
        x0, y0, x1, y1 = to_shown(region[1:], document.pages[region.page - 1])
        box = ",".join(f"{value:.2f}" for value in (x0, y0, x1 - x0, y1 - y0))
        fragments.append({"type": "FragmentSelector", "conformsTo": _PDF_FRAGMENT,
                          "value": f"page={region.page}&viewrect={box}"})  # fmt: skip
    selectors = [[quote, fragment] for fragment in fragments] or [[quote]]
    return [{"type": "SpecificResource", "source": source, "selector": both} for both in selectors]


def _narrowed(target: dict[str, Any], said: SlotLabel, entry: ReportEntry) -> dict[str, Any]:
    """The target with the words that gave a label as a selector within its own."""
    words = [_quote(span, entry.node.text) for span in said.own_spans]
    if not words:
        return target
    quote, *fragments = target["selector"]
    return {**target, "selector": [{**quote, "refinedBy": words}, *fragments]}


def _quote(span: Span, text: str) -> dict[str, Any]:
    start, end = span
    return {"type": "TextQuoteSelector", "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}  # fmt: skip


def _urn(*name: object) -> str:
    return f"urn:uuid:{uuid5(_OURS, ' '.join(map(str, name)))}"
