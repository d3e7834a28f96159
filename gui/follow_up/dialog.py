"""The follow-up of all recommendations: what answers them, what is suggested, and what has no answer yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.closing import close_by_key
from gui.csv_export import CsvExport
from gui.flow import Flow
from gui.follow_up.keeper import FollowUps
from gui.follow_up.model import ROW, FollowUpModel, Table, where
from gui.follow_up.table import FollowUpTable
from gui.message_bar import MessageBar, Tone, Way
from gui.search_field import FindField
from gui.searching.jump import Jump
from gui.session import Session
from gui.similar.difference import TextSide
from gui.tab_order import parts_in_tab_order
from gui.theme import BETWEEN, INSIDE, larger_text, size_window
from model.labels import Response
from model.plurals import counted

if TYPE_CHECKING:
    from storage.follow_up import FollowUp

ORIGIN = "follow-up"
_WIDTHS = {0: 48, 2: 150, 3: 112, 4: 130, 5: 128}
_OTHERS = 0.65  # of the width, at most: the recommendations have the rest


class FollowUpDialog(QDialog):
    """Enter goes to the recommendation, Ctrl+Enter to its answer; A accepts and X refuses the answers of all
    selected rows, L links."""

    linkAsked = Signal(object)  # FollowUp

    def __init__(self, session: Session, follow_ups: FollowUps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._follow_ups = follow_ups
        self._jump = Jump(session, ORIGIN, self)
        self._all: Sequence[FollowUp] = ()
        self._filters: dict[str, Callable[[FollowUp], bool] | None] = {
            "All recommendations": None,
            "With suggested answers": _is_suggested,
            "With decided answers": _is_decided,
            "Without an answer": _is_open,
            "Of the selected entry": self._is_of_selected,
        }
        self.setWindowTitle("Follow-up")
        size_window(self, 1000, 620)
        close_by_key(self)
        self.bar = MessageBar(self)
        self._make_head()
        self._make_table()
        self._make_foot()
        self._compose()
        self._connect()

    # --- parts

    def _make_head(self) -> None:
        self.suggest_button = QPushButton("Find answers", self)
        self.suggest_button.setToolTip("Look through all reports for the numbers of recommendations")
        self.filter_box = QComboBox(self)
        self.filter_box.setAccessibleName("Which recommendations")
        self.filter_box.addItems(list(self._filters))
        self.find_field = FindField(
            self, hint="Words, a number, a report or a response", name="Find in the table"
        )
        self.count = QLabel(self)

    def _make_table(self) -> None:
        self.rows = FollowUpModel(self)
        self.table = FollowUpTable(self)
        self.table.setModel(self.rows)
        header = self.table.header()
        header.setStretchLastSection(False)
        larger = min(larger_text(self), _OTHERS * self.width() / sum(_WIDTHS.values()))
        for column, width in _WIDTHS.items():
            header.resizeSection(column, round(width * larger))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.asked, self.answer = TextSide(self), TextSide(self)

    def _make_foot(self) -> None:
        self.response_box = QComboBox(self)
        self.response_box.setAccessibleName("The response")
        for response in Response:
            self.response_box.addItem(response.value.capitalize(), response.value)
        self.accept_button = QPushButton("Accept", self)
        self.refuse_button = QPushButton("Not an answer", self)
        self.link_button = QPushButton("Link the answer…", self)
        self.answer_button = QPushButton("Go to the answer", self)
        self.asked_button = QPushButton("Go to the recommendation", self)
        self.accept_button.setToolTip("Accept the selected answers (A)")
        self.refuse_button.setToolTip("Say that the selected rows are not answers (X)")
        self.link_button.setToolTip("Choose an entry or a report that answers it (L)")
        self.answer_button.setToolTip("Show the answer in the window (Ctrl+Enter)")
        self.asked_button.setToolTip("Show the recommendation in the window (Enter)")
        self.close_button = QPushButton("Close", self)
        self.close_button.clicked.connect(self.close)
        for button in (self.suggest_button, *self._buttons, self.close_button):
            button.setAutoDefault(False)
        self.csv = CsvExport(self._session, "follow-up", self._fitting_rows, _write, self.bar, self)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.accept_button, self.refuse_button, self.link_button, self.answer_button,
                self.asked_button)  # fmt: skip

    def _compose(self) -> None:
        head, foot = QHBoxLayout(), Flow(self, INSIDE)  # the buttons' words are long where text is large
        head.setSpacing(INSIDE)
        for widget in (self.suggest_button, self.filter_box):
            head.addWidget(widget)
        head.addWidget(self.find_field, 1)
        head.addWidget(self.count)
        for asked in (self.response_box, *self._buttons, self.csv.button):
            foot.add(asked)
        texts = QWidget(self)
        beside = QHBoxLayout(texts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(INSIDE)
        beside.addWidget(self.asked, 1)
        beside.addWidget(self.answer, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(texts)
        split.setSizes([400, 140])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(INSIDE)
        whole.addLayout(head)
        whole.addWidget(split, 1)
        whole.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(foot, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(row)
        above = (self.suggest_button, self.filter_box, self.find_field, split, self.bar)
        parts_in_tab_order(*above, self.response_box, *self._buttons, self.csv.button, self.close_button)

    def _connect(self) -> None:
        self._typing = after_typing(self.find_field, self._narrow)
        self.find_field.leads_to(self.table)
        self.filter_box.currentIndexChanged.connect(self._narrow)
        self.suggest_button.clicked.connect(self.find_answers)
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self.table.asked.connect(self._carry_out)
        self.accept_button.clicked.connect(partial(self._carry_out, "accept"))
        self.refuse_button.clicked.connect(partial(self._carry_out, "refuse"))
        self.link_button.clicked.connect(partial(self._carry_out, "link"))
        self.answer_button.clicked.connect(partial(self._carry_out, "answer"))
        self.asked_button.clicked.connect(partial(self._carry_out, "recommendation"))
        self._follow_ups.listed.connect(self._list)
        self._follow_ups.suggested.connect(self._suggested)
        self._follow_ups.failed.connect(self.bar.say)
        self._session.projectClosed.connect(self.close)
        for signal in (self._session.changed, self._session.reviewerChanged):
            signal.connect(self._changed)
        self._session.libraryChanged.connect(self._changed)
        self._session.selectionChanged.connect(self._selected)

    # --- what is listed

    @property
    def current(self) -> FollowUp | None:
        row: FollowUp | None = self.table.currentIndex().data(ROW)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_ups.read()

    def find_answers(self) -> None:
        self.bar.say("Looking for answers…", tone=Tone.INFO)
        self._follow_ups.suggest()

    def show_selected(self) -> None:
        """Only what the selected entry asks, or answers."""
        self.find_field.clear()
        self.filter_box.setCurrentIndex(list(self._filters).index("Of the selected entry"))
        self._narrow()

    def _list(self, table: Table) -> None:
        before, place = self.current, self.table.currentIndex().row()
        self._all = table.rows
        self._fill(table)
        shown = self.rows.rows
        same = [row for row, one in enumerate(shown) if before is not None and _key(one) == _key(before)]
        row = same[0] if same else min(max(place, 0), len(shown) - 1)
        if shown:
            self.table.setCurrentIndex(self.rows.index(row, 0))
        if not table.rows:
            self.bar.say("No report in this project has a recommendation yet.", tone=Tone.INFO)

    def _narrow(self, *_: object) -> None:
        self._fill()

    def _fill(self, table: Table | None = None) -> None:
        self._typing.stop()
        self.rows.narrow(self._filters[self.filter_box.currentText()], self.find_field.text(), table)
        count, fitting = self.rows.rowCount(), self.rows.fitting
        first = f", the first {count:,} shown" if count < fitting else ""
        self.count.setText(f"{fitting:,} of {len(self._all):,}{first}")
        self.csv.button.setEnabled(fitting > 0)
        self._show_row(self.table.currentIndex())

    def _fitting_rows(self) -> Sequence[FollowUp]:
        return self.rows.all_fitting

    def _is_of_selected(self, row: FollowUp) -> bool:
        node, review = self._session.current, self._session.review
        if node is None or review is None:
            return False
        entry = row.answer
        answers = entry is not None and (entry.node == node.id or (entry.node, entry.document) == (
            "", review.document.id))  # fmt: skip
        return row.recommendation.node == node.id or answers

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self._follow_ups.read_soon()

    def _selected(self, ids: tuple[str, ...], origin: str) -> None:
        """The table follows the window, but not where the window follows the table."""
        of_selected = self._filters[self.filter_box.currentText()] == self._is_of_selected
        if self.isVisible() and of_selected and origin != ORIGIN:
            self._narrow()

    def _show_row(self, index: QModelIndex, *_: object) -> None:
        row: FollowUp | None = index.data(ROW) if index.isValid() else None
        self.link_button.setEnabled(row is not None)
        self.asked_button.setEnabled(row is not None)
        self.answer_button.setEnabled(row is not None and row.answer is not None)
        for widget in (self.accept_button, self.refuse_button, self.response_box):
            widget.setEnabled(row is not None and row.response is not None)
        if row is None:
            self.asked.show_text("", "")
            self.answer.show_text("", "")
            return
        self.asked.show_text(where(row.recommendation), row.recommendation.text)
        if row.response is not None:
            self.response_box.setCurrentIndex(self.response_box.findData(row.response.value))
        if row.answer is None:
            said = f"{row.response.value.capitalize()}, as the report says" if row.response else ""
            self.answer.show_text(said or "No answer yet", "")
        else:
            self.answer.show_text(where(row.answer), row.answer.text)

    # --- what is done

    def _carry_out(self, what: str, *_: object) -> None:
        row = self.current
        if row is None:
            return
        asked, answer = row.recommendation, row.answer
        if what == "recommendation":
            self._jump.to(asked.document, asked.node)
        elif what == "link":
            self.linkAsked.emit(row)
        elif what == "answer" and answer is not None:
            self._jump.to(answer.document, answer.node)
        elif what in ("accept", "refuse"):
            self._decide(what == "accept")

    def _decide(self, accepted: bool) -> None:
        """On all selected rows; of a single one the response may be another than the suggested."""
        rows = [index.data(ROW) for index in self.table.selectionModel().selectedRows()]
        answered = [row for row in rows if row.response is not None]
        chosen = Response(self.response_box.currentData())
        for row in answered:
            asked, answer = row.recommendation, row.answer
            target = answer and (answer.node or answer.document)
            if accepted:
                response = chosen if len(answered) == 1 else row.response
                self._follow_ups.link(asked.document, asked.node, target, response)
            else:
                self._follow_ups.unlink(asked.document, asked.node, target)

    def _suggested(self, reports: int) -> None:
        count = sum(map(_is_suggested, self._all))
        see = Way("Show suggestions", self._show_suggested)
        if reports:
            self.bar.say(f"Answers are suggested in {counted(reports, 'report')}.", (see,), Tone.DONE)
        elif count:
            waiting = f"{counted(count, 'suggestion')} {'waits' if count == 1 else 'wait'}"
            self.bar.say(f"No further answers were found. {waiting}.", (see,), Tone.INFO)
        else:
            self.bar.say("No further answers were found.", tone=Tone.INFO)

    def _show_suggested(self) -> None:
        self.filter_box.setCurrentIndex(1)


def _write(rows: Sequence[FollowUp], file: IO[str]) -> int:
    from storage.exporting.follow_up_csv import write_csv

    return write_csv(rows, file)


def _key(row: FollowUp) -> tuple[str, str]:
    return row.recommendation.node, "" if row.answer is None else row.answer.node or row.answer.document


def _is_suggested(row: FollowUp) -> bool:
    return row.stand.value == "suggested"


def _is_decided(row: FollowUp) -> bool:
    return row.stand.value == "decided"


def _is_open(row: FollowUp) -> bool:
    """Also what the recommendation's own report says is an answer."""
    return row.response is None
