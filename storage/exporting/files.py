"""Files of a dataset: written beside their place, read back and compared, and only then put there."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.errors import ExportFailed
from storage.exporting.formats import Format, Row

_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space and export again",
    errno.EDQUOT: "your share of the disk is full; free some space and export again",
    errno.EFBIG: "the disk takes no file of this size; export to another one",
    errno.EACCES: "you may not write there; choose another folder",
    errno.EPERM: "you may not write there; choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENOTDIR: "not a folder; choose another one",
    errno.EEXIST: "a file, not a folder; choose another one",
}


class Contents:
    """A running hash over rows, to tell whether two sets of rows in order are the same."""

    def __init__(self) -> None:
        self.rows = 0
        self._digest = hashlib.sha256()

    def add(self, rows: Sequence[Row]) -> None:
        self.rows += len(rows)
        self._digest.update("".join([f"{document} {node}\n" for document, node in rows]).encode())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Contents):
            return NotImplemented
        return (self.rows, self._digest.digest()) == (other.rows, other._digest.digest())

    __hash__ = None  # type: ignore[assignment]  # it changes


class PartFile:
    """A file on its way to `target`. As a context manager it leaves nothing behind that was not placed."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.size = 0
        self._part = target.with_name(f".{target.name}.part")
        self._digest = hashlib.sha256()
        with failing(target):
            self._file = self._part.open("wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with failing(self.target):
            try:
                self._file.close()
            finally:
                self._part.unlink(missing_ok=True)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def write(self, text: str) -> None:
        data = text.encode("utf-8")
        self._digest.update(data)
        self.size += len(data)
        with failing(self.target):
            self._file.write(data)

    def finish(self) -> None:
        """All of it is on the disk."""
        with failing(self.target):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    def reconcile(self, format_: Format, written: Contents) -> None:
        """Reads the file again. Raises ExportFailed where it does not hold what was written."""
        found = Contents()
        try:
            with self._part.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                file.seek(0)
                rest = format_.read_back(file)
                while rows := list(islice(rest, 1000)):
                    found.add(rows)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ExportFailed(f"{self.target}: what was written cannot be read back ({error})") from error
        if sha256 != self.sha256 or found != written:
            raise ExportFailed(
                f"{self.target}: what was read back ({found.rows} rows) is not what was written "
                f"({written.rows} rows); check the disk and export again"
            )

    def place(self) -> Path:
        with failing(self.target):
            self._part.replace(self.target)
        return self.target


@contextmanager
def failing(path: Path) -> Iterator[None]:
    """Turns the system's errors into one line that names the file."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, f"{error.strerror}; choose another folder")
        raise ExportFailed(f"{path}: cannot be written: {advice}") from error


def make_folder(folder: Path) -> None:
    """Raises ExportFailed."""
    with failing(folder):
        folder.mkdir(parents=True, exist_ok=True)


def names(formats: Iterable[str]) -> list[str]:
    """Names of formats without spaces and repetitions, in order."""
    return list(dict.fromkeys(name for given in formats if (name := given.strip().lower())))
