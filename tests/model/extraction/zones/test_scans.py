"""Scans whose text was recognized: sizes that waver, misread running lines, rules that are but drawn."""

from __future__ import annotations

import random
from pathlib import Path

import pymupdf
import pytest

from model.extraction.extract import extract
from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from model.reading.pdf import Pdf
from tests.model.extraction.zones.pages import LOREM, WORDS, Maker, texts, write

_SIZES = (8.0, 10.0, 12.0, 14.0, 15.0)


@pytest.fixture
def scan(tmp_path: Path):
    """A maker of pages that are one picture each; `put` writes as recognition does, in wavering sizes."""
    maker = Maker(tmp_path / "scan.pdf")
    grey = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 8, 8), 0)
    grey.clear_with(250)
    chance = random.Random(7)

    class Scan:
        rows = maker.rows

        def page(self) -> pymupdf.Page:
            made = maker.page()
            made.insert_image(made.rect, pixmap=grey, keep_proportion=False)
            return made

        def put(self, page: pymupdf.Page, x: float, y: float, text: str) -> None:
            at = pymupdf.Point(x, y + chance.choice((-0.5, 0, 0.5)))
            size = chance.choice(_SIZES)
            # as wide as the picture's letters, which are of one size
            morph = (at, pymupdf.Matrix(9 / size, 1))
            page.insert_text(at, text, fontsize=size, morph=morph, render_mode=3)

        def paragraph(self, page: pymupdf.Page, y: float, number: int, lines: int = 5) -> float:
            for line in range(lines):
                begin = f"{number}. " if line == 0 else ""
                self.put(page, 60, y + 14 * line, f"{begin}{LOREM} {WORDS[(number + line) % 12]}")
            self.put(page, 60, y + 14 * lines, "in its first year.")
            return y + 14 * lines + 34

    return Scan()


def test_rows_whose_sizes_waver_stay_in_their_paragraph(scan) -> None:
    for first in (1, 6, 11):
        page, y = scan.page(), 100.0
        for number in range(first, first + 5):
            y = scan.paragraph(page, y, number)
    numbers = [node.number for node in build(scan.rows()) if node.kind is Kind.PARAGRAPH]
    assert numbers == [str(number) for number in range(1, 16)]


def test_misread_running_lines_are_furniture(scan) -> None:
    heads = ("Page 2", "Pare 3", "Pape 4", "Page 5", "Paqe 6")
    symbols = ("A/39/361", "A/39/36r", "A/39/36L", "A/39/361", "A/39/36I")
    for number, (symbol, head) in enumerate(zip(symbols, heads, strict=True)):
        page = scan.page()
        for line, text in enumerate((symbol, "English", head)):
            scan.put(page, 60, 50 + 14 * line, text)
        scan.paragraph(page, 130, number + 1)
        scan.put(page, 500, 800, "/." if number % 2 else "/•")
    rows = scan.rows()
    assert len(texts(rows, Zone.BODY)) == 5 * 6
    assert len(texts(rows, Zone.FOOTER)) == 5


def test_note_at_the_foot_is_told_by_its_mark_alone(scan) -> None:
    page = scan.page()
    y = scan.paragraph(page, 100, 1)
    scan.paragraph(page, y, 2)
    scan.put(page, 80, 700, "1/")
    scan.put(page, 94, 700, "See the report of the Committee on its sixteenth session, in its")
    scan.put(page, 60, 714, "paragraph 152, and what was said of it.")
    scan.paragraph(scan.page(), 100, 3)
    assert texts(scan.rows(), Zone.FOOTNOTE) == [
        "1/ See the report of the Committee on its sixteenth session, in its",
        "paragraph 152, and what was said of it.",
    ]


def test_typed_note_that_quotes_paragraphs_is_one_though_they_stand_apart(scan) -> None:
    page = scan.page()
    y = scan.paragraph(page, 300, 1)
    scan.put(page, 60, y, "as the Committee had recommended at its last session 1/.")
    for line, text in enumerate(
        ("1/ Report of the Committee:", '"152. Four aims are set:', '"a) To end hunger;')
    ):
        scan.put(page, 60, y + 60 + 40 * line, text)
    scan.paragraph(scan.page(), 100, 3)
    assert len(texts(scan.rows(), Zone.FOOTNOTE)) == 3


