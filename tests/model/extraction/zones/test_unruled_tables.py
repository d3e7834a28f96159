"""Tables with few rules or none: below a caption, with a tinted head, with white space between their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pymupdf
import pytest

from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.zones.pages import Maker, body, rule, write

_LEFT, _RIGHT = 72, 523
_PLACES = (_LEFT, 230, 330, 430)
_TINT = (0.85, 0.9, 0.95)
_ASKED = (
    ("The Department should draw up a", "plan for the renewal of the", "equipment, with its costs."),
    ("Managers should report every", "quarter on contracts without a", "call for tenders."),
    ("The Office should publish how", "partners are chosen and by", "whom."),
)
_DONE = (
    ("Accepted. A plan will be sent", "by June, when the costs will", "be known to the offices."),
    ("Partly accepted, for reports", "twice a year need fewer staff."),
    ("Accepted.",),
)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path / "a.pdf")


def _page(maker: Maker, caption: str = "Table 4. Cases by year") -> pymupdf.Page:
    page = maker.page()
    body(page, 90, 10)
    write(page, _LEFT, 240, caption, 10, "bold")
    return page


def _line(page: pymupdf.Page, y: float, places: Sequence[float], *cells: str, face: str = "plain") -> None:
    for x, text in zip(places, cells, strict=False):
        write(page, x, y, text, 9, face)


def _tint(page: pymupdf.Page, top: float, bottom: float) -> None:
    page.draw_rect((_LEFT - 4, top, _RIGHT, bottom), color=None, fill=_TINT, width=0)


def _nodes(maker: Maker, y: float) -> list[Node]:
    """The outline of a page that goes on with text from here on."""
    body(maker.pdf[0], y, 6)
    return list(build(maker.rows()))


def _cells(nodes: Sequence[Node]) -> list[list[str]]:
    (table,) = [node for node in nodes if node.kind is Kind.TABLE]
    return [cells for cells in table.extra["cells"] if not cells[0].startswith("Table")]


def _matrix(page: pymupdf.Page, y: float) -> Iterator[tuple[float, float]]:
    """Rows of prose in two columns with white space between them; each with where it begins and ends."""
    for asked, done in zip(_ASKED, _DONE, strict=True):
        for x, cell in ((_LEFT, asked), (300, done)):
            for at, text in enumerate(cell):
                write(page, x, y + 11 * at, text, 9)
        yield y - 13, y + 11 * len(asked) - 4
        y += 11 * len(asked) + 9


_MATRIX = [["What was asked", "What was done"]] + [
    [" ".join(asked), " ".join(done)] for asked, done in zip(_ASKED, _DONE, strict=True)
]


def test_rows_of_values_are_no_columns_of_text(maker: Maker) -> None:
    page = _page(maker)
    places = (_LEFT, 180, 260, 340, 420)
    rows = [["Year", "Received", "Decided", "Settled", "Open"]]
    rows += [[str(2017 + at), str(313 + at), str(234 + at), str(45 + at), str(60 + at)] for at in range(8)]
    for at, row in enumerate(rows):
        _line(page, 260 + 16 * at, places, *row, face="plain" if at else "bold")
    assert _cells(_nodes(maker, 420)) == rows


def test_words_in_cells_below_a_caption_are_a_table(maker: Maker) -> None:
    page = _page(maker)
    _line(page, 260, (_LEFT, 300), "What was asked", "What was done", face="bold")
    for _, bottom in _matrix(page, 280):
        end = bottom
    nodes = _nodes(maker, end + 30)
    assert _cells(nodes) == _MATRIX
    assert [node.kind for node in nodes].count(Kind.PARAGRAPH) == 2


def test_white_space_divides_rows_of_prose_below_a_header_between_rules(maker: Maker) -> None:
    page = _page(maker)
    rule(page, _LEFT, _RIGHT, 248)
    _line(page, 260, (_LEFT, 300), "What was asked", "What was done", face="bold")
    rule(page, _LEFT, _RIGHT, 265)
    for _, bottom in _matrix(page, 280):
        end = bottom
    rule(page, _LEFT, _RIGHT, end + 4)
    assert _cells(_nodes(maker, end + 30)) == _MATRIX


def test_tints_divide_rows_of_prose_and_take_no_text_above_them(maker: Maker) -> None:
    page = _page(maker)
    _tint(page, 250, 266)
    _line(page, 260, (_LEFT, 300), "What was asked", "What was done", face="bold")
    for at, (top, end) in enumerate(_matrix(page, 280)):
        if at == 1:
            _tint(page, top, end)
    nodes = _nodes(maker, end + 30)
    assert _cells(nodes) == _MATRIX
    assert [node.kind for node in nodes].count(Kind.PARAGRAPH) == 2


def test_a_table_of_which_the_head_alone_is_tinted_ends_with_its_last_cells(maker: Maker) -> None:
    page = _page(maker)
    _tint(page, 248, 265)
    places = (_LEFT, 300, 400)
    rows = [["Office", "Trips", "Cost"], ["Geneva", "120", "310"], ["Nairobi", "88", "290"]]
    for at, row in enumerate(rows):
        _line(page, 260 + 18 * at, places, *row)
    write(page, _LEFT, 328, "Findings", 13, "bold")
    nodes = _nodes(maker, 350)
    assert _cells(nodes) == rows
    assert [node.text for node in nodes if node.kind is Kind.SECTION][-1:] == ["Findings"]


@pytest.mark.parametrize("at", [6, 12], ids=["in the midst", "at the foot"])
def test_values_in_the_midst_or_at_the_foot_of_words_on_two_lines_are_their_row(
    maker: Maker, at: int
) -> None:
    page = _page(maker)
    places = (_LEFT, 300, 400)
    for y in (248, 266, 302, 320):
        rule(page, _LEFT, _RIGHT, y)
    _line(page, 260, places, "Indicator", "2023", "2024")
    _line(page, 278, places, "Share of households in reach of a post that is")
    _line(page, 290, places, "open every day")
    _line(page, 278 + at, (0, 300, 400), "", "61", "70")
    _line(page, 314, places, "Mobile teams", "14", "20")
    assert _cells(_nodes(maker, 345)) == [
        ["Indicator", "2023", "2024"],
        ["Share of households in reach of a post that is open every day", "61", "70"],
        ["Mobile teams", "14", "20"],
    ]


def test_a_bold_group_name_that_fills_its_column_is_no_first_line_of_the_row_below(maker: Maker) -> None:
    page = _page(maker)
    places = (_LEFT, 300, 400)
    for y in (248, 266, 320):
        rule(page, _LEFT, _RIGHT, y)
    _line(page, 260, places, "Class", "2023", "2024")
    _line(page, 280, places, "Economic classes", face="bold")
    _line(page, 292, places, "Current payment", "61", "70")
    _line(page, 304, places, "Transfers", "14", "20")
    assert _cells(_nodes(maker, 345))[1:3] == [["Economic classes"], ["Current payment", "61", "70"]]


def test_a_first_column_without_a_head_may_name_groups(maker: Maker) -> None:
    page = _page(maker, "Statement of income")
    rows = [["", "Note", "2024", "2023"], ["Income"], ["Contributions", "3", "48,210", "47,300"]]
    rows += [["Grants", "4", "12,044", "13,981"], ["Costs"], ["Staff", "5", "41,200", "40,010"]]
    rows += [["Travel", "6", "30,181", "27,650"]]
    for at, row in enumerate(rows):
        for x, text in zip((_LEFT, 300, 400, 480), row, strict=False):
            width = pymupdf.get_text_length(text, "helv", 9)
            write(page, x if x == _LEFT else x - width / 2, 262 + 14 * at, text, 9)
    assert _cells(_nodes(maker, 385))[1:] == rows


@pytest.mark.parametrize("left", [50, 310])
def test_a_table_without_rules_stands_in_one_of_two_columns_of_text(maker: Maker, left: float) -> None:
    page = maker.page()
    words = "The committee considered the report on wells and"
    for column in (50, 310):
        for at in range(40):
            if column == left and 10 <= at < 17:
                continue
            write(page, column, 90 + 14 * at, f"{words} {at}", 9)
    write(page, left, 230, "Table 1. Wells by district", 9, "bold")
    cells = (("District", "Wells", "Depth"), ("North", "12", "340"), ("South", "7", "215"),
             ("East", "15", "411"), ("West", "3", "88"))  # fmt: skip
    for at, line in enumerate(cells):
        _line(page, 246 + 14 * at, (left, left + 110, left + 180), *line)
    nodes = list(build(maker.rows()))
    assert _cells(nodes) == list(map(list, cells))
    assert not [node for node in nodes if node.kind is Kind.TABLE and "committee" in node.text]
    assert sum(node.text.count("committee") for node in nodes) == 73


def test_rows_set_in_below_the_names_of_their_groups_are_of_one_table_without_rules(maker: Maker) -> None:
    page = _page(maker)
    _line(page, 262, _PLACES, "Districts by their names", "2019", "2020", "2021", face="italic")
    lines: list[tuple[str, ...]] = []
    for region in ("Northern region", "Southern region"):
        lines.append((region,))
        for part in ("Hills", "Plains"):
            lines += [(part,), ("Aber", "1", "2", "3"), ("Bock", "4", "5", "6")]
    for at, line in enumerate(lines):
        face = "plain" if len(line) > 1 else "italic" if line[0] in ("Hills", "Plains") else "bold"
        left = 92 if len(line) > 1 else 82 if face == "italic" else _LEFT
        _line(page, 276 + 14 * at, (left, *_PLACES[1:]), *line, face=face)
    assert _cells(_nodes(maker, 500)) == [
        ["Districts by their names", "2019", "2020", "2021"],
        *map(list, lines),
    ]


def test_heads_in_the_middle_of_wide_columns_belong_to_their_table(maker: Maker) -> None:
    page = _page(maker)
    for x, head in zip((100, 255, 350, 470), ("Country", "Recorded", "Estimated", "Ratio"), strict=True):
        write(page, x, 262, head, 9, "bold")
    for at, cells in enumerate((("Norland", "0.8", "3.1", "3.9"), ("Sudland", "2.4", "4.9", "2.0")) * 3):
        _line(page, 280 + 16 * at, _PLACES, *cells)
    body(page, 400, 6)
    found = build(maker.rows())
    (table,) = [node for node in found if node.kind is Kind.TABLE]
    assert table.text.startswith("Table 4. Cases by year Country Recorded Estimated Ratio Norland 0.8")
    assert not [node for node in found if node.kind is Kind.SECTION]


@pytest.mark.parametrize("head", ["ABBREVIATIONS", "Acronyms and abbreviations", "Sigles et acronymes"])
def test_few_abbreviations_below_their_heading_are_a_table(tmp_path: Path, head: str) -> None:
    maker = Maker(tmp_path / "terms.pdf")
    body(maker.page(), 90, 40)
    page = maker.page()
    write(page, 72, 90, head, 14, "bold")
    for at, (term, said) in enumerate({
        "IED": "Independent Evaluation Department, which reports to the Board",
        "": "of Directors", "km": "kilometre", "RRF": "Rural Road Fund",
    }.items()):  # fmt: skip
        write(page, 72, 112 + 13 * at, term)
        write(page, 102, 112 + 13 * at, said)
    write(page, 72, 200, "Executive summary", 14, "bold")
    body(page, 222, 20)
    nodes = build(maker.rows())
    [table] = [node.extra["cells"] for node in nodes if node.kind is Kind.TABLE]
    assert [row[0] for row in table if row[0]] == ["IED", "km", "RRF"]
    assert ["km", "kilometre"] in table
    assert any("of Directors" in row[1] for row in table)
    assert [node.text for node in nodes if node.kind is Kind.SECTION] == [head, "Executive summary"]


@pytest.mark.parametrize(
    "pairs",
    [
        [("IED", 102, "Independent Evaluation Department"), ("see also", 72, "the list of the Board")],
        [("Independent Evaluation", 202, "reports to the Board"), ("Rural Road Fund", 202, "does not")],
        [("IED", 102, "Independent Evaluation Department"), ("km", 132, "kilometre"), ("RRF", 162, "fund")],
    ],
    ids=["one", "no abbreviations", "not below each other"],
)
def test_what_else_stands_below_the_heading_of_abbreviations_is_no_table(
    tmp_path: Path, pairs: list[tuple[str, float, str]]
) -> None:
    maker = Maker(tmp_path / "terms.pdf")
    body(maker.page(), 90, 40)
    page = maker.page()
    write(page, 72, 90, "Abbreviations", 14, "bold")
    for at, (term, x, said) in enumerate(pairs):
        write(page, 72, 112 + 13 * at, term)
        write(page, x, 112 + 13 * at, said)
    body(page, 222, 20)
    assert not [node for node in build(maker.rows()) if node.kind is Kind.TABLE]
