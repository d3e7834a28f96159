"""Tables of values: their columns, their header and the rows that go on in a second line."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.extraction.zones import zone_pages
from model.nodes import Kind
from model.reading.pdf import Pdf
from tests.model.extraction.zones.pages import WORDS, Maker, body, in_arabic, rule, tables_of, texts, write

# Where the columns of a table of four begin.
_X = (72, 230, 330, 430)
_LEFT, _RIGHT = 72, 520


def _line(page: pymupdf.Page, y: float, *cells: str, size: float = 9) -> None:
    for x, text in zip(_X, cells, strict=False):
        write(page, x, y, text, size)


def _ruled(page: pymupdf.Page, *heights: float) -> None:
    for y in heights:
        rule(page, _LEFT, _RIGHT, y)


def _page(maker: Maker) -> pymupdf.Page:
    page = maker.page()
    body(page, 90, 10)
    return page


_HEADER = ["Category", "Cost estimates (2025/26)", "Expenditure as at 31 March", "Variance"]


def _header(page: pymupdf.Page, y: float) -> float:
    """A header between two rules with two lines in two of its columns; returns where the first row is."""
    _line(page, y + 10, "", "Cost estimates", "Expenditure as", size=7)
    _line(page, y + 19, "Category", "(2025/26)", "at 31 March", "Variance", size=7)
    _ruled(page, y, y + 24)
    return y + 40


def test_a_header_of_several_lines_is_one_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = _header(page, 250)
    for at in range(4):
        _line(page, y + 15 * at, f"Post {at}", f"{at}00", f"{at}10", f"{at}")
    _ruled(page, y + 66)
    (cells,) = tables_of(maker)
    assert cells == [_HEADER, *[[f"Post {at}", f"{at}00", f"{at}10", f"{at}"] for at in range(4)]]


def test_words_over_the_heads_of_two_columns_are_a_row_above_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    _line(page, 260, "Category", size=7)
    write(page, 360, 260, "Change", 7)  # in the middle of the two columns
    rule(page, 330, _RIGHT, 264)
    _line(page, 274, "", "Total", "Amount", "Per cent", size=7)
    _ruled(page, 250, 280)
    for at in range(4):
        _line(page, 296 + 15 * at, f"Post {at}", f"{at}00", f"{at}10", f"{at}")
    _ruled(page, 360)
    (cells,) = tables_of(maker)
    assert cells[:3] == [
        ["Category", "", "Change"],
        ["", "Total", "Amount", "Per cent"],
        ["Post 0", "000", "010", "0"],
    ]


def test_a_line_below_words_that_fill_their_column_goes_on_with_the_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = _header(page, 250)
    _line(page, y, "Staff of the secretariat", "100", "90", "10")
    _line(page, y + 17, "Communications and all its", "200", "190", "10")
    _line(page, y + 28, "technology", "")
    _line(page, y + 45, "Posts", "")  # the head of a group: there was room above
    _line(page, y + 62, "Volunteers", "300", "290", "10")
    _line(page, y + 79, "Total", "600", "570", "30")
    _ruled(page, y + 85)
    (cells,) = tables_of(maker)
    assert [row[0] for row in cells[1:]] == [
        "Staff of the secretariat", "Communications and all its technology", "Posts", "Volunteers", "Total",
    ]  # fmt: skip


@pytest.mark.parametrize("heads", [("Appropriation", "Expenditure"), ("MAMMOTH WORK", "Illicit Lilt Fit")])
def test_heads_of_two_columns_written_in_one_go_stand_above_their_own(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    write(page, 72, 260, "Programme", 9)
    width = pymupdf.get_text_length(" ".join(heads), "helv", 9)
    write(page, 280, 260, " ".join(heads), 9)
    write(page, 460, 260, "Share", 9)
    _ruled(page, 250, 266)
    left = 280 + pymupdf.get_text_length(heads[0], "helv", 9)
    for at in range(4):
        y = 282 + 15 * at
        for right, text in ((left, f"{at} 400"), (280 + width, f"{at} 100 000"), (480, f"2{at}.5")):
            write(page, right - pymupdf.get_text_length(text, "helv", 9), y, text, 9)
        write(page, 72, y, f"Programme {WORDS[at]}", 9)
    _ruled(page, 340)
    (cells,) = tables_of(maker)
    assert cells[0] == ["Programme", *heads, "Share"]
    assert cells[1] == ["Programme alpha", "0 400", "0 100 000", "20.5"]


def test_a_head_of_one_word_over_two_columns_stays_one_though_a_space_ends_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    write(page, 72, 260, "Programme", 9)
    word = "Appropriation/Expenditure"
    width = pymupdf.get_text_length(word, "helv", 9)
    write(page, 280, 260, word + " ", 9)
    write(page, 280 + width + 8, 260, "Share", 9, "bold")
    _ruled(page, 250, 266)
    for at in range(4):
        y = 282 + 15 * at
        for right, text in ((335, f"{at} 400"), (280 + width, f"{at} 100"), (302 + width, f"2{at}")):
            write(page, right - pymupdf.get_text_length(text, "helv", 9), y, text, 9)
        write(page, 72, y, f"Programme {WORDS[at]}", 9)
    _ruled(page, 340)
    (cells,) = tables_of(maker)
    assert word in cells[0]
    assert cells[1] == ["Programme alpha", "0 400", "0 100", "20"]


def test_values_in_the_midst_of_words_are_those_of_their_own_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = _header(page, 250)
    for at, top in enumerate((y, y + 30, y + 52)):  # the last two follow as closely as lines of a cell
        write(page, 72, top, f"Index of {WORDS[at]} at all ages from", 9)
        write(page, 72, top + 11, "eighteen to sixty-five", 9)
        for x in _X[1:]:
            write(page, x, top + 5.5, f"0.{at}5", 9)
    _ruled(page, y + 70)
    (cells,) = tables_of(maker)
    assert cells[1:] == [
        [f"Index of {WORDS[at]} at all ages from eighteen to sixty-five", *[f"0.{at}5"] * 3]
        for at in range(3)
    ]


def test_words_go_on_where_their_lines_are_as_close_as_rows(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = _header(page, 250)
    rows = [
        ["Administration of", "the secretariat"], ["Human resources", "in all the offices", "everywhere"],
        ["e-Services of all", "the regions"], ["Total"],
    ]  # fmt: skip
    at = 0
    for row in rows:
        for line, text in enumerate(row):
            write(page, 72, y + 11 * at, text, 9)
            for x in () if line else _X[1:]:
                write(page, x, y + 11 * at, f"{at}00", 9)
            at += 1
    _ruled(page, y + 11 * at)
    (cells,) = tables_of(maker)
    assert [row[0] for row in cells[1:]] == [" ".join(row) for row in rows]


def test_values_stay_in_their_columns_beside_empty_cells_and_narrow_gaps(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    y = _header(page, 250)
    wide = "First periodic report of 9 November"
    near = _X[0] + pymupdf.get_text_length(wide, "helv", 9) + 7.6  # less than a space that parts cells
    rows = [[wide, "100", "90", "10"], ["Second", "", "", "20"], ["Third", "300", "", "30"]]
    for at, row in enumerate(rows):
        for x, text in zip((_X[0], near, *_X[2:]), row, strict=True):
            write(page, x, y + 15 * at, text, 9)
    _ruled(page, y + 51)
    (cells,) = tables_of(maker)
    assert cells[1:] == rows


def test_a_header_printed_again_on_the_next_page_is_no_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in (1, 2):
        page = maker.page()
        body(page, 60, 4 if number == 1 else 0)
        y = _header(page, 130 if number == 1 else 60)
        for at in range(10):
            _line(page, y + 20 * at, f"{WORDS[number]} {WORDS[at]}".title(), "100", "90", "10")
        _ruled(page, y + 200)
    body(page, y + 240, 10)
    (cells,) = tables_of(maker)
    assert [row[0] for row in cells] == [
        "Category",
        *[f"{WORDS[n]} {WORDS[at]}".title() for n in (1, 2) for at in range(10)],
    ]
    assert len(texts(maker.rows(), Zone.HEADER)) == 1


def test_a_part_with_the_caption_printed_again_is_counted_on(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number, caption in ((1, "Table 1: Posts by office"), (2, "Table 1: Posts by office (continued)")):
        page = maker.page()
        body(page, 60, 4 if number == 1 else 0)
        write(page, 72, 124 if number == 1 else 56, caption, 9, "bold")
        y = _header(page, 130 if number == 1 else 62)
        for at in range(10):
            _line(page, y + 20 * at, f"{WORDS[number]} {WORDS[at]}".title(), f"{number}00", "90", "10")
        _ruled(page, y + 200)
    body(page, y + 240, 10)
    (cells,) = tables_of(maker)
    assert [row[:2] for row in cells if len(row) > 1] == [
        _HEADER[:2],
        *[[f"{WORDS[n]} {WORDS[at]}".title(), f"{n}00"] for n in (1, 2) for at in range(10)],
    ]
    assert "Table 1: Posts by office (continued)" in texts(maker.rows(), Zone.HEADER)


def _framed(maker: Maker) -> None:
    """A table of three columns over three pages; on the second there is text in the middle one only."""
    for at, columns in enumerate(((72, 230, 430), (230,), (72, 230, 430))):
        page = maker.page()
        _ruled(page, 80, 740)
        for x in (72, 225, 425, 520):
            page.draw_line((x, 80), (x, 740), width=0.5)
        for x in columns:
            for line in range(36 if x == 230 else 1):
                words = f"{WORDS[at]} {WORDS[line % 12]} {WORDS[line // 12]}"
                write(page, x + 4, 100 + 17 * line, f"measures for {words}" if x == 230 else f"{x} {at}")


def test_a_framed_table_goes_on_over_a_page_with_text_in_one_column(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _framed(maker)
    tables = [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
    assert [(table.anchor.regions[0].page, table.anchor.regions[-1].page) for table in tables] == [(1, 3)]


def test_cells_of_text_from_right_to_left_are_in_its_order(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _framed(maker)
    maker.rows()
    with Pdf(maker.path) as pdf:
        pages = [page._replace(lines=tuple(map(in_arabic, page.lines))) for page in pdf.texts()]
    tables = [node for node in build(zone_pages(pages)) if node.kind is Kind.TABLE]
    assert next(row[0] for row in tables[0].extra["cells"]) == "430 0"


def test_a_line_without_a_key_goes_on_with_the_row_above_though_rows_stand_as_close(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = _page(maker)
    entries = [
        ("AMR", "antimicrobial resistance"),
        ("CINL", "Cumulative Index to Nursing"),
        ("", "Literature of the region"),
        ("EPOC", "Effective practice of care"),
        ("GRADE", "Grading of Recommendations"),
        ("", "Development and Evaluation"),
        ("HAI", "infection in health care"),
        ("ICR", "Integrated criteria for studies"),
        ("", "reviewed since"),
        ("WHO", "World Health Organization"),
    ]
    for at, (key, words) in enumerate(entries):
        write(page, 72, 260 + 12 * at, key, 9)
        write(page, 150, 260 + 12 * at, words, 9)
    (cells,) = tables_of(maker)
    assert [row[1] for row in cells] == [
        "antimicrobial resistance",
        "Cumulative Index to Nursing Literature of the region",
        "Effective practice of care",
        "Grading of Recommendations Development and Evaluation",
        "infection in health care",
        "Integrated criteria for studies reviewed since",
        "World Health Organization",
    ]
