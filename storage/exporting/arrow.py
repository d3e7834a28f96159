"""Rows as Arrow tables: typed columns, lists where a slot holds several values, and one column beside each
slot that says whose word it is and by which words. Needs pyarrow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from model.documents import Document
from model.labels import Slot
from storage.exporting.document_facts import document_columns
from storage.exporting.formats import DatasetContext, RowBatch
from storage.exporting.records import Record, RecordedLabel, column

if TYPE_CHECKING:
    import pyarrow

# A row group: few enough to keep in memory, many enough to pack well.
_ROWS_A_GROUP = 5_000

_Rows = Sequence[tuple[Document, str, Record]]


def schema(context: DatasetContext) -> pyarrow.Schema:
    """The columns, in order."""
    import pyarrow as pa

    words = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("words", pa.string())])
    said = pa.struct(
        [
            ("source", pa.string()), ("reviewer", pa.string()), ("confidence", pa.float64()),
            ("rule", pa.string()), ("inherited_from", pa.string()), ("at", pa.string()),
            ("evidence", pa.list_(words)),
        ]
    )  # fmt: skip
    types = _value_types()
    of_slots = [
        pair
        for slot in context.slots
        for pair in ((column(slot), types[slot]), (f"{column(slot)}_said", said))
    ]
    place = pa.struct([("page", pa.int32()), *((name, pa.float64()) for name in ("x0", "y0", "x1", "y1"))])
    special = {
        "bboxes": pa.list_(place),
        "page_size": pa.list_(pa.float64()),
        "confidence": pa.float64(),
        **dict.fromkeys(("path", "reasons"), pa.list_(pa.string())),
        **dict.fromkeys(("frame", "order", "level", "page", "pages"), pa.int32()),
    }
    plain = [(name, special.get(name, pa.string())) for name in (*_OF_DOCUMENT, *_OF_RECORD)]
    review = [(name, pa.string()) for name in _OF_REVIEW]
    return pa.schema([*plain, *of_slots, *review])


def tables(batches: Iterable[RowBatch], context: DatasetContext) -> Iterator[tuple[str, pyarrow.Table]]:
    """Tables of at most `_ROWS_A_GROUP` rows, each with the split that its rows are in."""
    made = _Tables(context)
    waiting: dict[str, list[tuple[Document, str, Record]]] = {}
    for document, rows, split in batches:
        of_split = waiting.setdefault(split, [])
        of_split += [(document, split, row) for row in rows]
        while len(of_split) >= _ROWS_A_GROUP:
            yield split, made.table(of_split[:_ROWS_A_GROUP])
            del of_split[:_ROWS_A_GROUP]
    for split, of_split in waiting.items():
        if of_split:
            yield split, made.table(of_split)


class _Tables:
    """Makes tables. JSON that repeats is read once for each table."""

    def __init__(self, context: DatasetContext) -> None:
        self._schema = schema(context)
        self._slots = list(zip(context.slots, context.places(), strict=True))

    def table(self, rows: _Rows) -> pyarrow.Table:
        import pyarrow as pa

        types = {field.name: field.type for field in self._schema}
        columns = {**_document_columns(rows), **_record_columns(rows)}
        arrays = {name: pa.array(values, types[name]) for name, values in columns.items()}
        arrays["bboxes"] = _boxes([record.regions for _, _, record in rows], types["bboxes"])
        for slot, place in self._slots:
            name, said = column(slot), f"{column(slot)}_said"
            labels = [record.labels[place] for _, _, record in rows]
            if any(labels):
                arrays[name] = _values(slot, labels, types[name])
                arrays[said] = _said(labels, [record.text for _, _, record in rows], types[said])
            else:
                arrays |= {one: pa.nulls(len(rows), types[one]) for one in (name, said)}
        return pa.table([arrays[name] for name in self._schema.names], schema=self._schema)


_OF_DOCUMENT = ("document", "symbol", "title", "date", "language", "body", "session", "file", "sha256",
                "extractor", "pages", "split")  # fmt: skip
_OF_RECORD = ("id", "frame", "parent", "order", "path", "kind", "level", "number", "text", "page",
              "page_label", "page_size", "bboxes", "quote", "prefix", "suffix", "confidence", "reasons",
              "extra")  # fmt: skip
_OF_REVIEW = ("status", "reviewed_by", "reviewed_at")


def _document_columns(rows: _Rows) -> dict[str, list[Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for document, split, _ in rows:
        if document.id not in facts:
            facts[document.id] = {**document_columns(document), "split": split or None}
    of_rows = [facts[document.id] for document, _, _ in rows]
    return {name: [of_row[name] for of_row in of_rows] for name in _OF_DOCUMENT}


def _record_columns(rows: _Rows) -> dict[str, list[Any]]:
    records = [record for _, _, record in rows]
    by_name = dict(zip(Record._fields, zip(*records, strict=True), strict=True))
    names = [name for name in (*_OF_RECORD, *_OF_REVIEW) if name in by_name]
    found = {name: list(by_name[name]) for name in names}
    found["reasons"] = _decoded(found["reasons"])
    pages = [document.pages[record.page - 1] if record.page else None for document, _, record in rows]
    found["page_label"] = [page.label if page else None for page in pages]
    found["page_size"] = [(page.width, page.height) if page else None for page in pages]
    return found


def _boxes(regions: Sequence[str], type_: Any) -> Any:
    import pyarrow as pa

    boxes = json.loads(f"[{','.join(regions)}]")  # one call for all is several times as quick
    flat = list(chain.from_iterable(boxes))
    fields = zip(*flat, strict=True) if flat else [()] * 5
    place = type_.value_type
    arrays = [pa.array(values, field.type) for field, values in zip(place, fields, strict=True)]
    struct = pa.StructArray.from_arrays(arrays, fields=list(place))
    return pa.ListArray.from_arrays(pa.array(_offsets(boxes), pa.int32()), struct)


def _values(slot: Slot, labels: Sequence[RecordedLabel | None], type_: Any) -> Any:
    import pyarrow as pa

    texts = [None if label is None else label.value for label in labels]
    known: dict[str | None, Any] = {None: None}
    adapt = _ADAPTED.get(slot, _unchanged)
    for text in texts:
        if text not in known:
            value = json.loads(text)  # type: ignore[arg-type]  # None is known
            known[text] = None if value is None else adapt(value)
    return pa.array([known[text] for text in texts], type_)


def _said(labels: Sequence[RecordedLabel | None], texts: Sequence[str], type_: Any) -> Any:
    """Whose word each label is, of entries with these texts. Built of its fields' columns: a dictionary for
    each row would take three times as long."""
    import pyarrow as pa

    none = (None,) * 7
    plain = [none if label is None else label[1:7] for label in labels]
    source, reviewer, lead_in, confidence, rule, at = zip(*[row[:6] for row in plain], strict=True)
    spans = _decoded([label.spans if label is not None else "[]" for label in labels])
    flat = [
        (start, end, (text if label.text is None else label.text)[start:end])
        for label, text, of_one in zip(labels, texts, spans, strict=True)
        if label is not None
        for start, end in of_one
    ]
    words = type_.field("evidence").type.value_type
    fields = zip(*flat, strict=True) if flat else [()] * 3
    evidence = pa.ListArray.from_arrays(
        pa.array(_offsets(spans), pa.int32()),
        pa.StructArray.from_arrays(
            [pa.array(values, field.type) for field, values in zip(words, fields, strict=True)],
            fields=list(words),
        ),
    )
    columns = (source, reviewer, confidence, rule, lead_in, at)
    arrays = [pa.array(values, field.type) for field, values in zip(type_, columns, strict=False)]
    missing = pa.array([label is None for label in labels])
    return pa.StructArray.from_arrays([*arrays, evidence], fields=list(type_), mask=missing)


def _offsets(lists: Sequence[Sequence[Any]]) -> list[int]:
    return [0, *accumulate(map(len, lists))]


def _decoded(texts: Sequence[str]) -> list[Any]:
    known = {text: json.loads(text) for text in set(texts)}
    return [known[text] for text in texts]


def _unchanged(value: Any) -> Any:
    return value


def _as_texts(value: Any) -> list[str]:
    """The entries of a list have fields of their own sorts: each is kept as JSON."""
    return [json.dumps(item, ensure_ascii=False) for item in value]


_ADAPTED: Mapping[Slot, Callable[[Any], Any]] = {Slot.ENTRIES: _as_texts}


def _value_types() -> dict[Slot, Any]:
    import pyarrow as pa

    text, texts = pa.string(), pa.list_(pa.string())

    def several(*names: str) -> Any:
        return pa.list_(pa.struct([(name, text) for name in names]))

    return {
        Slot.ROLE: text,
        Slot.FORCE: pa.int8(),
        Slot.ADDRESSEES: texts,
        Slot.VERB: text,
        Slot.ACTION: pa.int8(),
        Slot.ATTRIBUTION: pa.struct([("by", text), ("name", text)]),
        Slot.TASK: text,
        Slot.BENEFICIARIES: texts,
        Slot.THEMES: texts,
        Slot.INSTRUMENTS: several("name", "kind", "target"),
        Slot.CONDITIONS: several("kind", "text"),
        Slot.TIME_FRAME: several("kind", "text", "when"),
        Slot.FOLLOW_UP: several("target", "response"),
        Slot.ENTRIES: texts,
        Slot.NOTE: text,
    }
