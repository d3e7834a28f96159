"""What editing makes of decisions: accepted, corrected, inherited, flagged."""

from __future__ import annotations

from model import editing
from model.labels import DecisionKey, Role, Slot, Status
from model.nodes import MENDED, Kind
from model.review import Source
from tests.model.outlines import ANNA, do, review_of, suggestion

S, P, I = Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM  # noqa: E741


def test_accepting_makes_the_suggestion_the_reviewers_own():
    review = review_of(
        [("p", None, P, "States parties should ratify")],
        [suggestion("p", Slot.ROLE, "recommendation"), suggestion("p", Slot.FORCE, 3)],
    )
    assert review.shown("p", Slot.FORCE, ANNA.id).source is Source.SUGGESTED
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.shown("p", Slot.FORCE, ANNA.id).source is Source.OWN
    assert review.status("p", ANNA.id) is Status.ACCEPTED
    assert not editing.accept(review, ANNA, ["p"])  # a second time there is nothing to change


def test_an_entry_that_was_put_right_waits_until_its_role_is_said_too():
    review = review_of([("p", None, P, "Some spekers said")], [suggestion("p", Slot.ROLE, "statement")])
    do(review, editing.set_text(review, ANNA, "p", "Some speakers said"))
    do(review, editing.set_number(review, ANNA, "p", "7"))
    assert review.status("p", ANNA.id) is Status.UNREVIEWED
    assert review.outline["p"].reasons.count(MENDED) == 1
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_an_accepted_entry_that_is_put_right_is_corrected():
    review = review_of([("p", None, P, "Some spekers said")], [suggestion("p", Slot.ROLE, "statement")])
    do(review, editing.accept(review, ANNA, ["p"]))
    do(review, editing.set_text(review, ANNA, "p", "Some speakers said"))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_a_paragraph_that_was_taken_out_and_comes_back_waits_for_its_role():
    review = review_of([("p", None, P, "Some speakers said")], [suggestion("p", Slot.ROLE, "statement")])
    do(review, editing.delete_to_furniture(review, ANNA, ["p"]))
    do(review, editing.set_kind(review, ANNA, ["p"], P))
    assert review.status("p", ANNA.id) is Status.UNREVIEWED
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_a_heading_has_no_role_to_wait_for():
    review = review_of([("s", None, Kind.SECTION, "Hedings")], [])
    do(review, editing.set_text(review, ANNA, "s", "Headings"))
    assert review.status("s", ANNA.id) is Status.CORRECTED


def test_another_role_than_the_suggested_counts_as_corrected_and_stays_so_when_accepted():
    review = review_of([("p", None, P, "Some speakers said")], [suggestion("p", Slot.ROLE, "observation")])
    do(review, editing.label(review, ANNA, ["p"], Slot.ROLE, Role.STATEMENT.value))
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.CORRECTED
    assert review.shown("p", Slot.ROLE, ANNA.id).value == "statement"


def test_items_inherit_what_their_lead_in_shows_until_overridden():
    review = review_of(
        [("p", None, P, "recommended that:"), ("a", "p", I, "one"), ("b", "p", I, "two")],
        [
            suggestion("p", Slot.FORCE, 3),
            suggestion("a", Slot.FORCE, 3, rule="inherited: lead-in"),
            suggestion("b", Slot.FORCE, 3, rule="inherited: lead-in"),
        ],
    )
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 4))
    do(review, editing.label(review, ANNA, ["b"], Slot.FORCE, 2))
    shown = review.shown("a", Slot.FORCE, ANNA.id)
    assert (shown.value, shown.source, shown.node) == (4, Source.INHERITED, "p")
    assert review.shown("b", Slot.FORCE, ANNA.id).value == 2


def test_flagging_twice_takes_the_flag_back():
    review = review_of([("p", None, P, "text")])
    do(review, editing.flag(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.FLAGGED
    do(review, editing.flag(review, ANNA, ["p"]))
    assert review.decision(DecisionKey("p", Slot.STATUS, ANNA.id)) is None
