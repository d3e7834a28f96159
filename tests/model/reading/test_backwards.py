"""Reading: lines from right to left whose signs and digits come from another font."""

from __future__ import annotations

import unicodedata

import pymupdf
import pytest

from model.reading import backwards, bidi
from model.reading.bidi import Atom, BidiClass
from model.reading.fonts import FontMap, named
from model.reading.pdf import Pdf

_ARABIC = pymupdf.Font(script=6)
_LATIN = pymupdf.Font("helv")


@pytest.fixture
def lines(tmp_path):
    """What is read of one line: pieces of text with the left edge of each, in the order of the data."""

    def read(*pieces: tuple[float, str], creator: str = "") -> list[str]:
        pdf = pymupdf.open()
        pdf.set_metadata({"creator": creator})
        page = pdf.new_page(width=400, height=200)
        writer = pymupdf.TextWriter(page.rect)
        for x, text in pieces:
            if text.isascii():
                writer.append((x, 100), text, font=_LATIN, fontsize=12)
                continue
            for letter in reversed(text):
                writer.append((x, 100), letter, font=_ARABIC, fontsize=12)
                x += _ARABIC.text_length(letter, 12)
        writer.write_text(page)
        pdf.save(tmp_path / "a.pdf")
        with Pdf(tmp_path / "a.pdf") as opened:
            return [unicodedata.normalize("NFKC", line.text) for line in opened.text(1).lines]

    return read


def _across(text: str) -> float:
    return sum(_ARABIC.text_length(letter, 12) for letter in text)


def test_stop_that_the_data_has_first_stands_at_the_end(lines) -> None:
    word = "إضافية"
    assert lines((97, "."), (100, word)) == [word + "."]


def test_dash_stands_where_it_is_painted(lines) -> None:
    heading = "أولا    مقدمة"
    dash = 100 + _across("مقدمة") + 3
    # the data has the words together, the page has the dash between them
    assert lines((100, heading), (dash, "-")) == ["أولا - مقدمة"]


def test_number_that_the_data_has_last_stands_between_the_words(lines) -> None:
    space = "     "
    number = 100 + _across("المجلس") + 4
    found = lines((100, f"قرار{space * 3}المجلس"), (number, "15.25"))
    assert found == ["قرار 15.25 المجلس"]


def test_words_from_the_left_keep_their_order(lines) -> None:
    space = "     "
    words = 100 + _across("المجلس") + 4
    found = lines((100, f"قرار{space * 4}المجلس"), (words, "Draft text"))
    assert found == ["قرار Draft text المجلس"]


def test_line_of_words_from_the_left_is_left_alone(lines) -> None:
    (found,) = lines((100, "General: "), (148, "أمم "), (175, "Assembly"))
    assert "".join(found.split()) == "General:أممAssembly"


def test_pieces_of_a_row_are_one_line(lines) -> None:
    # as LibreOffice and Typst have them: each change of direction begins a line of the data
    words, last = "المجلس", "قرار"
    middle = 100 + _across(words) + 3
    year = middle + _LATIN.text_length("12", 12) + 3
    assert lines((year, last), (middle, "12"), (100, words)) == [f"{last} 12 {words}"]


def test_number_with_its_separators_runs_from_the_left(lines) -> None:
    words = "القرار"
    number = "2013/15"
    right = 100 + _LATIN.text_length(number, 12) + 4
    assert lines((right, words), (100, number)) == [f"{words} {number}"]


def test_slash_parts_numbers_in_word(lines) -> None:
    words = "القرار"
    right = 100 + _LATIN.text_length("2005/1591", 12) + 4
    found = lines((right, words), (100, "2005/1591"), creator="Microsoft® Word 2016")
    assert found == [f"{words} 1591/2005"]


def test_groups_of_digits_are_read_from_the_right(lines) -> None:
    words = "دولار"
    number = 100 + _across(words) + 3
    assert lines((number, "000 250 1"), (100, words)) == [f"1 250 000 {words}"]


def test_symbol_with_digits_at_both_ends_runs_from_the_left(lines) -> None:
    words = "الوثيقة"
    symbol = "A/HRC/12/L.3"
    right = 100 + _LATIN.text_length(symbol, 12) + 4
    assert lines((right, words), (97, "."), (100, symbol)) == [f"{words} {symbol}."]


