"""How deep headings stand that are counted, and those beside them that are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import Maker, body, centre, write


def _levels(rows: list[Row]) -> dict[str, int | None]:
    return {node.text: node.level for node in build(rows) if node.kind is Kind.SECTION}


def _text(y: float) -> list[Row]:
    line = "The committee considered the report of the secretariat and took note of the information in it"
    return [row(line, y), row(f"{line}.", y + 12)]


def test_chapters_with_text_of_their_own_stand_beside_the_one_that_counts_its_paragraphs(
    tmp_path: Path,
) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    page = maker.page()
    for at, text in enumerate(("Preface", "Aims of the audit", "Summary"), 0):
        write(page, 72, 70 + 90 * at, text, 14, "bold")
        body(page, 100 + 90 * at, 3)
        write(page, 72, 142 + 90 * at, "secretariat and took note of it.")
    page = maker.page()
    write(page, 72, 70, "Care of forests", 14, "bold")
    for part in range(2):
        top = 100 + 200 * part
        write(page, 72, top, ("Law", "Records")[part], 12, "bold")
        for at in range(2):
            write(
                page,
                72,
                top + 24 + 60 * at,
                f"{part + 1}.{at + 1} The committee considered the report of the",
            )
            write(page, 72, top + 37 + 60 * at, "secretariat and took note of it.")
    levels = _levels(maker.rows())
    assert levels == {
        "Preface": 1, "Aims of the audit": 1, "Summary": 1, "Care of forests": 1, "Law": 2, "Records": 2,
    }  # fmt: skip


def test_a_foreword_in_larger_type_stands_beside_the_chapters_below_it() -> None:
    rows = [row("Foreword", 60, bold=True, size=16)]
    rows += [row("The programme has reached every district.", 80)]
    for at, text in enumerate(("Introduction", "Findings", "Conclusions"), 1):
        rows.append(row(f"{at}. {text}", 40 + 80.0 * at, bold=True, size=13))
        rows += [row("The committee took note of the report.", 60 + 80.0 * at)]
    rows.append(row("References", 400, bold=True, size=16))
    rows += [row("The committee took note of the report.", 420)]
    assert set(_levels(rows).values()) == {1}


@pytest.mark.parametrize("front", ["Executive summary", "Foreword", "Key findings"])
@pytest.mark.parametrize("inner", [True, False])
def test_chapters_without_numbers_stand_beside_the_larger_front_matter(
    tmp_path: Path, front: str, inner: bool
) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    write(maker.page(), 72, 250, "Derailment near the junction", 28, "bold")
    page = maker.page()
    write(page, 72, 80, front, 22, "bold")
    for at, text in enumerate(["What happened", "What was found"] if inner else []):
        write(page, 72, 120 + 90 * at, text, 12, "bold")
        body(page, 144 + 90 * at, 3)
    body(page, 330, 3)
    for chapter, parts in {"The occurrence": ("Before", "After"), "Analysis": ("Rails", "Rules")}.items():
        page = maker.page()
        write(page, 72, 80, chapter, 20, "bold")
        for at, text in enumerate(parts):
            write(page, 72, 120 + 90 * at, text, 14, "bold")
            body(page, 144 + 90 * at, 3)
    levels = _levels(maker.rows())
    assert [text for text, level in levels.items() if level == 1] == [front, "The occurrence", "Analysis"]
    assert len(levels) == 7 + 2 * inner


def test_what_is_set_like_a_chapter_stays_below_its_annex(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annex.pdf")
    write(maker.page(), 72, 250, "Derailment near the junction", 28, "bold")
    front = {"Foreword": 22, "The occurrence": 20}
    for text, size in front.items():
        page = maker.page()
        write(page, 72, 80, text, size, "bold")
        body(page, 120, 8)
    page = maker.page()
    write(page, 72, 80, "Annex 1: The line", 24, "bold")
    body(page, 110, 3)
    for at, text in enumerate(("Rails", "Signals")):
        write(page, 72, 200 + 140 * at, text, 20, "bold")
        body(page, 230 + 140 * at, 4)
    levels = _levels(maker.rows())
    assert levels == dict.fromkeys((*front, "Annex 1: The line"), 1) | {"Rails": 2, "Signals": 2}


def test_headings_set_smaller_than_a_summary_stay_below_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "summary.pdf")
    write(maker.page(), 72, 250, "Derailment near the junction", 28, "bold")
    page = maker.page()
    write(page, 72, 80, "Executive summary", 18, "bold")
    for at, text in enumerate(("What happened", "What was found")):
        write(page, 72, 120 + 90 * at, text, 14, "bold")
        body(page, 144 + 90 * at, 3)
    levels = _levels(maker.rows())
    assert levels == {"Executive summary": 1, "What happened": 2, "What was found": 2}


def test_numbers_with_a_letter_that_count_parts_of_a_chapter_stay_below_it() -> None:
    rows = []
    for at, text in enumerate(("Background", "Aims", "Components"), 1):
        rows.append(row(f"{at} {text}", 70.0 * at, size=19))
        rows += paragraph("In short,", 70.0 * at + 30)
    for at, (label, part) in enumerate((("1", "1a. At home"), ("1", "1b. Abroad"), ("2", "2a. At home"))):
        top = 300 + 130.0 * at
        rows.append(row(f"Component {label}: Care of forests", top, bold=True, size=13))
        rows.append(row(part, top + 20, size=12, bold=True))
        rows += paragraph("In short,", top + 50)
    levels = [
        (node.text, node.level) for node in build(rows) if node.kind is Kind.SECTION and (node.level or 0) > 1
    ]
    assert [level for _, level in levels] == [2, 3] * 3


def test_one_chapter_that_counts_its_parts_keeps_them_below_it() -> None:
    rows = []
    for at, text in enumerate(("Purpose", "Setting", "Method", "Sources", "Findings")):
        rows.append(row(text, 60 + 60.0 * at, bold=True, size=16))
        rows += [row("The committee took note of the report.", 80 + 60.0 * at)]
    for at, text in enumerate(("Costs", "Staff"), 1):
        rows.append(row(f"{at}. {text}", 320 + 60.0 * at, bold=True, size=13))
        rows += [row("The committee took note of the report.", 340 + 60.0 * at)]
    assert [level for text, level in _levels(rows).items() if text in ("Costs", "Staff")] == [2, 2]


def test_a_report_that_counts_its_paragraphs_as_one_chapter_has_headings_beside_each_other() -> None:
    rows = []
    for at, text in enumerate(("Introduction", "Findings", "Conclusion"), 1):
        rows.append(row(text, 100.0 * at, bold=True, size=16))
        rows.append(row(("Background", "Plans", "Outlook")[at - 1], 100.0 * at + 20, bold=True))
        rows += paragraph(f"3.{2 * at - 1}", 100.0 * at + 40)
        rows += paragraph(f"3.{2 * at}", 100.0 * at + 70)
    assert list(_levels(rows).values()) == [1, 2] * 3


def test_numbered_annexes_of_a_decision_that_others_follow_are_its_own() -> None:
    rows = []
    for at, text in enumerate(("Decision 6/1", "Annex I", "Annex II", "Decision 6/2"), 1):
        rows.append(row(text, 100.0 * at, bold=True, size=14))
        rows.append(
            row(
                ("Monitoring", "Headline indicators", "Other indicators", "Budget")[at - 1],
                100.0 * at + 18,
                bold=True,
                size=14,
            )
        )
        rows += [row("The committee took note of the report.", 100.0 * at + 44)]
    assert list(_levels(rows).values()) == [1, 2, 2, 1]


def _sent(title: str) -> list[int | None]:
    """Levels in a report below a title, whose chapters and annex are set smaller than the report's name."""
    rows = [row(title, 40, bold=True, size=16, zone=Zone.TITLE), *paragraph("", 70)]
    rows.append(row("Interim report of the Panel on the harbours", 60, bold=True, size=14, page=2))
    rows.append(row("Summary", 90, bold=True, size=12, page=2))
    rows += paragraph("", 110, page=2)
    for at, text in enumerate(("I. Background", "II. Findings", "III. Conclusions", "Annex I")):
        rows.append(row(text, 60, bold=True, size=12, page=3 + at))
        rows += paragraph("", 90, page=3 + at)
    return list(_levels(rows).values())


