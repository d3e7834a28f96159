"""Export from the window: asks, writes in the background, and says where the files are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gui.jobs import Job, Jobs
from gui.relay import succeeded
from gui.session import Session
from gui.settings import Settings
from model.errors import Cancelled, UserFacingError

if TYPE_CHECKING:
    from gui.releasing.assistant import ExportDialog, Order, WriteAgainDialog
    from model.labels import Reviewer
    from storage.exporting.settings import Settings as Chosen
    from storage.project import Project

# In the project: the folders that releases were written to, by version.
FOLDERS = "release_folders"
# In the project: what went into its last dataset.
_CHOICES = "export_choices"
# A setting: the folder of each project's last dataset by the project's path, the latest at the end.
_KEPT = "export_folders"
_MOST_KEPT = 50


class Exporting(QObject):
    """Runs one export at a time, which can be cancelled."""

    written = Signal(list)  # of Path
    failed = Signal(str)
    cancelled = Signal()
    released = Signal(str)  # a new release's version
    progressed = Signal(int, int)  # from the thread that writes

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._jobs = jobs
        self._job: Job | None = None
        self._failed: Order | None = None  # what could not be carried out last
        self.made = ""  # the version of the release that the last export kept, if any
        self.progressed.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Opens the release assistant with what went into the project's last dataset."""
        project = self._session.project
        if project is not None:
            self._session.run(_last_choices, project, done=partial(self._ask_with, project))

    def _ask_with(self, project: Project, future: Future[Chosen]) -> None:
        from gui.releasing.assistant import Order

        if project is self._session.project and succeeded(future):
            self._ask(Order(self._formats(), self._folder(), future.result()))

    def ask_otherwise(self) -> QDialog | None:
        """Asks again after a failure, with everything that was chosen; for a release that is made, only
        where its files go."""
        order = self._failed
        if order is None or self._session.project is None:
            return None
        return self.ask_again(order.version) if order.settings is None else self._ask(order)

    def _ask(self, filled: Order) -> QDialog:
        from gui.releasing.assistant import ExportDialog

        dialog = ExportDialog(self._session, filled.formats, filled.folder, self.parent())  # type: ignore[arg-type]
        dialog.fill(filled)
        return self._show(dialog)

    def ask_again(self, version: str) -> QDialog:
        """Asks where the files of a release go."""
        from gui.releasing.assistant import WriteAgainDialog

        dialog = WriteAgainDialog(version, self._formats(), self._folder(), self.parent())  # type: ignore[arg-type]
        return self._show(dialog)

    def show_releases(self) -> None:
        """Opens the list of releases."""
        from gui.releasing.listing import ReleasesDialog

        dialog = ReleasesDialog(self._session, self.parent())  # type: ignore[arg-type]
        dialog.writeAsked.connect(self.ask_again)
        dialog.exportAsked.connect(dialog.close)
        dialog.exportAsked.connect(self.ask)
        self.released.connect(dialog.load)
        self._open(dialog)

    def _show(self, dialog: ExportDialog | WriteAgainDialog) -> QDialog:
        dialog.ordered.connect(self.carry_out)
        self._open(dialog)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        """Opens a dialog that closes with its project: files from outside may open another one meanwhile."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session.projectClosed.connect(dialog.reject)
        QDialog.open(dialog)

    def export(self, formats: list[str], folder: Path) -> None:
        """Writes everything in the project as it is now."""
        from gui.releasing.assistant import Order
        from storage.exporting.settings import Settings as Chosen

        self.carry_out(Order(formats, folder, Chosen()))

    def carry_out(self, order: Order) -> None:
        """Exports in the background; `written`, `failed` or `cancelled` follows."""
        project, reviewer = self._session.project, self._session.reviewer
        if project is None or reviewer is None or self._job is not None:
            return
        self._settings.set("export_formats", order.formats)
        self._keep_folder(project.path, order.folder)
        if order.settings is not None:
            self._session.set_setting(_CHOICES, order.settings.as_json())
        self.made = order.version if order.settings is not None else ""
        self._job = self._jobs.start("Exporting", awaited=True)
        done = partial(self._done, order)
        self._session.run(_carry_out, project, reviewer, order, self._tell(self._job), done=done)

    def _tell(self, job: Job) -> Callable[[int, int], None]:
        """Reports progress from the writing thread; if the job was cancelled, stops it there."""

        def tell(done: int, total: int) -> None:
            if job.cancelled:
                raise Cancelled("export")
            self.progressed.emit(done, total)

        return tell

    def _report(self, done: int, total: int) -> None:
        if self._job is not None:
            self._job.report(done, total)

    def _done(self, order: Order, future: Future[list[Path]]) -> None:
        error = future.exception()
        if self._job is not None:
            self._job.finish(well=error is None)
            self._job = None
        not_written = isinstance(error, _NotWritten)
        if order.version and (error is None or not_written):
            self.released.emit(order.version)
        if error is None:
            self.written.emit(future.result())
        elif isinstance(error, UserFacingError):
            self._failed = replace(order, settings=None) if not_written else order
            self.failed.emit(str(error))
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            raise error

    def _formats(self) -> list[str]:
        return [str(name) for name in self._settings.get("export_formats", ["jsonl", "csv", "codebook"])]

    def _keep_folder(self, project: Path, folder: Path) -> None:
        others = {
            name: other for name, other in self._settings.get(_KEPT, {}).items() if name != str(project)
        }
        latest = [*others.items(), (str(project), str(folder))][-_MOST_KEPT:]
        self._settings.set(_KEPT, dict(latest))

    def _folder(self) -> Path:
        """The folder of the project's last dataset; for a project without one, a new folder beside another
        project's last one."""
        project, kept = self._session.project, self._settings.get(_KEPT, {})
        path = project.path if project is not None else Path("dataset")
        if str(path) in kept:
            return Path(str(kept[str(path)]))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        beside = Path(str(list(kept.values())[-1])).parent if kept else Path(documents or Path.home())
        return beside / f"{path.stem} dataset"


