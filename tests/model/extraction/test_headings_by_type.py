"""Structure from rows: headings that nothing but their type tells."""

from __future__ import annotations

import pytest

from model.extraction.doubts import LOW
from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_decisions import headings
from tests.model.extraction.test_structure import paragraph, row


def test_letters_with_a_typed_space_behind_each_make_a_heading() -> None:
    rows = [row("A. Other matters", 40, bold=True), *paragraph("1.", 64)]
    rows += [row("B e r t h s", 106, width=66), *paragraph("2.", 128)]
    assert [text for *_, text in headings(rows)][-1] == "B e r t h s"


@pytest.mark.parametrize("centred", [False, True])
def test_letters_that_are_set_apart_make_a_heading(centred: bool) -> None:
    rows = []  # where all is plain, standing alone would tell enough
    for at, words in enumerate(("Old charts", "New charts", "The archive")):
        y = 60 + 80.0 * at
        x = 270.0 if centred else 100.0
        wide = row(words, y, x, width=7.0 * len(words))
        rows += [wide._replace(centred=centred), *paragraph(f"{at + 1}.", y + 22)]
    rows.append(row("A. Other matters", 300, bold=True))
    rows += paragraph("4.", 324)
    sections = [node for node in build(rows) if node.kind is Kind.SECTION]
    assert [node.text for node in sections[:3]] == ["Old charts", "New charts", "The archive"]


def test_letters_set_as_those_of_the_text_make_none() -> None:
    rows = [*paragraph("1.", 40), row("Old charts", 82, width=45), *paragraph("2.", 104)]
    rows += [*paragraph("3.", 134), row("4. Charts", 164, bold=True)]
    assert not [node for node in build(rows) if node.kind is Kind.SECTION and node.text == "Old charts"]


def _report(*drawn: Row) -> list[Row]:
    """Headings, each over a paragraph without a number."""
    rows = []
    for at, heading in enumerate(drawn):
        y = 40 + 70.0 * at
        text = [r._replace(baseline=r.baseline) for r in paragraph(f"Sentence {at}", y + 22)]
        rows += [heading._replace(baseline=y, y0=y - 10, y1=y + 2), *text]
    return rows


def _italic(words: str) -> Row:
    made = row(words, 0)
    return made._replace(spans=tuple(s._replace(italic=True, font="Times-Italic") for s in made.spans))


def test_of_italic_and_underlined_headings_the_lower_are_those_that_come_below_the_others_only() -> None:
    def underlined(words: str) -> Row:
        return row(words, 0)._replace(underlined=True)

    def bold(words: str) -> Row:
        return row(words, 0, bold=True)

    rows = _report(
        bold("The law"), _italic("What it says"), underlined("Licences"), underlined("Lights"),
        _italic("What it leaves out"), underlined("Traffic"), bold("Practice"), _italic("Pilots"),
        underlined("Pay"),
    )  # fmt: skip
    assert [level for level, *_ in headings(rows)] == [1, 2, 3, 3, 2, 3, 1, 2, 3]


@pytest.mark.parametrize(("counted", "letters"), [("5.I", ("A.", "B.")), ("2.B", ("(a)", "(b)"))])
def test_letters_set_like_the_number_above_them_stand_below_it(
    counted: str, letters: tuple[str, str]
) -> None:
    chapter, _, part = counted.partition(".")
    before = {"I": [], "B": [row(f"{chapter}.A Visits", 0, size=11, bold=True)]}[part]
    below = [row(f"{letter} Round {letter}", 0, size=11, bold=True) for letter in letters]
    if before:
        before += below
    rows = _report(
        *(row(f"{n} Chapter {n}", 0, size=14, bold=True) for n in range(1, int(chapter) + 1)),
        *before,
        row(f"{counted} Papers", 0, size=11, bold=True),
        *below,
    )
    assert [level for level, *_ in headings(rows)][-3:] == [2, 3, 3]


