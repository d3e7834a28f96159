"""Asks what answers a recommendation: an entry of any report, or a whole report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.after_typing import after_typing
from gui.dialogs.buttons import buttons_for
from gui.follow_up.keeper import FollowUps
from gui.latest import Latest
from gui.search_field import SearchField
from gui.searching.lookup import PAGE, Query, hits
from gui.session import Session
from gui.side.lines import LINE, Line
from gui.side.view import LinesView
from gui.texts import place_words
from gui.theme import BETWEEN, INSIDE, size_window
from model.folding import folded, needle_of
from model.follow_up import response_in
from model.labels import Response
from model.nodes import printed_number
from model.report_names import report_names

if TYPE_CHECKING:
    from storage.searching import SearchResult

_REPORTS_AT_MOST = 5
_SHOWN = 180  # letters of the recommendation
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkDialog(QDialog):
    """Type words of the answer, choose it with the arrows and Enter, then what it says. Reports are found by
    their names."""

    def __init__(self, session: Session, follow_ups: FollowUps, asked: tuple[str, str], number: str,
                 text: str, parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._follow_ups = follow_ups
        self._asked = asked  # document and node of the recommendation
        self._hits = Latest(session, self)
        self.setWindowTitle("Link the answer")
        size_window(self, 560, 480)
        words = QLabel(_shortened(f"{number} {text}".strip()), self)
        words.setWordWrap(True)
        self.field = SearchField(
            self,
            hint="Words of the answer, or the name of a report",
            name="Search in all reports",
            tip="Words in all reports of the project. Esc clears, the down arrow goes to the results",
        )
        self.results = LinesView("What may answer it", self)
        self.results.setFrameShape(LinesView.Shape.StyledPanel)
        self.response_box = QComboBox(self)
        self.response_box.setAccessibleName("The response")
        for response in Response:
            self.response_box.addItem(response.value.capitalize(), response.value)
        self._buttons = buttons_for(self, "Link")
        self._compose(words)
        self._connect()
        self.field.setText(number if "." in number else "")
        self.field.selectAll()  # what is typed takes its place

    def _compose(self, words: QLabel) -> None:
        response = QHBoxLayout()
        response.setSpacing(INSIDE)
        response.addWidget(QLabel("It says", self))
        response.addWidget(self.response_box, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(INSIDE)
        for widget in (words, self.field, self.results):
            whole.addWidget(widget)
        whole.setStretchFactor(self.results, 1)
        whole.addLayout(response)
        whole.addWidget(self._buttons)

    def _connect(self) -> None:
        self._typing = after_typing(self.field, self._look_up)
        self.field.downAsked.connect(self.results.enter)
        self.field.returnPressed.connect(self.results.enter)
        self.field.left.connect(self.reject)
        self.results.left.connect(self._leave_results)
        self.results.chosen.connect(self._chosen)
        self.results.selectionModel().currentChanged.connect(self._check)
        self.results.selectionModel().currentChanged.connect(self._guess)
        self._button.setDefault(False)
        self._button.setAutoDefault(False)
        self._session.projectClosed.connect(self.reject)
        self._check()

    @property
    def _button(self) -> QPushButton:
        return self._buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _look_up(self) -> None:
        words = self.field.text().strip()
        reports = self._reports(needle_of(words)) if words else []
        if self._session.project is None or not words:
            self._show(reports, [])
            return
        query = Query(words)
        done = partial(self._show, reports)
        self._hits.ask(hits, self._session.project, query, self._session.reviewer, PAGE, done=done)

    def _reports(self, words: str) -> list[Line]:
        rows = [row for row in self._session.documents
                if words in folded(f"{row.symbol} {row.name} {row.title}")]  # fmt: skip
        names = report_names(self._session.documents)
        return [
            Line(row.id, names[row.id], f"the whole report · {row.title}", most=1, picture="document")
            for row in rows[:_REPORTS_AT_MOST]
        ]

    def _show(self, reports: list[Line], found: list[SearchResult]) -> None:
        lines = [*reports, *(_line(hit) for hit in found if hit.node != self._asked[1])]
        self.results.show_lines(lines)
        self._check()

    def _leave_results(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self, *_: object) -> None:
        self._button.setEnabled(self.results.current is not None)

    def _guess(self, index: QModelIndex, *_: object) -> None:
        """The response that the words of an answer tell."""
        line = index.data(LINE) if index.isValid() else None
        if line is not None and line.data is not None:
            languages = {row.id: row.language for row in self._session.documents}
            response = response_in(line.text, languages.get(line.data.document, "en"))
            if response is not None:
                self.response_box.setCurrentIndex(self.response_box.findData(response.value))

    def _chosen(self, line: Line) -> None:
        self.response_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter links once the answer is chosen; before, it leads there."""
        if Qt.Key(event.key()) in _ENTERS:
            if self.response_box.hasFocus() or self._button.hasFocus():
                self.accept()
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        line = self.results.current
        if line is None:
            return
        response = Response(self.response_box.currentData())
        self._follow_ups.link(*self._asked, line.key, response)
        super().accept()


def _line(hit: SearchResult) -> Line:
    where = place_words(printed_number(hit.kind, hit.number), hit.page, hit.document_name)
    return Line(hit.node, hit.excerpt, where, bold=hit.found, most=3, data=hit)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