def test_chapters_and_annexes_of_a_report_that_a_letter_sends_stand_below_its_name() -> None:
    letter = "Letter dated 31 July 2026 from the Panel addressed to the President of the Council"
    assert _sent(letter) == [1, 2, 2, 2, 2, 2]
    assert _sent("The harbours of the coast")[2:] == [1, 1, 1, 1]


def test_a_clause_whose_comma_was_not_recognized_does_not_end_a_preamble() -> None:
    rows = [row("Matters for action", 40, bold=True, size=14)]
    for at in (1, 2, 3, 4):
        rows += paragraph(f"{at}.", 30.0 + 30 * at)
    rows.append(row("Report of the Committee", 190, bold=True))
    rows.append(row("Recalling its resolution on the harbours of the coast", 215, 80))
    rows += [*paragraph("1.", 240), row("Follow-up", 280, bold=True), *paragraph("2.", 305)]
    rows.append(row("Work of the session", 340, bold=True, size=14))
    for at in (5, 6):
        rows += paragraph(f"{at}.", 180.0 + 40 * at)
    assert list(_levels(rows).values()) == [1, 2, 3, 1]


def test_references_in_smaller_type_close_a_report_without_numbered_chapters() -> None:
    rows = []
    for at, text in enumerate(("Highlights", "Policy options"), 0):
        rows.append(row(text, 60 + 60.0 * at, bold=True, size=16))
        rows.append(row("The committee took note of the report.", 80 + 60.0 * at))
    for at, text in enumerate(("Count the pupils", "Train the planners"), 1):
        rows.append(row(f"{at}. {text}", 130 + 60.0 * at, bold=True, size=13))
        rows.append(row("The committee took note of the report.", 150 + 60.0 * at))
    rows.append(row("REFERENCES", 320, bold=True, size=9))
    rows.append(row("Ada Brook, Schools of the coast, Lyndale, 2024.", 340))
    levels = _levels(rows)
    assert (levels["Count the pupils"], levels["REFERENCES"]) == (2, 1)


