"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from model.errors import UserFacingError
from model.paths import exists, isfile

# How characters are written that an encoding lacks. UTF-8 lacks halves of characters, which Python puts into
# paths that are not in it; in JSON, too, the escape for one is valid.
ESCAPED = "backslashreplace"


@contextmanager
def replacing(path: Path, *sources: Path) -> Iterator[Path]:
    """A path beside `path` to write to; put in its place at the end, taken away where something failed.

    What is there and no file, such as a terminal or `/dev/null`, is written to itself. Raises UserFacingError
    where the disk refuses, and where the path is one of the `sources`, which are read.
    """
    if exists(path) and any(exists(source) and path.samefile(source) for source in sources):
        raise UserFacingError(f"{path}: this command reads it, so it would be lost; write to another file")
    is_file = isfile(path) or not exists(path)
    # Hidden: NAME.part may be somebody's, as of a browser's download that goes on.
    beside = path.with_name(f".{path.name}.part") if is_file else path
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise UserFacingError(f"{path}: cannot be written: {reason}; choose another place") from error
    finally:
        if is_file:
            with suppress(OSError):  # no folder, a name too long: nothing was written
                beside.unlink()
