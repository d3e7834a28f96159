"""Export from the window: asks, writes in the background, and says where the files are."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.jobs import Job, Jobs
from gui.session import Session
from gui.settings import Settings
from model.errors import UserFacingError

if TYPE_CHECKING:
    from storage.project import Project


class Exporting(QObject):
    """One export at a time."""

    written = Signal(list)  # of Path
    failed = Signal(str)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._jobs = jobs
        self._job: Job | None = None

    def ask(self) -> None:
        from gui.dialogs.export import ExportDialog

        formats = [str(name) for name in self._settings.get("export_formats", ["jsonl", "csv"])]
        dialog = ExportDialog(formats, self._folder(), self.parent())  # type: ignore[arg-type]
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.export)
        dialog.open()

    def export(self, formats: list[str], folder: Path) -> None:
        project = self._session.project
        if project is None or self._job is not None:
            return
        self._settings.set("export_formats", formats)
        self._settings.set("export_folder", str(folder))
        self._job = self._jobs.start("Exporting", cancellable=False)
        self._session.run(_export, project, formats, folder, done=self._done)

    def _done(self, future: Future[list[Path]]) -> None:
        if self._job is not None:
            self._job.finish()
            self._job = None
        error = future.exception()
        if error is None:
            self.written.emit(future.result())
        elif isinstance(error, UserFacingError):
            self.failed.emit(str(error))
        else:
            raise error

    def _folder(self) -> Path:
        chosen = self._settings.get("export_folder", "")
        if chosen:
            return Path(chosen)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self._session.project.path.stem if self._session.project is not None else "dataset"
        return Path(documents or Path.home()) / f"{name} dataset"


def _export(project: Project, formats: list[str], folder: Path) -> list[Path]:
    from storage.exporting import export

    return list(export(project, formats, folder))


def open_folder(folder: Path) -> None:
    """Shows a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
