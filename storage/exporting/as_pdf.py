"""Annotated PDFs: copies of the reports with a highlight on each labelled entry in its role's colour.

What is said of an entry is the highlight's text, with whose word it is; a reviewer's note is a note. Both are
standard annotations, which other viewers show, list and print. The PDF in the project stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from model.highlights import Highlight
from model.labels import Slot
from model.schemes import NO_COLOR
from model.workers.worker import PdfWorker
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import FileNames, ReportEntry, is_labelled, reports
from storage.exporting.sources import Sources
from storage.exporting.wording import described, reviewers_of

# In an annotation's name, between an entry's id and its recommendations.
_FRAMES = "/"


class AnnotatedPdf(Format):
    suffix = "-annotated"
    is_folder = True
    loses = (
        "entries without a label, and those without a place on a page",
        "corrected texts: the pages stay as they are",
        "the outline: what hangs below what",
        "offsets of the words that gave a label: the whole entry is highlighted",
        "passwords: a copy opens without one",
    )

    def carries(self, record: Record) -> bool:
        return is_labelled(record) and record.regions != "[]"

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        names, sources = FileNames(), Sources(context, "The annotated PDF")
        with closing(PdfWorker()) as worker:
            for report in reports(batches, context):
                marks = [
                    _mark(entry, context)
                    for entry in report.entries
                    if entry.labelled and entry.node.anchor.regions
                ]
                target = path / f"{names.of(report.document)}.pdf"
                if (source := sources.of(report.document)) is not None:
                    if context.password is not None:
                        worker.open(source, context.password).result()
                    worker.annotate(source, target, report.document.id, marks).result()
        sources.verify()

    def read_back(self, path: Path) -> Iterator[RowKey]:
        with closing(PdfWorker()) as worker:
            for file in sorted(path.iterdir()):
                found = worker.annotations(file).result()
                for mark in found.marks:
                    node, *frames = mark.name.split(_FRAMES)
                    if mark.kind == "Highlight" and "+" not in mark.name:
                        yield from (RowKey(found.document, node, int(frame)) for frame in frames)


def _color(entry: ReportEntry, context: DatasetContext) -> str:
    """Of its role in the project's label scheme."""
    role = context.definitions.get(Slot.ROLE, {}).get(entry.role or "")
    return role.color if role is not None and role.color else NO_COLOR


def _mark(entry: ReportEntry, context: DatasetContext) -> Highlight:
    name = _FRAMES.join([entry.node.id, *map(str, entry.labelled)])
    note = entry.word(Slot.NOTE)
    return Highlight(
        name, entry.node.anchor.regions, _color(entry, context), reviewers_of(entry),
        "\n".join(described(entry, context)), "" if note is None else str(note.value),
    )  # fmt: skip
