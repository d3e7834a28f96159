"""The first pages of records and memoranda: where, when, who presided, from whom; contents without pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write

ITEMS = (
    "Consideration of the island reports submitted under article 12 of the Charter",
    "Report of the Lighthouse Bureau (continued)",
)


def opened(tmp_path: Path, listed: Sequence[str], below: Sequence[str] = ()) -> Maker:
    """A summary record: a masthead, the title, `below` it, contents and the meeting's first words."""
    maker = Maker(tmp_path / "record.pdf")
    page = maker.page()
    write(page, 60, 60, "United Islands", 12)
    write(page, 430, 60, "CHR/C/SR.44", 10)
    rule(page, 60, 540, 66)
    write(page, 60, 84, "Charter of the Coast", 14, "bold")
    write(page, 430, 84, "Distr.: General", 9)
    write(page, 430, 95, "14 March 2034", 9)
    write(page, 430, 106, "Original: English", 9)
    rule(page, 60, 540, 116)
    write(page, 60, 134, "Coast Committee", 10, "bold")
    write(page, 116, 168, "Summary record of the 44th meeting (Chamber B)", 14, "bold")
    y = 196.0
    for words in below:
        write(page, 116, y, words, 10, "bold" if y == 196 else "plain")
        y += 18
    write(page, 116, y + 6, "Contents", 10, "bold")
    y += 24
    for words in listed:
        write(page, 116, y, words)
        y += 16
    write(page, 116, y, "The meeting was called to order at 3.10 p.m.", 10, "italic")
    for at, words in enumerate(ITEMS):
        write(page, 116, y + 40 + 34 * at, words, 12 - at, "bold")
    body(page, y + 100, 16, x=116, text="Mr. Halloran asked how many lamps had been lit since the dialogue")
    body(maker.page(), 100, 40)
    return maker


def test_contents_without_pages_end_where_their_entries_are_said_again(tmp_path: Path) -> None:
    rows = opened(tmp_path, ITEMS).rows()
    assert texts(rows, Zone.CONTENTS) == ["Contents", *ITEMS]
    assert "The meeting was called to order at 3.10 p.m." in texts(rows, Zone.BODY)


def test_a_list_that_no_heading_repeats_is_no_contents(tmp_path: Path) -> None:
    rows = opened(tmp_path, ["Two lamps and a spare wick", "A ladder of nine rungs"]).rows()
    assert texts(rows, Zone.CONTENTS) == []


def test_where_and_when_a_meeting_was_held_is_not_its_title(tmp_path: Path) -> None:
    held = "Held at the Old Harbour, Tessal, on Monday, 11 March 2034, at 3 p.m."
    rows = opened(tmp_path, ITEMS, (held, "Chair: Ms. Oduya (Vice-Chair)")).rows()
    assert texts(rows, Zone.TITLE) == ["Summary record of the 44th meeting (Chamber B)"]
    assert {held, "Chair: Ms. Oduya (Vice-Chair)"} <= set(texts(rows, Zone.MASTHEAD))


