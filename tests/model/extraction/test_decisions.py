"""Structure from rows: decisions and resolutions under their labels and symbols, agenda items, annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import Maker, body, texts, write

_SENTENCE = "words that go on to the end of the line as running text does in every report of the kind here"


def centred(text: str, y: float, *, width: float = 150.0, page: int = 1) -> Row:
    made = row(text, y, 300 - width / 2, size=11, bold=True, width=width, page=page)
    return made._replace(centred=True)


def headings(rows: list[Row]) -> list[tuple[int | None, str, str]]:
    return [(node.level, node.number, node.text) for node in build(rows) if node.kind is Kind.SECTION]


def test_decision_under_its_symbol_is_one_heading_with_its_parts_below_it() -> None:
    rows = [
        centred("EX.CL/Dec.1302(XLVIII)", 80),
        centred("DECISION ON THE ADVISORY BOARD", 94, width=220),
        centred("Doc. EX.CL/1650(XLVIII)", 108),
        *paragraph("1.", 134),
        centred("EX.CL/Dec.1303(XLVIII)", 180),
        centred("DECISION ON THE BUDGET OF THE UNION", 194, width=240),
        row("A. ON THE FRAMEWORK", 220, size=11, bold=True),
        *paragraph("1.", 244),
        row("B. ON THE ARREARS", 280, size=11, bold=True),
        *paragraph("2.", 304),
    ]
    assert headings(rows) == [
        (1, "EX.CL/Dec.1302(XLVIII)",
         "EX.CL/Dec.1302(XLVIII) DECISION ON THE ADVISORY BOARD Doc. EX.CL/1650(XLVIII)"),
        (1, "EX.CL/Dec.1303(XLVIII)", "EX.CL/Dec.1303(XLVIII) DECISION ON THE BUDGET OF THE UNION"),
        (2, "A", "ON THE FRAMEWORK"),
        (2, "B", "ON THE ARREARS"),
    ]  # fmt: skip


def test_symbols_of_decisions_at_the_top_of_pages_are_no_running_header(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "decisions.pdf")
    for number in (1301, 1302, 1303):
        page = maker.page()
        write(page, 400, 44, "EX.CL/Dec.1301-1303(XLVIII)", 9)
        write(page, 240, 81, f"EX.CL/Dec.{number}(XLVIII)", 11, "bold")
        body(page, 110, 30)
    rows = maker.rows()
    assert texts(rows, Zone.HEADER) == ["EX.CL/Dec.1301-1303(XLVIII)"] * 3
    assert "EX.CL/Dec.1303(XLVIII)" in texts(rows, Zone.BODY)


def test_agenda_items_stand_beside_each_other_with_drafts_below_them() -> None:
    rows = [
        row("Agenda item 13 (continued)", 80),
        row("Follow-up to the outcomes of the conferences", 98, bold=True),
        row("Draft resolution (A/79/L.64)", 118, 118, bold=True),
        row("The President: " + _SENTENCE, 140),
        row("of the meeting.", 152),
        row("Agenda item 125 (continued)", 176),
        row("Cooperation with other organizations", 194, bold=True),
        row("Draft decision (A/79/L.72)", 214, 118, bold=True),
        row("The President: " + _SENTENCE, 236),
        row("of the meeting.", 248),
    ]
    assert [level for level, *_ in headings(rows)] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    "items",
    [
        ("Item 1", "Item 2", "Item 5"),
        ("Point 1", "Point 2", "Point 5"),
        ("Tema 1 del programa", "Tema 2 del programa", "Tema 5 del programa (continuación)"),
        ("Пункт 1 повестки дня", "Пункт 2 повестки дня", "Пункт 5 повестки дня"),
        ("议程项目 1", "议程项目 2", "议程项目 5"),
    ],
)
def test_agendas_item_in_the_middle_is_the_label_of_the_title_below_it(items: tuple[str, ...]) -> None:
    """In plain type, as a board's overview of its decisions prints them."""
    rows = [centred("DECISIONS", 60), row("Recalls that at its session it:", 84)]
    titles = ("On itself", "Country programmes", "Others")
    for at, (item, title) in enumerate(zip(items, titles, strict=True)):
        for below, text in enumerate((item, title)):
            middle = centred(text, 110 + 70 * at + 12 * below, width=60 + 30 * below)
            plain = middle.spans[0]._replace(bold=False, size=10.0)
            rows.append(middle._replace(spans=(plain,), size=10.0))
        rows += [
            row(f"Approved the report, {_SENTENCE}", 140 + 70 * at),
            row("of the meeting.", 152 + 70 * at),
        ]
    assert headings(rows)[1:] == [
        (2, "1", f"{items[0]} On itself"),
        (2, "2", f"{items[1]} Country programmes"),
        (2, "5", f"{items[2]} Others"),
    ]


