"""Boxes with a title that interrupt a section, and boxes that hold a part of the outline."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.doubts import doubts_of
from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import Maker, body, write


def _below(nodes: list[Node]) -> list[tuple[str, str]]:
    """The words that each node begins with, and those of the node that it stands below."""
    names = {node.id: node.text[:14].strip() for node in nodes}
    return [(names[node.id], names.get(node.parent or "", "")) for node in nodes]


def _boxed(rows: list[Row], box: int = 1) -> list[Row]:
    return [one._replace(box=box) for one in rows]


@pytest.mark.parametrize("framed", [True, False], ids=["framed", "tinted"])
def test_text_goes_on_below_its_heading_behind_a_box_with_a_title(tmp_path: Path, framed: bool) -> None:
    maker = Maker(tmp_path / "box.pdf")
    body(maker.page(), 80, 6)
    page = maker.page()
    write(page, 72, 80, "1. Outcomes", 16, "bold")
    write(page, 72, 110, "Access to water", 13, "italic")
    body(page, 134, 3, text="Before the box the office tells what it has seen in the villages")
    line, tint = ((0, 0, 0), None) if framed else (None, (0.9, 0.9, 0.95))
    page.draw_rect(pymupdf.Rect(66, 186, 530, 276), color=line, fill=tint, width=0.7)
    write(page, 72, 206, "Key findings", 13, "bold")
    body(page, 226, 3, text="Within the box it says in few words what it has found in all")
    body(page, 306, 3, text="Behind the box the office goes on to tell what is to be done")
    write(page, 72, 370, "Cost of water", 13, "italic")
    body(page, 394, 6)
    assert _below(build(maker.rows())[1:]) == [
        ("Outcomes", ""),
        ("Access to wate", "Outcomes"),
        ("Before the box", "Access to wate"),
        ("Key findings", "Access to wate"),
        ("Within the box", "Key findings"),
        ("Behind the box", "Access to wate"),
        ("Cost of water", "Outcomes"),
        ("The committee", "Cost of water"),
    ]


def test_items_count_on_behind_a_box() -> None:
    rows = [
        row("I. Measures", 80, size=14, bold=True),
        row("1. The office should:", 104),
        row("(a) Build wells;", 124, x=124),
        *_boxed([row("A well in use", 150, bold=True), *paragraph("", 170)]),
        row("(b) Mend pumps.", 210, x=124),
        *paragraph("2.", 240),
    ]
    nodes = build(rows)
    lead = next(node for node in nodes if node.text == "The office should:")
    assert [(n.number, n.parent) for n in nodes if n.kind is Kind.ITEM] == [("a", lead.id), ("b", lead.id)]


def test_table_behind_a_box_stands_below_the_heading_around_it() -> None:
    rows = [
        row("I. Measures", 80, size=14, bold=True),
        *paragraph("", 104),
        *_boxed([row("A well in use", 150, bold=True), *paragraph("", 170)]),
        row("Wells 12", 210, zone=Zone.TABLE, group=1),
    ]
    nodes = build(rows)
    assert nodes[-1].kind is Kind.TABLE
    assert nodes[-1].parent == nodes[0].id


def test_box_that_goes_on_on_the_next_page_stays_below_its_title() -> None:
    rows = [
        row("I. Measures", 80, size=14, bold=True),
        *paragraph("", 104),
        *_boxed([row("A well in use", 650, bold=True), *paragraph("Here", 670)]),
        *_boxed([row("and on.", 80, page=2), *paragraph("There", 110, page=2)], box=2),
        *paragraph("Behind", 140, page=2),
    ]
    assert _below(build(rows))[-2:] == [
        ("There words th", "A well in use"),
        ("Behind words t", "Measures"),
    ]


def test_box_with_headings_of_several_types_holds_a_part_of_the_outline() -> None:
    rows = [
        row("Components", 80, size=18, bold=True),
        *_boxed([row("Hand hygiene", 120, size=14, bold=True), row("Advice", 150, bold=True)]),
        *_boxed(paragraph("", 170)),
        *paragraph("Behind", 210),
    ]
    assert _below(build(rows))[-2:] == [("words that go", "Advice"), ("Behind words t", "Advice")]


def test_box_with_a_heading_of_the_report_holds_a_part_of_the_outline() -> None:
    rows = [
        row("Components", 80, size=18, bold=True),
        *_boxed([row("Hand hygiene", 120, size=14, bold=True), *paragraph("", 140)]),
        *paragraph("Behind", 210),
        row("Waste", 250, size=14, bold=True),
        *paragraph("", 270),
    ]
    assert _below(build(rows))[3] == ("Behind words t", "Hand hygiene")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        (["Box 1: A well in use"], "Box 1: A well"),
        (["Box 1", "A well in use"], "Box 1 A well i"),
        (["Encadré 2", "A well in use"], "Encadré 2 A we"),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_a_counted_box_has_one_title_and_stands_aside_though_set_as_headings_are(
    title: list[str], label: str, bold: bool
) -> None:
    heads = [row(words, 150 + 14 * at, bold=bold or at == len(title) - 1) for at, words in enumerate(title)]
    rows = [
        row("Measures", 80, bold=True),
        *paragraph("Before it", 104),
        *_boxed([*heads, *paragraph("Within it", 190)]),
        *paragraph("Behind it", 240),
        row("Results", 280, bold=True),
        *paragraph("Below it", 304),
    ]
    assert [(words, above) for words, above in _below(build(rows)) if words.startswith(label[:5])] == [
        (label, "Measures")
    ]
    assert [above for words, above in _below(build(rows)) if words.startswith("Behind")] == ["Measures"]


def test_numbered_sentence_in_bold_in_a_box_is_no_heading() -> None:
    asked = [
        row("(1) The Office should verify whom it helps, and correct its", 172, bold=True, width=400),
        row("records by the end of the year.", 184, bold=True),
    ]
    answered = [
        row("The Office agreed and said that the work had begun", 210, width=400),
        row("in August.", 222),
    ]
    rows = [
        row("A. Registration", 100, size=12, bold=True),
        *paragraph("7.", 124),
        *_boxed([*asked, *answered]),
        row("B. Partners", 250, size=12, bold=True),
        *paragraph("8.", 274),
    ]
    sections = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert sections == ["Registration", "Partners"]


@pytest.mark.parametrize(
    ("dress", "numbers"), [("{}.", "1234"), ("({})", "1234"), ("({})", "abcd"), ("{}.", "ABCD")]
)
def test_counted_boxes_stand_among_the_paragraphs_without_taking_part_in_their_count(
    dress: str, numbers: str
) -> None:
    rows: list[Row] = []
    for at, number in enumerate(numbers):
        rows += paragraph(f"{at + 1}.", 80 + 60 * at)
        asks = f"{dress.format(number)} The fund should say what each well costs, and {at} more things."
        rows += _boxed([row(asks, 116 + 60 * at)], at + 1)
    nodes = build(rows)
    assert {node.kind for node in nodes} == {Kind.PARAGRAPH}
    assert [node.number for node in nodes] == [n for pair in zip("1234", numbers, strict=True) for n in pair]
    assert not doubts_of(nodes, [])


def test_a_list_that_each_box_counts_anew_counts_no_boxes() -> None:
    rows: list[Row] = []
    for at in range(2):
        rows += paragraph(f"{at + 1}.", 80 + 80 * at)
        entries = [row(f"{entry}. Say what each well costs.", 116 + 80 * at + 14 * entry) for entry in (1, 2)]
        rows += _boxed(entries, at + 1)
    assert not any(node.extra.get("boxed") for node in build(rows))


def test_the_last_row_of_a_box_heads_nothing_though_it_is_bold() -> None:
    rows = [
        row("Conclusions", 60, size=14, bold=True),
        *paragraph("10.", 84),
        *_boxed([
            row("Recommendation 1 – Assess the prices", 130, size=11, bold=True),
            *paragraph("", 150),
            row("Target date: 2026", 186, x=380, bold=True),
        ]),
        *paragraph("11.", 220),
    ]  # fmt: skip
    texts = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert "Target date: 2026" not in texts
    assert len(texts) == 2


def test_a_recommendation_with_a_title_in_a_box_of_its_own_is_one_paragraph() -> None:
    rows = [row("Conclusions", 60, size=14, bold=True), *paragraph("16.", 90)]
    for at, title in enumerate(("Mend the pumps", "Count the wells"), 1):
        top = 60 + 90.0 * at
        label = row(f"Recommendation {at} – {title}", top, bold=True)
        text = [row("The Office should do so in all the villages of the coast and tell of it by", top + 14)]
        rows += _boxed([label, *text, row("2027. It should do it again each year.", top + 26)], box=at)
        rows += paragraph(f"{16 + at}.", top + 50)
    nodes = build(rows)
    numbers = [node.number for node in nodes if node.kind is Kind.PARAGRAPH]
    assert numbers == ["16", "Recommendation 1", "17", "Recommendation 2", "18"]
    assert [node.text for node in nodes if node.kind is Kind.SECTION] == ["Conclusions"]


def test_a_counted_box_is_titled_in_plain_type_too() -> None:
    rows = [
        row("Measures", 80, bold=True),
        *paragraph("Before it", 104),
        row("Box 1: What a well is", 146),
        *paragraph("Within it", 168),
        row("Box 1 shows what a well is, and so it goes on", 210, width=400),
        *paragraph("to the end", 222),
    ]
    found = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert found == ["Measures", "Box 1: What a well is"]


def test_how_strong_a_recommendation_is_belongs_to_its_box(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "guideline.pdf")
    page = maker.page()
    write(page, 72, 60, "Heat", 16, "bold")
    body(page, 84, 6)
    for at in (1, 2):
        top = 40 + 160 * at
        page.draw_rect(pymupdf.Rect(66, top - 14, 530, top + 52), color=None, fill=(0.9, 0.95, 1), width=0)
        write(page, 72, top, f"Recommendation {at}", 10, "bold")
        write(page, 72, top + 14, "Employers should give all who work in the open shade and rest, by what is")
        write(page, 72, top + 28, "measured every hour of the day.")
        write(page, 72, top + 42, "Strong recommendation, low-certainty evidence", 10, "italic")
        body(page, top + 74, 5)
    found = [node.text for node in build(maker.rows()) if node.number.startswith("Recommendation")]
    assert len(found) == 2
    assert all(text.endswith("day. Strong recommendation, low-certainty evidence") for text in found)


@pytest.mark.parametrize("label", ["Recommendation no. 2", "Consultation Question 2", "Good practice 2"])
def test_a_label_beside_its_sentence_in_a_box_numbers_it(label: str) -> None:
    box = _boxed([
        row(label, 140, width=90, bold=True),
        row("The ministry renew its agreement with the two harbours and", 140, 240),
        row("publish it.", 153, 240),
    ])  # fmt: skip
    nodes = build([*paragraph("7.", 100), *box, *paragraph("8.", 200)])
    assert [(node.kind, node.number) for node in nodes] == [
        (Kind.PARAGRAPH, "7"), (Kind.PARAGRAPH, label), (Kind.PARAGRAPH, "8"),
    ]  # fmt: skip
