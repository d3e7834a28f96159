"""Contents in columns, and figures whose labels are text."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure.contents import entries_of
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write


@pytest.mark.parametrize("columns", [2, 3])
def test_contents_in_columns_without_leaders_are_read_column_by_column(tmp_path: Path, columns: int) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 60, 90, "Contents", 14, "bold")
    wide = 480 / columns
    for column in range(columns):
        for line in range(10):
            x, y = 60 + wide * column, 120 + 16 * line
            write(page, x, y, f"{column + 1}.{line} Of {WORDS[line]}", 9)
            number = 10 + 20 * column + line
            write(page, x + wide - 40, y, str(number), 9)
    body(maker.page(), 90, 30)
    rows = texts(maker.rows(), Zone.CONTENTS)
    assert rows[0] == "Contents"
    assert [row.split()[0] for row in rows[1:]] == [f"{c + 1}.{n}" for c in range(columns) for n in range(10)]


def _entry(page: pymupdf.Page, y: float, words: str, number: str) -> None:
    write(page, 72, y, f"{words} {'.' * 100}"[:80])
    write(page, 500, y, number)


def test_the_contents_of_a_chapter_need_no_leaders(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 30)
    page = maker.page()
    write(page, 72, 90, "Contents of chapter 9", 14, "bold")
    for line in range(8):
        write(page, 72, 120 + 19 * line, f"Of {WORDS[line]}")
        write(page, 505, 120 + 19 * line, str(99 + line // 2))
    body(page, 400, 4)
    body(maker.page(), 90, 30)
    found = texts(maker.rows(), Zone.CONTENTS)
    assert (found[0], len(found)) == ("Contents of chapter 9", 9)


@pytest.mark.parametrize("heading", ["Contents of the boxes", "Índice de desarrollo humano"])
def test_a_heading_that_begins_like_one_of_contents_stands_over_text(tmp_path: Path, heading: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 30)
    page = maker.page()
    write(page, 72, 90, heading, 14, "bold")
    for line in range(30):
        end = f"in {1990 + line}" if line % 4 == 1 else WORDS[line % 12]
        write(page, 72, 120 + 14 * line, f"The committee took note of what was said of the wells {end}")
    assert not texts(maker.rows(), Zone.CONTENTS)


def test_the_last_entry_of_a_contents_list_may_stand_alone_at_the_foot_of_the_page(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 90, "Contents", 14, "bold")
    for line in range(8):
        _entry(page, 120 + 16 * line, f"Of {WORDS[line]}", str(3 + line // 2))
    _entry(page, 775, "Annex: people met", "7")
    for _ in range(3):
        body(maker.page(), 90, 30)
    assert texts(maker.rows(), Zone.CONTENTS)[-1].startswith("Annex: people met")


def test_a_contents_list_with_one_entry_at_a_pages_foot_goes_on_behind_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 30)
    write(page, 72, 720, "Contents", 14, "bold")
    _entry(page, 750, "1. Landings", "2")
    page = maker.page()
    for line, words in enumerate(("2. Moorings", "3. Pilots", "4. Dredging")):
        _entry(page, 80 + 16 * line, words, str(line + 3))
    body(page, 160, 30)
    body(maker.page(), 90, 30)
    found = texts(maker.rows(), Zone.CONTENTS)
    assert [text.partition(" .")[0] for text in found] == [
        "Contents", "1. Landings", "2. Moorings", "3. Pilots", "4. Dredging"
    ]  # fmt: skip


def test_labels_beside_a_chart_belong_to_the_figure(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 8)
    write(page, 72, 230, "Figure 1: Demand by sector", 9, "bold")
    for at, label in enumerate(("80", "60", "40", "20", "0")):
        write(page, 80, 260 + 20 * at, label, 7)
        page.draw_line((96, 258 + 20 * at), (400, 258 + 20 * at))
    for at in range(5):
        page.draw_rect((110 + 60 * at, 280, 130 + 60 * at, 338), fill=(0.3, 0.5, 0.7))
        write(page, 110 + 60 * at, 350, str(2010 + at), 7)
    for at, label in enumerate(("Households", "Services", "Industry and mining")):
        write(page, 420, 280 + 14 * at, label, 7)
    write(page, 72, 370, "Note: Losses are not shown.", 7)
    body(page, 400, 12)
    rows = maker.rows()
    assert len(texts(rows, Zone.BODY)) == 20
    assert texts(rows, Zone.FIGURE)[-1] == "Note: Losses are not shown."


@pytest.mark.parametrize("heading", ["Contents", "Sommaire"])
def test_headings_that_come_again_below_a_contents_heading_are_its_list(tmp_path: Path, heading: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 80, heading, 12, "bold")
    names = [f"{number}. The {word} and its wells" for number, word in zip("123", WORDS, strict=False)]
    for at, name in enumerate(names):
        write(page, 72, 100 + 14 * at, name)
    for at, name in enumerate(names):
        page = page if at == 0 else maker.page()
        write(page, 72, 180, name, 12, "bold")
        body(page, 204, 12)
    rows = maker.rows()
    assert texts(rows, Zone.CONTENTS) == [heading, *names]
    assert [row.text for row in rows if row.text in names and row.zone is Zone.BODY] == names


def test_rows_below_a_heading_for_contents_that_come_once_are_no_list(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 80, "Sommaire", 12, "bold")
    body(page, 100, 20)
    assert not texts(maker.rows(), Zone.CONTENTS)


@pytest.mark.parametrize("heading", ["Contents", "In this report", "Dans ce numéro"])
def test_a_contents_list_may_have_two_entries_without_leaders(tmp_path: Path, heading: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 90, heading, 14, "bold")
    for line, (words, number) in enumerate([("Summary", "3"), ("What is known about kitchens", "5")]):
        write(page, 72, 120 + 16 * line, words)
        write(page, 400, 120 + 16 * line, number)
    body(maker.page(), 90, 30)
    assert len(texts(maker.rows(), Zone.CONTENTS)) == 3


def test_an_entry_level_with_the_heading_that_it_leads_to_is_no_running_line(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for number in (1, 2, 3):
        if number > 1:
            page = maker.page()
        write(page, 72, 40, "Evaluation of the rural programme", 8)
        body(page, 160, 30)
    page = maker.pdf[0]
    write(page, 72, 90, "Table of contents", 14, "bold")
    write(page, 90, 112, "Executive summary")
    write(page, 500, 112, "2")
    write(page, 90, 126, "Background and purpose")
    write(page, 500, 126, "2")
    write(page, 90, 140, "Findings")
    write(page, 500, 140, "3")
    write(maker.pdf[1], 72, 110, "Executive summary", 14, "bold")
    rows = maker.rows()
    assert "Executive summary" in texts(rows, Zone.BODY)
    assert set(texts(rows, Zone.HEADER)) == {"Evaluation of the rural programme"}


def test_the_title_of_the_last_part_in_a_contents_list_may_stand_below_its_page(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 90, "Contents", 14, "bold")
    for at, label in enumerate(("Part One", "Part Two", "Appendix One")):
        write(page, 72, 120 + 32 * at, label)
        write(page, 505, 120 + 32 * at, str(3 + at))
        write(page, 72, 134 + 32 * at, f"Of {WORDS[at]}")
    body(maker.page(), 90, 30)
    rows = maker.rows()
    assert texts(rows, Zone.CONTENTS)[-2:] == ["Appendix One 5", f"Of {WORDS[2]}"]
    assert [entry.text for entry in entries_of([row for row in rows if row.zone is Zone.CONTENTS])] == [
        f"{label} Of {WORDS[at]}" for at, label in enumerate(("Part One", "Part Two", "Appendix One"))
    ]


def test_text_below_a_contents_list_that_ends_with_an_annex_is_no_title_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 90, "Contents", 14, "bold")
    for at, words in enumerate((*WORDS[:4], "Annex I")):
        _entry(page, 120 + 16 * at, words, str(3 + at))
    body(page, 240, 10)
    body(maker.page(), 90, 30)
    assert "Annex I" in texts(maker.rows(), Zone.CONTENTS)[-1]
