from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.labels import Slot, Span, Status
from model.nodes import Kind, Region
from tests.model.outlines import ANNA, LIST, do, review_of, suggestion, tree, words_of

S, P, I = Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM  # noqa: E741


def test_what_has_no_place_is_refused_with_a_sentence():
    review = review_of([("p", None, P, "text"), ("I", None, S, "One"), ("A", "I", S, "Alpha")])
    with pytest.raises(editing.NotPossible, match="nothing before"):
        editing.demote(review, ANNA, ["p"])
    with pytest.raises(editing.NotPossible, match="only be below another heading"):
        editing.demote(review, ANNA, ["I"])
    with pytest.raises(editing.NotPossible, match="top level"):
        editing.promote(review, ANNA, ["I"])
    with pytest.raises(editing.NotPossible, match="into itself"):
        editing.move(review, ANNA, ["I"], "A", None)


@pytest.mark.parametrize(
    ("ids", "parent", "before"), [(["b"], "p", "c"), (["c"], "p", None), (["a", "b"], "p", "c")]
)
def test_what_is_put_where_it_stands_is_not_corrected(ids, parent, before):
    review = review_of(LIST)
    with pytest.raises(editing.NotPossible, match="It is there already"):
        editing.move(review, ANNA, ids, parent, before)


def test_a_number_that_was_pasted_is_one_line():
    review = review_of([("p", None, P, "text")])
    do(review, editing.set_number(review, ANNA, "p", " 12\n\tbis\r\n"))
    assert review.outline["p"].number == "12 bis"


@pytest.mark.parametrize("action", [editing.accept, editing.flag, editing.promote, editing.merge])
def test_nothing_selected_and_what_is_gone_are_refused_with_a_sentence(action):
    review = review_of([("p", None, P, "text")])
    with pytest.raises(editing.NotPossible, match="Select an entry first"):
        action(review, ANNA, [])
    with pytest.raises(editing.NotPossible, match=r"no longer there|Select an entry first"):
        action(review, ANNA, ["gone"])


def test_a_paragraph_broken_over_a_page_is_merged_with_its_labels_anchors_and_items():
    review = review_of(
        [
            ("p", None, P, "States parties should"),
            ("f", "p", Kind.FOOTNOTE, "See resolution 5/3."),
            ("q", None, P, "ratify:"),
            ("a", "q", I, "one"),
            ("r", None, P, "next"),
        ],
        [suggestion("p", Slot.ROLE, "recommendation", Span(15, 21)), suggestion("q", Slot.ROLE, "other")],
    )
    regions = review.outline["p"].anchor.regions + review.outline["q"].anchor.regions
    do(review, editing.merge_with_previous(review, ANNA, "q"))
    assert tree(review) == [
        (0, "paragraph", "States parties should ratify:"),
        (1, "footnote", "See resolution 5/3."),
        (1, "item", "one"),
        (0, "paragraph", "next"),
    ]
    assert review.outline["p"].anchor.regions == regions
    assert review.outline["p"].is_put_right
    assert review.shown("p", Slot.ROLE, ANNA.id).value == "recommendation"
    assert review.decisions("q") == []


@pytest.mark.parametrize(
    ("kind", "number", "printed"), [(P, "13", "13."), (I, "b", "(b)"), (I, "13", "13."), (I, "–", "–")]
)
def test_merging_turns_a_misread_number_back_into_words(kind, number, printed):
    review = review_of([("p", None, P, "as said in article"), ("q", "p", kind, "of the Protocol")])
    do(review, editing.set_number(review, ANNA, "q", number))
    do(review, editing.merge_with_previous(review, ANNA, "q"))
    assert review.outline["p"].text == f"as said in article {printed} of the Protocol"


def test_merging_keeps_the_marks_of_notes_with_their_words():
    review = review_of([("p", None, P, "as said in article1"), ("q", None, P, "13 of the Protocol2")])
    for node_id, mark in (("p", [18, "1"]), ("q", [18, "2"])):
        review.outline.put(replace(review.outline[node_id], extra={"marks": [mark]}))
    do(review, editing.merge_with_previous(review, ANNA, "q"))
    merged = review.outline["p"]
    assert [(merged.text[offset], mark) for offset, mark in merged.extra["marks"]] == [("1", "1"), ("2", "2")]


