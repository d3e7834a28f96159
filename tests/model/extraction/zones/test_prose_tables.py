"""Tables that hold prose: a row for each recommendation, its response beside it."""

from __future__ import annotations

from pathlib import Path

from model.extraction.rows import Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.zones.pages import Maker, body, rule, texts, write

_ASKED = ("The State should ratify the", "optional protocol and set up a", "national mechanism (Chile)")
_ANSWERED = ("Accepted. The bill that was sent", "to parliament will be adopted", "before the session ends")
_X = (60, 100, 290)


def _line(page, top: float, number: str, asked=_ASKED, answered=_ANSWERED) -> float:
    """A row of the table and the rule below it; returns where that is."""
    write(page, _X[0], top + 12, number, 9)
    for x, lines in ((_X[1], asked), (_X[2], answered)):
        for at, text in enumerate(lines):
            write(page, x, top + 12 + 11 * at, text, 9)
    bottom = top + 16 + 11 * (max(len(asked), len(answered)) - 1)
    rule(page, 58, 500, bottom)
    return bottom


def _header(page, top: float) -> float:
    rule(page, 58, 500, top)
    for x, text in zip(_X, ("No.", "Recommendation", "Response"), strict=True):
        write(page, x, top + 12, text, 9, "bold")
    rule(page, 58, 500, top + 16)
    return top + 16


def _table(maker: Maker) -> list[list[str]]:
    rows = maker.rows()
    assert texts(rows, Zone.TABLE)
    (table,) = [node for node in build(rows) if node.kind is Kind.TABLE]
    cells = table.extra["cells"]
    assert " ".join(" ".join(" ".join(row) for row in cells).split()) == table.text
    return cells


def test_cells_of_prose_are_read_whole(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    y = _header(page, 240)
    for number in ("1", "2", "3"):
        y = _line(page, y, number)
    body(page, y + 30, 10)
    cells = _table(maker)
    assert cells[0] == ["No.", "Recommendation", "Response"]
    assert cells[1:] == [[n, " ".join(_ASKED), " ".join(_ANSWERED)] for n in ("1", "2", "3")]


def _over_the_page(path: Path, again: bool) -> list[list[str]]:
    """The cells of a table whose third row breaks at a page's foot; `again`: its header is printed again."""
    maker = Maker(path)
    page = maker.page()
    body(page, 90, 30)
    y = _header(page, 620)
    for number in ("1", "2"):
        y = _line(page, y, number)
    _line(page, y, "3", _ASKED[:1], _ANSWERED[:1])
    page = maker.page()
    y = _header(page, 72) if again else 72
    y = _line(page, y, "", _ASKED[1:], _ANSWERED[1:])
    for number in ("4", "5"):
        y = _line(page, y, number)
    body(page, y + 30, 20)
    return _table(maker)


def test_row_goes_on_over_the_page_below_the_header_printed_again(tmp_path: Path) -> None:
    cells = _over_the_page(tmp_path / "a.pdf", again=True)
    assert [row[0] for row in cells] == ["No.", "1", "2", "3", "4", "5"]
    assert cells[3] == ["3", " ".join(_ASKED), " ".join(_ANSWERED)]


def test_row_that_goes_on_without_a_rule_above_it_belongs_to_the_table(tmp_path: Path) -> None:
    cells = _over_the_page(tmp_path / "a.pdf", again=False)
    assert [row[0] for row in cells] == ["No.", "1", "2", "3", "4", "5"]
    assert cells[3] == ["3", " ".join(_ASKED), " ".join(_ANSWERED)]


def test_columns_that_nearly_touch_are_cells(tmp_path: Path) -> None:
    wide = tuple(f"{line} and all its parts" for line in _ASKED)
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    y = _header(page, 240)
    for number in ("1", "2", "3"):
        y = _line(page, y, number, wide)
    body(page, y + 30, 10)
    assert [len(row) for row in _table(maker)] == [3, 3, 3, 3]


def test_values_below_each_other_are_rows_of_their_own(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    page = maker.page()
    body(page, 90, 10)
    y = _header(page, 240)
    for n in range(6):
        write(page, _X[0], y + 12 + 12 * n, str(n), 9)
        write(page, _X[1], y + 12 + 12 * n, "The costs of staff in the year", 9)
        write(page, _X[2], y + 12 + 12 * n, f"{n}12,000", 9)
    rule(page, 58, 500, y + 90)
    assert [row[0] for row in _table(maker)] == ["No.", *map(str, range(6))]
