"""Who signs a report or a letter: rows that are one paragraph, and rows that are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row


def _text() -> list[Row]:
    return [
        row("Findings", 60, bold=True),
        *paragraph("1.", 80),
        *paragraph("2.", 110),
        *paragraph("3.", 140),
    ]


def _below(*texts: Sequence[str]) -> list[Row]:
    """Groups of rows set solid, each apart from what is above it."""
    rows, y = [], 160.0
    for group in texts:
        y += 24
        for text in group:
            rows.append(row(text, y))
            y += 12
    return rows


def _unnumbered(rows: list[Row]) -> list[str]:
    return [node.text for node in build(rows) if node.kind is not Kind.SECTION and not node.number]


@pytest.mark.parametrize("below", [[], [row("Annex", 320, bold=True), row("What is annexed here.", 340)]])
def test_a_name_and_a_post_set_line_by_line_are_one_signature(below: list[Row]) -> None:
    rows = _text() + _below(("Jean Petit", "Under-Secretary", "Controller"), ("Port Vila", "4 May 2026"))
    expected = ["Jean Petit Under-Secretary Controller", "Port Vila 4 May 2026"]
    assert _unnumbered(rows + below) == [*expected, *(["What is annexed here."] if below else [])]


def test_rows_between_paragraphs_are_no_signature() -> None:
    rows = [*_text(), *_below(("Norland", "Sudland")), *paragraph("4.", 240)]
    assert _unnumbered(rows) == ["Norland", "Sudland"]


def test_entries_that_a_colon_leads_to_are_no_signature() -> None:
    rows = [*_text(), row("The members of the committee were:", 170), *_below(("Jean Petit", "Ana Roe"))]
    assert _unnumbered(rows)[-2:] == ["Jean Petit", "Ana Roe"]


@pytest.mark.parametrize(
    "names", [("Ms. Ana Roe", "Mr. Jean Petit", "Mr. Kofi Sen"), ("Г. Иванов", "А.И. Петров", "Я. Ким")]
)
def test_persons_below_each_other_are_no_signature(names: tuple[str, ...]) -> None:
    assert _unnumbered(_text() + _below(names)) == [*names]


@pytest.mark.parametrize(
    "entries", [("Wells", "Pumps", "Drains"), ("Trade Centre", "Office of Ports", "Harbour Agency")]
)
def test_short_entries_at_the_end_are_no_signature(entries: tuple[str, ...]) -> None:
    assert _unnumbered(_text() + _below(entries)) == [*entries]


def test_an_office_at_the_beginning_of_a_row_of_text_signs_nothing() -> None:
    last = [
        row("Adoption of the report", 170, bold=True),
        row("4. The Committee adopted the report on the basis of the draft by the", 190, width=398),
        row("Rapporteur, Ms. Roe. The Chair closed the session.", 202, width=200),
    ]
    named = [node.text for node in build(_text() + last) if node.kind is Kind.SECTION]
    assert named == ["Findings", "Adoption of the report"]
