"""Recognized words are selected, copied and found on a page as its own are."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.folding import needle_of
from model.reading.pdf import Pdf
from model.recognized import RecognizedLine, RecognizedPage, as_json, from_json

_LINES = (
    RecognizedLine("Keepers of lights report", 72, 100, 300, 114),
    RecognizedLine("to the harbour master.", 72, 116, 280, 130),
)


@pytest.fixture
def pdf(tmp_path: Path):
    """A page with a stamp of its own at its top."""
    path = tmp_path / "a.pdf"
    with pymupdf.open() as made:
        made.new_page(width=600, height=800).insert_text((72, 40), "Held by the Library", fontsize=8)
        made.save(path)
    with Pdf(path) as opened:
        yield opened


def _page(rotation: int = 0, alone: bool = False) -> RecognizedPage:
    return RecognizedPage(1, rotation, alone, _LINES)


def test_they_stand_in_order_behind_the_page_s_own(pdf: Pdf) -> None:
    layer = pdf.layer(1, _page())
    assert layer.text(layer.start, layer.end).split() == [
        "Held", "by", "the", "Library", "Keepers", "of", "lights", "report", "to", "the", "harbour", "master."
    ]  # fmt: skip
    word = next(word for word in layer.words if word.text == "harbour")
    assert len(word.edges) == len("harbour") + 1
    assert 72 < word.x0 < word.x1 < 280
    assert (word.y0, word.y1) == (116, 130)
    assert word.upright


def test_text_that_shows_other_words_than_the_page_is_left_out(pdf: Pdf) -> None:
    assert [word.text for word in pdf.layer(1, _page(alone=True)).words][:2] == ["Keepers", "of"]
    assert not list(pdf.folded(1, _page(alone=True)).find(needle_of("library")))


def test_they_are_found_over_the_end_of_a_line(pdf: Pdf) -> None:
    (hit,) = pdf.folded(1, _page()).find(needle_of("Report to"))
    above, below = hit.regions
    assert (above.y0, below.y0) == (100, 116)
    assert below.x0 == 72
    assert list(pdf.folded(1, _page()).find(needle_of("library")))
    assert not list(pdf.folded(1).find(needle_of("harbour")))


def test_on_a_page_that_lies_on_its_side_they_run_along_it(pdf: Pdf) -> None:
    """Turned clockwise by 90 degrees its lines stand upright: on the page they run up."""
    words = pdf.layer(1, _page(90, alone=True)).words
    assert [word.text for word in words][:4] == ["Keepers", "of", "lights", "report"]
    keepers, report = words[0], words[3]
    assert not keepers.upright
    assert keepers.edges[0] == keepers.y1 == 800 - 72
    assert keepers.y0 > report.y1
    assert (keepers.x0, keepers.x1) == (100, 114)
    (hit,) = pdf.folded(1, _page(90, alone=True)).find(needle_of("keepers"))
    assert hit.regions[0].y1 == pytest.approx(800 - 72)


def test_they_come_back_as_they_were_kept() -> None:
    pages = [_page(), RecognizedPage(3, 270, True, _LINES[:1])]
    assert list(from_json(as_json(pages)).values()) == pages
    assert as_json([]) == ""
    assert from_json("") == {}
