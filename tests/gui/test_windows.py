"""The windows of the application: what other starts were to open, and what comes back at the next one."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack

import pymupdf
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.app import discard
from gui.copying import Copying
from gui.settings import Settings
from gui.stage import PATIENCE_S, Waiting
from gui.theme import Theme
from gui.windows import Windows
from model import editing
from model.nodes import Kind


class Application:
    """All windows, as `gui.app` has them."""

    def __init__(self, windows, settings):
        self.windows, self.settings = windows, settings
        self.is_over = False
        windows.over.connect(self._over)

    @property
    def all(self):
        return self.windows.all

    @property
    def left(self):
        """The projects that come back."""
        return [project for project, _ in self.settings.get("windows", [])]

    def shown(self, *projects):
        """Waits until these are open; gives the windows as they were used."""

        def are():
            return len(self.all) == len(projects) and all(
                window.is_assembled and window.session.project is not None and not window.opener.is_opening
                for window in self.all
            )

        self.wait_for(are)
        assert {window.opener.project_path for window in self.all} == set(projects)
        return list(self.all)

    def wait_for(self, condition):
        assert Waiting(condition, PATIENCE_S).run()

    def turn_to(self, window):
        QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))

    def end(self):
        for window in list(self.all):
            if window.is_assembled:
                window.messages.unsaved.leave_at_once()
            window.close()
        self.wait_for(lambda: self.is_over)

    def _over(self):
        self.is_over = True


@pytest.fixture
def running(qapp, tmp_path):
    with ExitStack() as until_the_end:
        settings, theme = Settings(tmp_path / "settings.json"), Theme(qapp)
        application = Application(Windows(settings, theme, until_the_end), settings)
        yield application
        application.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    discard(application.windows)
    discard(theme)


@pytest.fixture
def other(copy):
    return type(copy)(shutil.copy(copy, copy.with_name("other.paraph")))


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.pdf"
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 100), "The harbour was dredged in the year of the report.")
        pdf.save(path)
    return path


def export_begun(window):
    """An export that goes on until its job is finished."""
    return window.jobs.start("Exporting", awaited=True)


def _quit_during_export(running, copy):
    """The window of a project that is to close when its export is done, and that export."""
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    job = export_begun(window)
    running.windows.close_all()
    return window, job


def test_what_is_asked_for_at_the_start_needs_no_other_window(running, copy, letter):
    running.windows.started.connect(lambda: running.windows.take([letter]))
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    running.wait_for(lambda: len(window.session.documents) == 2)


def test_what_is_asked_for_before_there_is_a_window_waits_for_it(running, copy):
    running.windows.begin([copy], sample=False)
    running.windows.take([copy])
    running.windows.take([])
    running.shown(copy)


def test_what_was_asked_for_is_opened_where_the_window_that_came_is_closed(running, copy, other):
    running.windows.begin([copy], sample=False)
    running.windows.take([other])
    running.all[0].close()
    running.shown(other)
    assert not running.is_over


def test_a_project_opens_in_a_window_that_has_none(running, copy, other, tmp_path):
    damaged = tmp_path / "damaged.paraph"
    damaged.touch()
    running.windows.begin([damaged], sample=False)
    (window,) = running.all
    running.wait_for(lambda: window.is_assembled and "not a Paraph project" in window.bar.text)
    running.windows.take([copy])
    running.shown(copy)
    running.windows.take([other])
    running.shown(copy, other)


def test_files_that_wait_for_their_project_do_not_go_into_one_that_another_start_asks_for(
    running, copy, letter, tmp_path
):
    damaged = tmp_path / "damaged.paraph"
    damaged.touch()
    running.windows.begin([damaged, letter], sample=False)
    (window,) = running.all
    running.wait_for(lambda: window.is_assembled and "not a Paraph project" in window.bar.text)
    running.windows.take([copy])
    running.wait_for(lambda: copy in [one.opener.project_path for one in running.all if one.is_assembled])
    assert (window.opener.project_path, window.opener.left) == (None, (letter,))


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_to_a_project_leads_to_its_window(running, copy, other):
    link = copy.with_name("link.paraph")
    link.symlink_to(copy)
    running.windows.begin([copy], sample=False)
    running.shown(copy)
    running.windows.take([other])
    running.shown(copy, other)
    running.windows.take([link])
    assert len(running.all) == 2


def test_pdfs_go_to_the_window_that_was_used_last(running, copy, other, letter):
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    running.windows.take([other])
    running.shown(copy, other)
    running.turn_to(window)
    running.windows.take([letter])
    running.wait_for(lambda: len(window.session.documents) == 2)


def test_a_window_that_takes_files_does_not_close_over_them(running, copy, letter):
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    job = export_begun(window)
    window.close()
    assert window.messages.leaving.is_wanted
    running.windows.take([letter])
    job.finish()
    running.wait_for(lambda: len(window.session.documents) == 2)
    assert not window.is_closing


def test_an_end_from_outside_leaves_the_windows_to_come_back(running, copy, qtbot):
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    job = export_begun(window)
    window.close()
    running.windows.interrupted()
    assert window.is_closing
    job.finish(well=False)
    running.wait_for(lambda: running.is_over)
    assert running.left == [str(copy)]


def test_an_end_from_outside_keeps_a_change_that_is_on_its_way(running, copy, monkeypatch):
    running.windows.begin([copy], sample=False)
    (window,) = running.shown(copy)
    running.wait_for(lambda: window.session.review is not None)
    monkeypatch.setattr(Copying, "problem", "")  # nobody knows yet that it cannot be saved
    copy.rename(copy.with_name("away.paraph"))
    paragraph = next(node.id for node in window.session.review.outline if node.kind is Kind.PARAGRAPH)
    window.session.perform(lambda review, reviewer: editing.flag(review, reviewer, [paragraph]))
    running.windows.interrupted()
    running.wait_for(lambda: running.is_over)
    assert copy.with_name("copy (kept).paraph").exists()


def test_where_paraph_is_left_and_started_again_meanwhile_its_window_comes_back(running, copy, other):
    running.windows.begin([copy], sample=False)
    running.shown(copy)
    running.windows.close_all()
    running.windows.take([other])
    running.shown(other)
    assert running.left == [str(other)]


def test_who_cannot_leave_after_an_export_is_no_more_about_to(running, copy, other):
    window, job = _quit_during_export(running, copy)
    away = copy.rename(copy.with_name("away.paraph"))
    job.finish()
    running.wait_for(lambda: any(label.startswith("Leave without") for label in window.bar.labels))
    away.rename(copy)
    window.opener.open_project(other)
    running.shown(other)
    assert running.left == [str(other)]


def test_what_an_export_was_to_be_followed_by_ends_no_other_window(running, copy, other):
    """Who left, and then wants another project, stays."""
    window, job = _quit_during_export(running, copy)
    window.opener.open_project(other)
    job.finish()
    running.wait_for(lambda: window.opener.project_path == other and not window.opener.is_opening)
    assert running.left == [str(other)]
