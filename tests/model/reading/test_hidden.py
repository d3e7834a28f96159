"""Text that a scanner's program laid, unseen, over the picture of a page."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.extract import extract
from model.reading.pdf import Pdf

_SENTENCES = (
    "The harbour board met twice in the year and heard the pilots on the state of every light.",
    "It found that half of the buoys had been moved by the ice of the winter before this one.",
    "The masters of the ferries asked for deeper channels, and the board took note of that wish.",
)
# Text, place, size and face; recognition tells words and places alone.
_ROWS = [
    ("Lights in the harbours", 72, 90, 14, "tibo"),
    *[(_SENTENCES[at % 3], 72, 120 + 14 * at, 10, "tiro") for at in range(9)],
    ("Depths of channels", 72, 264, 10, "tibo"),
    *[(_SENTENCES[at % 3], 72, 290 + 14 * at, 10, "tiro") for at in range(9)],
]


def _scanned(path: Path, render_mode: int = 3) -> Path:
    """A page's picture with its words, each row in a size of its own, hidden or drawn over it."""
    with pymupdf.open() as printed, pymupdf.open() as scan:
        page = printed.new_page()
        for text, x, y, size, face in _ROWS:
            page.insert_text((x, y), text, fontsize=size, fontname=face)
        picture = page.get_pixmap(dpi=200, colorspace=pymupdf.csGRAY)
        laid = scan.new_page()
        laid.insert_image(laid.rect, pixmap=picture)
        for at, (text, x, y, size, face) in enumerate(_ROWS):
            width = pymupdf.get_text_length(text, face, size)
            guessed = size * (0.85, 1.1, 1.0)[at % 3]
            scale = width / pymupdf.get_text_length(text, "helv", guessed)
            point = pymupdf.Point(x, y)
            laid.insert_text(
                point, text, fontsize=guessed, fontname="helv", render_mode=render_mode,
                morph=(point, pymupdf.Matrix(scale, 1)),
            )  # fmt: skip
        scan.save(path)
    return path


def test_the_picture_tells_which_rows_are_bold_and_how_large_they_are(tmp_path: Path) -> None:
    with Pdf(_scanned(tmp_path / "scan.pdf")) as pdf:
        lines = pdf.text(1).lines
    told = {line.text.strip(): (line.spans[0].bold, line.spans[0].size) for line in lines}
    assert told["Lights in the harbours"] == (True, pytest.approx(14, abs=1.5))
    assert told["Depths of channels"] == (True, pytest.approx(10, abs=0.3))
    assert {told[text][0] for text in _SENTENCES} == {False}
    assert all(told[text][1] == pytest.approx(10, abs=0.3) for text in _SENTENCES)


def test_the_words_of_a_stretched_line_are_one_line_and_cells_are_not(tmp_path: Path) -> None:
    words = [("The", 72), ("harbour", 96), ("board", 136), ("met", 210)]  # the last one in another cell
    with pymupdf.open(_scanned(tmp_path / "scan.pdf")) as scan:
        for text, x in words:
            scan[0].insert_text((x, 700), text, fontsize=10, fontname="tiro", render_mode=3)
        scan.save(tmp_path / "stretched.pdf")
    with Pdf(tmp_path / "stretched.pdf") as pdf:
        lines = [line.text.split() for line in pdf.text(1).lines if line.spans[0].baseline > 650]
    assert lines == [["The", "harbour", "board"], ["met"]]


def test_headings_of_a_scan_with_hidden_words_are_found(tmp_path: Path) -> None:
    with Pdf(_scanned(tmp_path / "scan.pdf")) as pdf:
        nodes = extract(pdf, lambda done, total: None).nodes
    headings = [node.text for node in nodes if node.kind.value in ("title", "section")]
    assert headings == ["Lights in the harbours", "Depths of channels"]


def test_words_that_are_drawn_in_sizes_of_their_own_are_recognized_ones_too(tmp_path: Path) -> None:
    with Pdf(_scanned(tmp_path / "under.pdf", render_mode=0)) as pdf:
        lines = pdf.text(1).lines
    assert len({span.size for line in lines for span in line.spans}) == 2


def test_words_that_are_printed_over_a_picture_keep_their_type(tmp_path: Path) -> None:
    with pymupdf.open() as poster:
        page = poster.new_page()
        page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 8, 8), 0))
        for text, x, y, size, face in _ROWS:
            page.insert_text((x, y), text, fontsize=size, fontname=face, color=(1, 1, 1))
        poster.save(tmp_path / "poster.pdf")
    with Pdf(tmp_path / "poster.pdf") as pdf:
        lines = pdf.text(1).lines
    assert {line.spans[0].size for line in lines} == {10, 14}
    assert [line.text for line in lines if line.spans[0].bold] == [
        "Lights in the harbours",
        "Depths of channels",
    ]


def test_the_words_of_a_page_laid_askew_are_levelled_and_found_where_they_stand(tmp_path: Path) -> None:
    """Each word has its own place, as recognition writes it."""
    with pymupdf.open() as scan:
        page = scan.new_page()
        grey = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 8, 8), 0)
        grey.clear_with(250)
        page.insert_image(page.rect, pixmap=grey, keep_proportion=False)
        for row in range(12):
            x = 72.0
            for word in _SENTENCES[row % 3].split()[:12]:
                down = 0.01 * (x - 72)
                page.insert_text(
                    (x, 120 + 14 * row + down), word, fontsize=10, fontname="cour", render_mode=3
                )
                x += 6 * len(word) + 6
        scan.save(tmp_path / "askew.pdf")
    with Pdf(tmp_path / "askew.pdf") as pdf:
        text = pdf.text(1)
        nodes = extract(pdf, lambda done, total: None).nodes
    assert text.lean is not None
    assert text.lean.slope == pytest.approx(0.01, abs=0.001)
    heights = [[span.baseline for span in line.spans] for line in text.lines]
    assert len(heights) == 12
    assert all(max(row) - min(row) < 0.6 for row in heights)
    regions = [region for node in nodes for region in node.anchor.regions]
    assert min(region.y0 for region in regions) < 115  # where the first words stand on the page itself


def test_two_spaces_behind_a_sentence_do_not_part_a_typewritten_row(tmp_path: Path) -> None:
    with pymupdf.open() as scan:
        page = scan.new_page()
        page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 8, 8), 0))
        for row in range(6):
            for x, text in ((72, "The board met."), (186, "It heard the pilots."), (420, "Nine")):
                page.insert_text((x, 500 + 24 * row), text, fontsize=12, fontname="cour", render_mode=3)
        scan.save(tmp_path / "typed.pdf")
    with Pdf(tmp_path / "typed.pdf") as pdf:
        rows = [line.text for line in pdf.text(1).lines]
    assert rows == ["The board met. It heard the pilots.", "Nine"] * 6


def test_a_number_stands_in_the_row_beside_which_it_was_read_too_high(tmp_path: Path) -> None:
    with pymupdf.open(_scanned(tmp_path / "scan.pdf")) as scan:
        scan[0].insert_text((50, 500), "3.", fontsize=10, fontname="tiro", render_mode=3)
        scan[0].insert_text((72, 502.8), _SENTENCES[0], fontsize=10, fontname="tiro", render_mode=3)
        scan.save(tmp_path / "high.pdf")
    with Pdf(tmp_path / "high.pdf") as pdf:
        rows = {round(line.spans[0].baseline, 1) for line in pdf.text(1).lines if line.spans[0].y1 > 480}
    assert len(rows) == 1
