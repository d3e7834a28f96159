"""How many rows a dataset would hold, counted again whenever something else is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.icons import icon
from gui.latest import Latest
from gui.layouts import widgets_of
from gui.session import Session
from gui.theme import INSIDE, STEP, embolden, larger_text
from model.errors import Cancelled, UserFacingError
from model.labels import Slot
from model.plurals import counted

if TYPE_CHECKING:
    from model.labels import Reviewer
    from model.schemes import Scheme
    from storage.exporting.settings import Settings
    from storage.project import Project
    from storage.releases.preview import Preview

_SIGN = 14  # pixels
REST_MS = 150  # while somebody still ticks, nothing is counted


class Token:
    """Stops a count that nobody waits for any more."""

    def __init__(self) -> None:
        self.is_stopped = False

    def tell(self, done: int, total: int) -> None:
        if self.is_stopped:
            raise Cancelled("counting")


class Counts(QWidget):
    """`counted` says that the numbers shown are those of what was asked for last."""

    counted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(session, self)
        self._token = Token()
        self._wanted: Settings | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._count)
        self.rows = 0
        self.total, self.spread = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.warnings = Warnings(self)
        embolden(self.total)
        self.spread.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        for label in (self.total, self.spread):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self.warnings)
        column.addStretch(1)

    @property
    def busy(self) -> bool:
        return self._rest.isActive() or self._latest.busy

    def ask(self, settings: Settings) -> None:
        """Counts what these settings give, in the background."""
        self._token.is_stopped = True
        self._wanted = settings
        self.total.setText("Counting…")
        self._rest.start()

    def stop(self) -> None:
        self._rest.stop()
        self._token.is_stopped = True
        self._latest.forget()

    def _count(self) -> None:
        if self._session.project is not None and self._wanted is not None:
            self._token = Token()
            project, reviewer = self._session.project, self._session.reviewer
            self._latest.ask(_preview, project, self._wanted, self._token, reviewer, done=self._show)

    def _show(self, found: Preview | str | None) -> None:
        if found is None:
            return
        if isinstance(found, str):
            self.rows = 0
            self.total.setText("Nothing can be written with these choices")
            self.spread.setText("")
            self.warnings.show_lines((found,))
        else:
            counts = found.counts
            self.rows = counts["rows"]
            reports = sum(bool(document["rows"]) for document in counts["documents"])
            self.total.setText(f"{counted(self.rows, 'row')} from {counted(reports, 'report')}")
            scheme = self._session.scheme
            lines = [_spread(name, named(counts[key], slot, scheme)) for name, key, slot in _SPREAD]
            self.spread.setText("\n".join(line for line in lines if line))
            self.warnings.show_lines(found.warnings)
        self.counted.emit()


def named(counts: Mapping[str, int], slot: Slot | None, scheme: Scheme) -> Mapping[str, int]:
    """The labels of a slot by the names that the project gives them; one that is retired may share its name
    with another. Without a slot these are splits, which come in the order in use."""
    if slot is None:
        return {name: counts[name] for name in sorted(counts, key=_place_in_use)}
    if slot is Slot.STATUS:
        return {state.capitalize(): number for state, number in counts.items()}
    found: Counter[str] = Counter()
    for value, number in counts.items():
        found[scheme.label(slot, value).name] += number
    return found


class Warnings(QWidget):
    """Sentences with the sign of a doubt before each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(INSIDE)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[str]) -> None:
        for label in widgets_of(self._grid):
            self._grid.removeWidget(label)
            label.deleteLater()
        self.lines = tuple(lines)
        for row, line in enumerate(lines):
            sign, words = QLabel(self), QLabel(line, self, wordWrap=True)
            sign.setPixmap(icon("doubts").pixmap(QSize(_SIGN, _SIGN) * larger_text(self)))
            words.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)


_SPREAD = (("Splits", "splits", None), ("Roles", "roles", Slot.ROLE), ("Force", "forces", Slot.FORCE),
           ("States", "states", Slot.STATUS))  # fmt: skip
_IN_USE = ("train", "validation", "test")  # splits as they are usually listed


def _place_in_use(split: str) -> tuple[int, str]:
    return _IN_USE.index(split) if split in _IN_USE else len(_IN_USE), split


def _spread(name: str, counts: Mapping[str, int]) -> str:
    said = ", ".join(f"{value} ({number:,})" for value, number in counts.items())
    return f"{name}: {said}" if said else ""


def _preview(project: Project, settings: Settings, token: Token, reviewer: Reviewer | None) -> Any:
    """None if nobody waits any more; a sentence where such a dataset cannot be."""
    from storage.releases.preview import preview

    try:
        return preview(project, settings, token.tell, reviewer)
    except Cancelled:
        return None
    except UserFacingError as error:
        return str(error)