def test_a_report_quoted_in_a_report_counts_its_own_paragraphs_below_its_headings() -> None:
    def quoted(number: str, y: float) -> list[Row]:
        return [r._replace(x0=r.x0 + 36) for r in paragraph(number, y)]

    rows = [
        row("I. Work of the committees", 40, size=13, bold=True),
        *(r for n in range(1, 4) for r in paragraph(f"{n}.", 34 + 30.0 * n)),
        row("4. The Council took note of the report of the committee, which reads as follows:", 154),
        row("A. Entry", 186, 136, bold=True),
        *(r for n in range(1, 4) for r in quoted(f"{n}.", 180 + 30.0 * n)),
        row("B. Pay", 306, 136, bold=True),
        *(r for n in range(4, 7) for r in quoted(f"{n}.", 210 + 30.0 * n)),
        row("II. Other matters", 426, size=13, bold=True),
        *(r for n in range(5, 8) for r in paragraph(f"{n}.", 300 + 30.0 * n)),
    ]
    nodes = build(rows)
    kinds = [(n.kind, n.number) for n in nodes if n.kind is not Kind.SECTION]
    assert kinds == [(Kind.PARAGRAPH, number) for number in "1234123456567"]
    assert [n.number for n in nodes if n.kind is Kind.SECTION] == ["I", "A", "B", "II"]


def _in_italics(made: Row, bold: bool = False) -> Row:
    return made._replace(spans=tuple(span._replace(italic=True, bold=bold) for span in made.spans))


def test_a_roman_numeral_in_bold_heads_counted_paragraphs_though_a_stop_closes_it() -> None:
    rows = [
        *paragraph("1.", 40),
        row("I. Validity of the amnesties.", 84, 136, bold=True),
        *paragraph("2.", 108),
        *paragraph("3.", 140),
    ]
    assert [(number, text) for _, number, text in headings(rows)] == [("I", "Validity of the amnesties.")]


def test_words_set_a_little_larger_on_some_pages_head_no_others() -> None:
    def part(size: float) -> list[Row]:
        words = (("Ports", 14.0), ("ADVICE", size), ("Grounds", 10.0))
        return [row(text, 0, size=size, bold=True) for text, size in words]

    rows = _report(*part(9), *part(9), *part(9), *part(10), *part(10))
    assert [level for level, *_ in headings(rows)] == [1, 2, 2] * 5


def test_of_two_headings_right_below_each_other_the_plain_larger_one_is_a_part_of_the_bold_one() -> None:
    rows = [row("Funds that were moved", 40, size=13, bold=True)]
    for at, reason in enumerate(("Funds that are left", "Storms and floods")):
        y = 64 + 100.0 * at
        rows += [_in_italics(row(reason, y, size=11), bold=True), row("Second part: Roads", y + 22, size=12)]
        rows += [*paragraph(f"Sum {at}", y + 46)]
    assert [level for level, *_ in headings(rows)] == [1, 2, 3, 2, 3]


def test_a_bold_italic_heading_that_fills_its_row_is_told_by_the_text_below() -> None:
    rows = [
        *paragraph("Nets", 40),
        _in_italics(row("Cleaning of all that is used at sea " * 3, 76), bold=True),
    ]
    rows += [r._replace(baseline=r.baseline) for r in paragraph("Water", 88)]
    assert [text for *_, text in headings(rows)] == [
        "Cleaning of all that is used at sea " * 2 + "Cleaning of all that is used at sea"
    ]


def test_a_heading_goes_on_behind_a_colon_in_its_own_type_though_a_stop_ends_it() -> None:
    rows = [
        *paragraph("1.", 40),
        row("I. Amnesty and the denial of justice:", 84, 136, bold=True),
        row("What has become of the rules.", 96, 136, bold=True),
        *paragraph("2.", 130),
    ]
    assert [text for *_, text in headings(rows)] == [
        "Amnesty and the denial of justice: What has become of the rules."
    ]


def test_documents_named_one_below_the_other_stand_side_by_side() -> None:
    rows = [
        row("Follow-up to the conferences on harbours", 80, size=14, bold=True),
        row("Draft decision (A/79/L.72)", 110, 118, bold=True),
        row("Draft amendment (A/79/L.77)", 132, 118, bold=True),
        *paragraph("1.", 160),
    ]
    levels = [node.level for node in build(rows) if node.kind is Kind.SECTION]
    assert levels == [1, 2, 2]


def _sections(*drawn: Row) -> list[Node]:
    return [node for node in build(_report(*drawn)) if node.kind is Kind.SECTION]