def test_number_before_words_from_the_left_is_a_paragraphs(lines) -> None:
    first, words = "UNODC", "الأمانة"
    name = 100 + _across(words) + 3
    number = name + _LATIN.text_length(first, 12) + 3
    assert lines((number, "7"), (name, first), (100, words)) == [f"7 {first} {words}"]


def test_brackets_behind_words_from_the_left_run_with_them(lines) -> None:
    words, name = "الأمانة العامة", "WHO (2020)"
    right = 100 + _LATIN.text_length(name, 12) + 4
    assert lines((right, words), (100, name)) == [f"{words} {name}"]


def test_line_printed_over_another_stays_one_of_its_own(lines) -> None:
    header, *others = lines((102, "A/12/L.3"), (300, "x"), (100, "المجلس القرار"))
    assert header == "A/12/L.3"
    assert others


def _line(x: float, text: str, *more: dict) -> dict:
    """A line as the engine gives it, its letters five points wide."""
    chars = [
        {"c": sign, "origin": (x + 5 * at, 50.0), "bbox": (x + 5 * at, 40.0, x + 5 * at + 5, 52.0)}
        for at, sign in enumerate(text)
    ]
    box = (x, 40.0, x + 5 * len(text), 52.0)
    span = {"font": "Naskh", "size": 10.0, "flags": 0, "origin": (x, 50.0), "bbox": box, "chars": chars}
    end = max([box[2], *[other["bbox"][2] for other in more]])
    return {"dir": (1.0, 0.0), "bbox": (x, 40.0, end, 52.0), "spans": [span, *more]}


def test_slash_that_the_data_has_behind_stands_within_its_symbol() -> None:
    # the engine takes the room for the slash for a space
    (space,), (seven,) = _line(160, " ")["spans"], _line(165, "7")["spans"]
    space["chars"][0]["synthetic"] = True
    rows = [_line(100, "القرار المجلس"), _line(120, "CTX/2024", space, seven), _line(160, "/")]
    for row in rows[1:]:
        for span in row["spans"]:
            span["origin"] = (span["origin"][0], 90.0)
    (block,) = backwards.in_order([{"lines": rows}], list)
    assert ["".join([span["text"] for span in row["spans"]]) for row in block["lines"][1:]] == [
        "CTX/2024/7",
        "",
    ]


@pytest.mark.parametrize("signs", ["()", ")("])
def test_brackets_are_those_that_are_meant_or_seen(lines, signs) -> None:
    first, last = "الفقرة", "القرار"
    inner = 100 + _LATIN.text_length("(", 12)
    right = inner + _across(first)
    after = right + _LATIN.text_length(")", 12) + 4
    opening, closing = signs
    found = lines((after, last), (inner, first), (100, closing), (right, opening))
    assert found == [f"{last} ({first})"]


def test_strokes_that_lengthen_a_word_are_no_characters() -> None:
    span = {"font": "Naskh", "size": 10.0, "flags": 0}
    first, last = Atom("مق", 113, 120, BidiClass.BACK, span), Atom("رر", 100, 110, BidiClass.BACK, span)
    stroke = Atom("+", 110, 113, BidiClass.SIGN, span, unnamed=True)
    assert "".join([atom.text for atom in bidi.read([first, stroke, last])]) == "مقرر"
    plus = Atom("+", 110, 113, BidiClass.SIGN, span)
    assert "".join([atom.text for atom in bidi.read([first, plus, last])]) == "مق+رر"


def test_sign_that_keeps_letters_apart_stays_in_its_word() -> None:
    # LibreOffice gives it by other means than the font's table
    letters = [
        ("\u0645", 120.0, 125.0),
        ("\u06cc", 112.0, 120.0),
        ("\u200c", 112.0, 114.6),
        ("\u0631", 107.0, 112.0),
    ]
    chars = [{"c": sign, "origin": (x0, 50.0), "bbox": (x0, 40.0, x1, 52.0)} for sign, x0, x1 in letters]
    span = {"font": "Naskh", "size": 10.0, "flags": 0, "origin": (107.0, 50.0), "bbox": (107, 40, 125, 52)}
    line = {"dir": (1.0, 0.0), "bbox": (107.0, 40.0, 125.0, 52.0), "spans": [{**span, "chars": chars}]}
    fonts = {"Naskh": [FontMap(frozenset("\u0645\u06cc\u0631"), {})]}
    (block,) = backwards.in_order([{"lines": [line]}], list, fonts=fonts)
    assert block["lines"][0]["spans"][0]["text"] == "\u0645\u06cc\u200c\u0631"


