"""Files of a dataset: written beside their place, read back and compared, and only then put there."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from storage.errors import ExportFailed
from storage.exporting.formats import RowKey

_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space and export again",
    errno.EDQUOT: "your quota on the disk is full; free some space and export again",
    errno.EFBIG: "the disk takes no file of this size; export to another one",
    errno.EACCES: "you may not write there; choose another folder",
    errno.EPERM: "you may not write there; choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENAMETOOLONG: "its name is too long; give the project a shorter one",
    errno.ENOTDIR: "not a folder; choose another one",
    errno.EEXIST: "a file, not a folder; choose another one",
}


class RowSet:
    """Which rows there are, in any order: two that are equal hold the same ones."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, rows: Sequence[RowKey | tuple[str, str, int]]) -> None:
        self.rows += len(rows)
        self._sum += sum(map(hash, rows))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RowSet):
            return NotImplemented
        return (self.rows, self._sum) == (other.rows, other._sum)

    __hash__ = None  # type: ignore[assignment]  # it changes


class Written(NamedTuple):
    """A file of a dataset: its path below the dataset's folder with slashes, size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


class PartialFile:
    """A file or folder on its way to `target`. As a context manager it leaves nothing behind that was not
    placed."""

    def __init__(self, target: Path, *, is_folder: bool = False) -> None:
        self.target = target
        self.path = target.with_name(f".{target.name}.part")
        self._before = target.with_name(f".{target.name}.before")
        with failing(target):
            remove(self.path)
            if is_folder:
                self._finish()
                self.path.mkdir()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with failing(self.target):
            remove(self.path)

    def sync(self) -> None:
        """All of it is on the disk."""
        with failing(self.target):
            for path in self._files():
                with path.open("rb+") as file:
                    os.fsync(file.fileno())

    def written(self) -> list[Written]:
        """What is there, by name; a folder's files are named with it."""
        with failing(self.target):
            return [
                Written(self._name(path), path.stat().st_size, file_sha256(path)) for path in self._files()
            ]

    def place(self) -> Path:
        """Puts it where it belongs; what was there before is gone then, and not before. What is hidden in a
        folder, such as `.git`, is none of ours and stays."""
        with failing(self.target):
            if self.path.is_dir():
                if self.target.exists():
                    self.target.rename(self._before)
                self.path.rename(self.target)
                self._finish()
            else:
                self.path.replace(self.target)
        return self.target

    def _finish(self) -> None:
        """Moves what is hidden out of the folder that was there before, and takes that away. Where a program
        was killed before the new one was there, it goes back to its place."""
        if not self.target.exists() and self._before.exists():
            self._before.rename(self.target)
        for hidden in self._before.glob(".*"):
            if not (self.target / hidden.name).exists():
                hidden.rename(self.target / hidden.name)
        remove(self._before)

    def _files(self) -> list[Path]:
        if not self.path.is_dir():
            return [self.path]
        return sorted((path for path in self.path.rglob("*") if path.is_file()), key=self._name)

    def _name(self, path: Path) -> str:
        return Path(self.target.name, path.relative_to(self.path)).as_posix()


# Texts that may wait to be written while the next one is made.
_AHEAD = 4


class TextFile:
    """A file that is written as text in UTF-8, and the hash of what should be in it.

    Hashing and writing go on in a thread of their own while the next texts are made: a few, because that
    thread waits for the interpreter before it begins.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)
        self._digest = hashlib.sha256()
        self._thread = ThreadPoolExecutor(1, "dataset")
        self._pending: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        self._file.close()
        if error is None:
            self._wait(0)

    @property
    def sha256(self) -> str:
        """Of all of it, once the file is closed."""
        return self._digest.hexdigest()

    def write(self, text: str) -> None:
        """Raises what went wrong with a text before."""
        data = text.encode("utf-8")
        self._wait(_AHEAD)
        self._pending.append(self._thread.submit(self._put, data))

    def _wait(self, most: int) -> None:
        """Until no more than these texts are still to be written."""
        while len(self._pending) > most:
            self._pending.popleft().result()

    def _put(self, data: bytes) -> None:
        self._digest.update(data)
        while data:
            data = data[self._file.write(data) :]


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


def file_sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove(path: Path) -> None:
    """A file or folder, where it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
