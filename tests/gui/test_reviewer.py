"""Somebody else may go on reviewing at the same window: decisions from then on are theirs."""

from __future__ import annotations

import pytest

from gui.dialogs.name import NameDialog
from gui.stage import Stage

# The offscreen platform says what it does without.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


def test_closing_the_question_changes_nothing(stage):
    before = stage.window.session.reviewer
    dialog = asked(stage)
    dialog.field.setText("Ben")
    dialog.reject()
    stage.settle()
    assert stage.window.session.reviewer == before
    assert stage.window.settings.get("reviewer", "") == before.name
