"""What looks at a widget's events before Qt does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.event_filter import EventFilter


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
