"""Projects that open, and those that do not; where files go that are dropped or named meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QWidget,
)

import resources
from gui import opening
from gui.stage import Stage
from storage.errors import DiskFull
from storage.file_lock import FileLock
from storage.project import Project
from tests.gui.sessions import paragraph_5

Key, Held = Qt.Key, Qt.KeyboardModifier
ROOT = Path(__file__).resolve().parents[2]


def test_pdfs_can_be_imported_where_no_project_is_open(qapp):
    with Stage() as stage:
        for name in ("import", "import-folder"):
            stage.press(name)
            assert stage.window.findChildren(QFileDialog)
            for dialog in stage.window.findChildren(QFileDialog):
                dialog.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_new_project_where_nothing_can_be_written_is_not_offered_for_reading(qapp, unwritable):
    with Stage() as stage:
        bar = stage.window.bar
        stage.window.opener.new_project(unwritable / "new.paraph")
        stage.wait_for(lambda: "choose another folder" in bar.text, "the refusal")
        assert "Open for reading" not in bar.labels


def test_a_project_that_is_open_elsewhere_is_tried_again_by_a_button(qapp, copy):
    with Stage() as stage:
        bar = stage.window.bar
        with Project.open(copy):
            stage.window.opener.open_project(copy)
            stage.wait_for(lambda: "already open" in bar.text, "the refusal")
            assert bar.labels[:2] == ["Open for reading", "Try again"]
        bar.press("Try again")
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert not stage.window.session.read_only


@pytest.mark.parametrize("how", ["open_project", "open_for_reading"])
def test_where_a_project_does_not_open_the_one_before_comes_back_at_its_place(qapp, copy, tmp_path, how):
    broken = tmp_path / "broken.paraph"
    broken.write_text("no project")
    with Stage() as stage:
        window, opened = stage.window, []
        getattr(window.opener, how)(copy)
        stage.wait_for(stage.shows_report, "the report")
        node = paragraph_5(stage)
        window.session.projectOpened.connect(opened.append)
        window.opener.open_files([broken])
        stage.wait_for(lambda: "not a Paraph project" in window.bar.text, "the reason")
        stage.wait_for(stage.shows_report, "the report")
        stage.settle()
        assert ([project.path for project in opened], window.bar.labels) == ([copy], ["Open another…"])
        assert window.session.read_only is (how == "open_for_reading")
        assert window.session.read_only or window.session.selection == (node.id,)


def test_where_the_first_project_does_not_open_there_is_a_way_back(qapp, copy, tmp_path):
    with Stage() as stage:
        window = stage.window
        window.settings.add_recent(copy)
        window.opener.open_project(tmp_path / "gone.paraph")
        stage.wait_for(lambda: bool(window.bar.text), "the reason")
        window.bar.press("Back to copy")
        stage.wait_for(lambda: window.session.project is not None, "the project")


def test_a_way_out_is_offered_until_its_dialog_is_answered(qapp, copy, tmp_path):
    with Stage() as stage:
        window = stage.window
        with Project.open(copy):
            window.opener.open_project(copy)
            stage.wait_for(lambda: "already open" in window.bar.text, "the refusal")
            offered = window.bar.labels
            window.bar.press("Open another…")
            window.findChild(QFileDialog).reject()
            assert window.bar.labels == offered
            window.bar.press("New project…")
            dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
            dialog.selectFile(str(tmp_path / "other.paraph"))
            dialog.accept()
            stage.wait_for(lambda: window.session.project is not None, "the project")
            assert window.bar.text == ""


def test_a_project_on_a_full_disk_can_be_read(qapp, copy, monkeypatch):
    def no_room(lock):
        raise DiskFull("copy.paraph: the disk is full")

    with Stage() as stage:
        monkeypatch.setattr(FileLock, "_acquire", no_room)
        stage.window.opener.open_project(copy)
        stage.wait_for(lambda: "is full" in stage.window.bar.text, "the refusal")
        stage.window.bar.press("Open for reading")
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert stage.window.session.read_only


def test_a_pdf_whose_project_does_not_open_is_not_waited_for(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Project.open(copy), Stage() as stage:
        window = stage.window
        window.settings.add_recent(copy)
        window.opener.open_files([report])
        assert window.page_panel.reading.text
        stage.wait_for(lambda: "already open" in window.bar.text, "the refusal")
        assert window.page_panel.reading.text == ""
        assert window.page_panel.empty.isVisible()


def test_files_of_a_window_that_is_closed_before_their_project_opens_stand_in_its_list(qapp, copy, tmp_path):
    report, project = tmp_path / "report.pdf", tmp_path / "mine.paraph"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        stage.new_project(copy)
        stage.window.opener.new_project(project, [report])
    with Stage() as stage:
        stage.new_project(project)
        stage.wait_for(lambda: "The project was closed" in stage.window.bar.text, "what was left over")
        assert [item.path for item in stage.window.imports.items] == [report]


def test_a_window_closed_at_its_first_start_leaves_the_sample_in_its_list(qapp, monkeypatch, tmp_path):
    project = tmp_path / "Sample report.paraph"
    monkeypatch.setattr(opening, "sample_project", lambda: project)
    with Stage() as stage:
        stage.window.opener.open_sample()
    with Stage() as stage:
        stage.window.opener.open_sample()
        stage.wait_for(lambda: bool(stage.window.bar.labels), "what was left over")
        stage.window.bar.press("Try again")
        stage.wait_for(stage.shows_report, "the report")


def test_a_project_that_does_not_open_does_not_keep_a_window_that_is_closed(qapp, copy, tmp_path):
    with Project.open(copy):
        with Stage() as stage:
            stage.window.opener.open_project(copy, [tmp_path / "report.pdf"])
        assert stage.window.ending.is_over


def test_where_files_go_is_told_of_a_project_that_nobody_named(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        told = []
        stage.window.opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        stage.window.opener.open_files([report])
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert told == [copy]


def test_where_files_go_is_not_told_where_another_project_is_wanted_meanwhile(qapp, copy, tmp_path):
    report, other = tmp_path / "report.pdf", tmp_path / "other.paraph"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        opener, told = stage.window.opener, []
        opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        opener.open_files([report])
        opener.new_project(other)
        stage.wait_for(lambda: stage.window.session.project is not None, "the first project")
        stage.wait_for(lambda: not opener.is_opening, "the other project")
        assert (opener.project_path, told) == (other, [])


@pytest.mark.parametrize("elsewhere", [True, False])
def test_where_files_go_is_not_told_of_a_project_that_is_named_later(qapp, copy, tmp_path, elsewhere):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        opener, told = stage.window.opener, []
        opener.placeFound.connect(told.append)
        stage.window.settings.add_recent(copy)
        if elsewhere:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(opener, "shown_elsewhere", lambda path, files: True)
                opener.open_files([report])
        else:
            with Project.open(copy):
                opener.open_files([report])
                stage.wait_for(lambda: "already open" in stage.window.bar.text, "the refusal")
        opener.open_project(copy, [report])
        stage.wait_for(lambda: stage.window.session.project is not None, "the project")
        assert told == []


def test_what_is_on_its_way_is_said_where_it_will_be(qapp, copy, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    with Stage() as stage:
        window = stage.window

        def words():
            panels = (window.page_panel.empty, window.outline.empty)
            shown = [part for panel in panels for part in panel.findChildren(QWidget) if part.isVisible()]
            return [
                part.text() for part in shown if isinstance(part, (QLabel, QAbstractButton)) and part.text()
            ]

        assert {"Choose PDFs or a project…", "Open…"} <= set(words())
        window.opener.open_project(copy)
        assert words() == ["Opening copy", "The outline appears here when the report has been read."]
        stage.wait_for(lambda: window.session.project is not None, "the project")
        assert "Opening copy" not in words()
        stage.wait_for(stage.shows_report, "the report")
        stage.new_project(tmp_path / "empty.paraph")
        assert "Import a report, or drop its PDF here, to see its outline." in words()
        window.opener.open_files([report])
        assert words() == ["The outline appears here when the report has been read."]
        window.opener.open_project(tmp_path / "no such folder" / "none.paraph")
        stage.wait_for(lambda: bool(window.bar.text), "the refusal")
        assert words()[0] == "No report is open"


def test_while_several_reports_are_read_the_empty_page_says_so(qapp, tmp_path):
    reports = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for number, report in enumerate(reports):
        report.write_bytes(resources.read_bytes("sample", "report.pdf") + b"%" * number)
    with Stage() as stage:
        window = stage.window
        stage.new_project(tmp_path / "empty.paraph")
        empty, imports = window.page_panel.empty, window.imports
        said: set[str] = set()

        def said_now():
            shown = [part for panel in (empty, window.outline.empty) for part in panel.findChildren(QLabel)]
            return {part.text() for part in shown if part.isVisible() and part.text()}

        imports.changed.connect(lambda: said.update(said_now()) if window.session.review is None else None)
        window.opener.open_files(reports)
        stage.wait_for(stage.shows_report, "the first report")
        assert {
            "Reading 2 reports",
            "The first one opens as soon as it has been read.",
            "The outline appears here when the report has been read.",
        } <= said
        stage.wait_for(lambda: imports.is_idle, "the end of the import")
        window.session.close_document()
        assert "No report is open" in said_now()
