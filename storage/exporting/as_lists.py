"""Lists as a table of their own beside the dataset: who attended, who spoke, agendas, documents, votes.

One row is one entry of a list, with its words and codes; a paragraph that lists fifty States has fifty rows.
Cells are as in `as_csv`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from model.bodies import Bodies
from model.labels import Slot, Span
from model.review import Source
from storage.exporting.as_csv import BOM, defused, read_cells
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.listing import COLUMNS, Listed, body_of


class ListsCsv(Format):
    suffix = ".lists.csv"
    loses = ("everything but the entries of lists",)

    def carries(self, record: Record) -> bool:
        label = record.label(Slot.ENTRIES)
        return record.frame == 0 and label is not None and bool(label.decoded)

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        bodies = context.bodies()
        with TextFile(path) as file:
            file.write(BOM + ",".join(COLUMNS) + "\r\n")
            for batch in batches:
                held = filter(self.carries, batch.rows)
                file.write(_encoded([entry for record in held for entry in _listed(batch, record, bodies)]))
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for document, node, place in read_cells(path, "document", "entry", "place"):
            if place == "0":
                yield RowKey(document, node)


def _listed(batch: RowBatch, record: Record, bodies: Bodies) -> Iterator[Listed]:
    document, label = batch.document, record.label(Slot.ENTRIES)
    assert label is not None
    head, words = document.masthead, label.words
    for place, value in enumerate(label.decoded):
        span = Span(*words[place]) if place < len(words) else Span(0, 0)
        yield Listed(document.id, head.symbol or document.name, head.date, record.id, place, record.page,
                     value, span, Source(label.source), label.reviewer, body_of(value, bodies))  # fmt: skip


def _encoded(entries: list[Listed]) -> str:
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, COLUMNS, lineterminator="\r\n")
    writer.writerows(_safe_row(entry) for entry in entries)
    return lines.getvalue()


def write_csv(entries: Sequence[Listed], file: IO[str]) -> int:
    """Writes entries of a project as the format does, except the mark at the beginning; gives how many."""
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(map(_safe_row, entries))
    return len(entries)


def _safe_row(entry: Listed) -> dict[str, Any]:
    """The entry's row without cells that a spreadsheet would run."""
    return {key: defused(cell) if isinstance(cell, str) else cell for key, cell in entry.as_row().items()}