def test_a_heading_that_little_tells_is_in_doubt_unless_others_are_set_like_it() -> None:
    bold = row("The law", 0, bold=True)
    alone = _sections(bold, _italic("Pilots"))[-1]
    often = _sections(bold, *map(_italic, ("Pilots", "Tugs", "Lights", "Traffic")))[-1]
    known = _sections(bold, _italic("Note"))[-1]
    assert alone.confidence < LOW < often.confidence
    assert known.confidence > 0.9


def test_a_heading_says_by_which_signs_it_is_known() -> None:
    reasons = [
        node.reasons[-1] for node in _sections(row("THE LAW", 0, size=14, bold=True), _italic("Pilots"))
    ]
    assert reasons == [
        "set like a heading: bold, larger than the text, in capitals",
        "set like a heading: in italics",
    ]


def test_a_heading_far_below_an_annexs_label_is_no_part_of_it() -> None:
    rows = [*paragraph("1.", 40), row("Annex I", 60, 250, size=14, bold=True, page=2)]
    rows += [row("Introduction", 230, size=12, bold=True, page=2), *paragraph("2.", 254, page=2)]
    assert [text for *_, text in headings(rows)] == ["Annex I", "Introduction"]


def test_a_heading_that_ends_with_a_comma_goes_on_below() -> None:
    rows = [*paragraph("1.", 40), row("Cooperation with other bodies,", 80, size=12, bold=True)]
    rows += [row("and with the towns", 102, size=12, bold=True), *paragraph("2.", 126)]
    assert [text for *_, text in headings(rows)] == ["Cooperation with other bodies, and with the towns"]


def test_bold_heading_set_in_is_lower_than_one_of_its_type_at_the_margin() -> None:
    rows = [row("1. OVERVIEW", 80, bold=True), *paragraph("", 104)]
    for part, page in (("Roads", 2), ("Water", 3)):
        rows += [
            row(part, 80, bold=True, page=page),
            *paragraph("", 104, page=page),
            row(f"{part} begun", 140, x=128, bold=True, page=page),
            *paragraph("", 164, page=page),
            row(f"{part} completed", 200, x=128, bold=True, page=page),
            *paragraph("", 224, page=page),
        ]
    assert _headings(rows) == [
        (1, "OVERVIEW"),
        (2, "Roads"), (3, "Roads begun"), (3, "Roads completed"),
        (2, "Water"), (3, "Water begun"), (3, "Water completed"),
    ]  # fmt: skip


def test_bold_headings_all_set_in_stand_beside_each_other() -> None:
    rows = [
        row("Roads", 80, x=128, bold=True), *paragraph("", 104),
        row("Water", 140, bold=True), *paragraph("", 164),
        row("Staff", 200, x=128, bold=True), *paragraph("", 224),
    ]  # fmt: skip
    assert [level for level, _ in _headings(rows)] == [1, 1, 1]


def _headings(rows: list[Row]) -> list[tuple[int | None, str]]:
    return [(node.level, node.text) for node in build(rows) if node.kind is Kind.SECTION]


@pytest.mark.parametrize("letters", [("a)", "b)"), ("(a)", "(b)")])
def test_lettered_italics_over_plain_text_head_it(letters: tuple[str, str]) -> None:
    rows = _report(
        row("1. Water", 0, size=12, bold=True), *(_italic(f"{letter} Uses {letter}") for letter in letters)
    )
    assert [(level, number) for level, number, _ in headings(rows)] == [(1, "1"), (2, "a"), (2, "b")]


def test_of_two_types_of_one_size_the_upper_has_the_other_right_below() -> None:
    def chapter(at: int) -> list[Row]:
        y = 400.0 * at
        words = [("WATER OF THE TOWNS", 40, False), ("Uses", 62, True), ("Losses", 136, True)]
        rows = []
        for text, down, bold in words:
            rows.append(row(f"{text}{' OF OLD' * (at if not bold else 0)}", y + down, bold=bold))
            if bold:
                rows += paragraph(f"Sentence {at}", y + down + 22)
        return rows

    rows = [made for at in range(2) for made in chapter(at)]
    assert [level for level, *_ in headings(rows)] == [1, 2, 2, 1, 2, 2]


