"""Structure of reports as parliaments, audit offices and ombudsmen set them."""

from __future__ import annotations

from pathlib import Path

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_structure import named, paragraph, row
from tests.model.extraction.zones.pages import Maker, body, write

_LONG = "The Commission recommends that member states report on the condition of their coasts"


def of_kind(rows: list[Row], kind: Kind) -> list[Node]:
    return [node for node in build(rows) if node.kind is kind]


def test_introduction_right_below_a_larger_summary_is_its_part() -> None:
    rows = [
        row("Summary", 80, size=18, bold=True),
        row("Introduction", 110, size=13, bold=True),
        *paragraph("1.", 134),
        row("Key findings", 170, size=13, bold=True),
        *paragraph("2.", 194),
        row("Part One", 80, size=18, bold=True, page=2),
        *paragraph("1.1", 110, page=2),
    ]
    assert [node.level for node in of_kind(rows, Kind.SECTION)] == [1, 2, 2, 1]


def test_bullets_set_solid_are_items_also_below_a_full_row() -> None:
    text = "of the trainees completed their course, but few of them found work soon"
    rows = [row("What we found", 80, size=18, bold=True)]
    rows += [
        row(f"• {who} {text}", 110 + 12 * at, width=400) for at, who in enumerate(["Most", "Half", "Some"])
    ]
    assert [node.text[:4] for node in of_kind(rows, Kind.ITEM)] == ["Most", "Half", "Some"]


def _set_off(
    maker: Maker, numbers: list[str], top: float, x: float = 72, lead: str = "", tab: float = 36
) -> None:
    """Paragraphs whose numbers have no stop; a tabulator sets their text off."""
    page = maker.pdf[-1]
    if lead:
        write(page, 72, top - 20, lead)
    for at, number in enumerate(numbers):
        write(page, x, top + 36 * at, number)
        write(page, x + tab, top + 36 * at, _LONG)
        write(page, x, top + 36 * at + 12, "and on what they do about it, once a year.")


def test_numerals_without_stop_before_a_tabulator_number_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "roman.pdf")
    write(maker.page(), 72, 80, "Executive summary", 18, "bold")
    _set_off(maker, ["I", "II", "III", "IV"], 110)
    write(maker.pdf[-1], 72, 270, "Introduction", 18, "bold")
    _set_off(maker, ["01", "02", "03"], 300)
    write(maker.pdf[-1], 72, 430, "Observations", 18, "bold")
    _set_off(maker, ["04", "05"], 460)
    nodes = build(maker.rows())
    assert [node.number for node in nodes if node.kind is Kind.PARAGRAPH] == [
        "I", "II", "III", "IV", "01", "02", "03", "04", "05",
    ]  # fmt: skip
    assert [node.level for node in nodes if node.kind is Kind.SECTION] == [1, 1, 1]


