"""The windows of the application: each has a project of its own, and those that were open come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from gui import collector
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from model.paths import is_project, isfile

if TYPE_CHECKING:
    from gui.opening import Opener
    from gui.rescue import Rescue

# The settings' name for what was open: [project, geometry] of each window.
_OPEN = "windows"
First = Callable[["Opener"], object]


class Windows(QObject):
    """Makes windows, and sees them to their end. `over` comes when the last one is gone.

    A project is open in one window only: whoever wants it in another one is taken there.
    """

    started = Signal()  # the first one is on the screen
    over = Signal()

    def __init__(self, settings: Settings, theme: Theme, until_the_end: ExitStack) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._until_the_end = until_the_end
        self._windows: list[MainWindow] = []
        self._started = False
        self._quitting = False
        self._rescues: list[Rescue] = []

    def begin(self, files: Sequence[Path], sample: bool) -> None:
        """The first window on files, the sample report, or all windows that were open at the end."""
        left = [] if files or sample else self._left()
        for project, geometry in left:
            self._show(partial(_open_files, [Path(project)]), geometry)
        if sample:
            self._show(_open_sample)
        elif not left:
            self._show(partial(_open_files, list(files)) if files else _open_last)

    def open(self, files: Sequence[Path] = ()) -> None:
        """One more window; without files it waits for what its user chooses."""
        self._show(partial(_open_files, list(files)))

    def take(self, files: Sequence[Path]) -> None:
        """What another start was to open: PDFs go where the user is, a project where it is shown, or into one
        more window. The window comes to the front."""
        living = [window for window in self._windows if window.is_furnished and not window.is_closing]
        front = next((window for window in reversed(living) if window.isActiveWindow()), None)
        project = next((path for path in files if is_project(path)), None)
        if not living:
            self.open(files)
        elif project is None:
            front = front or living[-1]
            _to_the_front(front)
            front.opener.open_files(files)
        elif not self._shown(project, [path for path in files if not is_project(path)], living):
            self.open(files)

    def close_all(self) -> None:
        """Closes every window; they come back at the next start."""
        self._remember_all()
        self._quitting = True
        for window in list(self._windows):
            window.close()
        # One may have unsaved changes; one where an export goes on closes later.
        self._quitting = all(
            window.is_closing or window.messages.leaving.is_wanted for window in self._windows
        )

    def _interrupted(self) -> None:
        """Told to end from outside: what is not saved is kept first; told again, it ends without."""
        if self._rescues:
            for rescue in self._rescues:
                rescue.give_up()
            return
        from gui.rescue import Rescue

        living = [window for window in self._windows if window.is_furnished and not window.is_closing]
        self._rescues = [Rescue(window) for window in living if not window.messages.is_saved]
        for window in living:
            if window.messages.is_saved:
                window.messages.leave_at_once()
        for rescue in self._rescues:
            rescue.over.connect(self._rescued)
            rescue.begin()
        self._rescued()

    def _rescued(self) -> None:
        if all(rescue.is_over for rescue in self._rescues):
            self.close_all()

    def _left(self) -> list[tuple[str, str]]:
        entries = [entry for entry in self._settings.get(_OPEN, []) if isinstance(entry, list)]
        found = [(str(entry[0]), str(entry[1])) for entry in entries if len(entry) == 2]
        return [(project, geometry) for project, geometry in found if isfile(project)]

    def _remember_all(self, *_: object) -> None:
        """Also in between: after a crash, too, what was open comes back."""
        living = [window for window in self._windows if not window.is_closing]
        if not self._quitting and all(window.is_furnished for window in living):
            self._remember(living)

    def _remember(self, windows: Sequence[MainWindow]) -> None:
        furnished = [window for window in windows if window.is_furnished]
        places = [(window.opener.project_path, window.geometry_text) for window in furnished]
        self._settings.set(_OPEN, [[str(path), geometry] for path, geometry in places if path is not None])

    # --- one window

    def _show(self, first: First, geometry: str = "") -> None:
        window = MainWindow(self._settings, self._theme, geometry)
        self._windows.append(window)
        window.windowAsked.connect(self.open)
        window.quitAsked.connect(self.close_all)
        window.closing.connect(partial(self._closing, window))
        window.gone.connect(partial(self._gone, window))
        window.painted.connect(partial(self._furnish, window, first))
        window.show()

    def _furnish(self, window: MainWindow, first: First) -> None:
        """The window is on the screen: what is slow to load comes only now."""
        from model.workers.worker import PdfWorker

        worker = PdfWorker()  # its process starts while the parts are made
        if not self._started:
            self._start()
        window.furnish(worker)
        window.opener.shown_elsewhere = partial(self._shown_elsewhere, window)
        window.session.projectOpened.connect(self._remember_all)
        window.messages.leaving.stays.connect(self._stays)
        first(window.opener)

    def _start(self) -> None:
        from gui.crashes import CrashGuard
        from gui.icons import app_icon
        from gui.interrupts import Interrupts

        self._started = True
        self._until_the_end.enter_context(Interrupts(self._interrupted))
        crashes = self._until_the_end.enter_context(CrashGuard())
        crashes.reported.connect(self._crashed)
        QGuiApplication.setWindowIcon(app_icon())
        collector.settle_later(self)
        self.started.emit()

    def _shown_elsewhere(self, asking: MainWindow, path: Path, files: Sequence[Path]) -> bool:
        """Whether another window has a project; then that one comes to the front and takes the files."""
        others = (window for window in self._windows if window is not asking)
        return self._shown(
            path, files, [window for window in others if window.is_furnished and not window.is_closing]
        )

    def _shown(self, path: Path, files: Sequence[Path], windows: Sequence[MainWindow]) -> bool:
        for window in windows:
            if window.opener.project_path == path:
                _to_the_front(window)
                window.opener.open_files(files)
                return True
        return False

    def _crashed(self, report: Path) -> None:
        for window in self._windows:
            if window.is_furnished:
                window.messages.crashed(report)
            else:
                window.show_fault(report)

    def _stays(self) -> None:
        """Not all windows go."""
        self._quitting = False
        self._remember_all()

    def _closing(self, window: MainWindow) -> None:
        """One that is closed while others stay does not come back; the last one does."""
        others = [other for other in self._windows if other is not window and not other.is_closing]
        if not self._quitting:
            self._remember(others or [window])

    def _gone(self, window: MainWindow) -> None:
        self._windows.remove(window)
        window.deleteLater()
        if not self._windows:
            self.over.emit()


def _to_the_front(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _open_files(files: Sequence[Path], opener: Opener) -> None:
    opener.open_files(files)


def _open_sample(opener: Opener) -> None:
    opener.open_sample()


def _open_last(opener: Opener) -> None:
    if not opener.open_last():
        opener.open_sample()
