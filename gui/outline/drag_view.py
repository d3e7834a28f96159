"""Dragging entries to another place in the outline."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.outline.delegate import RowDelegate
from gui.outline.dropping import Target, Where, place_of, target_at
from gui.outline.flat_view import FlatView
from gui.outline.model import MIME, OutlineModel
from gui.session import Session
from model import editing
from model.edits import Edit
from model.labels import Reviewer
from model.review import Review


class DragView(FlatView):
    """The rows of a session's review; what is dropped above, below or onto one moves there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entries = OutlineModel(session, self)
        self.row_delegate = RowDelegate(self.entries, self)
        self._target: Target | None = None
        self.setModel(self.entries)
        self.setItemDelegate(self.row_delegate)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # the line is drawn here, at the indent where the entry will stand
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    def startDrag(self, actions: Qt.DropAction) -> None:
        indexes = self.selectedIndexes()
        if not indexes or self._session.read_only:
            return
        drag = QDrag(self)
        drag.setMimeData(self.entries.mimeData(indexes))
        first = min(indexes, key=QModelIndex.row)
        row = self.visualRect(first).intersected(self.viewport().rect())
        drag.setPixmap(self.viewport().grab(row))
        drag.setHotSpot(QPoint(16, row.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._is_ours(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._is_ours(event):
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls near the edges
        self._target = self._target_at(event.position().toPoint())
        if self._target is not None:
            event.acceptProposedAction()
        else:
            event.ignore()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target_at(event.position().toPoint())
        self._target = None
        self.viewport().update()
        self.setState(QAbstractItemView.State.NoState)
        if not self._is_ours(event) or target is None or self.entries.review is None:
            event.ignore()
            return
        event.acceptProposedAction()
        moving = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        parent, before = place_of(self.entries.review.outline, self.entries.rows, target, moving)
        self._session.perform(partial(_move, tuple(moving), parent, before))

    def _is_ours(self, event: QDropEvent) -> bool:
        return event.source() is self and event.mimeData().hasFormat(MIME)

    def _target_at(self, point: QPoint) -> Target | None:
        if not self.entries.rows:
            return None
        index = self.indexAt(point)
        if not index.isValid():
            return Target(len(self.entries.rows) - 1, Where.BELOW)
        box = self.visualRect(index)
        target = target_at(index.row(), (point.y() - box.top()) / box.height())
        return None if self._is_inside(target) else target

    def _is_inside(self, target: Target) -> bool:
        """Whether it is a place below one of the entries that are dragged."""
        review, row = self._session.review, self.entries.rows[target.row]
        node = review.outline.get(row.node) if review is not None else None
        if review is None or node is None:
            return False
        own = target.where is Where.ONTO or (target.where is Where.BELOW and row.open)
        holders = [*([node] if own else []), *review.outline.ancestors(node)]
        return any(holder.id in self._session.selection for holder in holders)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is None or self._target.row >= len(self.entries.rows):
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        row, where = self._target
        box = self.visualRect(self.entries.index(row))
        if where is Where.ONTO:
            painter.drawRect(box.adjusted(1, 1, -1, -1))
            return
        y = max(1, box.top()) if where is Where.ABOVE else box.bottom()
        start, end = self._line(row, where, box)
        painter.drawLine(start, y, end, y)

    def _line(self, row: int, where: Where, box: QRect) -> tuple[int, int]:
        """From the indent of the level where the entry would stand, to the row's end."""
        deeper = where is Where.BELOW and self.entries.rows[row].open
        at = row + 1 if deeper and row + 1 < len(self.entries.rows) else row
        arrow = self.row_delegate.boxes(at, box).arrow
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return box.left(), arrow.right()
        return arrow.left(), box.right()


def _move(ids: tuple[str, ...], parent: str | None, before: str | None, review: Review,
          reviewer: Reviewer) -> Edit | None:  # fmt: skip
    """Queued edits may have taken away what was dragged, or where it was to go."""
    there = [node_id for node_id in ids if node_id in review.outline]
    if not there or (parent is not None and parent not in review.outline):
        return None
    if before is not None and before not in review.outline:
        before = None
    return editing.move(review, reviewer, there, parent, before)
