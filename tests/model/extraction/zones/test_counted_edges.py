"""Counted rows at the edges of pages, notes that end chapters, and pages that are filled with a list."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import WORDS, Maker, body, rule, texts, write


def _marked(page: pymupdf.Page, x: float, y: float, mark: str) -> None:
    write(page, x, y - 3, mark, 6)


def test_notes_with_their_marks_set_apart_are_no_page_numbers(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for first in (1, 8):  # the last note of the first page is as many above its number as the second's first
        page = maker.page()
        body(page, 90, 30)
        rule(page, 72, 160, 690)
        for at in range(7):
            _marked(page, 500, 90 + 14 * at, str(first + at))
            write(page, 72, 704 + 12 * at, str(first + at), 8)
            write(page, 90, 704 + 12 * at, f"Remark on {WORDS[at]} and {WORDS[first]}.", 8)
        write(page, 296, 810, str(page.number + 1), 9)
    rows = maker.rows()
    notes = [row for row in rows if row.zone is Zone.FOOTNOTE]
    assert len({row.group for row in notes}) == 14
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2"]


def test_the_first_note_of_a_page_of_notes_is_no_page_number(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(2):
        page = maker.page()
        body(page, 90, 30)
        for at in range(3):
            _marked(page, 500, 90 + 14 * at, str(3 * number + at + 1))
    page = maker.page()
    for at in range(6):
        write(page, 72, 66 + 13 * at, str(at + 1), 8)
        write(page, 90, 66 + 13 * at, f"Remark on {WORDS[at]}.", 8)
    assert texts(maker.rows(), Zone.FOOTNOTE) == [f"{at + 1} Remark on {WORDS[at]}." for at in range(6)]


def _chapter(page: pymupdf.Page, top: float) -> float:
    body(page, top, 6)
    for at in range(3):
        _marked(page, 500, top + 28 * at, str(at + 1))
    return top + 84


def test_notes_at_the_end_of_a_chapter_are_told_by_their_small_marks(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    top = 90.0
    for chapter in ("One", "Two", "Three"):
        write(page, 72, top, f"Chapter {chapter}", 13, "bold")
        top = _chapter(page, top + 24) + 20
        for at in range(3):
            _marked(page, 72, top, str(at + 1))
            write(page, 78, top, f"Register of {WORDS[at]}, part {chapter}.", 8)
            top += 12
        top += 30
    assert len(texts(maker.rows(), Zone.FOOTNOTE)) == 9


def test_notes_below_their_heading_go_on_from_a_pages_foot_to_the_next_page(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for part, top in (("one", 90), ("two", 440)):
        body(page, top, 14)
        for at in range(4):
            line = f"The office keeps a register of {WORDS[at]} since the year of its founding."
            write(page, 72, top + 196 + 14 * at, line)
            right = 72 + pymupdf.get_text_length(line, "helv", 10)
            _marked(page, right, top + 196 + 14 * at, str(at + 1))
        write(page, 72, top + 270, "Endnotes", 12, "bold")
        for at in range(4 if part == "one" else 3):
            write(page, 72, top + 288 + 13 * at, f"{at + 1}. Register of {WORDS[at]}, part {part}.", 8)
    page = maker.page()
    write(page, 72, 90, "4. Register of delta, part two.", 8)
    assert texts(maker.rows(), Zone.FOOTNOTE) == [
        *[f"{at + 1}. Register of {WORDS[at]}, part one." for at in range(4)],
        *[f"{at + 1}. Register of {WORDS[at]}, part two." for at in range(4)],
    ]


def test_notes_of_several_lines_at_a_pages_foot_stay_whole(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 40)
    for at in range(3):
        line = f"The office keeps a register of {WORDS[at]} since the year of its founding."
        write(page, 72, 664 + 14 * at, line)
        _marked(page, 72 + pymupdf.get_text_length(line, "helv", 10), 664 + 14 * at, str(at + 1))
    write(page, 72, 726, "Endnotes", 12, "bold")
    for at in range(3):
        write(page, 72, 742 + 22 * at, f"{at + 1}. Register of {WORDS[at]}, as the office", 8)
        write(page, 72, 752 + 22 * at, "has kept it since its founding.", 8)
    notes = [row for row in maker.rows() if row.zone is Zone.FOOTNOTE]
    assert len(notes) == 6
    assert len({row.group for row in notes}) == 3


def test_levels_go_on_over_a_page_that_is_filled_with_a_list(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    left = {"a)": 110, "i)": 135, "•": 160}
    pages = [
        [("", "")] * 12 + [("a)", "first"), ("i)", "second"), ("•", "third")],
        [("•", f"bird {WORDS[at]}") for at in range(5)]
        + [("ii)", "fish"), *[("•", f"tree {WORDS[at]}") for at in range(5)]]
        + [("b)", f"stone {at}") if not at % 2 else ("i)", f"stone {at}") for at in range(2)],
        [("", "")] * 12,
    ]
    for rows in pages:
        page = maker.page()
        y = 90
        for mark, word in rows:
            if not mark:
                write(
                    page,
                    72,
                    y,
                    "The committee considered the report of the secretariat and took note of what",
                    10,
                )
                y += 14
                continue
            x = left.get(mark, 135 if mark == "ii)" else 110)
            write(page, x, y, mark)
            write(
                page,
                x + 18,
                y,
                f"The {word} of the office is kept in the register that the secretariat"[: 84 - x // 5],
            )
            write(page, x + 18, y + 13, "has had since the year of its founding in the province.")
            y += 30
    items = [node for node in build(maker.rows()) if node.kind is Kind.ITEM]
    assert [(node.number, node.level) for node in items][2:9] == [
        *[("•", 3)] * 6, ("ii", 2),
    ]  # fmt: skip


def _noted_in_step(maker: Maker, cited: list[str]) -> None:
    """Pages that have one note each, the first on the second page."""
    for at in range(len(cited) + 1):
        page = maker.page()
        body(page, 90, 30)
        if at:
            line = f"The office keeps a register of {WORDS[at]} since the year of its founding."
            write(page, 72, 510, line)
            _marked(page, 72 + pymupdf.get_text_length(line, "helv", 10), 510, str(at))
            rule(page, 72, 160, 775)
            write(page, 72, 786, str(at), 8)
            write(page, 88, 786, cited[at - 1], 8)
        write(page, 500, 812, str(at + 1), 8)


def test_notes_that_count_in_step_with_the_pages_are_no_page_numbers(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    cited = [f"Remark on {WORDS[at]}." for at in range(4)]
    _noted_in_step(maker, cited)
    rows = maker.rows()
    assert texts(rows, Zone.FOOTNOTE) == [f"{at + 1} {text}" for at, text in enumerate(cited)]
    assert texts(rows, Zone.PAGE_NUMBER) == ["1", "2", "3", "4", "5"]


def test_notes_that_cite_the_same_below_their_rules_are_no_running_lines(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _noted_in_step(maker, ["Register of the office."] * 4)
    rows = maker.rows()
    assert texts(rows, Zone.FOOTNOTE) == [f"{at} Register of the office." for at in range(1, 5)]