def test_agendas_item_that_a_sentence_begins_with_is_no_label() -> None:
    rows = [*paragraph("1.", 60), row("Item 2 was closed, " + _SENTENCE, 90), row("of the meeting.", 102)]
    assert headings(rows) == []
    assert [node.text[:17] for node in build(rows)][1:] == ["Item 2 was closed"]


def test_a_meeting_takes_up_any_part_of_an_agendas_item() -> None:
    rows = [
        row("Agenda item 125 (continued)", 80),
        row("Cooperation with other organizations", 98, bold=True),
        row("(l) Cooperation with the Harbour Union", 122, bold=True),
        row("The President: " + _SENTENCE, 146),
        row("of the meeting.", 158),
    ]
    assert [(level, number) for level, number, _ in headings(rows)] == [(1, "125"), (2, "l")]


def test_decisions_annexed_one_after_the_other_keep_their_own_headings() -> None:
    rows = [
        *paragraph("1.", 60),
        centred("ANNEX", 100, width=60),
        centred("DECISION IG.27/3", 115, width=100),
        *paragraph("1.", 140),
        centred("DECISION IG.27/4", 180, width=100),
        *paragraph("1.", 210),
    ]
    assert [(level, number) for level, number, _ in headings(rows)] == [
        (1, ""),
        (2, "IG.27/3"),
        (2, "IG.27/4"),
    ]


def test_parts_of_an_agendas_item_are_counted_in_roman_numerals_behind_its_own() -> None:
    rows = [
        row("1. Report of the Director-General", 60, bold=True),
        row("1.I Programme implementation", 84, bold=True),
        *paragraph("1.", 108),
        *paragraph("2.", 138),
        row("1.II Financial situation", 176, bold=True),
        *paragraph("1.", 200),
    ]
    assert headings(rows) == [
        (1, "1", "Report of the Director-General"),
        (2, "1.I", "Programme implementation"),
        (2, "1.II", "Financial situation"),
    ]


def test_short_recitals_that_are_counted_are_paragraphs() -> None:
    rows: list[Row] = []
    for at, number in enumerate(("48 COM 7B.1", "48 COM 7B.2")):
        y = 60 + 120 * at
        rows += [
            row(f"{at + 1}. A reef or a forest", y, bold=True),
            row(f"Decision: {number}", y + 18, bold=True),
            row("The Heritage Committee,", y + 36),
            row("1. Having examined document 7B,", y + 54),
            row("2. Recalling decision 46 COM 7B.3,", y + 70),
            row("3. Notes with concern that logging goes on close to it;", y + 86),
            row("4. Urges the State Party to act.", y + 102),
        ]
    numbers = [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]
    assert numbers == ["", "1", "2", "3", "4"] * 2
    assert [level for level, *_ in headings(rows)] == [1, 2, 1, 2]


def test_remark_in_brackets_does_not_lower_a_heading_in_capitals() -> None:
    rows = [
        row("OPENING OF THE SESSION", 60, bold=True),
        *paragraph("1.", 84),
        row("ADOPTION OF THE AGENDA (Agenda item 1)", 122, bold=True),
        *paragraph("2.", 146),
        row("Discussion", 184, bold=True),
        *paragraph("3.", 208),
    ]
    assert [level for level, *_ in headings(rows)] == [1, 1, 2]


