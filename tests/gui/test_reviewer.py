"""Somebody else may go on reviewing at the same window: decisions from then on are theirs."""

from __future__ import annotations

import pytest

from gui.dialogs.name import NameDialog
from gui.searching.lookup import Facet
from gui.stage import Stage
from model.labels import ReviewerKind, Status


@pytest.fixture
def stage(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "7")
        yield stage


def asked(stage):
    stage.window.actions_of["reviewer"].trigger()
    stage.wait_for(lambda: bool(stage.window.findChildren(NameDialog)), "the question")
    return stage.window.findChildren(NameDialog)[-1]


def who_decided(stage):
    session = stage.window.session
    reviewers = {one.id: one.name for one in session.project.reviewers()}
    review = session.project.review(session.review.document.id)
    return {reviewers[one.key.reviewer] for one in review.decisions(session.selection[0])}


def test_decisions_are_kept_with_the_new_name(stage):
    stage.press("flag")
    before, said = stage.window.session.reviewer.name, []
    stage.window.session.told.connect(said.append)
    dialog = asked(stage)
    assert dialog.field.text() == stage.window.settings.get("reviewer", "")
    dialog.field.setText("  Ben   Okoro ")
    dialog.accept()
    stage.wait_for(lambda: stage.window.session.reviewer.name == "Ben Okoro", "the other reviewer")
    assert "Ben Okoro" in said[-1]
    assert stage.window.settings.get("reviewer", "") == "Ben Okoro"
    stage.press("reject")
    assert {before, "Ben Okoro"} <= who_decided(stage)


def test_who_is_asked_for_a_name_at_first_is_in_the_project_under_that_alone(qapp, copy):
    with Stage(reviewer="") as stage:
        stage.new_project(copy)
        stage.wait_for(lambda: bool(stage.window.findChildren(NameDialog)), "the question")
        dialog = stage.window.findChildren(NameDialog)[-1]
        dialog.field.setText("Ben Okoro")
        dialog.accept()
        session = stage.window.session
        stage.wait_for(lambda: session.reviewer.name == "Ben Okoro", "the name")
        people = [one.name for one in session.project.reviewers() if one.kind is ReviewerKind.PERSON]
        assert people == ["Ben Okoro"]


def test_closing_the_question_changes_nothing(stage):
    before = stage.window.session.reviewer
    dialog = asked(stage)
    dialog.field.setText("Ben")
    dialog.reject()
    stage.settle()
    assert stage.window.session.reviewer == before
    assert stage.window.settings.get("reviewer", "") == before.name


def name(stage, words):
    dialog = asked(stage)
    dialog.field.setText(words)
    dialog.accept()
    stage.wait_for(lambda: stage.window.session.reviewer.name == words, "the other reviewer")


def reviewed(stage):
    (row,) = stage.window.session.documents
    return row.reviewed


def test_a_second_person_can_review_independently(stage, copy):
    window, session = stage.window, stage.window.session
    first = session.current.id
    stage.press("accept")
    stage.settle()
    name(stage, "Ben")
    session.select((first,))
    assert session.review.status(first, session.reviewer.id) is Status.ACCEPTED
    history, dashboard = window.history, window.insights.show_dashboard()
    window.side_tabs.show("history")
    stage.wait_for(lambda: history.list.lines.lines[1].text == "Accept 7", "what Ada did")
    people = dashboard.lists[Facet.REVIEWER]
    stage.wait_for(lambda: [count for _, count in people.bars] == ["1"], "what Ada reviewed")
    told = []
    session.told.connect(told.append)
    stage.press("alone")
    stage.wait_for(lambda: reviewed(stage) == 0, "a list of reports of which Ben reviewed nothing")
    stage.wait_for(lambda: history.list.lines.lines[1].text == "Hidden change", "less of the history")
    stage.wait_for(lambda: [count for _, count in people.bars] == [""], "only Ben's own numbers")
    assert "independently" in dashboard.agreement.text()
    dashboard.close()
    assert (window.actions_of["alone"].isChecked(), window.tally.reviewed) == (True, 0)
    assert window.status.alone.isVisible()
    assert "hidden from Ben" in window.status.alone.toolTip()
    assert "now hidden" in told[0]
    assert session.review.status(first, session.reviewer.id) is Status.UNREVIEWED
    session.walk.step(-1)
    session.walk.go_on()
    assert session.current.id == first  # what was reviewed by another person waits
    stage.press("accept")
    stage.wait_for(lambda: window.tally.reviewed == 1, "Ben's own word")
    name(stage, "Ada Lovelace")
    assert (window.actions_of["alone"].isChecked(), session.review.alone) == (False, "")
    assert not window.status.alone.isVisible()
    name(stage, "Ben")
    assert (window.actions_of["alone"].isChecked(), window.tally.reviewed) == (True, 1)


def test_who_turns_independent_looks_at_no_recommendation_that_another_person_added(stage):
    session = stage.window.session
    stage.press("another-recommendation")
    stage.settle()
    assert (session.attention.frame, session.review.frames(session.current.id)) == (1, 2)
    name(stage, "Ben")
    session.attention.set_frame(1)
    stage.press("alone")
    stage.wait_for(lambda: bool(session.alone), "Ben to be on their own")
    assert session.attention.frame == 0
    step = stage.window.actions_of["next-recommendation"]
    stage.wait_for(lambda: not step.isEnabled(), "one recommendation")
    stage.press("alone")
    stage.wait_for(lambda: not session.alone, "everybody's words")
    stage.wait_for(step.isEnabled, "both recommendations")
