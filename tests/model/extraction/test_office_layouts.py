"""Structure from rows: series of decisions, recommendations that are followed up, bylines, excerpts."""

from __future__ import annotations

from pathlib import Path

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_structure import named, paragraph, row
from tests.model.extraction.zones.pages import Maker, body, write

_SENTENCE = "words that go on to the end of the line as running text does in every report of the kind here"


def headings(rows: list[Row]) -> list[tuple[int | None, str]]:
    return [(node.level, node.text) for node in build(rows) if node.kind is Kind.SECTION]


def kinds(rows: list[Row], kind: Kind) -> list[Node]:
    return [node for node in build(rows) if node.kind is kind]


def test_decisions_of_a_series_have_their_names_and_annexes_below_them() -> None:
    big = {"size": 14.0, "bold": True}
    rows = [
        row("Decision 1/CP.30", 80, **big),
        row("Long-term climate finance", 104, **big),
        row("1. " + _SENTENCE, 130),
        row("Annex", 160, **big),
        row("Terms of reference", 184, **big),
        row("I. Mandate", 210, size=12, bold=True),
        row("1. " + _SENTENCE, 230),
        row("Decision 2/CP.30", 260, **big),
        row("Dates of sessions", 284, **big),
        row("1. " + _SENTENCE, 310),
    ]
    assert headings(rows) == [
        (1, "Decision 1/CP.30 Long-term climate finance"),
        (2, "Annex Terms of reference"),
        (3, "Mandate"),
        (1, "Decision 2/CP.30 Dates of sessions"),
    ]
    assert [node.number for node in kinds(rows, Kind.SECTION)] == ["1/CP.30", "", "I", "2/CP.30"]


def test_recommendations_that_are_followed_up_keep_their_numbers_below_their_group() -> None:
    rows = [
        row("I. ANALYSIS", 80, bold=True),
        *paragraph("4.", 104),
        row("Members of parliament", 140, bold=True),
        row("Recommendation ii.", 164, bold=True),
        *paragraph("5.", 188),
        row("Recommendation v.", 224, bold=True),
        *paragraph("6.", 248),
        row("Judges", 284, bold=True),
        row("Recommendation xi.", 308, bold=True),
        *paragraph("7.", 332),
    ]
    assert [(node.level, node.number or node.text) for node in kinds(rows, Kind.SECTION)] == [
        (1, "I"), (2, "Members of parliament"), (3, "ii"), (3, "v"), (2, "Judges"), (3, "xi"),
    ]  # fmt: skip
    assert [node.number for node in kinds(rows, Kind.PARAGRAPH)] == ["4", "5", "6", "7"]


def test_bold_sentences_under_labels_are_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "findings.pdf")
    page = maker.page()
    write(page, 72, 80, "Evaluation of the programme", 18, "bold")
    body(page, 110, 3)
    for number, top in ((1, 162), (2, 270)):
        first = f"Finding {number}. Relevance. It was a trusted partner of the Government in the reform of"
        write(page, 72, top, first, 10, "bold")
        write(page, 72, top + 14, "public administration, and its support was aligned.", 10, "bold")
        body(page, top + 38, 4)
    write(page, 72, 378, "2.1.1 Access to justice", 10.5, "bold")
    body(page, 402, 4)
    found = [node.number for node in kinds(maker.rows(), Kind.PARAGRAPH) if node.number]
    assert found == ["Finding 1", "Finding 2"]


def test_chapter_that_an_excerpt_begins_with_stands_above_its_parts() -> None:
    rows = [
        row("Chapter II", 80, size=14, bold=True),
        row("Long-form report", 96, size=14, bold=True),
        row("Summary", 130, size=12, bold=True),
        *paragraph("", 150),
        row("A. Mandate", 190, size=12, bold=True),
        *paragraph("1.", 210),
    ]
    assert headings(rows) == [(1, "Chapter II Long-form report"), (2, "Summary"), (2, "Mandate")]


def test_byline_over_text_has_no_headings_below_it() -> None:
    rows = [
        row("Report by the Director-General", 80, size=12, bold=True),
        *paragraph("1.", 104),
        row("BACKGROUND", 140, bold=True),
        *paragraph("2.", 164),
    ]
    assert headings(rows) == [(1, "Report by the Director-General"), (1, "BACKGROUND")]


def test_heading_in_the_midst_that_opens_like_a_byline_has_headings_below_it() -> None:
    rows = [
        row("Adoption of the agenda", 80, size=12, bold=True),
        *paragraph("1.", 104),
        row("Draft report on cooking oils", 140, size=12, bold=True),
        *paragraph("2.", 164),
        row("Limits for linseed oil", 200, bold=True),
        *paragraph("3.", 224),
    ]
    assert [level for level, _ in headings(rows)] == [1, 1, 2]


