"""Who has a project open, and what is left beside its file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from model.labels import Reviewer
from storage.errors import (
    ProjectLocked,
    ProjectReadOnly,
)
from storage.project import Project
from tests.storage.stored_reports import add_report


def test_a_second_opening_names_who_has_it(project):
    with pytest.raises(ProjectLocked, match=r"already open in another Paraph \(process \d+"):
        Project.open(project.path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_to_a_project_is_that_project(project, tmp_path):
    link = tmp_path / "elsewhere" / "link.paraph"
    link.parent.mkdir()
    link.symlink_to(project.path)
    with pytest.raises(ProjectLocked):
        Project.open(link)
    project.close()
    with Project.open(link) as opened:
        assert opened.path == project.path
        assert list(link.parent.iterdir()) == [link]


def test_a_look_into_its_files_does_not_open_the_project_to_others(project):
    """As a dialog for files takes it, to find out what each file is: the system drops SQLite's locks then."""
    for file in project.path.parent.iterdir():
        file.read_bytes()
    with in_another_process(f"Project.open({str(project.path)!r})") as other:
        assert "already open in another Paraph" in other.communicate()[1]


def test_a_reader_that_leaves_takes_nothing_from_who_writes(tmp_path):
    path = tmp_path / "p.paraph"
    Project.create(path).close()
    reading = f"p = Project.open({str(path)!r}, read_only=True); p.documents()"
    with in_another_process(f"{reading}; print('open', flush=True); input(); p.close()") as child:
        assert child.stdout.readline() == "open\n"
        with Project.open(path) as project:
            add_report(project)
            for file in path.parent.iterdir():
                file.read_bytes()
            child.communicate("now\n")
            assert path.with_name("p.paraph-wal").exists()


def in_another_process(script):
    return subprocess.Popen(
        [sys.executable, "-c", f"from storage.project import Project; {script}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_owner_does_not_keep_the_lock(tmp_path):
    path = tmp_path / "p.paraph"
    Project.create(path).close()
    opening = f"p = Project.open({str(path)!r})"
    with in_another_process(f"{opening}; print('open', flush=True); input()") as child:
        assert child.stdout.readline() == "open\n"
        with pytest.raises(ProjectLocked):
            Project.open(path)
        child.kill()
        child.wait()
        Project.open(path).close()


def test_a_closed_project_is_one_file(project):
    add_report(project)
    project.close()
    assert [item.name for item in project.path.parent.iterdir()] == [project.path.name]


def test_what_still_reads_a_project_that_is_closed_leaves_nothing_beside_it(project):
    with project.reading():
        project.close()
    assert project.documents() == []
    assert [item.name for item in project.path.parent.iterdir()] == [project.path.name]


def test_a_project_that_was_only_looked_at_is_one_file_when_it_is_closed(tmp_path):
    path = tmp_path / "p.paraph"
    Project.create(path).close()
    with Project.open(path) as project:
        project.documents()
    assert list(tmp_path.iterdir()) == [path]


def test_reading_only_works_beside_an_open_project(project):
    stored = add_report(project)
    with Project.open(project.path, read_only=True) as second:
        assert len(second.documents()) == 1
        with pytest.raises(ProjectReadOnly):
            second.undo(stored.document.id, Reviewer("x", "x"))