def _counted(*headings: str) -> list[Row]:
    """Headings set alike, each over a paragraph."""
    rows = []
    for at, text in enumerate(headings):
        rows.append(row(text, 60 + 60.0 * at, bold=True))
        rows += [row("The committee took note of the report.", 80 + 60.0 * at)]
    return rows


@pytest.mark.parametrize("parts", [("I", "II", "III"), ("A", "B", "C")])
def test_parts_counted_within_a_numeral_or_a_letter_stand_below_its_heading(
    parts: tuple[str, str, str],
) -> None:
    one, two, three = parts
    headings = [f"{one}. Setting", f"{one}.1. Aims", f"{one}.2. Scope", f"{two}. Findings"]
    headings += [f"{two}.1. Costs", f"{two}.1.1. Pay", f"{two}.1.2. Rent", f"{two}.2. Staff"]
    headings += [f"{three}. Outlook", f"{three}.1. Plans"]
    assert list(_levels(_counted(*headings)).values()) == [1, 2, 2, 1, 2, 3, 3, 2, 1, 2]


@given(
    st.sampled_from(["I II III IV V", "A B C D E", "1 2 3 4 5"]),
    st.lists(st.lists(st.sampled_from([0, 0, 2, 3]), max_size=4), min_size=2, max_size=5),
)
def test_an_outline_has_the_same_levels_whatever_counts_its_chapters(
    numerals: str, outline: list[list[int]]
) -> None:
    counted = []
    for chapter, parts in zip(numerals.split(), outline, strict=False):
        counted.append((f"{chapter}.", 1))
        for part, inner in enumerate(parts, 1):
            counted.append((f"{chapter}.{part}.", 2))
            counted += [(f"{chapter}.{part}.{at}.", 3) for at in range(1, inner + 1)]
    named = [
        f"{number} Matter {chr(97 + at // 9)}{chr(97 + at % 9)}" for at, (number, _) in enumerate(counted)
    ]
    levels = _levels(_counted(*named))
    assert list(levels.values()) == [level for _, level in counted]


