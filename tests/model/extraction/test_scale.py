"""The same report printed smaller or larger has the same outline, at places in proportion."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

import resources
from model.extraction import extract
from model.extraction.scale import scale_of
from model.nodes import Kind, Node
from model.reading.pdf import Pdf


def _printed(folder: Path, scale: float) -> list[Node]:
    """The nodes of the sample report, its pages printed so many times as large."""
    path = folder / f"{scale}.pdf"
    with (
        resources.path("sample", "report.pdf") as report,
        pymupdf.open(report) as sample,
        pymupdf.open() as copy,
    ):
        for page in sample:
            width, height = scale * page.rect.width, scale * page.rect.height
            printed = copy.new_page(width=width, height=height)
            printed.show_pdf_page(printed.rect, sample, page.number)
        copy.save(path)
    with Pdf(path) as pdf:
        nodes = extract(pdf, lambda _done, _all: None).nodes
    return [node for node in nodes if node.kind is not Kind.FURNITURE]


@pytest.mark.parametrize("scale", [0.6, 1.6, 3])
def test_a_report_printed_at_another_scale_has_the_same_outline(tmp_path, scale):
    usual, printed = _printed(tmp_path, 1), _printed(tmp_path, scale)
    assert [(node.kind, node.level, node.number, node.text) for node in printed] == [
        (node.kind, node.level, node.number, node.text) for node in usual
    ]
    for one, other in zip(usual, printed, strict=True):
        expected = [(page, *(scale * at for at in box)) for page, *box in one.anchor.regions]
        assert list(other.anchor.regions) == [pytest.approx(region, abs=0.1) for region in expected]


def test_usual_sizes_and_what_is_no_running_text_stay_as_they_are():
    assert [scale_of(size) for size in (9, 10.5, 12, 1, 200)] == [1] * 5
    assert scale_of(16) == pytest.approx(0.625)
    assert scale_of(8) == pytest.approx(1.25)
