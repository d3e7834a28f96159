"""Zones of layouts that came up in reports nobody had tuned to."""

from __future__ import annotations

from pathlib import Path

from model.extraction.rows import Zone
from model.extraction.zones.pieces import pieces
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.weights import letters_of, weighed
from model.reading.text import Line, Span
from tests.model.extraction.zones.pages import LOREM, Maker, body, rule, texts, write

NARROW = "The committee considered the report of"


def test_chapter_heading_over_one_column_is_read_before_both(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "over.pdf")
    body(maker.page(), 80, 40)
    page = maker.page()
    write(page, 330, 84, "2 Scope and objectives", 19)
    body(page, 166, 30, x=57, text=NARROW)
    body(page, 166, 30, x=320, text=NARROW)
    found = texts([row for row in maker.rows() if row.page == 2], Zone.BODY)
    assert found[0] == "2 Scope and objectives"


def test_bullets_that_hang_before_a_column_do_not_cut_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "hanging.pdf")
    page = maker.page()
    body(page, 88, 30, x=57, text=NARROW)
    body(page, 88, 30, x=320, text=NARROW)
    for line in (4, 16):
        write(page, 311, 88 + 14 * line, "•")
    rows = [row for row in maker.rows() if row.zone is Zone.BODY]
    assert {row.column for row in rows} == {1, 2}
    assert sorted(row.column for row in rows) == [row.column for row in rows]


def test_table_goes_on_below_rows_across_its_columns(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "across.pdf")
    body(maker.page(), 80, 40)
    page = maker.page()
    for y in (160, 180):
        rule(page, 60, 301, y)
        rule(page, 301, 553, y)
    write(page, 67, 172, "Recommendations", 8.5, "italic")
    write(page, 308, 172, "Remarks", 8.5, "italic")
    write(page, 67, 196, "Flexible working arrangements in the organizations of the whole system", 10, "bold")
    write(page, 67, 212, "1. Recommendations addressed to the legislative body and to the Board")
    for line in range(6):
        write(page, 67, 232 + 12 * line, f"The bodies should request {line}")
        write(page, 308, 232 + 12 * line, f"It is directed to the Board {line}")
    assert texts([row for row in maker.rows() if row.page == 2], Zone.BODY) == []


def test_record_of_speeches_has_its_meeting_as_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "record.pdf")
    page = maker.page()
    write(page, 123, 82, "General Assembly")
    write(page, 123, 129, "64th plenary meeting", 10, "bold")
    write(page, 123, 141, "Wednesday, 16 April 2025, 10 a.m.")
    write(page, 123, 153, "New York")
    body(page, 220, 20)
    write(page, 123, 640, "This record contains the text of speeches delivered in English.", 8)
    write(page, 123, 650, "Corrections should be submitted to the original languages only.", 8)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["64th plenary meeting"]
    assert "New York" in texts(rows, Zone.MASTHEAD)
    assert len(texts(rows, Zone.BODY)) == 20


def test_figure_between_two_rules_is_one(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "ruled.pdf")
    page = maker.page()
    body(page, 80, 8)
    rule(page, 72, 523, 248)
    write(page, 74, 262, "Graph 1. Timeline of events", 10, "bold")
    for line in range(5):
        for place in range(4):
            write(page, 80 + 110 * place, 300 + 30 * line, f"Event {line} {place}", 7)
    rule(page, 72, 523, 499)
    body(page, 530, 8)
    rows = maker.rows()
    assert len({row.group for row in rows if row.zone is Zone.FIGURE}) == 1
    assert len(texts(rows, Zone.BODY)) == 16


def test_dateline_above_the_contents_is_no_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "dateline.pdf")
    for _ in range(2):
        body(maker.page(), 80, 20)
    page = maker.page()
    write(page, 488, 115, "[22 May 2025]")
    body(page, 160, 20)
    assert texts(maker.rows(), Zone.COVER) == ["[22 May 2025]"]


def test_contents_entry_may_run_over_nine_rows(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "contents.pdf")
    page = maker.page()
    write(page, 72, 80, "Contents", 14)
    y = 110
    for entry in range(4):
        for _ in range(8 if entry == 2 else 0):
            write(page, 90, y, "Goals under review by the forum on sustainable development in")
            y += 12
        write(page, 90, y, f"Entry {entry} " + ". " * 60 + f"{entry + 3}")
        y += 18
    assert texts(maker.rows(), Zone.BODY) == []


