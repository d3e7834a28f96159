"""A window that is told to end, by the end of the desktop's session or a polite kill, while something is not
saved: nobody is there to be asked, so it keeps that in a copy."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum, auto
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QObject, Qt, Signal

from gui.settings import Settings
from model.paths import PROJECT_SUFFIX

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from model.errors import UserFacingError


_KEPT = "kept copies"  # the settings' name for copies that nobody has opened since, each with its project


class _Stage(Enum):
    TRYING = auto()  # once more, to save in the project itself
    COPYING = auto()
    OVER = auto()


class Rescue(QObject):
    """Tries once more to save, then to save a copy beside the project, then one among the user's data.

    `over` comes when the window may be closed without a question; a line on standard error says where the
    changes are, or that they are lost and why.
    """

    over = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._stage = _Stage.TRYING
        assert window.session.project is not None
        self._project = window.session.project.path
        self._places = _names(self._project)
        self._why = ""
        self._session.idle.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._session.projectOpened.connect(self._look, Qt.ConnectionType.QueuedConnection)
        self._session.notSaved.connect(self._not_saved)
        self._session.projectRefused.connect(self._not_saved)
        window.copying.refused.connect(self._copy)

    @property
    def is_over(self) -> bool:
        return self._stage is _Stage.OVER

    def begin(self) -> None:
        self._session.try_again()

    def give_up(self) -> None:
        """Ends without what is not saved."""
        if not self.is_over:
            held = self._session.held
            lost = "1 change" if held == 1 else f"{held} changes"
            self._end(f"{lost} could not be saved. {self._why}" if held else self._why)

    def _not_saved(self, error: UserFacingError) -> None:
        self._why = str(error)

    def _look(self, *_: object) -> None:
        """When all that was begun has come to its end."""
        window = self._window
        quiet = self._session.is_idle and not window.opener.is_opening and not window.copying.is_busy
        if self.is_over or not quiet:
            return
        if not window.messages.unsaved.is_saved:
            self._copy()
        elif self._stage is _Stage.COPYING:
            assert self._session.project is not None
            path = self._session.project.path
            _note_kept(self._window.settings, path, self._project)
            self._end(f"What could not be saved before is kept in {path}")
        else:
            self._end("")

    def _copy(self, why: str = "") -> None:
        if self.is_over:
            return
        self._why = why or self._why
        self._stage = _Stage.COPYING
        place = next(self._places, None)
        if place is None:
            self.give_up()
        else:
            self._window.copying.save(place)

    def _end(self, line: str) -> None:
        self._stage = _Stage.OVER
        if line:
            print(f"paraph: {line}", file=sys.stderr, flush=True)
        self._window.messages.unsaved.leave_at_once()
        self.over.emit()


def _note_kept(settings: Settings, copy: Path, project: Path) -> None:
    """For the next time that the copy opens: what it is."""
    settings.set(_KEPT, {**settings.get(_KEPT, {}), str(copy): str(project)})


def take_note(settings: Settings, copy: Path) -> str:
    """A sentence to say once where a project is such a copy, else nothing."""
    kept = dict(settings.get(_KEPT, {}))
    project = kept.pop(str(copy), "")
    if not project:
        return ""
    settings.set(_KEPT, kept)
    return f"This copy keeps what could not be saved in {project} before Paraph ended."


def _names(project: Path) -> Iterator[Path]:
    """A name that is free beside the project, and one among the user's data."""
    own = user_data_path("paraph", appauthor=False)
    with suppress(OSError):  # the copy says why it cannot be saved there
        own.mkdir(parents=True, exist_ok=True)
    for folder in (project.parent, own):
        names = chain(["kept"], (f"kept {number}" for number in count(2)))
        paths = (folder / f"{project.stem} ({name}){PROJECT_SUFFIX}" for name in names)
        yield next(path for path in paths if not path.exists())
