"""References after recommendations, lists that a sentence runs into, and chapters that begin a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_decisions import headings
from tests.model.extraction.test_structure import named, paragraph, row
from tests.model.extraction.zones.pages import Maker, body, write


@pytest.mark.parametrize("place", ["(page 12)", "(Paragraph 4)", "[R-23-5]", "(page|2)"])
def test_recommendations_with_their_place_behind_them_are_paragraphs(place: str) -> None:
    rows = [row("Quays", 60, bold=True), *paragraph("", 84), row("List of recommendations", 130, bold=True)]
    first, _, rest = place.partition("|")
    for at in range(3):
        y = 160 + 70.0 * at
        rows += [
            row(f"Recommendation {at + 1}", y, bold=True),
            row(
                "That the port authority repair the old quays before the winter", y + 18, bold=True, width=380
            ),
            row(f"and publish what it has spent on them. {first}", y + 30, bold=True, width=380),
            *([row(rest, y + 42, bold=True)] if rest else []),
        ]
    found = named(build(rows), Kind.PARAGRAPH)[-3:]
    assert [number for number, _ in found] == [f"Recommendation {at}" for at in (1, 2, 3)]


@pytest.mark.parametrize(("stop", "number"), [(".", ""), ("", ""), (".", "1. ")])
@pytest.mark.parametrize("place", ["(Paragraph 45)", "(paragraphes 50 à 52)", "（第45段）", "(Tz. 7)"])
def test_place_in_brackets_below_goes_with_the_conclusion_in_bold(stop: str, number: str, place: str) -> None:
    rows = [row("Conclusions", 60, size=14, bold=True), *paragraph("", 90)]
    for at, text in enumerate(("The quays should be repaired", "Lights must be lit", "Tolls should end"), 1):
        rows.append(row(f"{number.replace('1', str(at))}{text}{stop}", 90 + 40 * at, bold=True))
        rows.append(row(place, 102 + 40 * at, 400))
    rows += [row("Reply", 270, size=14, bold=True), *paragraph("", 300)]
    found = named(build(rows), Kind.PARAGRAPH)[1:-1]
    texts = ("The quays should be repaired", "Lights must be lit", "Tolls should end")
    assert [text for _, text in found] == [f"{text}{stop} {place}"[:40] for text in texts]
    assert headings(rows) == [(1, "", "Conclusions"), (1, "", "Reply")]


def test_heading_over_text_keeps_the_place_in_brackets_below_it() -> None:
    rows = [row("Issues", 60, size=14, bold=True), *paragraph("", 90)]
    for at, text in enumerate(("Quays", "Lights"), 1):
        rows += [row(text, 60 + 80 * at, bold=True), row("(paragraph 45)", 72 + 80 * at)]
        rows += paragraph("", 90 + 80 * at)
    assert [text for *_, text in headings(rows)[1:]] == ["Quays (paragraph 45)", "Lights (paragraph 45)"]


def test_heading_with_a_place_behind_it_may_stand_over_one_that_has_its_own() -> None:
    rows = [row("Conclusions", 60, size=14, bold=True), *paragraph("", 90)]
    rows += [row("Harbours (paras. 3–20)", 140, bold=True), row("Quays (paras. 3–9)", 165, bold=True)]
    rows += [*paragraph("", 190), row("Lights (paras. 10–20)", 240, bold=True), *paragraph("", 265)]
    assert [text for *_, text in headings(rows)[1:]] == [
        "Harbours (paras. 3–20)", "Quays (paras. 3–9)", "Lights (paras. 10–20)",
    ]  # fmt: skip


def test_entries_go_on_with_a_sentence_that_breaks_off() -> None:
    rows = []
    for at in range(4):
        rows += [*paragraph("", 60 + 40.0 * at)]
    rows += [row(f"The ports asked for a plan {'x' * 80}", 230), row("that among other things", 242)]
    rows += [row("1. names the quays that need repair;", 262), row("2. says what that will cost; and", 282)]
    rows += [row("3. is published.", 302), *paragraph("", 332)]
    assert [number for number, _ in named(build(rows), Kind.ITEM)] == ["1", "2", "3"]


def test_a_summary_set_larger_stands_beside_chapters_that_begin_a_page() -> None:
    rows = [row("In short", 60, size=14, bold=True), *paragraph("", 90)]
    rows += [row("I. Quays", 60, size=12, bold=True, page=2), *paragraph("", 90, page=2)]
    rows += [row("II. Lights", 60, size=12, bold=True, page=3), *paragraph("", 90, page=3)]
    assert [level for level, *_ in headings(rows)] == [1, 1, 1]


def test_chapters_that_go_on_below_a_larger_heading_are_its_parts() -> None:
    rows = [row("The ports", 60, size=14, bold=True), *paragraph("", 90)]
    rows += [row("I. Quays", 140, size=12, bold=True), *paragraph("", 170)]
    rows += [row("II. Lights", 60, size=12, bold=True, page=2), *paragraph("", 90, page=2)]
    assert [level for level, *_ in headings(rows)] == [1, 2, 2]


def test_counted_references_are_items() -> None:
    rows = [row("Heat", 60, bold=True), *paragraph("", 84), row("References", 130, size=14, bold=True)]
    for at in (1, 2, 3):
        rows += [
            row(f"{at}. Perera K, Silva D. Heat and renal function. Trop Occup Med. 2022.", 130 + 24 * at)
        ]
    assert [number for number, _ in named(build(rows), Kind.ITEM)] == ["1", "2", "3"]


def test_an_agenda_that_is_read_out_is_a_list() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90)]
    rows += [row("3. The Council adopted its agenda, which read as follows:", 120, width=270)]
    for at, text in enumerate(("Adoption of the agenda.", "Ports and quays.", "Adoption of the report."), 1):
        rows += [row(f"{at}. {text}", 120 + 20.0 * at, 124)]
    found = build([*rows, *paragraph("4.", 210)])
    assert [number for number, _ in named(found, Kind.ITEM)] == ["1", "2", "3"]
    assert [number for number, _ in named(found, Kind.PARAGRAPH)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(("number", "kind"), [(3, Kind.PARAGRAPH), (1, Kind.SECTION)], ids=["on", "anew"])
def test_what_names_the_documents_of_an_agendas_item_is_no_heading(
    tmp_path: Path, number: int, kind: Kind
) -> None:
    maker = Maker(tmp_path / "agenda.pdf")
    body(maker.page(), 60, 6)
    page = maker.page()
    write(page, 72, 60, "The agenda of the thirtieth session was as follows:")
    write(page, 100, 90, "1. Adoption of the agenda.")
    write(page, 100, 114, "2. Progress made in the works.")
    write(page, 72, 142, "Documentation", 10, "italic")
    write(page, 72, 166, "Report of the Secretary-General on the progress made in the implementation of what")
    write(page, 72, 180, "was decided.")
    write(page, 100, 208, f"{number}. Ports and quays.")
    write(page, 100, 232, f"{number + 1}. Adoption of the report.")
    body(page, 300, 20)
    assert next(node.kind for node in build(maker.rows()) if node.text == "Documentation") is kind
