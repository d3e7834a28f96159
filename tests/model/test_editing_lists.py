"""Entries of lists corrected by a person: the whole list becomes that person's word."""

from __future__ import annotations

import pytest

from model.editing import NotPossible, accept
from model.editing.listing import add_entry, change_entry, remove_entries
from model.labels import NO_WORDS, DecisionKey, Slot, Span
from model.nodes import Kind
from tests.model.outlines import ANNA, review_of, suggestion

TEXT = "The following States were represented: Norway, Burma and Ghana."
NORWAY = {"list": "attendance", "category": "states", "name": "Norway", "country": "Norway", "iso3": "NOR",
          "iso2": "NO", "m49": "578"}  # fmt: skip
BURMA = {"list": "attendance", "category": "states", "name": "Burma"}


def words(name):
    return Span(TEXT.index(name), TEXT.index(name) + len(name))


@pytest.fixture
def review():
    spans = (words("Norway"), words("Burma"))
    return review_of(
        [("1", None, Kind.PARAGRAPH, TEXT), ("t", None, Kind.TABLE, "HARB/1 Agenda")],
        [suggestion("1", Slot.ENTRIES, [NORWAY, BURMA], *spans)],
    )


def shown(review, node="1"):
    decision = review.shown(node, Slot.ENTRIES, ANNA.id).decision
    return decision.value, decision.evidence


def test_a_state_that_is_given_brings_its_codes_and_undoing_brings_the_suggestion_back(review):
    edit = change_entry(review, ANNA, "1", 1, BURMA, country="Birmanie")
    assert edit.name.startswith("change “Burma” in a list in")
    review.apply(edit)
    values, evidence = shown(review)
    assert values[1] == {**BURMA, "country": "Myanmar", "iso3": "MMR", "iso2": "MM", "m49": "104"}
    assert evidence == (words("Norway"), words("Burma"))
    review.apply(edit.inverse())
    assert shown(review)[0] == [NORWAY, BURMA]


def test_another_name_of_a_state_brings_its_codes_too(review):
    review.apply(change_entry(review, ANNA, "1", 0, NORWAY, name="Chile"))
    assert shown(review)[0][0]["iso3"] == "CHL"


def test_no_state_takes_the_codes_away(review):
    review.apply(change_entry(review, ANNA, "1", 0, NORWAY, country=" "))
    assert shown(review)[0][0] == {"list": "attendance", "category": "states", "name": "Norway"}


def test_an_entry_that_is_added_stands_where_its_words_are(review):
    ghana = {"list": "attendance", "category": "states", "name": "Ghana"}
    review.apply(add_entry(review, ANNA, "1", ghana, words("Ghana")))
    review.apply(add_entry(review, ANNA, "1", {**ghana, "name": "Chad"}))
    values, evidence = shown(review)
    assert [value["name"] for value in values] == ["Norway", "Burma", "Ghana", "Chad"]
    assert evidence[2:] == (words("Ghana"), NO_WORDS)


def test_tables_can_hold_entries_too(review):
    review.apply(add_entry(review, ANNA, "t", {"list": "documents", "name": "HARB/1"}, Span(0, 6)))
    assert shown(review, "t") == ([{"list": "documents", "name": "HARB/1"}], (Span(0, 6),))


def test_removed_entries_take_their_words_with_them(review):
    review.apply(remove_entries(review, ANNA, "1", {0}))
    assert shown(review) == ([BURMA], (words("Burma"),))
    review.apply(remove_entries(review, ANNA, "1", {0}))
    assert shown(review) == ([], ())


def test_the_review_of_the_paragraph_goes_no_further(review):
    review.apply(remove_entries(review, ANNA, "1", {0}))
    assert review.shown("1", Slot.STATUS, ANNA.id).value is None


@pytest.mark.parametrize(
    "fields",
    [{"country": "Atlantis"}, {"name": "  "}, {"list": "guests"}, {"category": "friends"}],
)
def test_what_cannot_be_is_refused_in_a_sentence(review, fields):
    with pytest.raises(NotPossible):
        change_entry(review, ANNA, "1", 0, NORWAY, **fields)


def test_a_list_that_changed_meanwhile_is_left_alone(review):
    with pytest.raises(NotPossible):
        change_entry(review, ANNA, "1", 0, BURMA, name="Chile")
    with pytest.raises(NotPossible):
        remove_entries(review, ANNA, "1", {7})
    assert change_entry(review, ANNA, "1", 1, BURMA, category="states") is None


def test_accepting_a_paragraph_accepts_its_list(review):
    edit = accept(review, ANNA, ["1", "t"])
    review.apply(edit)
    own = review.decision(DecisionKey("1", Slot.ENTRIES, ANNA.id))
    assert own.value == [NORWAY, BURMA]
    assert own.evidence == (words("Norway"), words("Burma"))
    assert review.decision(DecisionKey("t", Slot.ENTRIES, ANNA.id)) is None
    review.apply(edit.inverse())
    assert review.decision(DecisionKey("1", Slot.ENTRIES, ANNA.id)) is None
