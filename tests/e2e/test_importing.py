"""Several PDFs into one project, one of them bad; an import cancelled; files that are wrong on purpose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.library.items import State
from gui.own_projects import own_project, sample_project
from storage.project import Project
from tests.e2e.conftest import PASSWORD
from tests.reports.drawing import write
from tests.reports.sample import MASTHEAD, report
from tests.reports.styles import VIENNA

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def reports(tmp_path):
    """Six reports that differ in their symbol."""
    folder, paths = tmp_path / "reports", []
    folder.mkdir()
    for number in range(1, 7):
        masthead = replace(MASTHEAD, symbol=f"HARB/CONF/WG.2/2025/{number}")
        paths.append(folder / f"report {number}.pdf")
        paths[-1].write_bytes(write(replace(report(), masthead=masthead), VIENNA)[0])
    return paths


def failures(user):
    return [item for item in user.window.imports.items if item.state is State.FAILED]


def test_one_bad_file_never_stops_the_rest(use, reports, damaged, tmp_path):
    path = tmp_path / "many.paraph"

    def watch(user):
        user.window.opener.new_project(path)
        user.project_opened(path)
        user.window.opener.open_files([*reports[:2], damaged, *reports[2:]])
        user.wait(lambda: user.session.review is not None, "the first report")
        user.settled()
        user.picture("1 importing")
        user.wait(lambda: user.window.imports.is_idle, "the end of the import")
        user.wait(lambda: len(user.session.documents) == len(reports), "the list")
        assert [item.path for item in failures(user)] == [damaged]
        assert "damaged" in failures(user)[0].reason
        assert "1 not imported" in user.window.bar.text
        user.picture("2 imported")

    def come_back(user):
        user.report_opened()
        user.wait(lambda: failures(user), "the file that failed")
        user.window.imports.forget(damaged)
        assert failures(user) == []

    def nothing_left(user):
        user.report_opened()
        assert failures(user) == []

    assert use(watch) == 0
    assert use(come_back, path) == 0
    assert use(nothing_left, path) == 0


def test_a_cancelled_import_keeps_what_is_finished(use, reports, tmp_path):
    path = tmp_path / "cancelled.paraph"
    seen = {}

    def cancel(user):
        user.window.opener.new_project(path)
        user.project_opened(path)
        user.window.opener.open_files(reports)
        user.wait(lambda: user.session.documents, "the first report")
        user.window.imports.cancel()
        user.wait(lambda: user.window.imports.is_idle, "the end of the import")
        user.settled()
        seen["kept"] = len(user.session.documents)
        assert user.window.imports.items == []
        user.picture("1 cancelled")

    def nothing_left(user):
        user.report_opened()
        assert failures(user) == []

    assert use(cancel) == 0
    assert use(nothing_left, path) == 0
    with Project.open(path) as project:
        assert 1 <= len(project.documents()) < len(reports)


def test_closing_while_an_import_runs_does_not_hang(use, reports, tmp_path):
    path = tmp_path / "closed.paraph"

    def close(user):
        user.window.opener.new_project(path)
        user.project_opened(path)
        user.window.opener.open_files(reports)
        user.wait(lambda: user.window.imports.items, "the import")
        user.key(Key.Key_Q, Held.ControlModifier)
        user.wait(lambda: user.window.ending.is_over, "the end", seconds=5)

    def come_back(user):
        user.wait(lambda: len(user.session.documents) + len(failures(user)) == len(reports), "the rest")
        left = failures(user)
        assert left
        assert all("broken off" in item.reason for item in left)
        assert user.window.bar.text.endswith("not imported. The project was closed.")
        assert user.window.bar.labels == ["Try again"]
        user.picture("1 broken off")
        row = next(at for at, item in enumerate(user.window.library.model.items) if item.path == left[0].path)
        user.window.library.view.clicked.emit(user.window.library.model.index(row, 0))
        assert "broken off" in user.window.page_panel.messages.text
        user.window.page_panel.messages.press("Try again")
        user.wait(lambda: len(failures(user)) == len(left) - 1, "one of them")

    assert use(close) == 0
    with Project.open(path) as project:
        assert len(project.documents()) < len(reports)
    assert use(come_back, path) == 0


def test_a_damaged_pdf_says_what_to_do_and_the_window_lives_on(use, damaged, reports):
    def look(user):
        user.wait(lambda: "download it again" in user.window.page_panel.messages.text, "the reason")
        assert user.window.page_panel.empty.isVisible()
        user.picture("1 damaged")
        user.window.page_panel.messages.press("Remove from the list")
        assert failures(user) == []
        user.window.opener.open_files(reports[:1])
        user.report_opened()

    assert use(look, damaged) == 0


def test_the_report_before_comes_back_where_a_pdf_cannot_be_read(use, damaged, reports, tmp_path):
    path = tmp_path / "mine.paraph"

    def look(user):
        user.window.opener.new_project(path, reports[:1])
        user.report_opened()
        before = user.session.review.document.id
        user.window.opener.open_files([damaged])
        user.wait(lambda: "download it again" in user.window.page_panel.messages.text, "the reason")
        user.report_opened()
        assert user.session.review.document.id == before
        assert "download it again" in user.window.page_panel.messages.text
        user.picture("1 back")

    assert use(look) == 0


def test_reports_of_ones_own_do_not_go_into_the_samples_project(use, reports):
    def look(user):
        user.report_opened()
        assert user.session.project.path == sample_project()
        user.window.filesDropped.emit(reports[:1])
        user.wait(lambda: user.session.project and user.session.project.path == own_project(), "a project")
        user.report_opened()
        assert user.session.review.document.name == reports[0].name
        assert own_project().stem in user.window.bar.text
        assert str(own_project().parent) in user.window.bar.text

    assert use(look) == 0
    with Project.open(sample_project()) as project:
        assert len(project.documents()) == 1


def test_where_several_reports_of_ones_own_go_is_said_after_their_import(use, reports):
    def look(user):
        user.report_opened()
        user.window.filesDropped.emit(reports[:2])
        user.wait(lambda: user.window.bar.text.startswith("Import ended"), "the end")
        user.window.bar.close_message()
        assert user.window.bar.text.startswith("Your reports go into")

    assert use(look) == 0


def test_a_locked_project_offers_another_one(use, reports, tmp_path):
    path = tmp_path / "locked.paraph"
    with Project.create(path, "Somebody"):

        def look(user):
            user.wait(lambda: str(path) in user.window.bar.text, "the reason")
            user.picture("1 locked")
            user.window.opener.new_project(tmp_path / "another.paraph", reports[:1])
            user.report_opened()
            assert user.window.bar.text == ""

        assert use(look, path) == 0


@pytest.mark.parametrize("contents", [b"", b"no project at all", b"SQLite format 3\x00" + b"\x01" * 200])
def test_what_is_no_project_is_refused_in_one_line(use, tmp_path, contents):
    path = Path(tmp_path / "wrong.paraph")
    path.write_bytes(contents)

    def look(user):
        user.wait(lambda: "wrong.paraph" in user.window.bar.text, "the reason")
        assert "\n" not in user.window.bar.text

    assert use(look, path) == 0
    assert path.read_bytes() == contents


def test_a_locked_pdf_asks_for_its_password_and_again_after_a_restart(use, locked):
    def unlock(user):
        user.wait(lambda: "password" in user.window.page_panel.messages.text, "the question")
        assert failures(user)[0].locked
        answer(user, "wrong")
        user.wait(lambda: "wrong" in user.window.page_panel.messages.text, "the refusal")
        answer(user, PASSWORD)
        user.report_opened()
        assert failures(user) == []
        assert user.window.page_view.source.errors == {}
        user.picture("1 unlocked")

    def come_back(user):
        user.report_opened()
        user.wait(lambda: "its password" in user.window.page_panel.messages.text, "the question")
        answer(user, PASSWORD)
        user.settled()
        assert user.window.page_view.source.errors == {}

    def answer(user, password):
        user.window.page_panel.messages.press("Enter password…")
        user.dialog()
        user.type(password)
        user.key(Key.Key_Return)

    assert use(unlock, locked) == 0
    assert use(come_back) == 0


def test_a_pdf_that_is_there_already_is_opened_at_once(use, reports, tmp_path):
    path = tmp_path / "twice.paraph"

    def fill(user):
        user.window.opener.new_project(path, reports[:3])
        user.wait(lambda: len(user.session.documents) == 3, "the reports")
        user.report_opened()
        assert user.session.review.document.name == reports[0].name

    def again(user):
        user.wait(lambda: user.session.review is not None, "a report")
        user.wait(lambda: user.window.imports.is_idle, "the end of the import")
        user.report_opened()
        assert user.session.review.document.name == reports[2].name
        assert len(user.session.documents) == 3

    assert use(fill) == 0
    assert use(again, path, reports[2]) == 0
