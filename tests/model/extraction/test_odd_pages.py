"""Pages that no printer would make: extraction neither fails nor slows down beyond their size."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from model.errors import NoTextLayer
from model.extraction import Extraction, extract
from model.reading.pdf import Pdf


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


@pytest.mark.parametrize("draw", [_one_letter, _outside, _only_signs, _tiny, _upside_down])
def test_odd_page_is_read(tmp_path: Path, draw: Callable[[pymupdf.Page], None]) -> None:
    found = _extracted(tmp_path / "odd.pdf", draw)
    assert found.nodes
    assert found.document.coverage > 0.99


def test_empty_pages_say_that_there_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer, match=r"empty\.pdf"):
        _extracted(tmp_path / "empty.pdf", _nothing, pages=3)


def _nothing(page: pymupdf.Page) -> None:
    page.draw_line((10, 10), (20, 20))


def _seconds(path: Path, draw: Callable[[pymupdf.Page], None]) -> float:
    """How long the extraction takes beyond the PDF engine's own reading."""
    with pymupdf.open() as made:
        draw(made.new_page())
        made.save(path)
    with Pdf(path) as pdf:
        start = time.process_time()
        pdf.text(1)
        reading = time.process_time() - start
        start = time.process_time()
        extract(pdf, _quiet)
        return time.process_time() - start - reading


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


@pytest.mark.parametrize("draw", [_rows, _word], ids=["tiny rows", "one long word"])
def test_time_grows_with_the_page_about_linearly(
    tmp_path: Path, draw: Callable[[int], Callable[[pymupdf.Page], None]]
) -> None:
    small = _seconds(tmp_path / "small.pdf", draw(2_000))
    large = _seconds(tmp_path / "large.pdf", draw(10_000))
    assert large < 12 * small + 1.0
