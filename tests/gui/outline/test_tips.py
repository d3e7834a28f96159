"""A row's tip says what is in doubt: the place of the entry, or its role."""

from __future__ import annotations

from gui.outline.looks import Look, Looks
from gui.outline.tips import tip
from model import editing
from model.labels import Reviewer, Slot
from model.nodes import Kind, Node
from model.schemes import default
from tests.model.outlines import ANNA, review_of

ROLE = default().label(Slot.ROLE, "statement")


def test_an_unsure_place_comes_with_its_reasons():
    node = Node("1", Kind.PARAGRAPH, "Text", confidence=0.5, reasons=("the number 3 comes twice",))
    assert tip(node, Look(ROLE, doubtful=True)).endswith(
        "In doubt: place 50 % sure (the number 3 comes twice)"
    )


def test_an_unsure_role_is_not_taken_for_an_unsure_place():
    node = Node("1", Kind.PARAGRAPH, "Text", confidence=0.97)
    assert tip(node, Look(ROLE, suggested=True, confidence=0.4, doubtful=True)).endswith("In doubt: its role")


def test_what_is_sure_is_not_in_doubt():
    assert "In doubt" not in tip(Node("1", Kind.PARAGRAPH, "Text"), Look(ROLE))


def test_what_people_differ_in_is_marked_until_somebody_settles_it():
    review = review_of([("p", None, Kind.PARAGRAPH, "States should ratify")])
    ben = Reviewer("ben", "Ben")
    review.apply(editing.label(review, ANNA, ["p"], Slot.ROLE, "statement"))
    review.apply(editing.label(review, ben, ["p"], Slot.ROLE, "observation"))
    node = review.outline["p"]
    look = Looks(review, ANNA.id, default()).of(node)
    assert look.doubtful
    assert tip(node, look).endswith("Reviewers differ: role")
    review.apply(editing.settle(review, ANNA, ["p"]))
    assert not Looks(review, ANNA.id, default()).of(node).doubtful
