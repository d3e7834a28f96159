"""The bar above the panels: steps, the open report and the way to others, how far its review has come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from gui.action_set import ActionSet, key_text
from gui.actions import BY_ID, TOOLBAR
from gui.elided import ElidedLabel
from gui.icons import icon
from gui.menu_button import MenuButton
from gui.menus import as_entry, scroll
from gui.progress_line import ProgressLine
from gui.session import Session
from gui.small_button import grow_with_text
from gui.tab_order import row_in_tab_order
from gui.tally import Tally
from gui.theme import BETWEEN, INSIDE, STEP, as_bar, embolden
from model.report_names import report_names

HEIGHT = 40
_NO_REPORT = "No report open"
_TITLE_ROOM = 400  # pixels of a title in the menu


class TopBar(QWidget):
    """Shows the session's document; a pick from its menu asks for another one."""

    documentAsked = Signal(str)  # document id

    def __init__(self, session: Session, actions: ActionSet, tally: Tally,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._tally = tally
        as_bar(self, HEIGHT)
        self._report = MenuButton(self)
        self._menu = QMenu(self._report)
        scroll(self._menu)
        self._menu.setToolTipsVisible(True)
        self._title = ElidedLabel("", self)
        self._title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.counts = QLabel(self)
        self._line = ProgressLine(self)
        self._compose(actions)
        for bare in (session.libraryChanged, session.documentClosed, session.projectClosed):
            bare.connect(self.refresh)
        session.documentOpened.connect(self.refresh)
        tally.changed.connect(self._count)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._picked)
        self.refresh()

    def refresh(self, *_: object) -> None:
        review = self._session.review
        document = review.document if review is not None else None
        symbol = (document.masthead.symbol or document.name) if document is not None else _NO_REPORT
        title = document.masthead.title if document is not None else ""
        self._report.setText(as_entry(symbol))
        self._report.setToolTip(f"{title or symbol}\nShow another report")
        self._report.setEnabled(bool(self._session.documents))
        self._title.set_text(title)
        self._count()

    def _count(self) -> None:
        done, total = self._tally.reviewed, self._tally.total
        self.counts.setText(f"{done} / {total} reviewed" if total else "")
        self._line.set_progress(done, total)
        self._line.setVisible(total > 0)
        for part in (self.counts, self._line):
            part.setToolTip(f"{total - done} still to review" if total else "")

    def _compose(self, actions: ActionSet) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, 0, BETWEEN, 0)
        row.setSpacing(STEP)
        for action_id in TOOLBAR:
            row.addWidget(_tool(actions, action_id, self))
        row.addSpacing(INSIDE)
        self._report.setMenu(self._menu)
        # The arrow stands behind the words, where Qt's own would be drawn into them.
        self._report.setIcon(icon("next"))
        grow_with_text(self._report, 12)
        self._report.icon_behind = True
        self._report.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        embolden(self._report)
        self._report.setMinimumWidth(self._report.iconSize().width())  # a long name gives way
        row.addWidget(self._report)
        row.addWidget(self._title, 1)
        row.addSpacing(BETWEEN)
        row.addWidget(self.counts)
        row.addSpacing(STEP)
        row.addWidget(self._line)
        row.addSpacing(INSIDE)
        find = _tool(actions, "palette", self)
        find.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        find.setText(f"Actions  {key_text(BY_ID['palette'].keys[0])}")
        row.addWidget(find)
        row_in_tab_order(row)

    def _fill_menu(self) -> None:
        self._menu.clear()
        review, metrics = self._session.review, self._menu.fontMetrics()
        names = report_names(self._session.documents)
        for row in self._session.documents:
            done, total = self._tally.of(row)
            # Titles of a series differ at their ends.
            title = metrics.elidedText(row.title, Qt.TextElideMode.ElideMiddle, _TITLE_ROOM)
            words = " — ".join(filter(None, (names[row.id], title))) + f"\t{done} / {total}"
            action = self._menu.addAction(as_entry(words))
            action.setToolTip(row.title or row.name)
            action.setData(row.id)
            action.setCheckable(True)
            action.setChecked(review is not None and review.document.id == row.id)

    def _picked(self, action: object) -> None:
        self.documentAsked.emit(action.data())  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _tool(actions: ActionSet, action_id: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(actions[action_id])
    button.setAutoRaise(True)
    grow_with_text(button, 18)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
