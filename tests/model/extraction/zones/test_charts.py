"""Figures drawn in lines: bars on an axis, maps in curves."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write


def _bars(page: pymupdf.Page, top: float) -> None:
    """A chart of five bars on an axis, 110 points high, with a year below each."""
    foot = top + 100
    page.draw_line((90, top), (90, foot), width=0.5)
    page.draw_line((90, foot), (420, foot), width=0.5)
    for at in range(5):
        x = 110 + 60 * at
        page.draw_polyline([(x, foot), (x, top + 20 + 9 * at), (x + 30, top + 20 + 9 * at), (x + 30, foot)])
        write(page, x + 5, foot + 10, str(2018 + at), 7)


def _map(page: pymupdf.Page, top: float) -> None:
    page.draw_bezier((100, top), (200, top - 30), (300, top + 90), (420, top + 60))
    page.draw_bezier((100, top), (150, top + 90), (300, top + 140), (420, top + 60))
    for at in range(6):
        write(page, 110 + 45 * at, top + 15 + 12 * at, f"{WORDS[at]} county".title(), 7)


def test_text_between_the_axes_of_two_charts_is_no_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 8)
    for at, top in enumerate((230, 440)):
        write(page, 72, top - 12, f"Figure {at + 1}: Cases heard by the courts")
        _bars(page, top)
        body(page, top + 140, 3, text=f"In part {at} the courts heard more cases than the year before")
    rows = maker.rows()
    assert not texts(rows, Zone.TABLE)
    assert len([text for text in texts(rows, Zone.BODY) if text.startswith("In part")]) == 6
    assert "2018 2019 2020 2021 2022" in texts(rows, Zone.FIGURE)


def test_labels_of_a_map_drawn_in_curves_belong_to_the_caption_below_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 8)
    _map(page, 230)
    write(page, 72, 350, "Figure 1: Where the services are")
    body(page, 390, 8)
    rows = maker.rows()
    assert texts(rows, Zone.FIGURE) == [
        "Figure 1: Where the services are",
        *[f"{WORDS[at]} county".title() for at in range(6)],
    ]


def test_a_caption_that_reaches_a_little_into_the_next_column_is_read(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for x in (72, 310):
        body(page, 90, 8, x, text="The committee took note of its report")
        body(page, 400, 8, x, text="The board heard the courts about it")
    _bars(page, 230)
    write(page, 90, 355, "Figure 1: Cases heard by the courts of the north and the west")
    rows = maker.rows()
    assert "2018 2019 2020 2021 2022" in texts(rows, Zone.FIGURE)
    assert any("Figure 1" in text for text in texts(rows, Zone.FIGURE))


def test_a_heading_whose_number_stands_apart_is_none_of_the_chart_above(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 8)
    write(page, 72, 218, "Figure 1: Cases heard by the courts")
    _bars(page, 230)
    write(page, 50, 380, "V.", 12, "bold")
    write(page, 76, 380, "Recommendations", 12, "bold")
    body(page, 410, 20)
    rows = maker.rows()
    assert "V. Recommendations" in texts(rows, Zone.BODY)
    assert "2018 2019 2020 2021 2022" in texts(rows, Zone.FIGURE)


def test_a_chart_ends_above_a_heading_and_above_text_with_a_heading_in_the_margin(tmp_path: Path) -> None:
    for bold in (True, False):
        maker = Maker(tmp_path / f"{bold}.pdf")
        page = maker.page()
        body(page, 90, 8, 90)
        write(page, 90, 218, "Figure 1: Cases heard by the courts")
        _bars(page, 230)
        if bold:
            write(page, 90, 380, "2.3 Effects", 11, "bold")
        write(page, 20, 400, "Soil and crops", 8, "bold")
        body(page, 400, 8, 90)
        write(page, 20, 520, "Health", 8, "bold")
        body(page, 520, 8, 90)
        rows = maker.rows()
        figure = texts(rows, Zone.FIGURE)
        assert "2018 2019 2020 2021 2022" in figure
        assert not any("committee" in text or "Effects" in text or "Soil" in text for text in figure)


def test_a_list_above_a_map_is_not_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 8)
    items = ["- the lifeboat was called;", "- the crew went ashore."]
    for at, item in enumerate(items):
        write(page, 90, 205 + 14 * at, item)
    _map(page, 240)
    write(page, 72, 360, "Figure 1: Where the ship ran aground")
    body(page, 390, 8)
    rows = maker.rows()
    assert [text for text in texts(rows, Zone.BODY) if text.startswith("-")] == items
    assert "Alpha County" in texts(rows, Zone.FIGURE)


def test_bars_between_level_lines_in_a_column_are_a_chart_with_all_its_labels(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    half = "The committee considered the report of the secretariat"
    for at in range(40):
        write(page, 62, 90 + 14 * at, f"{half[:44]} {WORDS[at % 12]}", 9.5)
    for at in range(20):
        write(page, 310, 90 + 14 * at, f"{half[:44]} {WORDS[11 - at % 12]}", 9.5)
    foot = 480
    for at in range(5):
        page.draw_line((325, foot - 17 * at), (527, foot - 17 * at), color=(0.6, 0.6, 0.6), width=0.4)
        write(page, 312, foot + 2 - 17 * at, str(21 * at), 4)
    for at, high in enumerate((2, 4, 9, 20, 68)):
        x = 332 + 40 * at
        page.draw_rect((x, foot - high, x + 32, foot), color=None, fill=(0.1, 0.2, 0.5))
        write(page, x + 13, foot - high - 3, str(high), 4)
        write(page, x + 10, foot + 8, f"{at}-{at + 1}", 4)
    write(page, 310, 512, "Figure 1. Share of methane by decile of wells", 8, "bold")
    for at in range(8):
        write(page, 310, 540 + 14 * at, f"{half[:44]} {WORDS[at % 12]}", 9.5)
    rows = maker.rows()
    assert not texts(rows, Zone.TABLE)
    assert {"2", "4", "9", "20", "68", "84", "4-5"} <= {
        word for text in texts(rows, Zone.FIGURE) for word in text.split()
    }


def test_tinted_cells_of_unlike_heights_at_the_head_of_a_table_are_no_bars(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 6)
    page.draw_line((72, 178), (460, 178), width=0.8)
    head = ((72, 190, 180, "Harbour"), (192, 280, 200, "Inspected"), (282, 460, 200, "Measures"))
    for left, right, top, word in head:
        page.draw_rect((left, top, right, 224), color=None, fill=(0.8, 0.85, 0.95))
        write(page, left + 4, 216, word, 9, "bold")
    for at in range(5):
        y = 240 + 34 * at
        write(page, 76, y, f"Port {at}", 9)
        for x, said in ((196, ("in spring by", "two people")), (286, ("the quay was", "made longer"))):
            for row, words in enumerate(said):
                write(page, x, y + 11 * row, words, 9)
        page.draw_line((72, y + 18), (460, y + 18), width=0.5)
    page.draw_rect((72, 440, 400, 500), color=None, fill=(0.2, 0.5, 0.2))
    write(page, 72, 520, "Figure 1. The harbour of Port Ellery", 9, "bold")
    body(page, 550, 8)
    body(maker.page(), 100, 40)
    table = " ".join(texts(maker.rows(), Zone.TABLE))
    assert [word in table for word in ("Harbour", "Port 0", "Port 4", "made longer")] == [True] * 4


def test_cells_in_colour_without_words_are_no_bars(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 6)
    page.draw_line((72, 190), (500, 190), width=0.8)
    for x, word in ((76, "Harbour"), (236, "Light"), (326, "Quay"), (416, "Crane")):
        write(page, x, 204, word, 9, "bold")
    page.draw_line((72, 210), (500, 210), width=0.5)
    for at in range(5):
        y = 226 + 20 * at
        write(page, 76, y, f"Port {at}", 9)
        write(page, 170, y, f"{at + 3} staff", 9)
        for x in (236, 326, 416):
            page.draw_rect((x, y - 9, x + 60, y + 3), color=None, fill=(0.2, 0.6, 0.3))
        page.draw_line((72, y + 6), (500, y + 6), width=0.5)
    body(page, 350, 8)
    body(maker.page(), 100, 40)
    table = " ".join(texts(maker.rows(), Zone.TABLE))
    assert [word in table for word in ("Harbour", "Port 0", "Port 4", "7 staff")] == [True] * 4