def test_short_italic_rows_with_numbers_over_text_are_headings() -> None:
    names = ("1. The wells", "2. The people", "3. The rain")
    nodes = build([row("I. Findings", 0, bold=True), *_report(*map(_italic, names))])
    assert [(node.number, node.level) for node in nodes if node.kind is Kind.SECTION] == [
        ("I", 1), ("1", 2), ("2", 2), ("3", 2),
    ]  # fmt: skip


def test_italic_entries_below_what_leads_to_them_are_items() -> None:
    rows = [row("I. Findings", 0, bold=True), *paragraph("The board read these books, and", 22)[:1]]
    rows += [row("all of them were these:", 34)]
    for at, name in enumerate(("1. The wells", "2. The people", "3. The rain")):
        rows.append(_italic(name)._replace(baseline=50 + 14 * at, y0=40 + 14 * at, y1=52 + 14 * at))
    rows += paragraph("It was", 100)
    assert [node.number for node in build(rows) if node.kind is Kind.ITEM] == ["1", "2", "3"]


def test_a_row_that_is_nearly_a_heading_is_one_where_others_are_set_like_it() -> None:
    def larger(words: str) -> Row:
        return row(words, 0, size=11)

    over_part = [larger("Engines"), _italic("Left engine")]
    rows = _report(row("Aircraft", 0, size=14, bold=True), larger("Weight"), larger("Hull"))
    rows += [
        r._replace(page=2) for r in (over_part[0]._replace(baseline=40), over_part[1]._replace(baseline=58))
    ]
    rows += paragraph("Sentence", 80, page=2)
    assert [(level, text) for level, _, text in headings(rows)] == [
        (1, "Aircraft"), (2, "Weight"), (2, "Hull"), (2, "Engines"), (3, "Left engine"),
    ]  # fmt: skip


def test_a_row_that_is_nearly_a_heading_with_the_words_of_one_runs_over_its_pages() -> None:
    def larger(words: str) -> Row:
        return row(words, 0, size=11)

    rows = _report(row("Aircraft", 0, size=14, bold=True), larger("Weight"), larger("Hull"))
    rows += [larger("Aircraft")._replace(page=2, baseline=40)]
    rows += [_italic("Left engine")._replace(page=2, baseline=58), *paragraph("Sentence", 80, page=2)]
    assert [text for *_, text in headings(rows)] == ["Aircraft", "Weight", "Hull", "Left engine"]


def test_a_heading_without_a_number_that_is_set_like_the_chapters_stands_beside_them() -> None:
    bold = [row(words, 0, bold=True) for words in ("Note", "I. Water", "A. Uses", "B. Losses", "Last words")]
    assert [level for level, *_ in headings(_report(*bold))] == [1, 1, 2, 2, 1]


def test_lettered_italics_over_one_sentence_or_a_ragged_row_head_it() -> None:
    rows = [row("1. Water", 40, size=12, bold=True)]
    for at, letter in enumerate("ab"):
        y = 64 + 60.0 * at
        text = row("The towns were told of it in time.", y + 22)
        rows += [_italic(f"({letter}) Uses {letter}")._replace(baseline=y, y0=y - 10, y1=y + 2), text]
    assert [(level, number) for level, number, _ in headings(rows)] == [(1, "1"), (2, "a"), (2, "b")]


def test_bold_headings_in_the_middle_stand_above_those_at_the_margin() -> None:
    def middle(words: str) -> Row:
        return row(words, 0, 250, bold=True)._replace(centred=True)

    def margin(words: str) -> Row:
        return row(words, 0, bold=True)

    rows = _report(middle("Water"), margin("Uses"), margin("Losses"), middle("Roads"), margin("Bridges"))
    assert [level for level, *_ in headings(rows)] == [1, 2, 2, 1, 2]


@pytest.mark.parametrize("above", [False, True])
def test_a_bold_row_with_a_comma_over_one_that_goes_on_low_is_a_heading_with_it(above: bool) -> None:
    rows = [
        row("Open debate on wells", 40, bold=True),
        *(paragraph("Before it", 62) if not above else [row("Second of March", 84, bold=True)]),
        row("Statement of the Group on the water of the valley,", 104, bold=True),
        row("made by the Ambassador of Norway on behalf of the Group", 124, bold=True),
        *paragraph("Behind it", 146),
    ]
    statement = (
        "Statement of the Group on the water of the valley, made by the Ambassador of Norway on behalf of"
    )
    assert [text for _, text in _headings(rows)] == [
        "Open debate on wells",
        f"Second of March {statement} the Group" if above else f"{statement} the Group",
    ]  # fmt: skip


