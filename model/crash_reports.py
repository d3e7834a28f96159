"""A crash report for our own bugs: a text file that stays on this computer."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from model.writing import ESCAPED


def write_crash_report(error: BaseException, version: str, folder: Path | None = None) -> Path:
    """Writes the traceback with versions and platform; gives the file. No report's text is in it."""
    folder = folder or user_log_path("paraph", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    lines = [
        f"Paraph {version}, Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        f"arguments: {len(sys.argv) - 1}",
        "",
        *traceback.format_exception(error),
    ]
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    text = "\n".join(line.rstrip("\n") for line in lines) + "\n"
    path.write_text(text, encoding="utf-8", errors=ESCAPED)
    return path
