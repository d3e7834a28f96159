"""Going back takes back any run of edits as one, in memory and in the file, and can itself be undone."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model import editing
from model.editing.draft import NotPossible
from model.edits import NodeChange
from model.going_back import fits, going_back
from model.nodes import Kind
from model.review import Review
from storage.checking import check
from storage.project import Project
from tests.model.outlines import ANNA, review_of, reviews
from tests.model.test_editing_properties import check_tree, edits, snapshot
from tests.storage.stored_reports import WELLS, document, store


@settings(max_examples=60, deadline=None)
@given(reviews(), st.data())
def test_going_back_gives_the_state_of_any_earlier_point_and_its_inverse_gives_the_end(
    review: Review, data: st.DataObject
):
    states, done = [snapshot(review)], []
    for _ in range(data.draw(st.integers(1, 8))):
        edit = data.draw(edits(review))
        review.apply(edit)
        done.append(edit)
        states.append(snapshot(review))
    point = data.draw(st.integers(0, len(done)))
    back = going_back(done[point:], "go back")
    assert fits(back, review)
    rows = [change.node_id if isinstance(change, NodeChange) else change.key for change in back.changes]
    assert len(rows) == len(set(rows)), "one change for each row"
    review.apply(back)
    check_tree(review)
    assert snapshot(review) == states[point]
    review.apply(back.inverse())
    assert snapshot(review) == states[-1]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=reviews(), data=st.data())
def test_a_project_goes_back_by_what_its_history_holds(tmp_path_factory, made, data):
    path = tmp_path_factory.mktemp("p") / "p.paraph"
    with Project.create(path) as project:
        nodes = list(made.outline)
        said = [decision for node in nodes for decision in made.decisions(node.id)]
        review = store(project, document(pages=1), nodes, said, WELLS)
        document_id = review.document.id
        states = {0: snapshot(review)}
        for _ in range(data.draw(st.integers(1, 6))):
            edit = data.draw(edits(review))
            if edit:
                changes = project.apply(edit, document_id, ANNA).result()
                review.apply(edit)
                states[changes.edit_number] = snapshot(review)
        point = data.draw(st.sampled_from(sorted(states)))
        end = snapshot(review)
        back = going_back(project.edits_after(document_id, point), "go back")
        if back:
            project.apply(back, document_id, ANNA).result()
            review.apply(back)
            assert snapshot(review) == snapshot(project.review(document_id)) == states[point]
            review.apply(project.undo(document_id, ANNA).result().edit)
            assert snapshot(review) == snapshot(project.review(document_id)) == end
        assert check(path) == []


def test_an_edit_made_from_an_older_state_does_not_fit():
    review = review_of([("a", None, Kind.PARAGRAPH, "one two"), ("b", None, Kind.PARAGRAPH, "three")])
    first = editing.set_text(review, ANNA, "a", "one")
    review.apply(first)
    back = going_back([first], "go back")
    assert fits(back, review)
    review.apply(editing.set_text(review, ANNA, "a", "two"))
    assert not fits(back, review)


def test_going_back_over_a_merge_brings_the_entry_back_with_its_labels():
    review = review_of([("a", None, Kind.PARAGRAPH, "one"), ("b", None, Kind.PARAGRAPH, "two"),
                        ("c", "b", Kind.ITEM, "three")])  # fmt: skip
    flagged = editing.flag(review, ANNA, ["b"])
    review.apply(flagged)
    before = snapshot(review)
    merged = editing.merge_with_previous(review, ANNA, "b")
    review.apply(merged)
    try:
        more = editing.promote(review, ANNA, ["c"])
    except NotPossible:
        more = editing.accept(review, ANNA, ["c"])
    review.apply(more)
    review.apply(going_back([merged, more], "go back"))
    assert snapshot(review) == before
