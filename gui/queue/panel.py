"""The queue panel: what waits, in which order it comes, how long it takes, and the sure ones in one go."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from gui.action_set import ActionSet
from gui.flow import Flow
from gui.latest import Latest
from gui.message_bar import Tone, Way
from gui.queue.keeper import QueueKeeper
from gui.queue.rows import QueueModel, QueueView
from gui.relay import succeeded
from gui.searching.lookup import Facet
from gui.session import Session
from gui.side.panel import QuietLabel, SidePanel, in_tab_order
from gui.tally import Tally
from gui.theme import INSIDE, STEP
from gui.while_visible import WhileVisible
from model import editing
from model.edits import Edit
from model.labels import Reviewer, Status
from model.pace import forecast, seconds_per_entry
from model.plurals import counted
from model.report_names import report_names
from model.review import Review
from model.review_queue import Order, candidate_of, confident

ORIGIN = "queue"
ORDER_SETTING = "queue order"
_ORDERS = {
    Order.DOCUMENT: "Order in the report",
    Order.DOUBT: "In doubt first",
    Order.UNCERTAINTY: "Least sure first",
    Order.ROLE: "By role",
}
_PACE_REST_MS = 1000
_SURE_AT_FIRST = 90  # per cent
_NO_PACE = "After a few entries it says how long the rest will take"
_AT_PACE = "At your pace so far; pauses do not count"
_DONE = "Every entry of this report has been reviewed."
_NO_REPORT = "What waits for review is listed here when a report is open."


class QueuePanel(WhileVisible, SidePanel):
    """Shows the order that "next" and "accept and go on" follow, and lets the reviewer choose another."""

    countChanged = Signal(int)
    listAsked = Signal(dict)  # Ticks: what is to be listed by the search

    def __init__(self, session: Session, action_set: ActionSet, tally: Tally,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        self.keeper = QueueKeeper(session, session)
        self.model = QueueModel(session, self.keeper, session)
        self.list = QueueView(self.model)
        super().__init__("Queue", self.list, parent)
        for own in (self.keeper, self.model):
            own.setParent(self)
        self._session = session
        self._tally = tally
        self._pace: float | None = None
        self._latest = Latest(session, self)
        self.order = QComboBox(self)
        self.left = QLabel(self, wordWrap=True)
        self.project = QuietLabel("", self)
        self.least = QSpinBox(self)
        self.accept = QPushButton(self)
        self.list_flagged, self.next_report = QToolButton(self), QToolButton(self)
        self._pace_rest = QTimer(self, singleShot=True, interval=_PACE_REST_MS)
        self.read_while_visible(self._refresh, 0)  # once for all that one edit changes, and not within it
        self._compose()
        self._connect()
        self._refresh()
        if session.project is not None:
            self._project_opened(session.project)

    def set_doubtful(self, nodes: list[str]) -> None:
        """The entries with a doubt come first where that order is chosen."""
        self.keeper.set_doubtful(nodes)

    # --- what is chosen

    def set_order(self, order: Order) -> None:
        """As by the menu of orders."""
        self.order.setCurrentIndex(list(_ORDERS).index(order))

    def _order_chosen(self, index: int) -> None:
        order = list(_ORDERS)[index]
        if order is not self.keeper.order:
            self.keeper.finish()
            self.keeper.set_order(order)
            self._refresh()
            self._session.set_setting(ORDER_SETTING, order.value)

    def ask_to_accept(self) -> None:
        """Says how many entries would be accepted together; they are when that is confirmed."""
        self.keeper.finish()
        ids = self._confident()
        sure = self.least.value()
        if not ids:
            self.messages.say(f"No suggestion left to review is at least {sure} % sure.", (), Tone.INFO)
            return
        many = counted(len(ids), "entry")
        self.messages.ask(
            f"Accept {many} whose suggestions are at least {sure} % sure {self._where()}? "
            "One undo takes all of them back.",
            (
                Way(f"Accept {many}", partial(self._accept, tuple(ids), sure / 100)),
                Way("Cancel", self.messages.clear),
            ),
        )

    def _accept(self, ids: tuple[str, ...], least: float) -> None:
        self._session.perform(partial(_accept_waiting, ids, least), len(ids))

    def _confident(self) -> list[str]:
        """Of the selection where it holds several entries, of the report otherwise."""
        ids = confident(self.keeper.candidates, self.least.value() / 100)
        chosen = set(self._session.selection)
        return [node for node in ids if node in chosen] if len(chosen) > 1 else ids

    def _where(self) -> str:
        return "in the selection" if len(self._session.selection) > 1 else "in this report"

    def _go_to(self, node: str) -> None:
        self._session.select((node,), ORIGIN)

    def _requested(self, action_id: str) -> None:
        if action_id == "accept-confident":
            self.ask_to_accept()

    # --- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        self.keeper.watch(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.watch(False)

    def _refresh(self) -> None:
        self.is_read()
        waiting = self.keeper.waiting
        self.model.set_nodes(waiting)
        self._show_selection(self._session.selection, "")
        if self._session.review is None:
            self.show_empty(_NO_REPORT)
        elif not waiting and self.keeper.is_ready:
            flagged = self._tally.flagged
            are = "1 is" if flagged == 1 else f"{flagged:,} are"
            more = f" {are} flagged for another look." if flagged else ""
            next_one = self.next_report if self._session.walk.others_waiting else None
            self.show_empty(f"{_DONE}{more}", self.list_flagged if flagged else next_one)
        else:
            self.show_list()
        self._count()

    def _count(self, *_: object) -> None:
        left = self._tally.total - self._tally.reviewed
        self.left.setVisible(self._session.review is not None)
        self.left.setText(self._left_here(left) if self._tally.total else "Nothing to review")
        self.left.setToolTip(_NO_PACE if self._pace is None else _AT_PACE)
        review = self._session.review
        here = review.document.id if review is not None else ""
        others = [row for row in self._session.documents if row.id != here]
        whole = left + sum(row.classified - row.reviewed for row in others)
        self.project.setVisible(bool(others))
        self.project.setText(f"Whole project: {_left(whole, self._pace)}")
        self.project.setToolTip(self.project.text())
        ids = self._confident() if self.keeper.is_ready else []
        self.accept.setEnabled(bool(ids))
        self.accept.setText(f"Accept {len(ids):,}…" if ids else "Accept…")
        where = self._where()
        self.accept.setToolTip(
            f"Accept all suggestions {where} that are this sure; asks first (Ctrl+Shift+A)"
        )
        self.countChanged.emit(left)

    def _left_here(self, left: int) -> str:
        flagged = self._tally.flagged
        return " · ".join([_left(left, self._pace), *([f"{flagged:,} flagged"] if flagged else [])])

    def _ask_flagged(self) -> None:
        review = self._session.review
        if review is not None:
            name = report_names(self._session.documents).get(review.document.id, review.document.name)
            state = Status.FLAGGED.value
            self.listAsked.emit(
                {Facet.STATE: [(state, state.capitalize())], Facet.REPORT: [(review.document.id, name)]}
            )

    def _show_selection(self, ids: tuple[str, ...], origin: str) -> None:
        self.list.show_current(self.model.row_of(ids[0]) if ids else -1)

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        self._show_selection(ids, origin)
        self.note_change()

    # --- the pace, read in the background

    def ask_pace(self, *_: object) -> None:
        self._pace_rest.stop()
        project, reviewer = self._session.project, self._session.reviewer
        if project is None or reviewer is None:
            self._latest.forget()
            self._pace_read([])
        else:
            self._latest.ask(project.recent_work, reviewer, done=self._pace_read)

    def _pace_read(self, work: list[tuple[datetime, str]]) -> None:
        pace = seconds_per_entry(work)
        if pace != self._pace:
            self._pace = pace
            self.note_change()

    def _edited(self, *_: object) -> None:
        self.messages.clear()
        self._pace_rest.start()

    def _project_opened(self, project: object) -> None:
        self._session.run(self._session.setting, ORDER_SETTING, Order.DOCUMENT.value, done=self._order_read)
        self.ask_pace()

    def _order_read(self, future: Future[str]) -> None:
        if succeeded(future) and future.result() in set(Order):
            self.set_order(Order(future.result()))

    def _closed(self) -> None:
        self._pace_rest.stop()
        self.messages.clear()

    # --- its parts

    def _compose(self) -> None:
        for words in _ORDERS.values():
            self.order.addItem(words)
        self.order.setAccessibleName("What comes next")
        self.order.setToolTip("The order in which “next” and “accept and go on” go through the report")
        self.least.setRange(50, 100)
        self.least.setValue(_SURE_AT_FIRST)
        self.least.setSingleStep(5)
        self.least.setSuffix(" %")
        self.least.setAccessibleName("How sure suggestions must be")
        self.least.setToolTip("How sure all suggestions of an entry must be")
        self.accept.setAutoDefault(False)
        self.list_flagged.setText("List what is flagged")
        self.next_report.setText("Next report")
        self.next_report.setToolTip("Open the next report that is not fully reviewed (Ctrl+PgDown)")
        for button in (self.list_flagged, self.next_report):
            button.hide()
        for widget in (self.left, self.project, self.order):
            self.column.addWidget(widget)
        limit = QWidget(self)
        row = QHBoxLayout(limit)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        at_least = QLabel("At least", self)
        at_least.setBuddy(self.least)
        row.addWidget(at_least)
        row.addWidget(self.least)
        row.addWidget(QLabel("sure", self))
        foot = Flow(self, INSIDE)  # two lines where text is large
        foot.add(limit)
        foot.add(self.accept)
        self.foot.addWidget(foot)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        in_tab_order(self.order, self.list, self.messages.close_button, self.list_flagged, self.next_report,
                     self.least, self.accept)  # fmt: skip

    def _connect(self) -> None:
        session = self._session
        self.order.currentIndexChanged.connect(self._order_chosen)
        self.keeper.changed.connect(self.note_change)
        self.list.chosen.connect(self._go_to)
        self.list.skipped.connect(partial(session.walk.step, 1))
        self.list.left.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self.least.valueChanged.connect(self._count)
        self.accept.clicked.connect(self.ask_to_accept)
        self.list_flagged.clicked.connect(self._ask_flagged)
        self.next_report.clicked.connect(session.walk.next_report)
        self._pace_rest.timeout.connect(self.ask_pace)
        self._tally.changed.connect(self.note_change)
        session.libraryChanged.connect(self.note_change)
        session.projectOpened.connect(self._project_opened)
        session.projectClosed.connect(self._closed)
        session.documentClosed.connect(self._closed)
        session.reviewerChanged.connect(self.ask_pace)
        session.changed.connect(self._edited)
        session.selectionChanged.connect(self._selection_changed)
        session.requested.connect(self._requested)


def _accept_waiting(ids: tuple[str, ...], least: float, review: Review, reviewer: Reviewer) -> Edit | None:
    """What was decided meanwhile is left alone."""
    there = [review.outline[node] for node in ids if node in review.outline]
    found = [candidate_of(review, node, reviewer.id) for node in there]
    waiting = [one.node for one in found if one is not None and one.waits]
    return editing.accept(review, reviewer, waiting, least) if waiting else None


def _left(count: int, pace: float | None) -> str:
    if not count:
        return "Nothing left to review"
    return " · ".join(filter(None, (f"{count:,} left", forecast(count, pace))))
