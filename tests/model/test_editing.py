from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.edits import Edit
from model.labels import DecisionKey, Role, Slot, Span, Status
from model.nodes import MENDED, Kind, Region
from model.review import Review, Source
from tests.model.outlines import ANNA, review_of, suggestion, words_of

S, P, I = Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM  # noqa: E741


def tree(review: Review) -> list[tuple[int, str, str]]:
    """(depth, kind, text) of every node in reading order."""
    outline = review.outline
    return [(sum(1 for _ in outline.ancestors(n)), n.kind.value, n.text) for n in outline]


def do(review: Review, edit: Edit) -> Review:
    review.apply(edit)
    return review


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


LIST = [
    ("I", None, S, "One"),
    ("p", "I", P, "lead-in:"),
    ("a", "p", I, "one"),
    ("b", "p", I, "two"),
    ("i", "b", I, "below two"),
    ("c", "p", I, "three"),
    ("q", "I", P, "text"),
]


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
