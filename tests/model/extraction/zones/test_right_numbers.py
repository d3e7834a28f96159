"""Paragraphs' numbers in the right margin, and what else stands there."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.extraction.structure.lining import lines_of
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, write


def _paragraph(page: pymupdf.Page, y: float, number: str, x: float) -> None:
    body(page, y, 2)
    write(page, 72, y + 28, "and of what was said.")
    write(page, x, y, number)


def _numbers(rows: list[Row]) -> list[str]:
    return [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]


def test_numbers_in_the_right_margin_are_of_the_paragraphs_beside_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "right.pdf")
    for part in range(3):
        page = maker.page()
        for at in range(4):
            _paragraph(page, 150 + 80 * at, str(4 * part + at + 1), 540)
    assert _numbers(maker.rows()) == [str(number) for number in range(1, 13)]


def test_numbers_may_stand_in_the_outer_margin_of_two_pages(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "outer.pdf")
    for part in range(4):
        page = maker.page()
        for at in range(4):
            _paragraph(page, 150 + 80 * at, str(4 * part + at + 1), 40 if part % 2 else 540)
    assert _numbers(maker.rows()) == [str(number) for number in range(1, 17)]


def test_other_numbers_in_the_right_margin_are_no_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "years.pdf")
    for part in range(3):
        page = maker.page()
        for at in range(4):
            _paragraph(page, 150 + 80 * at, str((7 * part + 5 * at) % 11), 540)
    assert set(_numbers(maker.rows())) == {""}


@pytest.mark.parametrize("lead", [14, 28, 40])
def test_numbers_that_count_lines_or_lead_to_pages_number_no_paragraphs(tmp_path: Path, lead: int) -> None:
    maker = Maker(tmp_path / "entries.pdf")
    for part in range(3):
        page = maker.page()
        for at in range(6):
            number = 6 * part + at + 1
            write(page, 72, 150 + lead * at, f"What entry {number} says of wells in the north")
            write(page, 540, 150 + lead * at, str(number))
    assert not any(_numbers(maker.rows()))


def test_a_number_in_the_right_margin_is_set_off_as_by_a_tabulator(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "off.pdf")
    for part in range(2):
        page = maker.page()
        for at in range(4):
            _paragraph(page, 150 + 80 * at, str(4 * part + at + 1), 540)
    lines = lines_of(maker.rows(), frozenset())
    assert [line.set_off for line in lines if line.text[:1].isdigit()] == [True] * 8
