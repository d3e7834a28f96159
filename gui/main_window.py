"""The window. It only puts the parts together; what they do is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.dialogs.name import NameDialog
from gui.dialogs.password import PasswordDialog
from gui.dispatch import Dispatch
from gui.drawn_entry import DrawnEntry
from gui.ending import Ending
from gui.exporting import Exporting
from gui.first_steps import FirstSteps
from gui.importing.preview import Preview
from gui.importing.queue import ImportQueue
from gui.inspector.panel import InspectorPanel
from gui.jobs import Jobs
from gui.library.panel import LibraryPanel, dropped_files
from gui.message_bar import MessageBar
from gui.messages import Messages
from gui.opening import SUFFIX, Opener
from gui.outline.panel import OutlinePanel
from gui.page.view import PageView
from gui.page_panel import PagePanel
from gui.panels import Panels
from gui.place import PlaceKeeper
from gui.session import Session
from gui.settings import Settings
from gui.status_bar import StatusBar
from gui.tally import Tally
from gui.theme import Theme
from gui.top_bar import TopBar
from model.workers.worker import PdfWorker

FIRST_SIZE = QSize(1280, 800)
_PROJECTS = f"Paraph projects (*{SUFFIX})"
_PDFS = "PDF files (*.pdf *.PDF)"


class MainWindow(QMainWindow):
    """Library, page, outline and inspector around one session. `gone` comes when all of it has ended."""

    gone = Signal()

    def __init__(self, settings: Settings, theme: Theme, worker: PdfWorker) -> None:
        super().__init__()
        self.settings, self.theme, self.worker = settings, theme, worker
        self.setObjectName("main-window")
        self.setWindowTitle("Paraph")
        self.setAcceptDrops(True)
        self.session = Session(settings.get("reviewer", ""), self)
        self.actions_of = ActionSet(self.session, self)
        self.actions_of.fill_menu_bar(self.menuBar())
        self.tally = Tally(self.session, self)
        self.jobs = Jobs(self)
        self.imports = ImportQueue(self.session, self.jobs, self)
        self.opener = Opener(self.session, self.imports, settings, self)
        self.exporting = Exporting(self.session, settings, self.jobs, self)
        self._make_panels()
        self._compose()
        self.drawn = DrawnEntry(self.session, self.page_view, worker, self)
        self.place = PlaceKeeper(self.session, self.page_view, self.outline, self)
        self.preview = Preview(self.session, self.imports, self.opener, self.page_panel, self)
        self.messages = Messages(self, self.bar, self.library.messages, self.page_panel.messages,
                                 self._outline_bar)  # fmt: skip
        self.dispatch = Dispatch(self)
        self.ending = Ending(self)
        self._connect()
        self._restore_geometry()

    # --- parts -----------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        self.page_view = PageView(self.session, self.worker, self)
        self.page_panel = PagePanel(self.page_view, self.actions_of, self)
        self.library = LibraryPanel(self.session, self.actions_of, self.imports, self.tally, self)
        self.outline = OutlinePanel(self.session, self.actions_of, self)
        self.inspector = InspectorPanel(self.session, self.actions_of, self)
        self._outline_bar = MessageBar(self)
        self.panels = Panels(self.settings, {
            "library": self.library,
            "page": self.page_panel,
            "outline": _stacked(self._outline_bar, self.outline),
            "inspector": self.inspector,
        }, self)  # fmt: skip

    def _compose(self) -> None:
        self.bar = MessageBar(self)
        self.first_steps = FirstSteps(self.session, self.settings, self)
        self.top_bar = TopBar(self.session, self.actions_of, self.tally, self)
        self.status = StatusBar(self.session, self.actions_of, self.jobs, self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.bar, self.first_steps):
            column.addWidget(widget)
        column.addWidget(self.panels, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.top_bar.documentAsked.connect(self.session.open_document)
        self.library.passwordAsked.connect(self.ask_password)
        self.library.retryAsked.connect(self.retry)
        self.library.filesDropped.connect(self.opener.open_files)
        self.page_panel.filesDropped.connect(self.opener.open_files)
        self.page_panel.cancelAsked.connect(self.imports.cancel)
        self.session.projectOpened.connect(self._project_opened)
        self.session.projectClosed.connect(self._show_title)
        self.session.documentOpened.connect(self._show_title)
        self.session.documentClosed.connect(self._show_title)
        self.ending.over.connect(self._leave)

    def _project_opened(self, project: object) -> None:
        self._show_title()
        if not self.settings.get("reviewer", ""):
            dialog = NameDialog(self)
            dialog.named.connect(self._named)
            self.show_dialog(dialog)

    def _named(self, name: str) -> None:
        self.settings.set("reviewer", name)
        self.session.set_reviewer(name)

    def _show_title(self, *_: object) -> None:
        project, review = self.session.project, self.session.review
        words = [] if review is None else [review.document.masthead.symbol or review.document.name]
        words += [] if project is None else [project.path.stem]
        self.setWindowTitle(" – ".join([*words, "Paraph"]))

    # --- questions to the user -------------------------------------------------------------------------

    def show_dialog(self, dialog: QDialog) -> None:
        """Over the window, which goes on living behind it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_open(self) -> None:
        dialog = self._file_dialog("Open", f"Projects and PDFs (*{SUFFIX} *.pdf *.PDF);;{_PROJECTS};;{_PDFS}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._open_named)
        self.show_dialog(dialog)

    def ask_import(self) -> None:
        dialog = self._file_dialog("Import PDFs", f"{_PDFS};;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._open_named)
        self.show_dialog(dialog)

    def ask_import_folder(self) -> None:
        dialog = self._file_dialog("Import a folder", "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._open_named)
        self.show_dialog(dialog)

    def ask_new_project(self) -> None:
        dialog = self._file_dialog("New project", _PROJECTS)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A project that is there already is opened, never overwritten.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.filesSelected.connect(self._new_named)
        self.show_dialog(dialog)

    def ask_password(self, path: Path) -> None:
        dialog = PasswordDialog(path, self)
        dialog.given.connect(self.retry)
        self.show_dialog(dialog)

    def retry(self, path: Path, password: str = "") -> None:
        """Imports a file again that failed before."""
        self.page_panel.messages.clear()
        self.preview.show(path, password or None)
        self.imports.add((path,), password or None)

    def _file_dialog(self, title: str, names: str) -> QFileDialog:
        dialog = QFileDialog(self, title, self.settings.get("folder", str(Path.home())), names)
        dialog.filesSelected.connect(self._remember_folder)
        return dialog

    def _remember_folder(self, names: Sequence[str]) -> None:
        self.settings.set("folder", str(Path(names[0]).parent))

    def _open_named(self, names: Sequence[str]) -> None:
        self.opener.open_files([Path(name) for name in names])

    def _new_named(self, names: Sequence[str]) -> None:
        self.opener.new_project(Path(names[0]))

    # --- Qt's events -----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.opener.open_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes at once; what it began comes to its end behind."""
        if not self.ending.begun:
            self.settings.set("geometry", bytes(self.saveGeometry().toBase64()).decode("ascii"))
        event.accept()
        self.ending.begin()

    def _leave(self) -> None:
        self.gone.emit()

    def _restore_geometry(self) -> None:
        saved = self.settings.get("geometry", "")
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii")))):
            room = self.screen().availableSize()
            self.resize(FIRST_SIZE.expandedTo(room * 0.9))
            if room.width() < FIRST_SIZE.width() * 1.1 or room.height() < FIRST_SIZE.height() * 1.1:
                # As large as the screen without its frame: the window manager knows how large that is.
                self.resize(FIRST_SIZE.boundedTo(room))
                self.setWindowState(Qt.WindowState.WindowMaximized)


def _stacked(above: QWidget, below: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(below, 1)
    return holder
