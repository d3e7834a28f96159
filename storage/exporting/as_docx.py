"""A Word report of the recommendations, to read and to edit: grouped under headings, each with a table of its
labels and a small picture of the passage.

They are grouped by theme, else by addressee, else by force, whichever the dataset has first. One that belongs
into several groups stands in the first, and the others refer to it. A table's alternative text holds our ids.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from model.plurals import counted
from model.right_to_left import reads_right_to_left
from storage.errors import ExportFailed
from storage.exporting.formats import DatasetContext, RowBatch, RowKey
from storage.exporting.readable import Card, CardBook, CardGroup, ForReaders, card_book, rows_of_key
from storage.exporting.word_parts import (
    HEADING,
    LISTED,
    PATH,
    SUBHEADING,
    TEXT,
    TITLE,
    add_picture,
    add_table,
    add_text,
    prepare,
)
from storage.exporting.xml_text import xml_text
from storage.exporting.zipped import ZipWriter, zip_to_read

if TYPE_CHECKING:
    from docx.document import Document

_KEY = "Paraph "
_WHOSE_WORD = (
    "Each label says whose word it is. “Suggested by” means that a program proposes it, and nobody "
    "has confirmed it yet."
)
# Inches between the margins of the page, and dots of a picture for each.
_WIDEST, _DOTS = 6.0, 108
# What archives can name.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107


class WordReport(ForReaders):
    suffix = ".docx"

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        _verify_clock()
        reading = card_book(batches, context)
        made = io.BytesIO()
        word_document(reading).save(made)
        with zipfile.ZipFile(made) as archive, ZipWriter(path) as target:
            for name in archive.namelist():
                target.add(name, archive.read(name))

    def read_back(self, path: Path) -> Iterator[RowKey]:
        import docx
        from docx.oxml.ns import qn

        with zip_to_read(path):
            body = docx.Document(str(path)).element.body
        for described in body.iter(qn("w:tblDescription")):
            key = described.get(qn("w:val"))
            yield from rows_of_key(key.removeprefix(_KEY))


def _verify_clock() -> None:
    """Raises ExportFailed if an archive cannot name the day, as the package for Word files wants it to."""
    year = time.localtime().tm_year
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ExportFailed(
            f"Word files hold the day, and this computer's clock says {year}: set it and export again"
        )


def word_document(reading: CardBook) -> Document:
    import docx

    made = docx.Document()
    prepare(made)
    made.core_properties.author = "Paraph"
    made.core_properties.title = xml_text(reading.title)
    made.core_properties.comments = ""
    add_text(made, f"{reading.title}: recommendations", TITLE)
    name, groups = next(iter(reading.groupings.items()), ("report", reading.by_report))
    entries, in_reports = counted(reading.count, "entry"), counted(len(reading.by_report), "report")
    add_text(made, f"{entries} with recommendations in {in_reports}, by {name}. {_WHOSE_WORD}", "Normal")
    for report in reading.by_report:
        add_text(made, f"{report.name} ({len(report.cards)})", LISTED)
    shown: set[str] = set()
    for group in groups:
        _add_group(made, group, shown)
    return made


def _add_group(made: Document, group: CardGroup, shown: set[str]) -> None:
    add_text(made, f"{group.name} ({len(group.cards)})", HEADING)
    for card in group.cards:
        if card.key in shown:
            add_text(made, f"See also: {card.place}", LISTED)
        else:
            shown.add(card.key)
            _add_card(made, card, len(shown))


def _add_card(made: Document, card: Card, number_of_card: int) -> None:
    entry = card.entry
    add_text(made, card.place, SUBHEADING)
    turned = reads_right_to_left(entry.node.text)
    if entry.path:
        add_text(made, " › ".join(entry.path), PATH, turned=turned)
    number = f"{entry.label} " if entry.node.number else ""
    add_text(made, f"{number}{entry.node.text}", TEXT, turned=turned)
    add_table(made, card.lines, f"{_KEY}{card.key}")
    if card.picture is None:
        made.add_paragraph()
    else:
        add_picture(made, card.picture, number_of_card, _WIDEST, _DOTS)
