"""The queue as a reviewer uses it: orders that accepting follows, the forecast, the sure ones at once."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.queue.panel import ORDER_SETTING, QueuePanel
from gui.tally import Tally
from gui.theme import label_color
from model import editing
from model.edits import ChangeSet
from model.labels import Role, Slot, Status
from model.nodes import CLASSIFIED
from model.review_queue import Order
from tests.gui.panels import stage
from tests.gui.sample_review import large, sample

Key, Held = Qt.Key, Qt.KeyboardModifier


def make(session, actions, parent):
    return QueuePanel(session, actions, Tally(session, parent), parent)


@pytest.fixture
def opened(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [make], qtbot, (300, 640)) as on_stage:
        qtbot.waitUntil(lambda: on_stage.panels[0].keeper.is_ready)
        yield on_stage


@pytest.fixture
def panel(opened):
    return opened.panels[0]


def sureness(opened, node):
    shown = opened.review.shown(node, Slot.ROLE, opened.me)
    return shown.decision.confidence if shown.decision is not None else 0.0


def press(panel, words):
    button = next(one for one in panel.messages.findChildren(QPushButton) if one.text().startswith(words))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_suggestions_look_like_suggestions(opened, panel):
    lines = [panel.model.line(row) for row in range(panel.model.rowCount())]
    assert {line.suggested for line in lines} == {bool(line.role) for line in lines}
    row = next(row for row, line in enumerate(lines) if line.suggested)
    box = panel.list.visualRect(panel.model.index(row))
    shown = panel.list.viewport().grab(box).toImage()
    color = label_color(lines[row].role, False)
    column = [shown.pixelColor(1, y) for y in range(shown.height())]
    runs = [key for key, _ in groupby(here == color for here in column)]
    assert runs.count(True) == 3


def test_everything_that_waits_is_listed_and_leaves_when_it_is_decided(opened, panel):
    waiting = [node.id for node in opened.review.outline if node.kind in CLASSIFIED]
    assert panel.model.nodes == waiting
    assert panel.left.text() == f"{len(waiting)} left"
    opened.session.select(waiting[:1], "test")
    opened.act("accept")
    opened.qtbot.waitUntil(lambda: panel.model.nodes == waiting[1:])
    assert panel.left.text().startswith(f"{len(waiting) - 1} left")


def test_accept_and_go_on_follows_the_least_sure_suggestions(opened, panel):
    panel.set_order(Order.UNCERTAINTY)
    first, second, third = panel.model.nodes[:3]
    assert sureness(opened, first) <= sureness(opened, second) <= sureness(opened, third)
    opened.session.select((first,), "test")
    QTest.keyClick(opened.window, Key.Key_A)
    opened.settle()
    assert opened.session.selection == (second,)
    QTest.keyClick(opened.window, Key.Key_J)
    assert opened.session.selection == (third,)
    opened.qtbot.waitUntil(lambda: first not in panel.model.nodes)
    QTest.keyClick(opened.window, Key.Key_K, delay=1)
    QTest.keyClick(opened.window, Key.Key_K)
    assert opened.session.selection == (first,), "back to what was decided just now"


def test_by_role_recommendations_come_first_and_by_document_the_outline_leads(opened, panel):
    panel.set_order(Order.ROLE)
    roles = [panel.keeper.candidate(node).role for node in panel.model.nodes]
    ranks = [list(Role).index(role) for role in roles if role is not None]
    assert ranks == sorted(ranks)
    assert roles[0] == Role.RECOMMENDATION
    panel.set_order(Order.DOCUMENT)
    opened.session.select((), "test")
    opened.session.walk.step(1)
    assert opened.session.current.kind not in CLASSIFIED, "the title, as without a queue"


def test_in_doubt_first(opened, panel):
    doubtful = panel.model.nodes[20]
    panel.set_doubtful([doubtful])
    panel.set_order(Order.DOUBT)
    assert panel.model.nodes[0] == doubtful
    assert panel.model.line(0).picture == "warning"
    assert "in doubt" in panel.model.line(0).tip


def test_at_the_end_stands_what_was_flagged_for_another_look(opened, panel):
    waiting = tuple(panel.model.nodes)
    opened.session.select(waiting[:2], "test")
    opened.act("flag")
    opened.qtbot.waitUntil(lambda: panel.left.text().endswith("2 flagged"))
    opened.session.select(waiting[2:], "test")
    opened.act("accept")
    opened.qtbot.waitUntil(lambda: not panel.shows_list)
    assert panel.empty.text.endswith("2 are flagged for another look.")
    with opened.qtbot.waitSignal(panel.listAsked) as asked:
        panel.list_flagged.click()
    ticks = {facet: value for facet, [(value, _)] in asked.args[0].items()}
    assert ticks == {"state": "flagged", "report": opened.review.document.id}
    opened.session.select(waiting[:2], "test")
    opened.act("accept")
    opened.qtbot.waitUntil(lambda: "flagged" not in panel.empty.text + panel.left.text())
    assert panel.list_flagged.isHidden()


def test_at_the_end_the_next_report_is_a_button_away(opened, panel, monkeypatch):
    opened.session.select(tuple(panel.model.nodes), "test")
    opened.act("accept")
    opened.qtbot.waitUntil(lambda: not panel.shows_list)
    assert panel.next_report.isHidden()  # there is no other one
    (here,), asked = opened.session.documents, []
    other = replace(here, id="other", counts={Status.UNREVIEWED: 1})
    monkeypatch.setattr(opened.session, "documents", (here, other))
    monkeypatch.setattr(opened.session, "open_document", asked.append)
    opened.session.libraryChanged.emit()
    opened.qtbot.waitUntil(lambda: not panel.next_report.isHidden())
    panel.next_report.click()
    assert asked == ["other"]


def test_the_order_is_remembered_in_the_project(opened, panel):
    panel.set_order(Order.ROLE)
    opened.qtbot.waitUntil(lambda: opened.session.setting(ORDER_SETTING) == "role")
    with opened.qtbot.waitSignal(opened.session.projectOpened):
        opened.session.open_project(opened.path)
    opened.qtbot.waitUntil(lambda: panel.keeper.order is Order.ROLE)


def test_skipped_entries_come_again_after_the_last_one(opened, panel):
    panel.set_order(Order.ROLE)
    opened.session.select((panel.model.nodes[-1],), "test")
    opened.act("accept")
    assert opened.session.selection == (panel.model.nodes[0],)


def test_the_space_bar_skips_in_the_queue(opened, panel):
    panel.set_order(Order.ROLE)
    opened.session.select((panel.model.nodes[0],), "test")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_Space)
    assert opened.session.selection == (panel.model.nodes[1],)


def test_a_forecast_comes_after_five_entries(opened, panel):
    assert panel.left.text().endswith("left")
    assert "a few entries" in panel.left.toolTip()
    opened.session.select((panel.model.nodes[0],), "test")
    for _ in range(6):
        opened.act("accept")
    panel.ask_pace()
    opened.qtbot.waitUntil(lambda: not panel.left.text().endswith("left"))
    assert "less than a minute" in panel.left.text()


def test_all_sure_suggestions_are_accepted_in_one_step_that_can_be_undone(opened, panel):
    panel.least.setValue(90)
    sure = [node for node in panel.model.nodes if panel.keeper.candidate(node).sureness >= 0.9]
    assert panel.accept.text() == f"Accept {len(sure)}…"
    before = len(panel.model.nodes)
    QTest.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    assert f"Accept {len(sure)} entries" in panel.messages.text
    assert len(panel.model.nodes) == before, "it asks first"
    press(panel, "Accept")
    opened.qtbot.waitUntil(lambda: len(panel.model.nodes) == before - len(sure))
    assert {opened.review.status(node, opened.me) for node in sure} == {Status.ACCEPTED}
    opened.act("undo")
    opened.qtbot.waitUntil(lambda: len(panel.model.nodes) == before)


def test_the_question_is_answered_by_keys_which_then_go_back(opened, panel):
    before = len(panel.model.nodes)
    panel.list.setFocus()
    panel.least.setValue(90)
    sure = [node for node in panel.model.nodes if panel.keeper.candidate(node).sureness >= 0.9]
    for answer, less in ((Key.Key_Escape, 0), (Key.Key_Return, len(sure))):
        QTest.keyClick(panel.list, Key.Key_A, Held.ControlModifier | Held.ShiftModifier)
        assert f"Accept {len(sure)} entries" in panel.messages.text
        QTest.keyClick(QApplication.focusWidget(), answer)
        assert panel.messages.text == ""
        assert panel.list.hasFocus()
        opened.settle()
        opened.qtbot.waitUntil(lambda less=less: len(panel.model.nodes) == before - less)


def test_undo_reaches_the_report_from_the_field_that_says_how_sure(opened, panel):
    before = len(panel.model.nodes)
    panel.least.setFocus()
    QTest.keyClick(panel.least, Key.Key_A, Held.ControlModifier | Held.ShiftModifier)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    opened.settle()
    opened.qtbot.waitUntil(lambda: len(panel.model.nodes) < before)
    assert panel.least.hasFocus()
    opened.qtbot.waitUntil(opened.actions["undo"].isEnabled)
    QTest.keyClick(panel.least, Key.Key_Z, Held.ControlModifier)
    opened.qtbot.waitUntil(lambda: len(panel.model.nodes) == before)


def test_of_a_selection_only_its_entries_are_accepted(opened, panel):
    chosen = panel.model.nodes[:6]
    opened.session.select(chosen, "test")
    panel.least.setValue(50)
    opened.qtbot.waitUntil(lambda: panel.accept.text() == "Accept 6…")
    QTest.keyClick(opened.window, Key.Key_A, Held.ControlModifier | Held.ShiftModifier)
    assert "in the selection" in panel.messages.text
    press(panel, "Accept")
    opened.qtbot.waitUntil(lambda: not set(chosen) & set(panel.model.nodes))
    assert opened.session.undo_name is None or "6" in opened.session.undo_name


def test_where_nothing_is_sure_enough_it_says_so(opened, panel):
    panel.least.setValue(100)
    assert not panel.accept.isEnabled()
    panel.ask_to_accept()
    assert "at least 100 % sure" in panel.messages.text


def test_a_click_in_the_list_selects_and_a_selection_elsewhere_shows(opened, panel):
    view = panel.list
    place = view.visualRect(panel.model.index(3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.session.selection == (panel.model.nodes[3],)
    opened.session.select((panel.model.nodes[30],), "test")
    assert view.currentIndex().row() == 30
    assert 30 in view.rows_in_sight()


def test_new_entries_join_the_queue(opened, panel):
    node = opened.find("9")
    words = len(node.text.split()[0])
    opened.session.perform(lambda review, me: editing.split(review, me, node.id, words))
    opened.settle()
    opened.qtbot.waitUntil(lambda: opened.session.selection[0] in panel.model.nodes)
    assert node.id in panel.model.nodes, "nobody said yet what the rest is"


def test_an_edit_of_ten_thousand_entries_is_quick(tmp_path, qtbot):
    with stage(tmp_path / "large.paraph", large(), [make], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        qtbot.waitUntil(lambda: panel.keeper.is_ready, timeout=60_000)
        spent = []

        def measure(changes):
            start = time.thread_time()
            panel.keeper.follow(changes)
            spent.append((time.thread_time() - start) * 1000)

        on_stage.session.changed.connect(measure)
        panel.set_order(Order.UNCERTAINTY)
        on_stage.session.select((panel.model.nodes[5],), "test")
        for _ in range(5):
            on_stage.act("accept")
        assert min(spent) < 50


def test_a_finished_report_says_so(opened, panel):
    ids = list(panel.model.nodes)
    opened.session.perform(lambda review, me: editing.accept(review, me, ids))
    opened.settle()
    opened.qtbot.waitUntil(lambda: not panel.shows_list)
    assert "has been reviewed" in panel.empty.text
    assert panel.left.text() == "Nothing left to review"


def test_an_edit_while_the_entries_are_looked_at_begins_nothing_anew(tmp_path, qtbot):
    with stage(tmp_path / "long.paraph", large(), [make], qtbot, (300, 640)) as opened:
        keeper, review = opened.panels[0].keeper, opened.review
        qtbot.waitUntil(lambda: keeper.is_ready, timeout=60_000)
        classified = [node.id for node in review.outline if node.kind in CLASSIFIED]
        keeper.begin()
        while not keeper.knows(classified[0]):
            next(keeper._pieces._work)  # noqa: SLF001 (piece by piece)
        edit = editing.delete_to_furniture(review, opened.session.reviewer, [classified[5]])
        review.apply(edit)
        keeper.follow(ChangeSet.of(review.document.id, edit))
        assert keeper.knows(classified[0])
        qtbot.waitUntil(lambda: keeper.is_ready, timeout=60_000)
        assert [one.node for one in keeper.candidates] == classified[:5] + classified[6:]


def test_with_large_text_words_grow_and_nothing_is_cut(opened, panel):
    small = panel.project.font().pointSizeF()
    font = QFont(opened.window.font())
    font.setPointSizeF(2 * font.pointSizeF())
    panel.setFont(font)
    assert panel.project.font().pointSizeF() == pytest.approx(2 * small)
    top = QPoint()
    opened.qtbot.waitUntil(lambda: panel.accept.mapTo(panel, top).y() > panel.least.mapTo(panel, top).y())
    assert panel.accept.width() >= panel.accept.sizeHint().width()
    line = replace(panel.model.line(0), note="Recommendation, as the rules say")
    assert panel.list.itemDelegate().shown_note(line).endswith("…")