def test_parts_counted_within_numerals_that_have_no_heading_stand_beside_each_other() -> None:
    headings = [
        "I.1 Aims",
        "I.2 Scope",
        "II.1 Costs",
        "II.1.1 Pay",
        "II.1.2 Rent",
        "II.2 Staff",
        "III.1 Plans",
    ]
    assert list(_levels(_counted(*headings)).values()) == [1, 1, 1, 2, 2, 1, 1]


def test_a_chapters_headings_are_level_though_text_stands_below_its_own() -> None:
    rows = [row("1. The summary counts its paragraphs by itself, over several rows of text, of which", 60)]
    rows.append(row("this is the last.", 72))
    y = 80.0
    for chapter in (1, 2, 3):
        y += 30
        rows += [row(f"{chapter} Findings of part {chapter}", y, bold=True, size=14)]
        rows += [row("This chapter says what was found in the part.", y + 20)]
        y += 20
        for part in (1, 2, 3):
            rows.append(row(f"{'ABC'[part - 1]}bout matter {chapter}{part}", y + 30, bold=True, size=12))
            rows.append(row(f"{chapter}.{part} The committee took note of the report that the", y + 50))
            rows.append(row("secretariat had submitted to it.", y + 62))
            y += 62
    assert list(_levels(rows).values()) == [1, 2, 2, 2] * 3


def test_a_draft_decision_stands_beside_the_draft_resolutions_set_like_it() -> None:
    rows = [row("III. Recommendations", 60, bold=True, size=14)]
    y = 80.0
    for count, draft in enumerate(("Draft resolution I", "Draft resolution II", "Draft decision"), 15):
        rows += [
            row(f"{count}. The Committee recommends to the Assembly the adoption of the draft that", y),
            row("stands below, which is the following:", y + 12),
            row(draft, y + 42, bold=True, size=12),
            row("The Assembly,", y + 62),
            row(
                "1. Takes note of the report of the Secretary-General on water in high places, which", y + 82
            ),
            row("was before it.", y + 94),
        ]
        y += 120
    assert list(_levels(rows).values()) == [1, 2, 2, 2]


def test_letters_counted_within_numerals_stand_below_their_headings() -> None:
    headings = ["I. Setting", "I.A. Aims", "I.B. Scope", "I.B.1. Law", "I.B.2. Means", "II. Findings"]
    headings += ["II.A. Costs", "II.A.1. Pay", "II.B. Staff"]
    levels = _levels(_counted(*headings))
    assert list(levels.values()) == [1, 2, 2, 3, 3, 1, 2, 3, 2]
    assert list(levels)[4:] == ["Means", "Findings", "Costs", "Pay", "Staff"]


def test_initials_without_a_space_between_them_count_nothing() -> None:
    rows = [row("1. Opening", 60, bold=True), row("The report was adopted by the members:", 80)]
    rows += [row(name, 100 + 20.0 * at) for at, name in enumerate(("I.A. Petrov", "V.B. Sen", "A.I. Roe"))]
    assert [node.number for node in build(rows)] == ["1", "", "", "", ""]


