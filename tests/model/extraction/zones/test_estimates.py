"""Estimates and other reports that are mostly tables: what is text there, and what stands around a table."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.extraction.rows import Row, Zone
from model.extraction.structure.texts import row_text
from model.extraction.tables import cells_of
from tests.model.extraction.zones.pages import FACES, WORDS, Maker, rule, texts, write

TEXT = "Spending in the first half of the year was lower than in the same months before, because"


def _figures(page: pymupdf.Page, top: float, lines: int, start: int = 0) -> float:
    """A ruled table of figures in small type, as wide as the text; returns its lower end."""
    end = top + 18 + 12 * lines + 6
    for y in (top, top + 18, end):
        rule(page, 72, 520, y)
    for x, name in ((76, "Programme of the vote"), (300, "Appropriation"), (400, "Adjusted"), (470, "Total")):
        write(page, x, top + 13, name, 8)
    for n in range(start, start + lines):
        y = top + 30 + 12 * (n - start)
        write(page, 76, y, f"{WORDS[n % 12].title()} and {WORDS[(n + 5) % 12]} {n}", 8)
        for x in (300, 400, 470):
            write(page, x, y, f"{n + 3} {x + n * 7}", 8)
    return end


def _text(page: pymupdf.Page, top: float, lines: int) -> None:
    for n in range(lines):
        write(page, 72, top + 14 * n, f"{TEXT} {WORDS[(n + page.number) % 12]}", 11)


def _groups(rows: list[Row], zone: Zone) -> list[str]:
    """The first row's text of each group of a zone."""
    found: dict[int, str] = {}
    for row in rows:
        if row.zone is zone:
            found.setdefault(row.group, " ".join(row.text.split()))
    return list(found.values())


def _estimates(maker: Maker) -> None:
    """Three pages with far more letters in tables, of 8 points, than in the text, of 11."""
    for n in range(3):
        page = maker.page()
        _text(page, 80, 3)
        _figures(page, 150, 45, 7 * n)


def test_caption_smaller_than_the_text_belongs_to_its_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _estimates(maker)
    page = maker.page()
    _text(page, 80, 3)
    write(page, 72, 160, "Changes per programme", 10, "bold")
    end = _figures(page, 165, 8)
    write(page, 72, end + 24, "Progress", 12)
    _text(page, end + 42, 3)
    rows = [row for row in maker.rows() if row.page == 4]
    assert _groups(rows, Zone.TABLE) == ["Changes per programme"]
    assert "Progress" in texts(rows, Zone.BODY)


def test_small_notes_below_a_table_count_where_their_marks_stand_on_the_page_before(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _estimates(maker)
    page = maker.page()
    end = _figures(page, 80, 8)
    write(page, 72, end + 10, "1. The treasury has approved this.", 8, "italic")
    write(page, 72, end + 20, "2. Only the house may approve this.", 8, "italic")
    _text(page, end + 60, 3)
    rows = maker.rows()
    assert _groups(rows, Zone.FOOTNOTE) == [
        "1. The treasury has approved this.",
        "2. Only the house may approve this.",
    ]


def test_note_goes_on_at_the_foot_of_the_next_page_only(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    _text(page, 80, 40)
    rule(page, 72, 200, 720)
    write(page, 72, 732, "1", 5)
    write(page, 78, 735, "The figures are those of the first quarter.", 8)
    _text(maker.page(), 80, 40)
    page = maker.page()
    _text(page, 80, 40)
    rule(page, 72, 200, 720)
    write(page, 72, 735, "Shifts as a share of the budget of the programme", 8)
    rows = maker.rows()
    assert {row.page for row in rows if row.zone is Zone.FOOTNOTE} == {1}


def test_tables_with_titles_of_their_own_on_following_pages_are_two(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _estimates(maker)
    page = maker.page()
    _text(page, 80, 3)
    write(page, 72, 160, "Changes to grants: Provinces", 10, "bold")
    _figures(page, 165, 8)
    page = maker.page()
    write(page, 72, 80, "Changes to grants: Local government", 10, "bold")
    _figures(page, 85, 8, 3)
    rows = [row for row in maker.rows() if row.page > 3]
    assert _groups(rows, Zone.TABLE) == [
        "Changes to grants: Provinces",
        "Changes to grants: Local government",
    ]


def test_legend_below_a_table_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    _text(page, 80, 30)
    end = _figures(page, 520, 6)
    write(page, 72, end + 14, "Legend:", 8, "bold")
    write(page, 72, end + 26, "L: for the legislative organ", 8)
    assert texts(maker.rows(), Zone.TABLE)[-2:] == ["Legend:", "L: for the legislative organ"]


def test_cells_that_end_with_a_space_are_apart_where_little_room_is_between(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    _text(page, 80, 30)
    for y in (520, 538, 618):
        rule(page, 72, 520, y)
    for n in range(6):
        write(page, 76, 550 + 12 * n, f"{WORDS[n].title()} and services ", 8)
        x = 300.0
        for cell, face in (("754 527 ", "plain"), ("Machinery ", "bold"), ("1 148    19 300 ", "plain")):
            write(page, x, 550 + 12 * n, cell, 8, face)
            x += pymupdf.get_text_length(cell, FACES[face], 8) + 2.4
    table = [row for row in maker.rows() if row.zone is Zone.TABLE]
    apart = ["754 527", "Machinery", "1 148", "19 300"]
    assert cells_of(table, list(map(row_text, table))) == [
        [f"{WORDS[n].title()} and services", *apart] for n in range(6)
    ]
