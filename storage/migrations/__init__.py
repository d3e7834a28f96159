"""From any earlier version of the project file to the current one: numbered SQL files that never change."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from storage.copying import copy_to
from storage.errors import BadRow
from storage.sqlite import (
    APPLICATION_ID,
    damaged,
    explained,
    integrity_problems,
    statements,
    version_of,
)


class Migration(NamedTuple):
    """The script that makes version `version` out of the one before."""

    version: int
    script: str


@cache
def migrations() -> tuple[Migration, ...]:
    """All of them, oldest first."""
    folder = resources.files(__name__)
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return tuple(Migration(int(name[:4]), (folder / name).read_text("utf-8")) for name in names)


def latest_version() -> int:
    return migrations()[-1].version


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    steps: Sequence[Migration] | None = None,
    *,
    is_copy: bool = False,
) -> Path | None:
    """Brings a file up to date, all or nothing. Gives the backup that was taken before, if one was needed.

    A copy needs none, and `path` names the file that it is of. Raises a ProjectError; then the file is what
    it was.
    """
    with explained(path):
        version = version_of(connection)
        due = [step for step in (steps if steps is not None else migrations()) if step.version > version]
        if not due:
            return None
        backup = _backup(connection, path, version) if version and not is_copy else None
        try:
            _run(connection, due)
        except BaseException as error:
            if backup is not None:
                backup.unlink(missing_ok=True)
            if _is_of_other_tables(error):
                raise damaged(path) from error
            raise
        return backup


def _is_of_other_tables(error: BaseException) -> bool:
    """Whether a script found other tables or columns than its version has: SQLite's plainest error."""
    return isinstance(error, sqlite3.Error) and error.sqlite_errorname == "SQLITE_ERROR"


def _backup(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    backup = path.with_name(f"{path.name}.bak-v{version}")
    number = 2
    while backup.exists():
        backup = path.with_name(f"{path.name}.bak-v{version}-{number}")
        number += 1
    copy_to(connection, backup)
    return backup


def _run(connection: sqlite3.Connection, due: Sequence[Migration]) -> None:
    # A table that is rebuilt under a new name would otherwise take its references' rows with it; the switch
    # does nothing inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in due:
            for statement in statements(step.script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.version:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        problems = integrity_problems(connection)
        if problems:
            raise BadRow(problems[0])
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
