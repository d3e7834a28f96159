"""Titles: what a report is called, told from whose it is, when it was and what else stands on its front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import (
    LOREM,
    WORDS,
    Maker,
    body,
    centre,
    covered,
    right,
    rule,
    texts,
    write,
)


def test_name_of_the_body_in_the_titles_type_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "points.pdf")
    page = maker.page()
    write(page, 72, 88, "Governing Body", 16, "bold")
    write(page, 72, 108, "356th Session, Geneva, March 2026")
    write(page, 72, 217, "Programme on work at the coast:", 16, "bold")
    write(page, 72, 241, "Progress and proposals", 16, "bold")
    write(page, 72, 290, "Introduction", 13, "bold")
    body(page, 310, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Programme on work at the coast:", "Progress and proposals"]


def test_name_of_a_council_stands_above_what_calls_itself_its_minutes(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "minutes.pdf")
    page = maker.page()
    centre(page, 80, "LYNDALE TOWN COUNCIL", 16)
    title = ["MINUTES OF A MEETING OF FULL COUNCIL HELD ON", "20 SEPTEMBER 2017 IN THE COUNCIL CHAMBER"]
    for at, text in enumerate(title):
        centre(page, 106 + 16 * at, text, 13)
    body(page, 160, 30)
    assert texts(maker.rows(), Zone.TITLE) == title


@pytest.mark.parametrize(
    ("organ", "title"),
    [
        ("Commission on Coastal Waters", "Report of the Working Party on Lagoons"),
        ("Commission des eaux côtières", "Rapport du Groupe de travail sur les lagunes"),
    ],
)
def test_body_named_in_bold_below_a_masthead_is_no_title(tmp_path: Path, organ: str, title: str) -> None:
    maker = Maker(tmp_path / "masthead.pdf")
    page = maker.page()
    write(page, 72, 80, "United Nations", 12)
    write(page, 430, 100, "Distr.: General", 10)
    rule(page, 72, 523, 150)
    write(page, 110, 170, organ, 12, "bold")
    write(page, 110, 190, "Working Party on Lagoons", 10, "bold")
    write(page, 110, 230, title, 14, "bold")
    write(page, 80, 260, "I. Attendance", 14, "bold")
    body(page, 290, 30)
    assert texts(maker.rows(), Zone.TITLE) == [title]


def test_without_bold_type_the_title_is_what_is_larger_than_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "plain.pdf")
    page = maker.page()
    write(page, 72, 80, "United Nations", 12)
    write(page, 430, 100, "Distr.: General", 10)
    write(page, 110, 190, "Council on Lagoons")
    write(page, 110, 230, "Report of the working group on water", 15)
    write(page, 80, 262, "Members", 12)
    body(page, 290, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Report of the working group on water"]


def test_without_bold_type_a_title_goes_on_in_large_type_below_the_body_that_is_named(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "plain.pdf")
    page = maker.page()
    write(page, 72, 80, "United Nations", 12)
    write(page, 430, 100, "Distr.: General", 10)
    write(page, 72, 190, "Committee on Lagoons", 12)
    write(page, 110, 230, "Report of the working group on water in the lagoons", 14)
    write(page, 110, 246, "of the northern coast", 14)
    write(page, 110, 272, "Report of the Secretariat", 12)
    write(page, 80, 310, "Members", 12)
    body(page, 340, 25)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Report of the working group on water in the lagoons",
        "of the northern coast",
        "Report of the Secretariat",
    ]


def test_the_name_of_a_body_that_goes_on_below_distr_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "name.pdf")
    page = maker.page()
    write(page, 72, 80, "Conference of the Parties to the", 15, "bold")
    write(page, 400, 84, "Distr.: General", 9)
    for down, words in (
        (97, "Convention on the Protection of"),
        (114, "Lagoons and of the"),
        (131, "Northern Coast"),
    ):
        write(page, 72, down, words, 15, "bold")
    write(page, 110, 190, "Report on the meeting of the parties", 14, "bold")
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Report on the meeting of the parties"]


@pytest.mark.parametrize(
    "line",
    [
        "held in the Council Chamber on Tuesday 14 March 2023 at 6.30 p.m.",
        "PORT HALE, 14 MARCH 2023",
        "SERIOUS CASUALTY | REPORT NO 7/2026 | MARCH 2026",
    ],
)
def test_place_and_date_below_a_title_are_no_part_of_it_and_no_heading(tmp_path: Path, line: str) -> None:
    maker = Maker(tmp_path / "minutes.pdf")
    page = maker.page()
    write(page, 72, 118, "MINUTES OF THE MEETING OF COUNCIL", 20)
    centre(page, 150, line, 11)
    write(page, 72, 200, "1. PRESENT", 14, "bold")
    body(page, 220, 30)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["MINUTES OF THE MEETING OF COUNCIL"]
    assert texts(rows, Zone.COVER) == [line]


def test_procedure_in_brackets_below_a_title_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "procedure.pdf")
    page = maker.page()
    write(page, 72, 255, "REPORT", 20, "bold")
    write(page, 72, 286, "on the situation of lagoons in 2024", 14)
    write(page, 72, 308, "(2025/2012(INI))", 12)
    write(page, 72, 384, "Committee on Water")
    assert covered(maker) == ["REPORT", "on the situation of lagoons in 2024", "(2025/2012(INI))"]


def test_name_of_a_body_set_larger_than_all_else_begins_the_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "records.pdf")
    page = maker.page()
    write(page, 123, 152, "United Nations", 20, "bold")
    write(page, 123, 216, "Committee for Lagoons", 28, "bold")
    write(page, 123, 258, "Report on the seventh session", 20, "bold")
    write(page, 123, 278, "(24-28 February 2025)", 20, "bold")
    assert covered(maker) == [
        "Committee for Lagoons",
        "Report on the seventh session",
        "(24-28 February 2025)",
    ]


@pytest.mark.parametrize(("size", "words"), [(12, "REPORT ON WATER SUPPLY"), (24, "Water in the districts")])
def test_who_wrote_a_report_is_no_part_of_its_title_though_set_alike(
    tmp_path: Path, size: float, words: str
) -> None:
    maker = Maker(tmp_path / "byline.pdf")
    page = maker.page()
    centre(page, 250, words, size, "plain")
    centre(page, 250 + 2.5 * size, "Prepared by the Secretariat", size, "plain")
    assert covered(maker) == [words]


@pytest.mark.parametrize(
    ("put", "face", "rows"),
    [
        (right, "bold", ["Evaluation of the programme on water", "Volume of results"]),
        (centre, "plain", ["ANNUAL RESULTS", "WATER SUPPLY IN THE NORTH"]),
    ],
    ids=["at the right in a short row", "in capitals"],
)
def test_a_title_goes_on_a_little_smaller(
    tmp_path: Path, put: Callable[..., None], face: str, rows: list[str]
) -> None:
    maker = Maker(tmp_path / "smaller.pdf")
    page = maker.page()
    put(page, 250, rows[0], 26, face)
    put(page, 290, rows[1], 22, face)
    assert covered(maker) == rows


def _below_masthead(page: pymupdf.Page) -> None:
    write(page, 72, 80, "United Nations", 9)
    write(page, 400, 90, "Distr.: General", 9)
    write(page, 400, 114, "Original: English", 9)


def test_a_session_in_bold_below_a_masthead_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "session.pdf")
    page = maker.page()
    _below_masthead(page)
    centre(page, 190, "Forty-fifth session", 11.5)
    centre(page, 250, "Water supply in the districts", 14)
    body(page, 300, 30)
    assert covered(maker) == ["Water supply in the districts"]


def test_a_heading_below_a_masthead_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "heading.pdf")
    page = maker.page()
    _below_masthead(page)
    write(page, 110, 200, "I. Introduction", 12, "bold")
    body(page, 220, 30)
    assert covered(maker) == []


def test_a_row_of_dashes_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "dashes.pdf")
    page = maker.page()
    _below_masthead(page)
    centre(page, 200, "- - - - -", 10, "plain")
    centre(page, 240, "WATER SUPPLY IN THE DISTRICTS", 10, "plain")
    body(page, 300, 30)
    assert covered(maker) == ["WATER SUPPLY IN THE DISTRICTS"]


def test_a_title_is_centred_over_text_with_a_wide_margin_for_binding(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "bound.pdf")
    page = maker.page()
    write(page, 152, 80, "United Nations", 9)
    write(page, 470, 90, "Distr.: General", 9)
    write(page, 262, 240, "WATER SUPPLY IN THE DISTRICTS", 10)  # the text's middle, not the page's
    body(page, 300, 30, 152, LOREM[:60])
    assert covered(maker) == ["WATER SUPPLY IN THE DISTRICTS"]


def test_symbol_date_and_language_in_bold_below_distr_are_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "column.pdf")
    page = maker.page()
    write(page, 72, 80, "UNITED NATIONS", 11, "bold")
    for n, words in enumerate(("Distr.", "GENERAL", "CW/45/3/Add.12", "12 May 1996", "ENGLISH ONLY")):
        write(page, 400, 90 + 14 * n, words, 11.5, "bold")
    centre(page, 280, "WATER SUPPLY IN THE DISTRICTS", 12)
    body(page, 320, 30)
    assert covered(maker) == ["WATER SUPPLY IN THE DISTRICTS"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Abridged report on the workshop on old harbours", "Outcome of the discussions"),
        ("Report of the second session (2 to 5 June, Tessal)", "Outcome of the discussions"),
        ("Collision of two barges, Tessal", "1. Analysis"),
    ],
)
def test_a_title_stands_above_a_first_heading_set_larger(tmp_path: Path, title: str, heading: str) -> None:
    maker = Maker(tmp_path / "workshop.pdf")
    page = maker.page()
    centre(page, 100, title, 14)
    write(page, 72, 160, heading, 18, "bold")
    write(page, 72, 190, "Trends along the coast", 12, "bold")
    body(page, 210, 30)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == [title]
    assert heading in texts(rows, Zone.BODY)


def test_whose_report_it_is_may_stand_above_a_title_set_larger(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "progress.pdf")
    page = maker.page()
    write(page, 72, 100, "Report of the Secretary-General", 14, "bold")
    write(page, 72, 160, "Progress on harbours and quays", 18, "bold")
    body(page, 200, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["Progress on harbours and quays"]


def test_a_titles_last_row_may_name_a_body(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "recommendations.pdf")
    page = maker.page()
    title = ["Answers to the review of what was done by the", "General Assembly"]
    for row, text in enumerate(title):
        write(page, 72, 100 + 17 * row, text, 14, "bold")
    body(page, 150, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == title


def test_report_named_over_two_rows_is_the_title_above_a_larger_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "larger.pdf")
    page = maker.page()
    write(page, 72, 90, "Report of the Director", 15, "bold")
    write(page, 72, 108, "on harbours and coastal towns", 15, "bold")
    write(page, 72, 160, "Storms of the winter", 17, "bold")
    body(page, 190, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["Report of the Director", "on harbours and coastal towns"]


def test_running_head_that_names_a_chapter_stands_above_a_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "running.pdf")
    page = maker.page()
    write(page, 72, 40, "Chapter III Progress made at sea", 7)
    write(page, 72, 90, "Forum on coastal fisheries", 20, "bold")
    write(page, 72, 140, "Opening of the session", 14, "bold")
    body(page, 160, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["Forum on coastal fisheries"]


def test_a_sentence_that_begins_with_a_body_is_a_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "sentence.pdf")
    page = maker.page()
    write(page, 72, 80, "Harbour Inspectorate", 16, "bold")
    write(page, 72, 276, "The Bureau Did Not Count Ladders", 22, "bold")
    assert covered(maker) == ["The Bureau Did Not Count Ladders"]


def test_a_title_begins_with_a_short_word_for_the_kind_of_report(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "short.pdf")
    page = maker.page()
    lines = [(250, "ОТЧЕТ", 18), (276, "о результатах проверки небольших причалов", 14)]
    for y, text, size in lines:
        style = f"text-align: center; font-weight: bold; font-size: {size}px"
        page.insert_htmlbox(pymupdf.Rect(72, y - 20, 523, y + 10), f'<p style="{style}">{text}</p>')
    assert covered(maker) == [text for _, text, _ in lines]


def test_a_title_of_four_chinese_signs_is_not_too_short(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "chinese.pdf")
    page = maker.page()
    for y, text, size in ((202, "海岸年鉴", 22), (480, "海岸委员会正式记录", 14)):
        page.insert_text((122, y), text, fontname="china-s", fontsize=size)
    assert covered(maker) == ["海岸年鉴"]


def test_a_resolution_named_in_full_below_a_title_belongs_to_it_and_the_series_above_does_not(
    tmp_path: Path,
) -> None:
    maker = Maker(tmp_path / "adopted.pdf")
    page = maker.page()
    centre(page, 100, "TEXTS ADOPTED", 16)
    write(page, 72, 172, "Protecting wells from the sea", 15, "bold")
    named = ["Coast Parliament resolution of 12 March 2026 on protecting wells", "from the sea (2025/2087)"]
    for at, text in enumerate(named):
        write(page, 72, 212 + 18 * at, text, 12, "bold")
    body(page, 260, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Protecting wells from the sea", *named]


def test_fields_side_by_side_above_a_title_are_no_running_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "fields.pdf")
    page = maker.page()
    centre(page, 95, "GENERAL ASSEMBLY", 13)
    fields = (
        ("Fifty-sixth regular session", "OEA/Ser.P"), ("From 22 to 24 June 2026", "AG/doc.5941/26"),
        ("Port Ellery in Kadoria", "24 June 2026"),
    )  # fmt: skip
    for at, pair in enumerate(fields):
        for x, text in zip((72, 360), pair, strict=True):
            write(page, x, 112 + 12 * at, text, 10)
    centre(page, 200, "RESOLUTIONES ET DECLARATIONES", 12)
    body(page, 260, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["RESOLUTIONES ET DECLARATIONES"]


def test_a_contents_heading_in_the_titles_type_is_no_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 160, "Governing Body")
    centre(page, 260, "Decisions adopted by the Board at its twelfth session", 14)
    write(page, 72, 291, "Table of contents", 14, "bold")
    for line in range(8):
        write(page, 90, 320 + 16 * line, f"{line + 1} Of the item {line} " + "." * 60 + f" {2 + line // 3}")
    assert covered(maker) == ["Decisions adopted by the Board at its twelfth session"]


def test_a_part_at_the_head_of_a_column_is_no_volume_of_the_report_named_above_both(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "columns.pdf")
    page = maker.page()
    write(page, 72, 80, "Conference of the Harbours", 16, "bold")
    write(page, 72, 130, "Third item: information on the use of lights", 20, "bold")
    for at, word in enumerate(("PART ONE", "GENERAL REPORT")):
        write(page, 140, 180 + 17 * at, word, 14, "bold")
    for line, word in enumerate(WORDS):
        write(page, 72, 230 + 14 * line, f"the board took note of what {word} had said")
    for line in range(16):
        write(page, 310, 180 + 14 * line, f"it was of the view that lights {WORDS[line % 12]} so")
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Third item: information on the use of lights"]
    assert "PART ONE" in texts(rows, Zone.BODY)


def test_a_chinese_title_goes_on_with_what_a_body_adopted(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "decisions.pdf")
    page = maker.page()
    write(page, 400, 84, "Distr.: General", 9)
    title = ["《湖泊养护与可持续利用公约》", "缔约方大会第五届会议通过的决定"]
    for line, text in enumerate(title):
        page.insert_text((178, 267 + 24 * line), text, fontname="china-s", fontsize=16)
    body(page, 340, 30)
    assert texts(maker.rows(), Zone.TITLE) == title
