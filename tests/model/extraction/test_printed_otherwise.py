"""A report printed smaller, larger, on pages that lie on their sides or in wavering sizes: one outline."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

import resources
from model.extraction.extract import extract
from model.extraction.scale import scale_of
from model.extraction.structure import build
from model.nodes import Kind, Node
from model.reading.pdf import Pdf
from tests.model.extraction.zones.pages import LOREM, Maker, write


@pytest.fixture
def sample() -> pymupdf.Document:
    return pymupdf.open("pdf", resources.read_bytes("sample", "report.pdf"))


def _printed(source: pymupdf.Document, path: Path, scale: float = 1, turn: int = 0) -> list[Node]:
    """The nodes of a report, its pages printed this many times as large, and held this many degrees
    turned."""
    copy = pymupdf.open()
    for page in source:
        size = [scale * side for side in (page.rect.width, page.rect.height)]
        width, height = size[::-1] if turn % 180 else size
        printed = copy.new_page(width=width, height=height)
        printed.show_pdf_page(printed.rect, source, page.number, rotate=turn)
        printed.set_rotation(turn)
    copy.save(path)
    with Pdf(path) as pdf:
        return extract(pdf, lambda _done, _all: None).nodes


def _told(nodes: list[Node]) -> list[object]:
    return [
        (node.kind, node.level, node.number, node.text, node.extra.get("cells"), node.extra.get("marks"))
        for node in nodes
    ]


@pytest.mark.parametrize("scale", [0.6, 1.6, 3])
def test_a_report_printed_at_another_scale_has_the_same_outline_in_proportion(tmp_path, sample, scale):
    usual = _printed(sample, tmp_path / "usual.pdf")
    printed = _printed(sample, tmp_path / "other.pdf", scale)
    assert _told(printed) == _told(usual)
    for one, other in zip(usual, printed, strict=True):
        expected = [(page, *(scale * at for at in box)) for page, *box in one.anchor.regions]
        assert list(other.anchor.regions) == [pytest.approx(region, abs=0.1) for region in expected]


def test_usual_sizes_and_what_is_no_running_text_stay_as_they_are():
    assert [scale_of(size) for size in (9, 10.5, 12, 1, 200)] == [1] * 5
    assert scale_of(16) == pytest.approx(0.625)
    assert scale_of(8) == pytest.approx(1.25)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_report_on_turned_pages_has_the_same_outline(tmp_path, sample, turn):
    usual = _printed(sample, tmp_path / "usual.pdf")
    assert _told(_printed(sample, tmp_path / "other.pdf", turn=turn)) == _told(usual)


def test_headings_in_sizes_that_differ_by_too_little_to_be_seen_are_set_alike(tmp_path):
    maker = Maker(tmp_path / "report.pdf")
    headings = iter(
        ["North", "Oaks", "Trout", "East", "Pines", "Eels", "South", "Elms", "Carp", "West", "Firs", "Pike"]
    )
    for number in range(4):
        page, down = maker.page(), 100 + 23 * number
        write(page, 72, down, next(headings), 15, "bold")
        for by in (1.01, 0.985):
            write(page, 72, down + 30, next(headings), by * 11.3, "bold")
            for row in range(8):
                write(page, 72, down + 50 + 12 * row, LOREM)
            down += 160
    nodes = build(maker.rows())
    assert [node.level for node in nodes if node.kind is Kind.SECTION] == [1, 2, 2] * 4
