"""The formats as boxes to tick, with what each is good for and what it cannot carry."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.theme import BETWEEN, INSIDE, STEP, small_font

_COLUMNS = 2
_NO_FORMAT = "No format is ticked, so nothing would be written."


class FormatBoxes(QWidget):
    """`changed` says that a box was ticked or unticked."""

    changed = Signal()

    def __init__(self, ticked: Collection[str], parent: QWidget | None = None) -> None:
        from storage.exporting import FORMATS
        from storage.exporting.formats import format_named

        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._losses: dict[QObject, str] = {}
        self._uses: list[QLabel] = []
        self.losses = QLabel(self, wordWrap=True)
        self.losses.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        grid = QGridLayout()
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(STEP)
        rows = -(-len(FORMATS) // _COLUMNS)
        for place, (name, listed) in enumerate(FORMATS.items()):
            box = QCheckBox(listed.label, self)
            box.setToolTip(f"{listed.use[0].upper()}{listed.use[1:]}")
            box.setChecked(name in ticked)
            box.toggled.connect(self._toggled)
            box.installEventFilter(self)
            lost = ", ".join(format_named(name).loses)
            self._losses[box] = f"{listed.label}: it cannot carry {lost}." if lost else ""
            box.setAccessibleDescription(self._losses[box])
            about = QLabel(listed.use, self)
            about.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            column = place // rows * 2
            grid.addWidget(box, place % rows, column)
            self._uses.append(about)
            grid.addWidget(about, place % rows, column + 1)
            self.boxes[name] = box
        for column in range(1, 2 * _COLUMNS, 2):
            grid.setColumnStretch(column, 1)
        self.losses.setFont(small_font(self.font()))
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(INSIDE)
        everything.addLayout(grid)
        everything.addWidget(self.losses)
        self._make_room(self.sizeHint().width())
        self._tell_losses(next((box for box in self.boxes.values() if box.isChecked()), None))

    @property
    def ticked(self) -> list[str]:
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def wrap(self) -> None:
        """What each is good for may take several lines: there is no room for all in one."""
        for about in self._uses:
            about.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(self.width())

    def _make_room(self, width: int) -> None:
        """For the longest of what is told, so that nothing moves below the mouse."""
        metrics, room = self.losses.fontMetrics(), QRect(0, 0, width, 0)
        wrapped = Qt.TextFlag.TextWordWrap
        highest = max(metrics.boundingRect(room, wrapped, words).height() for words in self._losses.values())
        self.losses.setFixedHeight(highest)

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._tell_losses(seen)
        return False

    def _toggled(self, _: bool) -> None:
        self._tell_losses(self.sender())
        self.changed.emit()

    def _tell_losses(self, box: QObject | None) -> None:
        told = self._losses.get(box, "") if box is not None else ""
        self.losses.setText(told if self.ticked else _NO_FORMAT)
