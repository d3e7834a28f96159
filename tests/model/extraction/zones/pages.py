"""Small PDFs made for one question each, and their rows."""

from __future__ import annotations

import itertools
from pathlib import Path

import pymupdf

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.nodes import Kind
from model.reading.pdf import Pdf
from model.reading.text import Line, with_text

FACES = {"plain": "helv", "bold": "hebo", "italic": "heit"}
LOREM = "The committee considered the report of the secretariat and took note of the information"
WORDS = (
    "alpha",
    "bravo",
    "charlie",
    "delta",
    "echo",
    "foxtrot",
    "golf",
    "hotel",
    "india",
    "juliet",
    "kilo",
    "lima",
)


class Maker:
    """Pages of 595 × 842 points, written to at baselines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pymupdf.open()

    def page(self) -> pymupdf.Page:
        return self.pdf.new_page(width=595, height=842)

    def rows(self) -> list[Row]:
        self.pdf.save(self.path)
        with Pdf(self.path) as pdf:
            return zone_pages(pdf.texts())


def write(page: pymupdf.Page, x: float, y: float, text: str, size: float = 10, face: str = "plain") -> None:
    page.insert_text((x, y), text, fontsize=size, fontname=FACES[face])


def body(page: pymupdf.Page, top: float, count: int, x: float = 72, text: str = LOREM) -> None:
    """Lines of running text at a leading of 14 points, each with words of its own."""
    for line in range(count):
        own = f"{WORDS[line % 12]} {WORDS[line // 12 + page.number]}"
        write(page, x, top + 14 * line, f"{text} {own}")


def rule(page: pymupdf.Page, x0: float, x1: float, y: float) -> None:
    page.draw_rect((x0, y, x1, y + 0.5), color=None, fill=(0, 0, 0), width=0)


def texts(rows: list[Row], zone: Zone) -> list[str]:
    """The texts of rows; of a table's cells, line by line."""
    lines = itertools.groupby(
        [(at, row) for at, row in enumerate(rows) if row.zone is zone],
        lambda found: (found[1].group, found[1].cell[0]) if found[1].cell[0] else found[0],
    )
    return [" ".join(" ".join([row.text for _, row in line]).split()) for _, line in lines]


def centre(page: pymupdf.Page, y: float, text: str, size: float = 12, face: str = "bold") -> None:
    width = pymupdf.get_text_length(text, fontname=FACES[face], fontsize=size)
    write(page, (595 - width) / 2, y, text, size, face)


def right(page: pymupdf.Page, y: float, text: str, size: float = 10, face: str = "plain") -> None:
    width = pymupdf.get_text_length(text, fontname=FACES[face], fontsize=size)
    write(page, 523 - width, y, text, size, face)


def ending_at(page: pymupdf.Page, x: float, y: float, text: str) -> None:
    """A value in a table, aligned to the right."""
    write(page, x - pymupdf.get_text_length(text, "helv", 9), y, text, 9)


def tables_of(maker: Maker) -> list[list[list[str]]]:
    """The cells of all tables, row by row."""
    return [node.extra["cells"] for node in build(maker.rows()) if node.kind is Kind.TABLE]


def in_arabic(line: Line) -> Line:
    """The line with an Arabic letter in place of each Latin one, so that it runs from right to left."""
    letters = {ord("a") + at: 0x0621 + at for at in range(26)}
    return line._replace(spans=tuple([with_text(span, span.text.translate(letters)) for span in line.spans]))


def covered(maker: Maker) -> list[str]:
    """The title of a report whose cover has been drawn."""
    for _ in range(3):
        body(maker.page(), 100, 40)
    return texts(maker.rows(), Zone.TITLE)
