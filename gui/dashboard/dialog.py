"""The dashboard beside the window: what is in the project or a report, and what a click lists of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.closing import close_by_key
from gui.combo_boxes import hold_names, refill
from gui.dashboard.agreeing import Agreed, Agreement
from gui.dashboard.bars import Bar, BarList, row_indent
from gui.latest import Latest
from gui.searching.lookup import Facet
from gui.session import Session
from gui.texts import KIND_WORDS
from gui.theme import BETWEEN, INSIDE, embolden, is_dark, label_color, size_window, state_color
from gui.while_visible import WhileVisible
from model.labels import Reviewer, Slot, Status
from model.nodes import CLASSIFIED
from model.report_names import report_names
from model.schemes import Scheme

if TYPE_CHECKING:
    from storage.project import Project
    from storage.searching import FacetCounts
    from storage.work_done import Work

_REST_MS = 800  # after an edit, before the numbers are read again
_DAYS = 14  # with work on them, that are shown
_EVERYTHING = "All reports"
_NAME_LETTERS = 28  # of a report, as its symbol has
_ALONE = "You review independently; turn that off (Review menu) to see how far people agree."
_TITLES = {
    Facet.STATE: "State of the review",
    Facet.ROLE: "Roles",
    Facet.FORCE: "Force of recommendations",
    Facet.ADDRESSEE: "Addressees",
    Facet.REVIEWER: "Reviewed by",
    Facet.DAY: "Reviewed on",
    Facet.REPORT: "Reports",
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the project says, for all reports or one."""

    counts: FacetCounts
    work: list[Work]
    agreement: Agreed
    unsettled: Mapping[str, int]  # by report