def test_short_note_with_a_misread_mark_is_no_running_line_of_a_scan(scan) -> None:
    for number in (1, 2, 3):
        page = scan.page()
        scan.paragraph(page, 100, number)
        scan.put(page, 500, 731, "/...")
    scan.put(page, 80, 700, "U/")
    scan.put(page, 94, 700, "E/ICEF/CRP/79-3.")
    page = scan.page()
    scan.paragraph(page, 100, 4)
    scan.put(page, 80, 714, "5 /")
    scan.put(page, 98, 714, "E/ICEF/661, par. 175.")
    scan.put(page, 80, 731, "6/")
    scan.put(page, 94, 731, "E/ICEF/662, par. 12.")
    notes = [(node.number, node.text) for node in build(scan.rows()) if node.kind is Kind.FOOTNOTE]
    assert notes == [
        ("4", "E/ICEF/CRP/79-3."),
        ("5", "E/ICEF/661, par. 175."),
        ("6", "E/ICEF/662, par. 12."),
    ]


def test_that_a_scan_goes_on_is_furniture_though_its_stroke_is_read_as_a_figure(scan) -> None:
    marks = ["/...", "1...", "l...", "/.."]
    for number, mark in enumerate(marks, 1):
        page = scan.page()
        scan.paragraph(page, 100, number)
        scan.put(page, 500 + 8 * number, 715 + 6 * number, mark)
    assert texts(scan.rows(), Zone.FOOTER) == marks


def test_first_page_of_a_typewritten_scan_has_a_masthead_and_a_title(scan) -> None:
    page = scan.page()
    for line, text in enumerate(("Dis cr.", "GENERAL", "A/39/361", "25 July 1984", "ORIGINAL: ENGLISH")):
        write(page, 420, 60 + 14 * line, text)
    write(page, 60, 160, "Item 108 of the provisional agenda")
    write(page, 250, 200, "Question of East Tinor")
    write(page, 220, 226, "Progress report of the Secretary")
    scan.paragraph(page, 270, 1)
    for number in (2, 3):
        scan.paragraph(scan.page(), 100, number)
    rows = scan.rows()
    assert texts(rows, Zone.TITLE) == ["Question of East Tinor", "Progress report of the Secretary"]
    assert "GENERAL" in " ".join(texts(rows, Zone.MASTHEAD))


def test_paragraph_goes_on_over_a_sheet_that_lay_further_to_the_right(scan) -> None:
    words = ("alpha", "bravo", "delta", "hotel", "india", "kilos", "limas", "oscar", "romeo", "tango")
    number = 1
    for sheet in range(4):
        page, y = scan.page(), 100.0
        across = 24 if sheet == 3 else 0  # set in like a first line, by the pages before
        if across:
            for line in range(3):
                write(page, 60 + across, y + 14 * line, f"{LOREM} {words[line]}{'.' if line == 2 else ''}")
            y += 76
        for _ in range(4):
            for line in range(6):
                begin, end = LOREM if line else f"{number}. {LOREM[4:]}", "." if line == 5 else ""
                text = f"{begin} {words[(3 * sheet + line) % 10]}{end}"
                write(page, 60 + across, y + 14 * line, text)
            number, y = number + 1, y + 118
    found = [node for node in build(scan.rows()) if node.kind is Kind.PARAGRAPH]
    assert [node.number for node in found] == [str(at) for at in range(1, 17)]


