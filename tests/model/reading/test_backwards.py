"""Reading: lines from right to left whose signs and digits come from another font."""

from __future__ import annotations

import unicodedata

import pymupdf
import pytest

from model.reading.pdf import Pdf

_ARABIC = pymupdf.Font(script=6)
_LATIN = pymupdf.Font("helv")


@pytest.fixture
def lines(tmp_path):
    """What is read of one line: pieces of text with the left edge of each, in the order of the data."""

    def read(*pieces: tuple[float, str]) -> list[str]:
        pdf = pymupdf.open()
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
