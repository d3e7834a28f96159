"""A window that has to end keeps what its project cannot take."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from gui.own_projects import is_samples, own_project, sample_project
from gui.rescue import Rescue
from gui.stage import Stage
from model.labels import Status
from model.nodes import Kind
from storage.project import Project


@pytest.fixture
def copy(tmp_path, sample_file):
    path = tmp_path / "there" / "copy.paraph"
    path.parent.mkdir()
    path.write_bytes(sample_file.read_bytes())
    return path


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    path = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(path))
    return path


@pytest.fixture
def stage(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        stage.select(lambda node: node.number == "5" and node.kind is Kind.PARAGRAPH)
        yield stage
        stage.window.session.take_held()


def flag_unsaved(stage, copy):
    """The project's file is away when an entry is flagged."""
    away = copy.rename(copy.with_name("away.paraph"))
    QTest.keyClicks(stage.window.outline.tree, "f")
    stage.settle()
    assert stage.window.session.held == 1
    return away


def rescue(stage):
    work = Rescue(stage.window)
    work.begin()
    stage.wait_for(lambda: work.is_over, "the end of the rescue")
    assert stage.window.messages.unsaved.may_leave(stage.window.close)


def is_flagged(path):
    with Project.open(path, read_only=True) as stored:
        review = stored.review(stored.documents()[0].id)
        ada = next(person for person in stored.reviewers() if person.name == "Ada Lovelace")
        flagged = [node.number for node in review.outline if review.status(node.id, ada.id) is Status.FLAGGED]
    return flagged == ["5"]


def test_it_is_saved_in_the_project_where_that_can_be_done_by_now(stage, copy, capsys):
    flag_unsaved(stage, copy).rename(copy)
    rescue(stage)
    assert is_flagged(copy)
    assert capsys.readouterr().err == ""


def test_else_a_copy_beside_the_project_keeps_it_under_a_name_that_is_free(stage, copy, capsys):
    copy.with_name(f"{copy.stem} (kept).paraph").write_bytes(b"")
    flag_unsaved(stage, copy)
    rescue(stage)
    kept = copy.with_name(f"{copy.stem} (kept 2).paraph")
    assert is_flagged(kept)
    assert str(kept) in capsys.readouterr().err


def test_else_it_is_kept_among_the_users_data(stage, copy, own_data, capsys):
    flag_unsaved(stage, copy)
    copy.parent.rename(copy.parent.with_name("moved"))
    rescue(stage)
    assert is_flagged(own_data / "paraph" / "copy (kept).paraph")


def test_the_kept_copy_says_once_what_it_is(stage, copy):
    flag_unsaved(stage, copy)
    rescue(stage)
    kept, bar = stage.window.opener.project_path, stage.window.bar
    assert not bar.text.startswith("This copy keeps")  # the window that ends
    stage.window.opener.open_project(kept)
    stage.wait_for(lambda: bar.text.startswith("This copy keeps"), "the sentence")
    assert str(copy) in bar.text
    stage.new_project(copy.with_name("another.paraph"))
    stage.window.opener.open_project(kept)
    stage.wait_for(lambda: stage.window.session.review is not None, "the report")
    assert bar.text == ""


def test_reports_of_ones_own_do_not_belong_into_a_copy_of_the_sample_that_was_kept():
    sample = sample_project()
    assert all(map(is_samples, (sample, sample.with_name("Sample report (kept).paraph"))))
    assert not any(map(is_samples, (None, own_project(), sample.with_name("mine (kept).paraph"))))


def test_where_nothing_can_be_written_it_says_what_is_lost(stage, copy, own_data, capsys):
    own_data.write_bytes(b"")  # no folder
    flag_unsaved(stage, copy)
    copy.parent.rename(copy.parent.with_name("moved"))
    rescue(stage)
    assert "1 change could not be saved" in capsys.readouterr().err