def test_references_in_capitals_are_surely_a_heading() -> None:
    rows = [row("I. Wells", 40, bold=True), *paragraph("Sentence", 62), row("REFERENCES", 104, size=9)]
    rows += [row("Moreau, P. Of wells and how they are dug by hand in the dry season of the year.", 122)]
    nodes = build([*rows, row("Simon, A. Of rain.", 144)])
    assert [n.confidence > LOW for n in nodes if n.text == "REFERENCES" and n.kind is Kind.SECTION] == [True]


def test_a_symbol_in_brackets_goes_on_with_the_heading_that_it_closes() -> None:
    rows = []
    for at, words in enumerate(("Review of the use of staff", "Review of the use of quays")):
        y = 40 + 90.0 * at
        first = row(words, y, bold=True, size=14, width=180)
        symbol = row(f"(HARB/REP/202{at}/8)", y + 17, bold=True, size=14, width=120)
        rows += [first, symbol, *paragraph(f"{at + 1}.", y + 44)]
    assert [text for *_, text in headings(rows)] == [
        "Review of the use of staff (HARB/REP/2020/8)", "Review of the use of quays (HARB/REP/2021/8)",
    ]  # fmt: skip


def test_a_centred_heading_at_the_foot_of_a_page_is_closed_though_a_long_word_comes_next() -> None:
    rows = [row("Work of the session", 40, bold=True), *paragraph("1.", 64)]
    centred = row("ORGANIZATIONAL AND OTHER MATTERS", 700, 150.0, bold=True, width=300)._replace(centred=True)
    rows += [centred, row("Consultations of the parties", 60, bold=True, page=2, width=160)]
    rows += [row("to the convention", 72, bold=True, page=2, width=90)]
    rows += [line._replace(page=2) for line in paragraph("2.", 96)]
    assert [text for *_, text in headings(rows)][1:] == [
        "ORGANIZATIONAL AND OTHER MATTERS", "Consultations of the parties to the convention",
    ]  # fmt: skip


def test_half_a_point_in_size_parts_two_types_of_headings() -> None:
    def bold(words: str, size: float) -> Row:
        return row(words, 0, bold=True, size=size)

    rows = _report(
        bold("The law", 12.5), bold("What it says", 11.5), bold("What it leaves out", 11.5),
        bold("Practice", 12.5), bold("Pilots", 11.5), bold("Pay", 11.5),
    )  # fmt: skip
    assert [level for level, *_ in headings(rows)] == [1, 2, 2, 1, 2, 2]


def test_sizes_of_one_kind_of_heading_may_slip_by_a_point_and_a_half() -> None:
    rows = _report(
        row("Task 1: Roads", 0, bold=True, size=18.0), row("Means", 0, bold=True, size=17.0),
        row("Task 2: Wells", 0, bold=True, size=16.5), row("Means", 0, bold=True, size=17.0),
        row("Task 3: Schools", 0, bold=True, size=18.0), row("Means", 0, bold=True, size=17.0),
    )  # fmt: skip
    assert [level for level, *_ in headings(rows)] == [1, 2, 1, 2, 1, 2]


@pytest.mark.parametrize("name", ["Case 1: Maternity hospital No. 3", "Fall 2: Hafen Nr. 7", "Affaire no 4"])
def test_a_heading_in_italics_may_end_with_a_number_behind_a_stop(name: str) -> None:
    found = [
        node.text
        for node in build(_report(*[_slanted(words) for words in ("Old charts", name, "The archive")]))
        if node.kind is Kind.SECTION
    ]
    assert name in found


def test_a_heading_in_italics_at_the_foot_of_a_page_stands_over_another() -> None:
    rows = _report(*[_slanted(words) for words in ("Old charts", "New charts")])
    last = rows[-1].baseline
    rows.append(_slanted("The archive")._replace(baseline=last + 30, y0=last + 20, y1=last + 32))
    rows.append(_slanted("Its rooms")._replace(page=2, baseline=60, y0=50, y1=62))
    rows += [one._replace(page=2) for one in paragraph("Sentence", 80)]
    found = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert found == ["Old charts", "New charts", "The archive", "Its rooms"]


