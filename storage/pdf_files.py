"""Which files an import is asked for, what identifies them, and their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from model.errors import NO_FILE, UnreadableFile, UserFacingError, why_unreadable
from model.paths import exists, isdir, isfile
from storage.sources import PART_BYTES

CHANGED = "it changed while it was read; import it again."  # after the file's name


def pdfs_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and of folders every PDF in them, folders below included; each once.

    A file that is named is taken whatever its suffix, and also where it does not exist: reading it says so,
    and so it does of a folder without a PDF, which stands for itself. Hidden files and folders are left out,
    for they hold copies and leftovers of other programs. Raises UserFacingError if nothing that
    was named exists, or no folder holds a PDF.
    """
    named = list(paths)
    found: dict[Path, None] = {}
    for path in named:
        if isdir(path):
            found.update(dict.fromkeys(_pdfs_below(path) or [path.absolute()]))
        else:
            found[path.absolute()] = None
    if not any(exists(path) and not isdir(path) for path in found):
        folders = [path for path in named if isdir(path)]
        if folders:
            raise UserFacingError(f"{folders[0]}: {_why_no_pdf(folders[0])}")
        what = f"{named[0]}: there is no such file; check its name" if named else "name a file to import"
        raise UserFacingError(what)
    return list(found)


def _pdfs_below(folder: Path) -> list[Path]:
    found = []
    for where, folders, names in os.walk(folder.absolute()):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(where, name) for name in names if _is_pdf(name)]
    return sorted(found)


def _why_no_pdf(folder: Path) -> str:
    """What a message says after the name of a folder that gave nothing."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return "you may not read this folder; change its permissions"
    return "there is no PDF in this folder; choose another one"


def _is_pdf(name: str) -> bool:
    return name.lower().endswith(".pdf") and not name.startswith(".")


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes. Raises UnreadableFile, also for what is no file: a pipe keeps whoever opens
    it waiting for another program."""
    if exists(path) and not isfile(path) and not isdir(path):
        raise UnreadableFile(f"{path.name}: {NO_FILE}; choose a PDF.")
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


def size_of(path: Path) -> int:
    """In bytes. Raises UnreadableFile."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error


def parts_of(path: Path, sha256: str) -> Iterator[bytes]:
    """A file's bytes, as parts that a project stores. Raises UnreadableFile, at the end also where they are
    not those of that hash."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while data := file.read(PART_BYTES):
                digest.update(data)
                yield data
    except OSError as error:
        raise _unreadable(path, error) from error
    if digest.hexdigest() != sha256:
        raise UnreadableFile(f"{path.name}: {CHANGED}")


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    """The line for a file that the system does not give us."""
    why = _why_no_pdf(path) if isdir(path) else why_unreadable(error)
    return UnreadableFile(f"{path.name}: {why}.")
