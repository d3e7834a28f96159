"""The history panel: the timeline of the open report, and the way back to any point of it."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gui.action_set import ActionSet
from gui.combo_boxes import hold_names, refill
from gui.history.timeline import IMPORTED, MORE, lines_of, who
from gui.latest import Latest
from gui.session import Session
from gui.side.lines import Line
from gui.side.panel import QuietLabel, SidePanel, in_tab_order
from gui.side.view import LinesView
from gui.while_visible import WhileVisible
from model.editing import NotPossible
from model.edits import Edit
from model.going_back import fits, going_back
from model.labels import Reviewer
from model.review import Review

if TYPE_CHECKING:
    from storage.ledger import HistoryEntry
    from storage.project import Project

ORIGIN = "history"
PAGE = 200  # changes that are listed at first, and that "Show earlier changes" adds
_REST_MS = 200  # after an edit, before the list is read again
_EVERYBODY = "Everybody"
_NOTHING = "Nobody has changed this report since it was imported."
_NO_REPORT = "Who changed what in a report is listed here when one is open."


class HistoryPanel(WhileVisible, SidePanel):
    """Reads in the background, and only while somebody can see it."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        self.list = LinesView("History of the report")
        super().__init__("History", self.list, parent)
        self._session = session
        self._latest = Latest(session, self)
        self._entries: list[HistoryEntry] = []
        self._limit = PAGE
        self.read_while_visible(self._read, _REST_MS)
        self.people = QComboBox(self)
        hold_names(self.people)
        self.back = QPushButton("Go back to this point", self)
        self.explained = QuietLabel("", self, wraps=True)
        self._compose()
        self.people.currentIndexChanged.connect(self._list_entries)
        self.back.clicked.connect(self.go_back)
        self.list.chosen.connect(self._chosen)
        self.list.left.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        session.documentOpened.connect(self._document_changed)
        session.documentClosed.connect(self._document_changed)
        session.changed.connect(self.note_change)
        session.reviewerChanged.connect(self.note_change)
        self._document_changed()

    # --- going back

    def go_back(self) -> None:
        """Takes the report back to how it was after the current line, as one new change."""
        line, review, project = self.list.current, self._session.review, self._session.project
        if line is None or review is None or project is None or self._later(line) == 0:
            return
        number = 0 if line.key == IMPORTED else line.data.number
        name = "go back to the imported report"
        if line.key != IMPORTED:
            at = line.data.at.astimezone()
            name = f"go back to {at.day} {at:%b, %H:%M}, after “{line.data.name}”"
        document = review.document.id
        self._session.run(_way_back, project, document, number, name,
                          done=partial(self._way_found, document))  # fmt: skip

    def _way_found(self, document: str, future: Future[Edit]) -> None:
        review = self._session.review
        if review is not None and review.document.id == document:
            edit = self._session.value_of(future)
            if edit is not None:
                self._session.perform(partial(_if_it_fits, edit))

    def _later(self, line: Line) -> int:
        """How many changes came after a line, as far as they are listed."""
        if line.key == IMPORTED:
            return len(self._entries)
        if line.key == MORE:
            return 0
        return sum(entry.number > line.data.number for entry in self._entries)

    # --- reading

    @property
    def is_loading(self) -> bool:
        return self._latest.busy

    def _document_changed(self, *_: object) -> None:
        self._latest.forget()
        self._rest.stop()
        self._entries, self._limit = [], PAGE
        self._fill_people()
        self._list_entries()
        self.stale = self._session.review is not None
        if self.stale and self.isVisible():
            self._read()

    def _read(self) -> None:
        project, review = self._session.project, self._session.review
        if project is not None and review is not None:
            self.is_read()
            self._latest.ask(project.history, review.document.id, None, self._limit, self._session.reviewer,
                             done=self._show_entries)  # fmt: skip

    def _show_entries(self, entries: list[HistoryEntry]) -> None:
        self._entries = entries
        self._fill_people()
        self._list_entries()

    # --- what is shown

    def _fill_people(self) -> None:
        names = [_EVERYBODY, *dict.fromkeys(who(entry) for entry in self._entries)]
        if [self.people.itemText(at) for at in range(self.people.count())] != names:
            refill(self.people, [(name, name) for name in names])
        self.people.setVisible(len(names) > 2)

    def _list_entries(self, *_: object) -> None:
        name = self.people.currentText()
        everybody = self.people.currentIndex() <= 0
        entries = [entry for entry in self._entries if everybody or who(entry) == name]
        newest = self._entries[0].number if self._entries else 0
        complete = len(self._entries) < self._limit
        self.list.show_lines(lines_of(entries, datetime.now().date(), complete, newest))
        if self._session.review is None:
            self.show_empty(_NO_REPORT)
        elif not self._entries:
            self.show_empty(_NOTHING)
        else:
            self.show_list()
        self._offer()

    def _chosen(self, line: Line) -> None:
        if line.key == MORE:
            self._limit += 2 * PAGE
            self._read()
            return
        review = self._session.review
        if review is not None and line.data is not None and line.data.focus in review.outline:
            self._session.select((line.data.focus,), ORIGIN)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._offer()

    def _offer(self) -> None:
        line = self.list.current if self.shows_list else None
        later = self._later(line) if line is not None else 0
        self.back.setVisible(line is not None and line.key != MORE)
        self.back.setEnabled(later > 0)
        self.explained.setVisible(not self.back.isHidden())
        changes = "1 later change" if later == 1 else f"{later} later changes"
        self.explained.setText(f"Takes back {changes} by everybody in one step. Undo brings them back."
                               if later else "This is how the report is now.")  # fmt: skip

    def _compose(self) -> None:
        self.people.setAccessibleName("Whose changes are listed")
        self.people.setToolTip("List the changes of one person only")
        self.back.setAutoDefault(False)
        self.back.setToolTip("Make the report as it was after this change; nothing is lost")
        self.column.addWidget(self.people)
        self.foot.addWidget(self.explained)
        self.foot.addWidget(self.back)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_tab_order(self.people, self.list, self.back)


def _way_back(project: Project, document: str, number: int, name: str) -> Edit:
    return going_back(project.edits_after(document, number), name)


def _if_it_fits(edit: Edit, review: Review, reviewer: Reviewer) -> Edit | None:
    if not fits(edit, review):
        raise NotPossible("The report has changed in the meantime: choose the point again.")
    return edit or None
