"""What cannot be saved is told, stays where it is, and is saved as soon as there is a place for it."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.copying import Copying
from gui.inspector.add_line import AddLine
from gui.stage import Stage
from model.labels import Status
from model.nodes import Kind
from storage.project import Project
from storage.writer import Priority


@pytest.fixture
def path(tmp_path, sample_file):
    copy = tmp_path / "review.paraph"
    copy.write_bytes(sample_file.read_bytes())
    return copy


@pytest.fixture
def stage(qapp, path):
    with Stage() as stage:
        stage.new_project(path)  # there already, so it is opened
        stage.open_report()
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        yield stage
        stage.window.session.take_held()


@pytest.fixture
def moved(stage, path):
    elsewhere = path.rename(path.with_name("elsewhere.paraph"))
    yield elsewhere
    if elsewhere.exists() and stage.window.opener.project_path == path:
        elsewhere.rename(path)  # else the window would not close


def press(stage, letters):
    QTest.keyClicks(stage.window.outline.tree, letters)
    stage.settle()


def accepted(review, reviewer):
    return [node.number for node in review.outline if review.status(node.id, reviewer.id) is Status.ACCEPTED]


def test_undo_says_that_a_change_waits_to_be_saved(stage, moved, path):
    window = stage.window
    press(stage, "a")
    assert not window.actions_of["undo"].isEnabled()
    QTest.keyClick(window.outline.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.status.told == "Undo: what you changed last waits to be saved"

    moved.rename(path)
    window.session.try_again()
    stage.wait_for(window.actions_of["undo"].isEnabled, "something to undo")


def test_accepting_stays_where_it_cannot_be_saved_and_says_what_to_do(stage, moved):
    session, window = stage.window.session, stage.window
    behind = f"{session.project.path}: cannot be written to"  # by what is read or written beside the edits
    session.failed.emit(behind)
    press(stage, "aaa")
    session.failed.emit(behind)
    assert session.current.number == "5"
    assert window.status.saved.text() == "not saved"
    assert "moved, deleted or replaced" in window.bar.text
    assert window.bar.text.endswith("3 changes wait to be saved.")
    assert window.outline_bar.text == ""


def test_what_could_not_be_saved_goes_before_the_next_change(stage, path, moved):
    session = stage.window.session
    press(stage, "aa")
    moved.rename(path)
    press(stage, "a")  # once more on the first
    assert session.held == 0
    assert accepted(session.review, session.reviewer) == ["5", "6"]
    assert stage.window.bar.text == ""
    assert stage.window.status.saved.text().startswith("saved")


def test_trying_again_saves_all_that_waits(stage, path, moved):
    session = stage.window.session
    press(stage, "aa")
    stage.window.bar.press("Try again")
    stage.settle()
    assert session.held == 2
    moved.rename(path)
    stage.window.bar.press("Try again")
    stage.settle()
    assert accepted(session.review, session.reviewer) == ["5", "6"]


def test_what_waits_while_its_report_is_closed_and_opened_again_is_seen_when_it_is_saved(stage, path, moved):
    session = stage.window.session
    press(stage, "aa")
    document = session.review.document.id
    moved.rename(path)
    session.close_document()
    session.open_document(document)
    stage.wait_for(lambda: session.review is not None, "the report")
    assert session.held == 2
    stage.window.bar.press("Try again")
    stage.settle()
    assert accepted(session.review, session.reviewer) == ["5", "6"]
    stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
    press(stage, "x")
    assert stage.window.outline_bar.text == ""
    assert accepted(session.review, session.reviewer) == ["6"]


def test_the_work_goes_on_in_a_copy_with_all_that_could_not_be_saved(stage, path, moved):
    window, session = stage.window, stage.window.session
    press(stage, "aa")
    copy = path.with_name("rescued.paraph")
    window.copying.save(copy.with_suffix(""))
    stage.wait_for(lambda: session.review is not None and session.project.path == copy, "the copy")
    stage.settle()
    assert accepted(session.review, session.reviewer) == ["5", "6"]
    assert session.current.number == "5"
    assert "rescued.paraph" in window.bar.text
    with Project.open(copy, read_only=True) as stored:
        assert accepted(stored.review(session.review.document.id), session.reviewer) == ["5", "6"]


def test_a_window_stays_while_something_is_not_saved_and_leaves_without_it_when_told(stage, moved):
    window = stage.window
    press(stage, "a")
    window.close()
    assert window.isVisible()
    window.bar.press("Leave without the change")
    assert not window.isVisible()


@pytest.fixture
def slow(stage):
    """The project's file is in use by something else, until it is let go."""
    begun, free = Event(), Event()

    def hold(connection):
        begun.set()
        free.wait()

    stage.window.session.project.write(hold, Priority.EDIT)
    begun.wait()
    yield free
    free.set()


def test_a_change_that_takes_long_is_not_called_saved(stage, slow):
    window = stage.window
    QTest.keyClicks(window.outline.tree, "a")
    stage.wait_for(lambda: window.status.saved.text() == "saving…", "the word")
    slow.set()
    stage.wait_for(lambda: window.status.saved.text().startswith("saved "), "the end")


