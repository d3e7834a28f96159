"""What stands at a path; nothing, too, where the system refuses to say: a folder that may not be entered, a
drive that is away, a name too long. `Path`'s own methods raise OSError there."""

from __future__ import annotations

from os.path import exists, isdir, isfile, islink, realpath
from pathlib import Path

__all__ = ["PROJECT_SUFFIX", "FileState", "exists", "followed", "is_project", "isdir", "isfile", "state_of"]

PROJECT_SUFFIX = ".paraph"
FileState = tuple[int, int, int]


def is_project(path: Path) -> bool:
    """Whether it is called like a project; some systems write names in capitals."""
    return path.suffix.lower() == PROJECT_SUFFIX


def followed(path: Path) -> Path:
    """The file to which a symbolic link leads. What stands beside a project, its lock and its log, stands
    beside that file."""
    return Path(realpath(path)) if islink(path) else path.absolute()  # noqa: PTH114 - it never raises


def state_of(path: Path | str) -> FileState | None:
    """Tells that other bytes lie at a path than before, without reading them; None if nothing is."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
