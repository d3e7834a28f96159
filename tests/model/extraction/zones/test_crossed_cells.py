"""Cells side by side that are written in one go, and what a table's rules say of its cells."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from tests.model.extraction.zones.pages import Maker, body, ending_at, rule, tables_of, write

_LEFT, _RIGHT = 72, 520


def _page(maker: Maker) -> pymupdf.Page:
    page = maker.page()
    body(page, 90, 8)
    return page


def _table(maker: Maker) -> list[list[str]]:
    (cells,) = tables_of(maker)
    return cells


def _upright(page: pymupdf.Page, x: float, y0: float, y1: float) -> None:
    page.draw_rect((x, y0, x + 0.5, y1), color=None, fill=(0, 0, 0), width=0)


def _moved(page: pymupdf.Page, y: float, *row: str) -> None:
    """A row of a table of what moves between programmes: four columns, a value right before words."""
    words, value, to, last = row
    write(page, 74, y, words, 9)
    if to:  # a right-aligned value and the words of the next column, in one go
        write(page, 298 - pymupdf.get_text_length(value, "helv", 9), y, f"{value} {to}", 9)
    else:
        ending_at(page, 298, y, value)
    ending_at(page, 518, y, last)


_MOVES = [
    ("Vacant posts", "(1 744)", "Goods and services", "1 744"),
    ("Travel and lodging", "(880)", "Machinery", "880"),
    ("Vacant posts", "(3 600)", "", "3 600"),
    ("Legal services", "(153)", "Interest and rent", "153"),
]


def _moves(maker: Maker, end: float) -> pymupdf.Page:
    """A page with the table of moves, its rules and header."""
    page = _page(maker)
    for y in (250, 266, end):
        rule(page, _LEFT, _RIGHT, y)
    write(page, 74, 261, "From", 9)
    ending_at(page, 298, 261, "Thousand")
    write(page, 302, 261, "To", 9)
    ending_at(page, 518, 261, "Thousand")
    for at, row in enumerate(_MOVES):
        _moved(page, 282 + 15 * at, *row)
    return page


def test_an_upright_rule_parts_what_is_written_in_one_go(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _moves(maker, 340)
    for x in (250, 299.5, 470):
        _upright(page, x, 250, 340)
    assert _table(maker) == [["From", "Thousand", "To", "Thousand"], *map(list, _MOVES)]


def test_words_over_the_whole_width_of_two_cells_are_not_parted_where_no_rule_is(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _moves(maker, 355)
    write(page, 74, 342, "Moves to other programmes as a percentage of the budget", 9)
    ending_at(page, 518, 342, "2.1")
    for x in (250, 299.5, 470):
        _upright(page, x, 250, 329)
    assert _table(maker)[-1][0] == "Moves to other programmes as a percentage of the budget"


def test_columns_are_parted_by_upright_rules_though_many_rows_run_over_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = 250
    rule(page, _LEFT, _RIGHT, y)
    write(page, 74, y + 11, "Class", 9)
    ending_at(page, 518, y + 11, "Thousand")
    rule(page, _LEFT, _RIGHT, y + 16)
    top = y + 16
    for at in range(4):
        y = top + 45 * at
        for down, words in ((13, "Staff"), (28, "Goods")):
            write(page, 74, y + down, words, 9)
            write(page, 182, y + down, f"Vacant posts {at}", 9)
            ending_at(page, 518, y + down, f"{at} 10{down}")
        _upright(page, 180, y, y + 32)
        rule(page, _LEFT, _RIGHT, y + 32)
        write(page, 74, y + 42, "Moves to others as a share of the budget", 9)
        ending_at(page, 518, y + 42, f"{at}.5%")
        rule(page, _LEFT, _RIGHT, y + 45)
    assert _table(maker)[:4] == [
        ["Class", "", "Thousand"],
        ["Staff", "Vacant posts 0", "0 1013"],
        ["Goods", "Vacant posts 0", "0 1028"],
        ["Moves to others as a share of the budget", "", "0.5%"],
    ]


def test_a_level_rule_ends_a_row_though_words_had_no_room(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    for y in (250, 266, 340):
        rule(page, _LEFT, _RIGHT, y)
    write(page, 74, 261, "Object", 9)
    ending_at(page, 400, 261, "Budget")
    ending_at(page, 518, 261, "Spent")
    for y, words, *values in (
        (277, "Goods and services bought", "744", "700"),
        (288, "Administration"),
        (303, "Travel of staff on missions", "580", "500"),
        (318, "Consultants from the region", "90", "70"),
        (333, "Grants", "20", "10"),
    ):
        write(page, 74, y, words, 9)
        for right, value in zip((400, 518), values, strict=False):
            ending_at(page, right, y, value)
    rule(page, _LEFT, _RIGHT, 280)
    assert _table(maker)[1:3] == [["Goods and services bought", "744", "700"], ["Administration"]]


@pytest.mark.parametrize("second", ["Thirtieth session", "27 476"])
def test_two_cells_in_one_go_are_parted_as_the_rows_around_are(tmp_path: Path, second: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    for y in (250, 266, 345):
        rule(page, _LEFT, _RIGHT, y)
    words = "International Relations"
    both = pymupdf.get_text_length(f"{words} {second}", "helv", 9)
    own = pymupdf.get_text_length(second, "helv", 9)
    for x, head in zip((74, 140, 240, 420, 490), ("Place", "Matter", "More", "Budget", "Spent"), strict=True):
        write(page, x, 261, head, 9)
    for at in range(4):
        y = 282 + 15 * at
        write(page, 74, y, f"Place {at}", 9)
        if at == 2:
            write(page, 140, y, f"{words} {second}", 9)
        else:
            write(page, 140, y, f"Matter {at} of it", 9)
            if second[0].isalpha():
                write(page, 140 + both - own, y, f"Session number {at}", 9)
            else:
                ending_at(page, 140 + both, y, f"{at} 400")
        ending_at(page, 450, y, f"{at} 300")
        ending_at(page, 518, y, f"{at} 100")
    assert _table(maker)[3] == ["Place 2", words, second, "2 300", "2 100"]


def test_a_head_over_numbers_and_words_is_not_parted_before_a_small_letter(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    for y in (250, 266, 345):
        rule(page, _LEFT, _RIGHT, y)
    write(page, 74, 261, "Vote and description", 9)
    write(page, 300, 261, "Class", 9)
    ending_at(page, 518, 261, "Thousand")
    for at in range(4):
        y = 282 + 15 * at
        write(page, 74, y, f"1{at}", 9)
        write(page, 97, y, f"Public works of class {at}", 9)
        write(page, 300, y, f"Class {at}", 9)
        ending_at(page, 518, y, f"{at} 100")
    assert _table(maker)[0][0] == "Vote and description"


def test_a_table_whose_rows_have_upright_rules_of_their_own_holds_no_prose(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    words = (
        "Moves within the programme as a share of its budget",
        "that was voted in the year before this one",
    )
    y = 250
    rule(page, _LEFT, _RIGHT, y)
    for at in range(3):
        write(page, 74, y + 12, "Goods", 9)
        write(page, 130, y + 12, "Vacant posts", 9)
        ending_at(page, 296, y + 12, f"({at} 100)")
        write(page, 300, y + 12, "Machinery", 9)
        ending_at(page, 518, y + 12, f"{at} 100")
        for x in (126, 250, 440):
            _upright(page, x, y, y + 16)
        rule(page, _LEFT, _RIGHT, y + 16)
        for line, text in enumerate(words):
            write(page, 74, y + 27 + 11 * line, text, 9)
        ending_at(page, 296, y + 27, f"{at}.5%")
        y += 44
        rule(page, _LEFT, _RIGHT, y)
    _upright(page, 298, 250, y)
    table = _table(maker)
    assert table[2] == ["Goods", "Vacant posts", "(1 100)", "Machinery", "1 100"]
    assert table[3] == [" ".join(words), "", "1.5%"]
