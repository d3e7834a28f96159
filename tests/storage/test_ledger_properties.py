"""Whatever a reviewer does to a project: undone it is the start, redone the end; memory equals the file."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.checking import check
from storage.project import Project
from tests.model.outlines import ANNA, reviews
from tests.model.test_editing_properties import edits, snapshot
from tests.storage.stored_reports import WELLS, document, store

LIMITS = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LIMITS
@given(made=reviews(), data=st.data())
def test_any_edits_of_a_project_undone_are_the_start_and_redone_the_end(tmp_path_factory, made, data):
    path = tmp_path_factory.mktemp("p") / "p.paraph"
    with Project.create(path) as project:
        nodes = list(made.outline)
        said = [decision for node in nodes for decision in made.decisions(node.id)]
        review = store(project, document(pages=1), nodes, said, WELLS)
        document_id, count = review.document.id, 0
        start = snapshot(review)
        for _ in range(data.draw(st.integers(1, 6))):
            edit = data.draw(edits(review))
            if edit:
                project.apply(edit, document_id, ANNA).result()
                review.apply(edit)
                count += 1
        end = snapshot(review)
        assert snapshot(project.review(document_id)) == end
        for _ in range(count):
            review.apply(project.undo(document_id, ANNA).result().edit)
        assert project.undo(document_id, ANNA).result() is None
        assert snapshot(review) == snapshot(project.review(document_id)) == start
        for _ in range(count):
            review.apply(project.redo(document_id, ANNA).result().edit)
        assert project.redo(document_id, ANNA).result() is None
        assert snapshot(review) == snapshot(project.review(document_id)) == end
        assert check(path) == []
