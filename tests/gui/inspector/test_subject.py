"""What the inspector says of one entry."""

from __future__ import annotations

from gui.inspector.subject import Subject
from model import editing
from model.labels import Reviewer, Slot
from model.nodes import Kind
from model.schemes import default
from tests.model.outlines import ANNA, review_of

BEN = Reviewer("ben", "Ben Okri")


def subject(review):
    names = {one.id: one.name for one in (ANNA, BEN)}
    return Subject(review, ANNA, (review.outline["p"],), names, default())


def test_what_others_say_stands_beside_the_own_word_where_people_differ():
    review = review_of([("p", None, Kind.PARAGRAPH, "States should ratify")])
    review.apply(editing.label(review, ANNA, ["p"], Slot.ROLE, "statement"))
    review.apply(editing.label(review, BEN, ["p"], Slot.ROLE, "statement"))
    assert subject(review).value(Slot.ROLE).origin.words == "decided by you"
    review.apply(editing.label(review, BEN, ["p"], Slot.ROLE, "observation"))
    assert subject(review).value(Slot.ROLE).origin.words == "you · Ben Okri: Observation"
    assert "Ben Okri: Observation" in subject(review).value(Slot.ROLE).origin.story
    review.apply(editing.reject(review, BEN, ["p"]))
    assert subject(review).said_by_others(Slot.STATUS) == ("Ben Okri: rejected",)
    review.apply(editing.settle(review, ANNA, ["p"]))
    assert subject(review).value(Slot.ROLE).origin.words == "adjudicated by Anna"


def test_a_number_is_in_the_heading_and_a_bullet_is_not():
    for number, heading in (("12", "12 · Recommendation"), ("•", "Recommendation"), ("-", "Recommendation")):
        review = review_of([("p", None, Kind.PARAGRAPH, "States should ratify")])
        review.apply(editing.set_number(review, ANNA, "p", number))
        review.apply(editing.label(review, ANNA, ["p"], Slot.ROLE, "recommendation"))
        assert subject(review).heading == heading
