"""Who judges alone sees what machines suggest and what is settled, and nothing that another person said."""

from __future__ import annotations

import pytest

from model import editing
from model.differing import differing
from model.labels import CONFIRMED, DecisionKey, Reviewer, Slot, Status
from model.nodes import Kind
from model.review import Review, Source
from tests.model.outlines import ANNA, review_of, suggestion

BEN = Reviewer("ben", "Ben")


@pytest.fixture
def review() -> Review:
    """Anna reviewed an entry, and found it to be no recommendation."""
    made = review_of(
        [("a", None, Kind.PARAGRAPH, "States should act.")], [suggestion("a", Slot.ROLE, "recommendation")]
    )
    made.apply(editing.label(made, ANNA, ["a"], Slot.ROLE, "decision"))
    made.apply(editing.set_note(made, ANNA, "a", "Adopted by vote."))
    return made


def role(review: Review, reviewer: Reviewer) -> tuple[str, Source]:
    value, source, *_ = review.shown("a", Slot.ROLE, reviewer.id)
    return value, source


def rule(review: Review, reviewer: Reviewer) -> str:
    said = review.decision(DecisionKey("a", Slot.ROLE, reviewer.id))
    assert said is not None
    return said.rule


def test_what_another_person_said_is_shown_and_its_acceptance_is_no_judgement(review: Review) -> None:
    assert (role(review, BEN), review.status("a", BEN.id)) == (
        ("decision", Source.REVIEWER),
        Status.CORRECTED,
    )
    review.apply(editing.accept(review, BEN, ["a"]))
    assert (role(review, BEN)[0], rule(review, BEN)) == ("decision", CONFIRMED)
    review.apply(editing.label(review, BEN, ["a"], Slot.ROLE, "observation"))
    assert rule(review, BEN) == ""


def test_who_judges_alone_has_the_entry_waiting_with_what_is_suggested(review: Review) -> None:
    review.alone = BEN.id
    assert (role(review, BEN), review.status("a", BEN.id)) == (
        ("recommendation", Source.SUGGESTED), Status.UNREVIEWED,
    )  # fmt: skip
    assert (review.notes("a"), review.has_notes("a")) == ([], False)
    review.apply(editing.accept(review, BEN, ["a"]))
    assert (role(review, BEN), rule(review, BEN)) == (("recommendation", Source.OWN), "")
    assert differing(review, "a") == {}
    review.alone = ""
    assert list(differing(review, "a")) == [(Slot.ROLE, 0)]
    assert role(review, ANNA) == ("decision", Source.OWN)
    assert len(review.notes("a")) == 1


def test_what_is_settled_is_shown_to_who_judges_alone(review: Review) -> None:
    review.apply(editing.label(review, BEN, ["a"], Slot.ROLE, "other"))
    review.apply(editing.settle(review, ANNA, ["a"]))
    review.alone = BEN.id
    assert role(review.copy(), BEN) == ("decision", Source.ADJUDICATED)


def test_a_recommendation_that_another_person_added_is_not_counted_for_who_judges_alone() -> None:
    made = review_of(
        [("a", None, Kind.PARAGRAPH, "States should:"), ("b", "a", Kind.ITEM, "act;")],
        [suggestion("a", Slot.ROLE, "recommendation"), suggestion("a", Slot.FORCE, 3),
         suggestion("b", Slot.ROLE, "recommendation", rule="inherited from the lead-in")],
    )  # fmt: skip
    made.apply(editing.add_recommendation(made, ANNA, "a"))
    made.apply(editing.label(made, ANNA, ["a"], Slot.FORCE, 5, frame=1))
    made.alone = BEN.id
    assert (made.frames("a"), made.frames_seen("a")) == (2, 1)
    assert made.shown("b", Slot.FORCE, BEN.id).value == 3
    made.apply(editing.add_recommendation(made, BEN, "a"))
    assert made.frames_seen("a") == 2
    assert made.shown("a", Slot.FORCE, BEN.id, 1).value == 3
    made.apply(editing.remove_recommendation(made, BEN, "a", 1))
    assert (made.frames("a"), made.frames_seen("a")) == (2, 1)
    made.alone = ""
    assert made.shown("a", Slot.FORCE, ANNA.id, 1).value == 5
