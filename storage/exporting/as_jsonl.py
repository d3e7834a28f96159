"""JSON Lines: one JSON object a row, UTF-8, rows ended by a line feed.

    {"id": ..., "document": {"id", "symbol", "title", "date", "language", "file", "sha256", "extractor"},
     "parent", "order", "path": [...], "kind", "level", "number", "text", "page",
     "bboxes": [[page, x0, y0, x1, y1], ...], "quote", "confidence",
     "role", "force", "addressees", "verb", "action":
         null, or {"value", "source", "reviewer", "confidence", "rule", "inherited_from",
                   "evidence": [{"start", "end", "words"}, ...]},
     "status", "reviewed_by", "reviewed_at"}

`order` counts the document's entries from 1; offsets are code points into the entry's text, or into that of
the entry that `inherited_from` names; rectangles are in points on the unrotated page, pages count from 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from model.documents import Document
from storage.exporting.formats import Row
from storage.exporting.records import SLOTS, Label, Record

_BEGINNING = re.compile(rb'\{"id": "([^"]+)", "document": \{"id": "([^"]+)", ')
_json = json.JSONEncoder(ensure_ascii=False).encode
_text = json.encoder.encode_basestring  # what `_json` does to a text, without asking whether it is one


class JsonLines:
    suffix = ".jsonl"
    head = ""

    def encode(self, document: Document, records: Sequence[Record]) -> str:
        head = document.masthead
        facts = _json(
            {
                "id": document.id, "symbol": head.symbol, "title": head.title, "date": head.date,
                "language": document.language, "file": document.name, "sha256": document.sha256,
                "extractor": document.extractor,
            }
        )  # fmt: skip
        paths: dict[tuple[str, ...], str] = {}
        labelled = _Labelled()
        lines = []
        for record in records:
            (node_id, parent, order, path, kind, level, number, text, page, regions, quote, confidence,
             labels, status, reviewed_by, reviewed_at) = record  # fmt: skip
            if path not in paths:
                paths[path] = _json(path)
            words = _text(text)
            lines.append(
                f'{{"id": "{node_id}", "document": {facts}, "parent": {_id(parent)}, "order": {order}, '
                f'"path": {paths[path]}, "kind": "{kind}", "level": {"null" if level is None else level}, '
                f'"number": {_text(number)}, "text": {words}, "page": {page}, "bboxes": {regions}, '
                f'"quote": {words if quote == text else _text(quote)}, "confidence": {confidence!r}, '
                f'{labelled.all(labels)}, "status": "{status}", "reviewed_by": {_given(reviewed_by)}, '
                f'"reviewed_at": {_given(reviewed_at)}}}\n'
            )
        return "".join(lines)

    def read_back(self, file: BinaryIO) -> Iterator[Row]:
        # To parse all of each object would take longer than to write it, and the file's hash is compared too.
        for line in file:
            found = _BEGINNING.match(line)
            if found is None or not line.endswith(b"}\n"):
                raise ValueError(f"a line that is no row: {line[:40]!r}")
            yield Row(found[2].decode(), found[1].decode())


def _id(node_id: str | None) -> str:
    return "null" if node_id is None else f'"{node_id}"'


def _given(text: str | None) -> str:
    return "null" if text is None else _text(text)


_KEYS = tuple(f'"{slot.value}": ' for slot in SLOTS)
_NONE = ", ".join(f"{key}null" for key in _KEYS)


class _Labelled:
    """Labels as JSON. Most of what they say is what others say too, so it is written out once."""

    def __init__(self) -> None:
        self._said: dict[tuple[Any, ...], str] = {}
        self._spans: dict[str, list[list[int]]] = {}

    def all(self, labels: tuple[Label | None, ...]) -> str:
        if not any(labels):
            return _NONE
        return ", ".join(
            [
                key + ("null" if label is None else self._one(label))
                for key, label in zip(_KEYS, labels, strict=True)
            ]
        )

    def _one(self, label: Label) -> str:
        said = self._said.get(label[:6])
        if said is None:
            said = self._said[label[:6]] = (
                f'{{"value": {label.value}, "source": "{label.source}", "reviewer": {_text(label.reviewer)}, '
                f'"confidence": {label.confidence!r}, "rule": {_text(label.rule)}, '
                f'"inherited_from": {_id(label.lead_in)}, "evidence": ['
            )
        spans, text = label[6:]
        if spans == "[]":
            return said + "]}"
        pairs = self._spans.get(spans)
        if pairs is None:
            pairs = self._spans[spans] = json.loads(spans)
        words = [f'{{"start": {a}, "end": {b}, "words": {_text(text[a:b])}}}' for a, b in pairs]
        return f"{said}{', '.join(words)}]}}"
