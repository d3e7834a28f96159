"""Zones of pages as word processors and offices set them: notes below drawn polygons, covers, excerpts."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.nodes import Kind
from model.reading.text import Line, PageText, Span
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write


def note_rule(page: pymupdf.Page, y: float) -> None:
    """A thin rectangle drawn as a polygon of lines, filled and stroked, as word processors do."""
    corners = [(72, y), (185, y), (185, y + 0.5), (72, y + 0.5), (72, y)]
    page.draw_polyline(corners, color=None, fill=(0, 0, 0), width=0)
    page.draw_polyline(corners, color=(0, 0, 0), width=0.1, closePath=True)


def test_notes_stand_below_a_rule_drawn_as_a_polygon(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "polygon.pdf")
    page = maker.page()
    body(page, 100, 30)
    note_rule(page, 700)
    write(page, 72, 714, "1", 10)
    write(page, 80, 714, "See the summary records of the eighth meeting.", 8.5)
    assert texts(maker.rows(), Zone.FOOTNOTE) == ["1 See the summary records of the eighth meeting."]


def test_a_note_goes_on_with_a_number_before_the_next_one(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "on.pdf")
    for at, notes in enumerate((["1 Submission of the institution, paras. 5,"], ["7 and 8.", "2 Ibid."])):
        page = maker.page()
        body(page, 100, 30)
        note_rule(page, 700)
        for line, text in enumerate(notes):
            write(page, 72, 714 + 11 * line, text, 8.5)
        write(page, 300, 810, str(at + 1))
    assert texts(maker.rows(), Zone.FOOTNOTE) == [
        "1 Submission of the institution, paras. 5,",
        "7 and 8.",
        "2 Ibid.",
    ]


def test_title_goes_on_in_another_size_with_a_small_letter(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    write(page, 72, 100, "European Parliament", 22)
    write(page, 72, 300, "REPORT", 20, "bold")
    write(page, 72, 326, "on the situation of fundamental rights", 14)
    for _ in range(3):
        body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["REPORT", "on the situation of fundamental rights"]


@pytest.mark.parametrize("label", ["Chapter II", "Second part", "Segunda parte", "Deuxième partie"])
def test_excerpt_begins_with_its_chapter_and_has_no_title(tmp_path: Path, label: str) -> None:
    maker = Maker(tmp_path / "excerpt.pdf")
    page = maker.page()
    write(page, 72, 100, label, 14, "bold")
    write(page, 72, 118, "Long-form report of the auditors", 14, "bold")
    body(page, 150, 30)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == []
    assert texts(rows, Zone.BODY)[:2] == [label, "Long-form report of the auditors"]


def test_minutes_are_called_so_though_they_name_a_session(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "minutes.pdf")
    page = maker.page()
    write(page, 180, 80, "ORGANISATION DE LA VIGNE", 11, "bold")
    write(page, 140, 130, "PROCÈS-VERBAL DE LA TROISIÈME SÉANCE", 13, "bold")
    body(page, 170, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["PROCÈS-VERBAL DE LA TROISIÈME SÉANCE"]


def test_remark_in_brackets_far_above_a_table_is_not_its_unit(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "remark.pdf")
    page = maker.page()
    body(page, 100, 10)
    write(page, 440, 256, "(219 EX/SR.6)")
    write(page, 72, 280, "31 Dates of the session", 10, "bold")
    write(page, 72, 300, "The Executive Board took note of the dates of its 220th session, as set out below:")
    for y in (312, 328, 344):
        rule(page, 72, 520, y)
    for y, cells in ((324, ("Bureau", "5 September")), (340, ("Plenary", "9 October"))):
        write(page, 76, y, cells[0])
        write(page, 300, y, cells[1])
    assert "(219 EX/SR.6)" in texts(maker.rows(), Zone.BODY)


def test_excerpt_that_begins_with_an_introduction_has_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "introduction.pdf")
    page = maker.page()
    write(page, 72, 100, "Introduction", 30, "bold")
    write(page, 72, 140, "The budget process timeline", 14, "bold")
    body(page, 160, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == []


def test_excerpt_that_begins_with_a_chapters_divider_has_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "divider.pdf")
    page = maker.page()
    write(page, 72, 300, "Chapter 3", 14)
    write(page, 72, 330, "EVALUATION FINDINGS", 28, "bold")
    for _ in range(2):
        body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == []
    assert texts(rows, Zone.BODY)[:2] == ["Chapter 3", "EVALUATION FINDINGS"]


def _line(text: str, baseline: float, size: float = 12.0, bold: bool = False, right: float = 524) -> Line:
    x0, top, bottom = right - 0.45 * size * len(text), baseline - size, baseline + 0.2 * size
    span = Span(text, x0, top, right, bottom, x0, baseline, size, "Naskh", bold, False, False)
    return Line((span,), True)


def test_title_of_an_arabic_report_ends_above_its_first_heading() -> None:
    page = PageText(
        1, 595, 842, 0,
        (
            _line("التوزيع: عام", 90),
            _line("التجارة الدولية والتنمية", 150, 16, bold=True),
            _line("أولا - الاتجاهات في مجال التجارة", 190, 15, bold=True),
            *(_line("وأعرب عدة شركاء عن استعدادهم لتبادل الخبرات", 220 + 14 * n) for n in range(9)),
        ),
        (), (), (),
    )  # fmt: skip
    assert texts(zone_pages([page]), Zone.TITLE) == ["التجارة الدولية والتنمية"]


def _with_column(*lines: Line) -> PageText:
    """An Arabic first page with its masthead's column at the left, and text below some lines."""
    column = (
        _line("Distr.: General", 90, 9, right=125),
        _line("المجلس الاقتصادي والاجتماعي", 90, 15, bold=True),
        _line("Arabic", 104, 9, right=93),
    )
    text = (_line("وأعرب عدة شركاء عن استعدادهم لتبادل الخبرات", 176 + 14 * n) for n in range(9))
    return PageText(1, 595, 842, 0, (*column, *lines, *text), (), (), ())


