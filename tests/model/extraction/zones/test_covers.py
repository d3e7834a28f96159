"""Titles on covers, and what else stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, centre, covered, right, texts, write


def test_bodies_sessions_symbols_and_words_at_both_edges_stand_above_a_covers_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "decisions.pdf")
    page = maker.page()
    write(page, 72, 76, "Lagoon Heritage", 20, "bold")
    right(page, 76, "48 COM", 20, "bold")
    right(page, 95, "LHC/26/48.COM/18", 12, "bold")
    centre(page, 166, "UNITED NATIONS EDUCATIONAL, SCIENTIFIC")
    centre(page, 182, "AND CULTURAL ORGANIZATION")
    centre(page, 257, "LAGOON HERITAGE COMMITTEE")
    centre(page, 287, "Forty-eighth session")
    centre(page, 366, "Decisions adopted by the Committee at its 48th session")
    assert covered(maker) == ["Decisions adopted by the Committee at its 48th session"]


def test_a_covers_title_goes_on_set_alike_with_more_space(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "communication.pdf")
    page = maker.page()
    write(page, 72, 66, "EUROPEAN COMMISSION")
    centre(page, 207, "COMMUNICATION TO THE COUNCIL", 13)
    centre(page, 248, "A European approach to lagoons", 13)
    assert covered(maker) == ["COMMUNICATION TO THE COUNCIL", "A European approach to lagoons"]


def test_a_covers_title_begins_above_its_largest_line(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "round.pdf")
    page = maker.page()
    write(page, 72, 72, "Adoption: 21 March 2025")
    right(page, 72, "Public")
    write(page, 72, 86, "Publication: 3 June 2025")
    right(page, 86, "RC4(2025)7")
    centre(page, 167, "FOURTH ROUND", 18)
    centre(page, 193, "Prevention of corruption among judges", 14, "plain")
    centre(page, 246, "SECOND COMPLIANCE REPORT KADORIA", 20)
    centre(page, 300, "Adopted at the 99th plenary meeting (21 March 2025)", 10, "plain")
    assert covered(maker) == [
        "FOURTH ROUND",
        "Prevention of corruption among judges",
        "SECOND COMPLIANCE REPORT KADORIA",
    ]


@pytest.mark.parametrize(
    ("words", "y", "size"),
    [
        ("12 September 2026", 200, 18),
        ("United Nations Development Programme", 200, 18),
        ("Partners of the lagoons", 90, 18),
    ],
)
def test_dates_bodies_and_what_stands_far_above_are_no_part_of_a_covers_title(
    tmp_path: Path, words: str, y: float, size: float
) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    centre(page, y, words, size)
    centre(page, 250, "Water supply in the districts", 26)
    assert covered(maker) == ["Water supply in the districts"]


def test_a_publisher_at_the_foot_of_a_cover_is_no_subtitle(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "foot.pdf")
    page = maker.page()
    write(page, 72, 200, "Water supply in the districts", 24, "bold")
    write(page, 72, 780, "Northern Water Agency", 24, "bold")
    assert covered(maker) == ["Water supply in the districts"]


def test_words_that_run_over_both_edges_of_a_page_are_artwork(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "artwork.pdf")
    cover = maker.page()
    centre(cover, 200, "EVALUATION OF THE HARBOURS", 24)
    inner = maker.page()
    centre(inner, 200, "EVALUATION OF THE HARBOURS", 24)
    for y in range(480, 700, 20):
        write(
            inner, 0, y, "LIGHT effectiveness PILOTS efficiency HARBOURS relevance LIGHT sustainability", 16.3
        )
    write(inner, 72, 760, "A word in the foreground")
    for _ in range(3):
        body(maker.page(), 100, 40)
    rows = maker.rows()
    assert not [row.text for row in rows if row.zone is Zone.BODY and "LIGHT" in row.text]
    assert texts(rows, Zone.TITLE) == ["EVALUATION OF THE HARBOURS"]


def test_text_that_fills_every_page_from_edge_to_edge_stays_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cropped.pdf")
    for _ in range(3):
        page = maker.page()
        body(page, 100, 40)
        page.set_cropbox((72, 60, 72 + 428, 700))
    rows = maker.rows()
    assert sum(row.zone is Zone.BODY for row in rows) == 120


@pytest.mark.parametrize(
    "words", ["The committee met in May and considered the report on wells.", "1. It met."]
)
def test_a_first_page_that_a_break_ends_behind_its_first_paragraph_is_no_cover(
    tmp_path: Path, words: str
) -> None:
    maker = Maker(tmp_path / "broken_off.pdf")
    page = maker.page()
    write(page, 72, 80, "Report on wells", 16, "bold")
    write(page, 72, 110, words)
    for _ in range(2):
        body(maker.page(), 80, 30)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Report on wells"]
    assert texts(rows, Zone.BODY)[0] == words


def test_a_sentence_at_the_foot_of_a_cover_is_no_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    write(page, 72, 80, "Report on wells", 16, "bold")
    write(page, 72, 760, "The office thanks all who helped to write this report on the wells.")
    for _ in range(2):
        body(maker.page(), 80, 30)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Report on wells"]
    assert texts(rows, Zone.BODY)[0].startswith("The committee considered")


@pytest.mark.parametrize(
    "office",
    [
        "OFFICE OF INSPECTOR GENERAL",
        "Die Landesbeauftragte für die Häfen",
        "DEFENSORÍA DEL PUEBLO",
        "Inspection générale des ports",
    ],
)
def test_the_office_at_the_head_of_a_cover_is_no_title(tmp_path: Path, office: str) -> None:
    maker = Maker(tmp_path / "office.pdf")
    page = maker.page()
    write(page, 72, 80, office, 16, "bold")
    write(page, 72, 276, "Ladders at small quays", 16, "bold")
    assert covered(maker) == ["Ladders at small quays"]


def test_an_offices_short_name_far_above_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "emblem.pdf")
    page = maker.page()
    write(page, 60, 55, "QLHISF", 24, "bold")
    write(page, 72, 230, "An inspection of ladders at", 24, "bold")
    write(page, 72, 260, "small quays", 24, "bold")
    assert covered(maker) == ["An inspection of ladders at", "small quays"]


def test_first_page_with_a_list_that_a_sentence_leads_into_is_no_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "participants.pdf")
    page = maker.page()
    write(page, 72, 88, "Second report on the state of the harbours", 19, "bold")
    write(page, 72, 166, "The following members attended the session:")
    for at, name in enumerate(["Ada Berg", "Carlo Dahl", "Eva Fermi", "Ghita Haddad", "Ines Jansen"]):
        write(page, 90, 184 + 16 * at, f"- {name}")
    body(maker.page(), 80, 30)
    rows = [row.text for row in maker.rows() if row.zone is Zone.BODY]
    assert [row for row in rows if row.startswith("-")][:2] == ["- Ada Berg", "- Carlo Dahl"]


@pytest.mark.parametrize("label", ["Authors:", "Prepared for:", "Membres du groupe :"])
def test_names_in_a_list_below_a_label_leave_a_cover_a_cover(tmp_path: Path, label: str) -> None:
    maker = Maker(tmp_path / "authors.pdf")
    page = maker.page()
    write(page, 72, 200, "Harbours of the north", 24, "bold")
    for at, row in enumerate([label, "- Ada Berg", "- Carlo Dahl"]):
        write(page, 72, 260 + 16 * at, row)
    body(maker.page(), 80, 30)
    zones = {row.text: row.zone for row in maker.rows() if row.page == 1}
    assert zones[label] is zones["- Ada Berg"] is Zone.COVER


def test_page_about_a_committee_behind_the_cover_is_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "committee.pdf")
    centre(maker.page(), 250, "Buses on the islands", 24, "bold")
    page = maker.page()
    parts = {
        "Current membership": ["Ada Berg (Northland) (Chair)", "Carlo Dahl (Southland)"],
        "Publication": ["Reports are published by Order of the House, and evidence beside them."],
        "Contacts": ["All correspondence should be addressed to the Clerk of the Committee."],
    }
    y = 80
    for head, rows in parts.items():
        for at, row in enumerate([head, *rows]):
            write(page, 72, y, row, face="plain" if at else "bold")
            y += 16
    body(maker.page(), 80, 30)
    body(maker.page(), 80, 30)
    zones = {row.text: row.zone for row in maker.rows() if row.page == 2}
    assert {zones[head] for head in parts} == {Zone.COVER}


def test_page_of_counted_paragraphs_about_a_committee_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annual.pdf")
    centre(maker.page(), 250, "Annual report of the committee", 24, "bold")
    page = maker.page()
    y = 80
    for number, head in enumerate(["Membership", "Powers", "Publications"], 1):
        write(page, 72, y, head, face="bold")
        write(
            page,
            72,
            y + 16,
            f"{number}. The committee has its rules from the House, which reviewed them in May.",
        )
        y += 40
    body(maker.page(), 80, 30)
    body(maker.page(), 80, 30)
    zones = {row.text: row.zone for row in maker.rows() if row.page == 2}
    assert zones["Powers"] is Zone.BODY


def test_page_of_a_committee_s_members_and_powers_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "committee.pdf")
    centre(maker.page(), 250, "Buses on the islands", 24, "bold")
    page = maker.page()
    write(page, 72, 80, "Island Affairs Committee", 14, "bold")
    body(page, 104, 3)
    y = 160
    for head, rows in {
        "Current membership": ["Ada Berg (Northland) (Chair)", "Carlo Dahl (Southland)"],
        "Powers": ["The powers of the committee are set out in the Standing Orders of the House."],
        "Committee staff": ["The staff of the committee are Eva Falk (Clerk) and Gita Hahn (Specialist)."],
    }.items():
        write(page, 72, y, head, face="bold")
        for at, row in enumerate(rows, 1):
            write(page, 72, y + 16 * at, row)
        y += 64
    body(maker.page(), 80, 30)
    body(maker.page(), 80, 30)
    zones = {row.text: row.zone for row in maker.rows() if row.page == 2}
    assert set(zones.values()) == {Zone.BODY}


def test_a_covers_title_goes_on_around_a_row_in_another_font(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "trawler.pdf")
    page = maker.page()
    write(page, 72, 78, "MARINE ACCIDENT INVESTIGATION OFFICE", 16, "bold")
    title = [
        ("Report on the grounding and flooding of", "bold"),
        ("Boy Andrew", "italic"),
        ("off Skerra Head on 8 February 2023", "bold"),
        ("resulting in the loss of two lives", "bold"),
    ]
    for line, (text, face) in enumerate(title):
        centre(page, 256 + 24 * line, text, 18, face)
    write(page, 72, 534, "VERY SERIOUS MARINE CASUALTY", 11, "bold")
    body(maker.page(), 90, 40)
    assert covered(maker) == [text for text, _ in title]
