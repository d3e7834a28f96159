"""CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets take it for what it is.

A spreadsheet runs a cell that starts with = + - @, a tab or a carriage return, also after spaces and
quotation marks. Such a cell gets an apostrophe in front, which a spreadsheet takes for "this is text":

    =SUM(A1)  →  '=SUM(A1)          '=SUM(A1)  →  ''=SUM(A1)

To get the text back, take one apostrophe away where what follows would have got one (`restored`). Cells that
need none never have one added. Several values share a cell with "; " between them (those that are objects are
JSON), headings of the path with " > ", offsets are start-end in code points, rectangles are JSON.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storage.exporting.document_facts import document_columns
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record, RecordedLabel, column

_OF_DOCUMENT = ("document", "symbol", "title", "date", "language", "file", "sha256", "extractor", "split")
_OF_NODE = ("id", "frame", "parent", "order", "path", "kind", "level", "number", "text", "page", "page_label",
            "bboxes", "quote", "confidence")  # fmt: skip
_OF_LABEL = ("", "_source", "_reviewer", "_confidence", "_rule", "_inherited_from", "_at", "_evidence",
             "_offsets")  # fmt: skip
_OF_REVIEW = ("status", "reviewed_by", "reviewed_at")

_RUNS = re.compile(r"[\s\ufeff\u200b\"'`“”‘’„«»]*[=+\-@＝＋－＠]|[ \"'`“”‘’„«»]*[\t\r\n]")
BOM = "\ufeff"
_LONGEST_CELL = 2**31 - 1  # what the module takes on every system


class Csv(Format):
    suffix = ".csv"
    loses = (
        "labels that gave way to another reviewer's",
        "words around the quote",
        "cells of tables, marks of footnotes",
    )

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        with TextFile(path) as file:
            file.write(BOM + ",".join(columns(context)) + "\r\n")
            for batch in batches:
                file.write(_encoded(batch, context.places()))
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for document, node, frame in read_cells(path, "document", "id", "frame"):
            yield RowKey(document, node, int(frame))


def columns(context: DatasetContext) -> tuple[str, ...]:
    """The names in the first line."""
    of_labels = (column(slot) + part for slot in context.slots for part in _OF_LABEL)
    return (*_OF_DOCUMENT, *_OF_NODE, *of_labels, *_OF_REVIEW)


def _encoded(batch: RowBatch, places: list[int]) -> str:
    columns_of = document_columns(batch.document, batch.split)
    facts = [defused(columns_of[name]) for name in _OF_DOCUMENT]
    page_labels = ["", *(defused(page.label) for page in batch.document.pages)]
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(
        [facts + _cells(record, page_labels[record.page], places) for record in batch.rows]
    )
    return lines.getvalue()


def read_cells(path: Path, *wanted: str) -> Iterator[list[str]]:
    """The cells of some columns, row by row. Raises ValueError if the table is damaged."""
    csv.field_size_limit(_LONGEST_CELL)  # the module's own is less than a long table may have
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            names = next(reader, [])
            places = [names.index(name) for name in wanted]
            for row in reader:
                if len(row) != len(names):
                    raise ValueError(f"line {reader.line_num} has {len(row)} cells")
                yield [row[place] for place in places]
        except csv.Error as error:
            raise ValueError(f"line {reader.line_num}: {error}") from error


def defused(cell: str) -> str:
    """The cell as a spreadsheet shows it without running it."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def restored(cell: str) -> str:
    """The text of a cell that `defused` gave."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell


def _cells(record: Record, page_label: str, places: list[int]) -> list[Any]:
    cells = [
        record.id, record.frame, record.parent, record.order, defused(" > ".join(record.path)), record.kind,
        record.level, defused(record.number), defused(record.text), record.page, page_label, record.regions,
        defused(record.quote), record.confidence,
    ]  # fmt: skip
    for place in places:
        label = record.labels[place]
        cells += _NOTHING if label is None else _label(label, record.text_of(label))
    cells += record.status, defused(record.reviewed_by or ""), record.reviewed_at
    return cells


def _label(label: RecordedLabel, text: str) -> list[Any]:
    spans, value = label.words, flat(label.decoded)
    return [
        defused(value) if isinstance(value, str) else value,
        label.source,
        defused(label.reviewer),
        label.confidence,
        defused(label.rule),
        label.lead_in,
        label.at,
        defused("; ".join(text[start:end] for start, end in spans)),
        "; ".join(f"{start}-{end}" for start, end in spans),
    ]


def flat(value: Any) -> Any:
    """A slot's value for one cell: a number, a text, or nothing."""
    if isinstance(value, list) and not any(isinstance(item, dict) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


_NOTHING = [None] * len(_OF_LABEL)
