"""The mouse selects words where there are words, and draws rectangles where there are none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.gui.page.conftest import click, drag, point, settled, word_point

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def copied(view, qtbot):
    QGuiApplication.clipboard().clear()
    view.copy_words()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    return QGuiApplication.clipboard().text()


def clicks(canvas, at, times):
    """Clicks as quickly as a hand makes them: QTest would leave too long between them."""
    kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonPress]
    spot = QPointF(at)
    for number, kind in enumerate(kinds[:times]):
        for each, held in ((kind, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
            event = QMouseEvent(each, spot, canvas.viewport().mapToGlobal(spot), LEFT, held, NONE)
            event.setTimestamp(10_000 + 100 * number)
            QApplication.sendEvent(canvas.viewport(), event)


def test_a_drag_over_words_selects_characters_in_reading_order(view, qtbot):
    drag(view.canvas, word_point(view, 1, 3, 0.01), word_point(view, 1, 12, 0.99))
    assert copied(view, qtbot) == "Line 0 of page 1 tells of déjà wells Line"
    assert view.session.words_selected


def test_a_drag_backwards_selects_the_same(view, qtbot):
    drag(view.canvas, word_point(view, 1, 12, 0.99), word_point(view, 1, 3, 0.01))
    assert copied(view, qtbot) == "Line 0 of page 1 tells of déjà wells Line"


def test_a_drag_goes_on_over_pages(view, qtbot):
    canvas = view.canvas
    canvas.set_zoom(0.5)
    canvas.go_to(1)
    settled(view, qtbot)
    last = len(view.texts.get(1).words) - 1
    drag(canvas, word_point(view, 1, last - 1, 0.01), word_point(view, 2, 1, 0.99))
    assert copied(view, qtbot) == "déjà wells Page 2"


def test_two_clicks_select_a_word_and_three_a_line(view, qtbot):
    at = word_point(view, 1, 8)
    clicks(view.canvas, at, 2)
    assert copied(view, qtbot) == "tells"
    clicks(view.canvas, at, 3)
    assert copied(view, qtbot) == "Line 0 of page 1 tells of déjà wells"


def test_a_drag_on_empty_paper_draws_a_rectangle(view, qtbot):
    canvas = view.canvas
    with qtbot.waitSignal(view.regionDrawn) as drawn:
        drag(canvas, point(canvas, 1, 400, 150), point(canvas, 1, 500, 200))
    (region,) = drawn.args
    assert region.page == 1
    assert tuple(region[1:]) == pytest.approx((400, 150, 500, 200), abs=2)
    assert canvas.stretch is None


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier])
def test_with_shift_or_alt_a_drag_over_words_draws_too(view, qtbot, held):
    with qtbot.waitSignal(view.regionDrawn):
        drag(view.canvas, word_point(view, 1, 3), word_point(view, 1, 14), held)
    assert view.canvas.stretch is None


@pytest.fixture
def tool(view):
    """The tool for a new entry, taken up."""
    view.canvas.set_drawing(True)
    return view.canvas


def test_with_its_tool_one_drag_over_words_draws_and_the_next_one_selects(view, tool, qtbot):
    QTest.mouseMove(tool.viewport(), word_point(view, 1, 6))
    assert tool.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    click(tool, word_point(view, 1, 5))
    clicks(tool, word_point(view, 1, 5), 3)
    assert tool.stretch is None
    assert tool.drawing  # a click draws nothing yet
    with qtbot.waitSignal(view.regionDrawn):
        drag(tool, word_point(view, 1, 3), word_point(view, 1, 14))
    assert not tool.drawing
    drag(tool, word_point(view, 1, 3), word_point(view, 1, 8))
    assert tool.stretch is not None


def test_escape_puts_the_tool_away_and_its_button_follows(view, tool):
    button = view.bar.findChild(QToolButton, "draw")
    assert button.isChecked()
    QTest.keyClick(tool, Qt.Key.Key_Escape)
    assert not tool.drawing
    assert not button.isChecked()
    assert not button.isEnabled()  # nothing can be drawn on a file that is not a report yet


def test_a_click_or_escape_selects_nothing(view, qtbot):
    canvas = view.canvas
    drag(canvas, word_point(view, 1, 3), word_point(view, 1, 8))
    assert canvas.stretch is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.stretch is None
    drag(canvas, word_point(view, 1, 3), word_point(view, 1, 8))
    click(canvas, word_point(view, 1, 20))
    assert canvas.stretch is None
    assert not view.session.words_selected


def test_the_cursor_says_what_a_drag_would_do(view):
    canvas, port = view.canvas, view.canvas.viewport()
    QTest.mouseMove(port, word_point(view, 1, 5))
    assert port.cursor().shape() == Qt.CursorShape.IBeamCursor
    QTest.mouseMove(port, point(canvas, 1, 450, 300))
    assert port.cursor().shape() == Qt.CursorShape.CrossCursor


def test_selected_words_are_painted(view):
    canvas = view.canvas
    at = word_point(view, 1, 5, 1.0) + QPoint(2, 0)  # between two words
    before = canvas.viewport().grab().toImage().pixelColor(at)
    drag(canvas, word_point(view, 1, 4), word_point(view, 1, 8))
    assert canvas.viewport().grab().toImage().pixelColor(at) != before
