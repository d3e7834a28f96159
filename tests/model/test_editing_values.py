"""Edits of a recommendation's parts: several values with their words, further recommendations, notes."""

from __future__ import annotations

import pytest

from model import editing
from model.labels import NO_WORDS, Decision, DecisionKey, Response, Slot, Span, Status
from model.nodes import Kind
from model.review import Review, Source
from tests.model.outlines import ANNA, MACHINE, review_of

S, P, I = Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM  # noqa: E741
TEXT = "States should report by 2030 where appropriate, and the Secretariat should assist them."
BY = Span(TEXT.index("by 2030"), TEXT.index("by 2030") + 7)
WHERE = Span(TEXT.index("where"), TEXT.index("where") + 17)
TIME = {"kind": "deadline", "text": "by 2030", "when": ""}
SECOND = Span(TEXT.index("should assist"), TEXT.index("should assist") + 6)


def suggestion(node, slot, value, evidence=(), rule="verb", frame=0):
    return Decision(DecisionKey(node, slot, MACHINE.id, frame), value, None, evidence, 0.9, rule)


def one(*decisions) -> Review:
    return review_of([("p", None, P, TEXT)], [suggestion("p", Slot.ROLE, "recommendation"), *decisions])


def do(review, edit):
    review.apply(edit)
    return edit


def shown(review, slot, node="p", frame=0):
    return review.shown(node, slot, ANNA.id, frame)


def test_each_value_of_a_list_has_its_own_words():
    review = one(suggestion("p", Slot.TIME_FRAME, [TIME], evidence=(BY,)))
    again = {"kind": "period", "text": "where", "when": ""}
    edit = do(review, editing.add_value(review, ANNA, "p", Slot.TIME_FRAME, again, WHERE))
    assert edit.name == "add time frame where to “States should report by…”"
    assert shown(review, Slot.TIME_FRAME).decision.evidence == (BY, WHERE)
    do(review, editing.remove_value(review, ANNA, "p", Slot.TIME_FRAME, 0))
    assert shown(review, Slot.TIME_FRAME).value == [again]
    assert shown(review, Slot.TIME_FRAME).decision.evidence == (WHERE,)


def test_words_that_are_given_with_a_value_go_before_those_of_the_suggestion():
    review = one(suggestion("p", Slot.FORCE, 3, (Span(7, 13),)))
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 4, (SECOND,)))
    assert shown(review, Slot.FORCE).decision.evidence == (SECOND,)
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 2))
    assert shown(review, Slot.FORCE).decision.evidence == (Span(7, 13),)


def test_a_list_that_is_put_back_to_what_was_suggested_does_not_correct_the_entry():
    review = one(suggestion("p", Slot.THEMES, ["reporting"], (BY,)))
    do(review, editing.label(review, ANNA, ["p"], Slot.ROLE, "recommendation"))
    do(review, editing.replace_value(review, ANNA, "p", Slot.THEMES, 0, "reporting"))
    assert review.status("p", ANNA.id) is Status.ACCEPTED
    do(review, editing.replace_value(review, ANNA, "p", Slot.THEMES, 0, "assistance"))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_a_part_that_is_said_leaves_the_entry_waiting_for_its_role():
    review = one(suggestion("p", Slot.FORCE, 3), suggestion("p", Slot.ADDRESSEES, ["states-parties"]))
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 3))
    do(review, editing.replace_value(review, ANNA, "p", Slot.ADDRESSEES, 0, "secretariat"))
    assert review.status("p", ANNA.id) is Status.UNREVIEWED
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_parts_that_are_said_as_suggested_are_accepted_with_the_role():
    review = one(suggestion("p", Slot.FORCE, 3))
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 3))
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.ACCEPTED


