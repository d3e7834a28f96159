"""Zones of pages as parliaments, audit offices and ombudsmen set them."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write
from tests.model.extraction.zones.test_office_layouts import note_rule


def test_contents_end_in_numbers_right_behind_their_words(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "contents.pdf")
    page = maker.page()
    write(page, 72, 100, "Contents", 17, "bold")
    for line, (words, number) in enumerate(
        [
            ("Summary", "3"),
            ("1 Introduction", "4"),
            ("Conclusions and recommendations", "6"),
            ("Minutes", "7"),
        ]
    ):
        write(page, 72, 130 + 18 * line, words)
        write(page, 150 if line != 2 else 250, 130 + 18 * line, number)
    body(maker.page(), 100, 30)
    rows = maker.rows()
    assert texts(rows, Zone.CONTENTS)[0] == "Contents"
    assert texts(rows, Zone.CONTENTS)[-1] == "Minutes 7"
    assert len(texts(rows, Zone.BODY)) == 30


def test_contents_name_ranges_of_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "ranges.pdf")
    page = maker.page()
    write(page, 72, 100, "Contents", 17, "bold")
    write(page, 72, 118, "Paragraph")
    for line, (words, span) in enumerate(
        [
            ("Summary", "I - VI"),
            ("Introduction", "01 - 04"),
            ("Observations", "05 - 09"),
            ("Answers", "10 - 13"),
        ]
    ):
        write(page, 72, 136 + 18 * line, words)
        write(page, 150 + 36 * (line % 2), 136 + 18 * line, span)
    body(maker.page(), 100, 30)
    assert texts(maker.rows(), Zone.CONTENTS)[-1] == "Answers 10 - 13"


@pytest.mark.parametrize("label", ["Chapter {}", "RECOMMENDATION {}."])
def test_labels_that_count_on_at_the_top_of_pages_are_no_running_lines(tmp_path: Path, label: str) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    for number in range(1, 5):
        page = maker.page()
        write(page, 260, 70, label.format(number), 16, "bold")
        body(page, 110, 30)
        write(page, 290, 800, f"Page {number}")
    rows = maker.rows()
    assert [text for text in texts(rows, Zone.BODY) if text.startswith(label[:7])] == [
        label.format(number) for number in range(1, 5)
    ]  # fmt: skip


@pytest.mark.parametrize(("numbers", "size"), [(("ONE", "TWO", "THREE"), 14), (("1", "2", "3"), 20)])
def test_a_label_over_its_number_and_its_title_is_one_heading(
    tmp_path: Path, numbers: tuple[str, ...], size: int
) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    for number, name in zip(numbers, ("Wells", "Rivers", "Rain"), strict=True):
        page = maker.page()
        write(page, 72, 90, "CHAPTER", 14, "bold")
        write(page, 72, 112, number, 14, "bold")
        write(page, 72, 112 + 1.4 * size, f"{name} of the valley", size, "bold")
        body(page, 180, 40)
    rows = maker.rows()
    assert not texts(rows, Zone.HEADER)
    sections = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert sections[-2:] == [
        f"CHAPTER {numbers[1]} Rivers of the valley",
        f"CHAPTER {numbers[2]} Rain of the valley",
    ]


def test_a_label_over_the_name_of_one_chapter_runs_above_its_pages(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    for _ in range(6):
        page = maker.page()
        write(page, 72, 50, "CHAPTER", 9)
        write(page, 72, 62, "TWO", 9)
        body(page, 90, 40)
    assert len(texts(maker.rows(), Zone.HEADER)) == 12


def test_a_chapters_number_that_stays_is_a_running_line(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "stays.pdf")
    for number in range(6):
        page = maker.page()
        write(page, 260, 50, f"Chapter {1 + number // 3}", 9)
        body(page, 110, 30)
    assert len(texts(maker.rows(), Zone.HEADER)) == 6


def test_the_last_notes_number_is_none_of_a_page(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "note.pdf")
    for number in range(1, 6):
        page = maker.page()
        write(page, 72, 50, f"{number} Rural bus services", 9)
        body(page, 90, 30)
        if number == 4:
            note_rule(page, 770)
            for line, note in enumerate(["The law of 2019", "See the minutes", "Evidence", "Hill (0042)"], 1):
                write(page, 72, 772 + 10 * line, str(line), 8.5)
                write(page, 90, 772 + 10 * line, note, 8.5)
    assert texts(maker.rows(), Zone.FOOTNOTE)[-1] == "4 Hill (0042)"


def test_numbered_paragraphs_between_a_box_and_a_table_are_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "between.pdf")
    page = maker.page()
    body(page, 80, 10)
    page.draw_rect((72, 240, 520, 300), color=None, fill=(0.9, 0.95, 1))
    for y in (240, 300):
        rule(page, 72, 520, y)
    write(page, 80, 262, "Coasts are lost to waves and tides where less sand is brought than is taken away.")
    write(page, 80, 276, "Where more sediment is taken away than is supplied by rivers, the coast retreats.")
    for line in range(2):
        write(page, 72, 330 + 28 * line, f"0{line + 2}")
        write(
            page, 104, 330 + 28 * line, "Member states select projects within programmes that the Commission"
        )
        write(page, 72, 344 + 28 * line, "approves, and report on them once a year.")
    for line in range(4):
        rule(page, 72, 520, 400 + 20 * line)
        for side in (72, 520) if line < 3 else ():
            page.draw_rect((side, 400 + 20 * line, side + 0.5, 420 + 20 * line), color=None, fill=(0, 0, 0))
    for line, (country, sum_) in enumerate([("Member", "Euros"), ("France", "212"), ("Italy", "187")]):
        write(page, 80, 414 + 20 * line, country)
        write(page, 340, 414 + 20 * line, sum_)
    rows = maker.rows()
    assert texts(rows, Zone.TABLE) == ["Member Euros", "France 212", "Italy 187"]


def _cover(path: Path, lines: list[tuple[float, str, float, str]], pages: int = 3) -> Maker:
    """A cover of lines (baseline, text, size, face) before pages of text."""
    maker = Maker(path)
    page = maker.page()
    for y, text, size, face in lines:
        write(page, 72, y, text, size, face)
    for _ in range(pages - 1):
        body(maker.page(), 100, 30)
    return maker


def test_who_reports_is_no_part_of_the_title(tmp_path: Path) -> None:
    lines = [
        (90, "STANDING COMMITTEE ON WATER RESOURCES (2023-24)", 12, "bold"),
        (110, "SEVENTEENTH LOK SABHA", 12, "bold"),
        (134, "MAINTENANCE OF IRRIGATION CANALS", 16, "bold"),
        (180, "TWENTY-SIXTH REPORT", 10, "bold"),
    ]
    rows = _cover(tmp_path / "india.pdf", lines).rows()
    assert texts(rows, Zone.TITLE) == ["MAINTENANCE OF IRRIGATION CANALS"]
    lines = [
        (96, "House of Commons", 12, "plain"),
        (116, "Transport", 12, "plain"),
        (147, "Rural bus services: lifelines", 22, "bold"),
        (178, "Fourth Report of Session 2023-24", 12, "plain"),
    ]
    assert texts(_cover(tmp_path / "uk.pdf", lines).rows(), Zone.TITLE) == ["Rural bus services: lifelines"]


def test_who_laid_a_report_before_the_house_is_no_part_of_the_title(tmp_path: Path) -> None:
    lines = [
        (104, "RAPPORT SUR L'ACCÈS AUX SOINS", 20, "bold"),
        (140, "déposé par la commission des affaires sociales", 11, "plain"),
    ]
    rows = _cover(tmp_path / "fr.pdf", lines, pages=2).rows()
    assert texts(rows, Zone.TITLE) == ["RAPPORT SUR L'ACCÈS AUX SOINS"]
    assert texts(rows, Zone.COVER) == ["déposé par la commission des affaires sociales"]


def test_a_subtitle_may_stand_far_below_on_a_cover(tmp_path: Path) -> None:
    lines = [
        (105, "The Long Wait", 30, "bold"),
        (275, "Women and land in the north", 30, "bold"),
        (345, "LandRights Watch, October 2023", 14, "plain"),
    ]
    rows = _cover(tmp_path / "ngo.pdf", lines).rows()
    assert texts(rows, Zone.TITLE) == ["The Long Wait", "Women and land in the north"]


def test_a_paragraphs_last_row_over_a_picture_is_no_label_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "picture.pdf")
    page = maker.page()
    body(page, 100, 12)
    write(page, 72, 100 + 14 * 12, "end in grass (see figure 1).")
    page.draw_rect((72, 290, 420, 440), color=(0, 0, 0), fill=(0.8, 0.8, 0.8))
    write(page, 72, 456, "Figure 1. Airplane at its final position", 9, "bold")
    body(page, 500, 6)
    rows = maker.rows()
    assert texts(rows, Zone.FIGURE) == ["Figure 1. Airplane at its final position"]
    assert "end in grass (see figure 1)." in texts(rows, Zone.BODY)
