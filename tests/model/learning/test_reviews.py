"""What is known of an entry beside its words, and which entries are cases of a label at all."""

from __future__ import annotations

import pytest

from model.ids import new_id
from model.labels import Decision, DecisionKey, Slot
from model.learning.learned import Suggested
from model.learning.reviews import cases
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review
from tests.storage.stored_reports import MACHINE_ID, document


def node(kind, text, place):
    anchor = Anchor((Region(1, 72.0, 60.0, 300.0, 74.0),), text)
    return Node(
        new_id(), kind, text, None, RANK_STEP * place, 1 if kind is Kind.SECTION else None, "", anchor
    )


@pytest.fixture
def nodes():
    return [
        node(Kind.PARAGRAPH, "Thanks", 1),
        node(Kind.SECTION, "On Wells and wells", 2),
        node(Kind.PARAGRAPH, "Dig wells", 3),
        node(Kind.TABLE, "wells 12", 4),
        node(Kind.ITEM, "Paint them, and count them", 5),
        node(Kind.PARAGRAPH, "Nobody said anything of this", 6),
    ]


@pytest.fixture
def review(nodes):
    thanks, _, dig, _, paint, _ = nodes

    def said(node, slot, value, frame=0, reviewer=MACHINE_ID):
        key = DecisionKey(node.id, slot, reviewer, frame)
        return Decision(key, value, confidence=0.7, rule="a word")

    decisions = [
        said(thanks, Slot.ROLE, "procedural"),
        said(dig, Slot.ROLE, "recommendation"),
        said(dig, Slot.FORCE, 3),
        said(dig, Slot.FORCE, 4, reviewer="Ann"),
        said(paint, Slot.ROLE, "recommendation"),
        said(paint, Slot.FORCE, 3),
        said(paint, Slot.FORCE, 2, frame=1),
    ]
    return Review(document(), nodes, decisions, frozenset({MACHINE_ID}))


def test_hints_are_the_heading_the_kind_what_came_before_and_the_rules(review):
    under = ("under on", "under wells", "under and")
    rules = ("!recommendation", "rule a word")
    assert [case.hints for case in cases(review, Slot.ROLE)] == [
        ("kind paragraph", "after ", "!procedural", "rule a word"),
        (*under, "kind paragraph", "after procedural", *rules),
        (*under, "kind item", "after recommendation", *rules),
        (*under, "kind paragraph", "after recommendation"),
    ]


def test_a_strength_is_asked_of_recommendations_that_stand_alone_in_their_entry(review, nodes):
    (only,) = cases(review, Slot.FORCE)
    assert only.node == nodes[2].id
    assert only.rules == Suggested(("3",), (0.7,))
    assert only.given == ("4",)
