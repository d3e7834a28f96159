"""CSV (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets take it for what it is.

A spreadsheet runs a cell that starts with = + - @, a tab or a carriage return, also behind spaces and
quotation marks. Such a cell gets an apostrophe in front, which a spreadsheet takes for "this is text":

    =SUM(A1)  →  '=SUM(A1)          '=SUM(A1)  →  ''=SUM(A1)

To get the text back, take one apostrophe away where what follows would have got one (`restored`). Cells that
need none never have one added. Several values share a cell with "; " between them, headings of the path with
" > ", offsets are start-end in code points, rectangles are JSON.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from model.documents import Document
from storage.exporting.formats import Row
from storage.exporting.records import SLOTS, Label, Record

_OF_DOCUMENT = ("document", "symbol", "title", "date", "language", "file", "sha256", "extractor")
_OF_NODE = ("id", "parent", "order", "path", "kind", "level", "number", "text", "page", "bboxes", "quote",
            "confidence")  # fmt: skip
_OF_LABEL = ("", "_source", "_reviewer", "_confidence", "_rule", "_inherited_from", "_evidence", "_offsets")
_OF_REVIEW = ("status", "reviewed_by", "reviewed_at")
COLUMNS = (*_OF_DOCUMENT, *_OF_NODE, *(slot.value + part for slot in SLOTS for part in _OF_LABEL),
           *_OF_REVIEW)  # fmt: skip

_RUNS = re.compile(r"[\s\ufeff\u200b\"'`“”‘’„«»]*[=+\-@＝＋－＠]|[ \"'`“”‘’„«»]*[\t\r\n]")
_BOM = "\ufeff"


class Csv:
    suffix = ".csv"
    head = _BOM + ",".join(COLUMNS) + "\r\n"

    def encode(self, document: Document, records: Sequence[Record]) -> str:
        head = document.masthead
        texts = (document.id, head.symbol, head.title, head.date, document.language, document.name,
                 document.sha256, document.extractor)  # fmt: skip
        facts = [defused(text) for text in texts]
        lines = io.StringIO(newline="")
        csv.writer(lines, lineterminator="\r\n").writerows([facts + _cells(record) for record in records])
        return lines.getvalue()

    def read_back(self, file: BinaryIO) -> Iterator[Row]:
        text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        # The module's limit of 131,072 characters a cell is less than a long table may have.
        before = csv.field_size_limit(sys.maxsize)
        try:
            reader = csv.reader(text, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                raise ValueError("the columns are not those that were written")
            for row in reader:
                if len(row) != len(COLUMNS):
                    raise ValueError(f"line {reader.line_num} has {len(row)} cells")
                yield Row(row[_DOCUMENT], row[_ID])
        finally:
            csv.field_size_limit(before)
            text.detach()


def defused(cell: str) -> str:
    """The cell as a spreadsheet shows it without running it."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def restored(cell: str) -> str:
    """The text of a cell that `defused` gave."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell


def _cells(record: Record) -> list[Any]:
    cells = [
        record.id, record.parent, record.order, defused(" > ".join(record.path)), record.kind, record.level,
        defused(record.number), defused(record.text), record.page, record.regions, defused(record.quote),
        record.confidence,
    ]  # fmt: skip
    for label in record.labels:
        cells += _NOTHING if label is None else _label(label)
    cells += record.status, defused(record.reviewed_by or ""), record.reviewed_at
    return cells


def _label(label: Label) -> list[Any]:
    value = json.loads(label.value)
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    spans = json.loads(label.spans)
    return [
        defused(value) if isinstance(value, str) else value,
        label.source,
        defused(label.reviewer),
        label.confidence,
        defused(label.rule),
        label.lead_in,
        defused("; ".join(label.text[start:end] for start, end in spans)),
        "; ".join(f"{start}-{end}" for start, end in spans),
    ]


_NOTHING = [None] * len(_OF_LABEL)
_DOCUMENT, _ID = COLUMNS.index("document"), COLUMNS.index("id")
