"""Tables that are printed across the page."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, rule, write


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


def test_heads_that_run_up_stand_above_their_columns_and_labels_before_their_rows(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 40)
    page = maker.page()
    body(page, 90, 8)
    heads = ("Impact", "UNDP", "UNFPA", "FAO", "ILO", "WHO")
    for y in (250, 320, 410):
        rule(page, 72, 520, y)
    for at, head in enumerate(heads):
        page.insert_text((250 + 45 * at, 316), head, fontsize=9, rotate=90)
    page.insert_text((84, 370), "Office", fontsize=9, rotate=90)
    lines = ["aEEEEE", "bE E E", "aLLLLL", "d EEE "]
    for at, letters in enumerate(lines):
        write(page, 100, 336 + 20 * at, f"Recommendation {at + 1}", 9)
        for place, letter in enumerate(letters):
            write(page, 244 + 45 * place, 336 + 20 * at, letter.strip(), 9)
    (table,) = [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
    cells = table.extra["cells"]
    assert cells[0][-6:] == list(heads)
    assert cells[1][-7:] == ["Recommendation 1", "a", "E", "E", "E", "E", "E"]
    assert cells[2][-7:] == ["Recommendation 2", "b", "E", "", "E", "", "E"]
    assert cells[4][-6:] == ["Recommendation 4", "d", "", "E", "E", "E"]
    assert cells[2][0] == "Office"
