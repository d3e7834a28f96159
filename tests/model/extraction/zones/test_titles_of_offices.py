"""Titles in the manners of many offices: over kind and years, signed, in tables, in capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from model.extraction.wording import TELEPHONE
from tests.model.extraction.zones.pages import Maker, body, centre, covered, texts, write


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        (
            ("Evaluation of the Ports Programme", "Final Evaluation Report", "Volume I: Main report"),
            (26, 18, 14),
        ),
        (("Annual Report", "2019-20"), (40, 26)),
        (("Harbours in a Changing Climate", "Summary for Policymakers"), (26, 16)),
        (("The Price of a Berth", "How Fees Shape Fishing in Small Harbours"), (24, 15)),
        (("Emergency Plan", "Kadoria: Harbour Floods"), (24, 20)),
    ],
)
def test_kind_years_and_display_type_below_a_covers_title_belong_to_it(
    tmp_path: Path, rows: tuple[str, ...], sizes: tuple[float, ...]
) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    y = 240.0
    for text, size in zip(rows, sizes, strict=True):
        y += 1.5 * size
        write(page, 72, y, text, size, "bold" if size > 22 else "plain")
    write(page, 72, 600, "Lyndale", 10)
    assert covered(maker) == list(rows)


def test_a_reports_number_in_its_series_is_no_part_of_its_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "series.pdf")
    page = maker.page()
    write(page, 72, 240, "Repairs to Small Quays", 26, "bold")
    write(page, 72, 270, "Seventh Report", 16)
    assert covered(maker) == ["Repairs to Small Quays"]


@pytest.mark.parametrize("filed", [["Informe técnico IN-014/2021"], ["Informe técnico", "IN-014/2021"]])
def test_a_kind_of_report_that_is_filed_under_a_number_is_no_title(tmp_path: Path, filed: list[str]) -> None:
    maker = Maker(tmp_path / "filed.pdf")
    page = maker.page()
    for at, text in enumerate(filed):
        write(page, 72, 240 + 28 * at, text, 24, "bold")
    title = ["Accidente de la embarcación Rocío, ocurrido en la ría de Laredo", "el día 12 de julio de 2021"]
    for at, text in enumerate(title):
        write(page, 72, 340 + 17 * at, text, 14)
    assert covered(maker) == title


def test_years_below_a_kind_of_report_file_nothing(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annual.pdf")
    page = maker.page()
    title = ["Rapport annuel", "2023/2024"]
    for at, text in enumerate(title):
        write(page, 72, 240 + 30 * at, text, 24, "bold")
    write(page, 72, 310, "Des quais pour tous", 14)
    assert covered(maker) == [*title, "Des quais pour tous"]


def test_a_title_that_ends_a_row_with_a_comma_goes_on_a_little_smaller(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "statement.pdf")
    page = maker.page()
    said = ["Statement by Ms. Dunja Marek,", "Special Rapporteur on the right to safe landing"]
    centre(page, 130, said[0], 14)
    centre(page, 162, said[1], 12)
    body(page, 230, 30)
    assert texts(maker.rows(), Zone.TITLE) == said


def test_a_title_goes_on_in_capitals_with_what_the_report_is_on(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "capitals.pdf")
    page = maker.page()
    write(page, 440, 100, "Doc. LXVII n. 3", 14, "bold")
    centre(page, 240, "RELAZIONE", 20)
    centre(page, 280, "SULLO STATO DEI PICCOLI PORTI", 13)
    assert covered(maker) == ["RELAZIONE", "SULLO STATO DEI PICCOLI PORTI"]


def test_of_rows_set_alike_the_title_is_what_is_signed(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "signed.pdf")
    page = maker.page()
    centre(page, 150, "SHIP SYSTEMS AND EQUIPMENT", 12)
    centre(page, 200, "Mooring lines in small harbours", 12)
    centre(page, 240, "Submitted by Kadoria and Mirova", 11)
    write(page, 72, 290, "Introduction", 14, "bold")
    body(page, 320, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Mooring lines in small harbours"]


def test_a_title_without_a_number_is_not_set_as_numbered_headings_are(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "bulletin.pdf")
    page = maker.page()
    write(page, 72, 110, "Secretary-General's bulletin", 14, "bold")
    write(page, 72, 160, "Addressing unsafe quays", 14, "bold")
    body(page, 190, 12)
    for number, y in ((1, 400), (2, 560)):
        write(page, 72, y, f"{number}. Scope of the rules", 14, "bold")
        body(page, y + 24, 6)
    assert texts(maker.rows(), Zone.TITLE) == ["Addressing unsafe quays"]


def test_a_subtitle_in_capitals_stands_apart_from_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "shame.pdf")
    page = maker.page()
    said = ["KADORIA: QUAYS OF SHAME", "FORCED LABOUR ON FISHING VESSELS"]
    write(page, 72, 120, said[0], 20, "bold")
    write(page, 72, 140, said[1], 11)
    write(page, 72, 220, "Index: AFR 99/1234/2019")
    write(page, 72, 250, "Introduction", 14, "bold")
    body(page, 280, 30)
    assert texts(maker.rows(), Zone.TITLE) == said


def test_a_memorandums_subject_stands_beside_its_label_in_a_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "memo.pdf")
    page = maker.page()
    write(page, 72, 100, "March 14, 2019")
    write(page, 72, 140, "FROM:", 10, "bold")
    write(page, 180, 140, "Ruth Alvarez, Assistant Inspector")
    write(page, 180, 170, "Dredging contracts were awarded")
    write(page, 72, 176, "SUBJECT:", 10, "bold")
    write(page, 180, 183, "without cost analyses")
    body(page, 230, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Dredging contracts were awarded", "without cost analyses"]


def test_a_title_page_behind_a_letter_may_begin_with_whose_report_it_is(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "sent.pdf")
    page = maker.page()
    write(page, 72, 100, "30 October 2019")
    write(page, 72, 150, "Dear Minister")
    body(page, 180, 20)
    page = maker.page()
    write(page, 72, 240, "Harbour Safety Office", 34, "bold")
    write(page, 72, 276, "Annual Report 2018-19", 26)
    assert covered(maker) == ["Harbour Safety Office", "Annual Report 2018-19"]


def test_bold_rows_centred_below_a_title_belong_to_it_where_headings_stand_at_the_left(
    tmp_path: Path,
) -> None:
    maker = Maker(tmp_path / "board.pdf")
    page = maker.page()
    said = [
        "Harbours and cold stores",
        "Ice that lasts when the power fails",
        "Report by the Director-General",
    ]
    for text, y, size in zip(said, (190, 221, 251), (14, 12, 11), strict=True):
        centre(page, y, text, size)
    body(page, 290, 8)
    for y in (420, 570):
        write(page, 72, y, "BACKGROUND", 11, "bold")
        body(page, y + 20, 8)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == said


def test_a_covers_title_goes_on_in_bold_with_the_days_of_a_visit(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "visit.pdf")
    page = maker.page()
    said = ["Report to the Government of Kadoria on the visit", "of the Committee for Harbours"]
    for text, y in zip(said, (243, 267), strict=True):
        centre(page, y, text, 18)
    centre(page, 309, "from 6 to 17 October 2025", 14)
    assert covered(maker) == [*said, "from 6 to 17 October 2025"]


@pytest.mark.parametrize("word", ["Tel", "Phone"])
def test_what_stands_above_an_offices_telephone_number_is_no_title(tmp_path: Path, word: str) -> None:
    maker = Maker(tmp_path / "letterhead.pdf")
    page = maker.page()
    write(page, 72, 89, "HARBOUR STANDARDS COMMISSION", 16, "bold")
    write(page, 72, 106, "Food and Harbour Organization of the Islands - Health Organization", 9)
    write(
        page,
        72,
        122,
        f"Quay Road 12, 00153 Lyndale, Kadoria - {word}: (+39) 06 57051 - E-mail: hsc@kadoria",
        7,
    )
    centre(page, 224, "REPORT OF THE TENTH SESSION ON FRESH FISH", 13)
    centre(page, 264, "Lyndale, 2 - 6 March 2026", 10, "plain")
    body(page, 320, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["REPORT OF THE TENTH SESSION ON FRESH FISH"]


def test_a_titles_own_rows_are_no_headings_that_it_is_set_like(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "act.pdf")
    page = maker.page()
    said = ["RECOMENDACIÓN No. 45/2026", "SOBRE EL CASO DE LOS MUELLES CERRADOS", "EN DOS PUERTOS DEL NORTE"]
    for text, y in zip(said, (86, 126, 144), strict=True):
        centre(page, y, text, 12)
    write(page, 300, 180, "Ciudad de Lyndale, a 30 de abril de 2026", 11)
    body(page, 230, 30)
    assert texts(maker.rows(), Zone.TITLE) == said


def test_a_chinese_offices_name_above_a_title_is_whose_it_is(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "notice.pdf")
    page = maker.page()
    rows = [
        ("临江省审计厅", 14, 86),
        ("2026年第5号", 9, 110),
        ("临江省渔港建设和运行管理情况审计结果", 14, 158),
    ]
    for text, size, y in rows:
        page.insert_text(((595 - size * len(text)) / 2, y), text, fontname="china-s", fontsize=size)
    for line in range(20):
        page.insert_text(
            (72, 220 + 16 * line),
            "审计厅组织对全省渔港进行了审计重点抽查了工程走访农户" * 2,
            fontname="china-s",
            fontsize=8,
        )
    assert texts(maker.rows(), Zone.TITLE) == ["临江省渔港建设和运行管理情况审计结果"]


def test_a_title_stands_at_the_head_of_a_column(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "record.pdf")
    page = maker.page()
    write(page, 60, 90, "5 June 2026, 101st year", 9)
    said = [
        "Meeting of the Group of",
        "Experts on Harbours, March",
        "2026: conclusions and",
        "recommendations",
    ]
    for at, text in enumerate(said):
        write(page, 60, 125 + 19 * at, text, 16, "bold")
    column = "The committee considered the"
    body(page, 215, 30, 60, column)
    body(page, 90, 39, 310, column)
    body(maker.page(), 90, 40, 60, column)
    assert texts(maker.rows(), Zone.TITLE) == said


def test_two_bodies_set_solid_above_a_title_in_its_type_are_none_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    centre(page, 90, "JOINT COAST/SEA FOOD STANDARDS PROGRAMME")
    centre(page, 104, "MARE NOSTRUM COMMISSION")
    centre(page, 130, "REPORT OF THE TWENTY-THIRD SESSION OF THE")
    centre(page, 144, "COMMITTEE ON FRESH FISH AND SEAWEED")
    centre(page, 168, "Saltmarsh, 2-6 March 2026", 10, "plain")
    write(page, 72, 196, "INTRODUCTION", 11, "bold")
    body(page, 220, 30)
    assert covered(maker) == [
        "REPORT OF THE TWENTY-THIRD SESSION OF THE",
        "COMMITTEE ON FRESH FISH AND SEAWEED",
    ]


def test_an_association_above_a_covers_plain_title_is_none_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    rows = ("PROJECT APPRAISAL DOCUMENT", "ON A", "PROPOSED CREDIT", "TO THE REPUBLIC OF NORLAND")
    centre(page, 220, "COASTAL DEVELOPMENT ASSOCIATION", 12, "plain")
    for at, text in enumerate(rows):
        centre(page, 245 + 14 * at, text, 12, "plain")
    centre(page, 250 + 14 * len(rows), "May 4, 2026", 10, "plain")
    assert covered(maker) == [*rows]


def test_whose_a_motion_is_stands_between_the_word_and_its_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    write(page, 72, 90, "Küstentag", 14, "bold")
    write(page, 420, 90, "Drucksache 21/1234", 12, "bold")
    write(page, 72, 130, "Antrag", 16, "bold")
    write(
        page, 72, 145, "der Abgeordneten Anna Müller, Bernd Schulz und der Fraktion DIE FISCHER", 10, "bold"
    )
    write(page, 72, 172, "Schutz der Leuchtfeuer", 12, "bold")
    write(page, 72, 200, "Der Küstentag wolle beschließen:")
    body(page, 220, 30)
    assert covered(maker) == ["Schutz der Leuchtfeuer"]


def test_a_chinese_telephone_number_is_one_behind_whose_it_is() -> None:
    assert TELEPHONE.search("联系电话：010-5551234")
    assert not TELEPHONE.search("电话会议于6月举行")


def test_an_offices_name_with_a_symbol_beside_it_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "minutes.pdf")
    page = maker.page()
    write(page, 92, 70, "HARBOUR ALLIANCE OF THE NORTH", 14, "bold")
    write(page, 420, 70, "B12/Minutes", 11, "bold")
    write(page, 72, 150, "Minutes of the 12th meeting of the Board", 19, "bold")
    write(page, 72, 190, "Opening", 13, "bold")
    body(page, 210, 20)
    for _ in range(2):
        body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == ["Minutes of the 12th meeting of the Board"]
