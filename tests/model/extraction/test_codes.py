"""Structure from rows: numbers that only a report's own count tells to be numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.extraction.numbering.markers import read_markers
from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from model.reading.text import Span
from tests.model.extraction.test_structure import paragraph, row


def _paragraphs(*numbers: str) -> list[Row]:
    rows = [*paragraph("1.", 40), *paragraph("2.", 70)]
    for at, number in enumerate(numbers):
        rows += paragraph(number, 100 + 30 * at)
    return [*rows, *paragraph("3.", 100 + 30 * len(numbers))]


def _numbers(rows: Sequence[Row], kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [node.number for node in build(rows) if node.kind is kind]


@pytest.mark.parametrize("sign", [".", ":", "：", " –", ")"])
def test_letters_with_numbers_that_count_on_number_paragraphs(sign: str) -> None:
    rows = _paragraphs(f"R1{sign} The", f"R2{sign} The", f"EQ-1{sign} The", f"EQ-2{sign} The")
    assert _numbers(rows) == ["1", "2", "R1", "R2", "EQ-1", "EQ-2", "3"]
    assert build(rows)[2].text.startswith("The words")


@pytest.mark.parametrize(
    "numbers",
    [
        ["G20 Members"],
        ["M23 The", "M23 The"],
        ["R1. The", "R5. The"],
        ["R1 Is", "R2 Is"],
        ["L1: The", "L1: The"],
        ["M1 The", "M1 The", "M1 The"],
    ],
)
def test_such_names_that_do_not_count_stay_in_the_text(numbers: list[str]) -> None:
    assert _numbers(_paragraphs(*numbers)) == ["1", "2", *[""] * len(numbers), "3"]


def test_a_number_put_in_with_a_letter_goes_on_in_its_run() -> None:
    rows = [*paragraph("1.", 40), *paragraph("2.", 70), *paragraph("2a.", 100), *paragraph("2b.", 130)]
    assert _numbers([*rows, *paragraph("3a.", 160), *paragraph("4.", 190)]) == [
        "1",
        "2",
        "2a",
        "2b",
        "3a",
        "4",
    ]


@pytest.mark.parametrize("text", ["10a.m. The meeting was opened", "1990s. The first wells were dug"])
def test_a_time_is_no_number(text: str) -> None:
    assert not read_markers(text)


def _headed(*headings: str) -> list[Row]:
    rows = []
    for at, heading in enumerate(headings):
        rows += [row(heading, 40 + 60 * at, size=13, bold=True), *paragraph("", 60 + 60 * at)]
    return rows


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (["Theme 1: Water", "Theme 2: Land", "Closing"], ["1", "2", ""]),
        (["主题1：供水", "主题2：土地", "结束语"], ["1", "2", ""]),
        (["专题一：供水", "专题二：土地", "结束语"], ["一", "二", ""]),
    ],
)
def test_a_word_with_a_numeral_that_counts_on_numbers_headings_and_stays_in_their_text(
    headings: list[str], numbers: list[str]
) -> None:
    rows = _headed(*headings)
    assert _numbers(rows, Kind.SECTION) == numbers
    assert build(rows)[0].text == headings[0]


def test_a_code_numbers_headings_and_tells_nothing_of_their_level() -> None:
    sections = [
        node for node in build(_headed("SO1: Water", "SO2: Land", "Closing")) if node.kind is Kind.SECTION
    ]
    assert [(node.number, node.text, node.level) for node in sections] == [
        ("SO1", "SO1: Water", 1),
        ("SO2", "SO2: Land", 1),
        ("", "Closing", 1),
    ]


@pytest.mark.parametrize(
    "headings", [["Discussion of item 4", "Discussion of item 5"], ["Round 1: Water"], ["Hall 4", "Hall 9"]]
)
def test_numerals_that_do_not_count_headings_are_no_numbers(headings: list[str]) -> None:
    assert _numbers(_headed(*headings), Kind.SECTION) == [""] * len(headings)


def test_recommendations_are_counted_on_through_a_year() -> None:
    rows = [*paragraph("1.", 40), *paragraph("2.", 70)]
    for at in range(3):
        top = 110 + 60.0 * at
        rows += [row("The owners are recommended to:", top), *paragraph(f"2026/{114 + at} Keep", top + 20)]
    numbers = [number for number in _numbers(rows, Kind.ITEM) if number]
    assert numbers == ["2026/114", "2026/115", "2026/116"]


@pytest.mark.parametrize(
    "numbers", [["2024/25 Keep", "2025/26 Keep"], ["2026/114 Keep"], ["2026/114 and", "2026/115 and"]]
)
def test_years_and_citations_are_no_codes(numbers: list[str]) -> None:
    assert _numbers(_paragraphs(*numbers)) == ["1", "2", *[""] * len(numbers), "3"]


def _filed(code: str, said: str, y: float, apart: float, *, bold: bool = False) -> Row:
    """A row that a code begins, its words this many points behind it."""
    x = 100 + 5.0 * len(code)
    made = row(said, y, x + apart)
    face = "Times-Bold" if bold else "Times"
    mark = Span(code, 100, y - 10, x, y + 2, 100, y, 10, face, bold, False, False)
    return made._replace(spans=(mark, *made.spans), x0=100.0)


@pytest.mark.parametrize(("apart", "bold"), [(30.0, False), (3.0, True)])
def test_a_recommendation_is_numbered_by_what_it_is_filed_under(apart: float, bold: bool) -> None:
    rows = [*paragraph("1.", 40), *paragraph("2.", 70)]
    for at, code in enumerate(("RO-2025-004-SR-01", "RO-2025-004-SAN-01", "A-26-14")):
        said = "The Bureau recommends that the railway take safety action to"
        rows.append(_filed(code, said, 110 + 40.0 * at, apart, bold=bold))
        rows.append(row("ensure that the sites are identified.", 122 + 40.0 * at))
    assert _numbers(rows) == ["1", "2", "RO-2025-004-SR-01", "RO-2025-004-SAN-01", "A-26-14"]


@pytest.mark.parametrize("text", ["RO-2025-004-SR-01 The", "RO-2025-004-SR-01 was", "COVID-19-2 The"])
def test_what_is_cited_from_a_file_is_no_number_where_nothing_sets_it_apart(text: str) -> None:
    assert _numbers(_paragraphs(text)) == ["1", "2", "", "3"]
