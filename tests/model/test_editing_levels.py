"""Headings and entries are promoted and demoted, and taken back to where they were."""

from __future__ import annotations

from model import editing
from model.labels import Role, Slot
from model.nodes import Kind
from tests.model.outlines import ANNA, LIST, do, review_of, tree, words_of

S, P, I = Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM  # noqa: E741


def test_promoting_a_heading_keeps_the_reading_order_and_takes_what_followed_it():
    review = review_of(
        [
            ("I", None, S, "One"),
            ("A", "I", S, "Alpha"),
            ("B", "I", S, "Beta"),
            ("p", "B", P, "text"),
            ("II", None, S, "Two"),
        ]
    )
    before = words_of(review)
    do(review, editing.promote(review, ANNA, ["A"]))
    assert tree(review) == [
        (0, "section", "One"),
        (0, "section", "Alpha"),
        (1, "section", "Beta"),
        (2, "paragraph", "text"),
        (0, "section", "Two"),
    ]
    assert [review.outline[i].level for i in ("I", "A", "B")] == [1, 1, 2]
    assert words_of(review) == before


def test_demoting_puts_a_heading_and_its_children_below_the_previous_one():
    review = review_of([("I", None, S, "One"), ("II", None, S, "Two"), ("A", "II", S, "Alpha")])
    do(review, editing.demote(review, ANNA, ["II"]))
    assert [(n.id, n.parent, n.level) for n in review.outline] == [
        ("I", None, 1),
        ("II", "I", 2),
        ("A", "II", 3),
    ]


def test_demoting_several_siblings_puts_all_below_the_one_before_them():
    review = review_of([("p", None, P, "lead-in:"), ("a", None, I, "one"), ("b", None, I, "two")])
    do(review, editing.demote(review, ANNA, ["b", "a"]))
    assert [(n.id, n.parent) for n in review.outline] == [("p", None), ("a", "p"), ("b", "p")]


def test_demoting_what_was_promoted_puts_all_where_it_was():
    review = review_of(LIST)
    start = list(review.outline)
    do(review, editing.promote(review, ANNA, ["b"]))
    assert [(n.id, n.parent) for n in review.outline][3:6] == [("b", "I"), ("i", "b"), ("c", "b")]
    do(review, editing.demote(review, ANNA, ["b"]))
    assert list(review.outline) == start


def test_entries_of_two_sections_are_taken_back_together():
    review = review_of(
        [("I", None, S, "One"), ("p", "I", P, "a"), ("II", None, S, "Two"), ("q", "II", P, "b")]
    )
    start = list(review.outline)
    do(review, editing.promote(review, ANNA, ["q", "p"]))
    do(review, editing.demote(review, ANNA, ["q", "p"]))
    assert list(review.outline) == start


def test_several_levels_up_are_taken_back_one_by_one():
    review = review_of(LIST)
    start = list(review.outline)
    for _ in range(2):
        do(review, editing.promote(review, ANNA, ["b"]))
    once = editing.demote(review, ANNA, ["b"])
    assert once.name == editing.promote(review_of(LIST), ANNA, ["b"]).name.replace("promote", "demote")
    do(review, once)
    do(review, editing.demote(review, ANNA, ["b"]))
    assert list(review.outline) == start


def test_promoting_what_was_demoted_puts_all_where_it_was():
    review = review_of(LIST)
    start = list(review.outline)
    do(review, editing.demote(review, ANNA, ["b", "c"]))
    do(review, editing.promote(review, ANNA, ["b", "c"]))
    assert list(review.outline) == start


def test_words_and_labels_that_came_meanwhile_stay_when_a_promotion_is_taken_back():
    review = review_of(LIST)
    places = [(n.id, n.parent, n.rank, n.level) for n in review.outline]
    do(review, editing.promote(review, ANNA, ["b"]))
    do(review, editing.set_text(review, ANNA, "b", "two, corrected"))
    do(review, editing.label(review, ANNA, ["b"], Slot.ROLE, Role.OTHER.value))
    do(review, editing.demote(review, ANNA, ["b"]))
    assert [(n.id, n.parent, n.rank, n.level) for n in review.outline] == places
    assert review.outline["b"].text == "two, corrected"
    assert review.shown("b", Slot.ROLE, ANNA.id).value == Role.OTHER


def test_a_promotion_is_not_taken_back_once_something_came_between():
    review = review_of(LIST)
    do(review, editing.promote(review, ANNA, ["b"]))
    do(review, editing.move(review, ANNA, ["q"], "I", "b"))
    before = words_of(review)
    do(review, editing.demote(review, ANNA, ["b"]))
    assert review.outline["b"].parent == "q"
    assert words_of(review) == before


def test_what_was_dragged_out_of_the_midst_of_a_list_is_demoted_to_its_end():
    review = review_of(LIST)
    do(review, editing.move(review, ANNA, ["a"], "I", "q"))
    before = words_of(review)
    do(review, editing.demote(review, ANNA, ["a"]))
    assert [n.id for n in review.outline.children("p")] == ["b", "c", "a"]
    assert words_of(review) == before
