"""Rows: what a reader sees as one line is one row, whatever the PDF's data makes of it."""

from __future__ import annotations

import pymupdf

from model.extraction.rows import Zone
from model.extraction.zones import zone_pages
from model.reading.text import Line, PageText, Span
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write


def test_a_number_that_hangs_in_the_margin_joins_its_row(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    write(page, 60, 100, "12.")
    write(page, 90, 100.8, "The Working Group adopted its report.")
    assert texts(make.rows(), Zone.BODY) == ["12. The Working Group adopted its report."]


def test_a_raised_mark_stays_in_the_row_it_stands_in(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 100, 6)
    write(page, 72, 300, "as the Council decided")
    write(page, 72 + 105, 296, "7", size=6)
    write(page, 72 + 112, 300, "in its first year")
    rows = [text for text in texts(make.rows(), Zone.BODY) if "Council" in text]
    assert rows == ["as the Council decided 7 in its first year"]


def test_words_of_a_badly_justified_line_are_one_row_and_no_columns(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for line in range(12):
        x = 72.0
        for n in range(8):
            word = WORDS[(5 * line + 7 * n) % 12] + "s" * (line * n % 4)
            write(page, x, 100 + 14 * line, word)
            x += pymupdf.get_text_length(word, "helv", 10) + 10
    rows = make.rows()
    assert len(rows) == 12
    assert {row.column for row in rows} == {0}


def test_bold_faked_by_a_second_print_is_read_once(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for dx in (0.0, 0.4):
        write(page, 72 + dx, 100, "Conclusions and recommendations")
    body(page, 140, 4)
    first, *_ = make.rows()
    assert first.text == "Conclusions and recommendations"
    assert all(span.bold for span in first.spans)


def test_letters_doubled_in_the_data_are_read_once():
    span = Span("SSuummmmaarryy", 72, 90, 112, 102, 72, 100, 10, "Courier", False, False, False)
    page = PageText(1, 595, 842, 0, (Line((span,), True),), (), (), ())
    assert [row.text for row in zone_pages([page])] == ["Summary"]


def test_a_letter_doubled_in_a_word_stays(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    write(make.page(), 72, 100, "aabbcc")
    assert [row.text for row in make.rows()] == ["aabbcc"]


def test_arabic_pieces_of_a_row_are_read_from_the_right():
    def piece(text: str, x: float) -> Line:
        span = Span(text, x, 90, x + 50, 102, x, 100, 10, "Arab", False, False, False)
        return Line((span,), True)

    page = PageText(1, 595, 842, 0, (piece("الثاني", 300), piece("الأول", 400)), (), (), ())
    assert [row.text for row in zone_pages([page])] == ["الأول الثاني"]


def test_every_letter_of_a_page_is_in_one_row_exactly(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    written = []
    for number in range(4):
        page = make.page()
        lines = [f"REPORT/{number}", *(f"line {n} of page {number}" for n in range(30)), str(number + 1)]
        for n, line in enumerate(lines):
            write(page, 72, 50 + 24 * n, line)
        written += lines
    read = [row.text.strip() for row in make.rows()]
    assert sorted(read) == sorted(written)


def test_odd_pages_raise_nothing():
    def page(number: int, *lines: Line) -> PageText:
        return PageText(number, 595, 842, 0, lines, (), (), ())

    def line(text: str, x: float, y: float, size: float) -> Line:
        span = Span(text, x, y - size, x + size, y, x, y, size, "F", False, False, False)
        return Line((span,), True)

    pages = [
        page(1), page(2, line("a", 10, 10, 0)), page(3, line("outside", -900, 5000, 10)), page(4),
        page(5, line("  ", 10, 10, 10)), page(6, line("7", 10, 830, 8)),
    ]  # fmt: skip
    assert sorted(row.text for row in zone_pages(pages)) == ["7", "a", "outside"]
    assert zone_pages([]) == []