def test_the_suggested_role_on_top_of_a_corrected_part_makes_the_entry_corrected():
    review = one(suggestion("p", Slot.FORCE, 3))
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 5))
    do(review, editing.label(review, ANNA, ["p"], Slot.ROLE, "recommendation"))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_a_part_of_an_entry_whose_role_is_said_makes_it_corrected_at_once():
    review = one(suggestion("p", Slot.FORCE, 3))
    do(review, editing.label(review, ANNA, ["p"], Slot.ROLE, "recommendation"))
    assert review.status("p", ANNA.id) is Status.ACCEPTED
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 5))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_an_entry_whose_role_is_taken_back_waits_again():
    review = one()
    do(review, editing.accept(review, ANNA, ["p"]))
    edit = do(review, editing.label(review, ANNA, ["p"], Slot.ROLE, None))
    assert review.status("p", ANNA.id) is Status.UNREVIEWED
    do(review, edit.inverse())
    assert review.status("p", ANNA.id) is Status.ACCEPTED


def test_what_became_of_a_recommendation_corrects_nothing_in_it():
    review = one()
    do(review, editing.link_answer(review, ANNA, "p", "q", Response.ACCEPTED))
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.ACCEPTED


def test_an_entry_with_another_recommendation_waits_for_its_role_and_is_corrected_then():
    review = one()
    do(review, editing.add_recommendation(review, ANNA, "p"))
    assert review.status("p", ANNA.id) is Status.UNREVIEWED
    do(review, editing.accept(review, ANNA, ["p"]))
    assert review.status("p", ANNA.id) is Status.CORRECTED


def test_a_value_without_words_keeps_the_others_in_their_places():
    review = one()
    do(review, editing.add_value(review, ANNA, "p", Slot.THEMES, "reporting"))
    do(review, editing.add_value(review, ANNA, "p", Slot.THEMES, "assistance", SECOND))
    assert shown(review, Slot.THEMES).decision.evidence == (NO_WORDS, SECOND)
    do(review, editing.set_text(review, ANNA, "p", "All " + TEXT))
    moved = Span(SECOND.start + 4, SECOND.end + 4)
    assert shown(review, Slot.THEMES).decision.evidence == (NO_WORDS, moved)


def test_saying_a_value_again_gives_it_words_and_does_not_double_it():
    review = one()
    for span in (NO_WORDS, SECOND):
        do(review, editing.add_value(review, ANNA, "p", Slot.THEMES, "assistance", span))
    assert shown(review, Slot.THEMES).value == ["assistance"]
    assert shown(review, Slot.THEMES).decision.evidence == (SECOND,)


def test_somebody_named_takes_the_place_of_implicit():
    review = one(suggestion("p", Slot.ADDRESSEES, ["implicit"]))
    do(review, editing.add_value(review, ANNA, "p", Slot.ADDRESSEES, "states-parties", Span(0, 6)))
    assert shown(review, Slot.ADDRESSEES).value == ["states-parties"]
    assert shown(review, Slot.ADDRESSEES).decision.evidence == (Span(0, 6),)


def test_a_further_recommendation_has_values_of_its_own_and_goes_again():
    review = one(suggestion("p", Slot.FORCE, 3), suggestion("p", Slot.ADDRESSEES, ["states-parties"]))
    edit = do(review, editing.add_recommendation(review, ANNA, "p"))
    assert edit.name.startswith("add a second recommendation")
    assert review.frames("p") == 2
    assert shown(review, Slot.FORCE, frame=1).value == 3
    edit = do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 4, frame=1))
    assert edit.name.endswith("(second recommendation)")
    assert (shown(review, Slot.FORCE).value, shown(review, Slot.FORCE, frame=1).value) == (3, 4)
    edit = do(review, editing.remove_recommendation(review, ANNA, "p", 1))
    assert review.frames("p") == 1
    do(review, edit.inverse())
    assert shown(review, Slot.FORCE, frame=1).value == 4
    with pytest.raises(editing.NotPossible, match="first recommendation stays"):
        editing.remove_recommendation(review, ANNA, "p", 0)


