"""A list view of rows of one height, which knows where each row is without laying them out.

QListView asks the model twice for every row whenever one comes or goes: with a model in Python and ten
thousand rows that takes longer than the edit itself. Selection, keys, dragging and what screen readers hear
stay Qt's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from gui.event_filter import EventFilter
from gui.outline.boxes import row_height
from gui.tables import Index

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_HOVERS = frozenset({QEvent.Type.Enter, QEvent.Type.MouseMove, QEvent.Type.Leave})
_BACK = (_Move.MoveUp, _Move.MovePrevious)
_ON = (_Move.MoveDown, _Move.MoveNext)


class FlatView(QListView):
    """Replaces the geometry of QListView; the model is a flat list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = -1  # the row that was last painted as under the mouse
        EventFilter(self.viewport(), self._light, self)

    @property
    def height_of_row(self) -> int:
        return row_height(self.fontMetrics())

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    # --- geometry

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self.height_of_row
        return QRect(0, index.row() * height - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.height_of_row
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def rows_in_sight(self) -> range:
        """The rows that are at least partly visible."""
        first = self.verticalOffset() // self.height_of_row
        last = (self.verticalOffset() + self.viewport().height() - 1) // self.height_of_row
        return range(first, min(last + 1, self._count()))

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaints what changed; QListView would lay out and paint everything."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def updateGeometries(self) -> None:
        bar, height, seen = self.verticalScrollBar(), self.height_of_row, self.viewport().height()
        before, top, saw, current = bar.singleStep(), bar.value(), bar.pageStep(), self.currentIndex()
        bar.setSingleStep(height)
        bar.setPageStep(seen)
        bar.setRange(0, max(0, self._count() * height - seen))
        if height != before:  # another text size: the rows in sight stay there
            bar.setValue(top * height // before)
        if (height, seen) != (before, saw) and 0 <= current.row() * before - top < saw:
            self.scrollTo(current)
        QAbstractItemView.updateGeometries(self)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        bar, box, seen = self.verticalScrollBar(), self.visualRect(index), self.viewport().height()
        top = box.top() + bar.value()
        if hint == _Hint.PositionAtCenter:
            bar.setValue(top - (seen - box.height()) // 2)
        elif hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and box.top() < 0):
            bar.setValue(top)
        elif hint == _Hint.PositionAtBottom or box.bottom() >= seen:
            bar.setValue(top + box.height() - seen)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    # --- selection

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = self._count() - 1
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.height_of_row - 1)
        if row < 0:
            row = 0 if last >= 0 else -1
        elif action in _BACK:
            row -= 1
        elif action in _ON:
            row += 1
        elif action == _Move.MovePageUp:
            row -= page
        elif action == _Move.MovePageDown:
            row += page
        elif action == _Move.MoveHome:
            row = 0
        elif action == _Move.MoveEnd:
            row = last
        return self.model().index(min(max(row, 0), last), 0) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """All rows that a rectangle of the viewport touches."""
        rect, height, model = rect.normalized(), self.height_of_row, self.model()
        first = max(0, (rect.top() + self.verticalOffset()) // height)
        last = min(self._count() - 1, (rect.bottom() + self.verticalOffset()) // height)
        chosen = QItemSelection()
        if first <= last:
            chosen.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, height, seen = QRegion(), self.height_of_row, self.viewport().rect()
        for chosen in selection.toList():
            if chosen.isValid():
                top = chosen.top() * height - self.verticalOffset()
                rows = QRect(0, top, seen.width(), (chosen.bottom() - chosen.top() + 1) * height)
                region += rows.intersected(seen)
        return region

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        model, delegate, chosen = self.model(), self.itemDelegate(), self.selectionModel()
        usual = option.state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        usual &= ~QStyle.StateFlag.State_MouseOver
        current, hovered = self.currentIndex().row(), self._hovered_row()
        self._lit = hovered
        height, offset, exposed = self.height_of_row, self.verticalOffset(), event.region()
        first, last = ((edge + offset) // height for edge in (event.rect().top(), event.rect().bottom()))
        for row in range(max(0, first), min(last + 1, self._count())):
            box = QRect(0, row * height - offset, self.viewport().width(), height)
            if not exposed.intersects(box):
                continue
            index = model.index(row, 0)
            option.rect, option.state = box, usual
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)

    def _light(self, event: QEvent) -> bool:
        """Qt loses the row under the mouse in a drag: the one that was painted as such is repainted."""
        if event.type() in _HOVERS and self._hovered_row() != self._lit:
            for row in (self._lit, self._hovered_row()):
                self.viewport().update(self.visualRect(self.model().index(row, 0)))
        return False

    def _hovered_row(self) -> int:
        place = self.viewport().mapFromGlobal(QCursor.pos())
        return self.indexAt(place).row() if self.viewport().underMouse() else -1
