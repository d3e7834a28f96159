"""The timeline: who changed what, of one person only, and back to any point as one step."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.history.panel import HistoryPanel
from gui.history.timeline import IMPORTED, day_words, lines_of
from model import editing
from model.labels import Reviewer
from storage.ledger import EntryKind, HistoryEntry
from tests.gui.panels import stage
from tests.gui.sample_review import sample
from tests.model.test_editing_properties import snapshot


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [HistoryPanel], qtbot, (300, 640)) as on_stage:
        qtbot.waitUntil(lambda: not on_stage.panels[0].is_loading)
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]


def texts(panel):
    return [line.text for line in panel.list.lines.lines if not line.heading]


def listed(opened, panel, first):
    opened.settle()
    opened.qtbot.waitUntil(lambda: texts(panel)[:1] == [first])


def worked(opened):
    """Some edits of all sorts; the state after each."""
    states = [snapshot(opened.review)]
    for number, action in (("5", "accept"), ("6", "flag"), ("7", "merge"), ("9", "delete")):
        opened.select(opened.find(number))
        opened.act(action)
        states.append(snapshot(opened.review))
    return states


def go_back_to(opened, panel, text):
    line = next(line for line in panel.list.lines.lines if line.text == text)
    panel.list.go_to(line.key)
    assert panel.back.isEnabled()
    with opened.qtbot.waitSignal(opened.session.changed):
        QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    opened.settle()


def test_changes_are_listed_the_latest_first_with_who_and_when(opened, panel):
    assert "Nobody has changed" in panel.empty.text
    worked(opened)
    listed(opened, panel, "Delete 9")
    assert texts(panel) == ["Delete 9", "Merge 6 with 7", "Flag 6", "Accept 5", "As it was imported"]
    first = panel.list.lines.line(1)
    assert panel.list.lines.line(0).text == "Today"
    assert first.detail.startswith("Ada · ")
    assert first.note == "now"


@pytest.mark.parametrize(("text", "point"), [("Flag 6", 2), ("Accept 5", 1), ("As it was imported", 0)])
def test_going_back_is_one_step_that_undo_takes_back(opened, panel, text, point):
    states = worked(opened)
    listed(opened, panel, "Delete 9")
    go_back_to(opened, panel, text)
    assert snapshot(opened.review) == states[point]
    assert snapshot(opened.stored()) == states[point]
    opened.qtbot.waitUntil(lambda: "go back to" in (opened.session.undo_name or ""))
    opened.act("undo")
    assert snapshot(opened.review) == states[-1]
    listed(opened, panel, texts(panel)[0])
    opened.qtbot.waitUntil(lambda: len(texts(panel)) == 7)
    assert texts(panel)[0].startswith("Took back: go back to")


def test_the_way_forward_again_is_another_point(opened, panel):
    states = worked(opened)
    listed(opened, panel, "Delete 9")
    go_back_to(opened, panel, "As it was imported")
    opened.qtbot.waitUntil(lambda: len(texts(panel)) == 6)
    go_back_to(opened, panel, "Merge 6 with 7")
    assert snapshot(opened.review) == states[3]


def test_where_the_report_is_now_there_is_no_way_back(opened, panel):
    worked(opened)
    listed(opened, panel, "Delete 9")
    panel.list.go_to(panel.list.lines.line(1).key)
    assert not panel.back.isEnabled()
    assert "how the report is now" in panel.explained.text()
    panel.list.go_to(IMPORTED)
    assert panel.back.isEnabled()
    assert "4 later changes" in panel.explained.text()


def test_one_persons_changes_can_be_listed_alone(opened, panel):
    worked(opened)
    with opened.qtbot.waitSignal(opened.session.reviewerChanged):
        opened.session.set_reviewer("Grace")
    opened.select(opened.find("10"))
    opened.act("accept")
    listed(opened, panel, "Accept 10")
    assert [panel.people.itemText(at) for at in range(panel.people.count())] == ["Everybody", "Grace", "Ada"]
    panel.people.setCurrentText("Grace")
    assert texts(panel) == ["Accept 10", "As it was imported"]
    panel.people.setCurrentText("Ada")
    assert "Accept 10" not in texts(panel)
    panel.list.go_to(panel.list.lines.line(1).key)
    assert "1 later change by everybody" in panel.explained.text()


def test_enter_goes_to_the_entry_that_was_changed(opened, panel):
    worked(opened)
    listed(opened, panel, "Delete 9")
    line = next(line for line in panel.list.lines.lines if line.text == "Accept 5")
    panel.list.go_to(line.key)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.session.current.number == "5"


def test_a_change_that_comes_between_is_not_overwritten(opened, panel):
    worked(opened)
    listed(opened, panel, "Delete 9")
    node = opened.find("10")
    panel.list.go_to(IMPORTED)
    panel.go_back()  # reads the way back in the background; meanwhile:
    opened.session.perform(lambda review, me: editing.set_text(review, me, opened.find("5").id, "Anew."))
    opened.session.perform(lambda review, me: editing.flag(review, me, [node.id]))
    opened.qtbot.waitUntil(lambda: not panel.is_loading and opened.session.is_idle)
    opened.qtbot.waitUntil(lambda: bool(opened.said) or "go back" in (opened.session.undo_name or ""))
    assert snapshot(opened.review) == snapshot(opened.stored())


def test_days_have_names_and_earlier_changes_come_on_demand():
    at = datetime(2025, 3, 4, 12, tzinfo=UTC)
    entry = HistoryEntry(7, at, Reviewer("a", "Ada"), EntryKind.DO, "accept 5", None)
    older = entry._replace(number=6, at=datetime(2025, 3, 3, 12, tzinfo=UTC), kind=EntryKind.REDO)
    lines = lines_of([entry, older], date(2025, 3, 4), False, 7)
    assert [line.text for line in lines] == [
        "Today", "Accept 5", "Yesterday", "Did again: accept 5", "Show earlier changes",
    ]  # fmt: skip
    assert [line.picture for line in lines if not line.heading] == ["accepted", "redo", "forward"]
    renumbered = lines_of([entry._replace(name="renumber 5 as 6")], date(2025, 3, 4), False, 7)
    assert renumbered[1].picture == "corrected"
    assert day_words(date(2024, 12, 1), date(2025, 3, 4)) == "1 December 2024"
