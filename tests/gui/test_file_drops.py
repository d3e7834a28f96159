"""A PDF may be dropped anywhere on the window; anything that is no file is let fall."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

import resources
from gui.file_drops import FileDrops
from gui.inspector.growing import GrowingText
from gui.stage import Stage
from model.nodes import Kind
from storage.project import Project


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
def pdf(tmp_path):
    """A report that no project has."""
    path = tmp_path / "other.pdf"
    path.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n% another file\n")
    return path


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


@pytest.mark.parametrize("url", ["https://example.org/report.pdf", "file:", "file:///tmp/a%00.pdf"])
def test_what_is_no_file_is_not_taken(field, qtbot, url):
    with qtbot.assertNotEmitted(field.filesDropped):
        assert drop(field, url) == [False, False]


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


def hint(window):
    return window.drop_hint.words if window.drop_hint is not None and window.drop_hint.isVisible() else ""


def drag(widget, kind, *urls):
    """Files come over a widget, or leave it."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, kind() if kind is QDragLeaveEvent else kind(QPoint(5, 5), *rest))


def test_while_files_are_above_the_window_it_says_what_dropping_them_does(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        window = stage.window
        drag(window, QDragEnterEvent, "file:///tmp/a.pdf")
        assert hint(window) == "Drop to import into copy"
        assert window.drop_hint.geometry() == window.rect()
        drag(window, QDragLeaveEvent)
        assert hint(window) == ""
        drag(window.outline.tree, QDragEnterEvent, "file:///tmp/other.paraph")
        assert hint(window) == "Drop to open other"
        window.filesDropped.disconnect()
        drop(window, "file:///tmp/a.pdf")
        assert hint(window) == ""


def test_files_for_a_project_that_does_not_open_go_into_the_next_one(qapp, copy, pdf, tmp_path):
    with Stage() as stage, Project.open(copy):
        stage.window.opener.open_files([copy, pdf])
        stage.wait_for(lambda: "Open for reading" in stage.window.bar.labels, "the refusal")
        assert ". 1 file for it goes into the project that you open next." in stage.window.bar.text
        stage.window.bar.press("Open for reading")
        stage.open_report()
        assert stage.window.session.read_only
        stage.new_project(tmp_path / "next.paraph")
        stage.wait_for(lambda: len(stage.window.session.documents) == 1, "the report")
        assert stage.window.opener.left == ()
        stage.settle()


def test_a_project_for_reading_takes_no_files_and_offers_a_copy(qapp, copy, pdf):
    with Stage() as stage:
        stage.window.opener.open_for_reading(copy)
        stage.open_report()
        before = len(stage.window.session.documents)
        drop(stage.window, pdf.as_uri())
        assert "for reading only" in stage.window.bar.text
        assert stage.window.bar.labels == ["Save a copy…"]
        assert stage.window.imports.is_idle
        assert len(stage.window.session.documents) == before


@pytest.mark.parametrize("waits", [False, True])
def test_files_stay_with_their_project_where_another_is_wanted_before_it_opens(
    qapp, copy, pdf, tmp_path, waits
):
    with Stage() as stage:
        opener, session = stage.window.opener, stage.window.session
        stage.new_project(tmp_path / "first.paraph")
        if waits:  # for one that is being opened
            opener.new_project(tmp_path / "second.paraph")
        opener.open_files([copy, pdf])
        opener.open_project(tmp_path / "first.paraph")
        stage.wait_for(lambda: not opener.is_opening, "the one wanted last")
        assert (session.project.path.name, session.documents) == ("first.paraph", ())
        opener.open_project(copy)
        stage.wait_for(lambda: "Try again" in stage.window.bar.labels, "what was left")
        assert [item.path for item in stage.window.imports.items] == [pdf]
        stage.settle()


@pytest.mark.parametrize("told", [False, True])
def test_files_of_a_window_that_is_closed_before_their_project_can_be_opened_go_into_it_later(
    qapp, copy, pdf, told
):
    with Project.open(copy), Stage() as first:
        settings = first.window.settings
        first.window.opener.open_project(copy, [pdf])
        if told:
            first.wait_for(lambda: "already open" in first.window.bar.text, "the refusal")
    with Stage() as stage:
        stage.window.settings.keep_files(copy, settings.take_files(copy))
        stage.new_project(copy)
        stage.wait_for(lambda: len(stage.window.session.documents) == 2, "the file")
        assert stage.window.settings.take_files(copy) == ()


def test_files_of_a_project_that_does_not_open_do_not_go_into_one_that_was_wanted_before_it_failed(
    qapp, copy, pdf, tmp_path
):
    damaged = tmp_path / "damaged.paraph"
    damaged.touch()
    with Stage() as stage:
        opener, session = stage.window.opener, stage.window.session
        opener.open_files([damaged, pdf])
        opener.open_project(copy)
        stage.wait_for(lambda: "1 file for it goes" in stage.window.bar.text, "what did not open")
        assert (session.project.path, opener.left, stage.window.imports.is_idle) == (copy, (pdf,), True)
        stage.new_project(tmp_path / "next.paraph")
        stage.wait_for(lambda: len(session.documents) == 1, "the file in the next project")
        stage.settle()