def _slanted(words: str) -> Row:
    plain = row(words, 40)
    return plain._replace(spans=(plain.spans[0]._replace(italic=True, font="Times-Italic"),))


@pytest.mark.parametrize("heading", ["Commentary", "Commentaire", "Comentario", "Комментарий", "评注"])
def test_what_explains_an_article_counts_its_paragraphs_in_brackets(heading: str) -> None:
    rows = [*paragraph("7.", 40), *paragraph("8.", 70), _slanted(heading)]
    rows[-1] = rows[-1]._replace(baseline=112, y0=102, y1=114)
    rows += [
        row("(1) The draft conclusion opens the series.", 132),
        row("(2) The words follow the Statute.", 152),
    ]
    found = [(node.kind, node.number) for node in build(rows) if node.number]
    assert found[-2:] == [(Kind.PARAGRAPH, "1"), (Kind.PARAGRAPH, "2")]


_WORDS = ["State of the quays", "Number of the boats", "Work of the pilots"]


def _plain(gap_above: float, gap_below: float, *, counted: bool) -> list[Row]:
    """Short rows between paragraphs in one type, with so much space in points."""
    y, rows = 60.0, paragraph("1." if counted else "", 36)
    for at, words in enumerate(_WORDS, 2):
        y += gap_above - 12
        first, second = paragraph(f"{at}." if counted else "", y + gap_below)
        rows += [row(words, y), first, second, row("These are all.", y + gap_below + 24)]
        y += gap_below + 36
    return rows


@pytest.mark.parametrize("counted", [True, False])
def test_rows_in_plain_type_head_what_they_stand_nearer_to(counted: bool) -> None:
    assert [text for *_, text in headings(_plain(24, 18, counted=counted))] == _WORDS


def test_rows_in_plain_type_midway_between_paragraphs_without_numbers_head_none() -> None:
    assert not headings(_plain(18, 18, counted=False))


def test_short_rows_between_counted_paragraphs_head_them_though_set_solid() -> None:
    assert [text for *_, text in headings(_plain(12, 12, counted=True))][-2:] == _WORDS[1:]


@pytest.mark.parametrize("bold", [True, False])
def test_a_remark_in_brackets_below_a_heading_does_not_take_its_type_from_it(bold: bool) -> None:
    rows = []
    for at, (number, title) in enumerate((("A", "Condition of fairways"), ("B", "Safety of ferries"))):
        y = 60 + 120 * at
        rows += [
            row(f"{number}. {title}", y, 220, bold=bold)._replace(underlined=not bold, centred=True),
            row(f"(Item {at + 4} of the agenda)", y + 12, 230)._replace(centred=True),
            *paragraph(f"{2 * at + 1}.", y + 40),
            *paragraph(f"{2 * at + 2}.", y + 70),
        ]
    found = [(node.number, node.text) for node in build(rows) if node.kind is Kind.SECTION]
    assert found == [
        ("A", "Condition of fairways (Item 4 of the agenda)"),
        ("B", "Safety of ferries (Item 5 of the agenda)"),
    ]


def test_numbers_with_points_that_end_a_heading_are_no_mark_of_a_note_behind_a_stop() -> None:
    rows = [row("A. Treaties", 40, bold=True), _in_italics(row("Advice 121.1 to 121.9", 64))]
    rows += [*paragraph("1.", 88), _in_italics(row("Advice 121.14 and 121.33", 140)), *paragraph("2.", 164)]
    assert [text for *_, text in headings(rows)] == [
        "Treaties", "Advice 121.1 to 121.9", "Advice 121.14 and 121.33",
    ]  # fmt: skip


@pytest.mark.parametrize("reference", ["Paragraph 2.5", "Paragraphs 2.5 and 2.6", "párrafos 3.1–3.4"])
def test_where_a_question_is_treated_is_no_heading_in_italics(reference: str) -> None:
    rows = [row("A. Questions", 40, bold=True), *paragraph("1.", 64)]
    rows += [_in_italics(row(reference, 116)), *paragraph("2.", 140)]
    assert [text for *_, text in headings(rows)] == ["Questions"]
