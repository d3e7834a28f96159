"""Furniture: what repeats at the edges of pages, and nothing of the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.zones import zone_pages
from model.reading.pdf import Pdf
from model.reading.text import with_text
from tests.model.extraction.zones.pages import LOREM, WORDS, Maker, body, rule, texts, write

_PRIVATE = {code: 0xF000 + code for code in range(0x20, 0x7F)}


def _report(tmp_path, pages: int = 6) -> Maker:
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, pages + 1):
        page = make.page()
        left = number % 2 == 0
        write(page, 72 if left else 440, 50, "TD/B/C.1/2024/7", 9)
        body(page, 90, 40)
        write(page, 72 if left else 500, 800, str(number), 9)
        write(page, 500 if left else 72, 800, "24-05751", 7)
    return make


def test_running_lines_that_swap_sides_are_furniture(tmp_path):
    rows = _report(tmp_path).rows()
    assert texts(rows, Zone.HEADER) == ["TD/B/C.1/2024/7"] * 6
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4", "5", "6"]
    assert texts(rows, Zone.JOB_NUMBER) == ["24-05751"] * 6
    assert len(texts(rows, Zone.BODY)) == 6 * 40


def test_numbered_paragraphs_at_the_top_of_pages_are_text(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, 7):
        page = make.page()
        write(page, 72, 60, f"{10 * number}.")
        write(page, 100, 60, f"Delegation {WORDS[number]} supported the proposal.")
        body(page, 90, 30)
        write(page, 290, 800, str(number))
    rows = make.rows()
    assert len([text for text in texts(rows, Zone.BODY) if "supported the proposal" in text]) == 6


def test_a_numbered_heading_at_the_top_of_a_page_is_no_page_number(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, 6):
        page = make.page()
        if number == 3:
            write(page, 72, 70, "3", 14, "bold")
            write(page, 100, 70, "Factual information", 14, "bold")
        body(page, 100, 40)
        write(page, 450, 810, f"Report 04-121 Page {number}")
    assert "3 Factual information" in texts(make.rows(), Zone.BODY)


@pytest.mark.parametrize(("x", "size"), [(100, 12), (90, 10)])
def test_a_headings_number_on_a_page_by_itself_is_no_page_number(tmp_path, x, size):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for number, words, y in (("1", "Demand", 64), ("2", "Supply", 320)):
        write(page, 72, y, number, size, "bold")
        write(page, x, y, words, size, "bold")
        body(page, y + 20, 14, x)
    rows = make.rows()
    found = [row for row in rows if "Demand" in row.text or "Supply" in row.text]
    assert [("".join(row.text.split()), row.zone) for row in found] == [
        ("1Demand", Zone.BODY),
        ("2Supply", Zone.BODY),
    ]


def test_chapters_counted_page_by_page_are_no_page_numbers_where_other_numbers_count_pages(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    body(make.page(), 100, 30)
    for number, words in enumerate(("Cod", "Herring", "Salmon"), 1):
        page = make.page()
        write(page, 72, 56, str(number), 12, "bold")
        write(page, 100, 56, words, 12, "bold")
        body(page, 80, 40)
    for number, page in enumerate(make.pdf, 1):
        write(page, 500, 800, str(number), 9)
    rows = make.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4"]
    assert not texts(rows, Zone.HEADER)


def test_a_table_header_that_repeats_between_rules_opens_the_table(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, 6):
        page = make.page()
        write(page, 72, 40, "TD/B/C.1/2024/7", 9)
        for x0, x1 in ((72, 300), (300, 520)):
            rule(page, x0, x1, 60)
            rule(page, x0, x1, 80)
        write(page, 76, 74, "Recommendation", 8)
        write(page, 304, 74, "Remarks", 8)
        for n in range(30):
            own = f"{WORDS[number]} {WORDS[n % 12]}"
            write(page, 76, 100 + 14 * n, f"Reviewers asked for {own}", 9)
            write(page, 304, 100 + 14 * n, f"The management did {own}", 9)
    rows = make.rows()
    again = ["TD/B/C.1/2024/7", "Recommendation Remarks"]
    assert texts(rows, Zone.HEADER) == ["TD/B/C.1/2024/7", *again * 4]
    tables = {row.group for row in rows if row.zone is Zone.TABLE}
    assert len(tables) == 1


@pytest.mark.parametrize(("size", "zone"), [(9, Zone.HEADER), (10, Zone.BODY)])
def test_small_type_above_all_text_on_the_second_of_two_pages_is_a_running_line(tmp_path, size, zone):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    write(page, 72, 90, "Review of lagoons", 16, "bold")
    body(page, 120, 45)
    page = make.page()
    write(page, 72, 48, "Lagoons of the north", size)
    body(page, 90, 30)
    assert [row.zone for row in make.rows() if row.text.startswith("Lagoons of")] == [zone]


def test_a_running_line_on_one_page_stands_where_others_have_theirs(tmp_path):
    maker = _report(tmp_path, pages=3)
    page = maker.page()
    write(page, 72, 50, "Outcome of the second committee")
    body(page, 100, 30)
    found = [row for row in maker.rows() if row.page == 4]
    assert texts(found, Zone.HEADER) == ["Outcome of the second committee"]


def test_the_symbol_of_the_first_page_heads_the_only_other_page(tmp_path):
    maker = Maker(tmp_path / "two.pdf")
    page = maker.page()
    write(page, 480, 90, "EB157/23")
    body(page, 200, 30)
    page = maker.page()
    write(page, 480, 50, "EB157/23")
    body(page, 100, 30)
    assert "EB157/23" in texts([row for row in maker.rows() if row.page == 2], Zone.HEADER)


def test_a_paragraphs_number_that_counts_two_pages_by_chance_is_text(tmp_path):
    maker = Maker(tmp_path / "chance.pdf")
    for number in (15, 16, 17):
        page = maker.page()
        write(page, 72, 50, "Record No. 4B, outcome of the discussion")
        write(page, 72, 100, str(number))
        body(page, 100, 30, x=100)
    assert not texts(maker.rows(), Zone.PAGE_NUMBER)


def test_running_lines_of_a_scan_may_be_misread_and_lie_higher_or_lower(tmp_path):
    misread = ("E/lCEF/6î2", "E/ICEF/672", "E/ICEF/oT2", "E/1CKF/672", "h/ICEF/b72", "E/ICEF/672")
    paper = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 60, 84), False)
    paper.clear_with(240)
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, 7):
        page = make.page()
        page.insert_image(page.rect, pixmap=paper, keep_proportion=False)
        top, left = 40 + 3.5 * number, 72 if number % 2 else 430
        for row, text in enumerate((misread[number - 1], "Français", f"Page {number}")):
            write(page, left, top + 12 * row, text)
        body(page, top + 60, 40)
    rows = make.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == [f"Page {number}" for number in range(1, 7)]
    assert texts(rows, Zone.HEADER) == [line for one in misread for line in (one, "Français")]
    assert len(texts(rows, Zone.BODY)) == 6 * 40


def test_running_lines_with_roman_page_numbers_are_furniture_on_either_side(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi"), 1):
        page = make.page()
        body(page, 90, 40)
        if number % 2:
            write(page, 400, 800, f"National Treasury | {roman}", 8)
        else:
            write(page, 72, 800, f"{roman} | National Treasury", 8)
    rows = make.rows()
    assert len(texts(rows, Zone.FOOTER)) == 6
    assert len(texts(rows, Zone.BODY)) == 6 * 40


@pytest.mark.parametrize("number", ["K2604127", "K2604127 [E] 130326", "CB1234EN", "NN1234/E"])
def test_job_numbers_of_other_offices_are_furniture(tmp_path: Path, number: str) -> None:
    make = Maker(tmp_path / "a.pdf")
    body(make.page(), 90, 40)
    write(make.pdf[0], 72, 800, number, 9)
    assert texts(make.rows(), Zone.JOB_NUMBER) == [number]


def test_job_number_without_its_second_half_is_furniture(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 40)
    write(page, 72, 800, "GE.09-", 9)
    assert texts(make.rows(), Zone.JOB_NUMBER) == ["GE.09-"]


def test_a_bar_code_in_private_signs_is_furniture_with_the_job_number_above_it(tmp_path: Path) -> None:
    make = _report(tmp_path)
    write(make.pdf[0], 72, 730, "GE.14-23930  (E)")
    write(make.pdf[0], 72, 755, "*1423930*", 26)
    make.rows()
    with Pdf(make.path) as pdf:
        pages = list(pdf.texts())
    lines = [
        line._replace(spans=tuple([with_text(span, span.text.translate(_PRIVATE)) for span in line.spans]))
        if line.spans[0].size > 20
        else line
        for line in pages[0].lines
    ]
    rows = zone_pages([pages[0]._replace(lines=tuple(lines)), *pages[1:]])
    low = [row for row in rows if row.page == 1 and 720 < row.baseline < 760]
    assert [row.zone for row in low] == [Zone.JOB_NUMBER] * 2


@pytest.mark.parametrize("parts", [((72, "*1423930"), (140, "*")), ((72, "*"), (110, "1423930*"))])
def test_a_bar_code_whose_ends_stand_apart_is_furniture_with_the_job_number_above_it(
    tmp_path: Path, parts: Sequence[tuple[float, str]]
) -> None:
    make = _report(tmp_path)
    write(make.pdf[0], 72, 730, "GE.14-23930  (E)")
    for x, text in parts:
        write(make.pdf[0], x, 755, text, 12)
    low = [row.zone for row in make.rows() if row.page == 1 and 720 < row.baseline < 760]
    assert low == [Zone.JOB_NUMBER] * len(low)


def test_a_typists_code_behind_a_job_number_and_a_misread_digit_in_it_keep_it_furniture(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 100, 30)
    write(page, 72, 790, "84-I7984  1304q (E)", 9)
    assert texts(make.rows(), Zone.JOB_NUMBER) == ["84-I7984 1304q (E)"]


def test_numbers_of_pages_beside_words_that_are_larger_than_the_text_head_nothing(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number, words in enumerate(("Water supply", "Results", "Background", "Lessons", "Outlook"), 1):
        page = make.page()
        body(page, 90, 40)
        write(page, 72, 805, str(number), 12, "bold")
        write(page, 100, 805, words, 12)
    rows = make.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4", "5"]
    assert len(texts(rows, Zone.BODY)) == 5 * 40


def test_second_row_of_a_chapters_running_header_is_one_too_in_a_long_report(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "wraps.pdf")
    for number in range(24):
        page = maker.page()
        write(page, 72, 40, f"Building of roads in the province of {WORDS[number // 3]}", 9, "italic")
        write(page, 72, 51, f"and of bridges over the {WORDS[number // 3]}", 9, "italic")
        write(page, 72, 80, f"{WORDS[number // 3]} is a province of the north", 12, "bold")
        for line in range(10):
            write(
                page, 72, 104 + 14 * line, f"{LOREM} {WORDS[number % 12]} {WORDS[line]} {WORDS[number // 12]}"
            )
    rows = maker.rows()
    assert len(texts(rows, Zone.HEADER)) == 48
    # a heading further down may well stand there again
    assert sum(row.endswith("is a province of the north") for row in texts(rows, Zone.BODY)) == 24


def test_the_symbol_of_the_masthead_heads_the_only_other_page(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    write(page, 400, 80, "HC(68)/RES/9", 12, "bold")
    write(page, 72, 200, "Safety of small harbours", 18, "bold")
    body(page, 230, 36)
    page = make.page()
    write(page, 60, 50, "HC(68)/RES/9", 9)
    write(page, 60, 61, "Page 2", 9)
    body(page, 90, 40)
    rows = make.rows()
    assert texts(rows, Zone.HEADER) == ["HC(68)/RES/9"]
    assert texts(rows, Zone.PAGE_NUMBER) == ["Page 2"]


@pytest.mark.parametrize("label", ["Decision {}/HC.29", "Resolution {} (HC-29)"])
def test_decisions_that_each_begin_a_page_keep_the_label_with_their_symbol(tmp_path, label):
    make = Maker(tmp_path / "a.pdf")
    for number in range(2, 5):
        page = make.page()
        write(page, 72, 92, label.format(number), 14, "bold")
        write(page, 72, 112, f"Lights and moorings in harbour {WORDS[number]}", 14, "bold")
        body(page, 140, 36)
    found = texts(make.rows(), Zone.BODY)
    assert [text for text in found if "29" in text] == [label.format(number) for number in range(2, 5)]


def test_a_number_in_a_row_of_cells_counts_no_pages_though_no_other_does(tmp_path):
    maker = Maker(tmp_path / "cells.pdf")
    body(maker.page(), 90, 45)
    page = maker.page()
    for at, cells in enumerate((("North", "12", "340"), ("South", "7", "215"), ("East", "15", "411"))):
        for x, text in zip((72, 270, 440), cells, strict=True):
            write(page, x, 97 + 14 * at, text)
    body(page, 180, 30)
    rows = maker.rows()
    assert not [row for row in rows if row.zone in (Zone.HEADER, Zone.FOOTER, Zone.PAGE_NUMBER)]
    assert {"North", "12", "340"} <= {word for row in rows for word in row.text.split()}


def test_a_page_s_number_is_named_below_a_symbol_though_pages_were_left_out(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number in (1, 2, 4):
        page = make.page()
        for at, text in enumerate(("TD/B/617", "English", f"Page {number}")):
            write(page, 440, 60 + 12 * at, text)
        body(page, 130, 30)
    rows = make.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == ["Page 1", "Page 2", "Page 4"]
    assert len(texts(rows, Zone.BODY)) == 90


@pytest.mark.parametrize("signs", ["« {} »", "‹{}›", "~ {} ~", "› {} ‹"])
def test_the_signs_around_a_page_s_number_are_no_bullets(tmp_path, signs):
    make = Maker(tmp_path / "a.pdf")
    font = pymupdf.Font("helv")
    for number in range(1, 5):
        page = make.page()
        body(page, 90, 30)
        writer = pymupdf.TextWriter(page.rect)
        writer.append((72 if number % 2 else 480, 800), signs.format(number), font, 9)
        writer.write_text(page)
    rows = make.rows()
    assert texts(rows, Zone.PAGE_NUMBER) == [signs.format(number) for number in range(1, 5)]
    assert len(texts(rows, Zone.BODY)) == 4 * 30


def test_large_headings_of_chapters_of_a_page_each_are_no_running_lines(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    write(make.page(), 72, 250, "Derailment near the junction", 28, "bold")
    body(make.page(), 90, 40)
    heads = [
        f"{number} {words}" for number, words in enumerate(("The occurrence", "Analysis", "Findings"), 1)
    ]
    for head in heads:
        page = make.page()
        write(page, 72, 80, head, 18, "bold")
        body(page, 110, 30)
    assert set(heads) <= set(texts(make.rows(), Zone.BODY))


def test_a_number_with_a_year_at_the_top_of_a_page_counts_no_pages(tmp_path: Path) -> None:
    make = Maker(tmp_path / "recommendations.pdf")
    headings = ("SYNOPSIS", "1.2 Flooding", "SECTION 3 - CONCLUSIONS")
    for number, heading in enumerate(headings, 1):
        page = make.page()
        write(page, 72, 78, heading, 11, "bold")
        body(page, 106, 40)
        write(page, 294, 776, str(number), 11)
    page = make.page()
    write(page, 72, 78, "2023/104")
    write(page, 150, 78, "Bring this report to the attention of all members and promote")
    write(page, 150, 92, "the wearing of lifejackets.")
    write(page, 294, 776, "4", 11)
    rows = make.rows()
    assert texts(rows, Zone.HEADER) == []
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4"]


def test_a_page_after_the_count_of_pages_is_its_number_as_arabic_prints_it(tmp_path: Path) -> None:
    make = Maker(tmp_path / "arabic.pdf")
    for number in range(1, 6):
        page = make.page()
        body(page, 90, 40)
        write(page, 294, 800, f"27/{number}", 9)
    assert texts(make.rows(), Zone.PAGE_NUMBER) == [f"27/{number}" for number in range(1, 6)]


def test_small_roman_numerals_alone_at_the_foot_count_the_front_matter(tmp_path: Path) -> None:
    make = Maker(tmp_path / "a.pdf")
    for number in range(1, 10):
        page = make.page()
        body(page, 90, 40)
        foot = {2: "iii", 3: "iv"}.get(number, str(number - 3) if number > 3 else "")
        write(page, 500, 800, foot, 9)
    assert texts(make.rows(), Zone.PAGE_NUMBER) == ["iii", "iv", "1", "2", "3", "4", "5", "6"]
