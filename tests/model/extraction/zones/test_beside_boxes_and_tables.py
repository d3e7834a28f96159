"""Numbers in the margin of a box, and what stands above a table without being its caption."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write


def test_the_number_of_a_paragraph_in_a_box_stands_in_the_margin(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "boxes.pdf")
    page = maker.page()
    write(page, 72, 72, "2 The law", 14, "bold")
    for at in range(4):
        write(page, 72, 96 + 40 * at, f"2.{at + 1}")
        body(page, 96 + 40 * at, 2, x=105)
    page.draw_rect((100, 256, 520, 320), color=None, fill=(0.88, 0.88, 0.88), width=0)
    write(page, 105, 274, "Recommendation 1.", 10, "bold")
    write(page, 72, 292, "2.5")
    body(page, 292, 2, x=105)
    write(page, 72, 350, "2.6")
    body(page, 350, 2, x=105)
    nodes = build(maker.rows())
    numbers = [node.number for node in nodes if node.kind is Kind.PARAGRAPH]
    assert numbers == ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6"]
    assert [node.number for node in nodes if node.kind is Kind.SECTION] == ["2", "1"]
    assert all(len(node.text) > 20 for node in nodes if node.kind is Kind.PARAGRAPH)


def _table(page: pymupdf.Page, top: float) -> None:
    lines = (
        ("Party", "Votes", "Share", "Seats"),
        ("Union", "412,118", "41.2", "48"),
        ("Green League", "301,004", "30.1", "35"),
        ("Others", "287,312", "28.7", "17"),
    )
    for at, cells in enumerate(lines):
        y = top + 16 * at
        for x, cell in zip((76, 246, 355, 446), cells, strict=True):
            write(page, x, y, cell, 9)
        rule(page, 72, 523, y + 5)


def test_an_annex_that_is_a_table_keeps_its_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annex.pdf")
    before = maker.page()
    body(before, 80, 39)
    write(before, 72, 80 + 14 * 39, "all of it in order.")
    page = maker.page()
    write(page, 72, 80, "ANNEX I: FINAL RESULTS", 10, "bold")
    _table(page, 102)
    nodes = build(maker.rows())
    assert [(node.number, node.text) for node in nodes if node.kind is Kind.SECTION] == [
        ("I", "ANNEX I: FINAL RESULTS")
    ]
    assert [node.text[:11] for node in nodes if node.kind is Kind.TABLE] == ["Party Votes"]


def test_a_table_that_its_office_calls_a_figure_is_a_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "figure.pdf")
    page = maker.page()
    body(page, 80, 6)
    write(page, 72, 180, "Figure 1 Results of the parties in all districts")
    _table(page, 202)
    body(page, 300, 12)
    (table,) = [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
    assert table.text.startswith("Figure 1 Results")
    assert [len(line) for line in table.extra["cells"]] == [1, 4, 4, 4, 4]


def test_tinted_recommendations_around_a_table_are_no_rows_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "responses.pdf")
    page = maker.page()
    body(page, 90, 6)
    y = 190.0
    asked = "The project should count the boats that come back, not those that leave the harbour."
    for number in range(1, 5):
        page.draw_rect((68, y, 527, y + 24), color=None, fill=(0.88, 0.94, 1), width=0)
        write(page, 72, y + 15, f"Recommendation {number}. {asked}", 9, "bold")
        write(page, 72, y + 40, "Management response:", 9, "bold")
        write(page, 200, y + 40, "Accepted. The count will be revised in spring.", 9)
        y += 56
        if number == 1:
            for x, text in zip((70, 240, 400), ("Key action", "Time frame", "Status"), strict=True):
                page.draw_rect((x, y, x + 125, y + 18), color=None, fill=(0.8, 0.8, 0.8), width=0)
                write(page, x + 4, y + 12, text, 9, "bold")
                write(page, x + 4, y + 30, {70: "Revise the count", 240: "June", 400: "Begun"}[x], 9)
            y += 48
    rows = maker.rows()
    table = " ".join(texts(rows, Zone.TABLE))
    assert "Management response" not in table
    assert "Recommendation" not in table
