"""Pages that no printer would make: extraction neither fails nor slows down beyond their size."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from model.errors import NoTextLayer
from model.extraction.extract import Extraction, extract
from model.extraction.zones import contents
from model.reading.pdf import Pdf
from tests.calls import calls_of
from tests.model.extraction.test_structure import row


def _extracted(path: Path, draw: Callable[[pymupdf.Page], None], pages: int = 1) -> Extraction:
    with pymupdf.open() as made:
        for _ in range(pages):
            draw(made.new_page())
        made.save(path)
    with Pdf(path) as pdf:
        return extract(pdf, _quiet)


def _quiet(done: int, total: int) -> None:
    assert done <= total


def _one_letter(page: pymupdf.Page) -> None:
    page.insert_text((100, 100), "x")


def _outside(page: pymupdf.Page) -> None:
    page.insert_text((-400, -100), "Far out of the page")
    page.insert_text((100, 9000), "Below the page")
    page.insert_text((100, 100), "On the page")


def _only_signs(page: pymupdf.Page) -> None:
    page.insert_text((100, 100), "- - - -")
    page.insert_text((100, 200), "•")
    page.insert_text((100, 300), "1.")


def _tiny(page: pymupdf.Page) -> None:
    page.insert_text((100, 100), "Not to be seen", fontsize=0.01)
    page.insert_text((100, 200), "To be seen")


def _upside_down(page: pymupdf.Page) -> None:
    page.insert_text((100, 100), "From right to left, upside down", rotate=180)
    page.insert_text((100, 300), "Up the page", rotate=90)


def _like_its_number(page: pymupdf.Page) -> None:
    page.insert_text((100, 40), "On wells", fontname="hebo", fontsize=20)
    page.insert_text((100, 70), "The board has dug.")
    for at, heading in enumerate(("I. Introduction", "II. Rain")):
        page.insert_text((100, 100 + 60 * at), heading, fontname="hebo")
        page.insert_text((100, 130 + 60 * at), "The wells are dug by hand.")


@pytest.mark.parametrize("draw", [_one_letter, _outside, _only_signs, _tiny, _upside_down, _like_its_number])
def test_odd_page_is_read(tmp_path: Path, draw: Callable[[pymupdf.Page], None]) -> None:
    found = _extracted(tmp_path / "odd.pdf", draw)
    assert found.nodes
    assert found.document.coverage > 0.99


def test_empty_pages_say_that_there_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer, match=r"empty\.pdf"):
        _extracted(tmp_path / "empty.pdf", _nothing, pages=3)


def _nothing(page: pymupdf.Page) -> None:
    page.draw_line((10, 10), (20, 20))


def _calls(path: Path, draw: Callable[[pymupdf.Page], None]) -> int:
    """How many calls the extraction of a page takes."""
    with pymupdf.open() as made:
        draw(made.new_page())
        made.save(path)
    with Pdf(path) as pdf:
        return calls_of(lambda: extract(pdf, _quiet))


def _rows(count: int) -> Callable[[pymupdf.Page], None]:
    def draw(page: pymupdf.Page) -> None:
        writer = pymupdf.TextWriter(page.rect)
        for at in range(count):
            writer.append((20 + 50 * (at % 10), 20 + 0.78 * (at // 10)), f"{at}.", fontsize=1)
        writer.write_text(page)

    return draw


def _word(count: int) -> Callable[[pymupdf.Page], None]:
    def draw(page: pymupdf.Page) -> None:
        page.insert_text((20, 100), "w" * count, fontsize=1)

    return draw


def _text(count: int) -> Callable[[pymupdf.Page], None]:
    def draw(page: pymupdf.Page) -> None:
        writer = pymupdf.TextWriter(page.rect)
        for at in range(count // 6):
            writer.append(
                (20, 20 + 1.5 * at), "States should report on the steps that they took.", fontsize=1
            )
        writer.write_text(page)

    return draw


@pytest.mark.parametrize("draw", [_rows, _text, _word], ids=["tiny rows", "long text", "one long word"])
def test_work_grows_with_the_page_about_linearly(
    tmp_path: Path, draw: Callable[[int], Callable[[pymupdf.Page], None]]
) -> None:
    _calls(tmp_path / "first.pdf", draw(100))  # tables of words are made once
    half = _calls(tmp_path / "half.pdf", draw(1_500))
    whole = _calls(tmp_path / "whole.pdf", draw(3_000))
    assert whole < 2.3 * half


def test_work_grows_linearly_with_headings_of_contents_that_list_nothing() -> None:
    def calls(pages: int) -> int:
        rows = [
            row(text, y, page=page)
            for page in range(1, pages + 1)
            for y, text in ((40.0, "Contents"), (60.0, f"The wells of district {page}"))
        ]
        return calls_of(lambda: contents.marked(rows, itertools.count(1)))

    assert calls(200) < 2.3 * calls(100)
