"""Text beside a box, and beside words that are set large."""

from __future__ import annotations

from pathlib import Path

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write

_SHORT = "The committee considered the report of the"


def _beside(page, top: float, lines: int) -> None:
    """Lines that leave room on their right, then lines over the whole width, at one leading."""
    for line in range(lines):
        write(page, 72, top + 14 * line, f"{_SHORT} {line}")
    body(page, top + 14 * lines, 6)


def _frame(page, x0: float, y0: float, x1: float, y1: float) -> None:
    for y in (y0, y1):
        rule(page, x0, x1, y)
    for x in (x0, x1):
        page.draw_rect((x, y0, x + 0.5, y1), color=None, fill=(0, 0, 0), width=0)


def test_words_set_large_beside_the_text_do_not_cut_its_rows(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    for at, words in enumerate(('"Nobody asked us what', "we needed, and so", 'nobody knew."')):
        write(page, 330, 236 + 18 * at, words, 15, "italic")
    _beside(page, 230, 4)
    rows = [row.text for row in maker.rows() if row.zone is Zone.BODY]
    first = rows.index('"Nobody asked us what')
    assert rows[first : first + 3] == ['"Nobody asked us what', "we needed, and so", 'nobody knew."']
    assert [row[:13] for row in rows[first + 3 : first + 7]] == [_SHORT[:13]] * 4


def test_two_frames_one_below_the_other_are_two_boxes(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for top in (90, 330):
        _frame(page, 330, top - 14, 520, top + 40)
        for at, words in enumerate(
            ("Recommendation of the board", "The office should keep paying for", "it.")
        ):
            write(page, 336, top + 14 * at, words)
        _beside(page, top, 4)
    body(page, 250, 4)
    rows = [row for row in maker.rows() if row.zone is Zone.BODY]
    boxes = {row.box for row in rows} - {0}
    assert len(boxes) == 2
    assert all(row.x0 > 330 for row in rows if row.box)
    assert all(row.x0 < 330 for row in rows if not row.box)


def test_frame_with_a_few_large_words_beside_the_text_is_a_box(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    _frame(page, 325, 216, 520, 276)
    for at, words in enumerate(("Nobody asked us", "what we needed")):
        write(page, 332, 240 + 18 * at, words, 15)
    _beside(page, 230, 4)
    rows = maker.rows()
    assert [row.text for row in rows if row.box] == ["Nobody asked us", "what we needed"]
    assert len(texts(rows, Zone.BODY)) == 22


def test_small_words_in_the_margin_do_not_cut_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 20, x=180, text="The committee considered the report of the secretariat")
    for y, lines in ((118, ("1 Act of the", "year 1998.")), (230, ("Storm damage",))):
        for line, words in enumerate(lines):
            write(page, 90, y + 9 * line, words, 7, "italic")
    rows = maker.rows()
    assert texts(rows, Zone.FOOTNOTE) == ["1 Act of the", "year 1998."]
    aside = [row for row in rows if row.box]
    assert [row.text for row in aside] == ["Storm damage"]
    assert all(row.x0 > 170 for row in rows if row.zone is Zone.BODY and not row.box)


def test_notes_in_the_margin_are_read_between_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for part in range(2):
        page = maker.page()
        for at in range(4):
            body(
                page,
                90 + 120 * at,
                7,
                72,
                f"The committee considered the report {part}{at} of the secretariat",
            )
            write(page, 72, 188 + 120 * at, "and took note of it.")
            write(page, 460, 118 + 120 * at, ("Storm damage", "Port dues")[at % 2], 7, "bold")
    nodes = build(maker.rows())
    told = [node.text for node in nodes if node.kind is not Kind.FURNITURE]
    assert sum("considered" in text for text in told) == 8
    assert sum(text in ("Storm damage", "Port dues") for text in told) == 8


def test_a_box_of_two_columns_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    _frame(page, 66, 250, 529, 420)
    write(page, 76, 270, "Box 1. How lagoons are kept", 10, "bold")
    for line in range(8):
        write(page, 76, 290 + 14 * line, f"{_SHORT} {line}", 9)
        write(page, 310, 290 + 14 * line, f"{_SHORT} {line + 8}", 9)
    body(page, 450, 10)
    rows = maker.rows()
    assert texts(rows, Zone.TABLE) == []
    said = [row for row in texts(rows, Zone.BODY) if row.startswith(_SHORT + " ")]
    assert [row.split()[-1] for row in said if row.split()[-1].isdigit()] == [str(n) for n in range(16)]


def test_words_in_italics_in_the_margin_head_the_numbered_paragraphs_beside_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "margin.pdf")
    page = maker.page()
    write(page, 72, 50, "REPORT OF THE COMMITTEE", 14, "bold")
    told = ("Work of", "the panel"), ("Budget",), ("Staff of", "the office")
    for number, words in enumerate(told, 1):
        top = 10 + 90 * number
        body(page, top, 5, x=170, text=f"{number}. The panel considered the report of the office on its work")
        for line, text in enumerate(words):
            write(page, 60, top + 14 * line, text, 10, "italic")
    nodes = [node for node in build(maker.rows()) if node.kind is not Kind.TITLE]
    assert [node.number or node.text for node in nodes] == [
        "Work of the panel", "1", "Budget", "2", "Staff of the office", "3",
    ]  # fmt: skip
