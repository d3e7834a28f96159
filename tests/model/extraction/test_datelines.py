"""Who chaired a meeting, who signed, where and when: rows in a heading's type that head nothing."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row


def _headings(rows: list[Row]) -> list[str]:
    return [node.text for node in build(rows) if node.kind is Kind.SECTION]


@pytest.mark.parametrize(
    "words",
    ["CHAIR: MS. A. MILLER", "PRÉSIDENTE : MME MILLER", "VORSITZ: FRAU MÜLLER", "ПРЕДСЕДАТЕЛЬ: Г-ЖА МИЛЛЕР"],
)
def test_who_held_an_office_is_no_heading(words: str) -> None:
    rows = [
        row(words, 80, bold=True),
        row("I. OPENING", 120, bold=True),
        *paragraph("1.", 144),
        row("II. DEBATE", 180, bold=True),
        *paragraph("2.", 204),
    ]
    assert _headings(rows) == ["OPENING", "DEBATE"]


def test_name_over_an_office_that_closes_a_report_is_no_heading() -> None:
    rows = [
        row("I. CONCLUSIONS", 80, bold=True),
        *paragraph("1.", 104),
        row("II. RECOMMENDATIONS", 140, bold=True),
        *paragraph("2.", 164),
        row("ANNA MILLER", 240, bold=True),
        row("CHAIRPERSON, COMMITTEE ON ROADS", 254, bold=True),
        row("Annex I", 80, bold=True, page=2),
        row("Agenda", 104, bold=True, page=2),
        *paragraph("1.", 130, page=2),
    ]
    assert _headings(rows) == ["CONCLUSIONS", "RECOMMENDATIONS", "Annex I Agenda"]


def test_who_signs_below_place_and_day_is_no_heading() -> None:
    rows = [
        row("1. CONCLUSIONS", 80, bold=True),
        *paragraph("1.1", 104),
        row("Done at Harbour Town, 3 June 2021.", 160),
        row("The President", 200, bold=True),
        row("Anna MILLER", 214, bold=True),
        row("Annex I", 80, bold=True, page=2),
        row("Agenda", 104, bold=True, page=2),
        *paragraph("1.", 130, page=2),
    ]
    assert _headings(rows) == ["CONCLUSIONS", "Annex I Agenda"]


def test_names_over_offices_of_a_body_that_close_a_report_are_no_headings() -> None:
    rows = [
        row("1. CONCLUSIONS", 80, bold=True),
        *paragraph("1.1", 104),
        row("Anna MILLER", 160, bold=True),
        row("President of the Harbour Board", 172, bold=True),
        row("Ben STONE", 210, bold=True),
        row("Secretary-General of the Harbour Board", 222, bold=True),
        row("Annex I", 80, bold=True, page=2),
        row("Agenda", 104, bold=True, page=2),
        *paragraph("1.", 130, page=2),
    ]
    assert _headings(rows) == ["CONCLUSIONS", "Annex I Agenda"]


def test_an_office_over_text_is_a_heading() -> None:
    rows = [
        row("Statements", 80, bold=True, size=14.0),
        row("President of the Harbour Board", 110, bold=True),
        *paragraph("The", 124),
        row("Secretary of the Harbour Board", 160, bold=True),
        *paragraph("The", 174),
    ]
    offices = ["President of the Harbour Board", "Secretary of the Harbour Board"]
    assert _headings(rows) == ["Statements", *offices]


@pytest.mark.parametrize("words", ["Subject: Wells in the north", "Objet : puits", "Betreff: Brunnen"])
def test_what_a_letter_is_about_is_no_heading(words: str) -> None:
    rows = [
        *paragraph("The", 80),
        row(words, 120, bold=True),
        *paragraph("The", 144),
        row("Wells in the south", 180, bold=True),
        *paragraph("The", 204),
    ]
    assert _headings(rows) == ["Wells in the south"]


def test_place_in_capitals_before_the_date_of_a_report_is_no_heading() -> None:
    rows = [
        row("I. CONCLUSIONS", 80, bold=True),
        *paragraph("1.", 104),
        row("HARBOUR TOWN;", 160),
        row("10 March, 2020", 174),
    ]
    assert _headings(rows) == ["CONCLUSIONS"]


@pytest.mark.parametrize(
    "words",
    [
        "Geneva, 12–14 May 2022", "Lisbon, Portugal, 30 April – 4 May 2022", "Genève, du 12 au 14 mai 2022",
        "Ginebra, 12 a 14 de mayo de 2022", "Женева, 12–14 мая 2022 года",
        "2022年5月12日至14日，日内瓦", "12–14 May 2022, Lisbon",
    ],
)  # fmt: skip
def test_place_and_days_of_a_meeting_above_the_text_are_no_heading(words: str) -> None:
    rows = [
        row(words, 80, bold=True),
        *paragraph("", 110),
        row("A. Opening", 150, bold=True),
        *paragraph("1.", 174),
    ]
    assert _headings(rows) == ["Opening"]


def test_heading_of_a_session_with_its_days_stays_one_between_paragraphs() -> None:
    rows = [
        row("A. Opening", 80, bold=True),
        *paragraph("1.", 104),
        row("Fourth session, 12–14 May 2022", 140, bold=True),
        *paragraph("2.", 164),
    ]
    assert _headings(rows) == ["Opening", "Fourth session, 12–14 May 2022"]


def test_arabic_place_and_day_are_no_heading() -> None:
    rows = [
        row("A. Conclusions", 80, bold=True),
        *paragraph("1.", 104),
        row("جنيف، 12 أيار/مايو 2022", 160, bold=True),
        *paragraph("2.", 190),
        row("B. Recommendations", 230, bold=True),
        *paragraph("3.", 254),
    ]
    assert _headings(rows) == ["Conclusions", "Recommendations"]
