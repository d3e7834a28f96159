"""Tables of which the header alone is ruled, cell by cell, with white space between their rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind, Node
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write

_ASKED = ("The State should ratify the", "optional protocol and set up", "a national mechanism")
_ANSWERED = ("The bill that was sent to", "parliament will be adopted", "before the session ends.")
_X = (72, 250, 470)
_HEADER = ("Recommendation", "Remarks", "Status")


def _ruled(page, y: float) -> None:
    for x0, x1 in zip(_X, (*_X[1:], 530), strict=True):
        rule(page, x0, x1, y)


def _header(page, y: float) -> float:
    """The header between its two rules; returns where the first row's baseline is."""
    _ruled(page, y)
    for x, text in zip(_X, _HEADER, strict=True):
        write(page, x + 6, y + 11, text, 7, "italic")
    _ruled(page, y + 16)
    return y + 30


def _row(page, y: float, *cells: Sequence[str]) -> float:
    for x, lines in zip(_X, cells, strict=False):
        for at, text in enumerate(lines):
            write(page, x + 6, y + 12 * at, text)
    return y + 12 * max(map(len, cells)) + 7


def _nodes(maker: Maker) -> list[Node]:
    return list(build(maker.rows()))


def _cells(maker: Maker) -> list[list[str]]:
    (table,) = [node for node in _nodes(maker) if node.kind is Kind.TABLE]
    return table.extra["cells"]


def _line(number: str) -> list[str]:
    return [f"{number} {' '.join(_ASKED)}", " ".join(_ANSWERED), "Accepted"]


def test_white_space_across_all_columns_divides_rows(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 6)
    y = _header(page, 200)
    for number in ("1.", "2.", "3."):
        y = _row(page, y, (f"{number} {_ASKED[0]}", *_ASKED[1:]), _ANSWERED, ("Accepted",))
    _ruled(page, y)
    body(page, y + 30, 8)
    assert _cells(maker) == [list(_HEADER), _line("1."), _line("2."), _line("3.")]


def test_paragraphs_of_one_cell_beside_an_empty_one_stay_together(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    y = _header(page, 90)
    y = _row(page, y, _ASKED, _ANSWERED, ("Accepted",))
    y = _row(page, y, (), ("Moreover, the ministry is", "at work on a second bill."))
    y = _row(page, y, _ASKED, _ANSWERED, ("Noted",))
    _ruled(page, y)
    body(page, y + 30, 12)
    assert [row[2] for row in _cells(maker)] == ["Status", "Accepted", "Noted"]
    assert _cells(maker)[1][1] == f"{' '.join(_ANSWERED)} Moreover, the ministry is at work on a second bill."


def test_such_a_table_goes_on_over_pages_without_a_last_rule(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    numbers = [f"{number}." for number in range(1, 7)]
    for shown in (numbers[:3], numbers[3:]):
        page = maker.page()
        y = _header(page, 90)
        if page.number:  # the third answer goes on over the page
            y = _row(page, y, (), ("A second bill is in work.",))
        for number in shown:
            y = _row(page, y, (f"{number} {_ASKED[0]}", *_ASKED[1:]), _ANSWERED, ("Accepted",))
    _ruled(page, y)
    body(page, y + 30, 20)
    lines = [_line(number) for number in numbers]
    lines[2][1] += " A second bill is in work."
    assert _cells(maker) == [list(_HEADER), *lines]


def test_text_below_the_last_rule_is_no_part_of_the_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    y = _header(page, 90)
    for _ in range(3):
        y = _row(page, y, _ASKED, _ANSWERED, ("Accepted",))
    _ruled(page, y)
    write(page, 72, y + 30, "Short heading", face="bold")
    body(page, y + 50, 20)
    paragraphs = [node for node in _nodes(maker) if node.kind is Kind.PARAGRAPH]
    assert len(_cells(maker)) == 4
    assert paragraphs[0].text.startswith("The committee considered")
    assert "Short heading" in [node.text for node in _nodes(maker) if node.kind is Kind.SECTION]


def test_a_list_of_values_below_such_a_header_is_read_line_by_line(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    y = _header(page, 260)
    states = ("Albania", "Bosnia and Herzegovina", "Chile", "Democratic Republic of Congo", "Ecuador", "Fiji")
    for at, state in enumerate(states):
        for x, text in zip(_X, (state, f"Periodic report of 1 October 200{at}", "Due"), strict=True):
            write(page, x + 6, y + 12 * at, text)
    _ruled(page, y + 72)
    body(page, y + 100, 10)
    assert [row[0] for row in _cells(maker)] == [_HEADER[0], *states]


def test_an_annex_that_is_a_table_alone_is_headed_by_its_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 30)
    page = maker.page()
    write(page, 57, 80, "Annex III", 14, "bold")
    write(page, 72, 110, "Submission of the reports that are due to the committee under article", 14, "bold")
    write(page, 72, 126, "seventy-three of the convention and the dates of their consideration", 14, "bold")
    write(page, 72, 142, "in the session that follows, as recorded by the secretariat of it", 14, "bold")
    y = _header(page, 170)
    for at in range(6):
        _row(page, y + 12 * at, ("Albania",), (f"{at + 1} October 2008",), ("Due",))
        y = _row(page, y + 12 * at + 12, (), ("(extended)",)) - 12 * at - 6
    nodes = _nodes(maker)
    (annex,) = [node for node in nodes if node.text.startswith("Annex III")]
    assert annex.kind is Kind.SECTION
    assert annex.text.endswith("as recorded by the secretariat of it")
    assert sum(node.kind is Kind.TABLE for node in nodes) == 1
    assert all("October" not in node.text for node in nodes if node.kind is not Kind.TABLE)


def test_a_header_of_many_rows_under_heads_of_groups_opens_a_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "g.pdf")
    page = maker.page()
    body(page, 90, 8)
    pieces = ((72, 190), (190, 250), (250, 360), (376, 530))
    for y in (220, 290):
        for x0, x1 in pieces:
            rule(page, x0, x1, y)
    for x, text in ((260, "Implications until June"), (384, "Implications from July on")):
        write(page, x, 232, text, 7, "italic")
    for x0, x1 in pieces[2:]:
        rule(page, x0, x1, 238)
    heads = (
        ("Category",),
        ("Paragraph", "number of", "the present", "report"),
        ("Recommendation",),
        ("Dollars",),
    )
    for (x, _), head in zip(pieces, heads, strict=True):
        for at, text in enumerate(head):
            write(page, x + 4, 286 - 10 * (len(head) - 1 - at), text, 7, "italic")
    write(page, 76, 304, "Changes of staffing", 10, "bold")
    for row in range(3):
        for (x, _), text in zip(
            pieces, ("International staff", f"{row + 23}", "Reduce one post", "(42 000)"), strict=True
        ):
            write(page, x + 4, 320 + 16 * row, text)
    rows = maker.rows()
    assert len(texts(rows, Zone.BODY)) == 8
    assert "Changes of staffing" in " ".join(texts(rows, Zone.TABLE))
