"""Masthead fields, dates and symbols."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from model.extraction.masthead import read_masthead
from model.extraction.rows import Zone
from model.extraction.zones import zone_pages
from model.reading.pdf import Pdf
from model.symbols import only_symbols, symbols_in
from tests.model.extraction.zones.pages import Maker, body, rule, write
from tests.reports.sample import make
from tests.reports.styles import VIENNA


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("masthead") / "sample.pdf"
    path.write_bytes(make(VIENNA))
    with Pdf(path) as pdf:
        return zone_pages(pdf.texts())


def test_every_field_of_a_masthead_is_read(sample):
    found = asdict(read_masthead(sample))
    assert found["title"].startswith(
        "Report on the meeting of the Working Group on Harbour Data held in Port Ellery"
    )
    assert found["title"].endswith("from 10 to 13 September 2024")
    del found["title"]
    assert found == {
        "symbol": "HARB/CONF/WG.2/2024/6",
        "symbols": ("HARB/CONF/WG.2/2024/6",),
        "date": "2024-09-30",
        "date_printed": "30 September 2024",
        "distribution": "General",
        "original_language": "English",
        "body": "Working Group on Harbour Data",
        "session": "Third meeting",
        "agenda_item": "Item 6 of the provisional agenda",
        "job_number": "V.24-51873",
    }


def test_a_session_after_place_and_date_and_a_topic_below_the_item(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 60, 58, "Nations Unies", 14)
    write(page, 440, 58, "A/HRC/12/16", 12)
    write(page, 120, 86, "Assemblée générale", 20, "bold")
    for y, text in ((87, "Distr. générale"), (99, "3 juin 2009"), (123, "Original : français")):
        write(page, 397, y, text)
    rule(page, 60, 560, 200)
    for y, text in ((222, "Conseil des droits de l'homme"), (234, "Douzième session"),
                    (246, "Point 6 de l'ordre du jour"), (258, "Examen périodique universel")):  # fmt: skip
        write(page, 60, y, text, 10, "bold" if y in (222, 258) else "plain")
    write(page, 120, 300, "Rapport du Groupe de travail", 14, "bold")
    body(page, 340, 20)
    found = read_masthead(maker.rows())
    assert (found.symbol, found.date, found.distribution) == ("A/HRC/12/16", "2009-06-03", "générale")
    assert found.original_language == "français"
    assert (found.body, found.session) == ("Conseil des droits de l'homme", "Douzième session")
    assert found.agenda_item == "Point 6 de l'ordre du jour Examen périodique universel"
    assert found.title == "Rapport du Groupe de travail"


def test_a_national_report_has_a_title_and_nothing_else(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 80, "REPORT OF THE STANDING COMMITTEE ON HARBOURS", 10, "bold")
    body(page, 110, 30)
    filled = {key: value for key, value in asdict(read_masthead(maker.rows())).items() if value}
    assert filled == {"title": "REPORT OF THE STANDING COMMITTEE ON HARBOURS"}


def test_no_rows_give_an_empty_masthead():
    assert read_masthead([]).symbol == ""


def test_the_title_page_says_the_series_and_the_title(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    cover = maker.page()
    write(cover, 150, 300, "AVIATION INVESTIGATION REPORT A11F0012", 16, "bold")
    write(cover, 220, 500, "PITCH EXCURSION", 16, "bold")
    write(cover, 180, 520, "NORTH ATLANTIC OCEAN", 16, "bold")
    for _ in range(4):
        body(maker.page(), 90, 40)
    rows = maker.rows()
    assert read_masthead(rows).title == "PITCH EXCURSION NORTH ATLANTIC OCEAN"
    assert {row.zone for row in rows if row.page == 1} == {Zone.COVER, Zone.TITLE}


def test_what_stands_bold_below_a_covers_title_a_little_smaller_belongs_to_it(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    cover = maker.page()
    for y, text, size in (
        (197, "REPORT No. 45/26", 13), (226, "CASE 12.999", 13),
        (252, "REPORT ON THE MERITS", 11), (278, "JUANA DOE AND OTHERS", 11),
    ):  # fmt: skip
        write(cover, 72, y, text, size, "bold")
    for _ in range(4):
        body(maker.page(), 90, 40)
    title = read_masthead(maker.rows()).title
    assert title == "REPORT No. 45/26 CASE 12.999 REPORT ON THE MERITS JUANA DOE AND OTHERS"


@pytest.mark.parametrize(
    "symbol",
    ["CTOC/COP/WG.7/2013/5", "S/RES/2773 (2025)", "A/80/604/Add.8", "ICCD/COP(8)/CST/8", "JIU/REP/2025/2",
     "WHA66.9", "A/79/PV.64", "TPNW/MSP/2025/CRP.4/Rev.1", "E/ICEF/672 (Part I)",
     "E/ICEF/672(Première partie)", "A/60/7 (Часть II)"],
)  # fmt: skip
def test_symbols_are_read_whole(symbol):
    assert symbols_in(f"see document {symbol}, annex") == [symbol]


def test_a_document_in_two_series_has_two_symbols():
    assert only_symbols("E/2025/44-E/C.16/2025/9") == ["E/2025/44", "E/C.16/2025/9"]
    assert only_symbols("[without reference to a Main Committee (A/78/L.96)]") == []
    assert symbols_in("and/or his/her rights") == []
    assert symbols_in("document A/52/826 (in part)") == ["A/52/826"]


def test_a_supplements_cover_names_the_body_and_its_session(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    cover = maker.page()
    write(cover, 480, 48, "A/79/19")
    write(cover, 123, 152, "United Nations", 20, "bold")
    write(cover, 123, 230, "Report of the Special Committee", 28, "bold")
    write(cover, 123, 260, "on Lighthouses", 28, "bold")
    for y, text, size in ((415, "General Assembly", 20), (432, "Official Records", 14),
                          (448, "Seventy-ninth Session", 14), (464, "Supplement No. 19", 14)):  # fmt: skip
        write(cover, 123, y, text, size, "bold")
    for _ in range(4):
        body(maker.page(), 90, 40)
    found = read_masthead(maker.rows())
    assert (found.body, found.session) == ("General Assembly", "Seventy-ninth Session")
    assert (found.symbol, found.title) == ("A/79/19", "Report of the Special Committee on Lighthouses")


def test_a_record_has_the_day_of_its_meeting_and_whose_it_is(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 123, 56, "United Nations", 14)
    write(page, 450, 56, "A/79/PV.64")
    write(page, 123, 83, "General Assembly", 20, "bold")
    write(page, 450, 82, "Official Records", 10, "italic")
    write(page, 123, 97, "Seventy-ninth session")
    write(page, 123, 130, "64th plenary meeting", 14, "bold")
    write(page, 123, 142, "Wednesday, 16 April 2025, 10 a.m.")
    write(page, 123, 154, "New York")
    rule(page, 60, 560, 190)
    body(page, 230, 30)
    found = read_masthead(maker.rows())
    assert (found.date, found.date_printed) == ("2025-04-16", "16 April 2025")
    assert (found.body, found.session) == ("General Assembly", "Seventy-ninth session")


def test_days_of_a_session_are_no_date(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 123, 56, "United Nations", 14)
    write(page, 450, 56, "A/79/64")
    write(page, 123, 83, "General Assembly", 20, "bold")
    write(page, 123, 97, "Seventy-ninth session")
    write(page, 123, 109, "New York, 10 to 13 June 2025, morning")
    rule(page, 60, 560, 190)
    body(page, 230, 30)
    assert read_masthead(maker.rows()).date == ""


def test_a_bodys_name_is_read_to_its_last_row(tmp_path):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 110, 95, "United Nations", 14)
    write(page, 454, 93, "HB/OPS/2025/2")
    name = ("Executive Board of the", "United Nations Harbours", "Programme, the United Nations",
            "Lighthouse Fund and the", "United Nations Office for", "Port Services")  # fmt: skip
    for at, text in enumerate(name):
        write(page, 110, 129 + 19.6 * at, text, 17, "bold")
    for y, text in ((129, "Distr.: General"), (141, "20 November 2024"), (163, "Original: ENGLISH/FRENCH")):
        write(page, 400, y, text)
    rule(page, 50, 560, 250)
    for y, text in ((269, "First regular session 2025"), (292, "Item 14 of the provisional agenda")):
        write(page, 50, y, text, 10, "bold")
    write(page, 110, 349, "Plan for the harbours", 14, "bold")
    body(page, 390, 20)
    found = read_masthead(maker.rows())
    assert found.body == " ".join(name)
    assert found.original_language == "ENGLISH/FRENCH".title()


@pytest.mark.parametrize(("below", "distribution"), [("", ""), ("GENERAL", "General")])
def test_what_stands_below_a_label_is_its_fields_where_nothing_stands_behind(tmp_path, below, distribution):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 60, 58, "United Nations", 14)
    write(page, 440, 58, "HB/OPS/2025/2", 12)
    write(page, 400, 87, "Distr.:")
    write(page, 400, 99, below)
    write(page, 110, 300, "Plan for the harbours", 14, "bold")
    body(page, 390, 20)
    assert read_masthead(maker.rows()).distribution == distribution


@pytest.mark.parametrize(
    ("given", "title"),
    [("PowerPoint Presentation", ""), ("Microsoft Word - harbours_final.doc", ""), ("harbours.indd", ""),
     ("Untitled-1", ""), ("Lighthouses of Norland", "Lighthouses of Norland")],
)  # fmt: skip
def test_a_title_that_a_program_made_up_is_none(given, title):
    assert read_masthead([], {"title": given}).title == title


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ("COMISIÓN DE FAROS Y PUERTOS", "COMISIÓN DE FAROS Y PUERTOS"),
        ("Lighthouse and Harbour Authority", "Lighthouse and Harbour Authority"),
        ("Harbour Authority", ""),  # perhaps a part of a name
        ("Lights for the harbours of Norland", ""),
    ],
)
def test_a_body_that_a_cover_names_in_a_row_by_itself_is_whose_report_it_is(tmp_path, above, named):
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 110, 95, above, 14, "bold")
    write(page, 430, 120, "Original: Spanish")
    write(page, 110, 330, "Safety of small harbours", 26, "bold")
    write(page, 110, 364, "in the north", 26, "bold")
    body(maker.page(), 100, 30)
    assert read_masthead(maker.rows()).body == named
