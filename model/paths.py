"""What stands at a path; nothing, too, where the system refuses to say: a folder that may not be entered, a
drive that is away, a name too long. `Path`'s own methods raise OSError there."""

from __future__ import annotations

from os.path import exists, isdir, isfile
from pathlib import Path

__all__ = ["PROJECT_SUFFIX", "exists", "is_project", "isdir", "isfile"]

PROJECT_SUFFIX = ".paraph"


def is_project(path: Path) -> bool:
    """Whether it is called like a project; some systems write names in capitals."""
    return path.suffix.lower() == PROJECT_SUFFIX
