"""Opens what the user names: a project, PDFs, the sample report, what was open last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QObject, QStandardPaths, Signal

import resources
from gui.importing.queue import ImportQueue
from gui.session import Session
from gui.settings import Settings

SUFFIX = ".paraph"
SAMPLE = "Sample report"
REPORTS = "My reports"


def sample_project() -> Path:
    return user_data_path("paraph", appauthor=False) / f"{SAMPLE}{SUFFIX}"


def own_project() -> Path:
    """Where PDFs go that are opened before there is any project: among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents else Path.home()
    return folder / f"{REPORTS}{SUFFIX}"


class Opener(QObject):
    """Brings projects and PDFs into the session. Edits and imports under way come to their end first."""

    opening = Signal(Path)
    refused = Signal(Path, str)  # a project, and the sentence why it does not open
    previewAsked = Signal(Path)  # a PDF to be shown while it is imported

    def __init__(self, session: Session, imports: ImportQueue, settings: Settings,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._imports = imports
        self._settings = settings
        self._wanted: Callable[[], object] | None = None
        self._path: Path | None = None
        self._then: tuple[Path, ...] = ()
        session.projectOpened.connect(self._arrived)
        session.failed.connect(self._refused)
        session.idle.connect(self._advance)
        imports.idle.connect(self._advance)

    @property
    def is_opening(self) -> bool:
        """Between the wish for a project and its arrival: what fails now concerns the whole window."""
        return self._path is not None

    # --- what the user names ---------------------------------------------------------------------------

    def open_files(self, paths: Sequence[Path]) -> None:
        """A project, or PDFs and folders of them for the open project; without one, for the last one."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        others = tuple(path.absolute() for path in paths if path.suffix != SUFFIX)
        if projects:
            self.open_project(projects[0].absolute(), others)
        elif others and (self._session.project is not None or self.is_opening):
            self._import(others)
        elif others:
            self._open_for(others)

    def open_project(self, path: Path, then_import: Sequence[Path] = ()) -> None:
        self._prepare(path, then_import)
        self._when_quiet(partial(self._session.open_project, path))

    def new_project(self, path: Path, then_import: Sequence[Path] = ()) -> None:
        """A new project; one that is there already is opened, never overwritten."""
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        self._prepare(path, then_import)
        self._when_quiet(partial(self._session.run, _made_ready, path, done=self._ready))

    def open_last(self) -> bool:
        """What was open last time; False where there was nothing or it is gone."""
        recent = self._settings.recent()
        if recent:
            self.open_project(recent[0])
        return bool(recent)

    def open_sample(self) -> None:
        """The bundled report in a project of its own."""
        path = sample_project()
        self._prepare(path, ())
        self._when_quiet(partial(self._session.run, _sample_made_ready, path, done=self._sample_ready))

    def _open_for(self, files: tuple[Path, ...]) -> None:
        """The last project takes PDFs, but the sample's: reports of one's own do not belong there."""
        self.previewAsked.emit(files[0])
        recent = [path for path in self._settings.recent() if path != sample_project()]
        if recent:
            self.open_project(recent[0], files)
        else:
            self.new_project(own_project(), files)

    # --- step by step ----------------------------------------------------------------------------------

    def _prepare(self, path: Path, then_import: Sequence[Path]) -> None:
        self._path, self._then = path, tuple(then_import)
        self.opening.emit(path)

    def _when_quiet(self, wanted: Callable[[], object]) -> None:
        self._wanted = wanted
        if not self._imports.is_idle:
            self._imports.cancel()
        self._advance()

    def _advance(self) -> None:
        if self._wanted is not None and self._session.is_idle and self._imports.is_idle:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _ready(self, future: Future[bool]) -> None:
        error = future.exception()
        if error is not None:
            self._refused(f"{self._path}: cannot be made here ({error}).")
        elif self._path is not None:
            self._session.open_project(self._path, create=not future.result())

    def _sample_ready(self, future: Future[bool]) -> None:
        if self._path is not None and future.exception() is None and not future.result():
            self._then = (self._path.with_suffix(".pdf"),)
            self.previewAsked.emit(self._then[0])
        self._ready(future)

    def _arrived(self, project: object) -> None:
        path, self._path = self._path, None
        files, self._then = self._then, ()
        if path is not None:
            self._settings.add_recent(path)
        if files:
            self._import(files)

    def _import(self, files: Sequence[Path]) -> None:
        if len(files) == 1 and files[0].is_file():
            self.previewAsked.emit(files[0])
        self._imports.add(files, show=True)

    def _refused(self, sentence: str) -> None:
        if self._path is not None:
            path, self._path, self._then = self._path, None, ()
            self.refused.emit(path, sentence)


def _made_ready(path: Path) -> bool:
    """Makes the folder; says whether the file is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.exists()


def _sample_made_ready(path: Path) -> bool:
    """Also lays the report beside: the bundled one may be packed away where no file can be opened."""
    there = _made_ready(path)
    report = path.with_suffix(".pdf")
    if not there and not report.exists():
        report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    return there
