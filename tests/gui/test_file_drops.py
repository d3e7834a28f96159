"""A PDF may be dropped anywhere on the window; anything that is no file is let fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.file_drops import FileDrops
from gui.library.panel import LibraryPanel
from gui.main_window import MainWindow
from gui.page.hands import PageHands
from gui.page_panel import EmptyState


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


@pytest.mark.parametrize("place", [MainWindow, LibraryPanel, PageHands, EmptyState])
def test_every_part_of_the_window_takes_files_in_the_same_way(place):
    assert place.dropEvent is FileDrops.dropEvent
    assert place.dragEnterEvent is FileDrops.dragEnterEvent
