"""Structure from rows: entries whose list's head is not there, or that end in a column of values."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.extraction.structure.texts import join, words_of
from model.nodes import Kind
from model.reading.text import Span, with_text
from tests.model.extraction.test_structure import paragraph, row


def test_pages_that_begin_in_the_midst_of_a_dotted_list_hold_its_items() -> None:
    rows = [
        row("140.219 Continue its measures to promote access to education (Iran);", 80),
        row("140.220 Improve the access of the community to employment (Cyprus);", 98),
        row("140.221 Increase access to basic services and adequate housing (Chile);", 116),
        row("141. The recommendations formulated during the interactive dialogue and listed below have", 134),
        row("been examined by the State under review and enjoy its support.", 146),
    ]
    found = [(node.kind, node.number) for node in build(rows)]
    assert found == [
        (Kind.ITEM, "140.219"), (Kind.ITEM, "140.220"), (Kind.ITEM, "140.221"), (Kind.PARAGRAPH, "141"),
    ]  # fmt: skip


def test_dotted_paragraphs_of_a_chapter_stay_paragraphs() -> None:
    rows = [
        row("3.14 The committee was told that access to education had become easier for many.", 80),
        row("3.15 It was told that employment of the young remained a problem in all provinces.", 98),
    ]
    assert [node.kind for node in build(rows)] == [Kind.PARAGRAPH] * 2


def _valued(text: str, value: str, y: float) -> Row:
    """A row whose amount stands flush right in a column of its own."""
    left = row(text + " ", y, width=5.0 * len(text))
    x = 500 - 5.0 * len(value)
    end = Span(value, x, y - 10, 500, y + 2, x, y, 10, "Times", False, False, False)
    return left._replace(spans=(*left.spans, end), x1=500.0)


def test_entries_that_end_in_a_column_of_amounts_are_items() -> None:
    rows = [
        row("6. The documents that were before the committee, with their number of pages, were these:", 80),
        *[_valued(f"{n}. {text}", str(100 - 9 * n), 80 + 16 * n) for n, text in enumerate(
            ("Programme budget, proposed", "Report of the auditors", "Scale of contributions"), 1
        )],
        row("7. The committee decided to close its session and to meet again in October in the city.", 150),
    ]  # fmt: skip
    found = [(node.kind, node.number, node.text[-3:]) for node in build(rows)]
    assert found[1:4] == [(Kind.ITEM, "1", " 91"), (Kind.ITEM, "2", " 82"), (Kind.ITEM, "3", " 73")]
    assert found[4][:2] == (Kind.PARAGRAPH, "7")


def test_parts_of_broken_words_are_no_words() -> None:
    lines = [
        ("the inspectors of harbours and the ministry said in what they sent out that these insp-", 80),
        ("ectors had seen all harb-", 92),
        ("ours and had made reco-", 104),
        ("mmendations on each.", 116),
    ]
    (node,) = build([row(text, y) for text, y in lines])
    assert node.text.endswith("these inspectors had seen all harbours and had made recommendations on each.")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["makers of law and decision-", "makers of budgets"], "decision-makers"),
        (["for a self-", "governing board"], "self-governing"),
        (["how the inspec-", "tors found it"], "inspectors"),
    ],
)
def test_a_compound_keeps_its_hyphen_where_the_report_breaks_words_too(lines: list[str], whole: str) -> None:
    report = [
        "the min-", "istry of ports is a ministry with moor-", "ings, and moorings cost",
        "what decision-making in a self-employed crew costs; all law-makers say", *lines,
    ]  # fmt: skip
    assert whole in join([(line, ()) for line in report], words_of(report)).text


_BROKEN = ["asks it to pro-", "vide moor-", "ings be-", "low the bridge"]


def test_more_hyphens_at_the_ends_of_lines_than_compounds_would_bring_there_break_words() -> None:
    assert join([(line, ()) for line in _BROKEN], words_of(_BROKEN)).text == (
        "asks it to provide moorings below the bridge"
    )


def test_hyphens_at_the_ends_of_lines_stay_where_as_many_compounds_stand_within() -> None:
    compounds = [f"the follow-up of {side}-facing berths and tie-ups" for side in ("port", "sea", "land")] * 2
    assert (
        "pro-vide moor-ings be-low"
        in join([(line, ()) for line in _BROKEN], words_of([*_BROKEN, *compounds])).text
    )


def test_compounds_keep_their_hyphen_where_no_words_are_broken() -> None:
    lines = [
        ("the committee took up the follow-up to its session and what is said of its post-", 80),
        ("conflict work.", 92),
    ]
    (node,) = build([row(text, y) for text, y in lines])
    assert node.text.endswith("its post-conflict work.")


def _report(heading: str, entries: list[Row]) -> list[Kind]:
    """What becomes of entries below a heading, after paragraphs that go back to the margin."""
    rows = []
    for n in range(5):
        top = 80 + 50 * n
        rows += [
            row(f"{n + 1}. {'The harbours of the province had been dredged again, ' * 2}", top),
            row(f"and {'their buoys had been painted in the colours agreed, ' * 2}", top + 12),
            row("as the committee was told.", top + 24),
        ]
    kinds = [node.kind for node in build([*rows, row(heading, 350, size=14, bold=True), *entries])]
    assert kinds[:6] == [Kind.PARAGRAPH] * 5 + [Kind.SECTION]
    return kinds[6:]


def test_an_agenda_right_below_its_heading_is_a_list() -> None:
    agenda = ["Election of officers.", "Adoption of the agenda.", "Dredging of harbours.", "Other matters."]
    short = [row(f"{n}. {text}", 360 + 18 * n) for n, text in enumerate(agenda, 1)]
    assert _report("Agenda", short) == [Kind.ITEM] * 4
    wrapped = [
        row("1. Election of officers.", 380),
        row(f"2. Harbours {'and their buoys in the provinces of the north ' * 2}", 398),
        row("colours agreed upon.", 410, x=124),
        row("3. Other matters.", 428),
    ]
    assert _report("Agenda", wrapped) == [Kind.ITEM] * 3


def test_what_a_decision_orders_in_short_stays_paragraphs() -> None:
    orders = ["Takes note of the report;", "Approves the agenda;", "Decides to meet again in October."]
    rows = [row(f"{n}. {text}", 360 + 18 * n) for n, text in enumerate(orders, 1)]
    assert _report("Decision", rows) == [Kind.PARAGRAPH] * 3


def test_annexes_that_are_only_named_are_a_list() -> None:
    named = ["Annex 1. Terms of reference", "Annex 1a. Evaluation matrix", "Annex 2. Documents consulted"]
    rows = [
        row("ANNEXES", 80, size=20, bold=True),
        row("The annexes that are listed below can be read on the website of the evaluation office at:", 110),
        row("https://example.org/evaluations", 122),
        *[row(text, 150 + 20 * at) for at, text in enumerate(named)],
    ]
    entries = [node for node in build(rows) if node.text.startswith("Annex ")]
    assert [(node.kind, node.text) for node in entries] == [(Kind.ITEM, text) for text in named]


def test_a_remark_in_brackets_is_no_entry() -> None:
    rows = [
        *paragraph("1.", 80),
        row(f"That includes {'the words to which we cannot agree, ' * 3}", 110),
        row(f"and {'those which run counter to our understanding, ' * 2}", 122),
        row(f"or {'would go further than what has been agreed upon, ' * 2}", 134),
        row("among them the following expressions:", 146),
        row("(spoke in English)", 164),
        *paragraph("2.", 182),
    ]
    assert [node.kind for node in build(rows)] == [Kind.PARAGRAPH] * 4


def test_what_persons_said_is_no_list_of_them() -> None:
    said = "had seen the harbours of the province and the buoys that had been painted in the colours agreed "
    rows = [row("Debate", 80, size=14, bold=True)]
    for n, name in enumerate(("Mr. Karu", "Ms. Dela", "Mr. Ono", "Ms. Pell")):
        top = 110 + 50 * n
        rows += [row(f"{name} said that she {said}", top), row(said, top + 12), row("by all.", top + 24)]
    assert [node.kind for node in build(rows)] == [Kind.SECTION] + [Kind.PARAGRAPH] * 4


def test_sentences_over_several_rows_are_no_list_of_persons_either() -> None:
    rows = [row("Debate", 80, size=14, bold=True)]
    for n, name in enumerate(("Mr. Karu", "Ms. Dela", "Mr. Ono")):
        top = 110 + 50 * n
        rows += [row(f"{name} asked how many buoys had been painted and whether", top)]
        rows += [row("they could be seen at night.", top + 12, width=140.0)]
    assert [node.kind for node in build(rows)] == [Kind.SECTION] + [Kind.PARAGRAPH] * 3


_SAID = "the delegation said that the ports of the country had been opened to all ships and that they were"


def _hung(number: int | str, y: float, page: int) -> list[Row]:
    """A numbered paragraph of three lines whose wraps hang after the number."""
    return [
        row(f"{number}. {_SAID.capitalize()}", y, page=page),
        row(_SAID, y + 12, 120.0, page=page, width=380.0),
        row(f"{_SAID}.", y + 24, 120.0, page=page, width=200.0),
    ]


def test_paragraphs_that_hang_as_lists_do_are_told_by_their_count_over_headings() -> None:
    rows: list[Row] = []
    for part, heading in enumerate(("Opening", "Debate"), 1):
        rows.append(row(heading, 60, bold=True, page=part, width=60.0))
        for at in range(20):
            rows += _hung(20 * part - 19 + at, 90 + 60 * at, part)
    kinds = [node.kind for node in build(rows) if node.number]
    assert kinds == [Kind.PARAGRAPH] * 40


def test_a_motion_that_hangs_before_a_longer_statement_counts_its_paragraphs_over_headings_in_italics() -> (
    None
):
    rows: list[Row] = [row("The Assembly,", 30, width=50.0)]
    for at in range(4):
        recital = _hung("ABCD"[at], 60 + 60 * at, 1)
        rows += [row(f"{'ABCD'[at]}. Whereas {_SAID}", 60 + 60 * at), *recital[1:]]
    for part, heading in enumerate(("Safety of ships", "Rights of passengers", "Ports")):
        made = row(heading, 320 + 200 * part, width=100.0)
        spans = tuple(s._replace(italic=True, font="Times-Italic") for s in made.spans)
        rows.append(made._replace(spans=spans))
        for at in range(4):
            counted = _hung(4 * part + at + 1, 350 + 200 * part + 40 * at, 1)
            rows += (
                counted if at < 2 else [counted[0], counted[2]._replace(baseline=362 + 200 * part + 40 * at)]
            )
    rows.append(row("Statement", 40, size=14, bold=True, page=2, width=60.0))
    for at in range(12):
        rows += [*paragraph("The", 70 + 50 * at, 2), row(f"{_SAID}.", 94 + 50 * at, page=2, width=200.0)]
    kinds = [node.kind for node in build(rows) if node.number]
    assert kinds == [Kind.PARAGRAPH] * 16


def test_a_number_before_a_tabulator_begins_a_paragraph_below_a_full_row() -> None:
    def tabbed(number: int, y: float) -> Row:
        made = row(f"{_SAID.capitalize()} and closed", y, 124.0, width=376.0)
        mark = Span(f"{number} ", 100, y - 10, 110, y + 2, 100, y, 10, "Times", False, False, False)
        return made._replace(spans=(mark, *made.spans), x0=100.0)

    rows = [row(f"{_SAID.capitalize()} and closed.", 60, width=220.0)]
    for at in range(6):
        end = row(f"{_SAID}, and so on to the end.", 84 + 24 * at, width=400.0 if at == 3 else 220.0)
        rows += [tabbed(at + 1, 72 + 24 * at), end]
    assert [node.number for node in build(rows)] == ["", "1", "2", "3", "4", "5", "6"]


def test_letters_in_bold_before_blanks_as_wide_as_a_tabulator_mark_items() -> None:
    def padded(letter: str, y: float) -> Row:
        said = row(f"the {_SAID}.", y, 105.0, width=300.0)
        mark = Span(letter, 100, y - 10, 105, y + 2, 100, y, 10, "Times-Bold", True, False, False)
        blank = with_text(said.spans[0], f"\u00a0\u00a0\u00a0\u00a0{said.text}")
        return said._replace(spans=(mark, blank), x0=100.0)

    rows = [*paragraph("1.", 60), row("2. The Department should:", 90, width=150.0)]
    rows += [padded(letter, 110 + 20 * at) for at, letter in enumerate("abc")]
    rows += paragraph("3.", 190)
    assert [node.number for node in build(rows)] == ["1", "2", "a", "b", "c", "3"]


@pytest.mark.parametrize(
    ("lead", "entry"),
    [
        ("The companies that were audited in the year are as follows:", "{}. Company {}."),
        ("审查情况如下：", "{}．某公司。"),
    ],
)
def test_short_sentences_counted_below_what_leads_to_them_are_a_list(lead: str, entry: str) -> None:
    rows = [
        row("A. Overview", 80, bold=True),
        row(lead, 110),
        *[row(entry.format(number, number), 110 + 20 * number) for number in range(1, 6)],
        row("B. Conclusions", 250, bold=True),
        *paragraph("", 280),
    ]
    assert [node.number for node in build(rows) if node.kind is Kind.ITEM] == ["1", "2", "3", "4", "5"]


def test_recommendations_are_counted_anew_below_their_heading_as_the_conclusions_were() -> None:
    rows: list[Row] = []
    y = 80.0
    for number, heading in (("III", "Conclusions"), ("IV", "Recommendations")):
        rows.append(row(f"{number}. {heading}", y, size=14, bold=True, width=120.0))
        for count, words in enumerate(("The harbours were not lit.", "The charts should be renewed."), 1):
            rows.append(row(f"{count}. {words}", y + 24 * count, width=180.0))
        y += 90
    assert [(node.kind, node.number) for node in build(rows)] == [
        (Kind.SECTION, "III"),
        (Kind.PARAGRAPH, "1"),
        (Kind.PARAGRAPH, "2"),
        (Kind.SECTION, "IV"),
        (Kind.PARAGRAPH, "1"),
        (Kind.PARAGRAPH, "2"),
    ]


def test_clauses_that_lead_on_over_several_rows_are_no_entries_of_a_list() -> None:
    lead = "The Board, having considered the report on safe water in small harbours and its annex, decided"
    rows = [
        *paragraph("1.", 60),
        row("2. The Board is invited to consider the following draft decision:", 90),
        row(lead, 116, 130, width=370),
        row("to recommend to the Assembly the adoption of the following:", 128, 130),
        row("The Assembly decided:", 150, 150),
        row("(1) to adopt the plan;", 172, 190),
        row("(2) to ask for a report.", 190, 190),
        *paragraph("3.", 220),
    ]
    assert [(node.kind, node.number) for node in build(rows)][2:] == [
        (Kind.PARAGRAPH, ""), (Kind.PARAGRAPH, ""), (Kind.ITEM, "1"), (Kind.ITEM, "2"), (Kind.PARAGRAPH, "3"),
    ]  # fmt: skip


def test_rows_that_begin_with_later_hours_are_entries_of_a_programme() -> None:
    rows = [
        *paragraph("1.", 60),
        *paragraph("2.", 90),
        row("Wednesday 6 November", 130, bold=True, width=90),
        row("09.00 Opening of the workshop by the Mayor of Tessal and the harbour master", 144, width=398),
        row("11.00 Quays: Ana Roe", 156, width=90),
        row("14.30 Wells: Kofi Sen", 168, width=90),
    ]
    found = [node.text for node in build(rows) if node.kind is Kind.ITEM]
    assert [text[:5] for text in found] == ["09.00", "11.00", "14.30"]


def test_hours_without_a_sign_begin_entries_of_a_programme_too() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), row("Tuesday 10 June", 130, bold=True, width=90)]
    for at, text in enumerate(
        ("0800 Visit to the plot", "1500 Costs: R. Castellanos", "1700 Watching: H. Dahl")
    ):
        rows.append(row(text, 144 + 12.0 * at, width=(90, 398, 395)[at]))
    found = [node.text for node in build(rows) if node.kind is Kind.ITEM]
    assert [text[:4] for text in found] == ["0800", "1500", "1700"]


def test_four_figures_before_a_word_in_small_letters_are_no_hour() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), row("What was done", 130, bold=True, width=90)]
    for at, text in enumerate(
        ("1200 households were reached", "1245 wells were closed", "1530 pumps were sold")
    ):
        rows.append(row(f"{text} in the course of the year and of the years before it", 150 + 30.0 * at))
        rows.append(row("of which the Board was told", 162 + 30.0 * at))
    assert not [node for node in build(rows) if node.kind is Kind.ITEM]


def test_a_year_that_begins_a_row_is_no_later_hour_than_the_number_of_its_paragraph() -> None:
    rows = []
    for at in (0, 1):
        said = f"9.{at + 11} The Council noted what had been done in the year to reach the aims of the"
        rows += [row(said, 60 + 40.0 * at), row("2030 Agenda, and thanked all.", 72 + 40.0 * at)]
    assert [node.number for node in build(rows)] == ["9.11", "9.12"]


def test_an_amount_that_begins_a_row_is_no_later_hour() -> None:
    rows = []
    for at in (0, 1):
        y = 60.0 + 50 * at
        rows += [
            row(
                f"2.1{at} The costs of the quays, of which all works of the year are part, rose from 2.90 to",
                y,
            ),
            row(
                "3.20 million in the course of the year, as the report of the Board says in its annex", y + 12
            ),
            row("and in its tables.", y + 24, width=80),
        ]
    assert [node.number for node in build(rows)] == ["2.10", "2.11"]


def test_items_stand_below_the_lead_in_right_above_though_their_numbers_go_on() -> None:
    rows = [
        row("I. Recommendations", 80, size=14, bold=True),
        row("The Maritime Agency is recommended to:", 104),
        row("(a) Amend the code of practice;", 124, x=124),
        row("(b) Provide guidance to surveyors.", 144, x=124),
        row("The owner of the vessel is recommended to:", 168),
        row("(c) Review its arrangements for rest.", 188, x=124),
    ]
    nodes = build(rows)
    names = {node.id: node.text.partition(" is ")[0] for node in nodes}
    below = [(node.number, names[node.parent or ""]) for node in nodes if node.kind is Kind.ITEM]
    assert below == [
        ("a", "The Maritime Agency"),
        ("b", "The Maritime Agency"),
        ("c", "The owner of the vessel"),
    ]
