"""Headings' numbers in a row of their own."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import FACES, LOREM, Maker, body, rule, texts, write

HEADINGS = ("Introduction and scope", "Work of the secretariat", "Other matters")


def _wide(text: str, face: str) -> float:
    return pymupdf.get_text_length(text, fontname=FACES[face], fontsize=11)


def _set(page: pymupdf.Page, y: float, text: str, how: str) -> None:
    face = "plain" if how == "underlined" else "bold"
    x = (595 - _wide(text, face)) / 2 if how == "centred" else 72
    write(page, x, y, text, 11, face)
    if how == "underlined":
        rule(page, x, x + _wide(text, face), y + 1.5)


def _report(path: Path, numbers: tuple[str, ...], how: str) -> Maker:
    maker = Maker(path)
    page = maker.page()
    for at, (number, words) in enumerate(zip(numbers, HEADINGS, strict=True)):
        _set(page, 100 + 200 * at, number, how)
        _set(page, 115 + 200 * at, words, how)
        body(page, 140 + 200 * at, 8)
    return maker


@pytest.mark.parametrize("how", ["bold", "underlined", "centred"])
@pytest.mark.parametrize("numbers", [("I", "II", "III"), ("1", "2", "3")])
def test_a_number_right_above_a_heading_is_its_number(
    tmp_path: Path, numbers: tuple[str, ...], how: str
) -> None:
    rows = texts(_report(tmp_path / "a.pdf", numbers, how).rows(), Zone.BODY)
    assert [row for row in rows if LOREM not in row] == [
        f"{number} {words}" for number, words in zip(numbers, HEADINGS, strict=True)
    ]


def test_parts_count_anew_and_may_have_the_same_headings(tmp_path: Path) -> None:
    maker = _report(tmp_path / "a.pdf", ("I", "II", "III"), "bold")
    page = maker.page()
    for at, (number, words) in enumerate([("I", HEADINGS[0]), ("II", "What was spent"), ("I", "Rules")]):
        _set(page, 160 + 200 * at, number, "bold")
        _set(page, 175 + 200 * at, words, "bold")
        body(page, 200 + 200 * at, 8)
    rows = texts(maker.rows(), Zone.BODY)
    found = [row for row in rows if LOREM not in row]
    assert found[3:] == ["I Introduction and scope", "II What was spent", "I Rules"]
    assert found[0] == "I Introduction and scope"


def test_numbers_that_do_not_count_from_one_stay_by_themselves(tmp_path: Path) -> None:
    rows = texts(_report(tmp_path / "a.pdf", ("X", "V", "L"), "bold").rows(), Zone.BODY)
    assert {"V", "L", *HEADINGS[1:]} <= set(rows)


def test_numbers_of_pages_above_one_running_head_are_none_of_headings(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 5):
        page = maker.page()
        _set(page, 40, str(number), "centred")
        _set(page, 55, "Report of the board", "centred")
        body(page, 100, 30)
    rows = maker.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4"]
