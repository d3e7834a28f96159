"""Titles that go on below in lighter or smaller type, and what stands there without belonging to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, centre, covered, texts, write


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Freight Train Derailment", "Reed, Franklin December 8, 2021"),
        ("Runway incursion by a safety vehicle", "Harbour Airport, North Coast, on 3 October 2025"),
        ("Collision de deux vedettes", "Port-Réal, 12 juillet 2019"),
        ("Descarrilamiento de un tren de mercancías", "Villaseca, 3 de mayo de 2018"),
        ("Entgleisung eines Güterzuges", "Altmünster, 4. Juni 2017"),
    ],
)
def test_where_and_when_it_happened_belongs_to_the_title_of_an_investigation(
    tmp_path: Path, title: str, below: str
) -> None:
    maker = Maker(tmp_path / "accident.pdf")
    page = maker.page()
    write(page, 72, 80, title, 18, "bold")
    write(page, 72, 102, below)
    write(page, 72, 140, "1 The accident", 14, "bold")
    body(page, 170, 30)
    assert texts(maker.rows(), Zone.TITLE) == [title, below]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Rapport d'accident", "Accident de l'avion DR400 survenu le 12 juillet 2019 à Montval"),
        ("Informe de auditoría", "Las obras del hospital regional de Villaseca y su coste"),
        ("Relatório de inspeção", "A segurança das barragens do interior do Estado"),
        ("Abschlussbericht", "Die Sanierung der Brücken an Bundesstraßen und ihre Kosten"),
        ("Investigation report", "Loss of steering of the ferry off Lyndale harbour"),
    ],
)
def test_a_title_that_names_the_kind_of_report_goes_on_with_what_it_is_about(
    tmp_path: Path, title: str, below: str
) -> None:
    maker = Maker(tmp_path / "kind.pdf")
    page = maker.page()
    write(page, 72, 80, title, 18, "bold")
    write(page, 72, 106, below)
    write(page, 72, 140, "Inquiries and their aim", 14, "bold")
    body(page, 170, 30)
    assert " ".join(texts(maker.rows(), Zone.TITLE)).endswith(below)


@pytest.mark.parametrize(
    ("title", "below", "size"),
    [
        ("Closed at Dusk", "How harbour towns lose their ferries", 15),
        ('"Nobody Told Us"', "Evictions along the railway in Tavora", 10),
        ("Cuando baja el río", "Riesgos de la navegación interior", 15),
        ("County Harbours", "Weak Oversight Has Left Quays Unsafe and Fees Unpaid", 15),
    ],
)
def test_a_covers_title_goes_on_in_lighter_type(tmp_path: Path, title: str, below: str, size: float) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    write(page, 72, 250, title, 26, "bold")
    write(page, 72, 282, below, size)
    assert covered(maker) == [title, below]


@pytest.mark.parametrize(
    "below",
    [
        "Anna Lind and Tomás de la Vega",
        "Institute for Harbour Studies",
        "Prepared for the ministers of transport",
        "Communication à la commission des ports et de la navigation",
    ],
)
def test_who_wrote_it_and_for_whom_is_no_subtitle_of_a_cover(tmp_path: Path, below: str) -> None:
    maker = Maker(tmp_path / "author.pdf")
    page = maker.page()
    write(page, 72, 250, "Closed at Dusk", 26, "bold")
    write(page, 72, 282, below, 15)
    assert covered(maker) == ["Closed at Dusk"]


def test_a_covers_title_goes_on_with_what_kind_of_report_it_is_in_small_bold_type(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "mission.pdf")
    page = maker.page()
    centre(page, 138, "REPUBLIC OF VELLANDIA", 14)
    centre(page, 155, "PARLIAMENTARY ELECTIONS", 14)
    centre(page, 177, "Observation Mission Final Report", 10)
    centre(page, 200, "Lyndale, 9 September 2024", 10, "plain")
    assert covered(maker) == [
        "REPUBLIC OF VELLANDIA", "PARLIAMENTARY ELECTIONS", "Observation Mission Final Report",
    ]  # fmt: skip


def test_centred_rows_below_a_title_are_no_running_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "centred.pdf")
    page = maker.page()
    centre(page, 180, "RAPPORT D'INFORMATION", 16)
    below = [
        "FAIT au nom de la commission des ports et de la navigation intérieure de l'île",
        "sur l'entretien des quais des petites communes rurales et maritimes,",
    ]
    for at, text in enumerate(below):
        centre(page, 206 + 14 * at, text, 10, "plain")
    centre(page, 260, "Par Mme Anne LIND, Sénatrice", 10, "plain")
    assert covered(maker) == ["RAPPORT D'INFORMATION", *below]


def test_a_subtitle_and_whose_report_it_is_are_no_headings_though_both_are_set_alike(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "board.pdf")
    page = maker.page()
    title = [
        "Ferries in winter",
        "Priorities of the harbour board for small islands",
        "Report by the Director",
    ]
    for y, text, size in zip((90, 116, 142), title, (14, 12, 12), strict=True):
        write(page, 72, y, text, size, "bold")
    body(page, 170, 30)
    assert texts(maker.rows(), Zone.TITLE) == title


def test_the_label_of_a_chapter_below_a_title_opens_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "part.pdf")
    page = maker.page()
    write(page, 72, 90, "Ferries in winter: Part C", 22, "bold")
    write(page, 72, 116, "and safety of landings", 22, "bold")
    write(page, 72, 160, "Chapter 10", 16, "bold")
    write(page, 72, 186, "Landings by night", 16, "bold")
    body(page, 206, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Ferries in winter: Part C", "and safety of landings"]


@pytest.mark.parametrize("heading", ["2 Global weaknesses", "3. Findings"])
def test_a_first_page_that_begins_with_a_later_chapter_has_no_title(tmp_path: Path, heading: str) -> None:
    maker = Maker(tmp_path / "chapter.pdf")
    page = maker.page()
    write(page, 72, 80, heading, 19)
    body(page, 110, 30)
    assert texts(maker.rows(), Zone.TITLE) == []


def test_a_number_that_counts_something_may_open_a_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "steps.pdf")
    page = maker.page()
    write(page, 72, 80, "7 steps to cleaner rivers", 19)
    body(page, 110, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["7 steps to cleaner rivers"]


def test_a_subtitle_stands_above_who_wrote_the_report(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "byline.pdf")
    page = maker.page()
    write(page, 72, 90, "The price of silence", 22, "bold")
    write(page, 72, 120, "Why deckhands do not report what nearly went wrong", 13, "italic")
    write(page, 72, 146, "By Amina Diallo, with research by Jean Pires", 10)
    write(page, 72, 180, "Introduction", 13, "bold")
    body(page, 210, 30)
    rows = maker.rows()
    title = ["The price of silence", "Why deckhands do not report what nearly went wrong"]
    assert texts(rows, Zone.TITLE) == title
    assert not any(text.startswith("By Amina") for text in texts(rows, Zone.BODY))


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        (("FINAL REPORT", "Volume 2", "Warnings not heeded"), (30, 18, 16)),
        (("Informe anual", "Tomo II", "Puertos y lonjas"), (28, 16, 14)),
        (("Ferries in winter", "Part one", "Landings by night"), (26, 16, 14)),
        (("Saubere Häfen", "Bericht zum Stand der Arbeiten"), (26, 14)),
        (("Rivages sûrs", "Rapport sur les petits quais"), (26, 14)),
        (("The Fair Maid", "Report of the inquiry into her loss on 4", "October 2017"), (26, 14, 14)),
        (("Expert Committee", "on Drinking Water in Ports", "Sixty-eighth report"), (24, 24, 15)),
    ],
)
def test_a_covers_title_goes_on_with_its_volume_and_with_a_report_on_something(
    tmp_path: Path, rows: tuple[str, ...], sizes: tuple[float, ...]
) -> None:
    maker = Maker(tmp_path / "volume.pdf")
    page = maker.page()
    centre(page, 120, "Royal Commission into the Ports", 13, "plain")
    y = 240.0
    for text, size in zip(rows, sizes, strict=True):
        y += 1.4 * size
        centre(page, y, text, size, "bold" if size > 20 else "plain")
    centre(page, 520, "30 June 2026", 11, "plain")
    assert covered(maker) == list(rows)


def test_a_title_goes_on_in_small_letters_below_a_word_in_capitals(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "made.pdf")
    page = maker.page()
    centre(page, 220, "RAPPORT D'INFORMATION", 24)
    centre(page, 266, "FAIT", 12)
    below = ["au nom de la commission des ports", "sur l'entretien des quais ruraux,"]
    for at, text in enumerate(below):
        centre(page, 300 + 32 * at, text, 12, "plain")
    centre(page, 390, "Par Mme Anne LIND, Sénatrice", 12, "plain")
    assert covered(maker) == ["RAPPORT D'INFORMATION", "FAIT", *below]


def test_a_title_that_says_whose_it_is_in_full_goes_on_in_small_letters(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "submission.pdf")
    page = maker.page()
    title = ["SUBMISSION OF THE UNION OF COASTAL FISHERS", "to the inquiry into small harbours"]
    centre(page, 103, title[0], 14)
    centre(page, 123, title[1], 12, "plain")
    write(page, 72, 166, "Who we are", 12, "bold")
    body(page, 190, 30)
    assert texts(maker.rows(), Zone.TITLE) == title


def test_a_reports_number_and_date_right_below_its_title_are_no_subtitle(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "number.pdf")
    page = maker.page()
    for y, text, size in (
        (165, "INFORME FINAL", 14), (182, "MUNICIPALIDAD DE TESSAL", 14),
        (202, "INFORME N° 412 / 2026", 11), (215, "19 DE MAYO DE 2026", 11),
    ):  # fmt: skip
        centre(page, y, text, size)
    write(page, 72, 256, "Antecedentes de hecho", 14, "bold")
    body(page, 280, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["INFORME FINAL", "MUNICIPALIDAD DE TESSAL"]


@pytest.mark.parametrize("size", [9, 10])
def test_what_happened_in_bold_below_a_craft_belongs_to_the_title(tmp_path: Path, size: float) -> None:
    maker = Maker(tmp_path / "accident.pdf")
    page = maker.page()
    write(page, 72, 80, "SERIOUS INCIDENT", size, "bold")
    write(page, 72, 100, "Marten 200, OE-ZZZ", 14, "bold")
    write(page, 72, 124, "Loss of control on landing, Harbour Airport, 3 October 2025", 11, "bold")
    write(page, 72, 160, "Synopsis", 12, "bold")
    body(page, 190, 30)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Marten 200, OE-ZZZ",
        "Loss of control on landing, Harbour Airport, 3 October 2025",
    ]


def test_what_stands_in_the_middle_between_title_and_whose_report_it_is_belongs_to_both(
    tmp_path: Path,
) -> None:
    maker = Maker(tmp_path / "board.pdf")
    page = maker.page()
    title = ["Water in small harbours", "Progress with the plan for all ports", "Report by the Director"]
    for at, text in enumerate(title):
        centre(page, 100 + 24 * at, text, 11 if at else 14)
    body(page, 180, 6)
    write(page, 72, 290, "Background", 11, "bold")
    body(page, 310, 20)
    assert texts(maker.rows(), Zone.TITLE) == title


@pytest.mark.parametrize("number", ["1", "I.", "A."])
def test_first_numbered_heading_right_below_a_title_is_not_part_of_it(tmp_path: Path, number: str) -> None:
    maker = Maker(tmp_path / "counted.pdf")
    page = maker.page()
    write(page, 72, 88, "Second report on the state of the harbours", 22, "bold")
    write(page, 72, 122, f"{number} Meetings of the two committees this year", 17, "bold")
    write(page, 72, 146, "Dialogue with the Director", 13.5, "bold")
    body(page, 168, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Second report on the state of the harbours"]


def test_heading_nearer_to_a_smaller_one_below_than_to_the_title_is_not_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "stacked.pdf")
    page = maker.page()
    write(page, 72, 88, "Second report on the state of the harbours", 19, "bold")
    write(page, 72, 128, "Meetings of the two committees on the state", 17, "bold")
    write(page, 72, 148, "Dialogue with the Director", 13.5, "bold")
    body(page, 168, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Second report on the state of the harbours"]


def test_heading_of_two_rows_nearer_to_the_text_than_to_the_title_is_not_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "rows.pdf")
    page = maker.page()
    write(page, 72, 88, "Second report on the state of the harbours", 19, "bold")
    write(page, 72, 128, "MEETINGS OF THE TWO COMMITTEES AND OTHER", 14, "bold")
    write(page, 72, 145, "MATTERS OF GENERAL CONCERN", 14, "bold")
    body(page, 164, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Second report on the state of the harbours"]


def test_heading_that_speaks_of_reports_near_its_text_is_not_part_of_the_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "highlights.pdf")
    page = maker.page()
    write(page, 72, 88, "Report of the Working Group on harbours", 17, "bold")
    write(page, 72, 132, "Highlights of the reports issued this year", 12, "bold")
    body(page, 148, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Report of the Working Group on harbours"]


def test_headings_of_two_rows_each_below_a_title_are_not_part_of_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "four.pdf")
    page = maker.page()
    write(page, 72, 88, "Final report on follow-up", 18, "bold")
    write(page, 72, 128, "Perspectives of governance that advance the", 13, "bold")
    write(page, 72, 143, "goals of the islands", 13, "bold")
    write(page, 72, 164, "Principles of governance for the delivery of", 11.2, "bold")
    write(page, 72, 177, "equal services", 11.2, "bold")
    body(page, 194, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Final report on follow-up"]


@pytest.mark.parametrize(
    "who", ["Edited by Ada Berg, Carlo Dahl and Eva Falk", "Prepared by the secretariat"]
)
def test_who_made_a_report_over_its_place_and_date_is_no_text(tmp_path: Path, who: str) -> None:
    maker = Maker(tmp_path / "workshop.pdf")
    page = maker.page()
    centre(page, 90, "Managing the wells of the northern basin", 17)
    centre(page, 108, who, 9, "plain")
    centre(page, 119, "Haldenvik, 9-11 June 2025", 9, "plain")
    body(page, 150, 4)
    write(page, 72, 230, "1. Introduction", 12, "bold")
    body(page, 252, 30)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Managing the wells of the northern basin"]
    assert texts(rows, Zone.COVER) == [who, "Haldenvik, 9-11 June 2025"]


def test_the_year_of_a_day_in_a_subtitle_may_stand_on_the_next_row(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "ferry.pdf")
    page = maker.page()
    write(page, 72, 330, "Passenger ferry Tern", 23, "bold")
    write(page, 72, 370, "Loss of power and contact with the wall, Port of Havelock, 18 July", 13)
    write(page, 72, 390, "2023", 13)
    write(page, 72, 760, "March 2025")
    body(maker.page(), 90, 30)
    assert texts(maker.rows(), Zone.TITLE)[-1] == "2023"