def test_letters_without_bracket_before_a_tabulator_mark_items(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letters.pdf")
    body(maker.page(), 80, 6)
    _set_off(maker, ["a", "b", "c"], 220, x=100, lead="6. The Department should:")
    assert named(build(maker.rows()), Kind.ITEM) == [(letter, _LONG[:40]) for letter in "abc"]


def test_numbers_of_a_year_before_a_tabulator_mark_items_and_count_on(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "years.pdf")
    write(maker.page(), 72, 60, "Recommendations", 18, "bold")
    _set_off(maker, ["2026/114", "2026/115"], 120, lead="The operator is recommended to:", tab=60)
    _set_off(maker, ["2026/116"], 240, lead="The harbour authority is recommended to:", tab=60)
    nodes = build(maker.rows())
    wanted = [(number, _LONG[:40]) for number in ("2026/114", "2026/115", "2026/116")]
    assert named(nodes, Kind.ITEM) == wanted


def test_letters_without_stop_number_headings_where_they_count_on() -> None:
    rows = [
        row("A Education for citizens", 80, bold=True),
        *paragraph("", 104),
        row("B Priority Africa", 140, bold=True),
        *paragraph("", 164),
    ]
    assert named(build(rows), Kind.SECTION) == [("A", "Education for citizens"), ("B", "Priority Africa")]


def test_what_may_be_a_quantity_skips_no_numbers_of_headings() -> None:
    rows = [
        row("1 Aims", 80, bold=True), *paragraph("", 104),
        row("2 Means", 140, bold=True), *paragraph("", 164),
        row("17 steps to take", 200, bold=True), *paragraph("", 224),
    ]  # fmt: skip
    assert named(build(rows), Kind.SECTION) == [("1", "Aims"), ("2", "Means"), ("", "17 steps to take")]


def test_an_article_at_the_head_of_a_heading_is_no_number() -> None:
    rows = [
        row("A Practical Guide", 80, bold=True),
        *paragraph("", 104),
        row("Further reading", 140, bold=True),
        *paragraph("", 164),
    ]
    assert named(build(rows), Kind.SECTION) == [("", "A Practical Guide"), ("", "Further reading")]


def test_a_dot_between_words_opens_no_item_where_a_row_begins_with_it() -> None:
    rows = [
        row("Keywords: document image analysis · deep learning · layout analysis", 80, width=398),
        row("· character recognition · open source library", 92, width=200),
    ]
    assert [node.kind for node in build(rows)] == [Kind.PARAGRAPH]


def test_bold_words_in_the_margin_head_the_text_beside_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "margin.pdf")
    page = maker.page()
    write(page, 60, 80, "Background", 16, "bold")
    for top, words in ((110, ("Clinics in", "Rural Areas")), (200, ("Grants",))):
        body(page, top, 5, x=190, text="The office pays for clinics that reach patients")
        for line, text in enumerate(words):
            write(page, 60, top + 14 * line, text, 10, "bold")
    nodes = [node for node in build(maker.rows()) if node.kind is not Kind.TITLE]
    assert [(node.kind, node.text[:21]) for node in nodes] == [
        (Kind.SECTION, "Clinics in Rural Areas"[:21]),
        (Kind.PARAGRAPH, "The office pays for c"),
        (Kind.SECTION, "Grants"),
        (Kind.PARAGRAPH, "The office pays for c"),
    ]


def _typed(path: Path, text: str) -> list[Node]:
    """The nodes of a page of plain text in one width."""
    maker = Maker(path)
    page = maker.page()
    for at, words in enumerate(text.splitlines()):
        page.insert_text((72, 60 + 12 * at), words, fontsize=10, fontname="cour")
    return build(maker.rows())


_PLAIN = """
                    REPORT OF THE DAM SAFETY PANEL

                              March 1994

1.  INTRODUCTION

    The Panel met in Cedar Gap from 7 to 11 February 1994.  It
inspected the spillway, reviewed drawings of the original works and
heard presentations by the Owner and its consultants.

    The Panel thanks the Owner for its hospitality and for access to
all records.

2.  OBSERVATIONS

2.1  Concrete

    Cracks up to 4 mm wide were observed in the upstream face of the
left abutment.  They appear to be old and are not considered to be a
threat to stability.

2.2  Drainage

    Eleven of the 36 drains were blocked.  The Panel considers that
uplift pressures may have been underestimated as a result.
"""


def test_plain_text_has_headings_that_stand_alone_and_words_set_in_by_spaces(tmp_path: Path) -> None:
    nodes = _typed(tmp_path / "plain.pdf", _PLAIN)
    assert [node.text for node in nodes if node.kind is Kind.TITLE] == ["REPORT OF THE DAM SAFETY PANEL"]
    assert [(node.level, node.number, node.text) for node in nodes if node.kind is Kind.SECTION] == [
        (1, "1", "INTRODUCTION"), (1, "2", "OBSERVATIONS"), (2, "2.1", "Concrete"), (2, "2.2", "Drainage"),
    ]  # fmt: skip
    assert len([node for node in nodes if node.text.startswith("The Panel")]) == 2


