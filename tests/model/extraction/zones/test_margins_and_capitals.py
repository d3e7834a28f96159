"""Numbers of lines in the margin, and capitals that reach down over several lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write


@pytest.mark.parametrize(("x", "step"), [(40, 1), (40, 5), (548, 1)])
def test_numbers_of_lines_are_furniture(tmp_path: Path, x: float, step: int) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for start in (0, 30):
        page = maker.page()
        body(page, 90, 30, text="committee considered the report of the secretariat and took note of it")
        for line in range(step, 31, step):
            write(page, x, 90 + 14 * (line - 1), str(start + line), 8)
    rows = maker.rows()
    assert texts(rows, Zone.HEADER)[0].split() == [str(n) for n in range(step, 31, step)]
    assert all(text.startswith("committee") for text in texts(rows, Zone.BODY))


@pytest.mark.parametrize(("places", "step"), [((30, 565), 1), ((30, 565), 5), ((30, 293), 1), ((293,), 5)])
def test_numbers_of_lines_stand_beside_columns_and_between_them(tmp_path: Path, places, step: int) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for start in range(2):
        page = maker.page()
        write(page, 20, 40, "Draft report of the committee on its session, for comments")
        for column, x in enumerate((60, 330)):
            for line in range(40):
                write(
                    page,
                    x,
                    90 + 14 * line + 3 * column,
                    f"considered the report on {WORDS[line % 12]} {line}",
                )
        for x in places:
            for line in range(step, 41, step):
                write(page, x, 90 + 14 * (line - 1), str(40 * start + line), 8)
    rows = maker.rows()
    assert not any(text.split()[0].isdigit() for text in texts(rows, Zone.BODY))
    counted = [text.split() for text in texts(rows, Zone.HEADER) if text[0].isdigit()]
    assert counted[: len(places)] == [[str(n) for n in range(step, 41, step)]] * len(places)
    assert len(counted) == 2 * len(places)


def test_a_few_numbers_that_count_by_fives_are_those_of_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 18, text="considered the report of the secretariat and took note of it")
    for line in (5, 10, 15):
        write(page, 40, 90 + 14 * (line - 1), str(line), 8)
    rows = maker.rows()
    assert texts(rows, Zone.HEADER) == ["5 10 15"]


def test_numbers_of_notes_are_none_of_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 30)
    for line in range(6):
        write(page, 72, 700 + 12 * line, str(line + 1), 6)
        write(
            page, 80, 700 + 12 * line, "see the report of the group on this matter and the annexes to it", 8
        )
    assert not texts(maker.rows(), Zone.HEADER)


def test_circled_figures_are_no_numbers_of_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 18)
    for line, numeral in enumerate("①②③" * 5):
        page.insert_text((40, 90 + 14 * line), numeral, fontsize=10, fontname="china-s")
    assert not texts(maker.rows(), Zone.HEADER)


def test_numbers_of_a_lists_entries_are_none_of_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 20)
    for line in range(20):
        write(page, 40, 90 + 14 * line, str(line + 1))
    assert not any(text.replace(" ", "").isdigit() for text in texts(maker.rows(), Zone.HEADER))


def test_numbers_of_paragraphs_that_hang_in_the_margin_are_none_of_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 30)
    for n in range(1, 6):
        write(page, 40, 90 + 70 * n, str(n + 12))
    assert sum(text[0].isdigit() for text in texts(maker.rows(), Zone.BODY)) == 5


def test_large_capital_belongs_to_the_first_word_beside_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 12)
    write(page, 72, 332, "T", 44)
    for line, words in enumerate(
        ("he inspectors visited harbours on", "all coasts and measured how deep", "they are.")
    ):
        write(page, 102, 304 + 14 * line, words)
    body(page, 346, 12)
    rows = [row for row in maker.rows() if row.zone is Zone.BODY]
    assert [row.text for row in rows[12:15]] == [
        "The inspectors visited harbours on", "all coasts and measured how deep", "they are.",
    ]  # fmt: skip
    assert {round(row.x0) for row in rows} == {72}


def test_page_number_half_way_down_the_outer_margin_is_furniture(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 5):
        page = maker.page()
        body(page, 90, 40)
        write(page, 560 if number % 2 else 30, 420, str(number), 9)
    rows = maker.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4"]
    assert not any(text.isdigit() for text in texts(rows, Zone.BODY))


def test_number_of_one_paragraph_a_page_in_the_margin_is_no_pages(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number, top in enumerate((90, 230, 370, 510), 1):
        page = maker.page()
        body(page, 90, 40)
        write(page, 30, top, str(number))
    assert not texts(maker.rows(), Zone.PAGE_NUMBER)
