"""Reports extracted again, taken out and put back; projects that can only be read; several windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pymupdf
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

import main
from gui.main_window import MainWindow
from gui.menus import words_of
from gui.recent_menu import RecentMenu
from gui.settings import Settings
from model import editing
from model.labels import Slot, Status
from model.nodes import Kind
from model.review import Source
from storage.project import Project
from storage.schema import DOCUMENT
from storage.writer import Priority

Key = Qt.Key


def status(user, node_id):
    return user.session.review.status(node_id, user.session.reviewer.id)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def way(user, label):
    """A button of the window's message."""
    user.wait(lambda: any(b.text() == label for b in user.window.bar.findChildren(QPushButton)), label)
    return next(b for b in user.window.bar.findChildren(QPushButton) if b.text() == label)


def menu_of_document(user, row=0) -> QMenu:
    """Asks for the menu of a report in the list, with the right button."""
    view = user.window.library.view
    place = view.visualRect(view.model().index(row, 0)).center()
    view.customContextMenuRequested.emit(place)
    user.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    return QApplication.activePopupWidget()


def pick(menu, words):
    action = next(action for action in menu.actions() if words_of(action) == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_a_report_extracted_again_keeps_the_review(use, project):
    with Project.open(project) as stored:
        older = DOCUMENT.update().values(extractor="paraph-grammar@0")
        stored.write(lambda connection: connection.execute(older) and None, Priority.EDIT).result()
        review = stored.review(stored.documents()[0].id)
        lost = next(node for node in review.outline if node.kind is Kind.PARAGRAPH and node.number == "6")
        assert lost.text

    def script(user):
        user.report_opened()
        assert "earlier version" in user.window.library.model.items[0].description
        node = user.paragraph("5")
        user.session.select((node.id,), "test")
        user.key(Key.Key_A)
        user.settled()
        user.window.actions_of["edit-text"].trigger()
        user.wait(lambda: user.window.inspector.isAncestorOf(QApplication.focusWidget()), "the text")
        user.type("Mended. ")
        user.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        user.settled()
        before = [(n.id, n.text) for n in user.session.review.outline]
        user.from_palette("Extract again")
        user.wait(lambda: "was extracted again" in user.window.bar.text, "the end of it")
        user.picture("1 extracted again")
        after = [(n.id, n.text) for n in user.session.review.outline]
        assert after == before
        assert status(user, node.id) is Status.ACCEPTED
        user.wait(lambda: "earlier" not in user.window.library.model.items[0].description, "the list")
        click(way(user, "Undo"))
        user.settled()
        assert user.session.review.document.extractor == "paraph-grammar@0"
        pick(menu_of_document(user), "Extract again")
        user.wait(lambda: user.session.review.document.extractor != "paraph-grammar@0", "it once more")
        user.wait(lambda: user.window.again.is_idle, "rest")
        user.from_palette("Extract older")
        user.wait(lambda: "already extracted by this version" in user.window.bar.text, "the answer")

    assert use(script, project) == 0


def test_a_report_taken_out_comes_back(use, project):
    def script(user):
        user.report_opened()
        user.session.select((user.paragraph("5").id,), "test")
        user.key(Key.Key_F)
        user.settled()
        pick(menu_of_document(user), "Take out of the project")
        user.wait(lambda: not user.session.documents, "the empty list")
        assert user.session.review is None
        user.picture("1 taken out")
        click(way(user, "Put back"))
        user.report_opened()
        assert status(user, user.paragraph("5").id) is Status.FLAGGED
        user.from_palette("Take the report out")
        user.wait(lambda: not user.session.documents, "the empty list")
        user.from_palette("Put a report back")
        user.report_opened()
        user.from_palette("Put a report back")
        user.wait(lambda: "No report was taken out" in user.window.bar.text, "the answer")

    assert use(script, project) == 0


def test_a_project_that_is_open_elsewhere_can_be_read(use, project):
    def script(user):
        user.wait(lambda: "Paraph" in user.window.bar.text, "the refusal")
        user.picture("1 refused")
        click(way(user, "Open for reading"))
        user.report_opened()
        assert "for reading" in user.window.windowTitle()
        user.session.select((user.paragraph("5").id,), "test")
        user.key(Key.Key_A)
        assert not user.window.actions_of["accept"].isEnabled()
        assert not user.window.actions_of["import"].isEnabled()
        user.window.inspector.setFocus()
        user.session.perform(lambda review, reviewer: None)
        user.wait(lambda: "for reading only" in user.window.outline_bar.text, "the reason")
        user.settled()
        user.picture("2 for reading")

    with Project.open(project) as elsewhere:
        assert use(script, project) == 0
        assert elsewhere.history(elsewhere.documents()[0].id) == []


def windows():
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return [window for window in found if window.isVisible()]


def second_window(user, before):
    """The window that was not there before, once it is assembled and in front."""
    user.wait(lambda: len(windows()) > len(before), "a second window")
    other = next(window for window in windows() if window not in before)
    user.wait(lambda: other.is_assembled, "its parts")
    other.activateWindow()
    user.wait(other.isActiveWindow, "its turn")
    return other


def test_two_projects_in_two_windows_come_back_after_quitting(use, project, tmp_path):
    second = Path(shutil.copy(project, tmp_path / "second.paraph"))

    def open_two(user):
        user.report_opened()
        first = user.window
        user.key(Key.Key_N, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        other = second_window(user, [first])
        assert other.session.project is None
        user.picture("1 an empty window")
        other.opener.open_files([project])  # it is open already
        user.wait(first.isActiveWindow, "the window that has it")
        assert other.session.project is None
        other.opener.open_files([second])
        user.wait(lambda: other.session.review is not None, "the other project's report")
        assert (first.session.project.path, other.session.project.path) == (project, second)
        first.activateWindow()
        user.wait(first.isActiveWindow, "the first window's turn")
        user.key(Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: not windows(), "the end of both")

    def both_are_back(user):
        user.wait(lambda: len(windows()) == 2, "both windows")
        for window in windows():
            user.wait(lambda window=window: window.is_assembled, "its parts")
            user.wait(lambda window=window: window.session.review is not None, "its report")
        assert {window.session.project.path for window in windows()} == {project, second}
        other = next(window for window in windows() if window is not user.window)
        other.activateWindow()
        user.wait(other.isActiveWindow, "its turn")
        QTest.keyClick(other, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: windows() == [user.window], "one window less")

    def one_is_left(user):
        user.report_opened()
        assert len(windows()) == 1

    assert use(open_two, project) == 0
    assert use(both_are_back) == 0
    assert use(one_is_left) == 0


def test_what_is_open_is_remembered_before_the_end(use, project, tmp_path):
    """A crash leaves no time for it."""
    second = Path(shutil.copy(project, tmp_path / "second.paraph"))

    def remembered():
        return [Path(path) for path, _ in Settings().get("windows", [])]

    def script(user):
        user.report_opened()
        user.wait(lambda: remembered() == [project], "the first project")
        user.window.opener.open_files([second])
        user.wait(lambda: remembered() == [second], "the second project")
        user.key(Key.Key_N, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        other = second_window(user, [user.window])
        other.opener.open_files([project])
        user.wait(lambda: remembered() == [second, project], "both")
        other.close()
        user.wait(lambda: remembered() == [second], "the one that is left")

    assert use(script, project) == 0


def test_nobody_is_asked_for_a_name_where_nothing_can_be_decided(use, project):
    def script(user):
        user.wait(lambda: user.window.bar.text, "the refusal")
        click(way(user, "Open for reading"))
        user.report_opened()
        assert QApplication.activeModalWidget() is None

    with Project.open(project):
        assert use(script, project, reviewer="") == 0


def test_recent_projects_are_in_the_file_menu(use, project, tmp_path):
    second = Path(shutil.copy(project, tmp_path / "second.paraph"))

    def script(user):
        user.report_opened()
        user.window.opener.open_files([second])
        user.wait(lambda: user.session.project and user.session.project.path == second, "the second project")
        user.report_opened()
        menu = user.window.findChild(RecentMenu)
        menu.popup(user.window.mapToGlobal(user.window.rect().center()))
        user.wait(lambda: len(menu.actions()) == 2, "both projects")
        pick(menu, "2  reviewed")
        user.wait(lambda: user.session.project and user.session.project.path == project, "the first again")
        user.report_opened()

    assert use(script, project) == 0


def test_a_report_closed_while_it_is_extracted_again_comes_to_its_end(use, project):
    """The edit is asked for by a report that is open, and committed when it is open no more."""

    def script(user):
        user.report_opened()
        session, again = user.session, user.window.again

        def close_once_asked(*_):
            if not session.is_idle:  # the edit is on its way to the disk
                clock.stop()
                session.close_document()

        clock = QTimer(user.window, interval=0)
        clock.timeout.connect(close_once_asked)
        clock.start()
        again.start([session.review.document.id])
        user.wait(lambda: session.review is None, "the closing")
        user.wait(lambda: again.is_idle, "its end")

    with Project.open(project) as stored:
        older = DOCUMENT.update().values(extractor="paraph-grammar@0")
        stored.write(lambda connection: connection.execute(older) and None, Priority.EDIT).result()
    assert use(script, project) == 0
    with Project.open(project) as stored:
        assert stored.documents()[0].extractor != "paraph-grammar@0"


def test_the_work_goes_on_in_a_copy_when_the_file_was_moved_away(use, project):
    elsewhere, copy = project.with_name("elsewhere.paraph"), project.with_name("rescued.paraph")

    def script(user):
        user.report_opened()
        node = user.paragraph("5")
        user.session.select((node.id,), "test")
        user.window.outline.tree.setFocus()
        project.rename(elsewhere)
        user.key(Key.Key_A, times=2)
        user.wait(lambda: "moved, deleted or replaced" in user.window.bar.text, "the message")
        user.wait(lambda: user.session.held == 2, "what waits")
        assert user.current.id == node.id
        user.picture("1 not saved")
        click(way(user, "Save a copy…"))
        user.dialog()
        user.type(str(copy))
        user.key(Key.Key_Return)
        user.wait(lambda: user.window.opener.project_path == copy and not user.session.held, "the copy")
        user.report_opened()
        user.wait(lambda: user.session.undo_name is not None, "the edits")
        user.picture("2 in the copy")
        assert [status(user, user.paragraph(number).id) for number in "567"] == [
            Status.ACCEPTED,
            Status.ACCEPTED,
            Status.UNREVIEWED,
        ]

    assert use(script, project) == 0
    with Project.open(copy) as stored:
        assert stored.documents()[0].reviewed == 2


def test_what_another_reviewer_decided_in_a_copy_comes_in_and_is_settled(use, project, tmp_path):
    theirs = Path(shutil.copy(project, tmp_path / "from Ben.paraph"))
    with Project.open(theirs) as other:
        ben, review = other.person("Ben"), other.review(other.documents()[0].id)
        node = next(n for n in review.outline if n.kind is Kind.PARAGRAPH and n.number == "5")
        edit = editing.label(review, ben, [node.id], Slot.ROLE, "decision")
        other.apply(edit, review.document.id, ben).result()

    def script(user):
        user.report_opened()
        user.session.select((user.paragraph("5").id,), "test")
        user.key(Key.Key_5)
        user.settled()
        user.from_palette("Import labels")
        dialog = user.dialog()
        dialog.findChild(QLineEdit).setFocus()
        user.type(str(theirs))
        user.key(Key.Key_Return)
        user.wait(lambda: "came in" in user.window.bar.text, "the labels")
        user.turn()
        panel = user.window.doubts

        def differing():
            return [found for found in panel.doubts if found.kind == "reviewers differ"]

        user.wait(lambda: differing(), "who differs")
        user.key(Key.Key_3, Qt.KeyboardModifier.AltModifier)
        while panel.current not in differing():
            user.key(Key.Key_F4)
        assert user.current.number == "5"
        user.picture("1 reviewers differ")
        user.key(Key.Key_4)
        user.settled()
        user.wait(lambda: "says Observation" in "".join(found.text for found in differing()), "the new word")
        user.key(Key.Key_R)
        user.wait(lambda: not differing(), "the end of it")
        shown = user.session.review.shown(node.id, Slot.ROLE, ben.id)
        assert (shown.value, shown.source) == ("observation", Source.ADJUDICATED)
        user.picture("2 settled")

    assert use(script, project) == 0


def _start_again(user, *paths: Path) -> None:
    """Starts Paraph once more, as a double click on a file does, until that start has ended."""
    again = subprocess.Popen(
        [sys.executable, main.__file__, *map(str, paths)], stdout=subprocess.PIPE, text=True
    )
    user.wait(lambda: again.poll() is not None, "the end of the second start")
    said, _ = again.communicate()
    opened = ", and its window opens them" if paths else ""
    assert (again.returncode, said) == (0, f"Paraph is already open{opened}.\n")


def test_a_second_start_hands_its_files_to_the_window_that_is_open(use, project, tmp_path):
    letter = tmp_path / "letter.pdf"
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 100), "The harbour was dredged in the year of the report.")
        pdf.save(letter)

    def script(user):
        user.report_opened()
        _start_again(user)
        _start_again(user, project)
        _start_again(user, letter)
        user.wait(lambda: len(user.session.documents) == 2, "the letter")
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        assert len(windows) == 1

    assert use(script, project) == 0
