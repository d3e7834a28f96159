"""A Word report of the recommendations, to read and to edit: grouped under headings, each with a table of its
labels and a small picture of the passage.

They are grouped by theme, else by addressee, else by force, whichever the dataset has first. One that belongs
into several groups stands in the first, and the others refer to it. A table's alternative text holds our ids.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from storage.exporting.formats import Context, Piece, Row
from storage.exporting.readable import Card, ForReaders, Group, Reading, key_of, reading_of
from storage.exporting.xml_text import xml_text
from storage.exporting.zipped import ZipWriter

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_KEY = "Paraph "
_HEAD = ("Label", "Value", "Whose word")
# Inches between the margins of the page, and dots of a picture for each.
_WIDEST, _DOTS = 6.0, 108


class WordReport(ForReaders):
    suffix = ".docx"

    def write(self, path: Path, pieces: Iterator[Piece], context: Context) -> None:
        reading = reading_of(pieces, context)
        made = io.BytesIO()
        _document(reading).save(made)
        with zipfile.ZipFile(made) as archive, ZipWriter(path) as target:
            for name in archive.namelist():
                target.add(name, archive.read(name))

    def read_back(self, path: Path) -> Iterator[Row]:
        import docx
        from docx.oxml.ns import qn

        for described in docx.Document(str(path)).element.body.iter(qn("w:tblDescription")):
            key = described.get(qn("w:val"))
            yield from (Row(*parts) for parts in key_of(key.removeprefix(_KEY)))


def _document(reading: Reading) -> Document:
    import docx

    made = docx.Document()
    made.core_properties.author = "Paraph"
    made.core_properties.title = xml_text(reading.title)
    made.core_properties.comments = ""
    made.add_heading(xml_text(f"{reading.title}: recommendations"), 0)
    name, groups = next(iter(reading.groupings.items()), ("report", reading.by_report))
    made.add_paragraph(f"{reading.count} entries with recommendations, by {name}.")
    shown: set[str] = set()
    for group in groups:
        _add_group(made, group, shown)
    return made


def _add_group(made: Document, group: Group, shown: set[str]) -> None:
    made.add_heading(xml_text(f"{group.name} ({len(group.cards)})"), 1)
    for card in group.cards:
        if card.key in shown:
            made.add_paragraph(xml_text(f"See also: {card.place}"), style="List Bullet")
        else:
            shown.add(card.key)
            _add_card(made, card, len(shown))


def _add_card(made: Document, card: Card, number_of_card: int) -> None:
    made.add_heading(xml_text(card.place), 2)
    if card.entry.path:
        made.add_paragraph(xml_text(" › ".join(card.entry.path)), style="Caption")
    number = f"{card.entry.label} " if card.entry.node.number else ""
    text = made.add_paragraph(xml_text(f"{number}{card.entry.node.text}"))
    if _is_right_to_left(card.entry.node.text):
        _turn(text)
    rows = [_HEAD, *card.lines]
    table = made.add_table(rows=len(rows), cols=len(_HEAD), style="Light List Accent 1")
    cells = table._cells  # all at once: asking row by row takes time that grows with their square
    for cell, words in zip(cells, chain.from_iterable(rows), strict=True):
        cell.text = xml_text(words)
    _describe(table, card.key)
    made.add_paragraph()
    if card.picture is not None:
        _add_picture(made, card.picture, number_of_card)


def _add_picture(made: Document, data: bytes, number: int) -> None:
    """As `made.add_picture`, which looks through all pictures before for one that is the same."""
    from docx.image.image import Image
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.shape import CT_Inline
    from docx.parts.image import ImagePart
    from docx.shared import Inches

    image = Image.from_blob(data)
    name = f"image{number}.png"
    part = ImagePart.from_image(image, PackURI(f"/word/media/{name}"))
    relation = made.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    width, height = image.scaled_dimensions(Inches(min(_WIDEST, image.px_width / _DOTS)))
    inline = CT_Inline.new_pic_inline(number, relation, name, width, height)
    inline.docPr.set("descr", "The passage on the page")
    made.add_paragraph().add_run()._r.add_drawing(inline)


def _describe(table: Table, key: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), f"{_KEY}{key}")
    table._tbl.tblPr.append(described)


def _turn(paragraph: Paragraph) -> None:
    """Right to left, which python-docx has no word for."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    directions = map(unicodedata.bidirectional, text)
    return next((one != "L" for one in directions if one in ("L", "R", "AL")), False)
