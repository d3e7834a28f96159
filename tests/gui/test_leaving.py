"""A window that is closed while an export goes on closes when that is written; no other one waits."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.stage import Stage
from model.errors import UserFacingError
from model.nodes import Kind


@pytest.fixture
def stage(qapp, copy):
    with Stage() as made:
        made.new_project(copy)
        yield made


class Held:
    """An export that waits until it is let go, and fails if it is told to."""

    def __init__(self, monkeypatch):
        from storage import exporting

        self.begun, self.free, self.fails = Event(), Event(), False
        self._export = exporting.export
        monkeypatch.setattr(exporting, "export", self)

    def __call__(self, project, formats, folder, *, settings, on_progress):
        self.begun.set()
        while not self.free.wait(0.01):
            on_progress(1, 2)
        if self.fails:
            raise UserFacingError("out: the disk is full")
        return self._export(project, formats, folder, settings=settings, on_progress=on_progress)


@pytest.fixture
def held(monkeypatch, stage, tmp_path):
    held = Held(monkeypatch)
    stage.window.exporting.export(["jsonl"], tmp_path / "out")
    stage.wait_for(held.begun.is_set, "the export")
    yield held
    held.free.set()


def test_a_window_closes_when_its_export_is_written(stage, held, tmp_path):
    window = stage.window
    window.close()
    assert not window.is_closing
    assert window.bar.text == "Exporting is still going on. This project closes when it is done."
    held.free.set()
    stage.wait_for(lambda: window.ending.is_over, "the end of the window")
    assert (tmp_path / "out" / "copy.jsonl").exists()


def test_an_export_that_fails_keeps_its_window_to_say_so(stage, held):
    held.fails = True
    stage.window.close()
    held.free.set()
    stage.wait_for(lambda: "the disk is full" in stage.window.bar.text, "the reason")
    stage.settle()
    assert not stage.window.is_closing
    assert not stage.window.messages.leaving.is_wanted


def test_an_export_can_be_stopped_to_leave(stage, held, tmp_path):
    stage.window.close()
    stage.window.bar.press("Stop it and close")
    stage.wait_for(lambda: stage.window.ending.is_over, "the end of the window")
    assert not list((tmp_path / "out").glob("*"))


def test_one_can_stay_after_all(stage, held, tmp_path):
    stage.window.close()
    stage.window.bar.press("Stay here")
    held.free.set()
    stage.wait_for(lambda: "Exported copy.jsonl" in stage.window.bar.text, "the message")
    stage.settle()
    assert not stage.window.is_closing


@pytest.mark.parametrize("by_key", [False, True])
def test_who_closes_the_message_stays(stage, held, by_key):
    window = stage.window
    window.close()
    if by_key:
        QTest.keyClick(window.bar, Qt.Key.Key_Escape)
    else:
        window.bar.close_button.click()
    assert (window.messages.leaving.is_wanted, window.bar.text) == (False, "")


def test_a_copy_that_was_begun_meanwhile_is_awaited_too(stage, held):
    """The export ends before it."""
    window = stage.window
    window.close()
    copying = window.jobs.start("Saving a copy", cancellable=False, awaited=True)
    held.free.set()
    stage.wait_for(lambda: window.bar.text.startswith("Saving a copy is still"), "the end of the export")
    assert not window.is_closing
    copying.finish()
    stage.wait_for(lambda: window.ending.is_over, "the end of the window")


def test_what_cannot_be_saved_meanwhile_keeps_its_window(stage, held, copy, qtbot):
    window = stage.window
    window.close()
    with qtbot.waitSignal(window.messages.leaving.stays):
        away = copy.rename(copy.with_name("away.paraph"))
        held.free.set()
    assert not window.is_closing
    away.rename(copy)


def test_a_copy_that_opens_for_what_waits_to_be_saved_is_not_left(stage, copy):
    """What waits would be lost with the window."""
    window = stage.window
    stage.open_report()
    stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
    export = window.jobs.start("Exporting", awaited=True)
    window.close()
    copy.rename(copy.with_name("away.paraph"))
    QTest.keyClicks(window.outline.tree, "f")
    stage.settle()
    assert window.session.held == 1
    window.copying.save(copy.with_name("kept.paraph"))
    export.finish()
    stage.wait_for(lambda: not window.copying.is_busy or window.is_closing, "the copy")
    stage.settle()
    assert (window.is_closing, window.messages.leaving.is_wanted) == (False, False)
    assert (window.session.held, window.opener.project_path) == (0, copy.with_name("kept.paraph"))


def test_a_forced_end_is_no_wish_to_stay(stage, held, qtbot):
    leaving = stage.window.messages.leaving
    stage.window.close()
    with qtbot.assertNotEmitted(leaving.stays):
        stage.window.messages.unsaved.leave_at_once()
        assert (leaving.is_wanted, stage.window.bar.text) == (False, "")
        stage.window.close()
        stage.wait_for(lambda: stage.window.ending.is_over, "the end of the window")


def test_another_project_opens_when_the_export_is_written(stage, held, tmp_path):
    other = tmp_path / "other.paraph"
    stage.window.opener.new_project(other)
    assert stage.window.bar.labels == ["Stop it and close", "Stay here"]
    held.free.set()
    stage.wait_for(lambda: stage.window.opener.project_path == other, "the other project")


def test_a_copy_opens_when_the_export_is_written(stage, held, tmp_path):
    kept = tmp_path / "kept.paraph"
    stage.window.copying.save(kept)
    stage.wait_for(lambda: "Open the copy" in stage.window.bar.labels, "the copy")
    stage.window.bar.press("Open the copy")
    assert stage.window.bar.labels == ["Stop it and close", "Stay here"]
    held.free.set()
    stage.wait_for(lambda: stage.window.opener.project_path == kept, "the copy in the window")


def test_what_reads_on_behind_a_closed_window_keeps_no_other_waiting(stage):
    free = Event()
    stage.window.session.run(free.wait, 30)
    stage.window.close()
    told = []
    stage.window.session.close(lambda: told.append("closed"))
    stage.wait(300)  # the thread of all windows lives
    assert told == []
    free.set()
    stage.wait_for(lambda: bool(told), "the end of the session")
