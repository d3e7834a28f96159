"""Reports whose file does not tell which letters are bold or in italics: what is drawn does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from model.extraction.extract import extract
from model.nodes import Kind
from model.reading.pdf import Pdf

TEXT = "The committee heard its members on the state of the harbours and asked for figures on each of them,"
HEADS = ("State of the harbours", "Figures that were asked for", "Closing of the meeting")
# Styles as fonts in the Compact Font Format say them, and what says nothing: words of their names, the number
# of the standard word for their weight, the angle of italics.
_SAID = {
    b"Bold": b"Text",
    b"Italic": b"Letter",
    b"\xf8\x14\x04": b"\xf8\x18\x04",
    b"\x1e\xe1Z_\x0c\x02": b"\x1e\x00\x00\x0f\x0c\x02",
}
Setter = Callable[[pymupdf.Page, float, str], None]


def _nameless(page: pymupdf.Page, name: str, face: str) -> None:
    """Embeds a font that says nothing of its style."""
    buffer = bytes(pymupdf.Font(face).buffer)
    for said, other in _SAID.items():
        buffer = buffer.replace(said, other)
    page.insert_font(fontname=name, fontbuffer=buffer)


def _report(path: Path, head: Setter) -> list[str]:
    """The headings of a report in nameless fonts, R for the text, B and I the others."""
    pdf = pymupdf.open()
    page = pdf.new_page()
    for name, face in (("R", "tiro"), ("B", "tibo"), ("I", "tiit")):
        _nameless(page, name, face)
    y = 80.0
    for words in HEADS:
        head(page, y, words)
        for _ in range(6):
            y += 14
            page.insert_text((72, y), TEXT, fontsize=10, fontname="R")
        y += 24
    pdf.save(path)
    with Pdf(path) as opened:
        nodes = extract(opened, lambda done, total: None).nodes
    return [node.text for node in nodes if node.kind is Kind.SECTION]


def _in(font: str) -> Setter:
    return lambda page, y, words: page.insert_text((72, y), words, fontsize=10, fontname=font)


def _with_edges(page: pymupdf.Page, y: float, words: str) -> None:
    page.insert_text((72, y), words, fontsize=10, fontname="R", render_mode=2, border_width=0.04)


def _twice(page: pymupdf.Page, y: float, words: str) -> None:
    for x in (72, 72.3):
        page.insert_text((x, y), words, fontsize=10, fontname="R")


def _word_by_word(page: pymupdf.Page, y: float, words: str) -> None:
    x, font = 72.0, pymupdf.Font("tiro")
    for word in words.split():
        for across in (x, x + 0.3):
            page.insert_text((across, y), word + " ", fontsize=10, fontname="R")
        x += font.text_length(word + " ", 10)


def _leaning(page: pymupdf.Page, y: float, words: str) -> None:
    lean = pymupdf.Matrix(1, 0, 0.3, 1, 0, 0)
    page.insert_text((72, y), words, fontsize=10, fontname="R", morph=(pymupdf.Point(72, y), lean))


@pytest.mark.parametrize(
    "head", [_in("B"), _in("I"), _with_edges, _twice, _word_by_word, _leaning],
    ids=["bold", "italic", "edges", "twice", "words", "leaning"],
)  # fmt: skip
def test_headings_are_told_by_what_is_drawn(tmp_path: Path, head: Setter) -> None:
    assert _report(tmp_path / "a.pdf", head) == list(HEADS)


def test_text_that_looks_alike_heads_nothing(tmp_path: Path) -> None:
    assert _report(tmp_path / "a.pdf", _in("R")) == []
