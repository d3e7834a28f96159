"""Notes below tables and at the end of a report."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Row, Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, rule, texts, write


def _notes(rows: list[Row]) -> list[str]:
    """The texts of the notes, the rows of each joined."""
    groups: dict[int, list[str]] = {}
    for row in rows:
        if row.zone is Zone.FOOTNOTE:
            groups.setdefault(row.group, []).append(" ".join(row.text.split()))
    return [" ".join(lines) for lines in groups.values()]


def _table(page, top: float, mark: str) -> None:
    for y in (top, top + 18, top + 78):
        rule(page, 72, 520, y)
    for x, name in ((76, "Document"), (260, "Item"), (340, "Title")):
        write(page, x, top + 13, name, 8)
    for n in range(4):
        for x, text in ((76, f"TD/2024/{n}"), (260, f"{n}"), (340, f"Background paper {n}")):
            write(page, x, top + 30 + 14 * n, text, 8)
    write(page, 110, top + 27, mark, 5)


def test_numbered_notes_below_a_table_as_large_as_most_of_the_report(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for line in range(20):
        write(page, 72, 90 + 12 * line, f"The committee considered what the secretariat had said {line}", 8)
    _table(page, 360, "1")
    write(page, 76, 450, "1. Of the documents that are named here all but one were sent out in time", 8)
    write(page, 86, 460, "for the session.", 8)
    write(page, 72, 484, "The committee went on with its work in the afternoon of that day.", 8)
    rows = maker.rows()
    assert _notes(rows) == [
        "1. Of the documents that are named here all but one were sent out in time for the session."
    ]
    assert texts(rows, Zone.BODY)[-1] == "The committee went on with its work in the afternoon of that day."


def test_paragraph_with_a_number_that_no_cell_has_as_mark_is_no_note(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for line in range(20):
        write(page, 72, 90 + 12 * line, f"The committee considered what the secretariat had said {line}", 8)
    _table(page, 360, "2")
    write(page, 76, 454, "7. Of the documents that are named here all but one were sent out in time", 8)
    assert _notes(maker.rows()) == []


def test_source_below_notes_belongs_to_the_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 12)
    _table(page, 300, "a")
    write(page, 76, 390, "a", 5)
    write(page, 80, 393, "Sent out late.", 8)
    write(page, 76, 404, "Source: register of the secretariat.", 8)
    body(page, 430, 12)
    rows = maker.rows()
    assert _notes(rows) == ["a Sent out late."]
    assert texts(rows, Zone.TABLE)[-1] == "Source: register of the secretariat."


def test_source_as_large_as_the_text_belongs_to_the_table_above(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 12)
    _table(page, 300, "")
    write(page, 72, 396, "Source: register of the secretariat.")
    body(page, 430, 12)
    assert texts(maker.rows(), Zone.TABLE)[-1] == "Source: register of the secretariat."


@pytest.mark.parametrize("typed", [False, True])
def test_notes_at_the_end_are_told_by_their_marks_in_the_text(tmp_path: Path, typed: bool) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for n in (1, 2, 3):
        line = "The committee considered what the secretariat had said of it."
        write(page, 72, 90 + 40 * n, f"{line} {n}/" if typed else line)
        if not typed:
            write(page, 352, 86 + 40 * n, str(n), 5)
        body(page, 104 + 40 * n, 1)
    write(page, 72, 270, "Notes", 12, "bold")
    for n in (1, 2, 3):
        write(page, 72, 280 + 30 * n, f"{n}/" if typed else f"{n}.", 9)
        write(page, 90, 280 + 30 * n, f"See the report of the secretary {n}, where what is", 9)
        write(page, 90, 291 + 30 * n, "said here was first set out.", 9)
    write(page, 72, 420, "Annex", 14, "bold")
    body(page, 440, 4)
    rows = maker.rows()
    assert [note[-28:] for note in _notes(rows)] == ["said here was first set out."] * 3
    assert "Notes" in texts(rows, Zone.BODY)
    assert "Annex" in texts(rows, Zone.BODY)


def test_numbered_paragraphs_below_the_heading_notes_are_no_notes(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 12)
    write(page, 72, 290, "Notes", 12, "bold")
    for n in (1, 2, 3):
        write(page, 72, 290 + 20 * n, f"{n}. The committee considered the report and took note of it.")
    assert _notes(maker.rows()) == []


def test_what_notes_cite_in_their_second_rows_is_no_running_footer(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 9):
        page = maker.page()
        body(page, 90, 40)
        rule(page, 72, 150, 765)
        write(page, 78, 772, str(number), 5)
        write(page, 84, 776, f"Adopted in accordance with {WORDS[number]}; see", 8)
        cited = "FCCC/CP/2015/10/Add.1, decision 1" if number % 2 else f"the {WORDS[number]} report"
        write(page, 84, 786, cited, 8)
        write(page, 500, 812, str(number), 8)
    notes = _notes(maker.rows())
    assert len(notes) == 8
    assert all(note.endswith("Add.1, decision 1") for note in notes[::2])


@pytest.mark.parametrize("heading", ["Note", "Endnotes"])
def test_a_single_note_at_the_end_is_told_by_its_heading_and_its_mark(tmp_path: Path, heading: str) -> None:
    maker = Maker(tmp_path / "single.pdf")
    page = maker.page()
    body(page, 80, 8)
    write(page, 500, 76, "1", 6)
    write(page, 72, 230, heading, 12, "bold")
    write(page, 72, 250, "1. Ministry of Works, Roads of the north, 2019, page 4.", 8)
    assert _notes(maker.rows()) == ["1. Ministry of Works, Roads of the north, 2019, page 4."]


@pytest.mark.parametrize("note", ["Ibid., para. {}.", "A/{}/12, para. 4."])
def test_notes_in_brackets_that_differ_in_numbers_only_are_no_running_footers(
    tmp_path: Path, note: str
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 7):
        page = maker.page()
        body(page, 90, 40)
        write(page, 72, 660, f"The office reported on {WORDS[number]} and on what it had done [{number}].")
        rule(page, 72, 172, 758)
        write(page, 72, 770, f"[{number}] {note.format(10 + number)}", 8)
        write(page, 290, 805, str(number), 9)
    assert _notes(maker.rows()) == [f"[{number}] {note.format(10 + number)}" for number in range(1, 7)]


def test_a_footer_that_counts_pages_in_brackets_is_no_note(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 7):
        page = maker.page()
        body(page, 90, 40)
        write(page, 72, 790, f"[{number}] Report on wells", 8)
    assert len(texts(maker.rows(), Zone.FOOTER)) == 6


def _marked(page: pymupdf.Page, y: float, mark: str) -> None:
    """A line of text with a raised mark after it."""
    said = "The office reported on what it had done."
    write(page, 72, y, said)
    write(page, 72 + pymupdf.get_text_length(said, fontsize=10), y - 4, mark, 6)


def test_notes_in_brackets_whose_marks_are_raised_without_them_are_no_running_footers(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in range(1, 7):
        page = maker.page()
        body(page, 90, 40)
        _marked(page, 660, str(number))
        rule(page, 72, 172, 758)
        write(page, 72, 770, f"[{number}] Report {number}, page 12.", 8)
    assert _notes(maker.rows()) == [f"[{number}] Report {number}, page 12." for number in range(1, 7)]


@pytest.mark.parametrize(("mark", "dress"), [("{}", "{}"), ("{}", "{}."), ("[{}]", "[{}]")])
def test_notes_that_each_page_counts_anew_are_told_by_the_marks_in_its_text(
    tmp_path: Path, mark: str, dress: str
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    expected = []
    for name in WORDS[:3]:
        page = maker.page()
        body(page, 90, 40)
        rule(page, 72, 172, 740)
        for number in (1, 2):
            _marked(page, 646 + 14 * number, mark.format(number))
            expected.append(f"{dress.format(number)} Report on {name}, volume {'ABC'[number]}.")
            write(page, 72, 742 + 11 * number, expected[-1], 8)
    assert _notes(maker.rows()) == expected


def test_notes_go_on_counting_where_a_one_is_raised_in_the_text_too(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for number in (1, 2):
        page = maker.page()
        body(page, 90, 40)
        rule(page, 72, 172, 750)
        _marked(page, 660, "1")
        _marked(page, 674, str(number))
        write(page, 72, 762, f"{number} Report {WORDS[number]}, page 12.", 8)
    assert _notes(maker.rows()) == [f"{number} Report {WORDS[number]}, page 12." for number in (1, 2)]


def test_counted_rows_without_marks_in_the_text_are_no_notes(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 38)
    rule(page, 72, 172, 720)
    for number in range(1, 5):
        _marked(page, 630 + 14 * number, str(number))
        write(page, 72, 722 + 11 * number, f"{number} Report on {WORDS[number]}, page 12.", 8)
    page = maker.page()
    body(page, 90, 30)
    _marked(page, 520, "1")
    rule(page, 72, 172, 540)
    for number in range(1, 4):
        write(page, 72, 540 + 12 * number, f"{number} Votes of {WORDS[number]}", 8)
    assert len(_notes(maker.rows())) == 4


def test_of_small_rows_with_one_number_the_lowest_is_the_note(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 38)
    _marked(page, 630, "1")
    write(page, 72, 680, "1 bus for each school, and the fuel that it takes over the whole of a year", 8)
    write(page, 72, 692, "in the north and in the south of the country.", 8)
    write(page, 72, 760, "1. Report on buses, page 12.", 8)
    assert _notes(maker.rows()) == ["1. Report on buses, page 12."]


def test_what_a_tables_abbreviations_mean_stands_below_it_and_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "abbreviations.pdf")
    page = maker.page()
    body(page, 90, 12)
    _table(page, 300, "")
    meant = ("HAI: an infection caught in the harbour; IPC: infection prevention and control;", "NHS: pilots")
    for at, text in enumerate(meant):
        write(page, 72, 398 + 9 * at, text, 7)
    body(page, 440, 10)
    rows = maker.rows()
    assert texts(rows, Zone.TABLE)[-2:] == list(meant)
    assert sum(row.zone is Zone.BODY for row in rows) == 22


@pytest.mark.parametrize("lines", [3, 5])
def test_a_small_table_with_rules_at_the_foot_of_a_page_is_no_note(tmp_path: Path, lines: int) -> None:
    maker = Maker(tmp_path / "ruled.pdf")
    page = maker.page()
    body(page, 90, 30)
    write(page, 72, 520, "A note is marked here.")
    write(page, 170, 516, "1", 6)
    rule(page, 72, 216, 700)
    write(page, 72, 712, "1", 6)
    write(page, 77, 716, "The statements were audited by the auditors.", 8)
    page = maker.page()
    body(page, 90, 30)
    write(page, 72, 530, "Table 1")
    write(page, 72, 544, "Cost of the evaluations")
    for at in range(lines):
        rule(page, 72, 500, 556 + 16 * at)
        if at < lines - 1:
            cells = ("Year", "Millions", "Share") if not at else (f"202{at}", f"6{at}.2", f"0.{at}")
            for x, text in zip((74, 210, 320), cells, strict=True):
                write(page, x, 567 + 16 * at, text, 8)
    rows = maker.rows()
    assert _notes(rows) == ["1 The statements were audited by the auditors."]
    assert "Year Millions Share" in texts(rows, Zone.TABLE)


def test_notes_stand_below_a_long_rule_under_a_table_as_wide(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "wide.pdf")
    page = maker.page()
    body(page, 90, 20)
    for at in range(4):
        rule(page, 72, 500, 420 + 16 * at)
        for x in (74, 210, 320) if at < 3 else ():
            write(page, x, 431 + 16 * at, f"{WORDS[at]} {x}", 8)
    body(page, 500, 8)
    write(page, 300, 620, "It is marked here.")
    write(page, 385, 616, "1", 6)
    rule(page, 72, 500, 700)
    write(page, 72, 712, "1", 6)
    write(page, 77, 716, "The statements were audited by the auditors.", 8)
    body(maker.page(), 90, 40)
    assert _notes(maker.rows()) == ["1 The statements were audited by the auditors."]


def test_a_note_in_arabic_begins_at_the_right_below_a_rule_at_the_left(tmp_path: Path) -> None:
    said = "نظرت اللجنة في تقرير الأمانة عن المنارات وأحاطت علما بالمعلومات الواردة فيه"
    maker = Maker(tmp_path / "arabic.pdf")
    page = maker.page()
    css = "* {font-size: 11px; text-align: right; margin: 0}"
    for at in range(24):
        page.insert_htmlbox((72, 80 + 24 * at, 523, 100 + 24 * at), f'<p dir="rtl">{said}</p>', css=css)
    rule(page, 72, 182, 722)
    small = css.replace("11px", "9px")
    page.insert_htmlbox((500, 730, 523, 745), "<p>1</p>", css=small)
    page.insert_htmlbox((250, 730, 500, 745), f'<p dir="rtl">{said[:40]}</p>', css=small)
    write(page, 295, 790, "3", 9)
    noted = [row.text for row in maker.rows() if row.zone is Zone.FOOTNOTE]
    assert len(noted) == 1
    assert "1" in noted[0]


def test_the_number_of_a_note_may_stand_in_brackets_in_the_size_of_its_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "brackets.pdf")
    page = maker.page()
    body(page, 90, 40)
    write(page, 520, 86, "1", 6)
    rule(page, 72, 192, 720)
    write(page, 72, 732, "(1) Document of the fourth session, chapter II.", 8)
    body(maker.page(), 90, 40)
    assert _notes(maker.rows()) == ["(1) Document of the fourth session, chapter II."]


def test_a_row_that_calls_itself_a_note_below_the_end_of_one_is_another(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "note.pdf")
    page = maker.page()
    body(page, 90, 40)
    rule(page, 72, 172, 720)
    write(page, 72, 732, "* E/2026/11.", 8)
    write(page, 72, 743, "Note: The present document was processed in its entirety by the Board.", 8)
    body(maker.page(), 90, 40)
    rows = [row for row in maker.rows() if row.zone is Zone.FOOTNOTE]
    assert len({row.group for row in rows}) == len(rows) == 2
