"""What the window starts without comes when it is asked for, else when the window is at rest."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QObject

from gui.deferred import DeferredWork
from gui.queue.panel import ORDER_SETTING
from gui.stage import Stage
from model.nodes import Kind
from model.review_queue import Order
from storage.cached_copies import cache_folder
from storage.project import Project


@pytest.fixture
def stage(qapp):
    with Stage() as stage:
        yield stage


def made(window):
    return [name for name in ("doubts", "queue") if window.side.is_made(name)]


def test_works_are_done_one_by_one_once_it_was_at_rest_twice(qtbot):
    owner, did, rests = QObject(), [], [True, False, True, True, True]
    later = DeferredWork(
        lambda: rests.pop(0), [lambda: did.append(len(rests)), lambda: did.append(-1)], owner
    )
    qtbot.waitUntil(lambda: not later.works)
    assert did == [1, -1]


def test_what_is_left_at_the_end_is_not_done(qtbot):
    owner, did = QObject(), []
    later = DeferredWork(lambda: True, [lambda: did.append("first") or later.stop(), did.clear], owner)
    qtbot.waitUntil(lambda: not later.works)
    assert did == ["first"]


def test_panels_that_nobody_sees_are_made_when_the_report_is_there(stage, copy):
    assert made(stage.window) == []
    stage.new_project(copy)
    stage.open_report()
    stage.wait_for(lambda: not stage.window.deferred.works, "the other panels")
    assert made(stage.window) == ["doubts", "queue"]
    assert stage.window.inspector.page.words.isVisible()


def test_the_first_entry_that_is_selected_shows_in_the_inspector_at_once(stage, copy):
    stage.new_project(copy)
    stage.open_report()
    node = next(node for node in stage.window.session.review.outline if node.kind is Kind.PARAGRAPH)
    stage.window.deferred.stop()
    stage.window.session.select((node.id,))
    assert stage.window.inspector.text.isVisible()
    assert stage.window.inspector.text.toPlainText() == node.text


def test_an_action_makes_the_panel_that_carries_it_out(stage, copy):
    stage.new_project(copy)
    stage.open_report()
    stage.window.deferred.stop()
    stage.press("accept-confident")
    assert stage.window.side.current == "queue"
    assert stage.window.queue.messages.text


def test_the_order_of_the_project_leads_through_it_also_where_the_queue_came_later(stage, copy):
    with Project.open(copy) as project:
        project.set_setting(ORDER_SETTING, Order.UNCERTAINTY.value).result()
    stage.new_project(copy)
    stage.open_report()
    stage.wait_for(lambda: not stage.window.deferred.works, "the other panels")
    stage.wait_for(lambda: stage.window.queue.keeper.order is Order.UNCERTAINTY, "the project's order")


def test_a_window_that_closes_at_once_makes_nothing_any_more(stage, copy):
    stage.new_project(copy)
    stage.open_report()
    stage.window.close()
    assert not stage.window.deferred.works
    stage.wait_for(lambda: stage.window.ending.is_over, "the end")


def test_a_window_prunes_the_cache_when_all_else_is_made(qapp):
    folder = cache_folder()
    folder.mkdir(parents=True)
    old = folder / "old.pdf"
    old.write_bytes(b"x")
    os.utime(old, (0, 0))
    with Stage() as stage:
        stage.wait_for(lambda: not old.exists(), "the end of an old copy")
