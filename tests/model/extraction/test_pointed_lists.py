"""Lists counted ".1", ".2", as maritime law counts them at every depth."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, write


def _entry(page: pymupdf.Page, x: float, y: float, number: str, text: str) -> None:
    write(page, x, y, number)
    write(page, x + 28, y, text)


@pytest.mark.parametrize("lead", ["The Committee took the following action:", "Le Comité a décidé de :"])
def test_entries_counted_behind_a_point_are_items_at_their_depth(tmp_path: Path, lead: str) -> None:
    maker = Maker(tmp_path / "points.pdf")
    page = maker.page()
    _entry(page, 72, 80, "2.1", "The Committee noted the outcome of the other bodies and what they had said")
    write(page, 72, 94, "about its work in the two years before.")
    _entry(page, 72, 122, "2.2", lead)
    _entry(page, 100, 150, ".1", "endorsed the guidance on remote surveys;")
    _entry(page, 100, 178, ".2", "concurred with the terms of reference; and")
    _entry(page, 100, 206, ".3", "instructed the Sub-Committee to:")
    _entry(page, 128, 234, ".1", "review the guidelines; and")
    _entry(page, 128, 262, ".2", "report on them.")
    _entry(
        page, 72, 290, "2.3", "The Committee agreed to return to the matter when the group had finished it"
    )
    write(page, 72, 304, "and had said what it found.")
    body(maker.page(), 80, 30)
    found = [node for node in build(maker.rows()) if node.kind is not Kind.FURNITURE and node.number]
    assert [(node.kind, node.number, node.level) for node in found] == [
        (Kind.PARAGRAPH, "2.1", None),
        (Kind.PARAGRAPH, "2.2", None),
        (Kind.ITEM, "1", 1),
        (Kind.ITEM, "2", 1),
        (Kind.ITEM, "3", 1),
        (Kind.ITEM, "1", 2),
        (Kind.ITEM, "2", 2),
        (Kind.PARAGRAPH, "2.3", None),
    ]
