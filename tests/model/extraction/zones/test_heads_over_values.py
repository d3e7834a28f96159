"""Tables as word processors set them by default: heads at the left of their columns, values at the right."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, ending_at, rule, tables_of, texts, write

_LEFTS, _RIGHTS = (72, 230, 330, 430), (200, 325, 425, 520)


def _values(page: pymupdf.Page, y: float, count: int = 5) -> list[list[str]]:
    rows = [[f"Services {WORDS[at]}", f"{at}20", f"{at}10", f"{at}9"] for at in range(count)]
    for at, row in enumerate(rows):
        write(page, 72, y + 15 * at, row[0], 9)
        for x, text in zip(_RIGHTS[1:], row[1:], strict=True):
            ending_at(page, x, y + 15 * at, text)
    return rows


def _ruled(page: pymupdf.Page, *heights: float) -> None:
    for y in heights:
        rule(page, 72, 520, y)


def test_heads_at_the_left_belong_to_values_at_theending_at(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    head = ["Service", "2021", "2022", "Plan"]
    for x, text in zip(_LEFTS, head, strict=True):
        write(page, x, 260, text, 9)
    rows = _values(page, 282)
    _ruled(page, 250, 266, 348)
    assert tables_of(maker) == [[head, *rows]]


def test_such_heads_may_have_two_lines_and_the_first_column_none(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    for x, text in zip(_LEFTS[1:], ("Year", "Year", "Plan"), strict=True):
        write(page, x, 260, text, 9)
    for x, text in zip(_LEFTS[1:3], ("2021", "2022"), strict=True):
        write(page, x, 271, text, 9)
    rows = _values(page, 292)
    _ruled(page, 250, 276, 358)
    assert tables_of(maker) == [[["", "Year 2021", "Year 2022", "Plan"], *rows]]


def test_such_heads_stand_over_their_own_columns_without_rules(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    write(page, 72, 254, "Table 1: Services", 9)
    head = ["Service", "2021", "2022", "Plan"]
    for x, text in zip(_LEFTS, head, strict=True):
        write(page, x, 268, text, 9)
    rows = _values(page, 282)
    body(page, 400, 6)
    assert tables_of(maker) == [[["Table 1: Services"], head, *rows]]


def test_numbered_rows_below_the_long_rule_of_a_header_are_no_notes(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    write(page, 72, 260, "No.", 9)
    write(page, 100, 260, "Measure", 9)
    write(page, 330, 260, "Office", 9)
    for at in range(20):
        for x, text in ((72, str(at + 1)), (100, f"Measure {WORDS[at % 12]}"), (330, f"Office {at}")):
            write(page, x, 282 + 15 * at, text, 9)
    _ruled(page, 250, 266)
    body(maker.page(), 90, 20)
    assert not texts(maker.rows(), Zone.FOOTNOTE)
    ((head, *rows),) = tables_of(maker)
    assert head == ["No.", "Measure", "Office"]
    assert rows == [[str(at + 1), f"Measure {WORDS[at % 12]}", f"Office {at}"] for at in range(20)]


def _plain_table(page: pymupdf.Page, top: float) -> None:
    for x, text in zip(_LEFTS, ["Service", "2021", "2022", "Plan"], strict=True):
        write(page, x, top + 10, text, 9)
    _values(page, top + 32)
    _ruled(page, top, top + 16, top + 98)


def test_a_caption_below_a_table_without_one_above_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 60, 6)
    for at, top in enumerate((160, 420)):
        _plain_table(page, top)
        write(page, 72, top + 114, f"Table {at + 1}: Services by year")
        body(page, top + 140, 6)
    rows = maker.rows()
    assert [text for text in texts(rows, Zone.TABLE) if text.startswith("Table")] == [
        "Table 1: Services by year",
        "Table 2: Services by year",
    ]


def test_a_caption_between_two_tables_is_the_second_ones(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 60, 6)
    _plain_table(page, 160)
    write(page, 72, 280, "Table 1: Services by year", 10, "bold")
    _plain_table(page, 290)
    body(page, 420, 6)
    groups = {row.group for row in maker.rows() if row.text == "Table 1: Services by year"}
    assert groups == {maker.rows()[-7].group}


def test_a_sentence_about_a_table_below_it_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 60, 6)
    _plain_table(page, 160)
    write(page, 72, 284, "Table 1 shows what the services cost in the years of the plan.")
    body(page, 298, 6)
    assert "Table 1 shows what the services cost in the years of the plan." in texts(maker.rows(), Zone.BODY)


def test_the_last_row_of_a_table_without_rules_may_go_on_in_its_first_column(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 60, 6)
    _values(page, 200)
    write(page, 72, 275, "Services of the harbour and of the coast with", 9)
    for x, text in zip(_RIGHTS[1:], ("620", "610", "60"), strict=True):
        ending_at(page, x, 275, text)
    write(page, 72, 286, "its lighthouses", 9)
    body(page, 320, 6)
    rows = maker.rows()
    assert (
        texts(rows, Zone.TABLE)[-1]
        == "Services of the harbour and of the coast with its lighthouses 620 610 60"
    )


def test_a_word_below_such_a_table_that_had_room_above_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 60, 6)
    _values(page, 200)
    write(page, 72, 271, "Harbour", 9)
    body(page, 320, 6)
    assert "Harbour" in texts(maker.rows(), Zone.BODY)
