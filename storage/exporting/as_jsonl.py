"""JSON Lines: one JSON object a row, UTF-8, rows ended by a line feed. Nothing is lost: it can be read again.

    {"id": ..., "frame": 0,
     "document": {"id", "symbol", "symbols", "title", "date", "date_printed", "distribution",
                  "original_language", "body", "session", "agenda_item", "job_number", "language", "pages",
                  "coverage", "file", "sha256", "extractor"},
     "parent", "order", "path": [...], "kind", "level", "number", "text", "page", "page_label", "page_size",
     "bboxes": [[page, x0, y0, x1, y1], ...], "quote", "prefix", "suffix", "confidence", "reasons": [...],
     "extra": {...}, "split": "train" or null,
     "role", "force", ... (each slot of `model.labels.Slot` but the status, `-` as `_`):
         null, or {"value", "source", "reviewer", "confidence", "rule", "inherited_from", "at",
                   "evidence": [{"start", "end", "words"}, ...]},
     "status", "reviewed_by", "reviewed_at"}

`order` counts the document's entries from 1; `frame` counts the recommendations in one entry from 0, each of
which is a row. Offsets are code points into the entry's text, or into that of the entry that `inherited_from`
names; rectangles are in points on the unrotated page, pages count from 1, `page_size` is [width, height].
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from model.documents import Document
from model.garbage_collection import uncollected
from storage.exporting.document_facts import document_facts
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Labels, column

_BEGINNING = re.compile(rb'\{"id": "([^"]+)", "frame": (\d+), "document": \{"id": "([^"]+)", ')
_new_row = partial(tuple.__new__, RowKey)  # past a function of Python's
_json = json.JSONEncoder(ensure_ascii=False).encode
_text = json.encoder.encode_basestring  # what `_json` does to a text, without asking whether it is one


class JsonLines(Format):
    suffix = ".jsonl"
    loses = ("labels that gave way to another reviewer's", "the history of edits", "the PDFs")

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        rows = RowsAsJson(context)
        # Rows hold no cycles: they go with their batch.
        with TextFile(path) as file, uncollected():
            for batch in batches:
                file.write(rows.encode(batch))
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        # To parse all of each object would take longer than to write it, and the file's hash is compared too.
        with path.open("rb", buffering=1 << 17) as file:
            for line in file:
                found = _BEGINNING.match(line)
                if found is None or not line.endswith(b"}\n"):
                    raise ValueError(f"a line that is not a row: {line[:40]!r}")
                node, frame, document = found.groups()
                yield _new_row((document.decode(), node.decode(), int(frame)))


class RowsAsJson:
    """Turns batches into lines. What many rows share is written out once."""

    def __init__(self, context: DatasetContext) -> None:
        self._labelled = _Labelled(context)
        self._document: Document | None = None
        self._facts = ""
        self._places: list[str] = []

    def encode(self, batch: RowBatch) -> str:
        """The rows of a batch as lines."""
        if batch.document is not self._document:
            self._begin(batch.document)
        facts, places, labelled = self._facts, self._places, self._labelled
        paths: dict[tuple[str, ...], str] = {}
        split = _text(batch.split) if batch.split else "null"
        lines = []
        for record in batch.rows:
            (node_id, frame, parent, order, path, kind, level, number, text, page, regions, quote,
             prefix, suffix, confidence, reasons, extra, labels, status, reviewed_by,
             reviewed_at) = record  # fmt: skip
            if path not in paths:
                paths[path] = _json(path)
            words = _text(text)
            lines.append(
                f'{{"id": "{node_id}", "frame": {frame}, "document": {facts}, "parent": {_id(parent)}, '
                f'"order": {order}, "path": {paths[path]}, "kind": "{kind}", '
                f'"level": {"null" if level is None else level}, "number": {_text(number)}, "text": {words}, '
                f'"page": {page}, {places[page]}, "bboxes": {regions}, '
                f'"quote": {words if quote == text else _text(quote)}, "prefix": {_text(prefix)}, '
                f'"suffix": {_text(suffix)}, "confidence": {confidence!r}, "reasons": {reasons}, '
                f'"extra": {extra}, "split": {split}, {labelled.all(labels, text)}, "status": "{status}", '
                f'"reviewed_by": {_given(reviewed_by)}, "reviewed_at": {_given(reviewed_at)}}}\n'
            )
        return "".join(lines)

    def _begin(self, document: Document) -> None:
        self._document = document
        self._labelled.clear()  # what one document's labels say is not kept for the next
        self._facts = _json(document_facts(document))
        self._places = ['"page_label": "", "page_size": null'] + [
            f'"page_label": {_text(page.label)}, "page_size": [{page.width!r}, {page.height!r}]'
            for page in document.pages
        ]


def _id(node_id: str | None) -> str:
    return "null" if node_id is None else f'"{node_id}"'


def _given(text: str | None) -> str:
    return "null" if text is None else _text(text)


class _Labelled(dict[Labels, tuple[list[tuple[str, slice]], str]]):
    """Labels as JSON, except the words that stand in the entry's own text: what goes before each stretch of
    them with what cuts it out, and what goes after the last. Many entries have the same labels.
    """

    def __init__(self, context: DatasetContext) -> None:
        super().__init__()
        self._columns = [
            (column(slot), place) for slot, place in zip(context.slots, context.places(), strict=True)
        ]

    def all(self, labels: Labels, text: str) -> str:
        """The labels of an entry with this text."""
        pieces, end = self[labels]
        return "".join([f"{before}{_text(text[cut])}" for before, cut in pieces]) + end

    def __missing__(self, labels: Labels) -> tuple[list[tuple[str, slice]], str]:
        pieces: list[tuple[str, slice]] = []
        begun = ""
        for name, place in self._columns:
            begun += f'{", " if begun or pieces else ""}"{name}": '
            label = labels[place]
            if label is None:
                begun += "null"
                continue
            begun += (
                f'{{"value": {label.value}, "source": "{label.source}", "reviewer": {_text(label.reviewer)}, '
                f'"confidence": {label.confidence!r}, "rule": {_text(label.rule)}, '
                f'"inherited_from": {_id(label.lead_in)}, "at": {_given(label.at)}, "evidence": ['
            )
            for turn, (start, end) in enumerate(label.words):
                begun += f'{", " if turn else ""}{{"start": {start}, "end": {end}, "words": '
                if label.text is None:
                    pieces.append((begun, slice(start, end)))
                    begun = "}"
                else:
                    begun += f"{_text(label.text[start:end])}}}"
            begun += "]}"
        self[labels] = made = pieces, begun
        return made
