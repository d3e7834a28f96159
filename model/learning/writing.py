"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from model.errors import UserFacingError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; put in its place at the end, taken away where something failed.

    Raises UserFacingError where the disk refuses.
    """
    beside = path.with_name(path.name + ".part")
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        raise UserFacingError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # no folder, a name too long: nothing was written
            beside.unlink()