def _paragraphs(*numbers: str) -> list[Row]:
    """A heading, and paragraphs of two rows below it."""
    rows = [row("Findings", 60, bold=True)]
    for at, number in enumerate(numbers):
        rows.append(row(f"{number} The committee took note of the report that the".strip(), 90 + 40.0 * at))
        rows.append(row("secretariat had submitted to it.", 102 + 40.0 * at))
    return rows


@pytest.mark.parametrize("numbers", [("§ 1", "§ 2", "§ 3"), ("§1.1", "§1.2", "§2.1")])
def test_paragraphs_may_be_counted_with_the_section_sign(numbers: tuple[str, ...]) -> None:
    found = [node for node in build(_paragraphs(*numbers)) if node.kind is Kind.PARAGRAPH]
    assert [node.number for node in found] == list(numbers)


@pytest.mark.parametrize(
    ("begins", "numbers"),
    [(("1.", "§ 7", "§ 8", "2."), ["1", "", "", "2"]), (("", "§ 4", "§ 5", ""), ["", "", "", ""])],
)
def test_paragraphs_that_begin_with_what_they_cite_are_not_counted_by_it(
    begins: tuple[str, ...], numbers: list[str]
) -> None:
    found = [node for node in build(_paragraphs(*begins)) if node.kind is Kind.PARAGRAPH]
    assert [node.number for node in found] == numbers


def test_headings_may_be_counted_with_the_section_sign() -> None:
    rows = _counted("§ 1 Scope", "§ 2 Duties", "§ 3 Fees")
    found = [node for node in build(rows) if node.kind is Kind.SECTION]
    assert [(node.number, node.text) for node in found] == [
        ("§ 1", "Scope"),
        ("§ 2", "Duties"),
        ("§ 3", "Fees"),
    ]


def test_parts_of_an_annex_with_a_letter_are_not_mixed_with_those_of_a_chapter() -> None:
    headings = ["1. Aims", "1.1 Law", "1.2 Scope", "2. Findings", "2.1 Costs", "Annex A Data", "A.1 Sources"]
    headings += ["A.2 Tables", "Annex B Forms", "B.1 Letters", "B.2 Replies"]
    assert list(_levels(_counted(*headings)).values()) == [1, 2, 2, 1, 2, 1, 2, 2, 1, 2, 2]


def test_paragraphs_may_be_counted_within_a_letter() -> None:
    rows = []
    for at, letter in enumerate("AB"):
        rows.append(row(f"{letter}. Findings", 60 + 160.0 * at, bold=True))
        for count in (1, 2, 3):
            top = 60 + 160.0 * at + 40 * count
            rows.append(row(f"{letter}.{count}. The committee took note of the report that the", top))
            rows.append(row("secretariat had submitted to it.", top + 12))
    numbers = [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH]
    assert numbers == ["A.1", "A.2", "A.3", "B.1", "B.2", "B.3"]


def test_a_row_of_text_that_begins_like_such_a_number_stays_text() -> None:
    rows = [row("1. Vehicles", 60, bold=True)]
    rows += [row("The committee took note of the report on vehicles with a licence of the class", 80)]
    rows += [row("B.1 Only these may be driven by anybody who holds a licence of another country.", 92)]
    assert not [node for node in build(rows) if node.number.startswith("B")]


def _drafts(*titles: str) -> list[Row]:
    """Drafts that a report's second paragraph announces; below a title in small letters no body enacts."""
    rows = [row("A. Opening", 60, size=14, bold=True), *paragraph("1.", 84)]
    rows += [row("B. Drafts", 130, size=14, bold=True)]
    rows += [row("2. The Forum recommends the adoption of the following drafts:", 154)]
    top = 184.0
    for title in titles:
        rows += [row(title, top, bold=True)]
        if title[0].isupper():
            rows += [row("The Economic and Social Council:", top + 20, width=120)]
            rows += [row("(a) Takes note of the report;", top + 40, 124)]
        rows += [row("(b) Approves what is set out below.", top + 60, 124), *paragraph("", top + 80)]
        top += 130
    return [*rows, row("Closing of it", top, bold=True), *paragraph("3.", top + 24)]