def test_a_typed_rule_underlines_the_heading_above_it(tmp_path: Path) -> None:
    text = _PLAIN.replace("2.1  Concrete\n", "Old concrete\n------------").replace("2.2  Drainage\n", "")
    nodes = _typed(tmp_path / "ruled.pdf", text)
    assert [node.text for node in nodes if node.kind is Kind.SECTION][2:] == ["Old concrete"]
    assert [node.text for node in nodes if node.kind is Kind.FURNITURE] == ["March 1994", "------------"]


def test_a_typed_rule_underlines_all_rows_of_a_heading_but_no_paragraph(tmp_path: Path) -> None:
    title = "Old concrete of the upstream face and of the abutments on both\nsides"
    paragraph = "    The Panel thanks the Owner for its hospitality and for access to\nall records.\n"
    text = _PLAIN.replace("2.1  Concrete\n", f"{title}\n{60 * '-'}").replace("2.2  Drainage\n", "")
    nodes = _typed(tmp_path / "ruled.pdf", text.replace(paragraph, f"{paragraph}{64 * '-'}\n"))
    assert [node.text for node in nodes if node.kind is Kind.SECTION][2:] == [title.replace("\n", " ")]
    assert len([node for node in nodes if node.text.startswith("The Panel thanks")]) == 1


def test_the_first_paragraph_below_a_heading_may_have_no_number() -> None:
    rows = [
        row("INTRODUCTION", 80, size=13, bold=True),
        *paragraph("I, the Chairperson,", 110),
        *paragraph("2.", 140),
        *paragraph("3.", 170),
        row("PART - I", 80, size=13, bold=True, page=2),
        row("NARRATION", 98, size=13, bold=True, page=2),
        *paragraph("1.1", 120, page=2),
        row("New Delhi; 12 December, 2023", 190, bold=True, page=2),
        row("PARBATBHAI PATEL", 210, page=2),
    ]
    assert [node.number for node in of_kind(rows, Kind.PARAGRAPH)][:4] == ["", "2", "3", "1.1"]
    assert named(build(rows), Kind.SECTION) == [("", "INTRODUCTION"), ("I", "PART - I NARRATION")]


def test_headings_set_as_those_before_the_chapters_stand_beside_them() -> None:
    rows = [
        row("Summary", 80, size=18, bold=True),
        *paragraph("", 110),
        row("Chapter 1", 80, size=26, bold=True, page=2),
        row("A right on paper", 108, size=26, bold=True, page=2),
        row("The land law", 140, size=13, bold=True, page=2),
        *paragraph("", 160, page=2),
        row("Recommendations", 80, size=18, bold=True, page=3),
        *paragraph("", 110, page=3),
    ]
    assert [node.level for node in of_kind(rows, Kind.SECTION)] == [1, 1, 2, 1]


def test_headings_set_as_the_chapters_and_as_those_before_them_stand_beside_them() -> None:
    rows = [
        row("Summary", 80, size=18, bold=True),
        *paragraph("", 110),
        row("Chapter I: The quays", 80, size=18, bold=True, page=2),
        row("The old quays", 110, size=13, bold=True, page=2),
        *paragraph("", 130, page=2),
        row("Recommendations", 80, size=18, bold=True, page=3),
        *paragraph("", 110, page=3),
    ]
    assert [node.level for node in of_kind(rows, Kind.SECTION)] == [1, 1, 2, 1]


def test_propositions_are_numbered_paragraphs() -> None:
    rows = [
        row("DES AIDES PEU EFFICACES", 80, bold=True),
        *paragraph("Proposition n° 1 : Le Gouvernement devrait", 104),
        *paragraph("Proposition n° 2 : Confier aux agences", 134),
    ]
    assert [node.number for node in of_kind(rows, Kind.PARAGRAPH)] == ["Proposition n° 1", "Proposition n° 2"]


def test_lettered_recitals_are_paragraphs_and_what_is_decided_counts_anew() -> None:
    rows = [
        row("MOTION FOR A RESOLUTION", 80, size=13, bold=True),
        row("The Parliament,", 104),
        *paragraph("A. whereas the Union is founded on", 128),
        *paragraph("B. whereas rights apply to all, with", 160),
        row("Rule of law", 196, bold=True),
        *paragraph("1. Calls on the Commission to go on with", 220),
        *paragraph("2. Regrets", 252),
    ]
    assert [node.number for node in of_kind(rows, Kind.PARAGRAPH)] == ["", "A", "B", "1", "2"]
    assert not of_kind(rows, Kind.ITEM)


