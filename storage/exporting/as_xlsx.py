"""Excel: sheets of documents, sections, recommendations, labels and vocabularies.

It is for people: what identifies an entry stays in sight, the values of all labels stand side by side, before
the words and the persons behind them, and a value with parts is its code and its words. All texts are written
as texts, so that no cell runs. The workbook is written row by row: its memory does not grow with the dataset.
Needs xlsxwriter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from model.bodies import Bodies
from model.documents import Document
from model.labels import Role, Slot
from model.nodes import Kind
from storage.errors import ExportFailed
from storage.exporting.choosing import role_of
from storage.exporting.document_facts import document_columns
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.naming import NAMED_AS, names_in
from storage.exporting.records import Record, column
from storage.exporting.reports import code_and_words
from storage.exporting.zipped import zip_to_read

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS, LONGEST = 1_048_576, 32_767  # characters as Excel counts: those beyond U+FFFF are two
_CUT = f" … [cut: Excel takes {LONGEST:,} characters a cell]"
_MADE = datetime(2000, 1, 1)  # a workbook says when it was made; the same dataset gives the same bytes

_OF_DOCUMENT = ("symbol", "title", "date", "language", "body", "session", "pages", "coverage", "split",
                "file", "sha256", "extractor", "document")  # fmt: skip
_OF_ENTRY = ("symbol", "number", "text")
_IN_SIGHT = 2  # columns of an entry
_OF_REVIEW = ("status", "reviewed_by", "reviewed_at")
_OF_PLACE = ("path", "date", "page", "page_label", "file")
_BEHIND_LABEL = ("_words", "_source", "_reviewer")
_AT_END = ("split", "bboxes", "sha256", "document", "id", "frame")
_NARROW, _WIDE = 16, 60  # characters, of columns that are not wrapped, and that say how high a row is
_LINE, _MOST_LINES = 15, 20  # points, and what is shown of a row at most
# Characters, of columns that hold more than a word; the words that gave a label have 32.
_WIDTHS = {"text": 80, "definition": 80, "title": 60, "task": 60, "path": 40, "labels": 40, "note": 40,
           "instruments": 40, "beneficiaries": 32, "conditions": 32, "time_frame": 32, "attribution": 24,
           "addressees": 24, "themes": 24, "name": 24, "file": 32, "symbol": 22, "number": 20, "level": 10,
           "force": 10, "action": 10, "page": 10, "frame": 10, "date": 12}  # fmt: skip
# What is read again: the sheets with entries, by their file in the workbook.
_ENTRIES = ("xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml")
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Excel(Format):
    suffix = ".xlsx"
    loses = (
        "entries that are neither headings nor recommendations",
        f"what is beyond {LONGEST:,} characters of a text",
        "labels that gave way to another reviewer's",
        "offsets of words, confidence and rule of labels",
        "what instruments and answers lead to",
    )

    def carries(self, record: Record) -> bool:
        return record.kind == Kind.SECTION or role_of(record) == Role.RECOMMENDATION

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        import xlsxwriter

        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        try:
            with xlsxwriter.Workbook(path, options) as book:
                book.set_properties({"title": context.name, "created": _MADE})
                _fill(book, batches, context)
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args[0].args) from error  # the system's error, which it wraps

    def read_back(self, path: Path) -> Iterator[RowKey]:
        with zip_to_read(path) as book:
            for name in _ENTRIES:
                with book.open(name) as sheet:
                    for cells in islice(_rows(sheet), 1, None):
                        yield RowKey(cells[-3], cells[-2], int(cells[-1]))


class _Sheet:
    """A sheet with a heading row that can narrow the rows down; it stays in sight, with the first columns."""

    def __init__(self, book: Workbook, name: str, columns: Iterable[str], in_sight: int = 0) -> None:
        self._name = name
        self._sheet: Worksheet = book.add_worksheet(name)
        names = list(columns)
        self._plain = book.add_format()
        top = book.add_format({"valign": "top"})
        wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self._widths = [
            _WIDTHS.get(name, 32 if name.endswith(("_words", "_bodies")) else _NARROW) for name in names
        ]
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, width, wrapped if width > _NARROW else top)
        self._sheet.set_row(0, None, book.add_format({"bold": True, "bottom": 1}))
        self._sheet.freeze_panes(1, in_sight)
        self._row = 0
        self.add(names)

    def add(self, cells: Iterable[Any]) -> None:
        if self._row >= MOST_ROWS:
            raise ExportFailed(
                f"Excel takes {MOST_ROWS:,} rows a sheet, and “{self._name}” has more; "
                "export fewer documents, or as Parquet or CSV"
            )
        cells = list(cells)
        if (lines := self._lines(cells)) > 1:  # not every spreadsheet finds the height by itself
            self._sheet.set_row(self._row, min(lines, _MOST_LINES) * _LINE)
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                self._write_text(place, _fitting(cell))
            elif cell is not None:
                self._sheet.write_number(self._row, place, cell)
        self._row += 1

    def _write_text(self, place: int, text: str) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # The library takes such a string for the markup of a text in parts, and writes it as it is. As a
            # text in two parts it is written as text.
            self._sheet.write_rich_string(self._row, place, text[:1], self._plain, text[1:])
        else:
            self._sheet.write_string(self._row, place, text)

    def _lines(self, cells: Iterable[Any]) -> int:
        """How many lines the longest text of a wide column takes."""
        wrapped = zip(cells, self._widths, strict=True)
        texts = ((len(cell), width) for cell, width in wrapped if width >= _WIDE and isinstance(cell, str))
        return max((-(-length // width) for length, width in texts), default=1)

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._widths) - 1)


def _fill(book: Workbook, batches: Iterator[RowBatch], context: DatasetContext) -> None:
    values = [column(slot) + part for slot in context.slots for part in _parts(slot)]
    behind = [column(slot) + part for slot in context.slots for part in _BEHIND_LABEL]
    bodies = context.bodies()
    documents = _Sheet(book, "documents", _OF_DOCUMENT)
    sections = _Sheet(book, "sections", (*_OF_ENTRY, "level", *_OF_REVIEW, *_OF_PLACE, *_AT_END), _IN_SIGHT)
    recommendations = _Sheet(
        book, "recommendations", (*_OF_ENTRY, *values, *_OF_REVIEW, *_OF_PLACE, *behind, *_AT_END), _IN_SIGHT
    )
    last = ""
    for document, rows, split in batches:
        if document.id != last:
            facts = document_columns(document, split)
            documents.add(facts[name] for name in _OF_DOCUMENT)
            last = document.id
        for row in rows:
            if row.kind == Kind.SECTION:
                sections.add([
                    *_entry(document, row), row.level, *_review(row), *_place(document, row),
                    *_end(document, row, split),
                ])  # fmt: skip
            elif role_of(row) == Role.RECOMMENDATION:
                said = [cell for slot in context.slots for cell in _value(row, slot, bodies)]
                from_whom = [cell for slot in context.slots for cell in _behind(row, slot)]
                recommendations.add([
                    *_entry(document, row), *said, *_review(row), *_place(document, row), *from_whom,
                    *_end(document, row, split),
                ])  # fmt: skip
    for sheet in (documents, sections, recommendations, *_labels(book, context)):
        sheet.finish()


def _labels(book: Workbook, context: DatasetContext) -> tuple[_Sheet, _Sheet]:
    labels = _Sheet(book, "labels", ("slot", "value", "name", "text"))
    for slot, values in context.definitions.items():
        for value, label in values.items():
            labels.add((column(slot), value, label.name, label.definition))
    vocabularies = _Sheet(
        book, "vocabularies", ("vocabulary", "version", "slot", "code", "broader", "labels", "definition")
    )
    for concept in context.concepts():
        named = "; ".join(f"{language}: {label}" for language, label in concept.labels.items())
        vocabularies.add((concept.vocabulary, concept.version, concept.slot, concept.code,
                          "; ".join(concept.broader), named, concept.definition))  # fmt: skip
    return labels, vocabularies


def _entry(document: Document, row: Record) -> list[Any]:
    return [document.masthead.symbol, row.number, row.text]


def _review(row: Record) -> list[Any]:
    return [row.status, row.reviewed_by, row.reviewed_at]


def _place(document: Document, row: Record) -> list[Any]:
    page_label = document.pages[row.page - 1].label if row.page else ""
    return [" > ".join(row.path), document.masthead.date, row.page, page_label, document.name]


def _parts(slot: Slot) -> tuple[str, ...]:
    return ("", "_bodies") if slot in NAMED_AS else ("",)


def _value(row: Record, slot: Slot, bodies: Bodies) -> list[Any]:
    label = row.label(slot)
    if label is None:
        return [None] * len(_parts(slot))
    cells = [_in_words(slot, label.decoded)]
    if slot in NAMED_AS:
        named = dict.fromkeys(bodies.name_of(one.printed) for one in names_in(row, slot))
        cells.append("; ".join(named))
    return cells


def _in_words(slot: Slot, value: Any) -> Any:
    """A label's value in one cell: of values with parts the code and the words."""
    if isinstance(value, list):
        return "; ".join(str(_in_words(slot, one)) for one in value)
    if isinstance(value, dict):
        when = value.get("when")
        return ": ".join(filter(None, code_and_words(slot, value))) + f" ({when})" * bool(when)
    return value


def _behind(row: Record, slot: Slot) -> list[Any]:
    label = row.label(slot)
    if label is None:
        return [None] * len(_BEHIND_LABEL)
    text = row.text_of(label)
    words = "; ".join(text[start:end] for start, end in label.words)
    return [words, label.source, label.reviewer]


def _end(document: Document, row: Record, split: str) -> list[Any]:
    return [split, row.regions, document.sha256, document.id, row.id, row.frame]


def _fitting(text: str) -> str:
    if 2 * len(text) <= LONGEST or len(units := text.encode("utf-16-le")) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The texts of a sheet's cells, row by row; empty cells are left out. Raises ValueError."""
    try:
        for _, element in ElementTree.iterparse(sheet):
            if element.tag == f"{_CELL}row":
                yield ["".join(cell.itertext()) for cell in element]
                element.clear()
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
