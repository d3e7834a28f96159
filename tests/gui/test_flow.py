import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.flow import Flow

GAP = 8


@pytest.fixture
def holder(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


def flow_in(holder, *widths):
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    flow = Flow(holder, GAP)
    column.addWidget(flow)
    column.addStretch(1)
    parts = [part(width) for width in widths]
    for one in parts:
        flow.add(one)
    holder.resize(200, 300)
    holder.show()
    return flow, parts


def part(width):
    label = QLabel("words")
    label.setFixedSize(width, 20)
    return label


def test_a_line_ends_where_the_next_widget_has_no_room(holder, qtbot):
    flow, parts = flow_in(holder, 90, 90, 90)
    assert [one.geometry().topLeft().toTuple() for one in parts] == [(0, 0), (98, 0), (0, 28)]
    assert flow.height() == 48
    holder.resize(320, 300)
    qtbot.waitUntil(lambda: flow.height() == 20)
    assert [one.x() for one in parts] == [0, 98, 196]


def test_what_is_hidden_takes_no_room(holder, qtbot):
    flow, parts = flow_in(holder, 90, 90, 90)
    parts[0].hide()
    qtbot.waitUntil(lambda: flow.height() == 20)
    assert [one.x() for one in parts[1:]] == [0, 98]
    parts[0].show()
    qtbot.waitUntil(lambda: flow.height() == 48)


def test_what_changes_while_the_flow_is_hidden_is_laid_out_when_it_is_shown(holder, qtbot):
    flow, parts = flow_in(holder, 90, 90, 90)
    flow.hide()
    parts[2].hide()
    flow.show()
    qtbot.waitUntil(lambda: flow.height() == 20)


def test_a_widget_is_shown_where_it_was_put_in(holder, qtbot):
    flow, parts = flow_in(holder, 90, 90)
    first = part(40)
    flow.insert(0, first)
    assert first.isVisible()
    assert [one.x() for one in (first, parts[0])] == [0, 48]
    qtbot.waitUntil(lambda: flow.height() == 48)


def test_a_widget_that_was_hidden_before_stays_hidden(holder):
    flow, _ = flow_in(holder, 90)
    hidden = part(90)
    hidden.hide()
    flow.add(hidden)
    assert hidden.isHidden()


def test_a_widget_wider_than_the_flow_is_cut_to_it(holder):
    flow, _ = flow_in(holder, 90)
    wide = QLabel("a word " * 60)
    wide.setMinimumWidth(10)
    flow.add(wide)
    assert wide.width() == flow.width() == 200
