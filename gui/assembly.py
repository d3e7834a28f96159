"""Puts the parts of the window together. What they do is theirs."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.copying import Copying
from gui.deferred import DeferredWork
from gui.dispatch import Dispatch
from gui.ending import Ending
from gui.exporting import Exporting
from gui.extracting_again import ExtractingAgain
from gui.first_steps import FirstSteps
from gui.font_hint import FontHint
from gui.importing.preview import Preview
from gui.importing.queue import ImportQueue
from gui.importing_labels import LabelImport
from gui.insights import Insights
from gui.inspector.holder import InspectorHolder
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
from gui.recent_menu import RecentMenu
from gui.session import Session
from gui.side.bar import SideBar, Tab
from gui.side.tabs import SideTabs
from gui.slot_words import SlotWords
from gui.status_bar import StatusBar
from gui.tab_order import parts_in_tab_order
from gui.taking_out import TakingOut
from gui.tally import Tally
from gui.top_bar import TopBar
from gui.word_edits import WordEdits
from model.workers.worker import PdfWorker
from storage.cached_copies import prune_copies

if TYPE_CHECKING:
    from pathlib import Path

    from gui.inspector.panel import InspectorPanel
    from gui.main_window import MainWindow


def assemble(window: MainWindow, worker: PdfWorker) -> None:
    """Makes every part, places it in the window, and connects those that do not know each other."""
    settings = window.settings
    window.worker = worker
    window.session = Session(settings.get("reviewer", ""), window)
    window.actions_of = ActionSet(window.session, window)
    menus = window.actions_of.fill_menu_bar(window.menuBar())
    recent = RecentMenu(settings, menus["File"], before=window.actions_of["new-window"])
    window.tally = Tally(window.session, window)
    window.jobs = Jobs(window)
    window.imports = ImportQueue(window.session, window.jobs, window)
    window.opener = Opener(window.session, window.imports, settings, window)
    recent.chosen.connect(window.opener.open_project)
    window.copying = Copying(window.session, window.opener, window.jobs, window)
    window.exporting = Exporting(window.session, settings, window.jobs, window)
    window.again = ExtractingAgain(window.session, window.jobs, window)
    window.taking_out = TakingOut(window.session, window)
    window.label_import = LabelImport(window.session, window.jobs, window)
    window.insights = Insights(window)
    _make_panels(window)
    _compose(window)
    window.word_edits = WordEdits(window.session, window.page_view, window)
    window.slot_words = SlotWords(window)
    window.preview = Preview(window.session, window.imports, window.opener, window.page_panel, window)
    window.place = PlaceKeeper(window.session, window.page_view, window.outline, window.preview, window)
    window.questions = Questions(window)
    window.messages = Messages(window)
    FontHint(window.session, settings, window.outline_bar, window)
    window.insights.learning.learned.connect(window.messages.learned)
    window.insights.learning.failed.connect(window.bar.say)
    window.dispatch = Dispatch(window)
    window.ending = Ending(window)
    _connect(window)
    _defer_hidden_parts(window)


def _defer_hidden_parts(window: MainWindow) -> None:
    """What nobody sees at first: each takes some hundredths of a second."""
    works = (
        partial(import_module, "gui.inspector.panel"),
        partial(getattr, window, "inspector"),
        partial(getattr, window, "queue"),
        partial(getattr, window, "doubts"),
        partial(window.session.run, prune_copies),
    )
    window.deferred = DeferredWork(partial(_is_at_rest, window), works, window)
    window.closing.connect(window.deferred.stop)


def _is_at_rest(window: MainWindow) -> bool:
    opening = window.opener.is_opening or window.session.is_opening
    return not opening and not window.page_view.source.busy


def _make_panels(window: MainWindow) -> None:
    session, actions = window.session, window.actions_of
    window.page_view = PageView(session, window.worker, window)
    window.page_panel = PagePanel(window.page_view, actions, window)
    window.library = LibraryPanel(session, actions, window.imports, window.tally, window)
    view, field, lines = map(attrgetter, ("view", "field", "list"))
    window.side = SideBar([
        Tab("documents", "Documents", "library", lambda: window.library, view, "Documents (Alt+1)"),
        Tab("search", "Search", "search", partial(_search, window), field, "Search everything (/)"),
        Tab("doubts", "Doubts", "doubts", partial(_doubts, window), lines, "Doubts (Alt+3)"),
        Tab("queue", "Queue", "queue", partial(_queue, window), lines, "What comes next (Alt+4)"),
        Tab("history", "History", "history", partial(_history, window), lines, "History (Alt+5)"),
    ], window)  # fmt: skip
    window.outline = OutlinePanel(session, actions, window)
    window.outline_bar = MessageBar(window)
    window.inspector_holder = InspectorHolder(session, partial(_inspector, window), window)
    window.panels = Panels(window.settings, {
        "library": window.side,
        "page": window.page_panel,
        "outline": _column(window.outline, window.outline_bar, stretched=0),
        "inspector": window.inspector_holder,
    }, window)  # fmt: skip
    window.side_tabs = SideTabs(window.side, window.panels, window.settings, window)


def _search(window: MainWindow) -> QWidget:
    from gui.searching.panel import SearchPanel

    return SearchPanel(window.session, window.actions_of, window)


def _history(window: MainWindow) -> QWidget:
    from gui.history.panel import HistoryPanel

    return HistoryPanel(window.session, window.actions_of, window)


def _doubts(window: MainWindow) -> QWidget:
    from gui.doubts.panel import DoubtsPanel

    panel = DoubtsPanel(window.session, window.actions_of, window.worker, window)
    panel.words = lambda: window.page_view.texts.known
    panel.pageAsked.connect(window.page_view.go_to)
    panel.listed.connect(window.queue.set_doubtful)
    panel.countChanged.connect(partial(_show_doubts, window.side))
    panel.countChanged.connect(window.outline.show_doubts)
    return panel


def _queue(window: MainWindow) -> QWidget:
    from gui.queue.panel import QueuePanel

    panel = QueuePanel(window.session, window.actions_of, window.tally, window)
    panel.listAsked.connect(window.insights.list_all)
    return panel


def _inspector(window: MainWindow) -> InspectorPanel:
    from gui.inspector.panel import InspectorPanel

    panel = InspectorPanel(window.session, window.actions_of, window.inspector_holder)
    panel.set_vocabularies(window.insights.vocabularies)
    _order_tabs(window)
    return panel


def _compose(window: MainWindow) -> None:
    window.bar = MessageBar(window)
    window.first_steps = FirstSteps(window.session, window.settings, window)
    window.top_bar = TopBar(window.session, window.actions_of, window.tally, window)
    window.status = StatusBar(window.session, window.actions_of, window.jobs, window)
    above = _column(window.top_bar, window.first_steps, window.panels)
    window.setCentralWidget(_column(above, window.bar, window.status, stretched=0))
    _order_tabs(window)


def _order_tabs(window: MainWindow) -> None:
    parts_in_tab_order(window.top_bar, window.first_steps, window.side, window.page_panel, window.outline,
                       window.outline_bar, window.inspector_holder, window.bar,
                       window.status)  # fmt: skip


def _connect(window: MainWindow) -> None:
    session, opener, questions = window.session, window.opener, window.questions
    opener.may_leave = window.messages.unsaved.may_leave
    opener.opening.connect(window.place.leave)
    opener.opening.connect(partial(_show_opening, window))
    for settled in (session.projectOpened, opener.refused):
        settled.connect(partial(_show_opening, window, None))
    window.preview.waitingChanged.connect(window.outline.set_waiting)
    window.top_bar.documentAsked.connect(session.open_document)
    window.library.passwordAsked.connect(questions.ask_password)
    window.library.retryAsked.connect(questions.retry)
    window.library.againAsked.connect(window.again.start)
    window.library.takeOutAsked.connect(window.taking_out.take_out)
    window.filesDropped.connect(opener.open_files)
    window.tally.changed.connect(partial(_show_left, window.side, window.tally))
    window.page_panel.cancelAsked.connect(window.imports.cancel)
    window.page_panel.menuFilled.connect(window.word_edits.add_split)
    for bare in (session.projectClosed, session.documentClosed):
        bare.connect(window.show_title)
    for told in (session.projectOpened, session.documentOpened):
        told.connect(window.show_title)
    session.documentOpened.connect(partial(_give_keys, window))
    window.ending.over.connect(window.gone)


def _give_keys(window: MainWindow, *_: object) -> None:
    """From nobody, or a button, the keys go to the outline: the arrows lead through it at once."""
    focus = window.focusWidget()
    if focus in (None, window) or isinstance(focus, QAbstractButton) or not focus.isVisible():
        window.outline.tree.setFocus(Qt.FocusReason.OtherFocusReason)


def _show_opening(window: MainWindow, project: Path | None, *_: object) -> None:
    """While a project is opened, nothing asks for one."""
    window.page_panel.empty.set_opening(project.stem if project is not None else "")
    window.outline.set_waiting(project is not None or window.preview.is_expecting)


def _show_doubts(side: SideBar, count: int) -> None:
    side.set_badge("doubts", count, "1 doubt" if count == 1 else f"{count} doubts" if count else "")


def _show_left(side: SideBar, tally: Tally) -> None:
    left = tally.total - tally.reviewed
    side.set_badge("queue", 0, f"{left} left to review" if left else "")


def _column(*widgets: QWidget, stretched: int = -1) -> QWidget:
    """Widgets below each other; one takes the room that the others leave."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[stretched], 1)
    return holder
