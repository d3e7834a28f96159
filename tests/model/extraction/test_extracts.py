"""Numbers in extracts: chapters and paragraphs left out, a first chapter that is not the first, and lists of
recommendations that give each the number of its paragraph."""

from __future__ import annotations

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import named, paragraph, row

_SAID = "The committee recommends that the board should publish its waiting times in each year that it has"


def test_an_extract_begins_with_the_number_of_its_chapter() -> None:
    rows = [
        row("2 Weaknesses abroad", 80, size=16),
        *paragraph("", 104),
        row("Ships and harbours", 150, bold=True),
        *paragraph("", 174),
    ]
    assert named(build(rows), Kind.SECTION) == [("2", "Weaknesses abroad"), ("", "Ships and harbours")]


def test_a_date_in_bold_is_no_number_of_a_chapter() -> None:
    rows = [row("2 February 2025", 80, bold=True), *paragraph("1.", 104), *paragraph("2.", 140)]
    assert all(node.number != "2" or node.kind is Kind.PARAGRAPH for node in build(rows))


def test_a_chapter_keeps_its_number_where_one_before_it_is_left_out() -> None:
    big = {"size": 14.0, "bold": True}
    rows = [
        row("Chapter 1", 80, **big),
        row("Introduction", 98, **big),
        *paragraph("1.1", 124),
        row("Chapter 3", 80, page=2, **big),
        row("Access to care", 98, page=2, **big),
        *paragraph("3.1", 124, page=2),
        *paragraph("3.20", 160, page=2),
        *paragraph("3.21", 196, page=2),
    ]
    nodes = build(rows)
    assert [number for number, _ in named(nodes, Kind.SECTION)] == ["1", "3"]
    assert [number for number, _ in named(nodes, Kind.PARAGRAPH)] == ["1.1", "3.1", "3.20", "3.21"]


def test_a_list_of_recommendations_gives_the_numbers_of_their_paragraphs() -> None:
    rows = [row("Recommendations", 60, size=14, bold=True)]
    for at, number in enumerate(("3.21", "3.34")):
        top = 90 + 60 * at
        rows += [
            row(f"Recommendation {at + 1}", top, size=12, bold=True),
            row(f"{number} {_SAID}", top + 20, bold=True),
            row("had them counted.", top + 32, bold=True),
        ]
    rows += [row("Chapter 1 Introduction", 80, size=14, bold=True, page=2), *paragraph("1.1", 104, page=2)]
    nodes = build(rows)
    numbers = [number for number, _ in named(nodes, Kind.PARAGRAPH)]
    assert numbers == ["3.21", "3.34", "1.1"]


def test_a_recommendation_that_is_referred_to_in_plain_type_is_not_joined_to_a_heading() -> None:
    rows = [
        row("Asking about falls", 80, size=14, bold=True),
        row("Recommendation 1.1.1", 104),
        row("Why the committee said so", 124, bold=True),
        *paragraph("", 148),
    ]
    texts = [text for _, text in named(build(rows), Kind.SECTION)]
    assert "Why the committee said so" in texts


def test_conclusions_with_a_dash_behind_their_numbers_are_counted() -> None:
    rows = [
        row("IV.- CONCLUSIONES", 80, bold=True),
        row("1.- La quiebra pudo evitarse si se hubieran atendido las observaciones del", 104),
        row("organismo.", 116),
        row("2.- Existió responsabilidad del ministro de la época.", 140),
        row("V.- PROPOSICIONES", 170, bold=True),
        row("1.- Solicitar al Ministerio que envíe un proyecto de ley sobre ferrocarriles.", 194),
        row("2.- Remitir copia de este informe a la Contraloría.", 218),
    ]
    nodes = build(rows)
    assert [number for number, _ in named(nodes, Kind.SECTION)] == ["IV", "V"]
    assert [node.number for node in nodes if node.kind is not Kind.SECTION] == ["1", "2", "1", "2"]


def test_proposals_are_counted_anew_below_a_heading_in_the_middle() -> None:
    rows = [
        *paragraph("", 60),
        row("IV. CONCLUSIONS", 104, x=270, bold=True)._replace(centred=True),
        row("1. The failure could have been avoided if the observations had been heeded.", 124),
        row("2. The minister of the day was responsible for what had been left undone.", 148),
        row("V. PROPOSALS", 172, x=276, bold=True)._replace(centred=True),
        row("1. To ask the Government for a bill on railways in the provinces of the south.", 192),
        row("2. To send a copy of this report to the Comptroller of the finances of the State.", 216),
    ]
    counted = [(node.kind, node.number) for node in build(rows) if node.number]
    kinds = [(Kind.SECTION, "IV"), (Kind.SECTION, "V")]
    assert [one for one in counted if one not in kinds] == [
        (Kind.PARAGRAPH, number) for number in ("1", "2", "1", "2")
    ]


def test_a_row_behind_a_long_dash_says_whose_words_stand_above_it() -> None:
    rows = [
        row("Summary", 60, bold=True),
        row("“They came at five in the morning with two bulldozers, and by noon there was no", 84),
        row("street any more.”", 96),
        row("— Anna L., 54, Lyndale, March 2019", 120),
        *paragraph("", 150),
    ]
    (said,) = [node for node in build(rows) if "Anna" in node.text]
    assert (said.kind, said.number) == (Kind.PARAGRAPH, "")


def test_entries_behind_long_dashes_are_a_list() -> None:
    rows = [
        *paragraph("1.", 60),
        row("— the harbour;", 100),
        row("— the ferry;", 114),
        row("— the quay.", 128),
    ]
    assert [node.number for node in build(rows) if node.kind is Kind.ITEM] == ["-", "-", "-"]
