"""Lines drawn below or through words, as drafts show what was put in and taken out: no rules of tables."""

from __future__ import annotations

import pymupdf
import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import LOREM, Maker, rule, write

_RIGHT = 72 + pymupdf.get_text_length(LOREM, fontsize=10)


@pytest.mark.parametrize("below_baseline", [1.2, -2.5])
def test_a_line_drawn_at_words_below_a_table_does_not_end_it(tmp_path, below_baseline):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for row in range(4):
        write(page, 72, 90 + 13 * row, LOREM)
    rule(page, 72, _RIGHT, 160)
    write(page, 78, 171, "Category", 7, "italic")
    write(page, 400, 171, "Actual", 7, "italic")
    rule(page, 72, _RIGHT, 177)
    for row, words in enumerate(("Military contingents", "Formed police units", "Observers")):
        write(page, 78, 191 + 14 * row, words, 8)
        write(page, 400, 191 + 14 * row, f"{90 + row}.2", 8)
    for row in range(4):
        write(page, 72, 250 + 13 * row, LOREM)
    rule(page, 72, _RIGHT, 263 + below_baseline)
    nodes = list(build(maker.rows()))
    assert [node.kind for node in nodes] == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    assert nodes[-1].text.count("the report of the secretariat") == 4


def test_an_underlined_heading_is_one_though_its_line_is_no_rule(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for at, words in enumerate(("Harbours", "Lamps", "Pilots")):
        write(page, 72, 100 + 120 * at, words)
        rule(page, 72, 72 + pymupdf.get_text_length(words, fontsize=10), 101.3 + 120 * at)
        for row in range(4):
            write(page, 72, 130 + 120 * at + 13 * row, LOREM)
    nodes = build(maker.rows())
    assert [node.text for node in nodes if node.kind is Kind.SECTION] == ["Harbours", "Lamps", "Pilots"]


def test_a_heading_is_underlined_word_by_word_and_its_number_is_not(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    for at, words in enumerate(("Lamps of the harbour", "Pilots and ferries", "Buoys in the ice")):
        y = 100 + 120 * at
        write(page, 72, y, f"{'ABC'[at]}.   {words}")
        x = 72 + pymupdf.get_text_length(f"{'ABC'[at]}.   ", fontsize=10)
        for word in words.split():
            wide = pymupdf.get_text_length(word, fontsize=10)
            rule(page, x, x + wide, y + 1.3)
            x += wide + pymupdf.get_text_length(" ", fontsize=10)
        for row in range(4):
            write(page, 72, y + 26 + 13 * row, LOREM)
    rows = maker.rows()
    assert [row.text[0] for row in rows if row.underlined] == ["A", "B", "C"]