def test_parts_of_one_paragraph_are_counted_among_those_of_several() -> None:
    rows = [
        row("Complaint", 60, bold=True),
        *paragraph("3.1", 84),
        *paragraph("3.2", 114),
        row("Comments by the authors", 152, bold=True),
        *paragraph("4", 176),
        row("Issues before the Committee", 214, bold=True),
        row("Consideration of admissibility", 238, bold=True),
        *paragraph("5.1", 262),
        *paragraph("5.2", 292),
        row("Consideration of the merits", 330, bold=True),
        *paragraph("6.1", 354),
        *paragraph("7", 384),
    ]
    nodes = build(rows)
    numbers = [node.number for node in nodes if node.kind is Kind.PARAGRAPH]
    assert numbers == ["3.1", "3.2", "4", "5.1", "5.2", "6.1", "7"]
    assert [level for level, *_ in headings(rows)] == [1, 1, 1, 2, 2]


def test_paragraphs_take_part_in_the_numbers_of_their_headings_at_any_depth() -> None:
    rows = [
        row("1. INTRODUCTION", 60, bold=True),
        *paragraph("1.1", 84),
        *paragraph("1.2", 114),
        row("2. DISCUSSION", 152, bold=True),
        row("2.1 Exchange", 176, bold=True),
        *paragraph("2.1.1", 200),
        *paragraph("2.1.2", 230),
        row("3. CONCLUSION", 268, bold=True),
        *paragraph("3.1", 292),
    ]
    numbers = [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]
    assert numbers == ["1.1", "1.2", "2.1.1", "2.1.2", "3.1"]


def test_what_a_body_enacts_behind_a_colon_are_paragraphs() -> None:
    rows = [
        row("Resolution 31/1: Volcanic ash", 60, bold=True),
        row("Whereas ash is a hazard to aircraft, " + _SENTENCE, 84),
        row("of the world.", 96),
        row("The Assembly:", 114),
        row("1. Urges Member States to agree on procedures, " + _SENTENCE, 132),
        row("and to report; and", 144, 112),
        row("2. Requests the Council to report at the next ordinary session, " + _SENTENCE, 162),
        row("of the Assembly.", 174, 112),
    ]
    numbers = [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]
    assert numbers == ["", "", "1", "2"]


def test_an_appendix_to_a_decision_that_others_follow_stands_below_it() -> None:
    rows = [centred("Annex I", 40), centred("DECISIONS OF THE CONFERENCE", 54, width=200)]
    for at, title in enumerate(("6/1. Electronic permits", "6/2. Rearing of corals", "6/3. Budget")):
        y = 90 + 200 * at
        rows += [row(title, y, bold=True), row("The Conference of the Parties,", y + 20)]
        rows += [*paragraph("1.", y + 40), *paragraph("2.", y + 70)]
        if at == 0:
            rows += [centred("Appendix", y + 110), centred("Technical requirements", y + 124)]
            rows += paragraph("1.", y + 150)
    rows += [centred("Annex II", 700), centred("BUDGET", 714), *paragraph("1.", 740)]
    assert [(level, number) for level, number, _ in headings(rows)] == [
        (1, "I"), (2, "6/1"), (3, ""), (2, "6/2"), (2, "6/3"), (1, "II"),
    ]  # fmt: skip


def test_what_is_counted_right_below_an_article_are_its_paragraphs() -> None:
    rows = [row("I. Work", 40, size=12, bold=True), *paragraph("1.", 60), *paragraph("2.", 90)]
    for at, title in enumerate(("Scope", "Definitions"), 1):
        y = 20 + 110 * at
        rows += [row(f"Article {at}", y, bold=True), row(title, y + 12, bold=True)]
        rows += [*paragraph("(1)", y + 30), *paragraph("(2)", y + 60)]
    rows += [row("II. Close", 370, size=12, bold=True), *paragraph("3.", 400)]
    counted = [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]
    assert counted == ["1", "2", "1", "2", "1", "2", "3"]


def test_the_number_and_session_of_a_resolution_take_the_row_below_them() -> None:
    rows = [row("Annex 1", 40, bold=True), row("RESOLUTIONS ADOPTED", 53, bold=True)]
    for at, (symbol, title) in enumerate(
        (("1(VI)", "Data on ground water"), ("2(VI)", "Place of the session"))
    ):
        y = 90 + 80.0 * at
        rows += [row(symbol, y), row(title, y + 13), row("The Conference,", y + 30)]
        rows += [row("1. Decides to meet again;", y + 47)]
    assert [text for *_, text in headings(rows)][1:] == [
        "1(VI) Data on ground water",
        "2(VI) Place of the session",
    ]
