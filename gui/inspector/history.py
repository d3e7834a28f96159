"""The history of an entry: who changed what, and when. Read in the background when it is unfolded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.history.timeline import sentence, who
from gui.inspector.block import Fold
from gui.inspector.origin import moment
from gui.inspector.said import said
from gui.inspector.subject import Subject
from gui.latest import Latest
from gui.session import Session
from gui.theme import STEP, small_font

if TYPE_CHECKING:
    from storage.ledger import HistoryEntry

_MOST = 50


class HistoryBlock(QWidget):
    """A fold with the latest changes first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(session, self)
        self._subject: Subject | None = None
        self.fold = Fold("History", self)
        self.fold.setToolTip("Who changed this entry, and when")
        self.fold.turned.connect(self._turn)
        self.lines = QLabel(self)
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        self.lines.setWordWrap(True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.lines.setAccessibleName("History of the entry")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lines)
        self._show_fold()

    @property
    def is_open(self) -> bool:
        return self.fold.is_open

    def set_open(self, is_open: bool) -> None:
        self.fold.set_open(is_open)

    def show_subject(self, subject: Subject | None) -> None:
        """What was done to a single entry; of several, nothing."""
        self._subject = subject if subject is not None and subject.single else None
        self.setVisible(self._subject is not None)
        self._ask()

    def _ask(self) -> None:
        session, subject = self._session, self._subject
        if subject is None or session.project is None or not self.is_open:
            self._latest.forget()
        else:
            self._latest.ask(session.project.history, subject.review.document.id, subject.node.id, _MOST + 1,
                             session.reviewer, done=self._show_entries)  # fmt: skip

    def _show_entries(self, entries: list[HistoryEntry]) -> None:
        if not entries:
            self.lines.setText("Nobody has changed it since it was imported.")
            return
        color = self.palette().placeholderText().color().name()
        lines = [
            f"<p style='margin:0 0 6px 0'>{escape(sentence(entry))}<br>"
            f"<span style='color:{color}'>{escape(who(entry))} · {moment(entry.at)}</span>"
            f"{''.join(f'<br>{escape(line)}' for line in self._said(entry))}</p>"
            for entry in entries[:_MOST]
        ]
        if len(entries) > _MOST:
            lines.append("<p style='margin:0'>Earlier changes are in the project file.</p>")
        self.lines.setText("".join(lines))

    def _said(self, entry: HistoryEntry) -> list[str]:
        """What was taken back says nothing any more."""
        review = self._session.review
        if review is None or entry.kind == "undo":
            return []
        return said(entry.changes, review, self._session.scheme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_fold()
        elif event.type() == QEvent.Type.PaletteChange:
            self._ask()

    def _turn(self, is_open: bool) -> None:
        self._show_fold()
        if is_open:
            self._ask()

    def _show_fold(self) -> None:
        self.fold.setFont(small_font(self.font()))
        self.lines.setFont(small_font(self.font()))
        self.lines.setVisible(self.is_open)