def test_a_late_change_that_comes_to_nothing_leaves_the_word_before(stage, slow):
    window, said = stage.window, stage.window.status.saved.text()
    stage.window.session.undo()  # there is nothing
    stage.wait_for(lambda: window.status.saved.text() == "saving…", "the word")
    slow.set()
    stage.settle()
    assert window.status.saved.text() == said


def test_a_change_that_fails_while_the_window_closes_keeps_it(stage, slow, moved):
    window = stage.window
    QTest.keyClicks(window.outline.tree, "a")
    window.close()
    stage.wait_for(lambda: window.bar.text.startswith("Your last change is still being saved"), "the message")
    slow.set()
    stage.wait_for(lambda: "Leave without the change" in window.bar.labels, "the question")
    assert (window.is_closing, window.session.held) == (False, 1)


def test_a_change_that_fails_while_another_project_is_wanted_keeps_this_one(stage, slow, moved, path):
    window = stage.window
    QTest.keyClicks(window.outline.tree, "a")
    window.opener.new_project(path.with_name("another.paraph"))
    slow.set()
    stage.wait_for(lambda: "Leave without the change" in window.bar.labels, "the question")
    assert (window.session.project.path, window.session.held) == (path, 1)


def test_a_window_closes_when_its_last_change_is_saved(stage, slow, path):
    window, review, reviewer = stage.window, stage.window.session.review, stage.window.session.reviewer
    QTest.keyClicks(window.outline.tree, "a")
    window.close()
    assert not window.is_closing
    slow.set()
    stage.wait_for(lambda: window.ending.is_over, "the end of the window")
    with Project.open(path, read_only=True) as stored:
        assert accepted(stored.review(review.document.id), reviewer) == ["5"]


def test_words_that_are_being_typed_keep_a_window_where_they_cannot_be_saved(stage, moved, monkeypatch):
    window = stage.window
    monkeypatch.setattr(Copying, "problem", "")  # nobody knows yet that it cannot be saved
    window.activateWindow()
    window.actions_of["edit-text"].trigger()
    stage.wait_for(window.inspector.text.hasFocus, "the field")
    QTest.keyClicks(window.inspector.text, "Typed. ")
    window.close()
    stage.wait_for(lambda: "Leave without the change" in window.bar.labels, "the question")
    assert (window.is_closing, window.session.held) == (False, 1)
    assert window.inspector.text.hasFocus()


def test_a_field_that_goes_when_it_is_left_keeps_no_keys(stage, moved, monkeypatch):
    window = stage.window
    monkeypatch.setattr(Copying, "problem", "")  # nobody knows yet that it cannot be saved
    window.activateWindow()
    window.actions_of["slot-themes"].trigger()
    stage.wait_for(lambda: isinstance(window.focusWidget(), AddLine), "the field")
    QTest.keyClicks(window.focusWidget(), "piers")
    window.close()
    stage.wait_for(lambda: "Leave without the change" in window.bar.labels, "the question")
    assert window.session.held == 1
    assert window.outline.tree.hasFocus()


def test_what_was_given_up_for_a_project_that_cannot_be_made_still_waits(stage, path, moved):
    window = stage.window
    press(stage, "a")
    window.opener.new_project(path / "no folder" / "new.paraph")
    path.write_bytes(b"")  # a file where a folder would be
    window.bar.press("Leave without the change")
    stage.wait_for(lambda: "choose another folder" in window.bar.text, "the refusal")
    path.unlink()
    window.close()
    assert window.isVisible()
    assert "Leave without the change" in window.bar.labels


def test_a_file_that_is_gone_is_noticed_when_one_comes_back_to_the_window(stage, path, moved):
    window = stage.window
    window.copying.look_after_file()
    stage.wait_for(lambda: "moved, deleted" in window.bar.text, "the message")
    window.opener.open_project(moved)
    assert "Save a copy…" in window.bar.labels
    assert window.session.project.path == path
    window.bar.press("Leave without a copy")
    stage.wait_for(lambda: window.session.project and window.session.project.path == moved, "the other file")


def test_words_typed_before_one_goes_elsewhere_are_not_lost(stage, path, moved):
    window, session = stage.window, stage.window.session
    node = session.current
    window.activateWindow()
    window.actions_of["edit-text"].trigger()
    QTest.keyClicks(window.inspector.text, "Typed. ")
    stage.press("next")
    window.outline.tree.setFocus(Qt.FocusReason.OtherFocusReason)
    stage.settle()
    moved.rename(path)
    session.try_again()
    stage.settle()
    assert session.review.outline[node.id].text.count("Typed.") == 1


def test_a_copy_on_demand_can_be_opened_and_never_overwrites(stage, path):
    window, copy = stage.window, path.with_name("copy.paraph")
    window.copying.save(copy)
    stage.wait_for(lambda: "A copy of the project is saved" in window.bar.text, "the copy")
    window.copying.save(copy)
    stage.wait_for(lambda: "already there" in window.bar.text, "the refusal")
    window.copying.save(path)
    stage.wait_for(lambda: f"{path}: already there" in window.bar.text, "the refusal")
    window.opener.open_copy(copy)
    stage.wait_for(lambda: window.session.review is not None and window.opener.project_path == copy, "it")
