"""A whole copy of a project: a backup, or a project of its own."""

from __future__ import annotations

from pathlib import Path

from storage.log_mark import mark_copy
from storage.sqlite import DriverConnection, connect
from storage.stray_log import put_log_aside


def copy_to(connection: DriverConnection, target: Path) -> None:
    """A consistent copy of the whole database, also while it is in use; the target appears when complete, and
    a log that was left there is put aside."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        copy = connect(part, "rwc")
        try:
            copy.execute("PRAGMA journal_mode = DELETE")
            connection.backup(copy)
            mark_copy(copy)
        finally:
            copy.close()
        put_log_aside(target)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
