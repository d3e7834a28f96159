"""Links from what a recommendation cites to the part of the report, or the report, that is meant."""

from __future__ import annotations

import pytest

from model.labels import InstrumentKind, Slot
from model.linking import Inside, Reports, normalised
from model.nodes import Kind, Node
from model.outline import RANK_STEP, Outline
from tests.model.suggestions.said import item, paragraph, said_of, section

SYMBOLS = {
    "S/RES/1952 (2010)": "council",
    "A/RES/70/1": "assembly",
    "A/HRC/RES/5/1": "rights",
    "A/HRC/24/11": "review",
    "WHA66.9": "health",
}


@pytest.mark.parametrize(
    ("name", "kind", "document"),
    [
        ("A/HRC/24/11", "document", "review"),
        ("Security Council resolution 1952 (2010)", "resolution", "council"),
        ("paragraph 9 of Security Council resolution 1952 (2010)", "paragraph", "council"),
        ("General Assembly resolution 70/1", "resolution", "assembly"),
        ("resolution 70/1", "resolution", "assembly"),
        ("resolution 5/1", "resolution", "rights"),
        ("Economic and Social Council resolution 5/1", "resolution", None),
        ("paragraph 4 of A/HRC/24/11", "paragraph", "review"),
        ("resolution 71/1", "resolution", None),
        ("Convention on the Rights of the Child", "convention", None),
        ("paragraph 12", "paragraph", None),
    ],
)
def test_an_instrument_is_linked_to_the_projects_document_that_it_is_or_that_holds_it(name, kind, document):
    assert Reports(SYMBOLS).find({"name": name, "kind": kind, "target": None}) == document


def test_a_resolution_that_two_documents_may_be_is_linked_to_none():
    symbols = {"A/RES/5/1": "one", "A/HRC/RES/5/1": "other"}
    reports = Reports(symbols)
    assert reports.find({"name": "resolution 5/1", "kind": "resolution"}) is None
    assert reports.find({"name": "Human Rights Council resolution 5/1", "kind": "resolution"}) == "other"


def test_a_value_that_says_nothing_known_is_linked_to_none():
    assert Reports(SYMBOLS).find({}) is None
    assert Reports(SYMBOLS).find({"name": "resolution 70/1", "kind": "of my own"}) == "assembly"


def test_spellings_of_a_symbol_are_alike():
    assert normalised("S/RES/2773 (2025)*") == normalised("s/res/2773(2025)")


def test_a_paragraph_refers_to_its_own_run_of_numbers_first():
    texts = ["1", "2", "3", "1", "2"]
    nodes = [Node(f"n{i}", Kind.PARAGRAPH, "x", None, i * RANK_STEP, None, n) for i, n in enumerate(texts)]
    inside = Inside(Outline(nodes))
    assert inside.find("paragraph 1", InstrumentKind.PARAGRAPH, "n2") == "n0"
    assert inside.find("paragraph 1", InstrumentKind.PARAGRAPH, "n4") == "n3"
    assert inside.find("paragraph 3", InstrumentKind.PARAGRAPH, "n4") == "n2"
    assert inside.find("paragraph 9", InstrumentKind.PARAGRAPH, "n4") is None


def targets(text: str) -> list[str | None]:
    """The nodes to which a recommendation's instruments are linked, in a report of many parts."""
    nodes = [
        section("Recommendations"),
        paragraph("The data are old.", "1"),
        paragraph(text, "2"),
        section("Resolution 5/3 Marking of channels"),
        section("Annex II List of channels"),
    ]
    nodes[-1] = Node("", Kind.SECTION, nodes[-1].text, level=1, number="II")
    said = said_of(*nodes, item("x", "a"))
    values = said[1].by_slot[Slot.INSTRUMENTS].value
    return [one["target"] for one in values]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("States parties should act on paragraph 1 above.", ["n1"]),
        ("States parties should apply resolution 5/3.", ["n3"]),
        ("States parties should use the list in annex II.", ["n4"]),
        ("States parties should apply resolution 5/4.", [None]),
        ("States parties should note A/80/16, para. 1.", [None, None]),
        ("States parties should apply paragraph 1 of resolution 6/1.", [None, None]),
        ("States parties should apply paragraph 1 of the report of the Office.", [None]),
    ],
)
def test_what_is_cited_is_linked_where_it_stands_in_the_same_report(text, found):
    assert targets(text) == found


def test_an_item_of_a_paragraph_is_found_where_it_has_one():
    nodes = [
        Node("p", Kind.PARAGRAPH, "x", None, 1, None, "37"),
        Node("a", Kind.ITEM, "x", "p", 2, 1, "a"),
        Node("d", Kind.ITEM, "x", "p", 3, 1, "d"),
        Node("q", Kind.PARAGRAPH, "x", None, 4, None, "38"),
    ]
    inside = Inside(Outline(nodes))
    assert inside.find("paragraph 37 (d)", InstrumentKind.PARAGRAPH, "q") == "d"
    assert inside.find("paragraph 37 (k)", InstrumentKind.PARAGRAPH, "q") == "p"
    assert inside.find("paragraph", InstrumentKind.PARAGRAPH, "q") is None


def test_recommendations_are_found_by_their_number():
    nodes = [
        Node("r", Kind.PARAGRAPH, "x", None, 0, None, "Recommendation 3"),
        Node("p", Kind.PARAGRAPH, "x", None, RANK_STEP, None, "128.44"),
    ]
    inside = Inside(Outline(nodes))
    assert inside.find("recommendation 3", InstrumentKind.RECOMMENDATION, "p") == "r"
    assert inside.find("recommendation 128.44", InstrumentKind.RECOMMENDATION, "r") == "p"
