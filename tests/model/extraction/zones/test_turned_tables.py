"""Tables that are printed across the page."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body


@pytest.mark.parametrize("rotate", [90, 270])
def test_table_printed_across_the_page_is_one_with_its_cells(tmp_path: Path, rotate: int) -> None:
    sheet = pymupdf.open()
    drawn = sheet.new_page(width=680, height=430)
    drawn.insert_text((20, 30), "Table 1. Livestock by province, thousands", fontsize=10)
    for at in range(18):
        cells = (
            ["Province", "Cattle", "Sheep", "Goats"]
            if not at
            else [f"Province {at}", "212", f"{at}31", "1,987"]
        )
        for place, text in enumerate(cells):
            drawn.insert_text((24 + 150 * place, 60 + 20 * at), text, fontsize=9)
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 40)
    maker.page().show_pdf_page(pymupdf.Rect(80, 80, 510, 760), sheet, 0, rotate=rotate)
    body(maker.page(), 90, 40)
    rows = maker.rows()
    assert {row.zone for row in rows if row.page == 2} == {Zone.TABLE}
    (table,) = [node for node in build(rows) if node.kind is Kind.TABLE]
    assert table.extra["cells"][:3] == [
        ["Table 1. Livestock by province, thousands"], ["Province", "Cattle", "Sheep", "Goats"],
        ["Province 1", "212", "131", "1,987"],
    ]  # fmt: skip
