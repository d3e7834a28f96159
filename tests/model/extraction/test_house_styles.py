"""One report in other dress: what is the same text, however an office sets numbers, capitals and notes."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write

_TEXT = "The committee considered the report of the secretariat and took note of the information on"
_WORDS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet")


def _paragraph(page: pymupdf.Page, y: float, number: str, x: float = 72, size: float = 10) -> None:
    """Two rows and a short one, the number before the first."""
    write(page, x, y, f"{number} {_TEXT} {_WORDS[int(y) % 10]}", size)
    write(page, x, y + 13, f"which followed {_TEXT.lower()} {_WORDS[int(y) % 7]}", size)
    write(page, x, y + 26, "and of what was said.", size)


def _nodes(maker: Maker, *kinds: Kind) -> list[Node]:
    return [node for node in build(maker.rows()) if node.kind in kinds]


def test_numbers_in_brackets_that_run_on_below_the_next_heading_count_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "brackets.pdf")
    number = 0
    for part in range(3):
        page = maker.page()
        for section in range(2):
            top = 80 + 300 * section
            write(page, 72, top, f"{_WORDS[2 * part + section].title()} of the session", 14, "bold")
            for at in range(3):
                number += 1
                _paragraph(page, top + 40 + 60 * at, f"({number})")
    found = _nodes(maker, Kind.PARAGRAPH, Kind.ITEM)
    assert [(node.kind, node.number) for node in found] == [
        (Kind.PARAGRAPH, str(at)) for at in range(1, number + 1)
    ]


def test_numbers_in_brackets_that_begin_anew_are_lists(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "lists.pdf")
    for part in range(3):
        page = maker.page()
        write(page, 72, 80, f"{_WORDS[part].title()} of the session", 14, "bold")
        _paragraph(page, 120, f"{part + 1}.")
        write(page, 72, 180, "The committee decided as follows on what it had before it:")
        for at in range(3):
            _paragraph(page, 210 + 60 * at, f"({at + 1})", 100)
    assert [node.number for node in _nodes(maker, Kind.ITEM)] == ["1", "2", "3"] * 3


@pytest.mark.parametrize("chapter", ["", "2."])
def test_a_bold_number_in_the_margin_is_of_the_paragraph_beside_it(tmp_path: Path, chapter: str) -> None:
    maker = Maker(tmp_path / "margin.pdf")
    page = maker.page()
    write(page, 60, 70, "Work of the session", 14, "bold")
    for at in range(5):
        write(page, 100, 110 + 70 * at, f"{chapter}{at + 1}", 10, "bold")
        body(page, 110 + 70 * at, 3, 140)
        write(page, 140, 152 + 70 * at, "and of what was said.")
    found = _nodes(maker, Kind.PARAGRAPH)
    assert [node.number for node in found] == [f"{chapter}{number}" for number in range(1, 6)]
    assert all(node.text.startswith("The committee") for node in found)


def _small_capitals(page: pymupdf.Page, x: float, y: float, text: str, size: float) -> None:
    """Letters as Word and LibreOffice print small capitals: capitals, the small ones in four fifths."""
    for word in text.split():
        for piece, at in (
            (word[0].upper(), size if word[0].isupper() else 0.8 * size),
            (word[1:].upper(), 0.8 * size),
        ):
            write(page, x, y, piece, at)
            x += pymupdf.get_text_length(piece, fontsize=at)
        x += 0.25 * size


def test_small_capitals_rank_below_large_ones_and_are_of_one_size(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "small.pdf")
    page = maker.page()
    write(page, 72, 60, "Report of the committee", 18, "bold")
    for part in range(2):
        top = 110 + 350 * part
        write(page, 230, top, f"{_WORDS[part].upper()} OF THE SESSION", 10)
        for at in range(2):
            y = top + 40 + 150 * at
            _small_capitals(page, 240, y, f"Of {_WORDS[part + 3 * at].title()} and its Uses", 10)
            _small_capitals(page, 253, y + 13, "in what follows", 10)
            body(page, y + 40, 5)
            write(page, 72, y + 110, "and of what was said.")
    sections = _nodes(maker, Kind.SECTION)
    assert [node.level for node in sections] == [1, 2, 2, 1, 2, 2]
    assert sections[1].text == "OF ALPHA AND ITS USES IN WHAT FOLLOWS"


def test_lines_are_counted_on_pages_of_names_as_on_others(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "draft.pdf")
    for part in range(3):
        page = maker.page()
        for at in range(30):
            write(page, 62 - 5.56 * len(str(at + 1)), 80 + 20 * at, str(at + 1))
            low = "which the committee considered as it had done at its session before"
            name = f"{_WORDS[at % 10].title()} {_WORDS[(at + part) % 10].title()}, Member of the Committee"
            write(page, 90, 80 + 20 * at, name if part == 2 else f"{low} {_WORDS[at % 10]}")
    rows = maker.rows()
    counted = [row for row in rows if row.zone is Zone.HEADER and row.text[:2] == "1 "]
    assert [(row.page, len(row.text.split())) for row in counted] == [(1, 30), (2, 30), (3, 30)]


def _noted(page: pymupdf.Page, x: float, y: float, number: int) -> None:
    """A row with a raised mark at its end."""
    text = "what the committee took note of"
    write(page, x, y, text)
    write(page, x + pymupdf.get_text_length(text, fontsize=10), y - 4, str(number), 5.5)


def test_notes_with_plain_numbers_stand_at_the_foot_where_no_rule_tells_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "unruled.pdf")
    for part in range(2):
        page = maker.page()
        body(page, 80, 20)
        _noted(page, 72, 360, part + 1)
        write(page, 72, 740, f"{part + 1} See the report of the {_WORDS[part]} group.", 8)
        write(page, 72, 750, f"It was before the {_WORDS[part + 2]} group.", 8)
    rows = maker.rows()
    assert texts(rows, Zone.FOOTNOTE) == [
        "1 See the report of the alpha group.",
        "It was before the charlie group.",
        "2 See the report of the bravo group.",
        "It was before the delta group.",
    ]


def test_the_notes_of_the_left_column_are_counted_first(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "columns.pdf")
    page = maker.page()
    low = "which the committee considered at its session"
    for x, lines in ((50, 40), (310, 32)):
        for at in range(lines):
            write(page, x, 80 + 14 * at, f"{low} {_WORDS[at % 10]}", 9)
    for x, top, numbers in ((50, 700, (1, 2)), (310, 600, (3, 4, 5))):
        rule(page, x, x + 70, top)
        for at, number in enumerate(numbers):
            write(page, x, top + 14 + 12 * at, f"{number} Report of the {_WORDS[number]} group.", 7)
    assert [text[:1] for text in texts(maker.rows(), Zone.FOOTNOTE)] == ["1", "2", "3", "4", "5"]


def test_a_rule_over_notes_begins_where_they_do_though_numbers_stand_out_to_the_left(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "outdent.pdf")
    page = maker.page()
    write(page, 60, 70, "Work of the session", 14, "bold")
    body(page, 110, 30, 150, "The committee considered the report and took note of what it")
    rule(page, 150, 260, 700)
    write(page, 150, 716, "1 See the report of the group.", 8)
    assert texts(maker.rows(), Zone.FOOTNOTE) == ["1 See the report of the group."]


def test_notes_on_pages_of_their_own_need_no_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "endnotes.pdf")
    page = maker.page()
    for number in (1, 2, 3):
        body(page, 80 + 200 * number, 5)
        _noted(page, 72, 150 + 200 * number, number)
    page = maker.page()
    for number in (1, 2, 3):
        write(page, 72, 80 + 14 * number, f"{number} See the report of the {_WORDS[number]} group.", 8)
    assert [text[:1] for text in texts(maker.rows(), Zone.FOOTNOTE)] == ["1", "2", "3"]


def test_marks_in_square_brackets_are_taken_out_of_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "square.pdf")
    page = maker.page()
    write(page, 72, 70, "Work of the session", 14, "bold")
    for number in (1, 2, 3):
        body(page, 110 + 120 * number, 4)
        write(page, 72, 166 + 120 * number, f"and of what was said.[{number}]")
    write(page, 72, 640, "Notes", 14, "bold")
    for number in (1, 2, 3):
        write(page, 72, 650 + 14 * number, f"[{number}] See the report of the {_WORDS[number]} group.", 9)
    nodes = build(maker.rows())
    assert [node.number for node in nodes if node.kind is Kind.FOOTNOTE] == ["1", "2", "3"]
    said = [node for node in nodes if node.kind is Kind.PARAGRAPH]
    assert [(node.text[-9:], node.extra["marks"][0][1]) for node in said] == [
        ("was said.", "1"), ("was said.", "2"), ("was said.", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["*", " *"])
def test_a_titles_mark_is_no_word_of_it(tmp_path: Path, mark: str) -> None:
    maker = Maker(tmp_path / "title.pdf")
    page = maker.page()
    write(page, 110, 95, "United Nations", 14)
    write(page, 454, 93, "HB/2025/2")
    write(page, 110, 129, "Harbour Council", 17, "bold")
    for y, text in ((129, "Distr.: General"), (141, "20 November 2024"), (163, "Original: English")):
        write(page, 400, y, text)
    rule(page, 50, 560, 250)
    write(page, 110, 300, f"Report of the Working Group on Lights{mark}", 14, "bold")
    write(page, 110, 330, "Norland", 14, "bold")
    body(page, 390, 12)
    rule(page, 72, 150, 700)
    write(page, 82, 714, "* The annex is circulated as received.", 8)
    (title,) = _nodes(maker, Kind.TITLE)
    assert title.text == "Report of the Working Group on Lights Norland"
    assert title.extra["marks"] == [[37, "*"]]


def test_the_next_number_at_the_place_of_the_one_above_opens_an_item(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "names.pdf")
    page = maker.page()
    for at in range(4):
        _paragraph(page, 80 + 50 * at, f"{at + 1}.")
    write(page, 72, 300, "The following took part in the session of the committee:")
    names = ["Institute of the History of Words and of their Uses", "Council of Names", "House of Letters"]
    for at, name in enumerate(names):  # the second would have found no room beside the first
        write(page, 90, 313 + 13 * at, f"{at + 1})")
        write(
            page,
            106,
            313 + 13 * at,
            name if at else f"{name} in all the Languages of the World and Beyond It All",
        )
    write(page, 72, 366, _TEXT)
    assert [node.number for node in _nodes(maker, Kind.ITEM)] == ["1", "2", "3"]


def test_clauses_set_in_at_their_first_rows_are_paragraphs(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "clauses.pdf")
    page = maker.page()
    write(page, 72, 70, "Decision of the session", 14, "bold")
    write(page, 86, 100, "The Meeting of the Parties,")
    for at in range(4):
        write(page, 86, 113 + 26 * at, f"Recalling what {_TEXT[4:]} {_WORDS[at]}")
        write(page, 72, 126 + 26 * at, f"which came from the {_WORDS[at]} group,")
    body(page, 217, 12)
    starts = [node.text[:11] for node in _nodes(maker, Kind.PARAGRAPH)]
    assert starts[:5] == ["The Meeting", *["Recalling w"] * 4]


def test_notes_that_cite_one_series_are_no_running_feet(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "series.pdf")
    for part in range(5):
        page = maker.page()
        body(page, 80, 20)
        _noted(page, 72, 360, part + 1)
        rule(page, 72, 180, 760)
        write(page, 72, 774, f"{part + 1} OPS/2024/{part + 7}", 8)
        write(page, 290, 810, str(part + 1), 8)
    assert texts(maker.rows(), Zone.FOOTNOTE) == [f"{at + 1} OPS/2024/{at + 7}" for at in range(5)]


def test_a_row_in_capitals_does_not_go_on_behind_a_table() -> None:
    long = "SUMMARY OF ALL THE DATA THAT THE COMMITTEE HAD BEFORE IT AT ITS SESSION"
    rows = [
        *[line for at in range(4) for line in paragraph(f"{at + 1}.", 100 + 40 * at)],
        row(long, 300, width=400),
        row("Groups 12 14", 330, zone=Zone.TABLE, group=1),
        row("1. FACTUAL INFORMATION", 80, 228, page=2),
        *paragraph("5.", 110, page=2),
    ]
    found = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert found == ["FACTUAL INFORMATION"]


def test_pages_may_stand_before_what_a_contents_list_leads_to(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "before.pdf")
    page = maker.page()
    write(page, 72, 80, "Work of the committee", 22, "bold")
    write(page, 72, 150, "Contents", 14, "bold")
    entries = [(2, "Introduction"), (2, "Work of the session"), (3, "Other matters"), (5, "Closing words")]
    for at, (number, name) in enumerate(entries):
        write(page, 72, 176 + 16 * at, str(number))
        write(page, 112, 176 + 16 * at, name)
    for _, name in entries:
        page = maker.page()
        write(page, 72, 80, name, 14, "bold")
        body(page, 110, 8)
    rows = maker.rows()
    assert len([row for row in rows if row.zone is Zone.CONTENTS]) == 5
    assert [node.text for node in build(rows) if node.kind is Kind.SECTION] == [name for _, name in entries]


def test_a_title_has_all_rows_that_are_set_as_it_is(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    for at, text in enumerate(["Twelfth session of the", "Forum on Words and", "Uses"]):
        write(page, 72, 300 + 36 * at, text, 34, "bold")
    write(page, 72, 700, "12 March 2024")
    for _ in range(2):
        body(maker.page(), 80, 30)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Twelfth session of the",
        "Forum on Words and",
        "Uses",
    ]


def test_long_rows_in_capitals_are_a_title_where_nothing_is_larger(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "typed.pdf")
    page = maker.page()
    write(page, 72, 60, "Office of Words")
    rows = [
        "REPORT ON THE WORK OF THE COMMITTEE AND OF ITS GROUPS",
        "ON WORDS, ON ALL OF THEIR MANY USES AND ON THE LANGUAGES",
    ]
    for at, text in enumerate(rows):
        write(page, 297 - pymupdf.get_text_length(text, fontsize=10) / 2, 100 + 13 * at, text)
    body(page, 160, 20)
    body(maker.page(), 80, 30)
    assert texts(maker.rows(), Zone.TITLE) == rows


def test_a_note_at_the_end_may_have_a_row_of_figures(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "figures.pdf")
    page = maker.page()
    for number in (1, 2, 3):
        body(page, 80 + 120 * number, 5)
        _noted(page, 72, 150 + 120 * number, number)
    page = maker.page()
    write(page, 72, 80, "Notes", 14, "bold")
    for number in (1, 2, 3):
        write(
            page, 72, 82 + 30 * number, f"{number}. See the report of the {_WORDS[number]} group (Words,", 8
        )
        write(page, 72, 92 + 30 * number, f"201{number}).", 8)
    assert len(texts(maker.rows(), Zone.FOOTNOTE)) == 6


def test_rows_of_which_every_second_is_tinted_are_a_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "stripes.pdf")
    page = maker.page()
    body(page, 80, 10)
    for at in range(7):
        top = 240 + 16 * at
        if at % 2:
            page.draw_rect((72, top, 520, top + 16), color=None, fill=(0.93, 0.93, 0.93), width=0)
        write(page, 76, top + 12, f"{_WORDS[at].title()} and {_WORDS[at + 1]}", 9, "plain" if at else "bold")
        if at != 3:  # a row of the table may have but one cell
            write(page, 330, top + 12, f"{at * 7 + 3}.0", 9)
    body(page, 380, 10)
    rows = maker.rows()
    assert len(texts(rows, Zone.TABLE)) == 7
    assert len(texts(rows, Zone.BODY)) == 20


def test_a_row_that_begins_with_the_word_table_in_a_sentence_is_no_caption(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "below.pdf")
    page = maker.page()
    body(page, 90, 4)
    write(page, 72, 146, "table below). In addition, many people followed the sessions from elsewhere, and")
    write(page, 72, 160, "more of them could take part.")
    for at, words in enumerate((("Region", "Share"), ("North", "13"), ("South", "32"), ("East", "2"))):
        if at % 2:
            page.draw_rect((70, 174 + 17 * at, 523, 191 + 17 * at), color=None, fill=(0.9, 0.9, 0.9), width=0)
        for x, text in zip((76, 380), words, strict=True):
            write(page, x, 186 + 17 * at, text, 9, "plain" if at else "bold")
    body(page, 270, 6)
    (table,) = _nodes(maker, Kind.TABLE)
    assert table.extra["cells"][0] == ["Region", "Share"]


def test_rows_that_end_alike_by_chance_make_no_justified_block(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "ragged.pdf")
    page = maker.page()
    alike = "and it took note of what was said of these and of other questions in the"
    rows = ("The committee considered the report of the secretariat and all its",)
    rows += (alike, alike, alike, "and it thanked all those who had come to its meeting in the city.")
    rows += (
        "Representatives of several States then spoke on these and on other questions,",
        "as is told below.",
    )
    for at, text in enumerate(rows):
        write(page, 72, 90 + 14 * at, text)
    body(page, 200, 8)
    assert _nodes(maker, Kind.PARAGRAPH)[0].text == " ".join(rows)


@pytest.mark.parametrize(("wrap", "kind"), [(72, Kind.PARAGRAPH), (100, Kind.ITEM)], ids=["margin", "hung"])
def test_a_summary_counts_its_paragraphs_in_roman_numerals(tmp_path: Path, wrap: float, kind: Kind) -> None:
    maker = Maker(tmp_path / "evaluation.pdf")
    page = maker.page()
    write(page, 72, 60, "Summary", 14, "bold")
    for at, number in enumerate(("i", "ii", "iii")):
        top = 84 + 60 * at
        write(page, 72, top, f"{number}.")
        write(page, 100, top, "The committee considered the report of the secretariat and took note of the")
        write(
            page,
            wrap,
            top + 14,
            "information that it had been given. It heard all the ministries of the country",
        )
        write(page, wrap, top + 28, "and asked for more of it.")
    body(page, 300, 12)
    found = [node for node in build(maker.rows()) if node.number]
    assert [(node.kind, node.number) for node in found] == [(kind, "i"), (kind, "ii"), (kind, "iii")]
