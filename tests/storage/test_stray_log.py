"""A log that a killed program left beside a project is written over that project alone."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from main import main
from model import editing
from storage import stray_log
from storage.checking import check
from storage.errors import ProjectDamaged, ProjectReadOnly
from storage.project import Project
from storage.sqlite import has_log, log_of
from tests.storage.stored_reports import add_report, fill


@pytest.fixture(params=["marked", "unmarked"])
def killed(tmp_path, request):
    """A project as a killed program leaves it: its file, the log with the latest edits, and its mark, which
    somebody may have left behind who copied the others."""
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
        for file in (path, log_of(path), mark_of(path)):
            shutil.copy(file, left)
    if request.param == "unmarked":
        (left / mark_of(path).name).unlink()
    path.unlink()
    for file in left.iterdir():
        file.rename(tmp_path / file.name)
    return path


def mark_of(path):
    return path.with_name(f".{path.name}.mark")


def kill_with(path, place):
    """A project whose program was killed after it remembered a place."""
    left = path.with_name("left")
    left.mkdir()
    with Project.open(path) as project:
        project.set_setting("place", place).result()
        for file in (path, log_of(path), mark_of(path)):
            shutil.copy(file, left)
    for file in left.iterdir():
        file.rename(path.with_name(file.name))
    left.rmdir()


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


@pytest.fixture
def kept(tmp_path):
    """A project with a backup of its former self, whose program was killed."""
    path, backup = tmp_path / "p.paraph", tmp_path / "backup.paraph"
    with Project.create(path, "Ann") as project:
        project.set_setting("place", 1).result()
    shutil.copy(path, backup)
    kill_with(path, 2)
    return path


@pytest.mark.parametrize("read_only", [True, False])
def test_an_earlier_state_of_a_killed_project_stays_what_it_is(kept, read_only):
    shutil.copy(kept.with_name("backup.paraph"), kept)
    with Project.open(kept, read_only=read_only) as project:
        assert project.setting("place") == 1
    assert check(kept) == []
    with Project.open(kept) as project:
        assert project.setting("place") == 1
    assert len(list(kept.parent.glob("*.aside"))) == 1


def test_a_copy_that_a_killed_project_saved_stays_what_it_is(tmp_path):
    path, copy = tmp_path / "p.paraph", tmp_path / "copy.paraph"
    left = tmp_path / "left"
    left.mkdir()
    with Project.create(path, "Ann") as project:
        project.set_setting("place", 1).result()
        project.save_copy(copy)
        project.set_setting("place", 2).result()
        for file in (log_of(path), mark_of(path)):
            shutil.copy(file, left)
    for file in left.iterdir():
        file.rename(path.with_name(file.name))
    copy.replace(path)
    with Project.open(path) as project:
        assert project.setting("place") == 1
    assert check(path) == []


def test_a_project_that_is_killed_again_and_again_keeps_its_logs(kept):
    for place in range(3, 6):
        kill_with(kept, place)
    with Project.open(kept) as project:
        assert project.setting("place") == 5
    assert {file.name for file in kept.parent.iterdir()} == {"p.paraph", "backup.paraph"}


def test_a_log_that_nobody_wrote_to_since_is_still_known(kept):
    left = kept.with_name("left")
    with Project.open(kept) as project:
        assert project.setting("place") == 2
        left.mkdir()
        for file in (log_of(kept), mark_of(kept)):
            shutil.copy(file, left)
    for file in left.iterdir():
        file.rename(kept.with_name(file.name))
    shutil.copy(kept.with_name("backup.paraph"), kept)
    with Project.open(kept) as project:
        assert project.setting("place") == 1


def test_a_saved_copy_takes_nothing_from_the_log_of_a_deleted_one(killed, tmp_path):
    killed.unlink()
    with Project.create(tmp_path / "other.paraph", "Ben") as project:
        project.save_copy(killed)
    assert not has_log(killed)
    assert check(killed) == []
    with Project.open(killed) as copy:
        assert copy.documents() == []
        assert [reviewer.name for reviewer in copy.reviewers() if reviewer.name in ("Ann", "Ben")] == ["Ben"]


def test_a_log_that_is_in_use_is_not_looked_through(tmp_path, monkeypatch):
    path = tmp_path / "p.paraph"
    monkeypatch.setattr(stray_log, "_is_whole", None)
    with Project.create(path, "Ann") as project:
        project.set_setting("place", 1).result()
        assert has_log(path)
        with Project.open(path, read_only=True) as reading:
            assert reading.setting("place") == 1


def test_a_mark_that_cannot_be_removed_is_told(tmp_path):
    path = tmp_path / "p.paraph"
    Project.create(path, "Ann").close()
    mark_of(path).mkdir()
    with pytest.raises(ProjectReadOnly, match=r"\.p\.paraph\.mark"):
        Project.open(path)


def test_a_log_that_is_put_aside_is_told_once(kept, capsys):
    shutil.copy(kept.with_name("backup.paraph"), kept)
    main(["release", str(kept), "--version", "1.0"])
    assert "is kept as p.paraph-wal.aside, and not read." in capsys.readouterr().err
    main(["release", str(kept), "--version", "1.1"])
    assert "kept as" not in capsys.readouterr().err


def test_who_reads_to_the_end_leaves_a_backup_what_it_is(kept):
    left = kept.with_name("left")
    left.mkdir()
    with Project.open(kept) as project:
        project.set_setting("place", 3).result()
        for file in (log_of(kept), mark_of(kept)):
            shutil.copy(file, left)
    with Project.open(kept, read_only=True):
        for file in left.iterdir():
            file.replace(kept.with_name(file.name))
        kept.with_name("backup.paraph").replace(kept)
    with Project.open(kept) as project:
        assert project.setting("place") == 1


def test_the_mark_holds_as_soon_as_it_is_in_the_file(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path) as project:
        with project.reading() as connection:
            connection.exec_driver_sql("SELECT * FROM setting").fetchall()
            project.set_setting("place", 1).result()
            assert not mark_of(path).exists()
        ends = time.monotonic() + 20
        while not mark_of(path).exists():
            assert time.monotonic() < ends
            project.set_setting("place", 2).result()
            time.sleep(0.7)  # in a quiet moment the log is moved into the file


def test_a_log_that_goes_while_it_is_looked_for_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "exists", lambda _: True)
    assert not has_log(tmp_path / "harbours.paraph")
