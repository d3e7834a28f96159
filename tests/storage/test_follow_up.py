"""What became of recommendations, over the reports of a real project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.edits import DecisionChange, Edit
from model.ids import new_id
from model.labels import Decision, DecisionKey, Response, Role, Slot
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from storage.checking import check
from storage.follow_up import Stand, follow_ups, suggest_follow_up
from storage.project import Project
from tests.storage.stored_reports import MACHINE_ID, document, store

ADDENDUM = ("The State accepts recommendations 128.1 and 128.2.", "128.3 is noted.")


def node(kind, text, parent=None, place=1, number=""):
    anchor = Anchor((Region(1, 72.0, 60.0, 520.0, 72.0),), text)
    return Node(new_id(), kind, text, parent, RANK_STEP * place, None, number, anchor)


def add(project, symbol, tree, asked=()):
    said = [Decision(DecisionKey(one.id, Slot.ROLE, MACHINE_ID), Role.RECOMMENDATION.value) for one in asked]
    made = document(symbol, symbol.encode())
    made = replace(made, masthead=replace(made.masthead, symbol=symbol))
    return store(project, made, tree, said, symbol.encode())


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as made:
        lead = node(Kind.PARAGRAPH, "The recommendations will be examined:", number="128")
        items = [node(Kind.PARAGRAPH, f"Mend the lights of harbour {n};", lead.id, n, f"128.{n}")
                 for n in range(1, 5)]  # fmt: skip
        made.review_of = add(made, "X/REV/1", [lead, *items], items)
        answers = [node(Kind.PARAGRAPH, text, None, n, str(n)) for n, text in enumerate(ADDENDUM, 1)]
        made.answer_of = add(made, "X/REV/1/Add.1", answers)
        yield made


def rows(project, reviewer=None):
    return [
        (row.recommendation.number, row.stand, row.answer and row.answer.number, row.response)
        for row in follow_ups(project, reviewer)
    ]


def go_on(*_):
    return True


def test_answers_are_suggested_and_listed(project):
    assert {row[1] for row in rows(project)} == {Stand.OPEN}
    (changes,) = suggest_follow_up(project, None, go_on)
    assert changes.document == project.review_of.document.id
    assert rows(project) == [
        ("128.1", Stand.SUGGESTED, "1", Response.ACCEPTED),
        ("128.2", Stand.SUGGESTED, "1", Response.ACCEPTED),
        ("128.3", Stand.SUGGESTED, "2", Response.NOTED),
        ("128.4", Stand.OPEN, None, None),
    ]
    first = follow_ups(project, None)[0]
    assert (first.number, first.answer.report.name) == ("128.1", "X/REV/1/Add.1")
    assert suggest_follow_up(project, None, go_on) == []


def test_a_persons_word_goes_before_and_stays(project):
    suggest_follow_up(project, None, go_on)
    ann, document_id = project.person("Ann"), project.review_of.document.id
    review = project.review(document_id)
    first, second, third, fourth = [one for one in review.outline if one.number.startswith("128.")]
    target = next(iter(project.answer_of.outline)).id
    for edit in (
        editing.link_answer(review, ann, first.id, target, Response.REJECTED),
        editing.unlink_answer(review, ann, second.id, target),
        editing.link_answer(review, ann, fourth.id, project.answer_of.document.id, Response.CLOSED),
    ):
        review.apply(project.apply(edit, document_id, ann).result().edit)
    assert rows(project, ann) == [
        ("128.1", Stand.DECIDED, "1", Response.REJECTED),
        ("128.2", Stand.OPEN, None, None),
        ("128.3", Stand.SUGGESTED, "2", Response.NOTED),
        ("128.4", Stand.DECIDED, "", Response.CLOSED),
    ]
    assert follow_ups(project, ann)[3].answer.report.name == "X/REV/1/Add.1"
    assert suggest_follow_up(project, ann, go_on) == []
    assert third.id in review.outline
    assert project.undo(document_id, ann).result().edit.name == "link an answer to 128.4"
    assert rows(project, ann)[3][1] is Stand.OPEN


def test_a_word_that_there_is_nothing_is_no_answer(project):
    ann, document_id = project.person("Ann"), project.review_of.document.id
    first = next(node for node in project.review(document_id).outline if node.number == "128.1")
    nothing = Decision(DecisionKey(first.id, Slot.FOLLOW_UP, ann.id), None)
    project.apply(Edit("say nothing", (DecisionChange(None, nothing),)), document_id, ann).result()
    assert rows(project, ann)[0] == ("128.1", Stand.OPEN, None, None)


def test_linking_leaves_the_status_of_the_review_alone(project):
    ann, document_id = project.person("Ann"), project.review_of.document.id
    review = project.review(document_id)
    asked = next(one for one in review.outline if one.number == "128.4")
    edit = editing.link_answer(review, ann, asked.id, project.answer_of.document.id, Response.NOTED)
    assert [change.key.slot for change in edit.changes] == [Slot.FOLLOW_UP]


def test_suggestions_go_where_what_gave_them_goes(project):
    suggest_follow_up(project, None, go_on)
    ann, answering = project.person("Ann"), project.review(project.answer_of.document.id)
    last = list(answering.outline)[-1]
    edit = editing.set_text(answering, ann, last.id, "Thank you.")
    project.apply(edit, answering.document.id, ann).result()
    assert len(suggest_follow_up(project, None, go_on)) == 1
    assert rows(project)[2] == ("128.3", Stand.OPEN, None, None)


def test_it_stops_when_asked_and_the_project_stays_whole(project):
    asked = []
    assert suggest_follow_up(project, None, lambda *done: bool(asked.append(done))) == []
    assert asked == [(0, 2)], "no report was read after that"
    suggest_follow_up(project, None, go_on)
    project.close()
    assert list(check(project.path)) == []