def test_characters_that_a_font_names_are_those_of_its_table() -> None:
    pdf = pymupdf.open()
    page = pdf.new_page()
    page.insert_text((50, 50), "AB")
    table = pdf.get_new_xref()
    pdf.update_object(table, "<<>>")
    pdf.update_stream(table, b"1 beginbfchar\n<41> <0041>\nendbfchar")
    xref = page.get_fonts()[0][0]
    pdf.xref_set_key(xref, "ToUnicode", f"{table} 0 R")
    ((font,),) = named(page).values()
    assert font.names("A", 0.7)
    assert not font.names("B", 0.7)


def test_code_that_a_table_leaves_out_is_no_character_of_another_code() -> None:
    # the figure nought has code 1; code 0x30, which is a nought in other fonts, is that of a narrower glyph
    pdf = pymupdf.open()
    page = pdf.new_page()
    page.insert_text((50, 50), "0")
    table = pdf.get_new_xref()
    pdf.update_object(table, "<<>>")
    pdf.update_stream(table, b"1 beginbfchar\n<01> <0030>\nendbfchar")
    xref = page.get_fonts()[0][0]
    pdf.xref_set_key(xref, "ToUnicode", f"{table} 0 R")
    pdf.xref_set_key(xref, "FirstChar", "47")
    pdf.xref_set_key(xref, "Widths", "[572 270]")
    ((font,),) = named(page).values()
    assert font.names("0", 0.572)
    assert not font.names("0", 0.27)


def test_letters_of_a_ligature_keep_their_order() -> None:
    # "قلا" from left to right as painted, turned round by the engine: the alef has no width
    places = [("ق", 110.0, 120.0), ("ا", 110.0, 110.0), ("ل", 100.0, 110.0)]
    chars = [{"c": sign, "origin": (x0, 50.0), "bbox": (x0, 40.0, x1, 52.0)} for sign, x0, x1 in places]
    span = {"font": "Naskh", "size": 10.0, "flags": 0, "origin": (100.0, 50.0), "chars": chars}
    line = {
        "dir": (1.0, 0.0),
        "bbox": (100.0, 40.0, 120.0, 52.0),
        "spans": [{**span, "bbox": (100, 40, 120, 52)}],
    }
    trace = [{"chars": [(ord("ا"), -1, (100.0, 50.0))]}]
    (block,) = backwards.in_order([{"lines": [line]}], lambda: trace)
    assert "".join([span["text"] for span in block["lines"][0]["spans"]]) == "قلا"
    places = [(char["c"], char["bbox"][0]) for span in block["lines"][0]["spans"] for char in span["chars"]]
    assert places == [("ق", 110.0), ("ل", 105.0), ("ا", 100.0)]


def test_range_is_read_from_the_right_after_arabic_letters_and_from_the_left_after_hebrew_ones(lines) -> None:
    words = "المواد"
    number = 100 + _LATIN.text_length("30-5", 12) + 4
    assert lines((number, words), (100, "30-5")) == [f"{words} 5-30"]
    hebrew = "סעיפים"
    assert lines((number, hebrew), (100, "5-30")) == [f"{hebrew} 5-30"]


def test_what_stands_at_both_edges_of_a_page_is_no_line(lines) -> None:
    words = "الجمعية"
    assert lines((330, words), (40, "A/78/12")) == [words, "A/78/12"]


def test_letters_that_a_program_slants_keep_their_spaces_and_are_italic(tmp_path) -> None:
    pdf = pymupdf.open()
    page = pdf.new_page(width=400, height=200)
    writer = pymupdf.TextWriter(page.rect)
    last, first = "الجلسة", "رفعت"
    x = 100.0
    for letter in reversed(f"{first} {last}"):
        writer.append((x, 100), letter, font=_ARABIC, fontsize=12)
        x += _ARABIC.text_length(letter, 12)
    leaning = pymupdf.Matrix(1, 0, 0.33, 1, 0, 0)
    writer.write_text(page, morph=(pymupdf.Point(100, 100), leaning))
    pdf.save(tmp_path / "a.pdf")
    with Pdf(tmp_path / "a.pdf") as opened:
        (line,) = opened.text(1).lines
    assert unicodedata.normalize("NFKC", line.text) == f"{first} {last}"
    assert all(span.italic for span in line.spans)