def test_a_heading_and_a_paragraph_are_not_merged():
    review = review_of([("I", None, S, "One"), ("p", "I", P, "text")])
    with pytest.raises(editing.NotPossible, match="no text before"):
        editing.merge_with_previous(review, ANNA, "p")


def test_several_paragraphs_become_one_with_what_hangs_below_them():
    review = review_of(
        [
            ("p", None, P, "States parties"),
            ("q", None, P, "should"),
            ("r", None, P, "ratify:"),
            ("a", "r", I, "one"),
            ("s", None, P, "next"),
        ],
        [suggestion("r", Slot.ROLE, "other", Span(0, 6))],
    )
    edit = editing.merge(review, ANNA, ["r", "p", "q"])
    assert (edit.name, edit.focus) == ("merge 3 entries", "p")
    before = tree(review)
    do(review, edit)
    assert tree(review) == [
        (0, "paragraph", "States parties should ratify:"),
        (1, "item", "one"),
        (0, "paragraph", "next"),
    ]
    do(review, edit.inverse())
    assert tree(review) == before


def test_a_lead_in_takes_its_items_in():
    review = review_of(
        [("p", None, P, "to:"), ("a", "p", I, "one;"), ("b", "p", I, "two"), ("c", "p", I, "three")]
    )
    do(review, editing.merge(review, ANNA, ["p", "a", "b"]))
    assert tree(review) == [(0, "paragraph", "to: one; two"), (1, "item", "three")]


def test_a_heading_and_what_follows_it_are_not_merged():
    review = review_of([("I", None, S, "One"), ("p", "I", P, "text"), ("q", "I", P, "more")])
    with pytest.raises(editing.NotPossible, match="Headings, text, tables and notes"):
        editing.merge(review, ANNA, ["I", "p", "q"])


def test_one_entry_is_merged_with_the_one_before():
    review = review_of([("p", None, P, "one"), ("q", None, P, "two")])
    do(review, editing.merge(review, ANNA, ["q"]))
    assert tree(review) == [(0, "paragraph", "one two")]


def test_entries_with_others_between_them_are_not_merged():
    review = review_of([("p", None, P, "one"), ("q", None, P, "two"), ("r", None, P, "three")])
    with pytest.raises(editing.NotPossible, match="Only entries that follow one another"):
        editing.merge(review, ANNA, ["p", "r"])


def test_splitting_shares_text_number_children_evidence_and_rectangles():
    text = "States should ratify; (b) The Secretariat should report"
    review = review_of(
        [("p", None, P, text), ("i", "p", I, "item"), ("z", None, P, "next")],
        [suggestion("p", Slot.VERB, "should", Span(7, 13), Span(42, 48))],
    )
    do(review, editing.split(review, ANNA, "p", 22))
    first, second = review.outline.children(None)[:2]
    assert (first.text, second.number, second.text) == (
        "States should ratify;",
        "b",
        "The Secretariat should report",
    )
    assert [n.id for n in review.outline.children(second.id)] == ["i"]
    (of_first,), (of_second,) = [
        [d for d in review.decisions(n.id) if d.key.slot is Slot.VERB] for n in (first, second)
    ]
    assert [first.text[s.start : s.end] for s in of_first.evidence] == ["should"]
    assert [second.text[s.start : s.end] for s in of_second.evidence] == ["should"]
    assert first.anchor.regions[0].y1 == second.anchor.regions[0].y0
    assert second.anchor.quote == "(b) The Secretariat should report" or second.anchor.quote == second.text


@pytest.mark.parametrize("offset", [0, 8])
def test_nothing_is_split_where_no_words_stand_on_one_side(offset):
    review = review_of([("p", None, P, "It met. ")])
    with pytest.raises(editing.NotPossible, match="between two words"):
        editing.split(review, ANNA, "p", offset)