@pytest.mark.parametrize(
    ("titles", "levels"),
    [
        (["Report of the Forum", "agenda of the next Forum"], [2, 3]),
        (["Report of the Forum", "Dates of the Forum"], [2, 2]),
        (["Report of the Forum", "agenda of the Forum", "Dates of the Forum"], [2, 3, 2]),
    ],
)
def test_headings_that_a_draft_sets_out_stand_below_its_title(titles: list[str], levels: list[int]) -> None:
    found = _levels(_drafts(*titles))
    assert [found[title] for title in titles] == levels
    assert found["Closing of it"] == 2


def test_a_chapter_that_stands_higher_than_what_is_within_the_summary_ends_it_on_its_page() -> None:
    rows = []
    sizes = {
        "Executive summary": 18,
        "Facts": 13,
        "Costs": 13,
        "The harbours": 15,
        "Scope": 13,
        "The wells": 15,
    }
    for at, (text, size) in enumerate(sizes.items()):
        rows += [row(text, 40 + 70 * at, size=size, bold=True), *paragraph("", 64 + 70 * at)]
    levels = [node.level for node in build(rows) if node.kind is Kind.SECTION]
    assert levels == [1, 2, 2, 1, 2, 1]


def test_a_part_of_the_summary_that_begins_a_page_is_no_chapter() -> None:
    rows = []
    sizes = {"Executive summary": 18, "Facts": 13, "The harbours": 15, "The wells": 15}
    for page, (text, size) in enumerate(sizes.items(), 1):
        rows += [row(text, 60, size=size, bold=True, page=page), *paragraph("", 90, page)]
    levels = [node.level for node in build(rows) if node.kind is Kind.SECTION]
    assert levels == [1, 2, 1, 1]


def test_recommendations_with_titles_stand_beside_a_heading_that_is_set_lower() -> None:
    rows = [row("4. Options", 40, bold=True, size=14)]
    rows += [row("How they were chosen", 70, bold=True, size=10), *_text(90)]
    for at, title in enumerate(("Set a limit", "Keep the film", "Measure"), 1):
        rows += [row(f"Recommendation {at}: {title}", 80 + 60.0 * at, bold=True, size=12)]
        rows += _text(100 + 60.0 * at)
    assert list(_levels(rows).values()) == [1, 2, 2, 2, 2]


def test_chapters_named_again_over_one_count_of_questions_stand_beside_each_other() -> None:
    rows: list[Row] = []
    for at, title in enumerate(("Law", "Graves", "Ashes", "Acts"), 1):
        rows += [row(f"Chapter {at}: {title}", 40, bold=True, size=16, page=at)]
        rows += [*paragraph(f"{at}.1", 60, page=at), *paragraph(f"{at}.2", 90, page=at)]
    rows += [
        row("Questions", 40, bold=True, size=19, page=5),
        row("They are brought together here.", 60, page=5),
    ]
    for at, title in enumerate(("Chapter 2: Graves", "Chapter 3: Ashes", "Chapter 4: Acts"), 1):
        y = 60.0 + 60 * at
        rows += [row(title.upper(), y, bold=True, page=5), *paragraph(f"{at}.", y + 20, page=5)]
    questions, *chapters = list(_levels(rows).values())[-4:]
    assert chapters == [(questions or 0) + 1] * 3


def test_what_a_letter_sends_stands_below_its_heading_though_set_like_it() -> None:
    rows = [row("Letter dated 22 May 2026 from the Chair to the President", 40, size=14, zone=Zone.TITLE)]
    rows += [*_text(70), row("Final report of the Panel of Experts", 120, bold=True, size=14)]
    for at, title in enumerate(("I. Introduction", "II. Violations", "Annex"), 1):
        rows += [row(title, 100 + 60.0 * at, bold=True, size=14), *_text(120 + 60.0 * at)]
    assert list(_levels(rows).values()) == [1, 2, 2, 2]


