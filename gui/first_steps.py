"""The hint of the first start: three steps that tick themselves off, and go away for good."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.elided import ElidedLabel
from gui.icons import state_icon
from gui.session import Session
from gui.settings import Settings
from gui.sparing_row import SparingRow
from gui.theme import BETWEEN, INSIDE, STEP, embolden
from model.labels import Status

_STEPS = (
    ("read", "Pick an entry in the outline", "its words are shown on the page"),
    ("decide", "Accept it (A) or choose its role (1–8)", "or reject it (X)"),
    ("export", "Export the dataset (Ctrl+E)", "as CSV or JSON Lines"),
)
_DONE, _TICKED = "first_steps_done", "first_steps"


class FirstSteps(SparingRow):
    """Shown until its steps are done or it is closed, once in a lifetime."""

    finished = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._open = {name for name, _, _ in _STEPS}
        ticked = settings.get(_TICKED, [])
        done = [name for name, _, _ in _STEPS if name in ticked]
        self._marks: dict[str, QLabel] = {}
        self._more: list[QLabel] = []
        row = self.row
        row.setContentsMargins(INSIDE + STEP, STEP + 2, INSIDE, STEP + 2)
        row.setSpacing(INSIDE)
        for number, (name, words, more) in enumerate(_STEPS, 1):
            self._add_step(row, number, name, words, more)
        self.set_dispensable([self._more])
        for name in done:
            self._tick(name)
        row.addStretch(1)
        close = QPushButton("Got it", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.finish)
        row.addWidget(close)
        self.hide()
        session.documentOpened.connect(self._report_opened)
        session.documentClosed.connect(self.hide)
        session.selectionChanged.connect(self._selected)
        session.changed.connect(self._decided)

    def tick(self, name: str) -> None:
        """A step was done, whoever did it."""
        if self.isHidden() or name not in self._open:
            return
        self._tick(name)
        self._settings.set(_TICKED, sorted({name for name, _, _ in _STEPS} - self._open))
        if not self._open:
            self.finish()

    def _tick(self, name: str) -> None:
        self._open.discard(name)
        self._marks[name].setPixmap(state_icon(Status.ACCEPTED).pixmap(QSize(18, 18)))

    def finish(self) -> None:
        self._settings.set(_DONE, True)
        self.hide()
        self.finished.emit()

    def _report_opened(self, review: object) -> None:
        self.setVisible(not self._settings.get(_DONE, False) and not self._session.read_only)

    def _selected(self, ids: tuple[str, ...], origin: str) -> None:
        if ids and origin != "place":
            self.tick("read")

    def _decided(self, changes: object) -> None:
        self.tick("decide")

    def _add_step(self, row: QHBoxLayout, number: int, name: str, words: str, more: str) -> None:
        mark = QLabel(str(number), self)
        mark.setFixedSize(20, 20)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        embolden(mark)
        self._marks[name] = mark
        text = ElidedLabel(words, self)
        text.setToolTip(f"{words}: {more}")
        rest = QLabel(more, self)
        rest.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._more.append(rest)
        if number > 1:
            row.addSpacing(BETWEEN)
        row.addWidget(mark)
        row.addWidget(text)
        row.addWidget(rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
