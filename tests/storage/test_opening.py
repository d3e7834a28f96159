"""A project that cannot be opened or made says in one line why."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from model.errors import UserFacingError
from storage import open_file
from storage.errors import (
    DiskFull,
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectExists,
    ProjectReadOnly,
    ProjectTooNew,
)
from storage.file_lock import FileLock
from storage.project import Project
from tests.storage.stored_reports import add_report

_V1 = Path(__file__).parents[1] / "data" / "project-v1.paraph"


@pytest.fixture
def copied(project, tmp_path, monkeypatch):
    """A project that was copied while it was open, with its log, to where nothing can be written."""
    add_report(project)
    folder = tmp_path / "shared"
    folder.mkdir()
    for name in (project.path.name, f"{project.path.name}-wal"):
        shutil.copyfile(project.path.with_name(name), folder / name)
    may = os.access
    monkeypatch.setattr(
        "os.access",
        lambda path, mode: may(path, mode) and not (mode == os.W_OK and str(path).startswith(str(folder))),
    )
    return folder / project.path.name


def test_a_log_without_its_index_is_read_where_nothing_can_be_written(copied):
    there = set(copied.parent.iterdir())
    with Project.open(copied, read_only=True) as again:
        assert len(again.documents()) == 1
        assert set(copied.parent.iterdir()) == there


@pytest.mark.parametrize("begin", [Project.create, Project.open])
def test_a_name_too_long_for_the_files_beside_it_is_told_in_one_line(project, tmp_path, begin):
    path = tmp_path / f"{'a' * 240}.paraph"
    if begin == Project.open:
        project.save_copy(tmp_path / "copy")
        (tmp_path / "copy").rename(path)
    there = set(tmp_path.iterdir())
    with pytest.raises(ProjectError, match=r"aaa\.paraph: File name too long; give it"):
        begin(path)
    assert set(tmp_path.iterdir()) == there


@pytest.mark.parametrize("log", ["with a log", "without"])
def test_a_project_is_read_on_a_full_disk(copied, monkeypatch, log):
    monkeypatch.undo()
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(total=1 << 30, free=0))
    if log == "without":
        Project.open(copied).close()
    there = set(copied.parent.iterdir())
    with Project.open(copied, read_only=True) as again:
        assert len(again.documents()) == 1
        assert set(copied.parent.iterdir()) == there


def test_who_copies_a_project_is_told_of_its_log(copied):
    with pytest.raises(ProjectReadOnly, match=r"copy the project and .*-wal to a folder of your own"):
        Project.open(copied)


def test_creating_never_overwrites(project):
    with pytest.raises(ProjectExists):
        Project.create(project.path)


def test_a_project_that_somebody_made_just_before_is_not_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "p.paraph"

    def locked_late(path, owner):
        monkeypatch.undo()
        Project.create(path, "Ann").close()
        return FileLock(path, owner)

    monkeypatch.setattr(open_file, "FileLock", locked_late)
    with pytest.raises(ProjectExists):
        Project.create(path)
    with Project.open(path) as project:
        assert [person.name for person in project.reviewers()] == ["Ann"]


@pytest.mark.parametrize("begin", [Project.create, Project.open])
def test_a_path_that_the_system_refuses_is_told_in_one_line(tmp_path, begin):
    path = tmp_path / ("long" * 80)
    with pytest.raises(ProjectError):
        begin(path)


def test_a_project_whose_reviewer_cannot_be_written_is_let_go_of(tmp_path):
    with pytest.raises(UserFacingError, match="needs a name"):
        Project.create(tmp_path / "p.paraph", " ")
    Project.open(tmp_path / "p.paraph").close()


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n" * 200])
def test_another_file_is_told_apart(tmp_path, content):
    path = tmp_path / "x.paraph"
    path.write_bytes(content)
    with pytest.raises(NotAProject, match=r"x\.paraph"):
        Project.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_told_apart(tmp_path):
    path = tmp_path / "x.paraph"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NotAProject):
        Project.open(path)


@pytest.mark.parametrize(("column", "bytes_there"), [("text", b"\xff\xfe"), ("regions", b"[[")])
def test_a_project_with_overwritten_rows_says_so(project, column, bytes_there):
    stored = add_report(project, 20)
    project.close()
    file = sqlite3.connect(project.path)
    file.execute(f"UPDATE node SET {column} = CAST(? AS TEXT)", (bytes_there,))
    file.commit()
    file.close()
    with (
        Project.open(project.path) as opened,
        pytest.raises(ProjectDamaged, match="open a copy or a backup"),
    ):
        opened.review(stored.document.id)


def test_a_truncated_project_says_so(project):
    add_report(project, 400)
    project.close()
    data = project.path.read_bytes()
    project.path.write_bytes(data[: len(data) // 2])
    for read_only in (False, True):
        with pytest.raises(ProjectDamaged, match="cut short"):
            Project.open(project.path, read_only=read_only)
    assert [file.name for file in project.path.parent.iterdir()] == [project.path.name]


def _changed(project, *statements):
    project.close()
    raw = sqlite3.connect(project.path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE decision", "ALTER TABLE document DROP COLUMN title", "PRAGMA user_version = 1",
     "PRAGMA user_version = 2"],
)  # fmt: skip
def test_a_project_with_other_tables_than_its_version_has_says_so(project, statement, read_only):
    _changed(project, statement)
    with pytest.raises(ProjectDamaged, match=rf"^{project.path}: .*open a copy or a backup"):
        Project.open(project.path, read_only=read_only)
    assert [file.name for file in project.path.parent.iterdir()] == [project.path.name]


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_project_with_lost_rows_is_named(tmp_path, read_only):
    path = tmp_path / "wells.paraph"
    shutil.copyfile(_V1, path)
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM reviewer")
    raw.commit()
    raw.close()
    with pytest.raises(ProjectDamaged, match=rf"^{path}: .*open a copy or a backup"):
        Project.open(path, read_only=read_only)
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_project_that_finds_no_room_to_be_read_is_named(tmp_path, monkeypatch):
    def full(*args):
        connection = sqlite3.connect(":memory:")
        connection.execute("PRAGMA max_page_count = 1")
        connection.execute("CREATE TABLE t (x)")

    path = tmp_path / "wells.paraph"
    shutil.copyfile(_V1, path)
    monkeypatch.setattr("storage.project_file.copy_to", full)
    with pytest.raises(DiskFull, match=rf"^{path}: the disk is full"):
        Project.open(path, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_project_asks_for_an_update(project, read_only):
    project.close()
    raw = sqlite3.connect(project.path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(ProjectTooNew, match="update"):
        Project.open(project.path, read_only=read_only)
    assert [file.name for file in project.path.parent.iterdir()] == [project.path.name]


def test_no_project_is_made_in_a_folder_where_nothing_can_be_written(unwritable):
    with pytest.raises(ProjectReadOnly, match="choose another folder"):
        Project.create(unwritable / "new.paraph")
