"""People who label the same entry: where they differ, what settles it, and what holds after that."""

from __future__ import annotations

import pytest

from model import editing
from model.differing import differing
from model.labels import Force, Reviewer, ReviewerKind, Slot, Status
from model.nodes import Kind
from model.review import Review, Source
from tests.model.outlines import ANNA, review_of, suggestion

BEN = Reviewer("ben", "Ben", ReviewerKind.PERSON)


@pytest.fixture
def review() -> Review:
    said = [suggestion("a", Slot.ROLE, "recommendation"), suggestion("a", Slot.ADDRESSEES, ["secretariat"])]
    return review_of([("a", None, Kind.PARAGRAPH, "States should act.")], said)


def role(review: Review, reviewer: Reviewer, value: str) -> None:
    review.apply(editing.label(review, reviewer, ["a"], Slot.ROLE, value))


def shown(review: Review, reviewer: Reviewer) -> tuple[str, Source]:
    value, source, *_ = review.shown("a", Slot.ROLE, reviewer.id)
    return value, source


def test_a_machine_differs_from_nobody_and_who_says_the_same_does_not(review: Review) -> None:
    role(review, ANNA, "decision")
    assert differing(review, "a") == {}
    role(review, BEN, "decision")
    assert differing(review, "a") == {}


def test_what_people_say_differently_is_named_until_it_is_settled(review: Review) -> None:
    role(review, ANNA, "recommendation")
    role(review, BEN, "decision")
    (place, said), *rest = differing(review, "a").items()
    assert (place, rest) == ((Slot.ROLE, 0), [])
    assert {one.key.reviewer: one.value for one in said} == {ANNA.id: "recommendation", BEN.id: "decision"}
    before = review.copy()
    edit = editing.settle(review, ANNA, ["a"])
    review.apply(edit)
    assert edit.name.startswith("settle ")
    assert differing(review, "a") == {}
    assert shown(review, BEN) == ("recommendation", Source.ADJUDICATED)
    review.apply(edit.inverse())
    assert review.decisions("a") == before.decisions("a")


def test_settled_labels_are_settled_anew_by_who_changes_them(review: Review) -> None:
    role(review, ANNA, "recommendation")
    role(review, BEN, "decision")
    review.apply(editing.settle(review, ANNA, ["a"]))
    role(review, BEN, "observation")
    assert shown(review, ANNA) == ("observation", Source.ADJUDICATED)
    assert [one.key.reviewer for one in review.decisions("a") if one.adjudicated] == [BEN.id]
    role(review, BEN, "other")
    assert shown(review, ANNA) == ("other", Source.ADJUDICATED)
    assert differing(review, "a") == {}


def test_accepting_leaves_settled_labels_settled(review: Review) -> None:
    role(review, ANNA, "recommendation")
    role(review, BEN, "decision")
    review.apply(editing.settle(review, ANNA, ["a"]))
    for reviewer in (ANNA, BEN):
        review.apply(editing.accept(review, reviewer, ["a"]))
        assert shown(review, reviewer) == ("recommendation", Source.ADJUDICATED)


def test_rejecting_differs_from_accepting_and_flagging_from_nothing(review: Review) -> None:
    review.apply(editing.accept(review, ANNA, ["a"]))
    review.apply(editing.flag(review, BEN, ["a"]))
    assert differing(review, "a") == {}
    review.apply(editing.reject(review, BEN, ["a"]))
    assert list(differing(review, "a")) == [(Slot.STATUS, 0)]
    review.apply(editing.settle(review, BEN, ["a"]))
    assert review.status("a", ANNA.id) is Status.REJECTED


def test_the_order_of_addressees_is_no_difference_and_of_no_recommendation_nothing_else_is_asked(
    review: Review,
) -> None:
    for reviewer, order in ((ANNA, ["secretariat", "parent-body"]), (BEN, ["parent-body", "secretariat"])):
        role(review, reviewer, "recommendation")
        review.apply(editing.label(review, reviewer, ["a"], Slot.ADDRESSEES, order))
    assert differing(review, "a") == {}
    for reviewer, force in ((ANNA, Force.REQUIRES), (BEN, Force.OFFERS)):
        review.apply(editing.label(review, reviewer, ["a"], Slot.FORCE, int(force)))
    assert list(differing(review, "a")) == [(Slot.FORCE, 0)]
    role(review, BEN, "decision")
    assert set(differing(review, "a")) == {(Slot.ROLE, 0), (Slot.FORCE, 0)}
    review.apply(editing.settle(review, BEN, ["a"]))
    assert differing(review, "a") == {}


def test_there_is_nothing_to_settle_where_nobody_differs(review: Review) -> None:
    with pytest.raises(editing.NotPossible):
        editing.settle(review, ANNA, ["a"])
