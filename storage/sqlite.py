"""What is SQLite's alone: connections, PRAGMAs, error codes.

Everything else in `storage/` is SQLAlchemy Core that another database could run too.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from json import JSONDecodeError
from pathlib import Path
from typing import Literal

import sqlalchemy.dialects.sqlite  # noqa: F401 - with all the rest, not by the first engine
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from model.errors import UserFacingError
from storage.errors import (
    BadRow,
    DiskFull,
    NotAProject,
    ProjectDamaged,
    ProjectError,
    ProjectLocked,
    ProjectMoved,
    ProjectReadOnly,
    ProjectTooNew,
)
from storage.schema import METADATA

APPLICATION_ID = 0x50727068  # "Prph", shown by `file` and kept in the header at byte 68
Mode = Literal["rw", "rwc", "ro", "immutable"]
DriverConnection = sqlite3.Connection

# Checkpoints wait for a quiet moment (`checkpoint`); this many pages of 4 KB only bound the file beside.
_WAL_PAGES = 8000
_INDEX_BYTES = 1 << 16  # twice what SQLite begins with


def connect(path: Path, mode: Mode, timeout: float = 10.0) -> sqlite3.Connection:
    """A connection of the driver that leaves BEGIN and COMMIT to us. `timeout` in seconds."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=timeout,
        cached_statements=256,
    )


def writer_engine(path: Path) -> Engine:
    """One connection at a time, that writes: every transaction takes the write lock when it begins."""

    def open_connection() -> sqlite3.Connection:
        connection = connect(path, "rw")
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000",
                       "temp_store = MEMORY", f"wal_autocheckpoint = {_WAL_PAGES}"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=open_connection, poolclass=NullPool)
    event.listen(engine, "begin", _begin("BEGIN IMMEDIATE"))
    return engine


def reader_engine(path: Path, mode: Mode = "ro") -> Engine:
    """Short-lived readers, each seeing one unchanging state from its first query to its end.

    They raise ProjectMoved rather than read another file that has come to lie at the path.
    """
    file = identity_of(path)

    def open_connection() -> sqlite3.Connection:
        verify_same(path, file)
        connection = connect(path, mode)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -8000")
        return connection

    engine = create_engine(
        "sqlite://", creator=open_connection, poolclass=QueuePool, pool_size=4, max_overflow=8
    )
    event.listen(engine, "begin", _begin("BEGIN"))
    return engine


def identity_of(path: Path) -> tuple[int, int] | None:
    """Tells a file from every other one; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def verify_same(path: Path, identity: tuple[int, int] | None) -> None:
    """Raises ProjectMoved if another file than that one lies at the path, or none."""
    if identity_of(path) != identity:
        raise ProjectMoved(
            f"{path}: moved, deleted or replaced while it was open, so nothing can be saved; save a copy, or "
            "put it back under this name and try again"
        )


def _begin(statement: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin


def reading_mode(path: Path) -> Mode:
    """How to read a project that is not to be written: a folder without write access, or on a full disk, has
    no room for the shared-memory file that SQLite keeps beside, but there nobody else writes either."""
    if has_log(path):
        return "ro"
    writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
    room = index_of(path).exists() or not _is_full(path.parent)
    return "ro" if writable and room else "immutable"


def lacks_index(path: Path) -> bool:
    """Whether changes wait in the log, and nothing can be read: the index of the log is missing, and there is
    no room to make it again. So it is where somebody copied the project and its log, but not the index."""
    room = os.access(path.parent, os.W_OK) and not _is_full(path.parent)
    return has_log(path) and not index_of(path).exists() and not room


def _is_full(folder: Path) -> bool:
    """Whether the index of a log has no room there. Some drives on a network tell no sizes."""
    try:
        disk = shutil.disk_usage(folder)
    except OSError:
        return False
    return disk.total > 0 and disk.free < _INDEX_BYTES


def index_of(path: Path) -> Path:
    """The index of the log, which SQLite keeps beside while the project is open."""
    return _beside(path, "-shm")


def log_of(path: Path) -> Path:
    """The log that SQLite keeps beside a project."""
    return _beside(path, "-wal")


def has_log(path: Path) -> bool:
    """Whether changes wait in the log beside the file: it is in use, or its last user was killed."""
    log = log_of(path)
    with suppress(FileNotFoundError):  # its last user takes it away at this moment
        return log.exists() and log.stat().st_size > 0
    return False


def tidy_up(path: Path) -> None:
    """Removes the empty log and its index that a reader left beside a file which nobody else has open."""
    if not log_of(path).exists():
        return
    with suppress(sqlite3.Error):  # where that is not allowed they do no harm
        connection = connect(path, "rw", timeout=0)
        try:
            version_of(connection)  # now it is one of the file's users, of whom the last to leave tidies up
        finally:
            connection.close()


def checkpoint(connection: Connection, *, truncate: bool = False) -> bool:
    """Moves what the write-ahead log holds into the file itself; whether all of it got there.

    What cannot be moved (a full disk, a reader at work) is safe in the log and moves next time.
    """
    with suppress(sqlite3.Error):
        mode = "TRUNCATE" if truncate else "PASSIVE"
        pragma = f"PRAGMA wal_checkpoint({mode})"
        busy, logged, moved = driver_connection(connection).execute(pragma).fetchone()
        return not busy and logged == moved
    return False


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection under SQLAlchemy's."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema that the file has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def verify_is_project(connection: sqlite3.Connection, path: Path, latest: int) -> None:
    """Raises NotAProject, ProjectDamaged or ProjectTooNew."""
    with explained(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
        version = version_of(connection)
    if application != APPLICATION_ID or version < 1:
        raise NotAProject(f"{path}: not a Paraph project; choose a file that Paraph made (*.paraph)")
    if version > latest:
        raise ProjectTooNew(
            f"{path}: made by a newer Paraph (format {version}, this one knows {latest}); update to open it"
        )
    # After a crash the missing end may still be in the log beside the file.
    if not has_log(path) and path.stat().st_size < pages * page_size:
        raise damaged(path)


def verify_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ProjectDamaged if a project of the current version lacks a table or column."""
    query = "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c"
    with explained(path):
        there = set(connection.execute(query))
    if any(
        (table.name, column.name) not in there for table in METADATA.tables.values() for column in table.c
    ):
        raise damaged(path)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script; the driver's own `executescript` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in statement.splitlines()):
        raise ValueError(f"unfinished statement: {statement.strip()[:60]}")