def test_an_annex_amid_the_chapters_belongs_to_the_draft_above_it() -> None:
    rows = [row("I. Consideration", 40, bold=True, size=14), *paragraph("1.", 60)]
    rows += [row("II. Recommendations", 100, bold=True, size=14), *paragraph("2.", 120)]
    rows += [
        row("Draft resolution I", 160, bold=True, size=12),
        row("Older persons", 174, bold=True, size=12),
    ]
    rows += paragraph("1.", 200)
    rows += [row("Draft resolution II", 240, bold=True, size=12), row("Small isles", 254, bold=True, size=12)]
    rows += [*paragraph("1.", 280), row("Annex", 320, bold=True, size=12), *paragraph("1.", 340)]
    rows += [row("III. Draft decision", 380, bold=True, size=14), *paragraph("3.", 400)]
    assert list(_levels(rows).values()) == [1, 1, 2, 2, 3, 1]


def test_articles_stand_beside_the_general_commentary_whose_paragraphs_are_counted() -> None:
    rows = [row("A. Draft articles", 40, bold=True, size=12), row("Cables", 70, bold=True)]
    rows += [row("General commentary", 90, bold=True), *paragraph("(1)", 110), *paragraph("(2)", 140)]
    for at in (1, 2, 3):
        y = 60 + 130.0 * at
        rows += [row(f"Article {at}", y, bold=True), row("Scope", y + 12, bold=True), *_text(y + 30)]
        rows += [row("Commentary", y + 66, bold=True), *paragraph("(1)", y + 86)]
    assert [node.level for node in build(rows) if node.kind is Kind.SECTION] == [1, 2, 3, 3, 4, 3, 4, 3, 4]
    assert not any(node.kind is Kind.ITEM for node in build(rows))


def test_headings_of_a_summary_as_large_as_the_parts_are_no_chapters(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "parts.pdf")
    write(maker.page(), 72, 250, "Repairs of courts", 28, "bold")
    for title, inner in {
        "Summary": ("The facts", "What was found"), "Part One: The courts": ("Who repairs", "What is known"),
    }.items():  # fmt: skip
        for at, text in enumerate(inner):
            page = maker.page()
            if not at:
                write(page, 72, 80, title, 19)
            write(page, 72, 110, text, 13)
            body(page, 140, 8)
    assert _levels(maker.rows()) == {
        "Summary": 1, "The facts": 2, "What was found": 2,
        "Part One: The courts": 1, "Who repairs": 2, "What is known": 2,
    }  # fmt: skip


def test_a_resolution_that_a_paragraph_announces_stands_below_its_heading() -> None:
    def centred(text: str, y: float) -> Row:
        return row(text, y, x=250, bold=True)._replace(centred=True)

    rows = [centred("MATTERS OF POLICY", 40), row("Work at sea", 64, bold=True), *paragraph("1.", 88)]
    rows += [row("2. The Conference adopted the following resolution:", 130)]
    rows += [centred("Resolution 4/2025", 154), row("1. Calls upon members to act;", 178)]
    rows += [centred("MATTERS OF LAW", 220), *paragraph("3.", 244)]
    assert _levels(rows) == {
        "MATTERS OF POLICY": 1, "Work at sea": 2, "Resolution 4/2025": 3, "MATTERS OF LAW": 1,
    }  # fmt: skip


def test_the_title_of_a_rule_stands_below_its_number(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "rules.pdf")
    body(maker.page(), 90, 30)
    page = maker.page()
    for at, (number, title) in enumerate((("XII", "Quorum and voting"), ("XXII", "Make-up of the Council"))):
        centre(page, 80 + 120 * at, f"Rule {number}", 11)
        centre(page, 93 + 120 * at, title, 11, "italic")
        body(page, 120 + 120 * at, 4)
    assert _levels(maker.rows()) == {"Rule XII Quorum and voting": 1, "Rule XXII Make-up of the Council": 1}