def test_a_further_recommendation_where_nobody_said_how_strong_the_first_is_recommends():
    review = one()
    do(review, editing.add_recommendation(review, ANNA, "p"))
    assert shown(review, Slot.FORCE, frame=1).value == 3
    assert shown(review, Slot.ADDRESSEES, frame=1).value is None


def test_a_heading_holds_no_recommendations():
    with pytest.raises(editing.NotPossible, match="Only paragraphs and list items"):
        editing.add_recommendation(review_of([("I", None, S, "One")]), ANNA, "I")


def test_accepting_makes_every_part_of_every_recommendation_ones_own():
    review = one(
        suggestion("p", Slot.TIME_FRAME, [TIME], evidence=(BY,)),
        suggestion("p", Slot.TASK, "report by 2030"),
        suggestion("p", Slot.VERB, "should", frame=1, evidence=(SECOND,)),
    )
    do(review, editing.accept(review, ANNA, ["p"]))
    assert shown(review, Slot.TASK).source is Source.OWN
    assert shown(review, Slot.TIME_FRAME).decision.evidence == (BY,)
    assert shown(review, Slot.VERB, frame=1).source is Source.OWN
    assert review.status("p", ANNA.id) is Status.ACCEPTED


def test_accepting_what_is_sure_leaves_unsure_parts_suggestions():
    unsure = Decision(DecisionKey("p", Slot.TASK, MACHINE.id), "report", None, (), 0.5, "task")
    review = one(suggestion("p", Slot.FORCE, 3), unsure)
    do(review, editing.accept(review, ANNA, ["p"], 0.8))
    assert shown(review, Slot.FORCE).source is Source.OWN
    assert shown(review, Slot.TASK).source is Source.SUGGESTED


def test_a_cut_between_two_recommendations_gives_each_half_its_own():
    review = one(
        suggestion("p", Slot.VERB, "should", evidence=(Span(7, 13),)),
        suggestion("p", Slot.TIME_FRAME, [TIME], evidence=(BY,)),
        suggestion("p", Slot.VERB, "should", frame=1, evidence=(SECOND,)),
        suggestion("p", Slot.ADDRESSEES, ["secretariat"], frame=1),
    )
    edit = do(review, editing.split(review, ANNA, "p", TEXT.index("and the")))
    half = edit.focus
    assert review.frames("p") == review.frames(half) == 1
    assert shown(review, Slot.ADDRESSEES, half).value == ["secretariat"]
    assert shown(review, Slot.ADDRESSEES).value is None
    assert shown(review, Slot.TIME_FRAME, half).value is None
    verb = shown(review, Slot.VERB, half).decision.evidence[0]
    assert review.outline[half].text[verb.start : verb.end] == "should"
    do(review, edit.inverse())
    assert review.frames("p") == 2
    assert shown(review, Slot.VERB, frame=1).decision.evidence == (SECOND,)


def test_values_go_with_their_words_where_one_recommendation_is_cut():
    values = [{"kind": "law", "text": "x"}, {"kind": "extent", "text": "y"}]
    review = one(suggestion("p", Slot.CONDITIONS, values, (BY, SECOND)))
    edit = do(review, editing.split(review, ANNA, "p", TEXT.index("and the")))
    assert [one["text"] for one in shown(review, Slot.CONDITIONS).value] == ["x"]
    assert [one["text"] for one in shown(review, Slot.CONDITIONS, edit.focus).value] == ["y"]


def test_joining_two_recommendations_keeps_both():
    review = review_of(
        [("p", None, P, "States should report."), ("q", None, P, "The Secretariat should assist.")],
        [
            suggestion("p", Slot.ROLE, "recommendation"),
            suggestion("q", Slot.ROLE, "recommendation"),
            suggestion("p", Slot.FORCE, 3),
            suggestion("q", Slot.FORCE, 4, evidence=(Span(16, 22),)),
        ],
    )
    edit = do(review, editing.merge_with_previous(review, ANNA, "q"))
    assert review.frames("p") == 2
    second = shown(review, Slot.FORCE, frame=1)
    assert second.value == 4
    assert review.outline["p"].text[slice(*second.decision.evidence[0])] == "should"
    do(review, edit.inverse())
    assert (review.frames("p"), shown(review, Slot.FORCE, "q").value) == (1, 4)


