"""Structure from rows: layouts that came up in reports nobody had tuned to."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import WORDS

_SENTENCE = "words that go on to the end of the line as running text does in every report of the kind here"


def test_bold_and_large_heading_of_six_lines_keeps_its_letter() -> None:
    large = {"size": 12.0, "bold": True}
    rows = [
        row("Chapter I", 60, size=14, bold=True),
        row("Follow-up to the conference", 76, size=14, bold=True),
        *paragraph("1.", 110),
        row("A. Implementation of objectives and action in areas", 160, width=390, **large),
        row("of concern and further actions and initiatives: a review", 174, width=388, **large),
        row("and appraisal of how they were carried out over the years", 188, width=392, **large),
        row("since the conference and what the special session of the", 202, width=390, **large),
        row("General Assembly said of these in its own outcome (pursuant", 216, width=395, **large),
        row("to resolution 2022/5)", 230, width=120, **large),
        *paragraph("2.", 254),
        *paragraph("3.", 284),
    ]
    headings = [node for node in build(rows) if node.kind is Kind.SECTION]
    assert [(node.number, node.level) for node in headings] == [("I", 1), ("A", 2)]
    assert headings[1].text.endswith("(pursuant to resolution 2022/5)")


def test_short_bold_row_at_the_top_of_a_page_is_a_heading() -> None:
    rows = [
        *paragraph("1.", 100),
        *paragraph("2.", 130),
        row("3. " + _SENTENCE, 160),
        row("and ends where the line does, in a goal of the agenda for all the years to come now.", 172),
        row("Ministerial round table", 80, bold=True, page=2),
        *paragraph("4.", 104, page=2),
    ]
    nodes = build(rows)
    assert [n.text for n in nodes if n.kind is Kind.SECTION] == ["Ministerial round table"]
    assert [n.number for n in nodes if n.kind is Kind.PARAGRAPH] == ["1", "2", "3", "4"]


def test_draft_announced_by_a_numbered_paragraph_stands_below_its_heading() -> None:
    rows = [
        row("Draft decision for adoption by the Council", 80, bold=True),
        row("1. The Forum recommends to the Council the adoption of the following draft decision:", 104),
        row("Report of the Forum on its twentieth session", 130, bold=True),
        row("The Council takes note of the report, " + _SENTENCE, 154),
        row("of the Forum.", 166),
    ]
    assert [n.level for n in build(rows) if n.kind is Kind.SECTION] == [1, 2]


def test_unnumbered_heading_right_below_a_numbered_one_set_alike_is_its_part() -> None:
    rows = [
        row("1. Ministerial segment", 80, bold=True),
        row("Round tables", 104, bold=True),
        *paragraph("13.", 128),
        row("Dialogues", 170, bold=True),
        *paragraph("14.", 194),
    ]
    assert [n.level for n in build(rows) if n.kind is Kind.SECTION] == [1, 2, 2]


def test_rows_behind_a_bullet_belong_to_it_after_its_bold_words() -> None:
    rows = [
        row("The issues are these:", 80),
        row("• Strengthening the regulations", 98, bold=True, width=150),
        row(_SENTENCE, 110, x=112),
        row("ends here.", 122, x=112),
        row("• Contributing to the agenda", 134, bold=True, width=150),
        row(_SENTENCE, 146, x=112),
        row("and here.", 158, x=112),
    ]
    items = [n for n in build(rows) if n.kind is Kind.ITEM]
    assert [n.text[-10:] for n in items] == ["ends here.", " and here."]


def test_agenda_item_is_the_label_of_the_heading_below_it() -> None:
    rows = [
        row("Agenda item 13 (continued)", 80),
        row("Follow-up to the outcomes of the conferences", 98, bold=True),
        row("The President: " + _SENTENCE, 120),
        row("of the meeting.", 132),
    ]
    first = build(rows)[0]
    assert (first.kind, first.number) == (Kind.SECTION, "13")
    assert first.text == "Agenda item 13 (continued) Follow-up to the outcomes of the conferences"


def test_paragraph_beside_a_box_goes_on_below_it() -> None:
    narrow = {"width": 200.0}
    rows = [
        row("This was the second evaluation of", 100, **narrow)._replace(column=1),
        row("the office, and it aimed to support", 112, **narrow)._replace(column=1),
        row("Box 1. Questions", 80, x=320, width=80, bold=True, size=13)._replace(column=2, left=320),
        row("What did the programme intend?", 100, x=320, width=150)._replace(column=2, left=320),
        row("To what end?", 130, x=320, width=50)._replace(column=2, left=320),
        row("UNDP in its accountability, " + _SENTENCE, 124),
        row("and so on to its end.", 136),
    ]
    first = build(rows)[0]
    assert first.text.endswith(
        "aimed to support UNDP in its accountability, " + _SENTENCE + " and so on to its end."
    )


def test_an_item_in_arabic_goes_on_over_a_page_that_short_rows_bound() -> None:
    said = "نظرت اللجنة في تقرير الأمانة عن المنارات وأحاطت علما بالمعلومات"

    def line(text: str, y: float, end: float, page: int = 1, right: float = 552.0) -> Row:
        x0 = 120 + 3 * (y % 13)  # few rows fill their line
        return row(text, y, x0, width=end - x0, page=page)._replace(left=60.0, right=right)

    rows = [
        *[line(said, 80 + 12 * at, 552) for at in range(6)],
        line("• " + said, 170, 449),
        line(said, 182, 431),
        line(said, 194, 431),
        line(said, 80, 431, 2, 531.0),
        line(said + ".", 92, 431, 2, 531.0),
    ]
    assert [node.kind for node in build(rows)] == [Kind.PARAGRAPH, Kind.ITEM]


def test_what_a_box_that_is_counted_lists_are_items() -> None:
    rows = [
        row(f"The purpose of it, {_SENTENCE}", 60),
        row("and so on to its end.", 72),
        row("BOX 1. Questions", 100, size=13),
        *[row(f"{at}. What was done about the harbours?", 100 + 20 * at) for at in range(1, 5)],
        row("What was done", 220, size=14, bold=True),
        row(f"The purpose of it, {_SENTENCE}", 244),
        row("and so on to its end.", 256),
    ]
    assert [node.number for node in build(rows) if node.kind is Kind.ITEM] == ["1", "2", "3", "4"]


def test_first_line_set_in_begins_a_paragraph_below_a_sentence_that_fills_its_row() -> None:
    def block(y: float, last: float) -> list[Row]:
        lines = [
            row(_SENTENCE.capitalize(), y, 115, width=385),
            *(row(_SENTENCE, y + 12 * n, width=400) for n in (1, 2)),
        ]
        return [*lines, row("and the last words of its own sentence.", y + 36, width=last)]

    # no word of the next paragraph's would have stood at the end of the row above it
    rows = [*block(100, 380), *block(148, 385), *block(196, 150)]
    assert [n.kind for n in build(rows)] == [Kind.PARAGRAPH] * 3


def test_unbold_row_between_numbered_paragraphs_of_a_typewritten_print_is_a_heading() -> None:
    rows = [
        row("1. " + _SENTENCE, 100, width=395),
        row("of the kind here.", 112),
        row("Overview of the session of the Board", 136),
        row("2. " + _SENTENCE, 160, width=395),
        row("of the kind here.", 172),
    ]
    nodes = build(rows)
    assert [n.text for n in nodes if n.kind is Kind.SECTION] == ["Overview of the session of the Board"]


def test_heading_set_like_the_annex_above_it_stands_below_it() -> None:
    rows = [
        row(
            "Annex to the letter dated 3 June 2025 from the Permanent Representative", 80, bold=True, size=13
        ),
        row("[Original: Arabic]", 110),
        row("First quarterly report of the national mechanism", 140, bold=True, size=13),
        *paragraph("", 170),
        row("Annex II", 220, bold=True, size=13),
        *paragraph("", 250),
    ]
    assert [n.level for n in build(rows) if n.kind is Kind.SECTION] == [1, 2, 1]


def test_sitting_below_a_resolution_is_no_heading() -> None:
    rows = [
        row("Lights of harbours", 60, size=14, bold=True),
        *paragraph("1.", 110),
        *paragraph("2.", 140),
        row("34th meeting", 190, x=400, width=70, bold=True),
        row("8 July 2025", 202, x=400, width=65, bold=True),
        row("[Adopted without a vote.]", 226, width=120),
    ]
    nodes = build(rows)
    assert [n.text for n in nodes if n.kind is Kind.SECTION] == ["Lights of harbours"]
    assert "34th meeting 8 July 2025" in [n.text for n in nodes if n.kind is Kind.PARAGRAPH]


def _block(*widths: float, y: float = 100.0, page: int = 1) -> list[Row]:
    """A paragraph whose rows are as wide as told, set solid from the margin on."""
    texts = [
        _SENTENCE.capitalize(),
        *[f"and {_SENTENCE}"] * (len(widths) - 2),
        "It was found to be so, as told.",
    ]
    return [
        row(text, y + 12 * at, width=width, page=page)
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]


def test_row_of_a_justified_block_that_falls_short_ends_its_paragraph_at_the_foot_of_a_page() -> None:
    full = (400.0, 400.2, 399.8, 400.0)
    first, second = _block(*full, 380.0, y=700), _block(*full, 150.0, y=80, page=2)
    assert [n.text[-8:] for n in build([*first, *second])] == ["as told.", "as told."]
    # where rows end here and there, the same one tells nothing
    ragged = _block(385.0, 398.0, 376.0, 391.0, 380.0, y=700)
    assert len(build([*ragged, *second])) == 1


def test_sentence_set_in_at_the_foot_of_a_page_is_a_paragraph_of_its_own() -> None:
    indented = [
        row("The draft was adopted by 72 votes to 13, with 49 abstentions in all.", 700, x=118, width=382)
    ]
    above = _block(400.0, 400.0, 400.0, 200.0, y=600)
    below = [
        row(
            "[Later the delegation told the secretariat that it had meant to vote",
            80,
            x=118,
            width=382,
            page=2,
        ),
        row("against.]", 92, width=50, page=2),
    ]
    assert [n.text[:10] for n in build([*above, *indented, *below])][1:] == ["The draft ", "[Later the"]


def test_heading_ends_at_the_table_below_it() -> None:
    rows = [
        *_block(400.0, 400.0, 200.0),
        row("Outcome of expenditure in the first and in the second year", 150, size=14, bold=True, width=390),
        row("Programme 1 2 3", 166, zone=Zone.TABLE, group=1),
        row(
            "Outcome of expenditure in the first and in the second year (continued)",
            80,
            size=14,
            bold=True,
            width=400,
            page=2,
        ),
        row("Programme 4 5 6", 96, zone=Zone.TABLE, group=2, page=2),
        row("Trends", 130, bold=True, page=2),
        *_block(400.0, 400.0, 200.0, y=150, page=2),
    ]
    nodes = build(rows)
    # the heading printed again over the rest of its table is not part of the outline
    assert [n.text[:7] for n in nodes if n.kind is Kind.SECTION] == ["Outcome", "Trends"]
    assert [n.text[-11:] for n in nodes if n.kind is Kind.FURNITURE] == ["(continued)"]


@pytest.mark.parametrize(
    "word",
    [
        "(continued)", "(CONTINUED)", "(cont’d)", "(contd.)", "(suite)", "(suite et fin)", "(continuación)",
        "(continuação)", "(Fortsetzung)", "(продолжение)", "（续）", "(تابع)",
    ],
)  # fmt: skip
def test_heading_printed_again_over_what_goes_on_is_not_counted_again(word: str) -> None:
    rows = [
        row("I. Organization", 80, size=14, bold=True),
        row("A. Budget", 110, size=12, bold=True),
        *paragraph("1.", 140),
        row(f"A. Budget {word}", 80, size=12, bold=True, page=2),
        *paragraph("2.", 110, page=2),
        row("B. Travel", 150, size=12, bold=True, page=2),
        *paragraph("3.", 180, page=2),
    ]
    assert [(n.number, n.level) for n in build(rows) if n.kind is Kind.SECTION] == [
        ("I", 1), ("A", 2), ("B", 2),
    ]  # fmt: skip


def test_bold_row_that_ends_though_the_next_word_had_room_is_a_heading_by_itself() -> None:
    rows = [
        *paragraph("54.", 80, page=2),
        row("Action taken by the Commission", 120, bold=True, page=2, width=150),
        row("Report of the Working Group on Communications", 132, bold=True, page=2, width=340),
        *paragraph("55.", 152, page=2),
        row(
            "Release of women and children taken hostage, including those", 192, bold=True, page=2, width=340
        ),
        row("imprisoned since", 204, bold=True, page=2, width=90),
        *paragraph("56.", 224, page=2),
        row("Box 1", 264, bold=True, page=2, width=30),
        row("What is coastal erosion?", 276, bold=True, page=2, width=140),
        *paragraph("57.", 296, page=2),
    ]
    found = [(n.level, n.text[:10]) for n in build(rows) if n.kind is Kind.SECTION]
    assert found == [(1, "Action tak"), (2, "Report of "), (2, "Release of"), (2, "Box 1 What")]


def test_heading_that_came_out_smaller_once_stands_where_its_words_stand_elsewhere() -> None:
    rows, y = [], 80.0
    for chapter in range(6):
        size = 9 if chapter == 3 else 10
        rows += [
            row(f"Component {WORDS[chapter]}", y, size=13, bold=True),
            row("Rationale", y + 22, bold=True),
            *_block(400.0, 400.0, 200.0, y=y + 40),
            row("Remarks", y + 88, size=size, bold=True),
            *_block(400.0, 400.0, 200.0, y=y + 106),
        ]
        y += 160
    assert [n.level for n in build(rows) if n.kind is Kind.SECTION] == [1, 2, 2] * 6


def test_typed_headings_stand_one_over_the_other_and_the_one_set_in_is_lower() -> None:
    rows = [
        row("Emergencies of this year", 80),
        row("Famine", 104, x=130),
        *paragraph("21.", 128),
        row("Other emergencies", 176, x=130),
        *paragraph("22.", 200),
        row("Policy in emergencies", 248),
        *paragraph("23.", 272),
    ]
    found = [(n.text, n.level) for n in build(rows) if n.kind is Kind.SECTION]
    assert found == [
        ("Emergencies of this year", 1),
        ("Famine", 2),
        ("Other emergencies", 2),
        ("Policy in emergencies", 1),
    ]


def test_short_bold_lead_in_at_the_top_of_a_page_begins_its_paragraph() -> None:
    rows = [
        *[line for n in range(1, 9) for line in paragraph(f"{n}.", 60 + 30 * n)],
        row("9. The banks that play a major role in the work, as the annex says, should:", 400, bold=True),
        row("(a) Prioritize projects that are led by those who live on the land;", 420, bold=True),
        row(
            "(b) Make recommendations by the mechanisms of the banks for redress binding.",
            440,
            bold=True,
            width=400,
        ),
        row("10. Other recommendations:", 80, bold=True, width=120, page=2),
        row("(a) Institutions should ensure that the respect for rights is kept up;", 104, bold=True, page=2),
        row("(b) The agencies should support States.", 124, bold=True, page=2),
    ]
    nodes = build(rows)
    assert [n.number for n in nodes if n.kind is Kind.PARAGRAPH] == [str(n) for n in range(1, 11)]
    assert [n.number for n in nodes if n.kind is Kind.ITEM] == ["a", "b", "a", "b"]


def test_a_row_set_in_like_a_first_one_at_the_top_of_a_page_begins_a_paragraph() -> None:
    first = {"x": 129.0, "width": 371.0}
    rows = [
        row("Recalling that parties may be affected by the measures taken in response to it,", 60, **first),
        row("which " + _SENTENCE, 72),
        row("in the years to come,", 84, width=90),
        row("Acknowledging that finance is a tool for addressing the change in line with it", 102, **first),
        row("and with the agreement, as " + _SENTENCE, 114),
        row("and that it is also important for the human rights of all of them,", 126, width=358),
        row(
            "Acknowledging also that gaps remain in addressing the needs of all countries,",
            60,
            page=2,
            **first,
        ),
        row("and in responding to " + _SENTENCE, 72, page=2),
    ]
    assert [node.text.split()[:2] for node in build(rows)] == [
        ["Recalling", "that"], ["Acknowledging", "that"], ["Acknowledging", "also"],
    ]  # fmt: skip


def test_agreements_that_a_spanish_speaking_body_adopts_are_paragraphs() -> None:
    rows = [*paragraph("16.", 40), *paragraph("17.", 70)]
    rows.append(row("La Mesa Directiva aprobó los siguientes acuerdos:", 110, 130, width=270))
    agreements = (
        "Hacer suyo el calendario;",
        "Solicitar a la Secretaría que lo publique;",
        "Agradecer a Panamá.",
    )
    rows += [row(f"{at}. {text}", 110 + 20.0 * at) for at, text in enumerate(agreements, 1)]
    found = [(node.kind, node.number) for node in build(rows)]
    assert found == [(Kind.PARAGRAPH, number) for number in ("16", "17", "", "1", "2", "3")]


def test_a_report_that_a_paragraph_gives_in_full_counts_its_own_paragraphs() -> None:
    rows = [
        row("55. The Commission " + _SENTENCE, 100),
        row("and in others.", 112, width=60),
        row("56. It decided to take note of the report, which read as follows:", 136, width=270),
        row("1. The Working Group " + _SENTENCE, 160, 124, width=376),
        row("and in the closed meetings of it.", 172, 124, width=140),
        row("2. It had the following functions " + _SENTENCE + ":", 196, 124, width=376),
        row("(a) Consideration of communications;", 220, 148, width=150),
        row("(b) Preparation of a report.", 240, 148, width=120),
        row("57. The Commission " + _SENTENCE, 264),
        row("and closed its meeting.", 276, width=100),
    ]
    found = [(node.kind, node.number) for node in build(rows)]
    assert found == [
        (Kind.PARAGRAPH, "55"), (Kind.PARAGRAPH, "56"), (Kind.PARAGRAPH, "1"), (Kind.PARAGRAPH, "2"),
        (Kind.ITEM, "a"), (Kind.ITEM, "b"), (Kind.PARAGRAPH, "57"),
    ]  # fmt: skip
