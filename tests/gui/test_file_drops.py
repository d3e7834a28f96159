"""A PDF may be dropped anywhere on the window; anything that is no file is let fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.file_drops import FileDrops
from gui.inspector.growing import GrowingText
from gui.stage import Stage
from model.nodes import Kind

# The offscreen platform says what it does without.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Field(FileDrops, QWidget):
    filesDropped = Signal(list)  # noqa: N815 - Qt names signals so


def drop(widget, *urls):
    """Drags and drops; gives whether each was taken."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    events = [QDragEnterEvent(QPoint(5, 5), *rest), QDropEvent(QPointF(5, 5), *rest)]
    for event in events:
        event.ignore()
        QApplication.sendEvent(widget, event)
    return [event.isAccepted() for event in events]


@pytest.fixture
def field(qtbot):
    field = Field()
    field.setAcceptDrops(True)
    qtbot.addWidget(field)
    return field


def test_dropped_files_are_told_with_their_paths(field, qtbot):
    with qtbot.waitSignal(field.filesDropped) as told:
        assert drop(field, "file:///tmp/a%20report.pdf", "file:///tmp/b.pdf") == [True, True]
    assert told.args == [[Path("/tmp/a report.pdf"), Path("/tmp/b.pdf")]]


def test_what_is_no_file_is_not_taken(field, qtbot):
    with qtbot.assertNotEmitted(field.filesDropped):
        assert drop(field, "https://example.org/report.pdf") == [False, False]


SIDES = ("side-search", "side-doubts", "side-queue", "side-history", "side-documents")


def test_files_may_be_dropped_on_every_part_of_the_window(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        window, told = stage.window, []
        window.filesDropped.disconnect()  # nothing is to be opened
        window.filesDropped.connect(told.append)
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        for action_id in (*SIDES, "show-contents", "show-thumbnails", "find", "edit-number", "edit-text"):
            stage.press(action_id)
            parts = [
                part for part in window.findChildren(QWidget) if part.isVisible() and not part.isWindow()
            ]
            before = [part.text() for part in parts if isinstance(part, QLineEdit)]
            for part in parts:
                told.clear()
                assert drop(part, "file:///tmp/a.pdf") == [True, True], part
                assert Path("/tmp/a.pdf") in told[0], part
            assert [part.text() for part in parts if isinstance(part, QLineEdit)] == before
            assert "a.pdf" not in window.inspector.text.toPlainText()
            window.setFocus()


def test_words_can_still_be_moved_within_the_text_of_an_entry(qtbot):
    text, data = GrowingText(1, 4), QMimeData()
    qtbot.addWidget(text)
    data.setText("words")
    assert text.canInsertFromMimeData(data)