def test_what_is_split_is_put_right():
    review = review_of([("p", None, P, "It met. It closed.")])
    do(review, editing.split(review, ANNA, "p", 8))
    assert review.outline["p"].is_put_right


def test_correcting_words_moves_evidence_behind_the_correction():
    review = review_of(
        [("p", None, P, "Sttes parties should ratify")], [suggestion("p", Slot.FORCE, 3, Span(14, 20))]
    )
    do(review, editing.set_text(review, ANNA, "p", "States parties should ratify"))
    (decision,) = [d for d in review.decisions("p") if d.key.slot is Slot.FORCE]
    (span,) = decision.evidence
    assert review.outline["p"].text == "States parties should ratify"
    assert review.outline["p"].text[span.start : span.end] == "should"
    assert review.outline["p"].anchor.quote == "Sttes parties should ratify"


def test_a_new_heading_takes_what_follows_it():
    review = review_of(
        [("I", None, S, "One"), ("h", "I", P, "A heading"), ("p", "I", P, "text"), ("B", "I", S, "Beta")]
    )
    do(review, editing.set_kind(review, ANNA, ["h"], S))
    assert [(n.id, n.parent, n.level) for n in review.outline] == [
        ("I", None, 1),
        ("h", "I", 2),
        ("p", "h", None),
        ("B", "I", 2),
    ]


def test_items_below_an_item_that_becomes_a_heading_are_no_items_of_items_any_more():
    review = review_of([("I", None, S, "One"), ("a", "I", I, "An item"), ("i", "a", I, "below it")])
    do(review, editing.set_kind(review, ANNA, ["a"], S))
    assert [(n.kind, n.level) for n in review.outline] == [(S, 1), (S, 2), (I, 1)]


def test_what_was_moved_or_drawn_is_put_right():
    review = review_of([("I", None, S, "One"), ("II", None, S, "Two"), ("p", "II", P, "text")])
    do(review, editing.move(review, ANNA, ["p"], "I", None))
    assert review.outline["p"].is_put_right
    do(review, editing.demote(review, ANNA, ["II"]))
    assert review.status("II", ANNA.id) is Status.CORRECTED
    drawn = editing.insert_node(review, ANNA, Kind.FIGURE, (Region(1, 72, 0, 90, 20),), "I", None)
    do(review, drawn)
    assert review.status(drawn.focus, ANNA.id) is Status.CORRECTED


def test_a_heading_that_is_none_becomes_text_of_the_section_before():
    review = review_of(
        [
            ("I", None, S, "One"),
            ("p", "I", P, "text"),
            ("II", None, S, "no heading"),
            ("q", "II", P, "more"),
            ("III", None, S, "Three"),
        ]
    )
    do(review, editing.set_kind(review, ANNA, ["II"], P))
    assert [(n.id, n.parent) for n in review.outline] == [
        ("I", None),
        ("p", "I"),
        ("II", "I"),
        ("q", "I"),
        ("III", None),
    ]


def test_deleting_to_furniture_and_back_changes_nothing_else():
    review = review_of([("p", None, P, "lead-in:"), ("a", "p", I, "one"), ("q", None, P, "next")])
    do(review, editing.delete_to_furniture(review, ANNA, ["p"]))
    assert [(n.id, n.parent, n.kind) for n in review.outline] == [
        ("p", None, Kind.FURNITURE),
        ("a", None, I),
        ("q", None, P),
    ]
    assert words_of(review) == ["lead-in:", "one", "next"]


def test_a_step_is_named_by_the_number_as_it_is_printed():
    review = review_of(
        [("p", None, P, "recommended that:"), ("a", "p", I, "one"), ("b", "p", I, "two words")]
    )
    do(review, editing.set_number(review, ANNA, "a", "a"))
    do(review, editing.set_number(review, ANNA, "p", "12"))
    assert [editing.accept(review, ANNA, [node]).name for node in ("p", "a", "b")] == [
        "accept 12",
        "accept (a)",
        "accept “two words”",
    ]
