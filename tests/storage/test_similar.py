"""Recommendations that say nearly the same, over all reports of a real project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.errors import Cancelled
from model.labels import Decision, DecisionKey, Role, Slot
from model.nodes import Kind
from model.report_names import ReportName
from storage.recommendations import recommendations
from storage.similar import SimilarRecommendations
from storage.taking_out import take_out
from storage.writer import Priority
from tests.storage.stored_reports import MACHINE_ID, document, nodes, store

WELLS = "The Committee recommends that States parties inspect deep wells every year and report on them."
AGAIN = "The Committee recommends that States parties inspect deep wells each year and report on them."
LIGHTS = "Harbour lights should be mended before the winter begins."


def add(project, name, *texts):
    """A report whose paragraphs are recommendations."""
    tree = [replace(node, text=text) for node, text in zip(nodes(len(texts) + 1)[1:], texts, strict=True)]
    tree = [replace(node, parent=None) for node in tree]
    role = Role.RECOMMENDATION.value
    said = [Decision(DecisionKey(node.id, Slot.ROLE, MACHINE_ID), role) for node in tree]
    pdf = name.encode()
    made = document(name, pdf)
    made = replace(made, masthead=replace(made.masthead, symbol=f"X/{name}"))
    return store(project, made, tree, said, pdf)


def test_what_was_recommended_before_is_found_in_other_reports(project):
    first = add(project, "1", WELLS, LIGHTS)
    second = add(project, "2", LIGHTS.upper(), AGAIN)
    asked = next(node for node in second.outline if node.text == AGAIN)
    (found,) = SimilarRecommendations(project).like(asked.id, asked.text)
    assert found.entry.text == WELLS
    assert (found.entry.document, found.entry.report) == (first.document.id, ("X/1", "Report on wells"))
    assert (found.entry.number, found.entry.page) == ("1", 1)
    assert 0.5 < found.score < 1


def test_repeats_come_in_groups(project):
    add(project, "1", WELLS, LIGHTS)
    add(project, "2", AGAIN, LIGHTS, "Something else altogether is asked of all of them here.")
    add(project, "3", WELLS)
    groups = SimilarRecommendations(project).repeats(0.5)
    assert [[entry.text for entry in group] for group in groups] == [[WELLS, AGAIN, WELLS], [LIGHTS, LIGHTS]]


def test_what_people_decide_and_edit_counts_at_once(project):
    review = add(project, "1", WELLS, LIGHTS)
    similar, ann = SimilarRecommendations(project, project.person("Ann")), project.person("Ann")
    wells, lights = [node for node in review.outline if node.kind is Kind.PARAGRAPH]
    assert [one.entry.node for one in similar.like("", WELLS)] == [wells.id]
    no_more = editing.label(review, ann, [wells.id], Slot.ROLE, "background")
    review.apply(project.apply(no_more, review.document.id, ann).result().edit)
    assert similar.like("", WELLS) == []
    edit = editing.set_text(review, ann, lights.id, AGAIN)
    project.apply(edit, review.document.id, ann).result()
    assert [one.entry.node for one in similar.like("", WELLS)] == [lights.id]


def test_reports_of_one_symbol_are_told_apart_also_when_the_second_comes_later(project):
    add(project, "1", WELLS)
    similar = SimilarRecommendations(project)
    assert [one.entry.report.name for one in similar.like("", WELLS)] == ["X/1"]
    pdf = b"another file"
    again = document("again.pdf", pdf)
    store(project, replace(again, masthead=replace(again.masthead, symbol="X/1")), nodes(2), [], pdf)
    assert [one.entry.report.name for one in similar.like("", WELLS)] == ["X/1 (1)"]


def test_reports_that_are_taken_out_do_not_count(project):
    review = add(project, "1", WELLS)
    similar = SimilarRecommendations(project)
    assert similar.like("", WELLS)
    project.write(lambda connection: take_out(connection, review.document.id), Priority.EDIT).result()
    assert similar.like("", WELLS) == []
    assert similar.repeats(0.5) == []


def test_it_tells_how_far_it_is_and_stops_when_asked(project):
    add(project, "1", WELLS)
    add(project, "2", WELLS)
    told = []
    similar = SimilarRecommendations(project)
    with pytest.raises(Cancelled):
        similar.like("", WELLS, goes_on=lambda *done: told.append(done))
    assert told == [(0, 2)]
    assert len(similar.like("", WELLS, goes_on=lambda *_: True)) == 2


def test_recommendations_come_in_reading_order_also_after_edits(project):
    review, ann = add(project, "1", WELLS, LIGHTS, AGAIN), project.person("Ann")
    ids = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH]
    merged = editing.merge_with_previous(review, ann, ids[1])
    project.apply(merged, review.document.id, ann).result()
    project.undo(review.document.id, ann).result()  # the second one is stored again
    with project.reading() as connection:
        found = recommendations(connection, review.document.id, ReportName("X/1"))
    assert [entry.node for entry in found] == ids
