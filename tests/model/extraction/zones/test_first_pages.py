"""First pages: stamps, letterheads, watermarks, authors and subtitles around a title."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, centre, rule, texts, write


def title(maker: Maker) -> list[str]:
    return texts(maker.rows(), Zone.TITLE)


@pytest.mark.parametrize(
    "stamp", ["RECEIVED", "Strictly confidential", "EMBARGOED UNTIL 4 JUNE 2026", "Entwurf"]
)
def test_what_is_stamped_over_a_title_is_none_of_it(tmp_path: Path, stamp: str) -> None:
    maker = Maker(tmp_path / "stamp.pdf")
    page = maker.page()
    write(page, 300, 50, stamp, 24, "bold")
    centre(page, 100, "Safety of the small quays", 14)
    write(page, 72, 140, "Evidence", 12, "bold")
    body(page, 160, 40)
    assert title(maker) == ["Safety of the small quays"]


def test_a_letters_title_is_its_subject_not_what_its_paper_says(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    centre(page, 60, "NORTHERN PORTS TRUST", 18)
    write(page, 72, 120, "14 March 2026")
    write(page, 72, 150, "Dear Secretary,")
    write(page, 72, 170, "Inquiry into small harbours", 10, "bold")
    body(page, 190, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Inquiry into small harbours"]
    assert texts(rows, Zone.COVER) == ["NORTHERN PORTS TRUST"]


def test_the_subject_of_a_dated_letter_is_its_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "lettre.pdf")
    page = maker.page()
    centre(page, 60, "RÉPUBLIQUE DE KADORIE", 14)
    write(page, 380, 100, "Tessal, le 14 mars 2026")
    write(page, 380, 130, "Madame la Présidente")
    write(page, 72, 170, "Objet : Sécurité des petits quais", 10, "bold")
    body(page, 200, 40)
    assert title(maker) == ["Objet : Sécurité des petits quais"]


def test_a_large_word_printed_over_every_page_is_no_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "draft.pdf")
    for _ in range(3):
        page = maker.page()
        body(page, 80, 40)
        write(page, 150, 381, "DRAFT", 90, "bold")
    rows = maker.rows()
    assert texts(rows, Zone.HEADER) == ["DRAFT"] * 3
    assert len([row for row in rows if row.zone is Zone.BODY]) == 120


def test_the_title_that_running_heads_say_again_at_its_height_stays(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "again.pdf")
    for number in range(4):
        page = maker.page()
        size, face = (9, "plain") if number else (14, "bold")
        write(page, 72, 48, "Report on the watch over small quays", size, face)
        body(page, 80, 45)
    assert title(maker) == ["Report on the watch over small quays"]


@pytest.mark.parametrize(
    "name", ["CAMERA DEI DEPUTATI", "Northern Audit Court", "Council of the Islands 2026"]
)
def test_a_larger_name_of_a_body_further_up_a_cover_begins_no_title(tmp_path: Path, name: str) -> None:
    maker = Maker(tmp_path / "body.pdf")
    page = maker.page()
    centre(page, 80, name, 20)
    centre(page, 250, "Upkeep of the small harbours", 16)
    for _ in range(3):
        body(maker.page(), 100, 40)
    assert title(maker) == ["Upkeep of the small harbours"]


def test_a_body_over_text_begins_no_title_of_its_size(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "paper.pdf")
    page = maker.page()
    centre(page, 80, "EXECUTIVE COMMITTEE", 12)
    centre(page, 130, "NOISE OF SEAPLANES", 11)
    body(page, 170, 40)
    assert title(maker) == ["NOISE OF SEAPLANES"]


def test_words_at_both_edges_of_the_text_are_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "paper.pdf")
    page = maker.page()
    write(page, 72, 60, "Northern Parliament", 20, "bold")
    width = pymupdf.get_text_length("Paper 20/9876", fontname="hebo", fontsize=14)
    write(page, 523 - width, 60, "Paper 20/9876", 14, "bold")
    rule(page, 72, 523, 70)
    write(page, 72, 120, "Safety of the small quays", 14, "bold")
    for line in range(45):
        write(page, 72, 160 + 14 * line, "word " * 18, 10)
        write(page, 505, 160 + 14 * line, "and", 10)
    assert title(maker) == ["Safety of the small quays"]


def test_who_wrote_a_paper_stands_between_title_and_abstract(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "paper.pdf")
    page = maker.page()
    centre(page, 80, "Fees and fish in small harbours", 18)
    for at, words in enumerate(("Anna Miller", "University of Tessal", "João Pires", "June 2026")):
        centre(page, 110 + 16 * at, words, 12, "plain")
    centre(page, 190, "Abstract", 11)
    body(page, 210, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Fees and fish in small harbours"]
    assert texts(rows, Zone.COVER) == ["Anna Miller", "University of Tessal", "João Pires", "June 2026"]


@pytest.mark.parametrize(("again", "rows"), [(False, 2), (True, 1)])
def test_a_subtitle_over_text_is_display_type_that_no_heading_has(
    tmp_path: Path, again: bool, rows: int
) -> None:
    maker = Maker(tmp_path / "brief.pdf")
    page = maker.page()
    write(page, 72, 80, "Who pays for the quays?", 26, "bold")
    write(page, 72, 102, "How fees are set in small harbours", 14, "plain")
    write(page, 72, 140, "Key messages", 12, "bold")
    body(page, 160, 40)
    if again:
        write(page, 72, 740, "Where the money of the ports goes", 14, "plain")
        body(page, 758, 3)
    assert len(title(maker)) == rows


def test_a_covers_title_in_capitals_goes_on_over_small_words(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "appraisal.pdf")
    page = maker.page()
    said = ["PROJECT APPRAISAL DOCUMENT", "ON A", "PROPOSED GRANT", "TO THE", "REPUBLIC OF KADORIA"]
    for at, words in enumerate(said):
        centre(page, 200 + 28 * at, words, 10 if at else 12, "plain" if at else "bold")
    for line in range(2):
        write(page, 72, 600 + 12 * line, "This document may be used by recipients only in their duties.", 9)
    for _ in range(3):
        body(maker.page(), 100, 40)
    assert title(maker) == said


@pytest.mark.parametrize("above", [["Committee on Lagoons"], []])
def test_who_reports_stands_within_a_title_and_a_body_above_it(tmp_path: Path, above: list[str]) -> None:
    maker = Maker(tmp_path / "draft.pdf")
    page = maker.page()
    write(page, 72, 80, "United Islands", 9)
    write(page, 400, 90, "Distr.: Limited", 9)
    said = [
        "Draft report of the Committee",
        "Rapporteur: Mr. A. Voss (Fiji)",
        "Chapter IV",
        "Work on quays",
    ]
    for at, words in enumerate([*above, *said]):
        write(page, 110, 170 + 34 * at, words, 14, "bold")
    body(page, 360, 30)
    assert title(maker) == [said[0], *said[2:]]


@pytest.mark.parametrize(
    ("above", "words", "below"),
    [
        (["Watch over the centres"], [], ["Informe Defensorial N.° 231", "Lima, marzo de 2026"]),
        (["Watch over the centres"], [], ["March 2026"]),
        (["Watch over the centres"], [], ["Anna Neri, Harbour Group", "14 March 2026"]),
        (["Chair's summary"], ["Expert workshop on quays and the weather"], ["Tessal, 12-14 March 2026"]),
        (["Audit of the quays"], ["Final report to the Harbour Board"], []),
    ],
)
def test_what_stands_between_a_title_and_the_first_heading(
    tmp_path: Path, above: list[str], words: list[str], below: list[str]
) -> None:
    maker = Maker(tmp_path / "between.pdf")
    page = maker.page()
    for at, row in enumerate(above):
        centre(page, 80 + 20 * at, row, 15)
    for at, row in enumerate([*words, *below]):
        centre(page, 102 + 18 * at, row, 11, "plain")
    write(page, 72, 180, "1. Presentation", 14, "bold")
    body(page, 200, 38)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == [*above, *words]
    assert texts(rows, Zone.COVER) == below


def test_a_letter_may_greet_without_a_comma(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    write(page, 72, 60, "Ministry of Ports", 20, "bold")
    write(page, 72, 110, "12 March 2026")
    write(page, 72, 140, "Dear Ms Miller")
    body(page, 160, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == []
    assert texts(rows, Zone.COVER) == ["Ministry of Ports"]


def _cover(maker: Maker, *said: tuple[str, float, str], gap: float = 2.2) -> list[str]:
    y, page = 200.0, maker.page()
    for words, size, face in said:
        centre(page, y, words, size, face)
        y += gap * size
    for _ in range(3):
        body(maker.page(), 100, 40)
    return title(maker)


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ([("Report on the visit to Kadoria", 14, "bold"), ("from 4 to 14 March 2026", 14, "bold")], 2),
        ([("REPORT ON KADORIA", 26, "bold"), ("(sixth monitoring cycle)", 18, "plain")], 2),
        ([("Audit of the quays", 24, "bold"), ("Report no. 12/2026", 14, "bold")], 1),
        ([("Audit of the quays", 24, "bold"), ("March 2026", 24, "bold")], 1),
        (
            [
                ("Collision of two ferries", 20, "bold"),
                ("Tessal", 16, "plain"),
                ("March 26, 2026", 16, "plain"),
            ],
            3,
        ),
    ],
)
def test_what_goes_on_below_a_covers_title(
    tmp_path: Path, said: list[tuple[str, float, str]], rows: int
) -> None:
    assert _cover(Maker(tmp_path / "cover.pdf"), *said, gap=1.9) == [words for words, _, _ in said[:rows]]


def test_a_committee_set_like_the_title_below_it_is_none_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "summary.pdf")
    page = maker.page()
    write(page, 72, 60, "Committee on Quays and Dues", 12, "bold")
    write(page, 72, 80, "SUMMARY OF THE MEETING OF MARCH", 12, "bold")
    body(page, 120, 40)
    assert title(maker) == ["SUMMARY OF THE MEETING OF MARCH"]


def test_a_kind_of_report_over_headings_of_the_texts_size_is_the_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "kind.pdf")
    page = maker.page()
    write(page, 72, 80, "Investigation report", 20, "bold")
    write(page, 72, 120, "Identification", 10, "bold")
    write(page, 72, 134, "Sort of event: accident")
    write(page, 72, 160, "1. Events", 14, "bold")
    body(page, 180, 40)
    assert title(maker) == ["Investigation report"]


def test_a_title_stands_above_the_list_of_those_to_whom_a_report_is_sent(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "sent.pdf")
    page = maker.page()
    centre(page, 150, "Report on the twenty-second round of soundings", 20)
    write(page, 72, 250, "DISTRIBUTION: Masters of the ports; other interested offices", 8)
    body(maker.page(), 100, 40)
    assert title(maker) == ["Report on the twenty-second round of soundings"]


def test_a_title_in_capitals_stands_above_a_larger_heading_that_is_set_as_others_are(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "opens.pdf")
    page = maker.page()
    centre(page, 80, "Eighteenth round of soundings", 10, "plain")
    centre(page, 150, "TRADE IN SEAHORSES AND PIPEFISH", 10)
    write(page, 72, 200, "Introduction", 14, "bold")
    body(page, 222, 20)
    write(page, 72, 540, "Background and mandate", 14, "bold")
    body(page, 562, 10)
    assert title(maker) == ["TRADE IN SEAHORSES AND PIPEFISH"]


@pytest.mark.parametrize("face", ["plain", "bold"])
def test_a_title_stands_below_fields_that_are_typed_with_blanks_between_them(
    tmp_path: Path, face: str
) -> None:
    maker = Maker(tmp_path / "typed.pdf")
    page = maker.page()
    for at, pair in enumerate((("Harbour Data Working Group", "A. Lind"), ("Technical Note", "M. Vos"))):
        write(page, 72, 84 + 18 * at, (70 * " ").join(pair))
    centre(page, 160, "A Common Format for Berths", 10, face)
    write(page, 72, 200, "Abstract", 10, face)
    body(page, 222, 40)
    assert title(maker) == ["A Common Format for Berths"]


def test_a_notice_in_small_type_at_its_foot_makes_no_text_of_a_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    write(page, 72, 200, "Report of the inquiry into the", 22)
    write(page, 72, 226, "failure of the upper weir", 22)
    long = "Ordered by the House of Assembly to be printed on the day on which it was"
    write(page, 72, 400, long + " laid before it", 11)
    for line in range(3):
        foot = f"© Crown copyright 2026. This may be used by all who name it, as the licence {line} says"
        write(page, 72, 720 + 11 * line, f"{foot} at more length", 8)
    for _ in range(3):
        body(maker.page(), 90, 30)
    assert texts(maker.rows(), Zone.COVER)[0].startswith("Ordered")
