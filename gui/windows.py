"""The windows of the application: each has a project of its own, and those that were open come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from gui import garbage_collection
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from model.paths import followed, is_project, isfile

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

    started = Signal()  # the first one has begun to open what it is for
    over = Signal()

    def __init__(self, settings: Settings, theme: Theme, until_the_end: ExitStack) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._until_the_end = until_the_end
        self.all: list[MainWindow] = []  # the one that was used last is the last
        self._bare: set[MainWindow] = set()  # on their way to the screen
        self._asked: list[Sequence[Path]] = []  # what other starts were to open, while one is bare
        self._started = False
        self._quitting = False
        self._rescues: list[Rescue] = []

    def begin(self, files: Sequence[Path], sample: bool) -> None:
        """The first window on files, the sample report, or all windows that were open at the end."""
        left = [] if files or sample else self._left()
        for project, geometry in left:
            self.open_window(partial(_open_files, [Path(project)]), geometry)
        if sample:
            self.open_window(_open_sample)
        elif not left:
            self.open_window(partial(_open_files, list(files)) if files else _open_last)

    def open(self, files: Sequence[Path] = ()) -> None:
        """One more window; without files it waits for what its user chooses."""
        self.open_window(partial(_open_files, list(files)))

    def take(self, files: Sequence[Path]) -> None:
        """What another start was to open: PDFs go where the user is, a project where it is shown, or into a
        window that has none and no files that wait for one, else into one more. The window comes to the
        front."""
        project = next((path for path in files if is_project(path)), None)
        living = self._living
        if project is None and living:
            _hand(files, living[-1])
        elif project and self._shown(project, [path for path in files if not is_project(path)], living):
            return
        elif empty := [window for window in living if not (window.opener.project_path or window.opener.left)]:
            _hand(files, empty[-1])
        elif self._bare:  # which may be for the same
            self._asked.append(files)
        else:
            self.open(files)

    def close_all(self) -> None:
        """Closes every window; they come back at the next start."""
        self._remember_all()
        self._quitting = True
        self._asked.clear()
        for window in list(self.all):
            window.close()
        # One may have unsaved changes; one where an export goes on closes later.
        self._quitting = all(window.is_closing or window.messages.leaving.is_wanted for window in self.all)

    def interrupted(self) -> None:
        """Told to end from outside: what is not saved is kept first; told again, it ends without."""
        if self._rescues:
            for rescue in self._rescues:
                rescue.give_up()
            return
        from gui.rescue import Rescue

        unsaved = []
        for window in self._living:
            window.messages.unsaved.take_typed()
            if window.messages.unsaved.is_saved and window.session.is_idle:
                window.messages.unsaved.leave_at_once()
            else:
                unsaved.append(window)
        self._rescues = [Rescue(window) for window in unsaved]
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

    @property
    def _living(self) -> list[MainWindow]:
        return [window for window in self.all if window.is_assembled and not window.is_closing]

    def _remember_all(self) -> None:
        """Also in between: after a crash, too, what was open comes back."""
        living = [window for window in self.all if not window.is_closing]
        if living and not self._quitting and all(window.is_assembled for window in living):
            self._remember(living)

    def _remember(self, windows: Sequence[MainWindow]) -> None:
        assembled = [window for window in windows if window.is_assembled]
        places = [(window.opener.project_path, window.geometry_text) for window in assembled]
        self._settings.set(_OPEN, [[str(path), geometry] for path, geometry in places if path is not None])

    # --- one window

    def open_window(self, first: First, geometry: str = "") -> None:
        self._quitting = False
        window = MainWindow(self._settings, self._theme, geometry)
        self.all.append(window)
        self._bare.add(window)
        window.activated.connect(partial(self._used, window))
        window.windowAsked.connect(self.open)
        window.quitAsked.connect(self.close_all)
        window.closing.connect(partial(self._closing, window))
        window.gone.connect(partial(self._gone, window))
        window.painted.connect(partial(self._assemble, window, first))
        window.show()

    def _assemble(self, window: MainWindow, first: First) -> None:
        """The window is on the screen: what is slow to load comes only now."""
        from model.workers.worker import PdfWorker

        worker = PdfWorker()  # its process starts while the parts are made
        self._bare.discard(window)
        is_first = not self._started
        if is_first:
            self._start()
        window.assemble(worker)
        window.opener.shown_elsewhere = partial(self._shown_elsewhere, window)
        for stays in (window.session.projectOpened, window.messages.leaving.stays):
            stays.connect(partial(self._stays, window))
        first(window.opener)
        if is_first:
            self.started.emit()
        self._hand_on()

    def _start(self) -> None:
        from gui.crashes import CrashGuard
        from gui.icons import app_icon
        from gui.interrupts import Interrupts

        self._started = True
        self._until_the_end.enter_context(Interrupts(self.interrupted))
        crashes = self._until_the_end.enter_context(CrashGuard())
        crashes.reported.connect(self.crashed)
        QGuiApplication.setWindowIcon(app_icon())
        garbage_collection.settle_later(self)

    def _shown_elsewhere(self, asking: MainWindow, path: Path, files: Sequence[Path]) -> bool:
        """Whether another window has a project; then that one comes to the front and takes the files."""
        return self._shown(path, files, [window for window in self._living if window is not asking])

    def _shown(self, path: Path, files: Sequence[Path], windows: Sequence[MainWindow]) -> bool:
        for window in windows:
            shown = window.opener.project_path
            if shown is not None and followed(shown) == followed(path):
                _hand(files, window)
                return True
        return False

    def _hand_on(self) -> None:
        """What came while a window was bare; one that opens for it may be the next that is."""
        asked, self._asked = self._asked, []
        for files in asked:
            self.take(files)

    def _used(self, window: MainWindow) -> None:
        self.all.remove(window)
        self.all.append(window)

    def crashed(self, report: Path) -> None:
        """Something failed that is our fault, and is written down in this file: every window says so."""
        for window in self.all:
            if window.is_assembled:
                window.messages.crashed(report)
            else:
                window.show_fault(report)

    def _stays(self, window: MainWindow, *_: object) -> None:
        """Not all windows go."""
        if not window.is_closing:
            self._quitting = False
            self._remember_all()

    def _closing(self, window: MainWindow) -> None:
        """One that is closed while others stay does not come back; the last one does."""
        self._bare.discard(window)
        others = [other for other in self.all if other is not window and not other.is_closing]
        if not self._quitting:
            self._remember(others or [window])

    def _gone(self, window: MainWindow) -> None:
        self.all.remove(window)
        window.deleteLater()
        self._hand_on()
        if not self.all:
            self.over.emit()


def _hand(files: Sequence[Path], window: MainWindow) -> None:
    """To a window that comes to the front; one that was to close stays."""
    window.messages.leaving.stay()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    window.opener.open_files(files)


def _open_files(files: Sequence[Path], opener: Opener) -> None:
    opener.open_files(files)


def _open_sample(opener: Opener) -> None:
    opener.open_sample()


def _open_last(opener: Opener) -> None:
    if not opener.open_last():
        opener.open_sample()
