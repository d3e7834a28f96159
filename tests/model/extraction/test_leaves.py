"""Two pages of a report on one page of the PDF, side by side: each half is read as a page of its own."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

import resources
from model.extraction.extract import extract
from model.extraction.spreads import gutters
from model.nodes import Kind, Node
from model.reading.pdf import Pdf
from model.reading.text import PageText
from tests.model.extraction.zones.pages import body, write


@pytest.fixture(scope="module")
def sample() -> pymupdf.Document:
    return pymupdf.open("pdf", resources.read_bytes("sample", "report.pdf"))


def _nodes(pdf: pymupdf.Document, path: Path) -> list[Node]:
    pdf.save(path)
    with Pdf(path) as opened:
        return extract(opened, lambda _done, _all: None).nodes


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory, sample: pymupdf.Document) -> list[Node]:
    return _nodes(sample, tmp_path_factory.mktemp("usual") / "usual.pdf")


def _sheets(
    source: pymupdf.Document, scale: float = 1.0, cover: bool = False, turn: int = 0, backwards: bool = False
) -> pymupdf.Document:
    """Two pages on each sheet, after a cover of one page, or the right one first."""
    sheets = pymupdf.open()
    width, height = (scale * side for side in (source[0].rect.width, source[0].rect.height))
    size = (height, 2 * width) if turn % 180 else (2 * width, height)
    sheet = sheets.new_page(width=width, height=height) if cover else None
    for number in range(len(source)):
        second = (number + cover) % 2
        if sheet is None or (not second and number):
            sheet = sheets.new_page(width=size[0], height=size[1])
            sheet.set_rotation(turn)
        left = 0.0 if len(sheets) == 1 and cover else width * (second ^ backwards)
        place = pymupdf.Rect(left, 0, left + width, height) * sheet.derotation_matrix
        sheet.show_pdf_page(place, source, number, rotate=turn)
    return sheets


def _told(nodes: list[Node]) -> list[object]:
    return [(n.kind, n.level, n.number, n.text, n.extra.get("cells"), n.extra.get("marks")) for n in nodes]


@pytest.mark.parametrize(
    "how", [{}, {"scale": 0.7}, {"cover": True}, {"turn": 90}, {"backwards": True}], ids=str
)
def test_two_pages_on_a_sheet_have_the_outline_of_the_pages(tmp_path, sample, usual, how):
    assert _told(_nodes(_sheets(sample, **how), tmp_path / "sheets.pdf")) == _told(usual)


def test_entries_stand_in_the_halves_of_their_sheets(tmp_path, sample, usual):
    width = sample[0].rect.width
    for one, two in zip(usual, _nodes(_sheets(sample), tmp_path / "sheets.pdf"), strict=True):
        expected = [
            ((page + 1) // 2, x0 + width * (1 - page % 2), y0, x1 + width * (1 - page % 2), y1)
            for page, x0, y0, x1, y1 in one.anchor.regions
        ]
        assert list(two.anchor.regions) == [pytest.approx(region, abs=0.1) for region in expected]


def test_entries_stand_where_they_are_on_sheets_that_lie_on_their_sides(tmp_path, sample):
    nodes = _nodes(_sheets(sample, turn=90), tmp_path / "sheets.pdf")
    with pymupdf.open(tmp_path / "sheets.pdf") as pdf:
        for node in nodes:
            if node.kind is Kind.SECTION:
                page, x0, y0, x1, y1 = node.anchor.regions[0]
                sheet = pdf[page - 1]
                sheet.set_rotation(0)
                assert node.text.split()[0] in sheet.get_textbox((x0 - 2, y0 - 2, x1 + 2, y1 + 2))


def _wide(path: Path, left: float, right: float, width: float) -> list[PageText]:
    """Three wide pages with text at two places, each with one number."""
    pdf = pymupdf.open()
    for number in range(3):
        page = pdf.new_page(width=width, height=842)
        for x in (left, right):
            body(page, 90, 40, x)
        write(page, width - 60, 810, str(number + 1))
    pdf.save(path)
    with Pdf(path) as opened:
        return [*opened.texts()]


def test_columns_of_a_wide_page_are_no_pages(tmp_path):
    assert gutters(_wide(tmp_path / "wide.pdf", 40, 550, 1060)) is None


def test_pages_with_other_numbers_are_told_by_the_margins_between_them(tmp_path):
    pages = [
        page._replace(lines=page.lines[:-1]) for page in _wide(tmp_path / "wide.pdf", 72, 667, 1190)
    ]  # without the sheets' numbers
    assert gutters(pages) == ([595, 595, 595], False)


def test_the_same_number_in_both_columns_counts_one_page(tmp_path):
    pdf = pymupdf.open()
    for number in range(4):
        page = pdf.new_page(width=1060, height=842)
        for x in (40, 550):
            write(page, x, 50, "Report on ports")
            body(page, 90, 40, x)
            write(page, x + 200, 810, str(number + 1))
    pdf.save(tmp_path / "wide.pdf")
    with Pdf(tmp_path / "wide.pdf") as opened:
        assert gutters([*opened.texts()]) is None
