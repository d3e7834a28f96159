"""Learning and its evaluation as a reviewer meets them: begun, cancelled, looked at, gone on from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.jobs import Jobs
from gui.learning.dialog import EvaluationDialog
from gui.learning.keeper import Learning, sentence
from gui.session import Session
from model.labels import Slot
from model.learning.machines import is_model
from model.review import Source
from storage.learning import LearningOutcome, learn_project, learned, work_out
from storage.project import Project
from tests.storage.reviewed import REVIEWED, reviewed_project

PATIENCE = 60_000


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("evaluation") / "wells.paraph"
    reviewed_project(path).close()
    return path


@pytest.fixture
def session(path, qtbot):
    session = Session("Ann")
    with qtbot.waitSignal(session.projectOpened):
        session.open_project(path)
    yield session
    closed = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))


@pytest.fixture
def trained(path):
    """What was learned before the window opened the project."""
    with Project.open(path) as project:
        return learn_project(project, work_out(path, [Slot.ROLE]))


@pytest.fixture
def dialog(trained, session, qtbot):
    dialog = EvaluationDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.machines.count() == 2 and dialog.values.rowCount() > 0)
    return dialog


def choose_model(dialog, qtbot):
    dialog.machines.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "exactly right 0.0 %" not in dialog.summary.text())


def test_the_open_report_shows_what_was_learned_and_undo_does_not_know_it(session, path, qtbot):
    with qtbot.waitSignal(session.documentOpened):
        session.open_document(session.documents[0].id)
    learning = Learning(session, Jobs())
    node = [one for one in session.review.outline if one.number][-1]
    qtbot.waitUntil(lambda: session.undo_name is not None)
    undo = session.undo_name
    with qtbot.waitSignal(learning.learned, timeout=PATIENCE) as got:
        learning.start()
    assert sentence(got.args[0]).startswith("Role learned: F1 ")
    qtbot.waitUntil(lambda: session.review.shown(node.id, Slot.ROLE, "x").source is Source.SUGGESTED)
    qtbot.waitUntil(lambda: is_model(session.review.shown(node.id, Slot.ROLE, "x").decision.key.reviewer))
    assert session.undo_name == undo


def test_what_lacks_decisions_says_how_many_it_takes():
    few = [LearningOutcome(Slot.FORCE, 12, "12 confirmed"), LearningOutcome(Slot.ACTION, 0, "0 confirmed")]
    assert (
        sentence(few)
        == "Too little to learn force (12) and action category (0) from: each needs at least 30 decisions."
    )
    same = "two different values at least are needed to learn from"
    assert sentence([LearningOutcome(Slot.ROLE, 40, same)]) == f"Role: {same}."


def test_learning_that_is_cancelled_changes_nothing(session, qtbot):
    before = learned(session.project)
    jobs = Jobs()
    learning = Learning(session, jobs)
    with qtbot.waitSignal(learning.cancelled, timeout=PATIENCE):
        learning.start()
        jobs.running[0].cancel()
    assert learned(session.project) == before
    assert not learning.is_busy


def test_the_rules_and_the_model_are_shown_with_their_figures(dialog, qtbot):
    assert dialog.machines.itemText(0) == "The rules"
    assert dialog.summary.text().startswith(f"{REVIEWED} decisions")
    assert "exactly right 0.0 %" in dialog.summary.text()
    choose_model(dialog, qtbot)
    assert dialog.values.rowCount() == 3
    assert dialog.by_report.rowCount() == 3
    assert f"{REVIEWED} decisions: F1" in dialog.curve.toolTip()
    assert "% right" in dialog.calibration.toolTip()


def test_a_cell_lists_its_entries_and_two_clicks_go_to_one(dialog, session, qtbot):
    table = dialog.confusion
    dialog.tabs.setCurrentWidget(table)
    assert table.item(0, 0).text() == "18"  # observations that the rules call background
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualItemRect(table.item(0, 0)).center()
    )
    assert dialog.list.count() == 18
    assert dialog.list_title.text() == "18 given as Observation, suggested as Background"
    opened = []
    session.documentOpening.connect(opened.append)
    place = dialog.list.visualItemRect(dialog.list.item(0)).center()
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: session.current is not None)
    assert session.current.text == dialog.list.item(0).toolTip()
    assert len(opened) == 1


def test_a_report_by_itself(dialog, qtbot):
    dialog.by_report.cellClicked.emit(0, 0)
    qtbot.waitUntil(lambda: dialog.summary.text().startswith(f"{REVIEWED // 3} decisions"))
    assert dialog.by_report.rowCount() == 3


def test_a_label_that_is_being_read_is_shown_by_the_report_that_is_chosen_meanwhile(dialog, qtbot):
    dialog.slots.setCurrentIndex(1)
    dialog.reports.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("Nobody has decided"))


def test_a_label_that_nobody_decided_on_says_so(dialog, qtbot):
    dialog.slots.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("Nobody has decided"))
    assert dialog.values.rowCount() == 0


def test_a_report_that_is_taken_out_is_no_longer_evaluated(dialog, session, qtbot):
    report, before = session.documents[0].id, dialog.by_report.rowCount()
    for change, rows in ((session.project.take_out, before - 1), (session.project.put_back, before)):
        change(report).result()
        session.refresh_library()
        qtbot.waitUntil(lambda rows=rows: dialog.by_report.rowCount() == rows, timeout=PATIENCE)
