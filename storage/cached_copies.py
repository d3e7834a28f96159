"""The copies of PDFs in the user's cache: pages are read from them where the original is gone.

None is precious, because the project holds the PDF, so those that nobody opens any more are deleted. Without
SQLAlchemy: a window's start is no time to load it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import platformdirs

DAY_S = 24 * 60 * 60
_OLDEST_S = 60 * DAY_S  # since it was last opened
MOST_BYTES = 2 << 30
# Another window may be at what was opened or begun so lately.
_AT_HAND_S = 2 * DAY_S


def cache_folder() -> Path:
    """Where the copies lie; it need not exist."""
    return Path(platformdirs.user_cache_dir("paraph", appauthor=False)) / "sources"


def note_use(copy: Path) -> None:
    """Says that a copy is opened now."""
    with suppress(OSError):
        os.utime(copy)


def prune_copies() -> None:
    """Removes what was not opened for two months, and where all copies take more than 2 GB what was opened
    longest ago; nothing that was opened within two days."""
    now, room = time.time(), MOST_BYTES
    for used, size, path in sorted(_copies(), reverse=True):
        room -= size
        age = now - used
        if age > _OLDEST_S or (age > _AT_HAND_S and (room < 0 or path.suffix != ".pdf")):
            with suppress(OSError):  # open in another program, on Windows
                path.unlink()


def _copies() -> list[tuple[float, int, Path]]:
    """When each was opened, its bytes, and where it is; copies that were broken off too."""
    found = []
    with suppress(OSError), os.scandir(cache_folder()) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith((".pdf", ".part")) and entry.is_file(follow_symlinks=False):
                    facts = entry.stat(follow_symlinks=False)
                    found.append((facts.st_mtime, facts.st_size, Path(entry.path)))
    return found
