"""Structure from rows: words that say what sort of text follows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_structure import paragraph, row


def _boxed(rows: Sequence[Row], box: int) -> list[Row]:
    return [one._replace(box=box) for one in rows]


def _headings(nodes: Sequence[Node]) -> list[tuple[str, int | None]]:
    return [(node.text, node.level) for node in nodes if node.kind is Kind.SECTION]


def test_what_is_set_as_most_such_words_are_is_one_of_them() -> None:
    rows = [row("Findings", 60, size=14, bold=True)]
    for at, word in enumerate(("Tip", "Tip", "Tip", "Tip", "Warning")):
        rows += [row(word, 90 + 100 * at, bold=True), *paragraph("", 110 + 100 * at)]
    for at in range(2):
        rows += [
            row(("North", "South")[at], 80, size=12, bold=True, page=2 + at),
            row("Warning", 110, bold=True, page=2 + at),
            *paragraph("", 130, page=2 + at),
        ]
    assert [text for text, _ in _headings(build(rows))] == ["Findings", "North", "South"]


def test_a_word_over_the_box_of_each_section_stays_its_heading() -> None:
    rows = [row("Findings", 60, size=14, bold=True)]
    for at in range(3):
        rows += [
            row(("North", "South", "West")[at], 90 + 200 * at, size=12, bold=True),
            *paragraph("", 110 + 200 * at),
            *_boxed([row("In short", 150 + 200 * at, bold=True), *paragraph("", 170 + 200 * at)], 5 + at),
        ]
    assert [text for text, _ in _headings(build(rows))].count("In short") == 3


def test_words_twice_in_one_section_say_what_sort_of_text_follows() -> None:
    rows = [row("Findings", 60, size=14, bold=True)]
    for at, word in enumerate(("Tip", "Tip", "Note", "Tip", "Note", "Note")):
        rows += [row(word, 90 + 100 * at, bold=True), *paragraph("", 110 + 100 * at)]
    assert _headings(build(rows)) == [("Findings", 1)]


def test_headings_that_each_section_has_once_stay() -> None:
    rows = []
    for at in range(3):
        rows += [row(("North", "South", "West")[at], 60 + 200 * at, size=14, bold=True)]
        for down, word in enumerate(("Background", "Remarks")):
            y = 90 + 200 * at + 60 * down
            rows += [row(word, y, bold=True), *paragraph("", y + 20)]
    assert [level for _, level in _headings(build(rows))] == [1, 2, 2] * 3


@pytest.mark.parametrize("size", [10.0, 12.0])  # as the cases' names are set, and higher
def test_parts_that_say_the_same_in_each_case_stand_below_it(size: float) -> None:
    rows = [row("Part two", 60, size=14, bold=True), row("Single cases", 76, size=14, bold=True)]
    for at, case in enumerate(("North", "South", "West")):
        rows += [
            row(case, 110 + 200 * at, bold=True),
            *paragraph("", 130 + 200 * at),
            row("Conclusions", 170 + 200 * at, size=size, bold=True),
            *paragraph("", 190 + 200 * at),
        ]
    headings = _headings(build(rows))
    assert headings[1:3] == [("North", 2), ("Conclusions", 3)]
    assert [level for _, level in headings[1:]] == [2, 3] * 3


def test_several_parts_that_say_the_same_in_each_case_stand_below_it() -> None:
    rows = [row("Single cases", 60, size=14, bold=True)]
    for at, word in enumerate(
        ("North", "Facts", "Views", "South", "Facts", "Views", "West", "Facts", "Views")
    ):
        rows += [row(word, 90 + 50 * at, bold=True), *paragraph("", 108 + 50 * at)]
    assert [level for _, level in _headings(build(rows))] == [1, *[2, 3, 3] * 3]


def test_what_is_said_again_after_several_headings_is_no_part_of_the_last_of_these() -> None:
    rows = [row("The year", 60, size=14, bold=True)]
    for at, word in enumerate(("North", "South", "Views", "East", "West", "Views", "Coast", "Sea", "Views")):
        rows += [row(word, 90 + 50 * at, bold=True), *paragraph("", 108 + 50 * at)]
    assert max(level for _, level in _headings(build(rows))) == 2


@pytest.mark.parametrize("lower", [("Roads", "Bridges"), ("Roads",)])
def test_what_closes_sections_in_which_lower_headings_stand_is_no_part_of_the_last_of_these(
    lower: tuple[str, ...],
) -> None:
    rows = []
    for at, place in enumerate(("North", "South")):
        rows.append(row(place, 60 + 200 * at, size=14, bold=True))
        for down, word in enumerate((*(f"{one} {place}" for one in lower), "Conclusions")):
            y = 90 + 200 * at + 50 * down
            size = 12 if word == "Conclusions" else 10
            rows += [row(word, y, size=size, bold=True), *paragraph("", y + 18)]
    assert [level for _, level in _headings(build(rows))] == [1, *[2] * len(lower), 2] * 2
