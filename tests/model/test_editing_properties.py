"""Whatever a reviewer does: the tree stays valid, no word is lost or doubled, undoing it all is the start."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model import editing
from model.edits import Edit
from model.labels import Slot
from model.nodes import Kind
from model.review import Review
from tests.model.outlines import ANNA, reviews, words_of

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
        for decision in review.decisions(node.id):
            assert all(0 <= s.start <= s.end <= len(node.text) for s in decision.evidence)
    assert len(seen) == len(review.outline)


@st.composite
def edits(draw: st.DrawFn, review: Review) -> Edit:
    """Any one thing that a reviewer may try; trying what is not possible is an edit without changes."""
    ids = [node.id for node in review.outline]
    node_id = draw(st.sampled_from(ids))
    several = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
    do = draw(
        st.sampled_from(["promote", "demote", "move", "kind", "merge", "split", "accept", "label", "flag"])
    )
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
                return editing.merge_with_previous(review, ANNA, node_id)
            case "split":
                size = len(review.outline[node_id].text)
                return editing.split(review, ANNA, node_id, draw(st.integers(0, size)))
            case "accept":
                return editing.accept(review, ANNA, several)
            case "label":
                return editing.label(
                    review, ANNA, several, Slot.ROLE, draw(st.sampled_from(["decision", None]))
                )
            case _:
                return editing.flag(review, ANNA, several)
    except editing.NotPossible:
        return Edit("nothing", ())


@settings(max_examples=150, deadline=None)
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


@settings(max_examples=150, deadline=None)
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