def test_medium_is_bold_beside_light_text() -> None:
    lines = [_line("Family-Light", "Running text of the report " * 3, 100.0 + 12 * n) for n in range(9)]
    sheet = Sheet(
        1, 595, 842, pieces([_line("Family-Medium", "A heading", 80.0), *lines]), (), (), (), (), ()
    )
    weighed([sheet], letters_of([sheet]))
    assert [piece.spans[0].bold for piece in sheet.pieces] == [True] + [False] * 9


def _line(font: str, text: str, y: float) -> Line:
    span = Span(text, 72, y - 8, 300, y + 2, 72, y, 10, font, False, False, False)
    return Line((span,), True)


def test_list_with_leaders_ends_above_a_sentence_whose_row_ends_in_a_number(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "leaders.pdf")
    page = maker.page()
    write(page, 72, 80, "Contents", 14)
    for line, title in enumerate(("Background", "Armed groups", "Arms embargo", "Recommendations")):
        write(page, 72, 104 + 14 * line, f"{title} {'.' * (150 - 2 * len(title))} {line + 2}")
    write(page, 72, 190, "I. Background", 14, "bold")
    write(page, 72, 214, "A. Mandate", 12, "bold")
    write(page, 72, 236, f"1. {LOREM} until 31")
    body(page, 250, 20)
    found = texts(maker.rows(), Zone.BODY)
    assert found[:2] == ["I. Background", "A. Mandate"]
    assert texts(maker.rows(), Zone.CONTENTS)[-1].startswith("Recommendations")


def test_who_proposes_a_draft_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "draft.pdf")
    page = maker.page()
    write(page, 72, 80, "General Assembly", 13, "bold")
    write(page, 400, 80, "Distr.: Limited")
    write(page, 400, 94, "20 April 2026")
    write(page, 400, 120, "Original: English")
    write(page, 72, 160, "Eightieth session", 10, "bold")
    write(page, 123, 210, "Albania, Brazil, Cabo Verde, Fiji, Iceland, Kenya,", 12, "bold")
    write(page, 123, 225, "Portugal and Uruguay: draft", 12, "bold")
    write(page, 123, 240, "resolution", 12, "bold")
    write(page, 123, 270, "International Year of Coastal Lagoons, 2029", 14, "bold")
    body(page, 300, 18, x=123)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["International Year of Coastal Lagoons, 2029"]
    assert "Portugal and Uruguay: draft" in texts(rows, Zone.MASTHEAD)


def test_a_notes_mark_in_plain_type_does_not_end_a_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "marked.pdf")
    page = maker.page()
    write(page, 120, 53, "Small Harbours Organization", 14)
    write(page, 392, 81, "Distr.: General")
    write(page, 99, 298, "Report of the Working Group on Lights and", 14, "bold")
    write(page, 113, 314, "Aids", 14, "bold")
    write(page, 143, 314, "*")
    write(page, 99, 346, "Port Ellery", 14, "bold")
    body(maker.page(), 80, 40)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Report of the Working Group on Lights and", "Aids*", "Port Ellery"
    ]  # fmt: skip


def test_what_begins_in_the_midst_of_a_bold_list_has_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "midst.pdf")
    for number in range(2):
        page = maker.page()
        for line in range(30):
            text = f"14.{30 * number + line + 3} Keep the lights burning until the last boat of all is in;"
            write(page, 100, 80 + 22 * line, text, 10, "bold")
    assert texts(maker.rows(), Zone.TITLE) == []


def test_annex_that_is_a_table_alone_keeps_its_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annex.pdf")
    body(maker.page(), 100, 40)
    page = maker.page()
    write(page, 270, 68, "ANNEX", 10, "bold")
    write(page, 262, 84, "Key actions", 10, "bold")
    for y in (92, 110, 128, 146, 164):
        rule(page, 72, 520, y)
    for y, cells in (
        (105, ("Action", "Who")),
        (123, ("Map of lagoons", "Commission")),
        (141, ("Zones", "States")),
    ):
        write(page, 76, y, cells[0])
        write(page, 300, y, cells[1])
    rows = maker.rows()
    assert texts(rows, Zone.BODY)[-2:] == ["ANNEX", "Key actions"]
    assert "Action Who" in texts(rows, Zone.TABLE)
