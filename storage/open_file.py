"""A project's file while it is open: its lock, what reads it, what writes to it, and how it is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from storage.errors import ProjectError
from storage.file_lock import FileLock
from storage.log_mark import forget_mark, is_of_another
from storage.migrations import latest_version, migrate
from storage.project_file import (
    copy_with_log,
    current_copy,
    make_file,
    this_process,
    verify_free,
    verify_is_file,
    verify_writable,
)
from storage.sqlite import (
    Mode,
    connect,
    explained,
    has_log,
    lacks_index,
    reader_engine,
    reading_mode,
    tidy_up,
    verify_is_project,
    verify_tables,
    version_of,
    writer_engine,
)
from storage.stray_log import is_stray, put_log_aside, verify_log
from storage.writer import Writer


@dataclass
class OpenFile:
    """`writer` is None if the file is only read. Made by `new`, `to_write` and `to_read`, which may raise
    any `storage.errors.ProjectError`."""

    path: Path
    reader: Engine
    writer: Writer | None = None
    lock: FileLock | None = None
    log_aside: Path | None = None  # a log of another file that lay beside
    leaves_log: bool = False  # reading makes a log that the last to leave takes away
    copy: TemporaryDirectory[str] | None = None  # what is read in the file's place
    closed: bool = False

    @classmethod
    def new(cls, path: Path) -> Self:
        """Makes an empty project, and writes to it."""
        verify_free(path)
        lock = FileLock(path, this_process())
        try:
            verify_free(path)  # another process may have made it before it let go of the lock
            aside = put_log_aside(path)
            make_file(path)
            return cls._locked(path, lock, aside)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def to_write(cls, path: Path) -> Self:
        """Brings the project up to date if an older Paraph made it, and writes to it."""
        verify_is_file(path)
        verify_writable(path)
        lock = FileLock(path, this_process())
        try:
            aside = verify_log(path)
            return cls._locked(path, lock, aside)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _locked(cls, path: Path, lock: FileLock, log_aside: Path | None) -> Self:
        with explained(path):
            connection = connect(path, "rw")
        try:
            verify_is_project(connection, path, latest_version())
            migrate(connection, path)
            verify_tables(connection, path)
        finally:
            connection.close()
        return cls(path, reader_engine(path), Writer(writer_engine(path), path), lock, log_aside)

    @classmethod
    def to_read(cls, path: Path) -> Self:
        """Reads a project that may be open elsewhere or lie where nothing can be written; a copy of it, where
        it must be brought up to date or has a log that cannot be read in its place."""
        verify_is_file(path)
        copied = copy_with_log(path) if lacks_index(path) else None
        there = Path(copied.name, path.name) if copied is not None else path
        mode = "immutable" if is_stray(path, there) else reading_mode(there)
        leaves_log = mode == "ro" and not has_log(path)
        try:
            copy = cls._verified(path, there, mode, copied)
        except BaseException:
            if leaves_log:
                _tidy_up(path)
            raise
        reader = reader_engine(Path(copy.name, path.name) if copy is not None else path, mode)
        return cls(path, reader, leaves_log=leaves_log, copy=copy)

    @classmethod
    def _verified(cls, path: Path, there: Path, mode: Mode,
                  copied: TemporaryDirectory[str] | None) -> TemporaryDirectory[str] | None:  # fmt: skip
        """The copy that is read in the place of the project, where there has to be one."""
        with explained(path):
            connection = connect(there, mode)
        try:
            verify_is_project(connection, there, latest_version())
            old = version_of(connection) < latest_version()
            if not old:
                verify_tables(connection, path)
            copy = current_copy(connection, path) if old else copied
        finally:
            connection.close()
        if copied is not None and copy is not copied:
            copied.cleanup()
        return copy

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging state of the file. What reads on while the file is closed, or begins to afterwards,
        as the jobs of a window that goes may, leaves nothing beside it either."""
        try:
            with self.reader.connect() as connection:
                try:
                    with connection.begin():
                        yield connection
                finally:
                    if self.closed:
                        connection.detach()  # it is no longer kept for the next one
        finally:
            if self.closed:
                self._leave()

    def close(self) -> None:
        """Finishes what is to be written, and lets go of the file. May be called twice."""
        self.closed = True
        self.reader.dispose()
        if self.copy is not None:
            self.copy.cleanup()
        if self.writer is not None:
            self.writer.close()
        self._leave()
        if self.lock is not None:
            if not has_log(self.path):
                with suppress(ProjectError):
                    forget_mark(self.path)
            self.lock.release()
            self.lock = None

    def _leave(self) -> None:
        """The last connection to leave tidies up the log beside the file, which a reader cannot.
        Beside another file, that has come to its place, it stays."""
        if has_log(self.path) and is_of_another(self.path, self.path):
            return
        if self.writer is not None:
            tidy_up(self.path)  # where nothing was written, a reader was the last
        elif self.leaves_log:
            _tidy_up(self.path)


def _tidy_up(path: Path) -> None:
    with suppress(ProjectError):  # somebody writes: the log is theirs
        lock = FileLock(path, this_process())
        tidy_up(path)
        lock.release()
