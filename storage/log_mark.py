"""Whose log lies beside a project: a mark in the project, and the same in a small file beside it.

Each process that writes puts a mark of its own there before its first change. A file that comes into the
place of the project later, as a backup does, has another one. Where either is missing nothing is known.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import Connection

from storage.errors import ProjectReadOnly
from storage.rows import from_json, to_json
from storage.settings import write_setting
from storage.sqlite import DriverConnection, checkpoint, connect

_NAME = "mark of its log"
_MARK = re.compile("[0-9a-f]{32}")


class LogMark:
    """The mark of one process that writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mark = ""
        self._kept = False

    def put(self, connection: Connection) -> None:
        """Into the project, the first time that it is called; on its way there no mark holds."""
        if self._mark:
            return
        forget_mark(self._path)
        mark = uuid4().hex
        with connection.begin():
            write_setting(connection, _NAME, mark)
        self._mark = mark
        self.checkpoint(connection)

    def checkpoint(self, connection: Connection, *, truncate: bool = False) -> None:
        """Moves the log into the file. The mark holds from the first time on that all of it got there."""
        moved = checkpoint(connection, truncate=truncate)
        if moved and self._mark and not self._kept:
            self._kept = True
            with suppress(OSError), _beside(self._path).open("xb") as file:
                file.write(self._mark.encode())
                file.flush()
                os.fsync(file.fileno())


def is_of_another(path: Path, there: Path) -> bool:
    """Whether the log beside the project is of another file than the one `there`, its copy or itself."""
    kept, own = _kept_mark(path), _mark_in(there)
    return "" not in (kept, own) and kept != own


def forget_mark(path: Path) -> None:
    """Where there is no log, or it is about to be of a process that has not put its mark. Raises
    ProjectReadOnly: a mark that stays would take the log from its file."""
    try:
        _beside(path).unlink(missing_ok=True)
    except OSError as error:
        why = f"{_beside(path).name} beside it cannot be removed ({error.strerror}); remove it"
        raise ProjectReadOnly(f"{path}: {why}") from error


def mark_copy(connection: DriverConnection) -> None:
    """A copy is another file than the one that it was made of, whose log it may lie beside one day."""
    connection.execute("UPDATE setting SET value = ? WHERE key = ?", (to_json(uuid4().hex), _NAME))


def _kept_mark(path: Path) -> str:
    try:
        return _verified(_beside(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def _mark_in(path: Path) -> str:
    """Read past the log, which would say what it says itself."""
    try:
        connection = connect(path, "immutable")
        try:
            row = connection.execute("SELECT value FROM setting WHERE key = ?", (_NAME,)).fetchone()
        finally:
            connection.close()
        return _verified(from_json(row[0])) if row else ""
    except (sqlite3.Error, ValueError, TypeError):
        return ""


def _verified(mark: object) -> str:
    return mark if isinstance(mark, str) and _MARK.fullmatch(mark) else ""


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.mark")
