"""Doubts that come up in review, and the one-step repairs of those that show what went wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.doubts import DoubtKind, ReviewDoubtKind, Standing
from model.labels import Role, Slot, Status
from model.nodes import Anchor, Kind, Node, Region
from model.repairs import repair_of
from model.review import Review
from model.review_doubts import all_doubts
from tests.model.outlines import ANNA, review_of, suggestion


def numbered(rows, decisions=()):
    """Rows of (id, parent, kind, number, text)."""
    plain = review_of([(node, parent, kind, text) for node, parent, kind, _, text in rows], decisions)
    numbers = {row[0]: row[3] for row in rows}
    nodes = [replace(node, number=numbers[node.id]) for node in plain.outline]
    return Review(plain.document, nodes, decisions, plain.machines)


def found_in(review, kind=None, standings=None):
    found = all_doubts(list(review.outline), standings or {})
    return [one for one in found if kind is None or one.kind is kind]


def repaired(review, found):
    repair = repair_of(found, review)
    assert repair is not None
    edit = repair.build(review, ANNA)
    assert edit is not None
    review.apply(edit)
    return repair.label


def test_a_missing_number_inside_the_text_before_is_split_off():
    review = numbered([
        ("a", None, Kind.PARAGRAPH, "1", "The meeting opened. 2. It elected a Chair."),
        ("b", None, Kind.PARAGRAPH, "3", "It adopted its agenda."),
    ])  # fmt: skip
    gap = found_in(review, DoubtKind.GAP)[0]
    assert repaired(review, gap) == "Split at 2."
    assert [(n.number, n.text) for n in review.outline] == [
        ("1", "The meeting opened."), ("2", "It elected a Chair."), ("3", "It adopted its agenda."),
    ]  # fmt: skip
    assert found_in(review) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "To meet and (b) To report"),
        ("fr", "Se réunir et (b) Faire rapport"),
        ("es", "Reunirse o (b) Informar"),
        ("ru", "Собраться или (b) Доложить"),
    ],
)
def test_a_missing_item_is_split_off_behind_a_conjunction_of_the_reports_language(language, text):
    review = numbered([
        ("a", None, Kind.PARAGRAPH, "1", "Decides:"),
        ("b", "a", Kind.ITEM, "a", text),
        ("c", "a", Kind.ITEM, "c", "To close."),
    ])  # fmt: skip
    review.document = replace(review.document, language=language)
    assert repaired(review, found_in(review, DoubtKind.GAP)[0]) == "Split at (b)"


def test_a_missing_item_is_split_off_too_and_a_mere_mention_is_not():
    review = numbered([
        ("a", None, Kind.PARAGRAPH, "1", "Decides:"),
        ("b", "a", Kind.ITEM, "a", "To meet; (b) To report;"),
        ("c", "a", Kind.ITEM, "c", "To close."),
        ("d", None, Kind.PARAGRAPH, "2", "As stated in article 3. of the treaty"),
        ("e", None, Kind.PARAGRAPH, "4", "It closed."),
    ])  # fmt: skip
    first, second = found_in(review, DoubtKind.GAP)
    assert repair_of(first, review) is None or first.node == "c"
    by_node = {one.node: one for one in (first, second)}
    assert repair_of(by_node["e"], review) is None
    assert repaired(review, by_node["c"]) == "Split at (b)"
    assert [n.number for n in review.outline.children("a")] == ["a", "b", "c"]


def test_a_missing_number_that_was_taken_out_is_brought_back():
    review = numbered([
        ("a", None, Kind.PARAGRAPH, "1", "Decides:"),
        ("b", "a", Kind.ITEM, "a", "To meet;"),
        ("c", "a", Kind.FURNITURE, "b", "To report;"),
        ("d", "a", Kind.ITEM, "c", "To close."),
        ("e", None, Kind.FURNITURE, "", "A/1/2"),
        ("f", None, Kind.FURNITURE, "2", "It opened."),
        ("g", None, Kind.PARAGRAPH, "3", "It closed."),
    ])  # fmt: skip
    gaps = found_in(review, DoubtKind.GAP)
    names = [repair_of(gap, review).build(review, ANNA).name for gap in gaps]
    assert sorted(names) == ["bring back (b)", "bring back 2"]
    labels = {repaired(review, gap) for gap in gaps}
    assert labels == {"Bring back (b)", "Bring back 2."}
    assert [n.number for n in review.outline.children("a")] == ["a", "b", "c"]
    assert review.outline["f"].kind is Kind.PARAGRAPH
    assert review.outline["e"].kind is Kind.FURNITURE
    assert found_in(review, DoubtKind.GAP) == []


def test_a_number_that_stands_twice_is_renumbered_where_the_next_shows_how():
    rows = [(str(i), None, Kind.PARAGRAPH, number, "Text.") for i, number in enumerate(["1", "2", "2", "4"])]
    review = numbered(rows)
    repeat = found_in(review, DoubtKind.REPEAT)[0]
    assert repaired(review, repeat) == "Renumber to 3."
    assert [n.number for n in review.outline] == ["1", "2", "3", "4"]
    unclear = numbered([*rows[:3], ("3", None, Kind.PARAGRAPH, "3", "Text.")])
    assert repair_of(found_in(unclear, DoubtKind.REPEAT)[0], unclear) is None


def test_a_list_within_a_list_goes_one_level_down():
    review = numbered([
        ("p", None, Kind.PARAGRAPH, "1", "Lists:"),
        *((f"i{n}", "p", Kind.ITEM, n, f"Item {n}") for n in ("a", "b", "i", "ii", "c")),
    ])  # fmt: skip
    found = found_in(review)
    assert [one.kind for one in found] == [ReviewDoubtKind.LEVEL]
    assert found[0].text == "Items (i) and (ii) count on their own between (b) and (c)."
    assert repaired(review, found[0]) == "Demote 2 items"
    assert [n.number for n in review.outline.children("p")] == ["a", "b", "c"]
    assert [n.number for n in review.outline.children("ib")] == ["i", "ii"]
    assert found_in(review) == []


def test_an_item_that_goes_on_from_the_one_above_goes_one_level_up():
    review = numbered([
        ("p", None, Kind.PARAGRAPH, "1", "Lists:"),
        ("a", "p", Kind.ITEM, "a", "A"), ("b", "p", Kind.ITEM, "b", "B"),
        ("i", "b", Kind.ITEM, "i", "One"), ("ii", "b", Kind.ITEM, "ii", "Two"),
        ("c", "b", Kind.ITEM, "c", "C"),
    ])  # fmt: skip
    found = found_in(review)
    assert [one.kind for one in found] == [ReviewDoubtKind.LEVEL], "the break in the numbering is explained"
    assert repaired(review, found[0]) == "Promote (c)"
    assert [n.number for n in review.outline.children("p")] == ["a", "b", "c"]


def test_items_that_hang_below_the_one_before_them_go_one_level_up_together():
    """As they do where the first of a list was promoted alone."""
    review = numbered([
        ("p", None, Kind.PARAGRAPH, "1", "Lists:"), ("i", "p", Kind.ITEM, "i", "One"),
        ("ii", "i", Kind.ITEM, "ii", "Two"), ("iii", "i", Kind.ITEM, "iii", "Three"),
    ])  # fmt: skip
    (found,) = found_in(review)
    assert found.text == "Items (ii) and (iii) go on from (i), but are one level below it."
    assert repaired(review, found) == "Promote 2 items"
    assert [n.number for n in review.outline.children("p")] == ["i", "ii", "iii"]


def test_a_list_that_opens_below_the_item_that_it_would_follow_as_a_letter_is_no_doubt():
    review = numbered([
        ("p", None, Kind.PARAGRAPH, "1", "Lists:"), ("h", "p", Kind.ITEM, "h", "Eighth"),
        ("i", "h", Kind.ITEM, "i", "One"), ("ii", "h", Kind.ITEM, "ii", "Two"),
    ])  # fmt: skip
    assert found_in(review, ReviewDoubtKind.LEVEL) == []


def test_items_can_be_given_the_role_of_their_lead_in():
    said = [suggestion("p", Slot.ROLE, "recommendation"), suggestion("a", Slot.ROLE, "recommendation"),
            suggestion("b", Slot.ROLE, "statement")]  # fmt: skip
    review = numbered([("p", None, Kind.PARAGRAPH, "1", "Recommends:"), ("a", "p", Kind.ITEM, "a", "A"),
                       ("b", "p", Kind.ITEM, "b", "B")], said)  # fmt: skip
    standings = {"p": Standing(Role.RECOMMENDATION), "a": Standing(Role.RECOMMENDATION),
                 "b": Standing(Role.STATEMENT)}  # fmt: skip
    found = found_in(review, ReviewDoubtKind.ROLES, standings)
    assert [one.text for one in found] == [
        "Paragraph 1 leads in 2 items: 1 of them statement, not recommendation."
    ]
    assert repaired(review, found[0]) == "Mark 1 item as recommendation"
    assert review.shown("b", Slot.ROLE, ANNA.id).value == "recommendation"
    settled = standings | {"b": Standing(Role.STATEMENT, Status.CORRECTED)}
    assert found_in(review, ReviewDoubtKind.ROLES, settled) == []


def test_a_list_that_agrees_below_a_procedural_lead_in_is_no_doubt():
    rows = [("p", None, Kind.PARAGRAPH, "1", "These were made:"), ("a", "p", Kind.ITEM, "a", "A"),
            ("b", "p", Kind.ITEM, "b", "B"), ("c", "p", Kind.ITEM, "c", "C")]  # fmt: skip
    review = numbered(rows)
    agreed = {"p": Standing(Role.PROCEDURAL), **{n: Standing(Role.RECOMMENDATION) for n in "abc"}}
    assert found_in(review, ReviewDoubtKind.ROLES, agreed) == []
    mixed = agreed | {"b": Standing(Role.STATEMENT)}
    found = found_in(review, ReviewDoubtKind.ROLES, mixed)
    assert [(one.nodes, one.wanted) for one in found] == [(("b",), "recommendation")]


def test_two_entries_on_one_place_are_told_once_and_neighbours_are_not():
    review = review_of([("a", None, Kind.PARAGRAPH, "One"), ("b", None, Kind.PARAGRAPH, "Two"),
                        ("c", None, Kind.PARAGRAPH, "Three")])  # fmt: skip
    places = {"a": (100, 150), "b": (120, 170), "c": (169, 200)}
    nodes = [replace(n, anchor=Anchor((Region(1, 72, places[n.id][0], 500, places[n.id][1]),), n.text))
             for n in review.outline]  # fmt: skip
    found = [one for one in all_doubts(nodes, {}) if one.kind is ReviewDoubtKind.OVERLAP]
    assert [(one.node, one.nodes) for one in found] == [("b", ("a", "b"))]


def test_only_items_have_their_letters_in_brackets():
    place = Anchor((Region(1, 72, 100, 500, 150),), "Wells")
    nodes = [Node("s", Kind.SECTION, "Wells", None, 1, 1, "IV", place),
             Node("i", Kind.ITEM, "Wells", "s", 1, 1, "a", place)]  # fmt: skip
    (found,) = all_doubts(nodes, {})
    assert found.text == "Section IV and Item (a) are in the same place on the page."


def test_what_is_accepted_is_no_longer_unsure():
    review = review_of([("a", None, Kind.PARAGRAPH, "One")])
    nodes = [replace(node, confidence=0.3) for node in review.outline]
    assert [one.kind for one in all_doubts(nodes, {})] == [DoubtKind.CONFIDENCE]
    assert all_doubts(nodes, {"a": Standing(None, Status.ACCEPTED)}) == []