def test_a_note_stands_on_any_kind_beside_others_and_says_nothing_of_the_review():
    review = review_of([("I", None, S, "Findings")])
    edit = do(review, editing.set_note(review, ANNA, "I", " Ask Bob.\nSoon. "))
    assert edit.name == "note on “Findings”"
    assert [note.value for note in review.notes("I")] == ["Ask Bob.\nSoon."]
    assert review.status("I", ANNA.id) is Status.UNREVIEWED
    do(review, editing.set_note(review, ANNA, "I", "  "))
    assert review.notes("I") == []
    assert review.decision(DecisionKey("I", Slot.NOTE, ANNA.id)) is None


CHAIN = [("p", None, P, "States should:"), ("a", "p", I, "act, that is:"), ("i", "a", I, "at once")]
_DOWN = "inherited from the lead-in"
_ROLES = [suggestion(node, Slot.ROLE, "recommendation", (), rule)
          for node, rule in (("p", "verb"), ("a", _DOWN), ("i", _DOWN))]  # fmt: skip


def test_what_a_lead_in_says_comes_down_past_an_item_that_says_nothing():
    down = suggestion("i", Slot.FORCE, 3, rule=_DOWN)
    review = review_of(CHAIN, [*_ROLES, suggestion("p", Slot.FORCE, 3), down])
    do(review, editing.label(review, ANNA, ["p"], Slot.FORCE, 5))
    assert (shown(review, Slot.FORCE, "i").value, shown(review, Slot.FORCE, "i").node) == (5, "p")
    do(review, editing.label(review, ANNA, ["a"], Slot.FORCE, 2))
    assert (shown(review, Slot.FORCE, "i").value, shown(review, Slot.FORCE, "i").node) == (2, "a")
    do(review, editing.label(review, ANNA, ["i"], Slot.FORCE, 1))
    assert shown(review, Slot.FORCE, "i").source is Source.OWN


def test_items_take_what_a_person_adds_to_their_lead_in():
    review = review_of(CHAIN, _ROLES)
    do(review, editing.add_value(review, ANNA, "p", Slot.TIME_FRAME, TIME))
    do(review, editing.add_value(review, ANNA, "p", Slot.THEMES, "harbours"))
    assert shown(review, Slot.TIME_FRAME, "i").source is Source.INHERITED
    assert shown(review, Slot.TIME_FRAME, "i").value == [TIME]
    assert shown(review, Slot.THEMES, "i").value is None, "themes are each item's own"
    do(review, editing.remove_value(review, ANNA, "i", Slot.TIME_FRAME, 0))
    assert (shown(review, Slot.TIME_FRAME, "i").value, shown(review, Slot.TIME_FRAME, "a").value) == (
        [],
        [TIME],
    )


def test_the_last_recommendation_of_a_lead_in_comes_down():
    further = suggestion("p", Slot.FORCE, 4, frame=1)
    down = suggestion("i", Slot.FORCE, 3, rule=_DOWN)
    review = review_of(CHAIN, [*_ROLES, suggestion("p", Slot.FORCE, 3), further, down])
    assert shown(review, Slot.FORCE, "a").value == shown(review, Slot.FORCE, "i").value == 4


def test_when_one_goes_the_next_recommendations_move_up():
    review = one(*(suggestion("p", Slot.FORCE, force, frame=frame) for frame, force in enumerate((1, 2, 3))))
    edit = do(review, editing.remove_recommendation(review, ANNA, "p", 1))
    assert review.frames("p") == 2
    assert shown(review, Slot.FORCE, frame=1).value == 3
    do(review, edit.inverse())
    assert [shown(review, Slot.FORCE, frame=frame).value for frame in range(3)] == [1, 2, 3]
