"""The strip of small pages and contents leaves the pages the room that they need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt

from gui.page.contents import CONTENTS, LEAST_BESIDE, PAGES
from gui.stage import Stage


@pytest.mark.parametrize("part", [CONTENTS, PAGES])
def test_where_there_is_little_room_the_strip_lies_above_the_pages(view, qtbot, part):
    side, canvas = view.side, view.canvas
    view.resize(LEAST_BESIDE, 800)
    narrow = canvas.zoom
    view.set_side(part)
    qtbot.waitUntil(lambda: canvas.height() > 1.5 * side.height() > 200)
    assert (canvas.zoom, side.width()) == (narrow, canvas.width())
    view.resize(700, 800)
    qtbot.waitUntil(lambda: canvas.height() == side.height())
    assert side.width() + canvas.width() in (699, 700)
    view.resize(LEAST_BESIDE, 800)
    qtbot.waitUntil(lambda: canvas.zoom == narrow)


def test_small_pages_above_the_pages_stand_in_rows_and_are_drawn(view, qtbot):
    view.resize(LEAST_BESIDE, 800)
    view.set_side(PAGES)
    strip, model = view.strip, view.strip.model()
    qtbot.waitUntil(lambda: strip.isVisible())
    first, second, third = (strip.visualRect(model.index(row, 0)) for row in range(3))
    assert first.top() == second.top() < third.top()
    wanted = [
        row for row in range(4) if strip.visualRect(model.index(row, 0)).top() < strip.viewport().height()
    ]
    qtbot.waitUntil(lambda: all(model.index(row).data(Qt.ItemDataRole.DecorationRole) for row in wanted))


def test_a_row_of_small_pages_is_whole_in_a_low_window(view, qtbot):
    view.resize(LEAST_BESIDE, 480)
    view.set_side(PAGES)
    strip = view.strip
    qtbot.waitUntil(lambda: strip.isVisible() and strip.visualRect(strip.model().index(0, 0)).height() > 100)
    assert strip.viewport().height() >= strip.visualRect(strip.model().index(0, 0)).height()


def test_a_small_screen_with_all_panels_open_shows_the_pages_as_large_as_without_contents(qapp, copy):
    with Stage(QSize(1280, 800)) as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.press("side-search")
        zoom = stage.window.page_view.canvas.zoom
        stage.press("show-contents")
        stage.settle()
        assert stage.window.page_view.canvas.zoom == zoom > 0.35
        stage.window.resize(900, 600)
        stage.settle()
        assert stage.window.size() == QSize(900, 600)


def test_a_hairline_parts_the_strip_from_the_pages_and_nothing_shades_it(view, qtbot):
    view.set_side(PAGES)
    qtbot.waitUntil(lambda: view.side.isVisible() and view.side.x() + view.side.width() < view.canvas.x())
    picture, side = view.grab().toImage(), view.side.geometry()
    ground = view.palette().window().color()
    y = view.side.mapTo(view, view.side.rect().topLeft()).y() + 2
    assert picture.pixelColor(side.right() - 2, y) == ground
    assert picture.pixelColor(side.right() + 1, y) != ground
