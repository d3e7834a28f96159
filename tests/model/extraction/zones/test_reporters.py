"""Whose report it is, and who reports, below a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, centre, covered, rule, texts, write

_Row = tuple[float, str, float]  # where it stands, its words, their size
_OF_AN_AUTHORITY: list[_Row] = [
    (260, "ANNUAL AUDIT REPORT", 24),
    (300, "on the", 14),
    (340, "HARBOUR AUTHORITY", 20),
    (400, "For the Year Ended 31 December 2019", 14),
]
_OF_AN_INQUIRY: list[_Row] = [
    (160, "Report of the Inquiry", 22),
    (190, "into the Loss of the Rover", 22),
    (262, "Volume 1", 16),
]
_OF_A_COMMISSION: list[_Row] = [
    (262, "RAPPORT D'INFORMATION", 17),
    (287, "FAIT", 10),
    (309, "en application du Règlement", 11),
    (331, "PAR LA COMMISSION DES PORTS", 11),
    (353, "sur l'entretien des petits ports", 11),
]


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Evaluation report", "of the Committee on Quays and Lights"),
        ("Beschlussempfehlung und Bericht", "des Ausschusses für Häfen (9. Ausschuss)"),
    ],
)
def test_whose_report_it_is_may_stand_below_a_title(tmp_path: Path, title: str, whose: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 120, title, 17, "bold")
    write(page, 72, 142, whose, 12)
    body(page, 200, 12)
    assert texts(maker.rows(), Zone.TITLE) == [title, whose]


def test_who_reports_to_which_committee_stands_below_a_title_without_masthead(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 120, "Quays and lights: what is to be done", 17, "bold")
    named = ("Report", "Committee on Harbours", "Rapporteur: Ms. Ada Eze, Kadoria")
    for line, words in enumerate(named):
        write(page, 72, 150 + 16 * line, words, 10, "plain" if line else "bold")
    write(page, 72, 220, "Summary", 12, "bold")
    body(page, 244, 12)
    assert tuple(texts(maker.rows(), Zone.COVER)) == named


def test_a_kind_of_report_below_a_title_may_have_a_note_and_who_reports_fill_a_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 110, "Quays and lights: what is to be done", 20, "bold")
    write(page, 72, 136, "Report", 13)
    write(page, 113, 131, "1", 7)
    committee = "Committee on Social Affairs, Harbours and Sustainable Development"
    write(page, 72, 164, committee)
    write(page, 72, 178, "Rapporteur: Ms. Ada Eze, Kadoria, Group of the United Islands and of the North")
    write(page, 72, 220, "Summary", 12, "bold")
    body(page, 244, 12)
    rule(page, 72, 523, 740)
    write(page, 72, 752, "1. Reference to committee: Doc. 15432 of 25 April 2026.", 8)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Quays and lights: what is to be done"]
    assert [text[:12] for text in texts(rows, Zone.COVER)] == ["Report 1", committee[:12], "Rapporteur: "]
    assert texts(rows, Zone.FOOTNOTE) == ["1. Reference to committee: Doc. 15432 of 25 April 2026."]


def test_a_kind_of_report_with_the_mark_of_a_note_stands_above_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 200, "Lights on small quays", 20, "bold")
    write(page, 72, 226, "Report3", 13)
    body(page, 266, 20)
    for _ in range(3):
        body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.COVER) == ["Report3"]


def test_what_an_officer_said_in_a_record_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 110, "Evidence on small quays", 20, "bold")
    said = "Chair: Welcome to this session, in which we will ask about the wells and lights of the port."
    write(page, 72, 150, said)
    body(page, 162, 20)
    assert texts(maker.rows(), Zone.BODY)[0] == said


def test_a_committees_name_below_a_title_is_text_where_nobody_reports(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 120, "Quays and lights: what is to be done", 17, "bold")
    write(page, 72, 150, "Committee on Harbours", 10)
    body(page, 180, 12)
    assert not texts(maker.rows(), Zone.COVER)


@pytest.mark.parametrize(
    ("above", "title", "below"),
    [
        ([(120, "COMMISSION ON PORTS", 14)], _OF_AN_AUTHORITY, []),
        ([], _OF_AN_INQUIRY, [(340, "Chairperson: Ada Eze", 12)]),
        (
            [(160, "CENTRAL COURT OF APPEALS", 16)],
            [(300, "CASE OF FISHER v. KADORIA", 14)],
            [(420, "JUDGMENT", 11)],
        ),
        ([(144, "NATIONAL ASSEMBLY", 17)], _OF_A_COMMISSION, [(384, "ET PRÉSENTÉ PAR", 10)]),
    ],
)
def test_a_title_goes_on_with_whose_report_it_is_and_what_it_is_on_down_to_its_volume(
    tmp_path: Path, above: list[_Row], title: list[_Row], below: list[_Row]
) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    for y, text, size in (*above, *title, *below):
        centre(page, y, text, size, "plain" if text[:1].islower() or size < 11 else "bold")
    assert covered(maker) == [text for _, text, _ in title]
