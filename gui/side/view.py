"""The list that the panels of the left side show their lines in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.side.delegate import LinesDelegate
from gui.side.lines import LINE, Line, LinesModel
from gui.why_not import is_sign

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinesView(QListView):
    """`chosen` comes with Enter or a click; Esc and the way up from the first line leave the list."""

    chosen = Signal(object)  # Line
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinesDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)

    @property
    def current(self) -> Line | None:
        """The line where the keys are."""
        index = self.currentIndex()
        line = index.data(LINE) if index.isValid() else None
        return None if line is None or line.heading else line

    def show_lines(self, lines: list[Line]) -> None:
        """Sets the list again; the line where the keys were keeps them where it stays."""
        before, place = self.current, self.verticalScrollBar().value()
        self.lines.set_lines(lines)
        row = self.lines.row_of(before.key) if before is not None else -1
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.lines.index(row))
        if row >= 0:
            self.verticalScrollBar().setValue(place)

    def go_to(self, key: str) -> None:
        """Puts the keys on a line."""
        row = self.lines.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))

    def enter(self) -> None:
        """Takes the keys, where there is a line to put them on."""
        if self.lines.rowCount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.go_to_first()

    def clear_choice(self) -> None:
        """No line is the current one."""
        self.selectionModel().clear()

    def go_to_first(self) -> None:
        """Puts the keys on the first line that can be chosen."""
        row = next((row for row, line in enumerate(self.lines.lines) if not line.heading), -1)
        if row >= 0 and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(row))

    def step(self, direction: int) -> None:
        """Chooses the next (1) or previous (-1) line, from the first one on."""
        self.setCurrentIndex(self.lines.index(max(self.currentIndex().row() + direction, 0)))
        if self.current is not None:
            self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTERS and self.current is not None:
            self.chosen.emit(self.current)
        elif key is Qt.Key.Key_Escape or (key is Qt.Key.Key_Up and self._is_first()):
            self.left.emit()
        elif is_sign(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def _is_first(self) -> bool:
        row = self.currentIndex().row()
        return all(line.heading for line in self.lines.lines[: max(0, row)])

    def _clicked(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None and not line.heading:
            self.chosen.emit(line)