class Dashboard(WhileVisible, QDialog):
    """Reads in the background, and only while somebody can see it; `listAsked` says what was clicked, and
    `doubtsAsked` the report where people differ."""

    listAsked = Signal(dict)  # Ticks
    doubtsAsked = Signal(str)  # a document's id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(session, self)
        self.read_while_visible(self._read, _REST_MS)
        self.setWindowTitle("Dashboard")
        size_window(self, 860, 680)
        close_by_key(self)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName("Which reports are counted")
        hold_names(self.scope)
        self.scope.setMinimumContentsLength(_NAME_LETTERS)
        self.summary = QLabel(self)
        self.summary.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.lists = {facet: BarList(title, self) for facet, title in _TITLES.items()}
        self.agreement = Agreement(self)
        self.unsettled = BarList("To be settled", self)
        self.unsettled.setToolTip("Click to open the report with its doubts")
        self.unsettled.asked.connect(self._ask_doubts)
        self._compose()
        for facet, bars in self.lists.items():
            bars.asked.connect(partial(self._ask_list, facet))
        self.scope.currentIndexChanged.connect(self._read)
        for signal in (session.changed, session.reviewerChanged, session.schemeChanged):
            signal.connect(self.note_change)
        for bare in (session.libraryChanged, session.projectClosed):
            bare.connect(self._fill_scope)
        self._fill_scope()

    # --- reading

    def _fill_scope(self) -> None:
        names = [(name, report) for report, name in report_names(self._session.documents).items()]
        refill(self.scope, [(_EVERYTHING, ""), *names])
        self.note_change()

    def _read(self, *_: object) -> None:
        project, reviewer = self._session.project, self._session.reviewer
        if project is None:
            self._latest.forget()
            self.summary.setText("Open a project to see what is in it.")
            for bars in self.lists.values():
                bars.show_bars(())
            self._settling.hide()
            self.agreement.show_agreement({}, 0)
            return
        self.is_read()
        self._latest.ask(_numbers, project, reviewer, self.scope.currentData() or "", done=self._show)

    # --- showing

    def _show(self, numbers: Numbers) -> None:
        counts, scheme, dark = numbers.counts, self._session.scheme, is_dark(self.palette())
        states = counts.slots.get(Slot.STATUS, {})
        left = states.get(Status.UNREVIEWED.value, 0)
        self.summary.setText(f"{counts.total - left:,} of {counts.total:,} reviewed")
        self.lists[Facet.STATE].show_bars(
            [Bar(state.value.capitalize(), states[state.value], state.value, state_color(state, dark))
             for state in Status if states.get(state.value)]
        )  # fmt: skip
        colors = {label.code: label_color(label, dark) for label in scheme.labels[Slot.ROLE]}
        self._show_labels(Facet.ROLE, Slot.ROLE, counts, scheme, colors)
        self._show_labels(Facet.FORCE, Slot.FORCE, counts, scheme, {})
        self._show_labels(Facet.ADDRESSEE, Slot.ADDRESSEES, counts, scheme, {})
        self._show_work(numbers.work)
        self._show_reports(self.lists[Facet.REPORT], counts.documents)
        self._show_reports(self.unsettled, numbers.unsettled)
        self._settling.setVisible(bool(numbers.unsettled))
        self.agreement.show_agreement(numbers.agreement, sum(numbers.unsettled.values()))

    def _show_reports(self, bars: BarList, counts: Mapping[str, int]) -> None:
        names = report_names(self._session.documents)
        reports = sorted(counts.items(), key=lambda entry: -entry[1])
        bars.show_bars([Bar(names[report], count, report) for report, count in reports if report in names])

    def _show_labels(self, facet: Facet, slot: Slot, counts: FacetCounts, scheme: Scheme,
                     colors: dict[str, QColor]) -> None:  # fmt: skip
        found = counts.slots.get(slot, {})
        ranks = {label.code: rank for rank, label in enumerate(scheme.labels[slot])}
        known = [(str(value), value, count) for value, count in found.items() if value is not None]
        known.sort(key=lambda one: ranks.get(one[0], len(ranks)))
        self.lists[facet].show_bars(
            [
                Bar(scheme.label(slot, code).name, count, value, colors.get(code))
                for code, value, count in known
            ]
        )

    def _show_work(self, work: list[Work]) -> None:
        people: Counter[tuple[str, str]] = Counter()
        days: Counter[date] = Counter()
        for one in work:
            people[one.reviewer, one.name] += one.entries
            days[one.day] += one.entries
        self.lists[Facet.REVIEWER].show_bars(
            [Bar(name, count, reviewer) for (reviewer, name), count in people.most_common()]
        )
        latest = sorted(days.items(), reverse=True)[:_DAYS]
        self.lists[Facet.DAY].show_bars([Bar(f"{day.day} {day:%b %Y}", count, day) for day, count in latest])

    def _ask_list(self, facet: Facet, value: Any, words: str) -> None:
        ticks: dict[Facet, Sequence[tuple[Any, str]]] = {facet: [(value, words)]}
        report = self.scope.currentData()
        if report and facet is not Facet.REPORT:
            ticks[Facet.REPORT] = [(report, self.scope.currentText())]
        if facet in (Facet.STATE, Facet.REPORT):  # headings and tables have these, too, and are not counted
            ticks[Facet.KIND] = [(kind, KIND_WORDS[kind]) for kind in sorted(CLASSIFIED)]
        self.listAsked.emit(ticks)

    def _ask_doubts(self, report: str, words: str) -> None:
        self.doubtsAsked.emit(report)

    # --- looks

    def _compose(self) -> None:
        inside = QWidget(self)
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        grid = QGridLayout(inside)
        grid.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        grid.setHorizontalSpacing(3 * BETWEEN)
        grid.setVerticalSpacing(BETWEEN)
        parts: list[tuple[str, QWidget]] = [(title, self.lists[facet]) for facet, title in _TITLES.items()]
        parts += [("Agreement between people", self.agreement), ("To be settled", self.unsettled)]
        titled = [_titled(title, widget, inside) for title, widget in parts]
        for place, part in enumerate(titled):
            grid.addWidget(part, place // 2, place % 2)
        self._settling = titled[-1]
        self._settling.hide()  # mostly there is nothing
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bars have the keys
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        top = QHBoxLayout()
        top.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        top.setSpacing(BETWEEN)
        top.addWidget(self.scope)
        top.addStretch(1)
        top.addWidget(self.summary)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)


def _titled(title: str, widget: QWidget, parent: QWidget) -> QWidget:
    part = QWidget(parent)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(INSIDE // 2)
    head = QLabel(title, part)
    head.setIndent(row_indent(head))
    embolden(head)
    column.addWidget(head)
    column.addWidget(widget)
    column.addStretch(1)
    return part


def _numbers(project: Project, reviewer: Reviewer | None, report: str) -> Numbers:
    from storage.errors import ExportFailed
    from storage.exporting.agreement import agreement, unsettled
    from storage.exporting.settings import Settings
    from storage.searching import Criteria

    agreed: Agreed
    documents = frozenset({report} if report else ())
    chosen = Settings(documents=tuple(documents))
    counts = project.facets(Criteria("", documents, CLASSIFIED), reviewer)
    work = project.work_done(documents, reviewer)
    if reviewer is not None and project.who_judges_alone(reviewer):
        return Numbers(counts, work, _ALONE, {})
    with project.reading() as connection:
        differing = unsettled(connection, chosen)
        try:
            agreed = agreement(connection, chosen)
        except ExportFailed as error:
            agreed = str(error)
    return Numbers(counts, work, agreed, differing)