def test_masthead_of_an_arabic_report_ends_below_its_column_at_the_left() -> None:
    page = _with_column(
        _line("تقرير لجنة التنمية الاجتماعية", 130, 14, bold=True, right=490),
        _line("أولا - مقدمة", 154, 14, bold=True, right=505),
    )
    rows = zone_pages([page])
    assert texts(rows, Zone.TITLE) == ["تقرير لجنة التنمية الاجتماعية"]
    assert texts(rows, Zone.BODY)[0] == "أولا - مقدمة"


def test_bold_rows_below_the_column_at_the_left_are_none_of_it() -> None:
    page = _with_column(_line("محضر موجز للجلسة", 130, 14, bold=True, right=230))
    assert texts(zone_pages([page]), Zone.TITLE) == ["محضر موجز للجلسة"]


def test_a_body_in_bold_at_the_right_edge_is_not_the_title_of_an_arabic_report() -> None:
    page = _with_column(
        _line("هيئة المنارات المعنية بسلامة الموانئ", 116, 12, bold=True, right=538),
        _line("البند 5 من جدول الأعمال", 130, 11, right=538),
        _line("تقرير الهيئة عن أعمالها", 154, 16, bold=True, right=490),
    )
    assert texts(zone_pages([page]), Zone.TITLE) == ["تقرير الهيئة عن أعمالها"]


def test_letter_circulated_as_a_document_is_its_own_title_though_it_hangs_to_the_left(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    write(page, 400, 60, "Distr.: General", 10)
    write(page, 111, 160, "Letter dated 3 June 2025 from the Permanent Representative to", 12.1, "bold")
    write(page, 123, 174, "the United Nations addressed to the President", 12.1, "bold")
    body(page, 200, 30, 123)
    body(maker.page(), 100, 40, 123)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Letter dated 3 June 2025 from the Permanent Representative to",
        "the United Nations addressed to the President",
    ]


def test_title_without_a_cover_ends_above_a_row_set_like_the_headings_below(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "budget.pdf")
    page = maker.page()
    write(page, 72, 100, "The Presidency of the Republic", 24, "bold")
    for at, heading in enumerate(("Adjusted budget summary", "Purpose", "Performance")):
        write(page, 72, 140 + 100 * at, heading, 14, "bold")
        body(page, 160 + 100 * at, 4)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["The Presidency of the Republic"]


def test_budget_that_begins_with_a_vote_has_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "vote.pdf")
    page = maker.page()
    write(page, 440, 100, "Vote 1", 30, "bold")
    write(page, 72, 130, "The Presidency", 24, "bold")
    body(page, 160, 30)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == []
    heading = next(node for node in build(rows) if node.kind is Kind.SECTION)
    assert (heading.number, heading.text) == ("1", "Vote 1 The Presidency")


def test_title_is_what_the_text_begins_with_though_a_name_is_larger_on_the_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "audit.pdf")
    page = maker.page()
    title = ("Audit of the operations on the Northern Islands", "for the Office for the Coast")
    write(page, 160, 230, "INTERNAL AUDIT DIVISION", 20, "bold")
    write(page, 240, 256, "REPORT 2034/048", 14)
    write(page, 130, 281, title[0], 14)
    write(page, 190, 298, title[1], 14)
    write(page, 260, 360, "12 October 2034", 11)
    page = maker.page()
    write(page, 130, 80, title[0], 13, "bold")
    write(page, 190, 97, title[1], 13, "bold")
    write(page, 240, 130, "EXECUTIVE SUMMARY", 11, "bold")
    body(page, 150, 30)
    body(maker.page(), 80, 40)
    assert texts(maker.rows(), Zone.TITLE) == list(title)
