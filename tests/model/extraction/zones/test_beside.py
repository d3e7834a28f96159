"""Headings in the margin, beside text whose numbers hang, or that is lists alone."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.extraction.zones.margin_headings import are_headings
from model.extraction.zones.sheets import Sheet
from model.nodes import Kind
from model.reading.pdf import Pdf
from tests.model.extraction.zones.pages import Maker, texts, write

_TEXT = "The board took note of the report on harbours and of what the"


def test_heading_in_the_margin_stands_before_a_paragraph_whose_number_hangs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for paragraph in range(3):
        top = 90 + 140 * paragraph
        write(page, 60, top, "A." if paragraph < 1 else "B." if paragraph < 2 else "C.", 11, "bold")
        write(page, 76, top, "Repair of", 11, "bold")
        write(page, 60, top + 14, "the old quays", 11, "bold")
        write(page, 190, top, f"{paragraph + 1}.")
        for line in range(8):
            write(page, 214, top + 14 * line, f"{_TEXT} {line}")
    rows = texts(maker.rows(), Zone.BODY)
    assert rows[:4] == ["A. Repair of", "the old quays", f"1. {_TEXT} 0", f"{_TEXT} 1"]
    assert rows[10:13] == ["B. Repair of", "the old quays", f"2. {_TEXT} 0"]


def test_heading_in_the_margin_stands_before_lists_that_are_set_in(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 60, 90, "Repair of", 11, "bold")
    write(page, 60, 104, "the old quays", 11, "bold")
    for line in range(24):
        write(page, 190 + 24 * (line % 3), 90 + 14 * line, f"{_TEXT} {line}")
    rows = texts(maker.rows(), Zone.BODY)
    assert rows[:4] == ["Repair of", "the old quays", f"{_TEXT} 0", f"{_TEXT} 1"]


def test_heading_in_the_margin_may_be_larger_than_the_text_instead_of_bold(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for top in (90, 230):
        write(page, 60, top, "Repair of quays", 13)
        for line in range(8):
            write(page, 190, top + 14 * line, f"{_TEXT} {line}")
    assert texts(maker.rows(), Zone.BODY)[:2] == ["Repair of quays", f"{_TEXT} 0"]


def test_lines_of_a_heading_in_the_margin_may_stand_between_those_of_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for top in (90, 230):
        for line, words in enumerate(("Repair of", "the old", "quays")):
            write(page, 60, top + 1 + 17 * line, words, 11, "bold")
        for line in range(8):
            write(page, 190, top + 14 * line, f"{_TEXT} {line}")
    assert texts(maker.rows(), Zone.BODY)[:4] == ["Repair of", "the old", "quays", f"{_TEXT} 0"]


def test_bold_headings_in_the_margin_are_no_table_and_no_column(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    names = ("Repair of", "the old", "quays"), ("Boats in", "the inner", "basin"), ("Lights", "at sea")
    for heading, rows in enumerate(names):
        top = 130 + 160 * heading
        for line, words in enumerate(rows):
            write(page, 60, top + 14 * line, words, 11, "bold")
        for line in range(10):
            write(page, 190, top + 14 * line, f"{_TEXT} {line}")
    rows = texts(maker.rows(), Zone.BODY)
    assert rows[:4] == ["Repair of", "the old", "quays", f"{_TEXT} 0"]
    assert rows[13:17] == ["Boats in", "the inner", "basin", f"{_TEXT} 0"]


def test_bold_headings_as_wide_as_their_margin_are_no_column(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for heading in range(3):
        top = 90 + 160 * heading
        write(page, 60, top, "Training of the pilots", 11, "bold")
        write(page, 60, top + 14, f"and mooring crews {heading}", 11, "bold")
        for line in range(10):
            write(page, 196, top + 14 * line, f"{_TEXT} {line}")
    rows = texts(maker.rows(), Zone.BODY)
    assert rows[:3] == ["Training of the pilots", "and mooring crews 0", f"{_TEXT} 0"]
    assert rows[12:15] == ["Training of the pilots", "and mooring crews 1", f"{_TEXT} 0"]


def _long_headings(page: pymupdf.Page, face: str, size: float) -> None:
    names = (
        ("The link between", "aims and places", "could be clearer", "in the plan"),
        (
            "New rules",
            "help staff",
        ),
    )
    top = 90
    for heading, rows in enumerate(names):
        for line, words in enumerate(rows):
            write(page, 60, top + 13 * line, f"{words} {heading}", size, face)
        for line in range(4):
            write(page, 190, top + 14 * line, f"{_TEXT} {line}")
        top += 14 * 4 + 8


@pytest.mark.parametrize(("face", "size"), [("bold", 11), ("bold", 9), ("italic", 11)])
def test_headings_in_the_margin_may_be_as_long_as_their_text(tmp_path: Path, face: str, size: float) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _long_headings(maker.page(), face, size)
    rows = texts(maker.rows(), Zone.BODY)
    assert rows[:5] == [
        "The link between 0", "aims and places 0", "could be clearer 0", "in the plan 0", f"{_TEXT} 0",
    ]  # fmt: skip
    assert rows[8:11] == ["New rules 1", "help staff 1", f"{_TEXT} 0"]


@pytest.mark.parametrize(("face", "size"), [("bold", 9), ("italic", 11)])
def test_headings_in_the_margin_are_headings_though_small_or_in_italics(
    tmp_path: Path, face: str, size: float
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _long_headings(maker.page(), face, size)
    kinds = [(node.kind, node.text[:10]) for node in build(maker.rows())]
    text = (Kind.PARAGRAPH, _TEXT[:10])
    assert kinds == [(Kind.SECTION, "The link b"), text, (Kind.SECTION, "New rules "), text]


@pytest.mark.parametrize(("row", "words"), [(1, 2 * _TEXT), (3, "and quays")])
def test_bold_terms_before_their_meanings_are_no_headings_in_the_margin(
    tmp_path: Path, row: int, words: str
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for line in range(24):  # in groups of this many rows
        y = 90 + 14 * line + 8 * (line // row)
        write(page, 60, y, f"ABC{line}", 9, "bold")
        write(page, 190, y, f"Commission for harbours {words if line % 4 else 2 * _TEXT}", 9)
    maker.pdf.save(maker.path)
    with Pdf(maker.path) as pdf:
        pieces = Sheet.of(pdf.text(1)).pieces
    aside = [piece for piece in pieces if piece.x0 < 100]
    assert len(aside) == 24
    assert not are_headings(aside, [piece for piece in pieces if piece.x0 > 100])
