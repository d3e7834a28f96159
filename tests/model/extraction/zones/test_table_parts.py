"""Tables that go on over pages, below a heading that is continued or around another table."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import WORDS, Maker, body, rule, tables_of, write

_LEFT, _RIGHT = 72, 520


def _box(page: pymupdf.Page, x0: float, y0: float, x1: float, y1: float, *inside: float) -> None:
    for y in (y0, y1):
        rule(page, x0, x1, y)
    for x in (x0, *inside, x1):
        page.draw_rect((x, y0, x + 0.5, y1), color=None, fill=(0, 0, 0), width=0)


def _row(page: pymupdf.Page, y: float, *cells: str) -> None:
    for x, text in zip((74, 250, 420), cells, strict=False):
        write(page, x, y, text, 9)


def _header(page: pymupdf.Page, y: float) -> None:
    _row(page, y + 11, "Moved from", "Motive", "Thousand")
    _row(page, y + 22, "a programme", "of it", "of rands")
    rule(page, _LEFT, _RIGHT, y + 26)


def test_a_table_goes_on_below_its_heading_that_is_continued(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 20)
    write(page, _LEFT, 640, "Moves within the vote", 12, "bold")
    rule(page, _LEFT, _RIGHT, 650)
    write(page, 74, 661, "Programmes", 9)
    rule(page, _LEFT, _RIGHT, 666)
    _header(page, 666)
    for at in range(4):
        _row(page, 704 + 15 * at, f"Programme {WORDS[at]}", f"Vacant posts {at}", f"{at} 100")
    rule(page, _LEFT, _RIGHT, 755)
    page = maker.page()
    write(page, _LEFT, 80, "Moves within the vote (continued)", 12, "bold")
    rule(page, _LEFT, _RIGHT, 88)
    _header(page, 88)
    for at in range(4, 8):
        _row(page, 66 + 15 * at, f"Programme {WORDS[at]}", f"Vacant posts {at}", f"{at} 100")
    rule(page, _LEFT, _RIGHT, 176)
    body(page, 200, 20)
    (cells,) = tables_of(maker)
    assert cells[0] == ["Programmes"]
    assert [row[0] for row in cells].count("Moved from a programme") == 1
    assert cells[-5:] == [[f"Programme {WORDS[at]}", f"Vacant posts {at}", f"{at} 100"] for at in range(3, 8)]


def test_a_table_goes_on_though_another_stood_in_its_last_cell(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 20)
    prose = "The ministry opened offices in all districts and gave them staff."
    _box(page, _LEFT, 400, _RIGHT, 760, 150)
    write(page, 76, 415, "Area", 9)
    write(page, 154, 415, "What was done", 9)
    rule(page, _LEFT, _RIGHT, 420)
    write(page, 76, 435, "Offices", 9)
    for line in range(6):
        write(page, 154, 435 + 13 * line, prose, 9)
    _box(page, 200, 530, 480, 630, 300, 400)
    for line in range(6):
        for x, text in ((204, WORDS[line]), (304, f"{line} 100"), (404, f"{line}")):
            write(page, x, 544 + 16 * line, text, 9)
        rule(page, 200, 480, 547.5 + 16 * line)
    for line in range(8):
        write(page, 154, 650 + 13 * line, prose, 9)
    page = maker.page()
    _box(page, _LEFT, 80, _RIGHT, 200, 150)
    for line in range(4):
        write(page, 154, 95 + 13 * line, prose, 9)
    rule(page, _LEFT, _RIGHT, 150)
    write(page, 76, 165, "Schools", 9)
    for line in range(2):
        write(page, 154, 165 + 13 * line, prose, 9)
    body(page, 230, 20)
    tables = tables_of(maker)
    outer = next(cells for cells in tables if cells[0][0] == "Area")
    assert outer[-1][0] == "Schools"


def test_a_caption_in_one_column_is_found_beside_the_text_of_the_other(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 40)
    page = maker.page()
    for line in range(22):
        write(page, 60, 98 + 14 * line, f"The panel looked at what {WORDS[line % 12]} had found there", 9)
    for line in range(20):
        write(page, 310, 90 + 14 * line, f"The search was made in ways of {WORDS[line % 12]} at first", 9)
    write(page, 310, 392, "Table 4.1", 9, "bold")
    write(page, 356, 392, ": Search by dimension", 9)
    for y in (404, 420, 510):
        rule(page, 310, 535, y)
    for x, head in ((314, "Number"), (380, "Matter of it")):
        write(page, x, 415, head, 9, "bold")
    for at in range(5):
        write(page, 314, 434 + 16 * at, str(at), 9)
        write(page, 380, 434 + 16 * at, f"Matters of {WORDS[at]}", 9)
    for line in range(10):
        write(page, 310, 540 + 14 * line, f"The rest was looked at by {WORDS[line % 12]} at last", 9)
    (table,) = [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
    assert table.text.startswith("Table 4.1 : Search by dimension")


def test_a_table_goes_on_in_mirrored_margins_below_its_own_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for part, (left, top) in enumerate(((72, 600), (90, 90))):
        page = maker.page()
        body(page, 90 if not part else 240, 30)
        again = " (continued)" if part else ""
        for y in (top, top + 16, top + 32, top + 110):
            rule(page, left, left + 420, y)
        write(page, left + 2, top + 11, f"Changes to subsidies by class{again}", 9, "bold")
        for x, text in ((2, "Class of change"), (200, "Voted"), (330, "Changed")):
            write(page, left + x, top + 27, text, 9, "bold")
        for at in range(4):
            row = (f"Class {WORDS[4 * part + at]}", f"{at} 300", f"{at} 100")
            for x, text in zip((2, 200, 330), row, strict=True):
                write(page, left + x, top + 48 + 16 * at, text, 9)
    (cells,) = tables_of(maker)
    assert [row[0] for row in cells] == [
        "Changes to subsidies by class", "Class of change", *[f"Class {WORDS[at]}" for at in range(8)],
    ]  # fmt: skip


@pytest.mark.parametrize("face", ["bold", "plain"])
def test_a_caption_at_the_foot_of_a_page_belongs_to_the_table_that_begins_the_next(
    tmp_path: Path, face: str
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 45)
    write(page, _LEFT, 740, "Table 3", 10, face)
    write(page, _LEFT, 754, "Moves by programme", 10, face)
    page = maker.page()
    rule(page, _LEFT, _RIGHT, 80)
    _header(page, 80)
    for at in range(4):
        _row(page, 118 + 15 * at, f"Programme {WORDS[at]}", f"Vacant posts {at}", f"{at} 100")
    rule(page, _LEFT, _RIGHT, 170)
    body(page, 200, 30)
    nodes = build(maker.rows())
    (table,) = [node for node in nodes if node.kind is Kind.TABLE]
    assert not [node for node in nodes if node.kind is Kind.SECTION]
    # in plain type it may be the end of a sentence
    assert (table.extra["cells"][:2] == [["Table 3"], ["Moves by programme"]]) is (face == "bold")


def test_a_tables_label_over_its_title_hangs_out_as_far_as_the_title_does(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, _LEFT, 80, "Table 1", 10, "bold")
    write(page, _LEFT, 93, "Lights in service by port and what became of them in the year", 10, "bold")
    _box(page, 190, 105, 400, 165, 260, 330)
    for at in range(4):
        if at:
            rule(page, 190, 400, 105 + 15 * at)
        for x in (194, 264, 334):
            write(page, x, 116 + 15 * at, f"{WORDS[at]} {x % 9}", 9)
    body(page, 200, 20)
    (table,) = [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
    assert table.text.startswith("Table 1 Lights in service")
