"""Whatever people did to a report, and however a newer extraction sees it: nothing of theirs is lost."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from model import editing
from model.cells import cells_of, moved_right
from model.edits import DecisionChange, Edit
from model.extracting_again import UNMATCHED, extract_again
from model.labels import NO_WORDS, Decision, DecisionKey, Slot, Span, Status
from model.nodes import AGAIN, Anchor, Kind, Node, Region
from model.origins import Part, corrected, machine_nodes
from model.review import Review
from tests.model.extracted_again import DOCUMENT, NEWER, newer, same_again, suggestions
from tests.model.outlines import ANNA, MACHINE, review_of, reviews, suggestion
from tests.model.test_editing_properties import check_tree, edits, snapshot

P = Kind.PARAGRAPH


def reviewed(draw, review: Review, most: int = 6) -> list[Edit]:
    """Applies random edits and gives them."""
    done = []
    for _ in range(draw(st.integers(0, most)) if len(review.outline) else 0):
        edit = draw(edits(review))
        if edit:
            review.apply(edit)
            done.append(edit)
    return done


def words_of_people(review: Review) -> dict[DecisionKey, object]:
    return {
        decision.key: (decision.value, decision.decided_at)
        for node in review.outline
        for decision in review.decisions(node.id)
        if decision.key.reviewer == ANNA.id
    }


def check_kept(before: dict, corrections: dict, review: Review, again) -> None:
    after = words_of_people(review)
    assert {key: after.get(key) for key in before} == before, "every decision of a person stands"
    for node_id, (parts, node) in corrections.items():
        now = review.outline[node_id]
        assert Part.TEXT not in parts or now.text == node.text
        assert Part.NUMBER not in parts or now.number == node.number
        assert Part.KIND not in parts or now.kind is node.kind
        assert Part.ANCHOR not in parts or now.anchor == node.anchor
    marked = {node.id for node in review.outline if node.extra.get(AGAIN) == UNMATCHED}
    assert marked == set(again.unmatched)


def corrections_of(review: Review, done: list[Edit]) -> dict:
    made = machine_nodes(done)
    parts = {node.id: (corrected(node, made), node) for node in review.outline}
    return {node_id: found for node_id, found in parts.items() if found[0]}


@settings(max_examples=50, deadline=None)
@given(reviews(), st.data())
def test_no_word_of_a_person_is_lost_and_undo_restores_the_start(review: Review, data: st.DataObject):
    nodes, said = data.draw(newer(review))
    done = reviewed(data.draw, review)
    start, document = snapshot(review), review.document
    before, corrections = words_of_people(review), corrections_of(review, done)
    again = extract_again(review, done, DOCUMENT, nodes, said)
    review.apply(again.edit)
    check_tree(review)
    check_kept(before, corrections, review, again)
    assert review.document.extractor == "grammar@2"
    assert review.document.id == document.id
    review.apply(again.edit.inverse())
    assert snapshot(review) == start
    assert review.document == document


@settings(max_examples=40, deadline=None)
@given(reviews(), st.data())
def test_it_holds_for_a_third_extraction_after_more_review(review: Review, data: st.DataObject):
    first, second = data.draw(newer(review)), data.draw(newer(review))
    second = renamed(*second)
    done = reviewed(data.draw, review, 3)
    again = extract_again(review, done, DOCUMENT, *first)
    review.apply(again.edit)
    done += [again.edit, *reviewed(data.draw, review, 3)]
    before, corrections = words_of_people(review), corrections_of(review, done)
    again = extract_again(review, done, DOCUMENT, *second)
    review.apply(again.edit)
    check_tree(review)
    check_kept(before, corrections, review, again)


def renamed(nodes: list[Node], said: list[Decision]) -> tuple[list[Node], list[Decision]]:
    nodes = [replace(node, id=f"z{node.id}", parent=node.parent and f"z{node.parent}") for node in nodes]
    return nodes, suggestions(nodes)


@settings(max_examples=40, deadline=None)
@given(reviews(), st.data())
def test_the_same_extraction_again_changes_no_entry(review: Review, data: st.DataObject):
    nodes, said = same_again(review)
    done = reviewed(data.draw, review)
    before = list(review.outline)
    again = extract_again(review, done, DOCUMENT, nodes, said)
    review.apply(again.edit)
    assert list(review.outline) == before
    assert (again.added, again.gone, again.unmatched, again.changed) == (0, 0, (), ())


def entry(node_id: str, text: str, y: float, height: float = 18, number: str = "") -> Node:
    return Node(
        node_id, P, text, None, int(y) + 1, None, number, Anchor((Region(1, 72, y, 500, y + height),), text)
    )


def test_machine_labels_are_the_newer_ones_and_the_old_ones_go():
    review = review_of([("a", None, P, "States should act.")], [suggestion("a", Slot.ROLE, "statement"),
                                                                suggestion("a", Slot.FORCE, 3)])  # fmt: skip
    again = extract_again(review, [], DOCUMENT, *same_again(review))
    review.apply(again.edit)
    assert [(d.key.slot, d.key.reviewer, d.value) for d in review.decisions("a")] == [
        (Slot.ROLE, NEWER, "background")
    ]
    assert NEWER in review.machines
    assert MACHINE.id in review.machines


def test_an_entry_that_nobody_reviewed_goes_and_a_reviewed_one_stays_marked():
    review = review_of([("a", None, P, "Alpha alone here"), ("b", None, P, "Beta alone here"),
                        ("c", None, P, "Gamma alone here")])  # fmt: skip
    done = [editing.accept(review, ANNA, ["b"])]
    review.apply(done[0])
    again = extract_again(review, done, DOCUMENT, [entry("n", "Gamma alone here", 40)], [])
    review.apply(again.edit)
    assert [node.id for node in review.outline] == ["b", "c"]
    assert again.unmatched == ("b",)
    assert review.outline["b"].extra[AGAIN] == UNMATCHED
    assert review.status("b", ANNA.id) is Status.ACCEPTED
    assert again.edit.focus == "b"


def test_an_entry_merged_from_several_of_like_size_is_found_in_them():
    texts = ("Alpha alone here", "Beta alone here", "Gamma alone here", "Delta alone here")
    review = review_of([(text[0], None, P, text) for text in texts])
    nodes, said = same_again(review)
    done = [editing.merge(review, ANNA, [text[0] for text in texts])]
    review.apply(done[0])
    again = extract_again(review, done, DOCUMENT, nodes, said)
    review.apply(again.edit)
    assert [node.text for node in review.outline] == [" ".join(texts)]
    assert (again.added, again.gone, again.unmatched) == (0, 0, ())


def test_evidence_moves_with_its_words_or_is_dropped():
    text = "States should act, and ports should wait."
    review = review_of([("a", None, P, text)])
    where = {
        words: Span(text.index(words), text.index(words) + len(words)) for words in ("act", "ports", "wait")
    }
    said = [
        Decision(DecisionKey("a", Slot.VERB, ANNA.id), "act", None, (where["act"], where["wait"])),
        Decision(DecisionKey("a", Slot.ROLE, ANNA.id), "decision", None, (where["ports"],)),
    ]
    review = Review(review.document, list(review.outline), said, review.machines)
    new = entry("n", "All States should act, and harbours should wait.", 0)
    review.apply(extract_again(review, [], DOCUMENT, [new], []).edit)
    words = {
        decision.key.slot: [new.text[span.start : span.end] for span in decision.evidence]
        for decision in review.decisions("a")
    }
    assert words == {Slot.VERB: ["act", "wait"], Slot.ROLE: []}


def test_values_keep_their_places_where_the_words_of_one_are_gone():
    review = review_of([("a", None, P, "Act by 2030 and within two years.")])
    times = [{"kind": "deadline", "text": "by 2030"}, {"kind": "period", "text": "within two years"}]
    key = DecisionKey("a", Slot.TIME_FRAME, ANNA.id)
    said = Decision(key, times, evidence=(Span(4, 11), Span(16, 32)))
    review.apply(Edit("say", (DecisionChange(None, said),)))
    nodes = [replace(review.outline["a"], id="x", text="Act within two years.")]
    review.apply(extract_again(review, [], DOCUMENT, nodes, suggestions(nodes)).edit)
    kept = review.decision(key)
    assert kept is not None
    assert (kept.value, kept.evidence) == (times, (NO_WORDS, Span(4, 20)))


def test_entries_that_a_person_merged_stay_one():
    review = review_of([("a", None, P, "The first half of"), ("b", None, P, "what was torn apart")])
    nodes, said = same_again(review)
    done = [editing.merge_with_previous(review, ANNA, "b")]
    review.apply(done[0])
    again = extract_again(review, done, DOCUMENT, nodes, said)
    review.apply(again.edit)
    assert [node.text for node in review.outline] == ["The first half of what was torn apart"]
    assert again.unmatched == ()


def test_an_entry_divided_by_a_person_stays_divided():
    review = review_of([("a", None, P, "The first text. The second text.")])
    nodes, said = same_again(review)
    done = [editing.split(review, ANNA, "a", 15)]
    review.apply(done[0])
    again = extract_again(review, done, DOCUMENT, nodes, said)
    review.apply(again.edit)
    assert [node.text for node in review.outline] == ["The first text.", "The second text."]
    assert again.unmatched == ()


def test_of_an_entry_divided_between_its_recommendations_each_half_keeps_its_own():
    text = "States should ratify. Ports should report."
    said = [
        Decision(DecisionKey("a", Slot.VERB, MACHINE.id, 0), "should", None, (Span(7, 13),), 0.9),
        Decision(DecisionKey("a", Slot.VERB, MACHINE.id, 1), "should", None, (Span(28, 34),), 0.9),
    ]
    review = review_of([("a", None, P, text)], said)
    newer = [replace(one, key=one.key._replace(node="xa", reviewer=NEWER)) for one in said]
    nodes, _ = same_again(review)
    done = [editing.split(review, ANNA, "a", 22)]
    review.apply(done[0])
    review.apply(extract_again(review, done, DOCUMENT, nodes, newer).edit)
    assert [node.text for node in review.outline] == ["States should ratify.", "Ports should report."]
    assert [review.frames(node.id) for node in review.outline] == [1, 1]


def test_what_reads_otherwise_than_it_was_reviewed_is_listed():
    review = review_of([("a", None, P, "One two three four five six seven eight")])
    done = [editing.accept(review, ANNA, ["a"])]
    review.apply(done[0])
    new = [entry("n", "One two three", 0, 8), entry("m", "four five six seven eight", 8, 10)]
    again = extract_again(review, done, DOCUMENT, new, [])
    review.apply(again.edit)
    assert sorted(node.text for node in review.outline) == ["One two three", "four five six seven eight"]
    assert again.changed == ("a",)
    assert review.status("a", ANNA.id) is Status.ACCEPTED


def test_words_moved_between_the_cells_of_a_table_stay_there_however_often_it_is_extracted_again():
    words = "Ellery 4 Remarks on it"
    review = review_of([("t", None, Kind.TABLE, words)])
    by_machine = {"cells": [["Ellery", "4", "Remarks on it"]]}
    review.outline.put(replace(review.outline["t"], extra=by_machine))
    move = partial(moved_right, places={(0, 1)})
    done = [editing.change_cells(review, ANNA, "t", move, {})]
    review.apply(done[0])
    assert review.outline["t"].text == words
    for _ in range(2):
        nodes, said = same_again(review)
        nodes = [replace(node, extra=by_machine) for node in nodes]
        done.append(extract_again(review, done, DOCUMENT, nodes, said).edit)
        review.apply(done[-1])
        assert cells_of(review.outline["t"]) == (("Ellery", "", "4", "Remarks on it"),)


def test_ten_thousand_entries_find_themselves_again_by_their_place():
    def tree(prefix: str, shift: float) -> list[Node]:
        nodes = []
        for at in range(10_000):
            top = 30.0 * (at % 25) + shift
            place = Anchor((Region(1 + at // 25, 72, top, 500, top + 28),), f"words {at}")
            text = f"Paragraph {at} says {'that ' * (at % 7)}wells are kept."
            nodes.append(Node(f"{prefix}{at:05}", P, text, None, at + 1, None, str(at), place))
        return nodes

    review = Review(DOCUMENT, tree("o", 0.0), [], frozenset({MACHINE.id}))
    new = [
        replace(node, anchor=node.anchor._replace(quote=f"other {node.number}")) for node in tree("n", 2.0)
    ]
    again = extract_again(review, [], DOCUMENT, new, [])
    assert (again.kept, again.added, again.gone) == (10_000, 0, 0)
