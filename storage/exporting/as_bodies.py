"""The bodies that recommendations name, as a table beside the dataset: whom they ask, whose word they are.

One row is one name where it stands; a recommendation to three bodies has three rows. `printed` are the words
of the report, `body` is the project's name for who they mean (`model.bodies`). Cells are as in `as_csv`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.bodies import Bodies
from model.labels import Slot
from storage.exporting.as_csv import BOM, defused, flat, read_cells
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.naming import NAMED_AS, NamedBody, names_in
from storage.exporting.records import Record, RecordedLabel

COLUMNS = ("document", "symbol", "date", "entry", "frame", "page", "named_as", "kind", "printed", "body",
           "start", "end", "inherited_from", "source", "reviewer")  # fmt: skip


class BodiesCsv(Format):
    suffix = ".bodies.csv"
    loses = ("everything but the bodies that recommendations name",)

    def carries(self, record: Record) -> bool:
        return any(True for _ in _named(record))

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        bodies = context.bodies()
        with TextFile(path) as file:
            file.write(BOM + ",".join(COLUMNS) + "\r\n")
            for batch in batches:
                lines = io.StringIO(newline="")
                csv.writer(lines, lineterminator="\r\n").writerows(_rows(batch, bodies))
                file.write(lines.getvalue())
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        # An entry's rows come one after another.
        before = None
        for document, node, frame in read_cells(path, "document", "entry", "frame"):
            row = RowKey(document, node, int(frame))
            if row != before:
                yield row
            before = row


def _rows(batch: RowBatch, bodies: Bodies) -> Iterator[list[Any]]:
    head = batch.document.masthead
    report = [batch.document.id, defused(head.symbol or batch.document.name), head.date]
    for record in batch.rows:
        for slot, label, (printed, start, end) in _named(record):
            value = label.decoded
            kind = value.get("by", "") if slot is Slot.ATTRIBUTION else flat(value)
            yield [
                *report, record.id, record.frame, record.page, NAMED_AS[slot], kind, defused(printed),
                defused(bodies.name_of(printed)), start, end, label.lead_in, label.source,
                defused(label.reviewer),
            ]  # fmt: skip


def _named(record: Record) -> Iterator[tuple[Slot, RecordedLabel, NamedBody]]:
    for slot in NAMED_AS:
        label = record.label(slot)
        if label is not None:
            for name in names_in(record, slot):
                yield slot, label, name
