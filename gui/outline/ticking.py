"""The tick boxes of rows: with them the mouse selects several entries without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from gui.outline.selection_view import SelectionView

TIP = "Tick to select several entries;\ndrag over the boxes for many"
_FOLLOW_MS = 30


class Ticking(QObject):
    """A click on a row's box adds it to the selection or takes it out; a drag does so with all rows it meets.

    The rows show it at once; `ticked` gives all that is selected when the button is let go.
    """

    ticked = Signal(object)  # ids: tuple of str, the one last ticked first

    def __init__(self, tree: SelectionView) -> None:
        super().__init__(tree)
        self._tree = tree
        self._start = ""  # the entry that the button went down on, while it is held
        self._adds = True
        self._before: tuple[str, ...] = ()
        self._now: tuple[str, ...] = ()
        self._follow = QTimer(self, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._keep_up)

    def press(self, event: QMouseEvent, selected: tuple[str, ...]) -> bool:
        """Whether the button went down on a box, while these entries are selected."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        row = self.box_at(event.position().toPoint())
        if row is None or not plain or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._start, self._before = self._tree.entries.rows[row].node, selected
        self._adds = self._start not in selected
        self._reach(row)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Whether the mouse is held since it went down on a box."""
        if not self._start:
            return False
        self._reach(self._row_near(event.position().toPoint()))
        outside = not self._tree.viewport().rect().contains(event.position().toPoint())
        self._follow.start() if outside else self._follow.stop()
        return True

    def release(self) -> bool:
        """Whether this ends what began on a box."""
        if not self._start:
            return False
        self._follow.stop()
        self._start = ""
        self.ticked.emit(self._now)
        return True

    def box_at(self, point: QPoint) -> int | None:
        """The row whose box is at a point, from the row's edge to the arrow or the words."""
        index = self._tree.indexAt(point)
        if not index.isValid():
            return None
        boxes = self._tree.row_delegate.boxes(index.row(), self._tree.visualRect(index))
        reach = boxes.bar.united(boxes.state)
        return index.row() if reach.left() <= point.x() <= reach.right() else None

    def tell(self, event: QHelpEvent) -> bool:
        """The state in whose place the box stands, and what it is for, where the mouse rests on one."""
        row = self.box_at(event.pos())
        node = self._tree.entries.node(row) if row is not None else None
        if node is None:
            return False
        state = self._tree.entries.look(node).status.value.capitalize()
        QToolTip.showText(event.globalPos(), f"{state}\n{TIP}", self._tree.viewport())
        return True

    def _row_near(self, point: QPoint) -> int:
        """The row at a point, or the nearest one above or below the view."""
        seen = self._tree.rows_in_sight()
        index = self._tree.indexAt(QPoint(0, min(max(point.y(), 0), self._tree.viewport().height() - 1)))
        return index.row() if index.isValid() else seen[-1] if seen else 0

    def _reach(self, row: int) -> None:
        """From where the button went down to this row; grey rows between are only context."""
        entries = self._tree.entries
        start = entries.row_of(self._start)
        if start is None:
            return
        way = [entries.rows[at] for at in range(min(start, row), max(start, row) + 1)]
        met = [one.node for one in way if not one.context or one.node == self._start]
        from_the_only_one = row != start and self._before == (self._start,)  # it was read, not ticked
        if self._adds or from_the_only_one:
            self._now = tuple(dict.fromkeys([self._start, *self._before, *met]))
        else:
            dropped = set(met)
            self._now = tuple(one for one in self._before if one not in dropped)
        self._tree.preview(self._now)

    def _keep_up(self) -> None:
        """The mouse is held above or below the rows: they come after it."""
        here = self._tree.viewport().mapFromGlobal(QCursor.pos())
        past = here.y() - min(max(here.y(), 0), self._tree.viewport().height())
        if past:
            bar = self._tree.verticalScrollBar()
            bar.setValue(bar.value() + past)
            self._reach(self._row_near(here))