def integrity_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong with the file and with its references."""
    problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    for table, _rowid, target, _number in connection.execute("PRAGMA foreign_key_check"):
        problems.append(f"a row of {table} refers to a missing row of {target}")
    return problems


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what a user can mend into one line that names the file: errors of SQLite, and what a damaged
    file holds where there was text, JSON or a name that Paraph knows."""
    try:
        yield
    except (sqlite3.Error, DBAPIError, *_NOT_READ) as error:
        explanation = explain(error, path)
        if explanation is None:
            raise
        raise explanation from error


def explain(error: BaseException, path: Path) -> UserFacingError | None:
    """The line for the user, or None if the error is a bug of ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, _NOT_READ) or str(original).startswith(_NO_TEXT):
        return damaged(path)
    if not isinstance(original, sqlite3.Error):
        return None
    name = getattr(original, "sqlite_errorname", None) or ""
    for prefix, kind, advice in _ADVICE:
        if name.startswith(prefix):
            return kind(f"{path}: {advice}")
    return None


def damaged(path: Path) -> ProjectDamaged:
    """What is said of a file that is not whole."""
    return ProjectDamaged(f"{path}: {_DAMAGED}")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


# What reading raises where the file holds other things than Paraph wrote.
_NOT_READ = (UnicodeDecodeError, JSONDecodeError, BadRow)
# The driver's words for bytes that are not text; SQLite itself has no code for it.
_NO_TEXT = "Could not decode to UTF-8"
_DAMAGED = "the project is damaged (cut short or overwritten); open a copy or a backup of it instead"
_READ_ONLY = "cannot be written to; copy it to a folder of your own and open the copy"
_ADVICE: tuple[tuple[str, type[ProjectError], str], ...] = (
    ("SQLITE_FULL", DiskFull, "the disk is full; free some space and try again, nothing saved is lost"),
    ("SQLITE_IOERR", DiskFull, "the disk refused to read or write; check its space and that it is connected"),
    ("SQLITE_READONLY", ProjectReadOnly, _READ_ONLY),
    ("SQLITE_CANTOPEN", ProjectReadOnly, _READ_ONLY),
    ("SQLITE_PERM", ProjectReadOnly, _READ_ONLY),
    ("SQLITE_NOTADB", NotAProject, "not a Paraph project; choose a file that Paraph made (*.paraph)"),
    ("SQLITE_CORRUPT", ProjectDamaged, _DAMAGED),
    ("SQLITE_BUSY", ProjectLocked, "another program is using the project; close it there and try again"),
)  # fmt: skip
