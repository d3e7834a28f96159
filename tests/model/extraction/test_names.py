"""Structure from rows: persons with their posts, line by line, and who signed."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row


def of_kind(rows: list[Row], kind: Kind) -> list[str]:
    return [node.text for node in build(rows) if node.kind is kind]


def test_posts_on_lines_of_their_own_belong_to_the_names_above_them() -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        *paragraph("3.", 120),
        row("ALBANIE", 160, bold=True, width=50),
        row("Mme Elira Hoxha", 176, width=80),
        row("Directrice des aires protégées", 188, width=130),
        row("Tirana", 200, width=30),
        row("M. Arben Kola", 217, width=70),
        row("Conseiller", 229, width=50),
        row("FRANCE", 250, bold=True, width=50),
        row("M. Luc Martin", 266, width=70),
        row("Chef de la délégation", 278, width=100),
    ]
    assert of_kind(rows, Kind.ITEM) == [
        "Mme Elira Hoxha Directrice des aires protégées Tirana",
        "M. Arben Kola Conseiller",
        "M. Luc Martin Chef de la délégation",
    ]


def test_persons_without_posts_stay_entries_of_their_own() -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        *paragraph("3.", 120),
        row("Members", 160, bold=True, width=50),
        row("Ms. Jane Holt", 176, width=70),
        row("Mr. Paulo Reis", 188, width=70),
        row("Abdul Karim", 200, width=60),
        row("Mr. John Mwangi", 212, width=80),
        row("Ms. Ana Ruiz", 224, width=70),
    ]
    assert of_kind(rows, Kind.ITEM) == [
        "Ms. Jane Holt",
        "Mr. Paulo Reis",
        "Abdul Karim",
        "Mr. John Mwangi",
        "Ms. Ana Ruiz",
    ]


def test_two_persons_below_a_heading_are_entries_though_one_fills_its_row() -> None:
    rows = [
        *paragraph("1.", 60),
        row("Other bodies", 160, bold=True, width=50),
        row("Mr. Jean Petit, International Association of Archives of Sound and of Pictures", 176, width=396),
        row("Ms. Ana Roe, Network of Radios", 194),
    ]
    assert [text[:8] for text in of_kind(rows, Kind.ITEM)] == ["Mr. Jean", "Ms. Ana "]


def test_what_two_persons_said_below_a_heading_are_paragraphs() -> None:
    rows = [
        *paragraph("1.", 60),
        row("Statements", 160, bold=True, width=50),
        row("Mr. Jean Petit spoke of the archives.", 176),
        row("Ms. Ana Roe spoke of radio.", 194),
    ]
    assert not of_kind(rows, Kind.ITEM)


def test_who_signed_is_one_paragraph_with_the_post() -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        *paragraph("3.", 120),
        row("(Signed) Amadou Koulibaly", 156, 300, width=110),
        row("Coordinator", 168, 300, width=50),
        row("Panel of Experts", 180, 300, width=70),
        row("Final report", 230, bold=True, size=14),
        *paragraph("1.", 260),
    ]
    assert "(Signed) Amadou Koulibaly Coordinator Panel of Experts" in of_kind(rows, Kind.PARAGRAPH)


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Anna Lind", "Auditor General of Lyndale"),
        ("Jean-Marc de la Tour", "Président de la commission des ports"),
        ("Ana María Ruiz", "Presidenta de la Comisión de Puertos"),
    ],
)
def test_who_signs_a_foreword_in_the_midst_of_a_page_heads_nothing(name: str, office: str) -> None:
    rows = [
        row("Foreword", 60, size=14, bold=True),
        *paragraph("", 84),
        row(name, 126, bold=True, width=50),
        row(office, 138, width=120),
        row("Introduction", 180, size=14, bold=True),
        *paragraph("", 204),
    ]
    assert of_kind(rows, Kind.SECTION) == ["Foreword", "Introduction"]


def test_a_heading_of_two_words_over_text_on_an_officer_is_one() -> None:
    rows = [
        row("Findings", 60, size=14, bold=True),
        *paragraph("", 84),
        row("General Management", 126, bold=True, width=80),
        row("President of the board since 2019 is an officer who was chosen by lot from among all", 138),
        row("members of the board.", 150),
    ]
    assert of_kind(rows, Kind.SECTION) == ["Findings", "General Management"]


@pytest.mark.parametrize(
    ("above", "space", "entries"),
    [
        (
            row("Attendance", 150, bold=True, size=13, width=80),
            14,
            [
                ("Members", 1),
                ("Ms. Jane Holt", 2),
                ("Professor Paulo Reis", 2),
                ("Apologies", 1),
                ("Mr. John Mwangi", 2),
            ],
        ),
        (  # headings of one kind
            row("Attendance", 150, bold=True, width=80),
            14,
            [("Ms. Jane Holt", 1), ("Professor Paulo Reis", 1), ("Mr. John Mwangi", 1)],
        ),
        (  # headings with space below them
            row("Attendance", 150, bold=True, size=13, width=80),
            18,
            [("Ms. Jane Holt", 1), ("Professor Paulo Reis", 1), ("Mr. John Mwangi", 1)],
        ),
    ],
)
def test_roles_like_headings_over_names_set_in_are_entries(
    above: Row, space: float, entries: list[tuple[str, int]]
) -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        *paragraph("3.", 120),
        above,
        row("Members", 170, bold=True, width=50),
        row("Ms. Jane Holt", 170 + space, x=112, width=70),
        row("Professor Paulo Reis", 184 + space, x=112, width=70),
        row("Apologies", 218, bold=True, width=50),
        row("Mr. John Mwangi", 218 + space, x=112, width=80),
        row("Finances", 260, bold=True, size=13, width=80),
        *paragraph("4.", 280),
    ]
    found = build(rows)
    assert [(node.text, node.level) for node in found if node.kind is Kind.ITEM] == entries
    assert ("Finances", 1) in [(node.text, node.level) for node in found if node.kind is Kind.SECTION]


def test_delegations_with_their_members_right_below_a_heading_are_items() -> None:
    lines = (
        "Casamara: Mr. T. Oduya, Director of Waterways; Mr. S. Faye, Adviser, Ministry of Works",
        "Norlandia: Mr. P. Lindgren, Chief Engineer",
        "Valdoria: Mrs. R. Salas, Under-Secretary, Ministry of Works and Transport",
    )
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), row("MEMBERS", 130, bold=True)]
    rows += [row(line, 155 + 24 * at, 130, width=380) for at, line in enumerate(lines)]
    assert of_kind(rows, Kind.ITEM) == list(lines)


def test_a_lone_participant_is_an_item_as_those_of_other_states_are() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), *paragraph("3.", 120)]
    lists = {
        "CASAMARA": ("Amadou Diatta, Vice-Minister", "Lucía Ferrer, Director of Ports"),
        "ISLA MAYOR": ("Peter Warde, Port Superintendent",),
        "VALDORIA": ("Julia Arcos, Minister", "Ramón Iriarte, Adviser"),
    }
    y = 150.0
    for state, names in lists.items():
        rows.append(row(state, y + 10, bold=True))
        rows += [row(name, y + 34 + 16 * at, 150) for at, name in enumerate(names)]
        y += 50 + 16 * len(names)
    rows += [row("OBSERVERS", y + 10, bold=True), row("No observer spoke.", y + 34, 150)]
    assert of_kind(rows, Kind.ITEM) == [name for names in lists.values() for name in names]


def test_a_row_below_a_heading_is_no_item_because_one_other_heading_has_a_list() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), *paragraph("3.", 120)]
    rows += [row("Members", 160, bold=True), row("Ms. Ada Eze, Chair", 184), row("Mr. Bo Lind, Clerk", 200)]
    rows += [row("Purpose", 230, bold=True), row("To advise the Minister on ports", 254)]
    rows += [row("Meetings", 284, bold=True), row("None in the year", 308)]
    assert of_kind(rows, Kind.ITEM) == ["Ms. Ada Eze, Chair", "Mr. Bo Lind, Clerk"]
