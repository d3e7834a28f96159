"""What looks at a widget's events before Qt does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gui.event_filter import EventFilter, take_single_clicks


def test_what_is_dealt_with_does_not_reach_the_widget(qtbot):
    class Widget(QWidget):
        def event(self, event):
            seen.append(event.type())
            return super().event(event)

    seen, looked = [], []
    widget, owner = Widget(), QObject()
    qtbot.addWidget(widget)
    EventFilter(
        widget, lambda event: looked.append(event.type()) or event.type() == QEvent.Type.HelpRequest, owner
    )
    for kind in (QEvent.Type.HelpRequest, QEvent.Type.WhatsThisClicked):
        QApplication.sendEvent(widget, QEvent(kind))
    assert looked == [QEvent.Type.HelpRequest, QEvent.Type.WhatsThisClicked]
    assert seen == [QEvent.Type.WhatsThisClicked]


def test_a_double_click_counts_once_and_two_clicks_count_twice(qtbot):
    button, clicks = QPushButton(), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: clicks.append("click"))
    take_single_clicks(button)
    double_click(button)
    assert len(clicks) == 1
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(clicks) == 2


def double_click(widget):
    """As the system sends it."""
    for press in (QTest.mousePress, QTest.mouseRelease, QTest.mouseDClick, QTest.mouseRelease):
        press(widget, Qt.MouseButton.LeftButton)
