"""Whatever a reviewer does: the tree stays valid, no word is lost or doubled, undoing it all is the start."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model import editing
from model.edits import Edit
from model.labels import ALIGNED_SLOTS, NO_WORDS, Slot, Span
from model.nodes import Kind
from model.review import Review
from tests.model.outlines import ANNA, reviews, words_of

DOINGS = ["promote", "demote", "move", "kind", "merge", "split", "accept", "label", "flag", "add", "remove",
          "another", "no other", "note"]  # fmt: skip
KINDS = [Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.FURNITURE]


def snapshot(review: Review) -> object:
    nodes = list(review.outline)
    return nodes, {node.id: sorted(review.decisions(node.id), key=lambda d: d.key) for node in nodes}


def check_tree(review: Review) -> None:
    seen: set[str] = set()
    for node in review.outline:
        assert node.parent is None or node.parent in seen, "parents come before their children"
        seen.add(node.id)
        if node.kind in (Kind.SECTION, Kind.ITEM):
            assert node.level == 1 + sum(above.kind is node.kind for above in review.outline.ancestors(node))
        decisions = review.decisions(node.id)
        for decision in decisions:
            assert all(0 <= s.start <= s.end <= len(node.text) for s in decision.evidence)
            if decision.key.slot in ALIGNED_SLOTS and decision.value is not None:
                assert len(decision.evidence) == len(decision.value), "each value has its own words"
        frames = {d.key.frame for d in decisions}
        assert not frames or frames | {0} == set(range(max(frames) + 1)), "no recommendation is left out"
    assert len(seen) == len(review.outline)


@st.composite
def values(draw: st.DrawFn, review: Review, node_id: str, do: str) -> Edit:
    """A value of some slot of some recommendation in a node added, with words or without, or taken away."""
    slot = draw(st.sampled_from([Slot.THEMES, Slot.TIME_FRAME, Slot.ADDRESSEES]))
    frame = draw(st.integers(0, review.frames(node_id) - 1))
    if do == "remove":
        return editing.remove_value(review, ANNA, node_id, slot, draw(st.integers(0, 2)), frame)
    size = len(review.outline[node_id].text)
    start = draw(st.integers(0, size))
    span = draw(st.sampled_from([NO_WORDS, Span(start, draw(st.integers(start, size)))]))
    words = draw(st.sampled_from(["implicit", "academia", "management"]))
    value = {"kind": "period", "text": words, "when": ""} if slot is Slot.TIME_FRAME else words
    return editing.add_value(review, ANNA, node_id, slot, value, span, frame)


@st.composite
def edits(draw: st.DrawFn, review: Review) -> Edit:
    """Any one thing that a reviewer may try; trying what is not possible is an edit without changes."""
    ids = [node.id for node in review.outline]
    node_id = draw(st.sampled_from(ids))
    several = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
    do = draw(st.sampled_from(DOINGS))
    try:
        match do:
            case "promote":
                return editing.promote(review, ANNA, several)
            case "demote":
                return editing.demote(review, ANNA, several)
            case "move":
                parent = draw(st.sampled_from([None, *ids]))
                row = [child.id for child in review.outline.children(parent)]
                return editing.move(review, ANNA, several, parent, draw(st.sampled_from([None, *row])))
            case "kind":
                return editing.set_kind(review, ANNA, several, draw(st.sampled_from(KINDS)))
            case "merge":
                return editing.merge(review, ANNA, several)
            case "split":
                size = len(review.outline[node_id].text)
                return editing.split(review, ANNA, node_id, draw(st.integers(0, size)))
            case "accept":
                return editing.accept(review, ANNA, several)
            case "label":
                return editing.label(
                    review, ANNA, several, Slot.ROLE, draw(st.sampled_from(["decision", None]))
                )
            case "add" | "remove":
                return draw(values(review, node_id, do))
            case "another":
                return editing.add_recommendation(review, ANNA, node_id)
            case "no other":
                frame = draw(st.integers(0, review.frames(node_id) - 1))
                return editing.remove_recommendation(review, ANNA, node_id, frame)
            case "note":
                return editing.set_note(review, ANNA, node_id, draw(st.sampled_from(["", "Ask Bob"])))
            case _:
                return editing.flag(review, ANNA, several)
    except editing.NotPossible:
        return Edit("nothing", ())


@settings(max_examples=60, deadline=None)
@given(reviews(), st.data())
def test_any_sequence_of_edits_undone_is_the_start_and_redone_is_the_end(review: Review, data: st.DataObject):
    start, done = snapshot(review), []
    words = sorted("".join(words_of(review)))
    for _ in range(data.draw(st.integers(1, 8))):
        edit = data.draw(edits(review))
        review.apply(edit)
        done.append(edit)
        check_tree(review)
        assert sorted(c for c in "".join(words_of(review)) if c not in "().") == [
            c for c in words if c not in "()."
        ]
    end = snapshot(review)
    for edit in reversed(done):
        review.apply(edit.inverse())
    assert snapshot(review) == start
    for edit in done:
        review.apply(edit)
    assert snapshot(review) == end


@settings(max_examples=60, deadline=None)
@given(reviews(), st.data())
def test_up_and_down_is_no_way_and_so_is_down_and_up(review: Review, data: st.DataObject):
    ids = st.sampled_from([node.id for node in review.outline])
    several = data.draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    there, back = data.draw(st.permutations([editing.promote, editing.demote]))
    start = snapshot(review)
    try:
        review.apply(there(review, ANNA, several))
    except editing.NotPossible:
        return
    parents = {review.outline[node_id].parent for node_id in several}
    if len(parents) > 1:
        return
    try:
        review.apply(back(review, ANNA, several))
    except editing.NotPossible:
        return
    assert snapshot(review) == start


@settings(max_examples=60, deadline=None)
@given(reviews(), st.data())
def test_changing_levels_and_kinds_keeps_the_reading_order(review: Review, data: st.DataObject):
    before = words_of(review)
    node_id = data.draw(st.sampled_from([node.id for node in review.outline]))
    change = data.draw(st.sampled_from([editing.promote, editing.demote, editing.set_kind]))
    extra = (data.draw(st.sampled_from(KINDS[:3])),) if change is editing.set_kind else ()
    try:
        review.apply(change(review, ANNA, [node_id], *extra))
    except editing.NotPossible:
        return
    without_notes = {node.id for node in review.outline if node.kind is Kind.FOOTNOTE}
    if not without_notes:
        assert words_of(review) == before