def test_who_reports_stands_below_the_title(tmp_path: Path) -> None:
    named = "Vice-President and Rapporteur: Bo Decroly (Belgium)"
    assert named in texts(opened(tmp_path, ITEMS, (named,)).rows(), Zone.MASTHEAD)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            (
                "COMMITTEE ON THE RIGHTS OF SAILORS",
                "Fifty-second session",
                "CONSIDERATION OF REPORTS SUBMITTED BY STATES",
                "UNDER ARTICLE 9 OF THE CHARTER",
            ),
            "Concluding observations of the Committee: Tessal",
        ),
        (
            (
                "COMITÉ DES DROITS DES MARINS",
                "Vingt-cinquième session",
                "EXAMEN DES RAPPORTS PRÉSENTÉS PAR LES ÉTATS",
            ),
            "Observations finales du Comité : Tessal",
        ),
    ],
)
def test_an_older_mastheads_agenda_item_stands_above_the_title(
    tmp_path: Path, lines: Sequence[str], title: str
) -> None:
    maker = Maker(tmp_path / "old.pdf")
    page = maker.page()
    for at, words in enumerate(("Distr.", "GENERAL", "CRS/C/15/Add.941", "23 October 2030")):
        write(page, 430, 60 + 13 * at, words)
    for at, words in enumerate((*lines, title)):
        face = "plain" if "session" in words else "bold"
        write(page, 297 - 3.1 * len(words), 140 + 24 * at, words, 10.5, face)
    body(page, 320, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == [title]


def test_place_and_date_on_a_cover_are_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "council.pdf")
    page = maker.page()
    write(page, 470, 60, "CL 118/REP")
    for at, (words, size, face) in enumerate(
        [
            ("Council", 10, "plain"),
            ("REPORT", 14, "bold"),
            ("Hundred and Eighteenth Session", 10, "plain"),
            ("Tessal, 5-9 June 2030", 10, "plain"),
        ]
    ):
        write(page, 297 - 0.26 * size * len(words), 90 + 24 * at, words, size, face)
    write(page, 240, 210, "Table of Contents", 12, "bold")
    for at, words in enumerate(("Opening of the session", "Lamps", "Ladders", "Closure")):
        write(page, 72, 240 + 16 * at, f"{words} {'.' * 60} {at + 2}")
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["REPORT"]
    assert {"Hundred and Eighteenth Session", "Tessal, 5-9 June 2030"} <= set(texts(rows, Zone.COVER))


@pytest.mark.parametrize(
    ("sender", "subject"), [("From:", "Subject:"), ("De :", "Objet :"), ("De:", "Asunto:"), ("От:", "Тема:")]
)
def test_a_memorandums_subject_is_its_title(tmp_path: Path, sender: str, subject: str) -> None:
    maker = Maker(tmp_path / "memo.pdf")
    page = maker.page()
    font = pymupdf.Font("tibo")
    page.insert_font("own", fontbuffer=font.buffer)
    page.insert_text((220, 60), "OFFICE OF INSPECTOR GENERAL", fontsize=12, fontname="own")
    page.insert_text((72, 120), f"{sender}  Karen Whitlow", fontsize=11, fontname="own")
    page.insert_text((110, 134), "Director of Audits", fontsize=11, fontname="own")
    page.insert_text((72, 160), f"{subject}  Audit of the lamps that the State", fontsize=11, fontname="own")
    page.insert_text((128, 173), "of Franklin bought", fontsize=11, fontname="own")
    body(page, 210, 30)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == [f"{subject} Audit of the lamps that the State", "of Franklin bought"]
    assert "Director of Audits" in texts(rows, Zone.COVER)


def test_the_subject_below_an_address_of_many_rows_is_a_letters_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    write(page, 72, 70, "Court of Audit", 14, "bold")
    sent = ["17 March 2026", "The First President", "to", "the Minister for Harbours,", "Lamps and Fisheries"]
    for at, text in enumerate((*sent, "Pier House", "12 Quay Street", "Port Ellery", "Ref.: S2026-0614")):
        write(page, 330, 95 + 13 * at, text)
    write(page, 72, 225, "Subject: the management of the pilots", 12)
    body(page, 250, 30)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Subject: the management of the pilots"]
    assert "Port Ellery" in texts(rows, Zone.COVER)


def test_a_sender_without_a_subject_heads_no_memorandum(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "plain.pdf")
    page = maker.page()
    write(page, 72, 80, "Lamps of the coast", 16, "bold")
    write(page, 72, 110, "From: the harbour, at dusk")
    body(page, 150, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["Lamps of the coast"]


def test_plain_name_of_a_meeting_above_a_bold_title_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "summary.pdf")
    page = maker.page()
    write(page, 420, 60, "66th Fund Council Meeting")
    write(page, 420, 76, "5-9 February 2034")
    write(page, 180, 110, "JOINT SUMMARY OF THE CHAIRS", 15, "bold")
    write(page, 72, 150, "OPENING OF THE MEETING", 10, "bold")
    body(page, 170, 20)
    body(maker.page(), 80, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["JOINT SUMMARY OF THE CHAIRS"]
