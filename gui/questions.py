"""What the window has to ask: files, a name, a password. Each question stands over the window and waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from model.paths import PROJECT_SUFFIX, isdir

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_PROJECTS = f"Paraph projects (*{PROJECT_SUFFIX})"
_PDFS = "PDF files (*.pdf *.PDF)"


class Questions(QObject):
    """Shows dialogs without stopping the window, and passes the answers on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.session.projectOpened.connect(self._project_opened)

    def show(self, dialog: QDialog) -> QDialog:
        """Over the window, which goes on living behind it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    # --- files and projects ----------------------------------------------------------------------------

    def ask_open(self) -> QDialog:
        names = f"Projects and PDFs (*{PROJECT_SUFFIX} *.pdf *.PDF);;{_PROJECTS};;{_PDFS}"
        return self._ask_files("Open", names, QFileDialog.FileMode.ExistingFiles)

    def ask_import(self) -> QDialog:
        return self._ask_files("Import PDFs", f"{_PDFS};;All files (*)", QFileDialog.FileMode.ExistingFiles)

    def ask_import_folder(self) -> None:
        self._ask_files("Import a folder", "", QFileDialog.FileMode.Directory)

    def ask_import_labels(self) -> None:
        names = "Labels and projects (*.json *.qdpx *.csv *.tsv *.parquet *.paraph);;All files (*)"
        dialog = self._file_dialog("Import labels", names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self._labels_named)
        self.show(dialog)

    def ask_new_project(self) -> QDialog:
        return self._ask_new_file("New project", self._new_named)

    def ask_copy(self) -> QDialog:
        project = self._window.session.project
        name = f"{project.path.stem} copy" if project is not None else ""
        return self._ask_new_file("Save a copy of the project", self._copy_named, name)

    def _ask_new_file(self, title: str, named: Callable[[Sequence[str]], object], name: str = "") -> QDialog:
        dialog = self._file_dialog(title, _PROJECTS)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A project that is there already is opened or refused, never overwritten.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(PROJECT_SUFFIX.removeprefix("."))
        dialog.selectFile(name)
        dialog.filesSelected.connect(named)
        return self.show(dialog)

    def _ask_files(self, title: str, names: str, mode: QFileDialog.FileMode) -> QDialog:
        dialog = self._file_dialog(title, names)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._open_named)
        return self.show(dialog)

    def _file_dialog(self, title: str, names: str) -> QFileDialog:
        folder = self._window.settings.get("folder", str(Path.home()))
        dialog = QFileDialog(self._window, title, folder, names)
        dialog.filesSelected.connect(self._remember_folder)
        return dialog

    def _remember_folder(self, names: Sequence[str]) -> None:
        self._window.settings.set("folder", str(Path(names[0]).parent))

    def _open_named(self, names: Sequence[str]) -> None:
        self._window.opener.open_files([Path(name) for name in names])

    def _labels_named(self, names: Sequence[str]) -> None:
        self._window.label_import.start(Path(names[0]))

    def _copy_named(self, names: Sequence[str]) -> None:
        self._window.copying.save(Path(names[0]))

    def _new_named(self, names: Sequence[str]) -> None:
        self._window.opener.new_project(Path(names[0]))

    # --- names and passwords ---------------------------------------------------------------------------

    def ask_password(self, path: Path) -> QDialog:
        return self._ask_password(path, self.retry)

    def ask_password_of_page(self) -> QDialog | None:
        """For a report of the project whose PDF is locked: passwords are not stored."""
        path = self._window.page_view.pdf.path
        return self._ask_password(path, self._unlock) if path is not None else None

    def ask_password_again(self, document: str, path: Path) -> QDialog:
        """For a report that is to be extracted again."""
        return self._ask_password(path, partial(self._extract_again, document))

    def _ask_password(self, path: Path, given: Callable[[Path, str], object]) -> QDialog:
        from gui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(path, self._window)
        dialog.given.connect(given)
        return self.show(dialog)

    def _extract_again(self, document: str, path: Path, password: str) -> None:
        self._window.again.start([document], password)

    def _unlock(self, path: Path, password: str) -> None:
        self._window.page_view.pdf.unlock(password)

    def retry(self, path: Path, password: str = "") -> None:
        """Imports a file again that failed before, or a folder whose turn had not come."""
        self._window.page_panel.messages.clear()
        if not isdir(path):
            self._window.preview.show(path, password or None)
        self._window.imports.add((path,), password or None)

    def retry_all(self, paths: Sequence[Path]) -> None:
        """Imports files again that failed before."""
        self._window.page_panel.messages.clear()
        self._window.imports.add(paths)

    def _project_opened(self, project: object) -> None:
        if not self._window.settings.get("reviewer", "") and not self._window.session.read_only:
            self._ask_name("")

    def ask_reviewer(self) -> None:
        """Who reviews from now on."""
        self._ask_name(str(self._window.settings.get("reviewer", "")))

    def _ask_name(self, known: str) -> None:
        from gui.dialogs.name import NameDialog

        dialog = NameDialog(self._window, known)
        dialog.named.connect(self._named)
        self.show(dialog)

    def _named(self, name: str) -> None:
        self._window.settings.set("reviewer", name)
        self._window.session.set_reviewer(name)
        self._window.session.told.emit(f"Decisions are kept with the name {name} from now on.")
