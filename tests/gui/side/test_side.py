"""The side's tabs and lists: what is shown, what Tab goes through, what screen readers hear."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gui.doubts.panel import DoubtsPanel
from gui.history.panel import HistoryPanel
from gui.queue.panel import QueuePanel
from gui.searching.panel import SearchPanel
from gui.side.bar import SideBar, Tab
from gui.side.lines import LINE, Line
from gui.side.view import LinesView
from gui.tally import Tally
from gui.theme import INSIDE, STEP, small_font
from model.labels import Slot, Span, Status
from model.schemes import default
from tests.gui.panels import stage
from tests.gui.sample_review import sample

Key = Qt.Key


def queue(session, actions, parent):
    return QueuePanel(session, actions, Tally(session, parent), parent)


@pytest.fixture
def bar(qtbot):
    panels = []

    def make(word):
        panels.append(QPushButton(word))
        return panels[-1]

    tabs = [
        Tab("one", "One", "library", partial(make, "one"), lambda panel: panel),
        Tab("two", "Two", "search", partial(make, "two"), lambda panel: panel),
    ]
    bar = SideBar(tabs)
    bar.panels = panels
    qtbot.addWidget(bar)
    bar.resize(300, 400)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def test_a_tab_shows_its_panel_and_gives_it_the_keys(bar, qtbot):
    assert (bar.current, bar.panels[0].isVisible()) == ("one", True)
    assert len(bar.panels) == 1, "a panel is made when it is first shown"
    with qtbot.waitSignal(bar.clicked) as clicked:
        QTest.mouseClick(bar.button("two"), Qt.MouseButton.LeftButton)
    assert clicked.args == ["two"]
    bar.show_tab("two")
    assert bar.panels[1].isVisible()
    assert not bar.panels[0].isVisible()
    bar.show_tab("one")
    bar.show_tab("two")
    assert len(bar.panels) == 2, "and kept"
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.give_keys()
    assert bar.panels[1].hasFocus()


def test_where_it_is_narrow_the_tabs_stand_below_each_other(bar, qtbot):
    assert bar.button("one").y() == bar.button("two").y()
    bar.resize(46, 400)
    qtbot.waitUntil(lambda: bar.button("two").y() > bar.button("one").y())
    assert bar.button("one").x() == bar.button("two").x()
    bar.resize(300, 400)
    qtbot.waitUntil(lambda: bar.button("one").y() == bar.button("two").y())


def test_a_number_on_a_tab_is_said_in_words_too(bar):
    button = bar.button("two")
    bar.set_badge("two", 3, "3 doubts")
    assert (button.badge, button.accessibleName()) == ("3", "Two, 3 doubts")
    assert "3 doubts" in button.toolTip()
    bar.set_badge("two", 120, "120 doubts")
    assert button.badge == "99+"
    bar.set_badge("two", 0, "")
    assert (button.badge, button.accessibleName()) == ("", "Two")


@pytest.mark.parametrize(
    ("make", "names"),
    [
        (SearchPanel, ["field", "facets", "results"]),
        (queue, ["order", "list", "least", "accept"]),
        (HistoryPanel, ["list", "back"]),
    ],
    ids=["search", "queue", "history"],
)
def test_tab_goes_through_a_panel_as_it_is_seen(tmp_path, qtbot, make, names):
    with stage(tmp_path / "p.paraph", sample(), [make], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        if isinstance(panel, SearchPanel):
            panel.field.setText("harbour")
        elif isinstance(panel, HistoryPanel):
            for number in ("5", "6"):
                on_stage.select(on_stage.find(number))
                on_stage.act("accept")
        wanted = [getattr(panel, name) for name in names]
        if isinstance(panel, HistoryPanel):
            qtbot.waitUntil(lambda: panel.list.lines.rowCount() == 5)
            panel.list.go_to("imported")
        qtbot.waitUntil(lambda: all(widget.isVisible() and widget.isEnabled() for widget in wanted))
        wanted[0].setFocus()
        seen = []
        for _ in range(8):
            focus = QApplication.focusWidget()
            if focus in wanted and focus not in seen:
                seen.append(focus)
            QTest.keyClick(focus, Key.Key_Tab)
        assert seen == wanted


@pytest.mark.parametrize("make", [SearchPanel, DoubtsPanel, queue, HistoryPanel])
def test_everything_that_can_be_used_has_a_name_and_says_no_jargon(tmp_path, qtbot, make):
    with stage(tmp_path / "p.paraph", sample(), [make], qtbot, (300, 640)) as on_stage:
        panel = on_stage.panels[0]
        said = [panel.empty.text, *(label.text() for label in panel.findChildren(QLabel))]
        for child in panel.findChildren(LinesView):
            assert child.accessibleName()
        for button in panel.findChildren(QPushButton):
            said += [button.text(), button.toolTip()]
        assert panel.accessibleName()
        for word in ("node", "ledger", "frame"):
            assert not any(word in text.casefold().split() for text in said)


@pytest.fixture
def view(qtbot):
    view = LinesView("Lines")
    qtbot.addWidget(view)
    view.resize(260, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def test_a_line_is_as_high_as_its_text_needs(view):
    long = "States parties should inspect every harbour " * 8
    lines = [Line("h", "Heading", heading=True), Line("a", "Short"), Line("b", long, "page 2", most=3),
             Line("c", long, "page 2", most=4)]  # fmt: skip
    view.show_lines(lines)
    heights = [view.sizeHintForRow(row) for row in range(4)]
    spacing = view.fontMetrics().lineSpacing()
    assert heights[2] > 3 * spacing > heights[1]
    assert heights[3] == heights[2] + spacing
    view.grab()  # paints all of it


def test_no_line_is_left_empty_below_a_text_that_nearly_fills_the_last_one(view):
    spacing = view.fontMetrics().lineSpacing()
    detail = QFontMetrics(small_font(view.font())).height() + STEP // 2
    words = "ice " * 200
    room = view.viewport().width() - 2 * INSIDE
    texts = [words[: 4 * count].strip() for count in range(5, 60)]
    view.show_lines([Line(text, text, "page 2", most=4) for text in texts])
    for row, text in enumerate(texts):
        drawn = QTextLayout(text, view.font())
        drawn.beginLayout()
        while (line := drawn.createLine()).isValid():
            line.setLineWidth(room)
        drawn.endLayout()
        height = min(4, drawn.lineCount()) * spacing + detail + 2 * STEP
        assert view.sizeHintForRow(row) == height, text


def test_long_words_in_a_narrow_list_get_the_lines_they_need(view):
    text = "Item (a), role: Ada Lovelace says Recommendation, Grace Hopper says Observation."
    view.show_lines([Line(text, text, most=4)])
    for width in range(180, 300, 5):
        view.resize(width, 300)
        drawn = view.itemDelegate().laid_out(text, (), view.viewport().width() - 2 * INSIDE, 9, False)
        height = min(4, drawn.lineCount()) * view.fontMetrics().lineSpacing() + 2 * STEP
        assert view.sizeHintForRow(0) == height, width


def test_letters_that_only_another_font_has_leave_the_lines_where_they_are(view):
    for tall in ("\U0001f389", "港", "ท่าเรือ", "مرحبا"):
        laid = view.itemDelegate().laid_out(f"{tall} " + "inspect every harbour " * 20, (), 200, 4, False)
        spacing, ascent = view.fontMetrics().lineSpacing(), view.fontMetrics().ascent()
        stand = [laid.lineAt(row).y() + laid.lineAt(row).ascent() for row in range(4)]
        assert stand == [row * spacing + ascent for row in range(4)], tall


def test_headings_are_passed_over_and_a_line_keeps_the_keys_when_the_list_changes(view, qtbot):
    view.show_lines([Line("h", "Heading", heading=True), Line("a", "One"), Line("b", "Two")])
    view.go_to_first()
    assert view.current.key == "a"
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    assert view.current.key == "b"
    view.show_lines([Line("h", "Heading", heading=True), Line("c", "New"), Line("b", "Two")])
    assert view.current.key == "b"
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Key.Key_Return)
    assert chosen.args[0].key == "b"
    QTest.keyClick(view, Key.Key_Up)
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, Key.Key_Up)


def test_a_line_says_what_its_colours_and_icons_say(view):
    line = Line("a", "Inspect harbours", "page 2", "90 %", (Span(0, 7),), "unreviewed", Status.UNREVIEWED,
                default().label(Slot.ROLE, "recommendation"))  # fmt: skip
    view.show_lines([line])
    index = view.lines.index(0)
    assert index.data(LINE) == line
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Inspect harbours, unreviewed, Recommendation, 90 %, page 2"
    view.grab()
