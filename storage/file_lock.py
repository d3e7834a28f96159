"""The lock beside a project that keeps it to one writing process."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

from storage.errors import ProjectError, ProjectLocked
from storage.sqlite import connect, explain, explained


class FileLock:
    """Keeps a project to one writing process.

    It is a transaction that is held open on a small database beside the project, so the operating system
    lets go of it when the process ends, however it ends; the row in it says who holds it. A second lock on
    the same file stays where the first one is lost (see `_hold`).
    """

    def __init__(self, path: Path, owner: str) -> None:
        """Raises ProjectLocked naming the owner, or ProjectReadOnly where the folder cannot be written to."""
        self._project = path
        self._file = _lock_of(path)
        self._owner = owner
        self._held: int | None = None
        self._connection = self._acquire()

    def release(self) -> None:
        # Unlinked while held: who opened it a moment ago finds that its path is gone and tries again.
        try:
            self._file.unlink(missing_ok=True)
        except PermissionError:
            pass  # Windows keeps open files; an unused lock file does no harm
        finally:
            self._let_go(self._connection)

    def _acquire(self) -> sqlite3.Connection:
        for _attempt in range(20):
            connection = self._try()
            if connection is not None:
                return connection
        raise ProjectLocked(f"{self._project}: {_someone('another program')}")

    def _try(self) -> sqlite3.Connection | None:
        """A held connection, or None when the file changed under us. Raises ProjectLocked when taken."""
        with explained(self._project):
            connection = connect(self._file, "rwc", timeout=0)
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            self._held = _hold(self._file)
            connection.execute("CREATE TABLE IF NOT EXISTS owner (name TEXT)")
            connection.execute("DELETE FROM owner")
            connection.execute("INSERT INTO owner VALUES (?)", (self._owner,))
            connection.execute("COMMIT")
            connection.execute("BEGIN IMMEDIATE")
            if _owner_in(self._file) == self._owner:
                return connection
        except BlockingIOError as error:
            self._let_go(connection)
            raise self._taken() from error
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", None) or ""
            if self._held is not None:
                self._file.unlink(missing_ok=True)  # ours, and of no use: the disk is full
            self._let_go(connection)
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise self._taken() from error
            if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                self._file.unlink(missing_ok=True)
                return None
            raise explain(error, self._project) or error from error
        self._let_go(connection)
        return None

    def _taken(self) -> ProjectLocked:
        owner = _owner_in(self._file) or "another program"
        return ProjectLocked(f"{self._project}: {_someone(owner)}")

    def _let_go(self, connection: sqlite3.Connection) -> None:
        connection.close()
        if self._held is not None:
            os.close(self._held)
            self._held = None


def is_held(path: Path) -> bool:
    """Whether a process has the lock of a project, or may have it."""
    if not _lock_of(path).exists():
        return False
    try:
        FileLock(path, "").release()
    except ProjectError:
        return True
    return False


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _hold(file: Path) -> int | None:
    """A lock that belongs to the descriptor it gives; None on Windows, where all locks are like that.

    SQLite's are lost as soon as anything in this process opens the file and closes it again, as dialogs for
    files do to find out what each one is. Raises BlockingIOError if another process has the file.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    held = os.open(file, os.O_RDWR)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise
    except OSError:
        pass  # a file system without such locks: closing the file now would lose SQLite's
    return held


def _someone(owner: str) -> str:
    return f"already open in {owner}; close it there first"


def _owner_in(file: Path) -> str | None:
    try:
        connection = connect(file, "ro", timeout=1.0)
    except sqlite3.Error:
        return None
    try:
        row: Any = connection.execute("SELECT name FROM owner").fetchone()
        return str(row[0]) if row else None
    except sqlite3.Error:
        return None
    finally:
        connection.close()