class _NotWritten(UserFacingError):
    """A release was made, but its files were not written."""


def _last_choices(project: Project) -> Chosen:
    """What went into the project's last dataset. Imports the modules of the formats, too, which takes a while
    the first time."""
    from storage.exporting.formats import FORMATS, format_named
    from storage.exporting.settings import Settings as Chosen
    from storage.exporting.settings import settings_from

    for name in FORMATS:
        format_named(name)
    stored = project.setting(_CHOICES, None)
    return settings_from(stored) if stored else Chosen()


def _carry_out(
    project: Project, reviewer: Reviewer, order: Order, tell: Callable[[int, int], None]
) -> list[Path]:
    from storage.exporting import export, known_formats
    from storage.exporting.writing import write_dataset
    from storage.releases.freezing import freeze
    from storage.releases.listing import release_named
    from storage.releases.reading import Released

    formats = known_formats(order.formats)
    if not order.version:
        return export(project, formats, order.folder, settings=order.settings, on_progress=tell)
    if order.settings is not None:
        freeze(project, order.version, reviewer, order.settings, order.notes, on_progress=tell)
    try:
        with project.reading() as connection:
            release = release_named(connection, project.path, order.version)
            paths = write_dataset(Released(project, connection, release), formats, order.folder, tell)
    except (Cancelled, UserFacingError) as error:
        if order.settings is None:
            raise
        why = f": {error}" if isinstance(error, UserFacingError) else "."
        raise _NotWritten(
            f"Release {order.version} was made, and its files can be written from the list of releases; "
            f"they were not written now{why}"
        ) from error
    if not project.read_only:
        folders = {**project.setting(FOLDERS, {}), order.version: str(order.folder)}
        project.set_setting(FOLDERS, folders).result()
    return paths


def open_outside(path: Path) -> None:
    """Opens a folder in the system's file manager, or a file in the program that the system has for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
