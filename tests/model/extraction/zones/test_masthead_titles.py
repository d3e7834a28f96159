"""Titles below a masthead, and what stands between title and text there."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, centre, rule, texts, write


def _masthead(maker: Maker, *above: str) -> pymupdf.Page:
    page = maker.page()
    write(page, 72, 80, "United Islands", 9)
    write(page, 420, 90, "Distr.: General", 9)
    write(page, 420, 114, "Original: English", 9)
    for at, text in enumerate(above):
        write(page, 72, 134 + 13 * at, text, 10, "bold")
    return page


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Draft report of the Coastal Law Commission on the work of its seventy-fourth or",
            "last session",
        ),
        (
            "DECISION OF THE CONFERENCE OF THE PARTIES TO THE CHARTER OF",
            "THE COAST",
        ),
        (
            "Projet de rapport de la Commission du droit des côtes sur les travaux de sa dernière",
            "session, tenue dans la ville de Tessal, de son bureau et de ses deux groupes de",
            "travail",
        ),
    ],
)
def test_a_centred_title_begins_with_the_rows_that_fill_the_page(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    maker = Maker(tmp_path / "full.pdf")
    page = _masthead(maker, "Coastal Law Commission", "Seventy-fourth session")
    for at, text in enumerate(rows):
        centre(page, 200 + 13 * at, text, 11)
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE) == list(rows)


def test_a_centred_title_with_wide_leading_goes_on_by_a_small_word(tmp_path: Path) -> None:
    rows = ["REPORT OF THE WORKING GROUP ON THE SAFETY OF INLAND SHIPPING", "ON ITS NINTH SESSION"]
    maker = Maker(tmp_path / "wide.pdf")
    page = _masthead(maker)
    for at, text in enumerate(rows):
        centre(page, 240 + 19 * at, text, 11)
    body(page, 330, 28)
    assert texts(maker.rows(), Zone.TITLE) == rows


def test_a_body_and_its_session_set_solid_with_a_title_are_none_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "solid.pdf")
    page = _masthead(maker)
    for at, text in enumerate(("Coastal Law Commission", "Seventy-fourth session", "Report on the lagoons")):
        centre(page, 200 + 14 * at, text, 11)
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE)[-1] == "Report on the lagoons"
    assert "Seventy-fourth session" not in texts(maker.rows(), Zone.TITLE)


@pytest.mark.parametrize(
    ("formula", "title"),
    [
        ("DECISION ADOPTED BY THE CONFERENCE OF THE PARTIES", "15/21. Care of the lagoons"),
        ("Resolution adopted by the General Conference", "Resolution 5/14"),
        ("Décision adoptée par la Conférence des Parties", "15/21. Protection des lagunes"),
    ],
)
def test_a_decisions_title_is_its_number_and_name_below_who_adopted_it(
    tmp_path: Path, formula: str, title: str
) -> None:
    maker = Maker(tmp_path / "decision.pdf")
    page = _masthead(maker)
    centre(page, 200, formula, 11)
    write(page, 72, 226, title, 10)
    write(page, 100, 250, "The Conference of the Parties,", 10, "italic")
    body(page, 270, 30)
    assert texts(maker.rows(), Zone.TITLE) == [title]


@pytest.mark.parametrize(
    ("officer", "told"),
    [("Rapporteur: Ms. Ada Eze (Kadoria)", True), ("Rapporteuse : Mme Ada Eze (Kadorie)", True)],
)
def test_who_reports_stands_in_plain_type_below_a_title(tmp_path: Path, officer: str, told: bool) -> None:
    maker = Maker(tmp_path / "rapporteur.pdf")
    page = _masthead(maker, "Coastal Law Commission")
    centre(page, 200, "Report on the lagoons", 14)
    write(page, 72, 230, officer)
    write(page, 72, 256, "I. Introduction", 12, "bold")
    body(page, 276, 30)
    assert (officer in texts(maker.rows(), Zone.MASTHEAD)) is told


def test_officers_below_one_another_are_no_masthead(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "officers.pdf")
    page = _masthead(maker, "Coastal Law Commission")
    centre(page, 200, "Report on the lagoons", 14)
    write(page, 72, 230, "Chair: Ms. Ada Eze (Kadoria)")
    write(page, 72, 244, "Rapporteur: Mr. Jo Lund (Vellandia)")
    body(page, 276, 30)
    assert not any("Chair" in text for text in texts(maker.rows(), Zone.MASTHEAD))


def test_a_subtitle_and_who_reports_go_on_a_title_over_headings_in_capitals(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "board.pdf")
    page = maker.page()
    for at, text in enumerate(("EXECUTIVE BOARD", "154th session", "Provisional agenda item 20")):
        write(page, 72, 80 + 14 * at, text)
    write(page, 470, 122, "EB154/22")
    rows = (
        ("Lagoon fever: faster answers of the islands", 14.0),
        ("Priorities in the struggle against what the", 12.0),
        ("mosquito brings", 12.0),
        ("Report by the Director-General", 12.0),
    )
    for (text, size), y in zip(rows, (160, 190, 204, 230), strict=True):
        write(page, 72, y, text, size, "bold")
    body(page, 256, 3)
    write(page, 72, 320, "STATE OF AFFAIRS", 10, "bold")
    body(page, 340, 20)
    body(maker.page(), 80, 40)
    assert texts(maker.rows(), Zone.TITLE) == [text for text, _ in rows]


def test_a_typewritten_title_begins_with_its_row_of_capitals_near_the_margin(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "typed.pdf")
    page = _masthead(maker)
    rows = (
        "REPORT OF THE AD HOC COMMITTEE ON THE CARRIAGE OF GOODS BY",
        "INLAND WATERWAYS AND COASTAL CRAFT",
    )
    for at, text in enumerate(rows):
        centre(page, 200 + 20 * at, text, 10, "plain")
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE) == list(rows)


def test_the_report_named_in_smaller_bold_below_a_title_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "named.pdf")
    page = _masthead(maker, "Coastal Law Commission")
    write(page, 110, 200, "Debts of small harbours", 13, "bold")
    write(page, 110, 234, "Report of the Secretary-General", 10.5, "bold")
    write(page, 110, 268, "Foreword", 13, "bold")
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Debts of small harbours", "Report of the Secretary-General"]


def test_a_title_stands_above_a_rule_across_the_page_that_closes_a_masthead(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "ruled.pdf")
    page = _masthead(maker)
    write(page, 72, 170, "Assembly for the Coasts", 9, "bold")
    write(page, 72, 184, "Fourth session", 9)
    write(page, 72, 220, "Care of abandoned moorings", 14, "bold")
    rule(page, 72, 523, 232)
    write(page, 72, 260, "I. Introduction", 14, "bold")
    body(page, 290, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Care of abandoned moorings"]


@pytest.mark.parametrize("ruled", [True, False])
def test_the_language_beside_the_agendas_item_is_a_mastheads_above_a_rule(
    tmp_path: Path, ruled: bool
) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 80, "COAST PROTECTION COMMITTEE", 12, "bold")
    write(page, 420, 80, "CPC 12/15")
    write(page, 72, 94, "12th session", 10, "bold")
    write(page, 420, 94, "6 November 2026")
    write(page, 72, 108, "Agenda item 15", 10, "bold")
    write(page, 420, 108, "Original: ENGLISH")
    if ruled:
        rule(page, 72, 523, 130)
    centre(page, 160, "REPORT OF THE COAST PROTECTION COMMITTEE", 11)
    centre(page, 174, "ON ITS TWELFTH SESSION", 11)
    write(page, 72, 210, "1 INTRODUCTION", 10, "bold")
    body(page, 235, 20)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["REPORT OF THE COAST PROTECTION COMMITTEE", "ON ITS TWELFTH SESSION"]
    assert bool(texts(rows, Zone.MASTHEAD)) is ruled


def test_a_session_set_bold_in_the_middle_above_a_larger_title_is_none(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "session.pdf")
    page = _masthead(maker)
    centre(page, 140, "Fifty-seventh session", 10)
    centre(page, 152, "Agenda item 87 (e)", 10, "plain")
    write(page, 72, 190, "Report on the lagoons of the islands", 14, "bold")
    body(page, 300, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Report on the lagoons of the islands"]


def test_text_between_where_a_body_met_and_its_contents_is_no_masthead(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "contents.pdf")
    page = _masthead(maker, "Coastal Law Commission", "Seventy-fourth session")
    centre(page, 200, "REPORT OF THE COASTAL LAW COMMISSION", 13)
    centre(page, 220, "Tessal, 5-9 May 2025", 10)
    body(page, 250, 3)
    centre(page, 310, "CONTENTS", 11)
    for at, part in enumerate(("Opening of the session", "Coasts", "Closure of the session")):
        write(page, 72, 330 + 14 * at, f"{part} {'.' * 60} {at + 2}", 10)
    body(maker.page(), 100, 20)
    rows = maker.rows()
    assert texts(rows, Zone.MASTHEAD)[-1] == "Tessal, 5-9 May 2025"
    assert len([row for row in rows if row.zone is Zone.BODY and row.page == 1]) == 3


@pytest.mark.parametrize(
    ("notice", "zone"),
    [
        ("This document has not been formally edited.", Zone.COVER),
        ("* The annex is circulated in the language of submission only.", Zone.FOOTNOTE),
    ],
)
def test_job_number_and_notice_at_the_foot_of_a_cover_are_no_text(
    tmp_path: Path, notice: str, zone: Zone
) -> None:
    maker = Maker(tmp_path / "foot.pdf")
    page = _masthead(maker, "Coastal Law Commission")
    centre(page, 300, "REPORT ON SMALL HARBOURS", 14)
    rule(page, 72, 170, 640)
    write(page, 72, 652, notice, 8)
    write(page, 72, 680, "2026-601", 9)
    body(maker.page(), 100, 40)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["REPORT ON SMALL HARBOURS"]
    assert notice in texts(rows, zone)
    assert zone is Zone.FOOTNOTE or "2026-601" in texts(rows, Zone.COVER)


@pytest.mark.parametrize(
    "begun",
    [
        ("1. The Commission met in May 2026.",),
        ("I. Introduction", "The Commission met in May 2026."),
        (
            "The present report was prepared in response to a decision of the Commission, by which it",
            "asked the secretariat to report on small harbours, on their depth, and on the safety of the",
        ),
        (
            "The Secretary-General has the honour to transmit to the Commission the report on harbours,",
            "which was prepared at its request.",
        ),
    ],
)
def test_text_that_begins_at_the_foot_of_a_first_page_is_text(tmp_path: Path, begun: tuple[str, ...]) -> None:
    maker = Maker(tmp_path / "begun.pdf")
    page = _masthead(maker, "Coastal Law Commission")
    centre(page, 300, "REPORT ON SMALL HARBOURS", 14)
    for at, text in enumerate(begun):
        write(page, 72, 700 + 14 * at, text, 10)
    body(maker.page(), 100, 40)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["REPORT ON SMALL HARBOURS"]
    assert [row.text for row in rows if row.zone is Zone.BODY and row.page == 1] == list(begun)
