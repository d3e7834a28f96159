"""A log that a killed program left beside a project is written over that project alone."""

from __future__ import annotations

import shutil

import pytest

from model import editing
from storage.checking import check
from storage.errors import ProjectDamaged
from storage.project import Project
from storage.sqlite import log_of
from tests.storage.made_up import add_report, fill


@pytest.fixture
def killed(tmp_path):
    """A project as a killed program leaves it: its file, and the log with the latest edits."""
    path, left = tmp_path / "p.paraph", tmp_path / "left"
    left.mkdir()
    with Project.create(path, "Ann") as project:
        fill(project, 2, 150)
    with Project.open(path) as project:
        review = project.review(project.documents()[0].id)
        ann = project.person("Ann")
        for node in list(review.outline)[:8]:
            edit = editing.set_note(review, ann, node.id, "A note. " * 200)
            review.apply(project.apply(edit, review.document.id, ann).result().edit)
        for file in (path, log_of(path)):
            shutil.copy(file, left)
    path.unlink()
    for file in left.iterdir():
        file.rename(tmp_path / file.name)
    return path


def notes(project):
    review = project.review(project.documents()[0].id)
    return sum(review.has_notes(node.id) for node in review.outline)


def test_a_projects_own_log_is_read(killed):
    with Project.open(killed) as project:
        assert notes(project) == 8
    assert not list(killed.parent.glob("*.aside"))


def test_a_backup_in_the_place_of_a_killed_project_stays_what_it_is(killed, tmp_path):
    backup = tmp_path / "backup.paraph"
    with Project.create(backup, "Ben") as project:
        document = add_report(project, 40).document.id
    killed.write_bytes(backup.read_bytes())
    with Project.open(killed, read_only=True) as project:
        assert [row.id for row in project.documents()] == [document]
    assert killed.read_bytes() == backup.read_bytes()
    with Project.open(killed) as project:
        assert [row.id for row in project.documents()] == [document]
    assert check(killed) == []
    assert [file.name for file in tmp_path.glob("*.aside")] == ["p.paraph-wal.aside"]


def test_a_new_project_takes_nothing_from_the_log_of_a_deleted_one(killed):
    killed.unlink()
    with Project.create(killed, "Ben") as project:
        assert project.documents() == []
    assert check(killed) == []


def test_a_file_that_is_whole_neither_way_is_not_touched(killed):
    content = bytearray(killed.read_bytes())
    content[len(content) // 4 : -4096] = bytes(len(content[len(content) // 4 : -4096]))
    killed.write_bytes(content)
    log = log_of(killed).read_bytes()
    with pytest.raises(ProjectDamaged):
        Project.open(killed)
    assert (killed.read_bytes(), log_of(killed).read_bytes()) == (content, log)
