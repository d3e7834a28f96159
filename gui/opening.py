"""Opens what the user names: a project, PDFs, the sample report, what was open last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from gui.importing.queue import ImportQueue
from gui.own_projects import is_samples, made_ready, own_project, sample_made_ready, sample_project
from gui.project_opening import How
from gui.session import Session
from gui.settings import Settings
from model.errors import UserFacingError
from model.paths import PROJECT_SUFFIX, is_project, isfile


class _Wish(NamedTuple):
    """A project to open, the files to import into it then, how its opening begins, and whether nobody named
    it: it was found for the files."""

    path: Path
    files: tuple[Path, ...]
    begin: Callable[[], object]
    found: bool = False

    def with_files(self, *files: tuple[Path, ...]) -> _Wish:
        return self._replace(files=sum(files, self.files))


class Opener(QObject):
    """Brings projects and PDFs into the session, one project after the other.

    Edits and imports under way come to their end before another project takes the place; if that one does not
    open, the one before comes back. Files for a project that is not open yet when another one is wanted, or
    none any more, stand in its list of documents, to be tried again; those for one that did not open before
    the window was closed go into it when it opens again.
    """

    opening = Signal(Path)
    # a project, why it does not open, whether it can be read all the same, and whether that may pass
    refused = Signal(Path, str, bool, bool)
    notTaken = Signal()  # files, because the project is open for reading only
    previewAsked = Signal(Path)  # a PDF to be shown while it is imported
    placeFound = Signal(Path)  # a project that opened for files, for none but the sample's was open

    def __init__(self, session: Session, imports: ImportQueue, settings: Settings,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._imports = imports
        self._settings = settings
        # They wait until everything is quiet: the last one is wanted, those before have files to leave.
        self._wishes: list[_Wish] = []
        self._path: Path | None = None  # is being opened
        self._files: tuple[Path, ...] = ()
        self._found = False  # what is being opened was found for its files
        self._before: _Wish | None = None  # the project that made room for it
        self._left: dict[Path, tuple[Path, ...]] = {}  # files, by the project that did not open for them
        self._leaving = False
        self._untold: list[tuple[Path, str, bool, bool]] = []  # refusals, while another project is wanted
        # Whether another window has a project, and has taken the files for it.
        self.shown_elsewhere: Callable[[Path, Sequence[Path]], bool] = _nowhere
        # Whether the open project may be left; else the user is told, with a way to leave it by the call.
        self.may_leave: Callable[[Callable[[], object]], bool] = _always
        session.projectOpened.connect(self._arrived)
        session.projectRefused.connect(self._project_refused)
        session.idle.connect(self._advance)
        imports.idle.connect(self._advance)

    @property
    def is_opening(self) -> bool:
        """Between the wish for a project and its arrival: what fails now concerns the whole window."""
        return self._path is not None or bool(self._wishes)

    @property
    def project_path(self) -> Path | None:
        """The project that is open, or will be in a moment."""
        if self._wishes:
            return self._wishes[-1].path
        project = self._session.project
        return self._path or (project.path if project is not None else None)

    @property
    def left(self) -> tuple[Path, ...]:
        """Were for projects that did not open: the next one takes them."""
        return sum(self._left.values(), ())

    # --- what the user names ---------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path]) -> None:
        """A project, or PDFs and folders of them for the open project; where there is none or only the
        sample's, for the last one."""
        projects = [path.absolute() for path in paths if is_project(path)]
        files = tuple(path.absolute() for path in paths if not is_project(path))
        if projects:
            self.open_project(projects[0], files)
        elif not files:
            return
        elif self.project_path is None or is_samples(self.project_path):
            self._open_for(files)
        elif self._wishes:
            self._wishes[-1] = self._wishes[-1].with_files(files)
        elif self._path is not None:
            self._files += files
        else:
            self._import(files)

    def words_for(self, paths: Sequence[Path]) -> str:
        """What `open_files` would do with these."""
        project = next((path for path in paths if is_project(path)), None)
        if project is not None:
            return f"Drop to open {project.stem}"
        if self._session.read_only:
            return "This project is open for reading only"
        into = self.project_path
        return "Drop to import" if into is None or is_samples(into) else f"Drop to import into {into.stem}"

    def open_project(self, path: Path, files: Sequence[Path] = ()) -> None:
        self._want(_Wish(path, tuple(files), self._opens(path)))

    def open_copy(self, path: Path) -> None:
        """The project that is open, in another file that takes what could not be saved: nothing is left
        behind, and nobody asked."""
        self._leave_for(_Wish(path, (), self._opens(path)))

    def open_for_reading(self, path: Path) -> None:
        """One that is open elsewhere, or lies where nothing can be written."""
        self._want(_Wish(path, (), partial(self._session.open_project, path, How.READ)))

    def new_project(self, path: Path, files: Sequence[Path] = ()) -> None:
        """A new project; one that is there already is opened, never overwritten."""
        if not is_project(path):
            path = path.with_name(path.name + PROJECT_SUFFIX)
        self._want(_Wish(path, tuple(files), self._makes(path)))

    def open_last(self) -> bool:
        """What was open last time; False if there was nothing or it is gone."""
        recent = self._settings.recent()
        if recent:
            self.open_project(recent[0])
        return bool(recent)

    def open_sample(self) -> None:
        """The bundled report in a project of its own."""
        path = sample_project()
        begin = partial(self._session.run, sample_made_ready, path, done=self._sample_ready)
        self._want(_Wish(path, (), begin))

    def _open_for(self, files: tuple[Path, ...]) -> None:
        """The last project takes PDFs, but the sample's: reports of one's own do not belong there."""
        recent = [path for path in self._settings.recent() if not is_samples(path)]
        place = recent[0] if recent else own_project()
        self._want(_Wish(place, files, self._opens(place) if recent else self._makes(place), found=True))
        if self.is_opening:  # not where another window took them
            self._preview(files)

    def leave(self) -> None:
        """At the end of everything: projects open only to take what was for them. `refused`, or `idle` of the
        imports, follows where one is on its way."""
        self._leaving = True
        self._keep_left()
        self._wishes = [wish for wish in self._wishes if wish.files]
        self._advance()

    # --- step by step ----------------------------------------------------------------------------------

    def _opens(self, path: Path) -> Callable[[], object]:
        return partial(self._session.open_project, path)

    def _makes(self, path: Path) -> Callable[[], object]:
        return partial(self._session.run, made_ready, path, done=self._ready)

    def _want(self, wish: _Wish) -> None:
        if not self.shown_elsewhere(wish.path, wish.files) and self.may_leave(partial(self._want, wish)):
            self._leave_for(wish)

    def _leave_for(self, wish: _Wish) -> None:
        before = [one for one in self._wishes if one.files]
        self._wishes = [one for one in before if one.path != wish.path]
        self._wishes.append(wish.with_files(*(one.files for one in before if one.path == wish.path)))
        if not self._imports.is_idle:
            self._imports.break_off()
        self._advance()

    def _advance(self) -> None:
        quiet = self._path is None and self._session.is_idle and self._imports.is_idle
        if self._wishes and quiet:
            wish = self._wishes.pop(0)
            self._path, self._files, self._found = wish.path, wish.files, wish.found
            self._before = self._way_back()
            self.opening.emit(wish.path)
            wish.begin()

    def _way_back(self) -> _Wish | None:
        """To the project that is open, as it is open."""
        project, session = self._session.project, self._session
        if project is None:
            return None
        how = How.READ if session.read_only else How.OPEN
        return _Wish(project.path, (), partial(session.open_project, project.path, how))

    def _ready(self, future: Future[bool]) -> None:
        error = future.exception()
        if isinstance(error, OSError):
            self._refused(f"{self._path}: cannot be made here ({error.strerror}); choose another folder.")
        elif self._path is not None:
            self._session.open_project(self._path, How.OPEN if future.result() else How.CREATE)

    def _sample_ready(self, future: Future[bool]) -> None:
        if self._path is not None and future.exception() is None and not future.result():
            self._files = (self._path.with_suffix(".pdf"),)
            self._preview(self._files)
        self._ready(future)

    def _arrived(self, project: object) -> None:
        path, self._path = self._path, None
        files, self._files = self._files, ()
        if path is not None:
            self._settings.add_recent(path)
        if self._wishes or self._leaving:  # meanwhile somebody wants another one
            self._imports.put_off(files)
            return
        if path and not (self._untold or self._session.read_only or is_samples(path)):
            files = self.left + self._settings.take_files(path) + files
            self._left.clear()
        self._tell_refused()
        if files:
            if path is not None and self._found:
                self.placeFound.emit(path)
            self._import(files)

    def _import(self, files: Sequence[Path]) -> None:
        if self._session.read_only:
            self.notTaken.emit()
            return
        self._preview(files)
        self._imports.add(files)

    def _preview(self, files: Sequence[Path]) -> None:
        """The first page of a single PDF is shown at once."""
        if len(files) == 1 and isfile(files[0]):
            self.previewAsked.emit(files[0])

    def _project_refused(self, error: UserFacingError) -> None:
        from storage.errors import DiskFull, ProjectLocked, ProjectReadOnly

        there = self._path is not None and isfile(self._path)
        readable = there and isinstance(error, ProjectLocked | ProjectReadOnly | DiskFull)
        self._refused(str(error), readable, isinstance(error, ProjectLocked | DiskFull))

    def _refused(self, sentence: str, readable: bool = False, passing: bool = False) -> None:
        if self._path is not None:
            path, self._path = self._path, None
            if self._files and not is_samples(path):
                self._left[path] = self._left.get(path, ()) + self._files
            self._files = ()
            if self._leaving:
                self._keep_left()
            self._untold.append((path, sentence, readable, passing))
            if self._before is not None and not (self._wishes or self._leaving or self._session.project):
                self._wishes.append(self._before)
            if not self._wishes:
                self._tell_refused()
            self._advance()

    def _keep_left(self) -> None:
        for path, files in self._left.items():
            self._settings.keep_files(path, files)
        self._left.clear()

    def _tell_refused(self) -> None:
        """When no other project is on its way any more, whose opening would wipe the message away; that one
        takes no files that were for another, for nobody was told that it would."""
        untold, self._untold = self._untold, []
        for refusal in untold:
            self.refused.emit(*refusal)


def _nowhere(path: Path, files: Sequence[Path]) -> bool:
    return False


def _always(leave: Callable[[], object]) -> bool:
    return True
