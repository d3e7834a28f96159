"""The line below the panels: the keys of the moment, long jobs, and when everything was saved."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.action_set import READ_ONLY, ActionSet
from gui.elided import ElidedLabel
from gui.icons import icon
from gui.jobs import Job, Jobs
from gui.key_hints import KeyHints
from gui.progress_line import ProgressLine
from gui.session import Session
from gui.small_button import small_button
from gui.theme import BETWEEN, INSIDE, as_bar

if TYPE_CHECKING:
    from model.errors import UserFacingError
    from storage.project import Project

HEIGHT = 28
_TOLD_MS = 5000
_ALONE = "Other people’s labels and notes are hidden from {}; Review > Review independently shows them again"
_SAVING = "saving…"
_ORDINARY = QPalette.ColorRole.PlaceholderText


class StatusBar(QWidget):
    """Composed of the hints at the left, the jobs in the middle, the time of the last saving at the right."""

    def __init__(self, session: Session, actions: ActionSet, jobs: Jobs,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        as_bar(self, HEIGHT)
        self.hints = KeyHints(actions, self)
        self._told = ElidedLabel("", self)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told.hide()
        self._told_long = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._told_long.timeout.connect(partial(self.tell, ""))
        self._jobs = jobs
        self._shown: list[_JobLine] = []
        self.saved = QLabel(self)
        self.saved.setForegroundRole(_ORDINARY)
        self.alone = QLabel("reviewing independently", self)
        self.alone.hide()
        self._before = ("", "")  # what it said before an edit was late
        self._warning = QLabel(self)
        self._picture = ""  # of what is out of the ordinary
        self._warning.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(INSIDE, 1, BETWEEN, 0)
        self._row.setSpacing(BETWEEN)
        self._row.addWidget(self.hints, 1)
        self._row.addWidget(self._told, 1)
        self._row.addWidget(self.alone)
        self._row.addWidget(self._warning)
        self._row.addWidget(self.saved)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)
        jobs.shownChanged.connect(self._show_jobs)
        session.told.connect(self.tell)
        session.saved.connect(self._show_saved)
        session.notSaved.connect(self._show_unsaved)
        session.saving.connect(self._show_saving)
        session.idle.connect(self._show_quiet)
        session.projectOpened.connect(self._show_project)
        session.projectClosed.connect(partial(self._say, "", ""))
        for signal in (session.reviewerChanged, session.projectClosed):
            signal.connect(partial(self._show_alone, session))
        for signal in (session.selectionChanged, session.documentOpened, session.documentClosed):
            signal.connect(self._refresh)
        # Not the words: an edit is stored after its key has led on, and may be what they are about.
        session.changed.connect(self.hints.refresh)

    @property
    def told(self) -> str:
        """What it says in the hints' place, empty if it shows them."""
        return "" if self._told.isHidden() else self._told.toolTip()

    def tell(self, words: str) -> None:
        """Says something where the hints are, for a while or until the selection changes; nothing ends it."""
        if words or not self._told.isHidden():
            self._told.set_text(words)
            self._told.setVisible(bool(words))
            self.hints.setVisible(not words)
            self._told_long.start() if words else self._told_long.stop()

    def _refresh(self, *_: object) -> None:
        self.tell("")
        self.hints.refresh()

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is self.window():
            self.hints.follow(now)

    def _show_saved(self, when: datetime) -> None:
        tip = f"Every change is saved as it happens; the last one at {when:%H:%M:%S}"
        self._say(f"saved {when:%H:%M}", tip)

    def _show_saving(self) -> None:
        if self.saved.text() != _SAVING:
            self._before = self.saved.text(), self.saved.toolTip()
            self._say(_SAVING, "The disk is slow, or another program is using the project")

    def _show_quiet(self) -> None:
        """After a late edit that changed nothing."""
        if self.saved.text() == _SAVING:
            self._say(*self._before)

    def _show_unsaved(self, error: UserFacingError) -> None:
        self._say("not saved", str(error), "warning")

    def _show_project(self, project: Project) -> None:
        if project.read_only:
            self._say("for reading only", READ_ONLY, "locked")
        else:
            self._say("saved", "Every change is saved as it happens")

    def _show_alone(self, session: Session, *_: object) -> None:
        """What hides other people's labels stays in sight."""
        self.alone.setVisible(bool(session.project is not None and session.alone))
        self.alone.setToolTip(_ALONE.format(session.reviewer.name if session.reviewer is not None else "you"))

    def _say(self, words: str, tip: str, picture: str = "") -> None:
        """What is out of the ordinary has a picture and stands out."""
        self.saved.setText(words)
        self.saved.setForegroundRole(_ORDINARY if not picture else QPalette.ColorRole.WindowText)
        self._picture = picture
        self._tint()
        for label in (self.saved, self._warning):
            label.setToolTip(tip)

    def _tint(self) -> None:
        self._warning.setVisible(bool(self._picture))
        if self._picture:
            self._warning.setPixmap(icon(self._picture).pixmap(16, 16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _show_jobs(self) -> None:
        for line in self._shown:
            self._row.removeWidget(line)
            line.deleteLater()
        self._shown = [_JobLine(job, self) for job in self._jobs.shown]
        for place, line in enumerate(self._shown):
            self._row.insertWidget(1 + place, line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)


class _JobLine(QWidget):
    """A job's name, its progress, and a button that stops it."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        self._name = QLabel(self)
        self._line = ProgressLine(self, 72)
        self._cancel = small_button(icon("close"), "Cancel; what is finished stays", self, 12)
        self._cancel.clicked.connect(job.cancel)
        self._cancel.setVisible(job.cancellable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self._name)
        row.addWidget(self._line)
        row.addWidget(self._cancel)
        job.changed.connect(self._refresh)
        self._refresh()

    @property
    def text(self) -> str:
        return self._name.text()

    def _refresh(self) -> None:
        self._name.setText("Cancelling…" if self._job.cancelled else self._job.name)
        self._line.set_progress(self._job.done, self._job.total)
        self._cancel.setEnabled(not self._job.cancelled)
