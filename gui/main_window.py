"""The window. It is on the screen before its parts are made, because they take longer than it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from gui.file_drops import FileDrops
from gui.menu_key import asks_for_menu, open_menu
from gui.settings import Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from gui.action_set import ActionSet
    from gui.copying import Copying
    from gui.deferred import DeferredWork
    from gui.dispatch import Dispatch
    from gui.doubts.panel import DoubtsPanel
    from gui.ending import Ending
    from gui.exporting import Exporting
    from gui.extracting_again import ExtractingAgain
    from gui.first_steps import FirstSteps
    from gui.history.panel import HistoryPanel
    from gui.importing.preview import Preview
    from gui.importing.queue import ImportQueue
    from gui.importing_labels import LabelImport
    from gui.insights import Insights
    from gui.inspector.holder import InspectorHolder
    from gui.inspector.panel import InspectorPanel
    from gui.jobs import Jobs
    from gui.library.panel import LibraryPanel
    from gui.message_bar import MessageBar
    from gui.messages import Messages
    from gui.opening import Opener
    from gui.outline.panel import OutlinePanel
    from gui.page.view import PageView
    from gui.page_panel import PagePanel
    from gui.panels import Panels
    from gui.place import PlaceKeeper
    from gui.questions import Questions
    from gui.queue.panel import QueuePanel
    from gui.searching.panel import SearchPanel
    from gui.session import Session
    from gui.side.bar import SideBar
    from gui.side.tabs import SideTabs
    from gui.slot_words import SlotWords
    from gui.status_bar import StatusBar
    from gui.taking_out import TakingOut
    from gui.tally import Tally
    from gui.top_bar import TopBar
    from gui.word_edits import WordEdits
    from model.workers.worker import PdfWorker

_FIRST_SIZE = QSize(1280, 800)


class MainWindow(FileDrops, QMainWindow):
    """Library, page, outline and inspector around one session, once it is assembled.

    `painted` comes when the bare window is on the screen, `activated` when its user turns to it, `closing`
    when it is closed, `gone` when all that it began has ended. Another window and the end of
    all are asked for by `windowAsked` and `quitAsked`.
    """

    painted = Signal()
    activated = Signal()
    closing = Signal()
    gone = Signal()
    windowAsked = Signal()
    quitAsked = Signal()
    filesDropped = Signal(list)  # of Path

    worker: PdfWorker
    session: Session
    actions_of: ActionSet
    tally: Tally
    jobs: Jobs
    imports: ImportQueue
    opener: Opener
    copying: Copying
    exporting: Exporting
    again: ExtractingAgain
    taking_out: TakingOut
    label_import: LabelImport
    page_view: PageView
    page_panel: PagePanel
    library: LibraryPanel
    side: SideBar
    side_tabs: SideTabs
    outline: OutlinePanel
    outline_bar: MessageBar
    inspector_holder: InspectorHolder
    panels: Panels
    bar: MessageBar
    first_steps: FirstSteps
    top_bar: TopBar
    status: StatusBar
    word_edits: WordEdits
    slot_words: SlotWords
    place: PlaceKeeper
    preview: Preview
    questions: Questions
    messages: Messages
    insights: Insights
    dispatch: Dispatch
    deferred: DeferredWork
    ending: Ending

    def __init__(self, settings: Settings, theme: Theme, geometry: str = "") -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.is_assembled = False
        self.is_closing = False
        self._is_painted = False
        self._first_key = 0  # one that waits for another one
        self.setObjectName("main-window")
        self.setWindowTitle("Paraph")
        self.setAcceptDrops(True)
        self.installEventFilter(self)
        self._restore_geometry(geometry or settings.get("geometry", ""))

    def assemble(self, worker: PdfWorker) -> None:
        """Makes the parts. Their modules are imported only now."""
        from gui.assembly import assemble

        assemble(self, worker)
        self.is_assembled = True

    def show_fault(self, report: Path) -> None:
        """Its parts could not be made: an empty window would say nothing."""
        words = QLabel(f"Paraph cannot start, and that is our fault. A report is in {report}.", self)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCentralWidget(words)

    @property
    def inspector(self) -> InspectorPanel:
        return self.inspector_holder.panel

    @property
    def doubts(self) -> DoubtsPanel:
        return cast("DoubtsPanel", self.side.panel("doubts"))

    @property
    def queue(self) -> QueuePanel:
        return cast("QueuePanel", self.side.panel("queue"))

    @property
    def search(self) -> SearchPanel:
        return cast("SearchPanel", self.side.panel("search"))

    @property
    def history(self) -> HistoryPanel:
        return cast("HistoryPanel", self.side.panel("history"))

    @property
    def geometry_text(self) -> str:
        """Place and size, as Qt saves them."""
        return self.saveGeometry().toBase64().toStdString()

    def show_title(self, *_: object) -> None:
        project, review = self.session.project, self.session.review
        words = [] if review is None else [review.document.masthead.symbol or review.document.name]
        if project is not None:
            words.append(project.path.stem + " (for reading only)" * project.read_only)
        # Qt puts the application's name after the titles of dialogs with the same dash.
        self.setWindowTitle(" — ".join([*words, "Paraph"]))

    def words_of_drop(self, files: list[Path]) -> str:
        return self.opener.words_for(files) if self.is_assembled else ""

    # --- Qt's events -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own events, before Qt sees them (`gui.event_filter` says why)."""
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and self._placed(event) is not None:
            event.accept()  # it comes as a key, and Qt does not look whose it is by its sign
            return True
        if isinstance(event, QKeyEvent) and self.is_assembled:
            self._tell_second_keys(event)
        if kind is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            soon = QTimer(self, singleShot=True)  # goes with the window
            soon.timeout.connect(self.painted)
            soon.start(0)
        elif kind is QEvent.Type.WindowActivate and not self.is_closing:
            self.activated.emit()
            if self.is_assembled:
                self.copying.look_after_file()
                self.page_view.pdf.look_after()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody took: a digit's goes by its place, Esc closes a question; of an action's that
        cannot be carried out, the line below says what it misses."""
        action = self._placed(event)
        if action is not None:
            if not event.isAutoRepeat() or action.autoRepeat():
                action.trigger()
            return
        focus = self.focusWidget()
        if focus is not None and asks_for_menu(event):
            open_menu(focus)
            return
        if self.is_assembled:
            if event.key() == Qt.Key.Key_Escape and self.messages.close_question():
                return
            self.status.tell(self.actions_of.why_not(event))
        super().keyPressEvent(event)

    def _tell_second_keys(self, event: QKeyEvent) -> None:
        """Where one key waits for another one, the line below says which there are. Of the second one Qt
        tells nothing but that it went up again."""
        words = ""
        if event.type() is QEvent.Type.ShortcutOverride:
            words = self.actions_of.second_keys(event)
        elif event.type() is not QEvent.Type.KeyRelease or event.key() == self._first_key:
            return
        if words or self._first_key:
            self.status.tell(words)
        self._first_key = event.key() if words else 0

    def _placed(self, event: QEvent) -> QAction | None:
        if isinstance(event, QKeyEvent) and self.is_assembled:
            return self.actions_of.placed(event)
        return None

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes at once; what it began is finished in the background. Where something could not be
        saved it stays and says so."""
        if self.is_closing:
            return
        if self.is_assembled and not self.messages.unsaved.may_leave(self.close):
            event.ignore()
            return
        self.closing.emit()
        self.is_closing = True
        if self.is_assembled:
            self.settings.set("geometry", self.geometry_text)
            self.ending.begin()
        else:
            self.gone.emit()

    def _restore_geometry(self, saved: str) -> None:
        if saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore"))):
            return
        room = self.screen().availableSize()
        self.resize(_FIRST_SIZE.expandedTo(room * 0.9))
        if room.width() < _FIRST_SIZE.width() * 1.1 or room.height() < _FIRST_SIZE.height() * 1.1:
            # As large as the screen without its frame: the window manager knows how large that is.
            self.resize(_FIRST_SIZE.boundedTo(room))
            self.setWindowState(Qt.WindowState.WindowMaximized)
