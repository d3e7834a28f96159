"""The page with what concerns it: messages below, the import of what is shown, and what to do without one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.action_set import ActionSet
from gui.actions import PAGE_MENU
from gui.icons import icon
from gui.message_bar import MessageBar
from gui.page.view import PageView
from gui.progress_line import ProgressLine
from gui.theme import BETWEEN, INSIDE, STEP
from model.plurals import counted

_NO_REPORT = "No report is open"


class PagePanel(QWidget):
    """Shows the empty state until there is a page to show."""

    cancelAsked = Signal()
    menuFilled = Signal(QMenu)  # the menu at the mouse, before it is shown

    def __init__(self, view: PageView, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.empty = EmptyState(actions, self)
        self.reading = ReadingLine(self)
        self.messages = MessageBar(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(view)
        self._actions = actions
        view.menuAsked.connect(self._show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.reading)
        column.addWidget(self.messages)
        self.reading.cancelAsked.connect(self.cancelAsked)
        for told in (view.session.libraryChanged, view.session.projectClosed):
            told.connect(self._tell_documents)

    def show_page(self, *_: object) -> None:
        self._stack.setCurrentWidget(self.view)

    def _show_menu(self, place: QPoint) -> None:
        menu = self._actions.context_menu(PAGE_MENU, self)
        self.menuFilled.emit(menu)
        menu.popup(place)

    def _tell_documents(self) -> None:
        self.empty.set_documents(bool(self.view.session.documents))

    def show_empty(self) -> None:
        self._stack.setCurrentWidget(self.empty)


class ReadingLine(QWidget):
    """While the report that is shown is being read: how far it is, and a way to stop."""

    cancelAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._words = QLabel(self)
        self._line = ProgressLine(self, 120)
        self._line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # the words need room
        cancel = QPushButton("Cancel", self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.cancelAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE, STEP, INSIDE, STEP)
        row.setSpacing(BETWEEN)
        row.addWidget(self._words, 1)
        row.addWidget(self._line)
        row.addWidget(cancel)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def begin(self, path: Path) -> None:
        self.path = path
        self.report(0, 0)
        self.show()

    def report(self, done: int, total: int) -> None:
        if not total:
            words = "Opening the report"
        elif done < total:
            words = f"Reading page {done} of {total}"
        else:
            words = "Finding the report’s structure"
        self._words.setText(words)
        self._words.setToolTip(str(self.path or ""))
        self._line.set_progress(done, total)

    def end(self) -> None:
        self.path = None
        self.hide()


class EmptyState(QWidget):
    """No report is open: one button, and the hint that files can be dropped."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = actions["open"]
        self._opening = ""
        self._reading = 0
        self._there_are_documents = False
        picture = QLabel(self)
        picture.setPixmap(icon("document").pixmap(48, 48))
        self._title = QLabel(_NO_REPORT, self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._title.setFont(font)
        self.words = QLabel(self)
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton("Choose PDFs or a project…", self)
        self._button.clicked.connect(self._open.trigger)
        column = QVBoxLayout(self)
        column.setSpacing(BETWEEN)
        column.addStretch(2)
        for widget in (picture, self._title, self.words, self._button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._show_state()

    def set_opening(self, name: str) -> None:
        """What is being opened; nothing any more for an empty name."""
        self._opening = name
        self._show_state()

    def set_reading(self, reports: int) -> None:
        """How many reports are being read, of which the first will be opened."""
        if reports != self._reading:
            self._reading = reports
            self._show_state()

    def set_documents(self, there_are: bool) -> None:
        """Whether there is a list to choose from."""
        self._there_are_documents = there_are
        self._show_state()

    def _show_state(self) -> None:
        title, words = _NO_REPORT, "Drop PDFs or a project here."
        if self._opening:
            title, words = f"Opening {self._opening}", ""
        elif self._reading:
            title = f"Reading {counted(self._reading, 'report')}"
            words = "The first one opens as soon as it has been read." if self._reading > 1 else ""
        elif self._there_are_documents:
            words = "Choose a report from the list,\nor drop PDFs here."
        self._title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._button.setVisible(title == _NO_REPORT)
