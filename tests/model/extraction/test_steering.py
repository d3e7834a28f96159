"""Levels of headings held against the printed contents list and the PDF's bookmarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row


class Mark(NamedTuple):
    level: int
    title: str


def entry(text: str, y: float, x: float = 100.0) -> Row:
    return row(f"{text} {'.' * 20} 3", y, x, width=500.0 - x, zone=Zone.CONTENTS, group=1)


def group(text: str, y: float) -> Row:
    return row(text, y, 130, width=70, bold=True, zone=Zone.CONTENTS, group=1)


def report(headings: Iterable[str], first: int = 1) -> list[Row]:
    rows: list[Row] = []
    for at, text in enumerate(headings):
        y = 80.0 + 70 * at
        rows.append(row(text, y, size=12, bold=True, page=2))
        rows += paragraph(f"{at + first}.", y + 24, page=2)
    return rows


def levels(rows: list[Row], bookmarks: Iterable[Mark] = ()) -> list[int | None]:
    return [node.level for node in build(rows, bookmarks=bookmarks) if node.kind is Kind.SECTION]


_PARTS = ("I. Organization", "Joint segment", "II. Audit", "III. Ethics", "Country segment", "IV. Evaluation")


def test_headings_that_a_contents_list_groups_stand_below_the_groups() -> None:
    contents = [
        entry("I. Organization", 60),
        group("Joint segment", 74),
        entry("II. Audit", 88),
        entry("III. Ethics", 102),
        group("Country segment", 116),
        entry("V. Evaluation", 130),  # not counted as in the text
    ]
    assert levels([*contents, *report(_PARTS)]) == [1, 1, 2, 2, 1, 2]


def test_without_groups_in_the_list_they_stand_beside_each_other() -> None:
    contents = [entry(text, 60 + 14.0 * at) for at, text in enumerate(_PARTS)]
    assert levels([*contents, *report(_PARTS)]) == [1] * 6


def test_headings_set_alike_stand_as_the_contents_list_indents_them() -> None:
    parts = ("The inquiry", "Its powers", "Its method", "The harbour")
    contents = [
        entry("The inquiry", 60),
        entry("Its powers", 74, 120),
        entry("Its method", 88, 120),
        entry("The harbour", 102),
    ]
    assert levels([*contents, *report(parts)]) == [1, 2, 2, 1]
    assert levels([entry(text, 60 + 14.0 * at) for at, text in enumerate(parts)] + report(parts)) == [1] * 4


def test_headings_set_alike_stand_as_bookmarks_nest_them() -> None:
    parts = ("The inquiry", "Its powers", "The harbour")
    marks = [Mark(1, "The inquiry"), Mark(2, "Its powers"), Mark(1, "The harbour")]
    assert levels(report(parts), marks) == [1, 2, 1]


def test_bookmarks_do_not_put_a_heading_below_one_that_is_set_smaller() -> None:
    rows = report(("The inquiry", "Its powers"))
    rows[0] = row("The inquiry", 80, bold=True, page=2)
    assert levels(rows, [Mark(1, "The inquiry"), Mark(2, "Its powers")]) == [1, 1]


def test_what_the_list_sets_where_the_chapters_begin_stands_beside_them() -> None:
    contents = [
        entry("1 Boats", 60),
        entry("1.1 Nets", 74, 120),
        entry("2 Harbours", 88),
        entry("ANNEXES", 102),
    ]
    rows = list(contents)
    for page, (text, size) in enumerate(
        [("1 Boats", 20.0), ("1.1 Nets", 12.0), ("2 Harbours", 20.0), ("ANNEXES", 14.0)], 2
    ):
        rows += [row(text, 60, size=size, bold=True, page=page), *paragraph("Fish", 100, page)]
    assert levels(rows) == [1, 2, 1, 1]
    assert levels(rows[4:]) == [1, 2, 1, 2]


def test_the_list_may_say_only_what_stands_before_a_headings_colon() -> None:
    contents = [
        entry("ACRONYMS", 60),
        entry("BRIEF", 74),
        entry("1 Boats", 88),
        entry("1.1 Nets", 102, 120),
        entry("2 Harbours", 116),
    ]
    rows = list(contents)
    for page, (text, size) in enumerate(
        [("ACRONYMS", 20.0), ("Brief: Norland", 14.0), ("1 Boats", 20.0), ("1.1 Nets", 12.0),
         ("2 Harbours", 20.0)], 2
    ):  # fmt: skip
        rows += [row(text, 60, size=size, bold=True, page=page), *paragraph("Fish", 100, page)]
    assert levels(rows) == [1, 1, 1, 2, 1]
    assert levels(rows[5:]) == [1, 2, 1, 2, 1]


def test_a_title_printed_again_that_the_contents_list_heads_the_chapters() -> None:
    title = "After the last ferry: transport for coasts"
    contents = [entry(title, 60), entry("Introduction", 74, 115), entry("Background", 88, 115)]
    rows = [row(title, 40, size=20, zone=Zone.TITLE), *contents, row(title, 40, size=16, bold=True, page=2)]
    assert levels([*rows, *report(("Introduction", "Background"))]) == [1, 2, 2]
