"""A crash report for our own bugs: a text file that stays on this computer."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from model.writing import ESCAPED


def write_crash_report(error: BaseException, version: str, folder: Path | None = None) -> Path:
    """Writes the traceback with versions and platform; gives the file. No report's text is in it.

    Where nothing can be written among the user's data it goes to the folder for temporary files; raises
    OSError where that takes nothing either.
    """
    now = datetime.now(UTC)
    lines = [
        f"Paraph {version}, Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        f"arguments: {len(sys.argv) - 1}",
        "",
        *traceback.format_exception(error),
    ]
    name = f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    text = "\n".join(line.rstrip("\n") for line in lines) + "\n"
    try:
        return _written(folder or user_log_path("paraph", appauthor=False), name, text)
    except OSError:
        return _written(Path(tempfile.gettempdir()), f"paraph-{name}", text)


def _written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", errors=ESCAPED)
    return path
