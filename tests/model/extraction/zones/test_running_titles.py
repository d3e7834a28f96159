"""Running heads that change from page to page: titles of sections, with the page's number or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write


@pytest.mark.parametrize(("y", "zone"), [(40, Zone.HEADER), (815, Zone.FOOTER)])
@pytest.mark.parametrize("sign", [" | ", "   "])
def test_titles_with_the_pages_number_in_one_run_are_running_lines(tmp_path: Path, y, zone, sign) -> None:
    maker = Maker(tmp_path / "a.pdf")
    said = []
    for at in range(6):
        page = maker.page()
        title = f"Work on {WORDS[at]} and {WORDS[at + 3]}"
        said.append(f"{at + 1}{sign}{title}" if at % 2 else f"{title}{sign}{at + 1}")
        write(page, 72, y, said[-1], 8)
        body(page, 90, 40)
    assert texts(maker.rows(), zone) == [" ".join(text.split()) for text in said]


def test_sentences_that_begin_pages_with_numbers_are_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(6):
        page = maker.page()
        write(
            page,
            72,
            90,
            f"{3 * at + 2} ships of the {WORDS[at]} kind came into the port in the year {2000 - at}",
        )
        body(page, 104, 40)
    assert not texts(maker.rows(), Zone.HEADER)


def test_what_repeats_below_a_title_that_changes_is_a_running_line(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(8):
        page = maker.page()
        write(page, 200, 30, "REPORT OF THE OFFICE" if at % 2 else f"MATTERS OF {WORDS[at].upper()}", 8)
        write(page, 72, 56, "A/12/34")
        body(page, 90, 40)
    rows = [row for row in maker.rows() if row.page > 1]
    assert len(texts(rows, Zone.HEADER)) == 14
    assert all(text.startswith("The committee") for text in texts(rows, Zone.BODY))


def test_long_titles_in_capitals_stand_where_other_pages_have_their_running_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    long = "CONSIDERATION OF THE REPORT OF THE WORKING GROUP ON THE HARBOURS"
    for at in range(8):
        page = maker.page()
        write(page, 100, 40, long if at == 4 else "REPORT OF THE OFFICE", 8)
        body(page, 90, 40)
    assert long in texts(maker.rows(), Zone.HEADER)


def test_a_page_number_beside_a_title_is_no_notes_mark(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(6):
        page = maker.page()
        write(page, 72, 40, str(at + 1), 8)
        write(page, 100, 40, f"Work on {WORDS[at]} and {WORDS[at + 3]}", 8)
        body(page, 90, 40)
        page.insert_htmlbox(
            (72, 660, 500, 690), f"<p>the committee took note of it<sup>{at + 1}</sup> then</p>"
        )
    assert len(texts(maker.rows(), Zone.HEADER)) == 6


def test_chapters_on_tabs_at_the_edges_of_pages_are_furniture(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(8):
        page = maker.page()
        body(page, 90, 40, 90)
        chapter = 1 + at // 3
        write(page, 8 if at % 2 else 575, 120 + 60 * chapter, str(chapter), 14, "bold")
    rows = maker.rows()
    assert texts(rows, Zone.HEADER) == ["1", "1", "1", "2", "2", "2", "3", "3"]
    assert all(text.startswith("The committee") for text in texts(rows, Zone.BODY))


def test_numbers_of_paragraphs_in_the_margin_are_none_of_tabs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(4):
        page = maker.page()
        body(page, 90, 40, 90)
        write(page, 20, 90 + 14 * at, str(2 * at + 7))
        write(page, 20, 370 + 14 * at, str(2 * at + 8))
    assert not texts(maker.rows(), Zone.HEADER)


def test_titles_of_chapters_over_the_pages_of_a_short_report_are_running_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(3):
        page = maker.page()
        write(page, 72, 40, f"Work on {WORDS[at]} and {WORDS[at + 3]}", 8)
        write(page, 100, 90, "10" if at == 2 else "3")
        body(page, 90, 40, 130)
    heads = texts(maker.rows(), Zone.HEADER)
    assert heads == ["Work on bravo and echo", "Work on charlie and foxtrot"]


def test_a_number_below_a_running_head_with_the_pages_own_is_no_page_number(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(3):
        page = maker.page()
        write(page, 72, 40, f"Work on {WORDS[at]}, page {at + 1} of all", 8)
        if at:
            write(page, 72, 110, str(7 + at), 10, "bold")
            write(page, 100, 110, f"Meetings on {WORDS[at]}", 10, "bold")
        body(page, 130, 40)
    assert not texts(maker.rows(), Zone.PAGE_NUMBER)