def test_heading_set_as_a_numbered_one_is_a_part_of_it() -> None:
    rows = [
        row("A. Commission", 80, size=12, bold=True),
        *paragraph("1.", 104),
        row("1. Cost plan", 140, bold=True),
        *paragraph("2.", 164),
        row("Risk management", 200, bold=True),
        *paragraph("3.", 224),
    ]
    assert headings(rows) == [(1, "Commission"), (2, "Cost plan"), (3, "Risk management")]


def test_segment_set_as_chapters_are_stands_beside_them() -> None:
    rows = [
        row("I. Organizational matters", 80, size=12, bold=True),
        *paragraph("1.", 104),
        row("Joint segment", 140, size=12, bold=True),
        *paragraph("2.", 164),
        row("II. Evaluation", 200, size=12, bold=True),
        *paragraph("3.", 224),
    ]
    assert [level for level, _ in headings(rows)] == [1, 1, 1]


def test_remark_at_the_right_margin_does_not_go_on_below() -> None:
    rows = [
        row("4. Requests the Director-General to report.", 80, width=200),
        row("(219 EX/SR.6)", 100, x=440, width=60),
        row("Management issues", 113, x=250, width=100, bold=True),
        *paragraph("1.", 150),
    ]
    assert "(219 EX/SR.6)" in [node.text for node in build(rows)]


def test_bold_row_at_the_top_of_a_page_is_a_heading_also_below_bold_items() -> None:
    item = {"x": 124.0, "bold": True, "width": 376.0}
    rows = [
        row("13. The Committee recommends that the State party:", 80, bold=True),
        row("(a) Adopt the law, which should cover what is direct and what is not;", 100, **item),
        row("(b) Collect data by age, sex and region, and include them in its report.", 120, **item),
        row("Education", 80, bold=True, page=2),
        *paragraph("14.", 104, page=2),
    ]
    assert headings(rows) == [(1, "Education")]


def test_letters_come_below_roman_numerals_that_are_set_alike() -> None:
    rows = [
        row("I. SUMMARY", 80, bold=True),
        *paragraph("", 104),
        row("II. RECOMMENDATIONS", 140, bold=True),
        *paragraph("", 164),
        row("A. PRIORITY RECOMMENDATIONS", 200, bold=True),
        *paragraph("1.", 224),
        row("B. OTHER RECOMMENDATIONS", 260, bold=True),
        *paragraph("2.", 284),
    ]
    assert [level for level, _ in headings(rows)] == [1, 1, 2, 2]


def _italic(line: Row) -> Row:
    (span,) = line.spans
    return line._replace(spans=(span._replace(font="Times-Italic", italic=True),))


def test_row_in_italics_over_a_numbered_one_in_italics_is_a_heading() -> None:
    rows = [
        row("Consideration of reports", 100, size=12, bold=True),
        _italic(row("Fifth periodic report of the Islands", 124)),
        _italic(row("1. At the invitation of the Chair, the delegation took places at the table.", 148)),
        *paragraph("2.", 172),
    ]
    nodes = build(rows)
    assert named(nodes, Kind.SECTION)[1] == ("", "Fifth periodic report of the Islands")
    assert [node.number for node in nodes if node.kind is Kind.PARAGRAPH] == ["1", "2"]


def test_heading_in_nearly_the_texts_size_is_led_as_the_text_is() -> None:
    rows: list[Row] = []
    at = 100.0
    for part in range(8):
        heading = f"PART {'ABCDEFGH'[part]} OF WHAT THE SESSION DEALT WITH"
        rows.append(row(heading, at, x=155, width=290, size=11.6, bold=True))
        said = "sentence that fills the row up to the margin, as it happens to do here."
        rows.append(row(f"{part + 1}. A {said}", at + 21, size=11.4, width=400))
        at += 42
    at += 20
    for part in range(8, 16):
        rows += [line._replace(size=11.4) for line in paragraph(f"{part + 1}.", at)]
        at += 33
    headings = [node for node in build(rows) if node.kind is Kind.SECTION]
    assert len(headings) == 8


def test_heading_that_is_counted_on_from_a_paragraph_stands_over_those_with_its_number() -> None:
    rows = [
        row("2.1 DRAFT AMENDMENTS", 100, bold=True),
        *paragraph("2.1.1", 124),
        row("2.1.2 Sodium ion batteries", 160, bold=True),
        *paragraph("2.1.2.1", 184),
        *paragraph("2.1.2.2", 220),
        row("2.1.3 Cobalt powder", 256, bold=True),
        *paragraph("2.1.3.1", 280),
        row("2.2 BATTERIES IN VEHICLES", 316, bold=True),
        *paragraph("2.2.1", 340),
    ]
    nodes = build(rows)
    heads = [node.number for node in nodes if node.kind is Kind.SECTION]
    assert heads == ["2.1", "2.1.2", "2.1.3", "2.2"]
    counted = [node.number for node in nodes if node.kind is Kind.PARAGRAPH]
    assert counted == ["2.1.1", "2.1.2.1", "2.1.2.2", "2.1.3.1", "2.2.1"]
