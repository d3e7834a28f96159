"""A project's file on the disk: made whole, copied up to date, and looked at before it is opened."""

from __future__ import annotations

import getpass
import os
import platform
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from model.errors import NO_FILE
from storage.copying import copy_to
from storage.errors import NotAProject, ProjectError, ProjectExists, ProjectMissing, ProjectReadOnly
from storage.migrations import migrate
from storage.sqlite import DriverConnection, connect, explained, has_log, log_of, verify_tables

# As long as what is added to the project's name for its lock, its log and its copies.
_LONGEST_BESIDE = "..bak-v1.part"


def make_file(path: Path) -> None:
    """An empty project of the current version, there completely or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with explained(path):
            connection = connect(part, "rwc")
        try:
            migrate(connection, part)
            with explained(path):
                connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def current_copy(connection: DriverConnection, path: Path) -> TemporaryDirectory[str]:
    """A copy of an older version's project that is brought up to date, to read; the file stays as it is."""
    folder = TemporaryDirectory(prefix="paraph-", ignore_cleanup_errors=True)
    try:
        copy = Path(folder.name, path.name)
        with explained(path):
            copy_to(connection, copy)
        copied = connect(copy, "rw")
        try:
            migrate(copied, path, is_copy=True)
            verify_tables(copied, path)
        finally:
            copied.close()
    except BaseException:
        folder.cleanup()
        raise
    return folder


def copy_with_log(path: Path) -> TemporaryDirectory[str]:
    """A copy of a project to read, with what waits in the log beside it. Raises ProjectReadOnly."""
    folder = TemporaryDirectory(prefix="paraph-", ignore_cleanup_errors=True)
    try:
        for file in (path, log_of(path)):
            shutil.copyfile(file, Path(folder.name, file.name))
    except OSError as error:
        folder.cleanup()
        raise ProjectReadOnly(
            f"{path}: cannot be copied to be read ({error.strerror}); free some space"
        ) from error
    return folder


def verify_is_file(path: Path) -> None:
    """Raises a ProjectError that says what is there instead."""
    try:
        if path.is_dir():
            raise NotAProject(f"{path}: a folder, not a project; choose a *.paraph file")
        exists = path.exists()
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check your access to it"
        raise ProjectReadOnly(f"{path}: {reason}") from error
    if not exists:
        raise ProjectMissing(f"{path}: not found; check its name, or make a new project")
    if not path.is_file():
        raise NotAProject(f"{path}: {NO_FILE}; choose a *.paraph file")
    if not os.access(path, os.R_OK):
        raise ProjectReadOnly(f"{path}: you may not read it; ask its owner, or change its permissions")
    _verify_name(path)


def verify_free(path: Path) -> None:
    """Raises a ProjectError where no new project can be made."""
    try:
        if path.exists():
            raise ProjectExists(f"{path}: already there; choose another name, or open it")
        if not path.parent.is_dir():
            raise ProjectMissing(f"{path}: its folder does not exist; make the folder first")
        if not os.access(path.parent, os.W_OK):
            raise ProjectReadOnly(f"{path}: nothing can be written in its folder; choose another folder")
    except OSError as error:
        reason = f"cannot be made here ({error.strerror}); choose another folder or name"
        raise ProjectReadOnly(f"{path}: {reason}") from error
    _verify_name(path)


def _verify_name(path: Path) -> None:
    """Raises ProjectError if the names of the files that are made beside the project would be too long."""
    try:
        path.with_name(f"{path.name}{_LONGEST_BESIDE}").exists()
    except OSError as error:
        raise ProjectError(f"{path}: {error.strerror}; give it a name some letters shorter") from error


def verify_writable(path: Path) -> None:
    """Raises ProjectReadOnly."""
    for place, what in ((path, "it"), (path.parent, "its folder")):
        if not os.access(place, os.W_OK):
            all_of_it = f"the project and {log_of(path).name}" if has_log(path) else "the project"
            raise ProjectReadOnly(
                f"{path}: {what} is read-only; copy {all_of_it} to a folder of your own and open the copy"
            )


def this_process() -> str:
    """Who has a project open, for the message that others get."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    return f"another Paraph (process {os.getpid()} of {user} on {platform.node()})"
