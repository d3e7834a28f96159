"""The body that adopts a decision, named in italics or underlined over its clauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import WORDS, Maker, body, write


def _decision(tmp_path: Path, organ: str, verb: str, face: str) -> tuple[Kind, str]:
    """What becomes of the body's name."""
    maker = Maker(tmp_path / "decision.pdf")
    page = maker.page()
    write(page, 72, 80, "Lagoon documents", 13, "bold")
    body(page, 100, 6)
    for top, name in ((210, "Country documents"), (330, "Financial documents")):
        write(page, 72, top, name, 13, "bold")
        write(page, 100, top + 20, organ, 10, "italic")
        write(page, 100, top + 40, "1.")
        write(page, 128, top + 40, verb, 10, face)
        write(page, 200, top + 40, "of the country programme documents, and of what was")
        write(
            page, 100, top + 54, "said of them by the members in the course of the two sessions of the year;"
        )
    body(page, 450, 20)
    node = next(node for node in build(maker.rows()) if node.text.startswith(organ[:12]))
    return node.kind, node.text


@pytest.mark.parametrize(
    ("organ", "verb"),
    [
        ("The Executive Board", "Takes note"),
        ("The Governing Council", "Recalling"),
        ("Le Conseil d'administration", "Prend note"),
        ("La Junta Ejecutiva", "Toma nota"),
    ],
)
def test_a_body_named_in_italics_over_its_clauses_is_no_heading(
    tmp_path: Path, organ: str, verb: str
) -> None:
    assert _decision(tmp_path, organ, verb, "italic") == (Kind.PARAGRAPH, organ)


def test_a_body_named_in_italics_over_plain_paragraphs_is_a_heading(tmp_path: Path) -> None:
    kind, _ = _decision(tmp_path, "The Executive Board", "Members took note", "plain")
    assert kind is Kind.SECTION


def test_decisions_filed_by_year_have_their_numbers(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "filed.pdf")
    body(maker.page(), 80, 45)
    page = maker.page()
    write(page, 100, 80, "First session of 2024", 14, "bold")
    for top, number in ((110, "2024/1"), (260, "2024/2"), (410, "2024/10")):
        write(page, 72, top, number, 12, "bold")
        write(page, 130, top, f"Documents of the {WORDS[top // 100]} programme", 12, "bold")
        for at in range(2):
            write(page, 100, top + 24 + 40 * at, f"{at + 1}.")
            write(
                page,
                128,
                top + 24 + 40 * at,
                "Takes note of the country programme documents, and of what was said",
            )
            write(
                page,
                100,
                top + 38 + 40 * at,
                f"of them by the {WORDS[at]} members in the course of the session;",
            )
    found = [(node.kind, node.number) for node in build(maker.rows()) if node.number]
    one, two = (Kind.PARAGRAPH, "1"), (Kind.PARAGRAPH, "2")
    heads = [(Kind.SECTION, number) for number in ("2024/1", "2024/2", "2024/10")]
    assert found == [heads[0], one, two, heads[1], one, two, heads[2], one, two]


def test_a_word_in_bold_capitals_that_closes_a_preamble_is_no_heading() -> None:
    rows = [row("DECLARATION ON WATER", 40, bold=True, size=14)]
    rows += [row("WE, the heads of State and Government, meeting in Harbourville;", 70)]
    rows += [row("CONVINCED that rivers and lakes which we share should unite us;", 100)]
    rows.append(row("HEREBY:", 130, bold=True))
    rows += [row("1. COMMIT to allocate a share of our income to water and sanitation;", 160)]
    rows += [row("2. UNDERTAKE to build wells in our schools and health facilities.", 190)]
    found = {node.text: node.kind for node in build(rows)}
    assert found["HEREBY:"] is Kind.PARAGRAPH


@pytest.mark.parametrize("clause", ["Recalling its resolution 14 (II),", "1. Decides to meet again."])
def test_an_underlined_body_with_a_comma_over_its_clauses_is_no_heading(clause: str) -> None:
    rows = [
        row("A. Matters that call for action", 60, 180)._replace(underlined=True, centred=True),
        *paragraph("1.", 90),
        row("Draft resolution", 130)._replace(underlined=True),
        row("The Economic Commission for the Delta Region,", 154, 130)._replace(underlined=True),
        row(clause, 178, 130),
        *paragraph("2.", 210),
    ]
    sections = [node.text for node in build(rows) if node.kind is Kind.SECTION]
    assert sections == ["Matters that call for action", "Draft resolution"]


def test_short_lead_in_below_who_decides_is_no_entry_of_a_list() -> None:
    rows = [
        row("Decisions", 60, bold=True),
        row("The Executive Board", 84),
        row("Recalls that at its session it:", 104),
        row(
            "Approved the report on its work of the year that it had before it, with all that was added at",
            124,
        ),
        row("of the meeting.", 136),
    ]
    assert [node.kind for node in build(rows)] == [Kind.SECTION, *[Kind.PARAGRAPH] * 3]
