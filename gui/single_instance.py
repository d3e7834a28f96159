"""A second start of Paraph hands its files to the one that runs.

The one that runs holds a lock beside the settings. Another one leaves a file with what it was to open in the
same folder, and ends when that is taken away; where nobody takes it, it opens a window of its own. So, as a
rule, a project is open in one process only.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from model.user_name import settings_file

# Seconds in which the one that runs answers, between two looks.
_PATIENCE, _LOOK = 3.0, 0.02


class SingleInstance(QObject):
    """Holds the lock while it lives, and tells what other starts were to open."""

    asked = Signal(list)  # of absolute paths; empty if it was only started. Not while a dialog waits

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or settings_file().parent / "starts"
        self._lock = QLockFile(str(self._folder / "running.lock"))
        self._lock.setStaleLockTime(0)  # it is held for days; that of a process that is gone does not count
        self._watcher: QFileSystemWatcher | None = None
        self._taken: list[list[Path]] = []  # not told yet

    def begin(self) -> bool:
        """Whether none runs, or that cannot be told because nothing can be written here."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            self._clear_away()
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Whether the one that runs has taken the files; it may be busy, or be gone meanwhile."""
        wish = self._folder / f"{os.getpid()}.json"
        part = wish.with_suffix(".part")
        try:
            part.write_text(json.dumps([str(path.absolute()) for path in files]), encoding="ascii")
            part.replace(wish)
            until = time.monotonic() + _PATIENCE
            while wish.exists() and time.monotonic() < until and not self._lock.tryLock(0):
                time.sleep(_LOOK)
            wish.unlink()
        except FileNotFoundError:
            self._lock.unlock()
            return True
        except OSError:
            pass
        return False

    def listen(self) -> None:
        """From now on what others were to open is told."""
        if self._lock.isLocked():
            self._watcher = QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._look)
            self._look()

    def end(self) -> None:
        """Lets another one be the only one."""
        self._lock.unlock()

    def _clear_away(self) -> None:
        """What starts that were killed have left. One that waits for an answer is younger."""
        for left in chain(self._folder.glob("*.json"), self._folder.glob("*.part")):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > 2 * _PATIENCE:
                    left.unlink()

    def _look(self) -> None:
        for wish in sorted(self._folder.glob("*.json")):
            with suppress(OSError, ValueError):
                names = json.loads(wish.read_text(encoding="ascii"))
                wish.unlink()
                self._taken.append([Path(name) for name in names])
        self._tell()

    def _tell(self, *_: object) -> None:
        """While a dialog waits nothing else can be opened: it comes to the front, and is answered first."""
        while self._taken:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                self.asked.emit(self._taken.pop(0))
                continue
            dialog.raise_()
            dialog.activateWindow()
            if isinstance(dialog, QDialog):
                dialog.finished.connect(self._tell, Qt.ConnectionType.QueuedConnection)
            return
