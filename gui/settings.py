"""What the application remembers beyond any project: a small JSON file in the user's settings folder."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, overload

from PySide6.QtCore import QObject, QTimer, Signal

from model.paths import isfile
from model.user_name import settings_file
from model.writing import ESCAPED

T = TypeVar("T")

# Many settings change together (a splitter's sizes while it is dragged): one write for all of them.
WRITE_AFTER_MS = 400
_MOST_RECENT = 8
_FILES = "files_of_projects"
# Pixels that a window can have on every system.
_WIDEST = 32_767


class Settings(QObject):
    """Values by name, JSON only. A file that cannot be read counts as empty, and a number that no window can
    have as none: nothing in it is precious."""

    failed = Signal(str)  # a sentence for the user

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or settings_file()
        self._values = _read(self._path)
        self._timer = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @overload
    def get(self, key: str, default: list[Any]) -> list[Any]: ...
    @overload
    def get(self, key: str, default: dict[str, Any]) -> dict[str, Any]: ...
    @overload
    def get(self, key: str, default: T) -> T: ...
    def get(self, key: str, default: Any) -> Any:
        """A value of the default's type; the default where there is none, or one of another type."""
        value = self._values.get(key, default)
        same = isinstance(value, type(default)) and isinstance(value, bool) is isinstance(default, bool)
        return value if same else default

    def set(self, key: str, value: Any) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._timer.start()

    def flush(self) -> None:
        """Writes now what has changed: completely or not at all."""
        self._timer.stop()
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._values, indent=1, ensure_ascii=False)
            part.write_text(text, encoding="utf-8", errors=ESCAPED)
            part.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            reason = f"settings cannot be saved ({error.strerror}); check that it may be written"
            self.failed.emit(f"{self._path}: {reason}.")

    # --- projects that were open

    def recent(self) -> list[Path]:
        """Projects that were open, the last one first; those that are gone left out."""
        found = [Path(name) for name in self.get("recent", []) if isinstance(name, str)]
        return [path for path in found if isfile(path)]

    def add_recent(self, path: Path) -> None:
        others = [name for name in self.get("recent", []) if name != str(path)]
        self.set("recent", [str(path), *others][:_MOST_RECENT])

    # --- files for a project that could not be opened before its window was closed

    def keep_files(self, project: Path, files: Sequence[Path]) -> None:
        kept = self._kept_files()
        self.set(_FILES, {**kept, str(project): [*kept.get(str(project), []), *map(str, files)]})

    def take_files(self, project: Path) -> tuple[Path, ...]:
        """Those that were kept for it, and are not any more."""
        kept = self._kept_files()
        files = kept.pop(str(project), [])
        if files:
            self.set(_FILES, kept)
        return tuple(Path(str(file)) for file in files)

    def _kept_files(self) -> dict[str, list[Any]]:
        kept: dict[str, Any] = self.get(_FILES, {})
        return {project: files for project, files in kept.items() if isinstance(files, list)}


class OwnSettings(Settings):
    """Those of one window that scripts drive: nothing is read, and nothing stays, however it ends."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))

    def flush(self) -> None:
        self._timer.stop()


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in values.items() if _can_be(value)} if isinstance(values, dict) else {}


def _can_be(value: Any) -> bool:
    """Whether Paraph may have written a value: its numbers are widths and per cents."""
    if isinstance(value, dict):
        return all(map(_can_be, value.values()))
    if isinstance(value, list):
        return all(map(_can_be, value))
    return not isinstance(value, int | float) or 0 <= value <= _WIDEST