def test_whom_recommendations_are_for_heads_them_also_with_a_colon() -> None:
    rows = [
        row("IV. RECOMENDACIONES", 80, size=13, bold=True),
        row("Al Ministerio de Vivienda, Construcción y Saneamiento del Perú:", 104, bold=True),
        *paragraph("1. APROBAR", 128),
        *paragraph("2. ASIGNAR", 158),
        row("A las municipalidades distritales:", 190, bold=True),
        *paragraph("1. ELABORAR", 214),
    ]
    assert [(node.level, node.text[:8]) for node in of_kind(rows, Kind.SECTION)][1:] == [
        (2, "Al Minis"), (2, "A las mu"),
    ]  # fmt: skip


def test_parts_inside_a_chapter_stand_below_it_and_have_headings_of_their_own() -> None:
    rows = [
        row("Opening", 60, size=15, bold=True),
        *paragraph("1.", 80),
        row("Consideration of the draft conclusions", 120, size=15, bold=True),
        row("Part I", 145, size=12, bold=True),
        row("Paragraph 1", 165, size=10, bold=True),
        *paragraph("2.", 185),
        row("Paragraph 2", 220, size=10, bold=True),
        *paragraph("3.", 240),
        row("Part II", 280, size=12, bold=True),
        *paragraph("4.", 300),
        row("Adoption", 340, size=15, bold=True),
        *paragraph("5.", 360),
    ]
    assert [(node.level, node.text[:11]) for node in of_kind(rows, Kind.SECTION)] == [
        (1, "Opening"), (1, "Considerati"), (2, "Part I"), (3, "Paragraph 1"), (3, "Paragraph 2"),
        (2, "Part II"), (1, "Adoption"),
    ]  # fmt: skip


def test_the_single_heading_below_a_part_is_its_own_where_it_is_set_as_those_below_other_parts() -> None:
    rows: list[Row] = []
    for at, (part, *points) in enumerate((["Part I", "Point 1", "Point 2"], ["Part II", "Point 3"])):
        rows.append(row(part, 60 + 300 * at, size=14, bold=True))
        for below, point in enumerate(points):
            y = 90 + 300 * at + 80 * below
            rows += [row(point, y, size=11, bold=True), *paragraph("", y + 20)]
    assert [(node.level, node.text) for node in of_kind(rows, Kind.SECTION)] == [
        (1, "Part I"), (2, "Point 1"), (2, "Point 2"), (1, "Part II"), (2, "Point 3"),
    ]  # fmt: skip


def test_label_has_its_text_though_a_heading_set_alike_follows_in_its_chapter() -> None:
    rows: list[Row] = []
    names = [["Agriculture"], ["Public Service", "Centre for Innovation"], ["Defence"]]
    for number, (name, *others) in enumerate(names, 1):
        rows += [row(f"Part {number}", 80, size=20, bold=True, page=number)]
        rows += [row(name, 106, size=15, bold=True, page=number)]
        y = 140.0
        for other in ("", *others):
            rows += [row(other, y, size=15, bold=True, page=number)] if other else []
            rows += [row("Purpose", y + 30, size=12, bold=True, page=number)]
            rows += [row("The office serves the public, and it does so well.", y + 50, page=number)]
            y += 90
    found = [(node.level, node.text) for node in of_kind(rows, Kind.SECTION)]
    assert (1, "Part 2 Public Service") in found
    assert (2, "Centre for Innovation") in found


def test_whom_a_letter_greets_heads_nothing(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    write(page, 72, 60, "Ministry of Ports", 20, "bold")
    write(page, 72, 110, "12 March 2026")
    write(page, 72, 150, "Dear Ms Miller")
    for part in range(5):
        body(page, 180 + 60 * part, 3)
    assert not [node.text for node in build(maker.rows()) if node.kind is Kind.SECTION]
