"""The words of pages from right to left, for selecting, copying and finding: as the extraction reads them."""

from __future__ import annotations

import pymupdf
import pytest

from model.folding import needle_of
from model.reading.pdf import Pdf

_ARABIC = pymupdf.Font(script=6)
_LATIN = pymupdf.Font("helv")
_FIRST, _NUMBER, _LAST = "القرار", "2013/15", "المجلس"


@pytest.fixture
def pdf(tmp_path):
    """A row with a number between two words, whose pieces the data has in the order of the page."""
    document = pymupdf.open()
    page = document.new_page(width=400, height=200)
    writer = pymupdf.TextWriter(page.rect)
    x = 100.0
    for text in (_LAST, " ", _NUMBER, " ", _FIRST):
        font = _LATIN if text.isascii() else _ARABIC
        for letter in text if font is _LATIN else reversed(text):
            writer.append((x, 100), letter, font=font, fontsize=12)
            x += font.text_length(letter, 12)
    writer.write_text(page)
    document.save(tmp_path / "a.pdf")
    with Pdf(tmp_path / "a.pdf") as opened:
        yield opened


def test_words_are_those_of_the_outline(pdf) -> None:
    (line,) = pdf.text(1).lines
    layer = pdf.layer(1)
    assert [word.text for word in layer.words] == [_FIRST, _NUMBER, _LAST] == line.text.split()
    assert layer.text(layer.start, layer.end) == f"{_FIRST} {_NUMBER} {_LAST}"


def test_edges_run_with_the_letters(pdf) -> None:
    first, number, last = pdf.layer(1).words
    assert list(first.edges) == sorted(first.edges, reverse=True)
    assert list(number.edges) == sorted(number.edges)
    assert last.x1 < number.x0 < number.x1 < first.x0


def test_stretch_of_the_outline_is_found_in_its_place(pdf) -> None:
    first, number, last = pdf.layer(1).words
    (hit,) = pdf.folded(1).find(needle_of(f"{_FIRST} {_NUMBER}"))
    (region,) = hit.regions
    assert (region.x0, region.x1) == pytest.approx((number.x0, first.x1), abs=0.01)
    (hit,) = pdf.folded(1).find(needle_of(_LAST))
    assert (hit.regions[0].x0, hit.regions[0].x1) == pytest.approx((last.x0, last.x1), abs=0.01)
