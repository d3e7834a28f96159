"""Which words of an entry are lit."""

from __future__ import annotations

from gui.evidence import lights_of
from model import editing
from model.labels import Slot, Span
from model.nodes import Kind
from model.schemes import default
from tests.model.outlines import ANNA, review_of, suggestion


def lit(review):
    return {light.slot for light in lights_of(review, ANNA.id, "p", default(), 0, None)}


def test_parts_of_a_recommendation_are_lit_only_while_it_is_one_or_somebody_said_them():
    review = review_of(
        [("p", None, Kind.PARAGRAPH, "States should ratify")],
        [
            suggestion("p", Slot.ROLE, "recommendation", Span(7, 13)),
            suggestion("p", Slot.ADDRESSEES, ["member-states"], Span(0, 6)),
            suggestion("p", Slot.VERB, "should", Span(7, 13)),
        ],
    )
    assert lit(review) == {Slot.ROLE, Slot.ADDRESSEES, Slot.VERB}
    review.apply(editing.label(review, ANNA, ["p"], Slot.ROLE, "observation"))
    assert lit(review) == {Slot.ROLE}
    review.apply(editing.label(review, ANNA, ["p"], Slot.VERB, "should"))
    assert lit(review) == {Slot.ROLE, Slot.ADDRESSEES, Slot.VERB}
    review.apply(editing.set_kind(review, ANNA, ["p"], Kind.SECTION))
    assert lit(review) == set()  # a heading has no labels