def test_notes_below_a_rule_of_the_picture_have_the_marks_that_follow(tmp_path: Path) -> None:
    """Recognition reads raised figures as other signs, or misses them."""
    notes = (
        "' See the list of lights.",
        "> Ibid., part two.",
        "Charts of the coast, 1901.",
        "4 See the list.",
    )
    rows = [(f"{LOREM} {WORDS[at]}", 60.0, 100 + 14 * at, 10) for at in range(12)]
    rows += [(text, 60.0, 700 + 11 * at, 8) for at, text in enumerate(notes)]
    with pymupdf.open() as printed, pymupdf.open() as scan:
        sheet, laid = printed.new_page(), scan.new_page()
        for text, x, y, size in rows:
            sheet.insert_text((x, y), text, fontsize=size, fontname="tiro")
        sheet.draw_line((60, 686), (150, 686), width=0.6)
        laid.insert_image(laid.rect, pixmap=sheet.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY))
        for text, x, y, size in rows:
            laid.insert_text((x, y), text, fontsize=size, fontname="tiro", render_mode=3)
        scan.save(tmp_path / "notes.pdf")
    with Pdf(tmp_path / "notes.pdf") as pdf:
        nodes = extract(pdf, lambda done, total: None).nodes
    found = [(node.number, node.text) for node in nodes if node.kind is Kind.FOOTNOTE]
    assert found == [
        ("1", "See the list of lights."),
        ("2", "Ibid., part two."),
        ("3", "Charts of the coast, 1901."),
        ("4", "See the list."),
    ]


def test_misread_numbers_are_those_that_are_missing(scan) -> None:
    misread = {2: "Zs", 3: "G;", 6: "4,"}
    for first in (1, 5):
        page, y = scan.page(), 100.0
        for number in range(first, first + 4):
            scan.put(page, 60, y, misread.get(number, f"{number}."))
            for line in range(4):
                scan.put(page, 60 + 36 * (line == 0), y + 14 * line, f"{LOREM} {WORDS[(number + line) % 12]}")
            y += 90
    numbered = [row.text for row in scan.rows() if not row.text.startswith("The")]
    assert numbered == [f"{number}. {LOREM} {WORDS[number]}" for number in range(1, 9)]


def test_what_is_misread_stays_where_more_or_less_is_missing(scan) -> None:
    page = scan.page()
    for at, sign in enumerate(("1.", "Zs", "2.", "Ae", "6.")):
        scan.put(page, 60, 100 + 90 * at, sign)
        for line in range(4):
            scan.put(page, 60 + 36 * (line == 0), 100 + 90 * at + 14 * line, f"{LOREM} {WORDS[at + line]}")
    assert sorted({row.text[:2] for row in scan.rows()} & {"Zs", "Ae"}) == ["Ae", "Zs"]


def test_a_number_out_of_order_is_misread_and_a_list_counts_for_itself(scan) -> None:
    page = scan.page()
    for at, sign in enumerate(("1.", "Zs", "8.", "4.")):
        scan.put(page, 60, 100 + 60 * at, sign)
        for line in range(3):
            scan.put(page, 60 + 36 * (line == 0), 100 + 60 * at + 14 * line, f"{LOREM} {WORDS[at + line]}")
    for at in range(5):
        scan.put(page, 100, 350 + 16 * at, f"{at + 1}.")
        scan.put(page, 130, 350 + 16 * at, f"The {WORDS[at]} of the harbour and all its lights.")
    page = scan.page()
    scan.put(page, 80, 100, "5.")  # the page was laid elsewhere
    for line in range(3):
        scan.put(page, 80 + 36 * (line == 0), 100 + 14 * line, f"{LOREM} {WORDS[7 + line]}")
    begun = [row.text.split()[0] for row in scan.rows()]
    assert " ".join([word for word in begun if word != "The"]) == "1. 2. 3. 4. 1. 2. 3. 4. 5. 5."


def test_marks_that_a_typewriter_made_are_told_by_their_stroke_and_order(scan) -> None:
    for marks in (("1/", "Z/"), ("31", "4/.")):
        page = scan.page()
        for line in range(12):
            scan.put(page, 60, 100 + 14 * line, f"{LOREM} {WORDS[line]}")
        page.draw_line((60, 690), (170, 690), width=0.8)
        for at, mark in enumerate(marks):
            scan.put(page, 80, 710 + 20 * at, f"{mark} Decision {14 + at} of the harbour board.")
    notes = [node for node in build(scan.rows()) if node.kind is Kind.FOOTNOTE]
    assert [node.number for node in notes] == ["1", "2", "3", "4"]
    assert all(node.text.startswith("Decision") for node in notes)
