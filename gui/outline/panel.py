"""The outline panel: the report's tree with its filter, and how far its review has come."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.action_set import ActionSet
from gui.icons import icon
from gui.outline.delegate import Part
from gui.outline.filtering import HIDDEN_AT_FIRST, OPTIONAL, Filter
from gui.outline.header import OutlineHeader
from gui.outline.selecting import select_below
from gui.outline.selection_view import ORIGIN
from gui.outline.tree import OutlineTree
from gui.session import Session
from gui.small_button import grow_with_text
from gui.texts import document_direction
from gui.theme import BETWEEN, INSIDE
from model.edits import ChangeSet
from model.nodes import Kind
from model.review import Review
from model.schemes import Scheme

_WARMED = 250  # entries looked at ahead of a filter in one go: about two milliseconds


class OutlinePanel(QWidget):
    """The tree of the document under review. What is selected anywhere shows here, whatever is filtered."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = action_set
        self.setAccessibleName("Outline")
        self.header = OutlineHeader(self)
        self.tree = OutlineTree(session, action_set, self)
        self.empty = _Empty(self)
        self._waiting = False
        self._warming = QTimer(self)
        self._warming.setInterval(0)
        self._warming.timeout.connect(self._warm)
        self._compose()
        self._connect()
        self.header.show_kinds(self.tree.entries.hidden_kinds)
        self._document_opened(session.review)

    def show_doubts(self, count: int) -> None:
        """A line below the outline says how much of the report looks doubtful."""
        self.doubts.setText("1 doubt" if count == 1 else f"{count} doubts")
        self.doubts.setVisible(count > 0)

    def view_state(self) -> dict[str, Any]:
        """What is folded, what kinds are shown and where it is scrolled to, as JSON values."""
        top = self.tree.top()
        return {
            "closed": sorted(self.tree.entries.closed),
            "hidden": sorted(kind.value for kind in self.tree.entries.hidden_kinds),
            "top": list(top) if top is not None else None,
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave, as far as it fits the document."""
        entries, review = self.tree.entries, self._session.review
        known = {kind.value: kind for kind in OPTIONAL}
        hidden = state.get("hidden", [kind.value for kind in HIDDEN_AT_FIRST])
        closed = {node for node in state.get("closed", ()) if review is not None and node in review.outline}
        kinds = frozenset(known[value] for value in hidden if value in known)
        with self.tree.place_kept():
            if (closed, kinds) != (entries.closed, entries.hidden_kinds):
                entries.closed, entries.hidden_kinds = closed, kinds
                entries.refresh()
            entries.reveal(self._session.selection)
        self.header.show_kinds(entries.hidden_kinds)
        top = state.get("top")
        if top:
            self.tree.put_on_top(str(top[0]), int(top[1]))
        self._show_state()

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self.doubts = QToolButton(self)
        self.doubts.setIcon(icon("warning"))
        grow_with_text(self.doubts, 14)
        self.doubts.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.doubts.setAutoRaise(True)
        self.doubts.setToolTip("List what looks doubtful (F4 goes from one to the next)")
        self.doubts.clicked.connect(self._actions["side-doubts"].trigger)
        self.doubts.hide()
        column.addWidget(self.doubts)

    def _connect(self) -> None:
        session, header = self._session, self.header
        session.documentOpened.connect(self._document_opened)
        session.documentClosed.connect(self._document_closed)
        session.changed.connect(self._changed)
        session.selectionChanged.connect(self._selection_changed)
        session.selectedAgain.connect(self._come_to)
        session.reviewerChanged.connect(self._reviewer_changed)
        session.schemeChanged.connect(self._scheme_changed)
        session.requested.connect(self._requested)
        for signal in (session.projectOpened, session.projectClosed, session.libraryChanged):
            signal.connect(self._show_state)
        header.filterAsked.connect(self._filter)
        header.kindsAsked.connect(self._show_kinds)
        header.foldAsked.connect(self.tree.set_all_open)
        header.leftFilter.connect(self.tree.setFocus)
        self.tree.textAsked.connect(self._ask_text)
        self.empty.cleared.connect(header.clear_filter)
        session.walk.by_rows(self.tree.entries.walk)

    def set_waiting(self, waiting: bool) -> None:
        """Whether a report is on its way, whose outline comes with it."""
        self._waiting = waiting
        self._show_state()

    # --- the session

    def _document_opened(self, review: Review | None) -> None:
        self.tree.entries.set_review(review)
        language = review.document.language if review is not None else ""
        self.tree.setLayoutDirection(document_direction(language))
        self.tree.scrollToTop()
        self._show_state()
        if review is not None:
            self._warming.start()

    def _document_closed(self) -> None:
        self._warming.stop()
        self._document_opened(None)

    def _changed(self, changes: ChangeSet) -> None:
        with self.tree.place_kept():
            self.tree.entries.changed(changes)
        self._show_state()

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        if self.tree.entries.pinned or not self.tree.entries.has_rows(ids):
            with self.tree.place_kept():
                self.tree.entries.reveal(ids)
            self._show_state()
        self._come_to(ids, origin)

    def _come_to(self, ids: tuple[str, ...], origin: str) -> None:
        if origin != ORIGIN:
            self.tree.show_selection(ids, scroll=True)

    def _reviewer_changed(self, reviewer: object) -> None:
        if self._session.review is not None:
            with self.tree.place_kept():
                self.tree.entries.set_reviewer()
            self._warming.start()
            self._show_state()

    def _scheme_changed(self, scheme: Scheme) -> None:
        self.header.set_scheme(scheme)
        self._reviewer_changed(None)

    def _requested(self, action_id: str) -> None:
        if action_id == "filter":
            self.header.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.header.words.selectAll()
        elif action_id == "edit-number":
            self.tree.edit_part(Part.NUMBER)
        elif action_id == "select-below":
            select_below(self._session, self.tree)

    def _ask_text(self) -> None:
        self._session.request("edit-text")

    # --- what is shown

    def _filter(self, asked: Filter) -> None:
        with self.tree.place_kept():
            self.tree.entries.set_filter(asked)
            self.tree.entries.reveal(())
        self._show_state()

    def _show_kinds(self, hidden: frozenset[Kind]) -> None:
        with self.tree.place_kept():
            self.tree.entries.set_hidden_kinds(hidden)
        self._show_state()

    def _show_state(self, *_: object) -> None:
        entries = self.tree.entries
        self.header.setVisible(self._session.review is not None)
        self.header.show_found(entries.filter, entries.matches, entries.unfiltered if entries.filter else 0)
        self._stack.setCurrentWidget(self.tree if entries.rows else self.empty)
        if not entries.rows:
            self.empty.say(self._session, self._actions, bool(entries.filter), self._waiting)

    @property
    def is_warming(self) -> bool:
        """Whether looks of rows that are out of sight are still prepared."""
        return self._warming.isActive()

    def _warm(self) -> None:
        looks = self.tree.entries.looks
        if looks is None or looks.warm(_WARMED):
            self._warming.stop()


class _Empty(QWidget):
    """What to do where there is no row to show, with the button that does it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action: QAction | None = None
        self._button = QPushButton(self)
        self._button.clicked.connect(self._act)
        self.clear_button = QPushButton("Clear the filter", self)
        self.cleared = self.clear_button.clicked
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * INSIDE, INSIDE, 2 * INSIDE, INSIDE)
        column.setSpacing(BETWEEN)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, session: Session, actions: ActionSet, filtered: bool, waiting: bool) -> None:
        action = None
        if filtered and session.review is not None:
            words = "Nothing in this report matches the filter."
        elif session.review is not None:
            words = "Nothing was found in this report’s pages."
        elif waiting:
            words = "The outline appears here when the report has been read."
        elif session.documents:
            words = "Choose a report from the documents to see its outline."
        elif session.project is not None:
            words, action = "Import a report, or drop its PDF here, to see its outline.", actions["import"]
        else:
            words, action = "Open a project or a PDF to see its outline.", actions["open"]
        self._words.setText(words)
        self.clear_button.setVisible(filtered and session.review is not None)
        self._button.setVisible(action is not None)
        self._action = action
        if action is not None:
            self._button.setText(action.text())
            self._button.setToolTip(action.toolTip())

    def _act(self) -> None:
        if self._action is not None:
            self._action.trigger()
