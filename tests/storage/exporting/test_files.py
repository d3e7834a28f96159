"""A dataset's folder takes the place of the one before, also after a program was killed on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.exporting.files import PartialFile, RowSet
from storage.exporting.formats import RowKey


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset's folder with something of its owner's in it."""
    made = tmp_path / "data.akn"
    (made / ".git").mkdir(parents=True)
    (made / "old.xml").write_text("old")
    return made


def _export(folder: Path) -> None:
    with PartialFile(folder, is_folder=True) as part:
        (part.path / "new.xml").write_text("new")
        part.place()


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_what_was_moved_away_before_a_kill_is_put_back(folder: Path) -> None:
    folder.rename(folder.with_name(".data.akn.before"))  # killed here: the new folder is not in its place
    with PartialFile(folder, is_folder=True):
        assert _names(folder) == {".git", "old.xml"}
    _export(folder)
    assert _names(folder.parent) == {"data.akn", ".git", "new.xml"}


def test_what_is_hidden_comes_along_after_a_kill_behind_the_last_move(folder: Path) -> None:
    folder.rename(folder.with_name(".data.akn.before"))
    folder.mkdir()
    (folder / "new.xml").write_text("new")  # killed here: `.git` is still in the folder before
    _export(folder)
    assert _names(folder.parent) == {"data.akn", ".git", "new.xml"}


def test_contents_are_the_same_where_the_same_rows_came_in_any_order() -> None:
    rows = [RowKey("d", f"n{number}", frame) for number in range(20) for frame in (0, 1)]
    one, other, changed, twice = (RowSet() for _ in range(4))
    one.add(rows)
    other.add(rows[30:])
    other.add([tuple(row) for row in rows[:30]])
    changed.add([*rows[1:], RowKey("d", "n0", 2)])
    twice.add([*rows[1:], rows[1]])
    assert one == other
    assert one.rows == changed.rows == twice.rows == 40
    assert one != changed
    assert one != twice
    assert one != (40, 0)
