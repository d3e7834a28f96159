"""Tables, figures, contents pages and footnotes: which rows are theirs, and which are not."""

from __future__ import annotations

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write


def _table(page, top: float, rows: int) -> None:
    rule(page, 72, 520, top)
    rule(page, 72, 520, top + 18)
    for x, name in ((76, "Document"), (260, "Item"), (340, "Title")):
        write(page, x, top + 13, name, 8)
    for n in range(rows):
        for x, text in ((76, f"TD/2024/{n}"), (260, f"{n}"), (340, f"Background paper {n}")):
            write(page, x, top + 32 + 14 * n, text, 9)
    rule(page, 72, 520, top + 32 + 14 * rows)


def test_a_table_between_rules_is_one_group_and_takes_neither_heading_nor_text(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    rule(page, 72, 520, 60)
    body(page, 90, 6)
    write(page, 72, 220, "List of documents", 14, "bold")
    _table(page, 240, 6)
    body(page, 420, 6)
    rows = make.rows()
    table = [row for row in rows if row.zone is Zone.TABLE]
    assert len({row.group for row in table}) == 1
    lines = texts(rows, Zone.TABLE)
    assert lines[0].split() == ["Document", "Item", "Title"]
    assert len(lines) == 7
    assert "List of documents" in texts(rows, Zone.BODY)
    assert len(texts(rows, Zone.BODY)) == 13


def test_a_table_caption_and_its_title_belong_to_the_table(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    write(page, 72, 214, "Table 1")
    write(page, 72, 227, "Documents before the committee", 10, "bold")
    _table(page, 235, 6)
    table = texts(make.rows(), Zone.TABLE)
    assert table[:2] == ["Table 1", "Documents before the committee"]


def test_notes_below_a_table_are_footnotes_and_the_text_goes_on(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    _table(page, 235, 6)
    write(page, 80, 372, "a", 5, "italic")
    write(page, 86, 375, "Estimates as at March.", 8)
    body(page, 400, 20)
    rows = make.rows()
    assert texts(rows, Zone.FOOTNOTE) == ["a Estimates as at March."]
    assert len(texts(rows, Zone.BODY)) == 26


def test_footnotes_below_a_short_rule_are_a_group_each_and_go_on_over_the_page(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number, notes in ((1, ("1", "2")), (2, ("", "3"))):
        page = make.page()
        body(page, 90, 30)
        rule(page, 72, 180, 700)
        for n, mark in enumerate(notes):
            write(page, 72, 712 + 20 * n - (3 if mark else 0), mark, 5) if mark else None
            write(page, 80, 712 + 20 * n, f"Note {mark or 'goes on'} of page {number}.", 8)
    groups: dict[int, list[str]] = {}
    for row in make.rows():
        if row.zone is Zone.FOOTNOTE:
            groups.setdefault(row.group, []).append(" ".join(row.text.split()))
    assert list(groups.values()) == [
        ["1 Note 1 of page 1."], ["2 Note 2 of page 1.", "Note goes on of page 2."], ["3 Note 3 of page 2."],
    ]  # fmt: skip


def test_a_rule_that_underlines_a_heading_starts_no_footnotes(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 20)
    write(page, 72, 420, "Military situation")
    rule(page, 72, 150, 422)
    write(page, 72, 450, "14. Afghanistan remained in deadlock.")
    body(page, 464, 12)
    rows = make.rows()
    assert texts(rows, Zone.FOOTNOTE) == []
    assert [row.text for row in rows if row.underlined] == ["Military situation"]


def test_contents_rows_with_leaders_are_one_group_until_the_text(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    write(page, 72, 90, "Contents", 14, "bold")
    for n in range(8):
        write(page, 72, 120 + 18 * n, f"{n + 1}. Heading of a chapter ...........................")
        write(page, 500, 120 + 18 * n, str(n + 2))
    body(make.page(), 90, 30)
    rows = make.rows()
    contents = [row for row in rows if row.zone is Zone.CONTENTS]
    assert len(contents) == 9
    assert len({row.group for row in contents}) == 1
    assert len(texts(rows, Zone.BODY)) == 30


def _chart(page) -> None:
    write(page, 72, 220, "Figure 1. Accidents by year", 10, "bold")
    for n in range(8):
        page.draw_rect((100 + 40 * n, 380 - 15 * n, 120 + 40 * n, 400), color=None, fill=(0, 0, 1), width=0)
        write(page, 102 + 40 * n, 412, str(2016 + n), 7)
        write(page, 102 + 40 * n, 376 - 15 * n, str(10 + n), 7)


def test_labels_of_a_chart_belong_to_the_figure_with_its_caption_first(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    _chart(page)
    body(page, 450, 10)
    rows = make.rows()
    figure = texts(rows, Zone.FIGURE)
    assert figure[0] == "Figure 1. Accidents by year"
    assert sum(text.count("20") for text in figure) >= 8
    assert len(texts(rows, Zone.BODY)) == 16


def test_a_heading_below_a_chart_is_none_of_its_labels(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    _chart(page)
    write(page, 72, 450, "Causes", 10, "bold")
    body(page, 472, 10)
    rows = make.rows()
    assert "Causes" in texts(rows, Zone.BODY)
    assert "Causes" not in texts(rows, Zone.FIGURE)


def test_a_paragraph_that_begins_with_figure_is_text(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    write(page, 72, 90 + 14 * 6, "Figure 2 shows that the committee took note of the report of the body.")
    write(page, 72, 90 + 14 * 7, "And of its plans.")
    page.draw_rect((72, 210, 400, 360), color=None, fill=(0, 0, 1), width=0)
    assert texts(make.rows(), Zone.FIGURE) == []


def test_entries_of_a_list_of_figures_are_no_captions(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    body(make.page(), 90, 30)
    page = make.page()
    for n, words in enumerate(("Water points repaired", "Schools opened", "Clinics by district", "Budget")):
        write(page, 72, 100 + 14 * n, f"Figure {n + 1}. {words} {'.' * 60} {n + 4}")
    page.draw_rect((72, 190, 400, 320), color=None, fill=(0, 0, 1), width=0)
    assert texts(make.rows(), Zone.FIGURE) == []


def test_small_texts_below_a_caption_make_a_chart_that_is_drawn_in_curves(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    write(page, 72, 200, "Figure 1. Accidents by year", 9, "bold")
    page.draw_bezier((80, 300), (180, 210), (280, 350), (380, 240))
    for n in range(8):
        write(page, 90 + 40 * n, 360, str(2016 + n), 7)
    body(page, 400, 10)
    figure = texts(make.rows(), Zone.FIGURE)
    assert figure[:1] == ["Figure 1. Accidents by year"]
    assert all(str(2016 + n) in " ".join(figure) for n in range(8))


def test_a_page_of_a_table_with_text_in_one_column_is_a_table(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for y in (80, 700):
        rule(page, 60, 550, y)
    for x in (60, 190, 460, 528, 550):
        page.draw_line((x, 80), (x, 700), width=0.5)
    for line in range(30):
        write(page, 200, 100 + 18 * line, "measures taken for access to humanitarian relief")
    rows = make.rows()
    assert sum(row.zone is Zone.TABLE for row in rows) == 30


def test_a_framed_chart_with_a_long_legend_is_a_figure(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 10)
    write(page, 72, 250, "Figure I")
    write(page, 72, 263, "Persons by kind of staff, 2017-2024", face="bold")
    page.draw_rect((70, 280, 520, 480), color=(0.5, 0.5, 0.5), width=0.5)
    write(page, 90, 300, "Staff of peacekeeping operations and of special political missions")
    for n in range(8):
        page.draw_rect((100 + 50 * n, 330 + 14 * n, 120 + 50 * n, 460), color=None, fill=(0.5, 0.5, 0.5))
        write(page, 100 + 50 * n, 327 + 14 * n, f"{385 - 20 * n}", 9, "bold")
        write(page, 96 + 50 * n, 472, f"{2017 + n}", 9)
    body(page, 510, 12)
    rows = make.rows()
    labels = " ".join(texts(rows, Zone.FIGURE))
    assert labels.startswith("Figure I Persons by kind of staff")
    assert "political missions" in labels
    assert "245" in labels
    assert len(texts(rows, Zone.BODY)) == 22


def test_a_caption_between_the_rules_of_two_tables_begins_the_second(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    for number, top in ((1, 235), (2, 415)):
        write(page, 72, top - 8, f"Table {number}: Documents", 8, "bold")
        _table(page, top, 6)
    rows = [row for row in make.rows() if row.zone is Zone.TABLE]
    firsts = {row.group: row.text for row in reversed(rows)}
    assert sorted(firsts.values()) == ["Table 1: Documents", "Table 2: Documents"]


def test_a_list_between_a_tables_first_rules_is_a_row_of_it(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    rule(page, 72, 520, 206)
    for n in range(5):
        write(page, 76, 220 + 10 * n, f"{n + 1}. Part {n + 1} of the vote", 8)
    _table(page, 268, 6)
    body(page, 420, 6)
    rows = make.rows()
    table = [row for row in rows if row.zone is Zone.TABLE]
    assert table[0].text.startswith("1. Part 1")
    assert len({row.group for row in table}) == 1
    assert len(texts(rows, Zone.BODY)) == 12


def test_a_bar_of_colour_behind_a_heading_and_its_date_is_no_table(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 6)
    page.draw_rect((72, 190, 520, 210), color=None, fill=(0.85, 0.9, 1))
    write(page, 76, 204, "Recommendation 3", 10, "bold")
    write(page, 430, 204, "By March 2025", 10, "bold")
    body(page, 240, 12)
    assert texts(make.rows(), Zone.TABLE) == []


def test_a_tables_tinted_first_row_belongs_to_it_though_tinted_text_touches_it(tmp_path):
    maker = Maker(tmp_path / "tints.pdf")
    page = maker.page()
    for at in range(14):  # a word processor's shading behind each line of text
        page.draw_rect((70, 90 + 14 * at, 525, 104 + 14 * at), color=None, fill=(1, 1, 0.98))
    body(page, 100, 14)
    for y in (286, 316):
        page.draw_rect((71, y + 0.5, 524, y + (30 if y == 286 else 0.6)), color=None, fill=(0.8, 0.9, 1))
    for y in (286, 316, 346, 376):
        rule(page, 71, 524, y)
    for x, y0 in ((71, 286), (300, 316), (524, 286)):
        page.draw_rect((x, y0, x + 0.5, 376), color=None, fill=(0, 0, 0), width=0)
    write(page, 240, 305, "Article 20 (1)")
    for y, left, value in ((335, "Documents issued", "3"), (365, "Documents repealed", "0")):
        write(page, 80, y, left)
        write(page, 400, y, value)
    found = texts(maker.rows(), Zone.TABLE)
    assert found == ["Article 20 (1)", "Documents issued 3", "Documents repealed 0"]


def test_headings_on_bars_of_colour_one_below_the_other_are_no_table(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 40)
    page = maker.page()
    for y, number, title in ((90, "1", "Factual information"), (110, "1.1", "Narrative")):
        page.draw_rect((68, y - 13, 530, y + 5), color=None, fill=(0.75, 0.85, 0.95))
        write(page, 72, y, number, 12, "bold")
        write(page, 110, y, title, 12, "bold")
    body(page, 140, 30)
    rows = maker.rows()
    assert not texts(rows, Zone.TABLE)
