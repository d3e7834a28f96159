"""A log beside a project that is none of its own: the program that wrote was killed, then the file deleted or
a backup put in its place.

SQLite asks not whose a log is: it writes what waits there over the file, and nothing would be left of either.
"""

from __future__ import annotations

import sqlite3
from itertools import chain, count
from pathlib import Path

from storage.errors import ProjectReadOnly
from storage.file_lock import is_held
from storage.log_mark import forget_mark, is_of_another
from storage.sqlite import Mode, connect, damaged, has_log, index_of, log_of

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def verify_log(path: Path) -> Path | None:
    """Before the first writing: a log of another file, or one that the file does not fit, is put aside where
    the file is whole without it; gives its new name. Nobody else may write. Looks through all of a file that
    was not closed (a second for 300 MB).

    Raises ProjectDamaged, with the file as it was, where it is whole neither way.
    """
    if not has_log(path):
        forget_mark(path)
        return None
    if not is_of_another(path, path) and _is_whole(path, "ro"):
        return None
    if not _is_whole(path, "immutable"):
        raise damaged(path)
    return put_log_aside(path)


def is_stray(path: Path, there: Path) -> bool:
    """Whether a project that is only read, `there` where it is a copy, has a log that is not its own, and is
    whole without it. Where somebody writes, the log is theirs."""
    if not has_log(there) or is_held(path):
        return False
    return (is_of_another(path, there) or not _is_whole(there, "ro")) and _is_whole(there, "immutable")


def put_log_aside(path: Path) -> Path | None:
    """Gives the log another name, under which SQLite does not look for it; None if there is none. Raises
    ProjectReadOnly."""
    log = log_of(path)
    names = chain([f"{log.name}.aside"], (f"{log.name}.aside-{number}" for number in count(2)))
    free = next(there for name in names if not (there := log.with_name(name)).exists())
    try:
        index_of(path).unlink(missing_ok=True)
        forget_mark(path)
        if not log.exists():
            return None
        log.rename(free)
    except OSError as error:
        why = f"is of another file and cannot be put aside ({error.strerror}); move it away"
        raise ProjectReadOnly(f"{path}: {log.name} beside it {why}") from error
    return free


def _is_whole(path: Path, mode: Mode) -> bool:
    """With the log or, read as unchanging, without it. What else keeps SQLite from reading is said when the
    file is opened."""
    try:
        connection = connect(path, mode)
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            connection.close()
    except sqlite3.Error as error:
        return not (getattr(error, "sqlite_errorname", None) or "").startswith(_DAMAGED)
