"""Structure from rows: what stands in real reports and in no generated one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from model.doubts import DoubtKind
from model.extraction.doubts import doubts_of
from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.extraction.structure.texts import Text, join, row_text
from model.nodes import Kind, Node
from model.reading.text import Span

_LONG = (
    "words that go on and on to the very end of the line as running text does in every report of this kind"
)


def row(text: str, y: float, x: float = 100.0, *, size: float = 10.0, bold: bool = False, page: int = 1,
        zone: Zone = Zone.BODY, group: int = 0, width: float | None = None) -> Row:  # fmt: skip
    x1 = x + (width if width is not None else min(4.0 * len(text), 400.0))
    face = "Times-Bold" if bold else "Times"
    span = Span(text, x, y - size, x1, y + 2, x, y, size, face, bold, False, False)
    return Row(page, (span,), x, y - size, x1, y + 2, y, size, 100.0, 500.0, zone, group)


def paragraph(number: str, y: float, page: int = 1) -> list[Row]:
    return [row(f"{number} {_LONG}", y, page=page), row(f"{_LONG}.", y + 12, page=page)]


def named(nodes: Iterable[Node], *kinds: Kind) -> list[tuple[str, str]]:
    return [(node.number, node.text[:40]) for node in nodes if node.kind in kinds]


def test_paragraph_goes_on_over_a_page_with_a_footnote_between() -> None:
    rows = [
        row(f"1. {_LONG}", 700),
        row("1 See the report.", 760, size=8, zone=Zone.FOOTNOTE, group=1),
        row("A/1/2", 40, page=2, zone=Zone.HEADER),
        row("and so on until the end of it.", 80, page=2),
        *paragraph("2.", 110, page=2),
    ]
    nodes = build(rows)
    assert [node.number for node in nodes if node.kind is Kind.PARAGRAPH] == ["1", "2"]
    assert nodes[0].text.endswith("and so on until the end of it.")
    assert [region.page for region in nodes[0].anchor.regions] == [1, 2]


def test_label_and_text_make_one_heading() -> None:
    rows = [
        row("Chapter I", 100, size=14, bold=True),
        row("Shipping", 120, size=14, bold=True),
        *paragraph("1.", 150),
    ]
    heading = build(rows)[0]
    assert (heading.kind, heading.number, heading.text, heading.level) == (
        Kind.SECTION,
        "I",
        "Chapter I Shipping",
        1,
    )


def test_boxed_recommendation_is_one_paragraph_beside_the_run() -> None:
    box = [
        row("Recommendation 3", 140, bold=True),
        row(f"The Assembly should {_LONG}", 158, bold=True),
        row("until the end of the year and then again every year.", 170, bold=True),
    ]
    nodes = build([*paragraph("7.", 100), *box, *paragraph("8.", 200)])
    assert named(nodes, Kind.PARAGRAPH)[1][0] == "Recommendation 3"
    assert [node.number for node in nodes if node.kind is Kind.PARAGRAPH] == ["7", "Recommendation 3", "8"]


def test_officers_line_by_line_are_items_below_their_roles() -> None:
    rows = [
        row(f"5. {_LONG}", 100),
        row("elected the following officers:", 112),
        row("Chair:", 130),
        row("Ilse Marrow (Norway)", 142, 124),
        row("Vice-Chairs:", 160),
        row("Kwabena Oduro (Ghana)", 172, 124),
        row("Lucia Ferrand (Chile)", 184, 124),
        *paragraph("6.", 210),
    ]
    items = [(node.text, node.level) for node in build(rows) if node.kind is Kind.ITEM]
    assert items == [
        ("Chair:", 1),
        ("Ilse Marrow (Norway)", 2),
        ("Vice-Chairs:", 1),
        ("Kwabena Oduro (Ghana)", 2),
        ("Lucia Ferrand (Chile)", 2),
    ]


@pytest.mark.parametrize(
    ("size", "opening", "opening_size", "y"),
    [(18, "Introduction", 14, 200), (12, "Executive summary", 12, 115)],  # apart, and right below
)
def test_title_printed_again_is_no_heading_and_what_opens_the_report_is_one(
    size: float, opening: str, opening_size: float, y: float
) -> None:
    title = "Report of the Harbour Commission on its second session"
    rows = [
        row(title, 100, size=18, bold=True, zone=Zone.TITLE),
        row(title, 100, size=size, bold=True, page=2),
        row(opening, y, size=opening_size, bold=True, page=2),
        *paragraph("1.", y + 30, page=2),
    ]
    assert [node.text for node in build(rows) if node.kind is Kind.SECTION] == [opening]


@pytest.mark.parametrize("rows", [("Executive", "Summary"), ("CONCEPT", "NOTE")])
def test_what_opens_a_report_in_two_rows_is_one_heading(rows: tuple[str, str]) -> None:
    heading = [row(text, 100 + 17 * at, size=14, bold=True) for at, text in enumerate(rows)]
    nodes = build([*heading, *paragraph("1.", 160), *paragraph("2.", 200)])
    assert [node.text for node in nodes if node.kind is Kind.SECTION] == [" ".join(rows)]


def test_every_row_stands_in_one_node() -> None:
    rows = [
        row("A/1/2", 40, zone=Zone.HEADER),
        row("Report", 80, zone=Zone.TITLE),
        *paragraph("1.", 110),
        row("* * *", 300, width=30),
        row("Table of things", 320, zone=Zone.TABLE, group=1),
    ]
    held = " ".join(f"{node.number} {node.text}" for node in build(rows))
    for one in rows:
        for word in one.text.replace(".", "").split():
            assert word in held


def test_word_broken_at_a_line_end_is_healed_and_a_compound_kept() -> None:
    words = frozenset({"information", "follow-up"})
    assert join([Text("the infor-"), Text("mation")], words).text == "the information"
    assert join([Text("the follow-"), Text("up")], words).text == "the follow-up"
    assert join([Text("one"), Text("two")], words).text == "one two"


def test_raised_mark_leaves_the_text_and_is_remembered() -> None:
    one = row("The report", 100)
    mark = Span("12", 140, 90, 146, 97, 140, 95, 6, "Times", False, False, True)
    text = row_text(one._replace(spans=(*one.spans, mark)), frozenset({"12"}))
    assert (text.text, [(m.offset, m.mark) for m in text.marks]) == ("The report", [(10, "12")])


def test_missing_and_repeated_numbers_are_doubts() -> None:
    nodes = build(
        [*paragraph("1.", 100), *paragraph("2.", 130), *paragraph("4.", 160), *paragraph("5.", 190)]
    )
    doubts = doubts_of(nodes, [])
    assert [doubt.kind for doubt in doubts] == [DoubtKind.GAP]
    assert doubts[0].node == nodes[2].id


@pytest.mark.parametrize("counts", [(5, 3), (1, 2, 5, 3, 4, 6), (1, 2, 3, 5)], ids=str)
def test_numbers_out_of_order_are_kept(counts: tuple[int, ...]) -> None:
    rows = [line for at, number in enumerate(counts) for line in paragraph(f"{number}.", 80 + 36 * at)]
    nodes = build(rows)
    assert [(node.kind, node.number) for node in nodes] == [(Kind.PARAGRAPH, str(n)) for n in counts]
    assert {doubt.kind for doubt in doubts_of(nodes, [])} <= {DoubtKind.GAP, DoubtKind.REPEAT}
    assert doubts_of(nodes, [])


def test_a_heading_out_of_order_keeps_its_number() -> None:
    rows: list[Row] = []
    for at, number in enumerate((4, 5, 12, 3)):
        rows += [
            row(f"{number}. Item of the agenda", 60.0 + 60 * at, bold=True),
            *paragraph("", 84.0 + 60 * at),
        ]
    assert [number for number, _ in named(build(rows), Kind.SECTION)] == ["4", "5", "12", "3"]


def test_a_number_that_begins_a_row_of_a_paragraph_is_none_out_of_order() -> None:
    rows = [*paragraph("1.", 80), *paragraph("2.", 116), row(_LONG, 152), row("40. It was not built.", 164)]
    assert [node.number for node in build(rows)] == ["1", "2", ""]


def test_typed_marks_of_notes_are_taken_out_of_the_text() -> None:
    rows = [
        row("1. As the Committee said in its report 1/, a share of 3/ 4 is spent.", 100),
        row("1/ Report on the sixteenth session, paragraph 152.", 700, zone=Zone.FOOTNOTE, group=1),
    ]
    text = build(rows)[0]
    assert text.text == "As the Committee said in its report, a share of 3/ 4 is spent."
    assert text.extra["marks"] == [[len("As the Committee said in its report"), "1"]]


@pytest.mark.parametrize(
    ("printed", "text", "marks"),
    [
        ("at the point of care*.", "at the point of care.", [(20, "*")]),
        ("Mayors for Peace*", "Mayors for Peace", [(16, "*")]),
        ("where 3*4 makes twelve", "where 3*4 makes twelve", []),
    ],
)
def test_signs_as_large_as_the_text_are_marks_of_notes(
    printed: str, text: str, marks: list[tuple[int, str]]
) -> None:
    found = row_text(row(printed, 80), frozenset({"*"}))
    assert (found.text, [(mark.offset, mark.mark) for mark in found.marks]) == (text, marks)
    assert row_text(row(printed, 80), frozenset({"1"})).text == printed


def test_a_sentence_back_at_the_bullets_margin_is_a_paragraph_though_its_first_word_had_no_room() -> None:
    rows = [
        row(f"The rules are these, {_LONG[:70]}:", 100),
        row("• Test all", 114, 100),
        row(f"{_LONG[:-9]} end.", 126, 110, width=378),
        row("Large-surface-cleaning-methods of every kind make dust, says the board.", 138, 100, width=380),
    ]
    nodes = build(rows)
    assert [node.kind for node in nodes] == [Kind.PARAGRAPH, Kind.ITEM, Kind.PARAGRAPH]


def test_a_number_misread_in_one_sign_between_its_neighbours_is_put_right() -> None:
    def numbers(third: str) -> list[str]:
        printed = ("43.", "44.", third, "46.", "47.")
        return [
            node.number
            for node in build([r for at, n in enumerate(printed) for r in paragraph(n, 100 + 40.0 * at)])
        ]

    assert numbers("15.") == ["43", "44", "45", "46", "47"]
    assert numbers("19.") == ["43", "44", "19", "46", "47"]


def test_a_capital_i_misread_as_an_l_begins_a_heading_of_a_typewritten_print() -> None:
    rows = [row("lutroduct i on", 60), *paragraph("1.", 90), row("What the council does", 140)]
    rows += [*paragraph("2.", 170), *paragraph("3.", 210)]
    assert named(build(rows), Kind.SECTION) == [("", "lutroduct i on"), ("", "What the council does")]


def test_a_row_a_little_further_below_than_others_goes_on_with_a_short_one() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 96), *paragraph("3.", 132)]
    rows += [row("4. Following these events, I met", 168, width=300), row(f"Mr. Hay {_LONG[8:]}.", 181.6)]
    assert len(build(rows)) == 4


def test_a_wrap_that_hangs_in_the_middle_of_its_column_goes_on_at_the_foot_of_a_page() -> None:
    hung = row("A Review of wells that are dug by hand in the dry season", 772, 116, width=371)
    rows = [
        *paragraph("1.", 700),
        *paragraph("2.", 730),
        row("3. Tanaka, Abdel, Moreau and Simon", 760, width=330),
        hung._replace(centred=True),
        row("of the year.", 60, 116, page=2),
    ]
    assert [node.number for node in build(rows)] == ["1", "2", "3"]


def test_a_list_below_text_in_a_report_whose_paragraphs_go_on_counting_has_items() -> None:
    rows = [
        row("Findings", 20, bold=True),
        *paragraph("1.", 44),
        *paragraph("2.", 106),
        *paragraph("Steps", 168),
    ]
    rows += [row("1. Wells are dug by hand.", 230), row("2. Wells are lined.", 252), *paragraph("3.", 274)]
    assert [node.number for node in build(rows) if node.kind is Kind.ITEM] == ["1", "2"]


def test_a_number_in_square_brackets_that_opens_a_paragraph_is_no_notes_mark() -> None:
    rows = [
        *paragraph("[1]", 100),
        *paragraph("[2]", 140),
        row("1 See the report.", 760, size=8, zone=Zone.FOOTNOTE, group=1),
    ]
    assert [node.number for node in build(rows) if node.kind is not Kind.FOOTNOTE] == ["1", "2"]


def test_a_paragraph_in_double_lines_is_one() -> None:
    words = ["The Board met in", f"March {_LONG}", f"Greywater {_LONG}", f"2026 {_LONG}", f"Officers {_LONG}"]
    rows = [row(f"{text} {_LONG}"[:100], 100 + 23 * at, width=400.0) for at, text in enumerate(words * 2)]
    assert [node.kind for node in build(rows)] == [Kind.PARAGRAPH]


def test_who_signs_beside_another_stands_alone() -> None:
    rows = [
        *paragraph("7.", 100),
        row("Auditor General and Chair of the Board of Auditors", 140, x=300.0, width=200.0),
        row("(Signed) Jean Bertrand-Ngo", 153, x=380.0, width=120.0),
    ]
    assert "(Signed) Jean Bertrand-Ngo" in [node.text for node in build(rows)]


@pytest.mark.parametrize(("verb", "kind"), [("publish", Kind.ITEM), ("Publishes", Kind.PARAGRAPH)])
def test_entries_in_small_letters_behind_a_body_and_a_colon_are_a_list(verb: str, kind: Kind) -> None:
    rows = [row("The Committee of Ports:", 140, width=120.0)]
    for at in range(3):
        rows += [row(f"{at + 1}. {verb} {_LONG}", 160 + 30 * at), row("with all of it.", 172 + 30 * at)]
    assert [node.kind for node in build(rows)][1:] == [kind] * 3


def test_a_quotation_set_in_on_both_sides_is_one_paragraph() -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        *paragraph("3.", 120),
        row("“We checked that the certificate had come and that its dates were right.", 160, 140, width=320),
        row("We were no engineers, and whatever an engineer said was right for us, as", 172, 140, width=320),
        row("we had no means to know better.”", 184, 140, width=150),
        *paragraph("4.", 210),
    ]
    assert [node.text[:9] for node in build(rows) if not node.number] == ["“We check"]


def _recommended(entries: int, over: bool) -> list[Row]:
    """Paragraphs that hang, the last of which leads to others at its margin, perhaps over a text each."""
    rows, y = [], 60.0
    for number in range(1, 7):
        rows += [row(f"{number}. {_LONG}", y), row(_LONG, y + 12, 120), row(f"{_LONG}.", y + 24, 120)]
        y += 44
    rows.append(row("7. The following recommendations are made:", y))
    for number in range(1, entries + 1):
        y += 24
        rows += [row(f"{number}. The aim of this is that drains are known.", y)]
        if over:
            y += 24
            rows += [row(f"The railway should {_LONG}", y, 120), row(f"{_LONG}.", y + 12, 120)]
            y += 12
    return [*rows, row(f"8. {_LONG}", y + 24), row(f"{_LONG}.", y + 36, 120)]


@pytest.mark.parametrize(("over", "kind"), [(True, Kind.PARAGRAPH), (False, Kind.ITEM)])
def test_what_is_counted_at_the_margin_over_texts_of_its_own_is_no_list(over: bool, kind: Kind) -> None:
    nodes = build(_recommended(3, over))
    assert [(node.number, node.kind) for node in nodes if node.text.startswith("The aim")] == [
        (number, kind) for number in ("1", "2", "3")
    ]
    assert [node.number for node in nodes if node.number][-1] == "8"


def test_words_in_bold_that_end_the_sentence_above_are_no_heading() -> None:
    rows = [
        row("has the honour to present its", 100, 230, width=140),
        row("NINTH REPORT", 118, 258, width=84, bold=True),
        *paragraph("", 140),
    ]
    assert named(build(rows), Kind.SECTION) == []


def test_officers_set_solid_in_columns_of_spaces_are_items_each() -> None:
    rows = [row("4. The Working Group elected the following officers:", 100)]
    names = (
        "Chairman:       Mr. K. Lind (Sweden)",
        "Vice-Chairman:  Mrs. E. Popova (Bulgaria)",
        "Rapporteur:     Mr. J. Haas (Austria)",
    )
    rows += [row(name, 120 + 12.0 * at, 133, width=270) for at, name in enumerate(names)]
    rows += paragraph("5.", 170)
    assert named(build(rows), Kind.ITEM) == [("", " ".join(name.split())) for name in names]


def test_votes_are_paragraphs_with_their_labels_in_italics_at_the_same_margin() -> None:
    rows = paragraph("1.", 60)
    for at, label in enumerate(("In favour:", "Against:")):
        y = 100 + 80.0 * at
        head = row(label, y, 130, width=40)
        rows += [head._replace(spans=(head.spans[0]._replace(italic=True),))]
        states = "Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia,"
        rows += [row(states, y + 12 + 12 * line, 130, width=370) for line in range(3)]
        rows += [row("Tonga, Tuvalu, Uruguay", y + 48, 130)]
    rows += paragraph("2.", 280)
    assert [text[:12] for number, text in named(build(rows), Kind.PARAGRAPH) if not number] == [
        "In favour: A", "Against: Alb",
    ]  # fmt: skip
