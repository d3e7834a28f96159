"""Archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from types import TracebackType
from typing import Self

# The earliest day that an archive can name.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3
# What the library raises where bytes are not what they should be.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


@contextmanager
def zip_to_read(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive. Raises ValueError if it is not one, or a part of it that is read is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except _DAMAGED as error:
        raise ValueError(f"a damaged archive ({error})") from error


class ZipWriter:
    """A zip archive without dates. A context manager."""

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def add(self, name: str, data: bytes) -> None:
        self._archive.writestr(_member(name, zipfile.ZIP_DEFLATED), data)

    def add_file(self, name: str, path: Path) -> None:
        """A file as it is, for one that is compressed already."""
        member = _member(name, zipfile.ZIP_STORED)
        with path.open("rb") as source, self._archive.open(member, "w", force_zip64=True) as target:
            copyfileobj(source, target)


def _member(name: str, compression: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_DATE)
    member.compress_type = compression
    member.create_system = _UNIX
    member.external_attr = _READABLE
    return member
