"""A crash report for our own bugs: a text file that stays on this computer."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from model.writing import ESCAPED


def write_crash_report(error: BaseException, version: str, folder: Path | None = None) -> Path:
    """Writes how it came to the error, with versions and platform; gives the file. No report's text is in it.

    Where nothing can be written among the user's data it goes to the folder for temporary files; raises
    OSError where that takes nothing either.
    """
    now = datetime.now(UTC)
    lines = [
        f"Paraph {version}, Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        f"arguments: {len(sys.argv) - 1}",
        "",
        account_of(error),
    ]
    name = f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    text = "\n".join(line.rstrip("\n") for line in lines) + "\n"
    try:
        return _written(folder or user_log_path("paraph", appauthor=False), name, text)
    except OSError:
        return _written(Path(tempfile.gettempdir()), f"paraph-{name}", text)


def reported(error: BaseException, version: str) -> str:
    """What a line says of an error that is our fault. A report of it is written where that can be done."""
    fault = "something went wrong that is our fault"
    try:
        return f"{fault}; a report is in {write_crash_report(error, version)}"
    except OSError:
        return f"{fault}; no report of it can be written, as the disk is full or read-only"


def account_of(error: BaseException) -> str:
    """The errors that led to this one, by their kinds and places in the program, with notes of our own.

    What they say is left out: it may quote a report ("invalid literal for int() with base 10: '12 bis'").
    """
    return "\nThen:\n\n".join(map(_told, _led_to(error, set())))


def _led_to(error: BaseException, seen: set[int]) -> Iterator[BaseException]:
    """The earliest first, and each once: causes may go round in a circle."""
    chain = []
    before: BaseException | None = error
    while before is not None and id(before) not in seen:
        seen.add(id(before))
        chain.append(before)
        before = before.__cause__ or (None if before.__suppress_context__ else before.__context__)
    for one in reversed(chain):
        if isinstance(one, BaseExceptionGroup):
            for member in one.exceptions:
                yield from _led_to(member, seen)
        yield one


def _told(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    notes = getattr(error, "__notes__", ())
    return "".join((*traceback.format_tb(error.__traceback__), f"{kind}\n", *(f"{note}\n" for note in notes)))


def _written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", errors=ESCAPED)
    return path
