"""The outline's tree: keys, mouse, dragging, and the selection that it shares with the other views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from gui.action_set import ActionSet
from gui.actions import CONTEXT_MENU
from gui.outline.delegate import Part, RowDelegate
from gui.outline.dropping import Target, Where, place_of, target_at
from gui.outline.flat_view import FlatView
from gui.outline.model import MIME, OutlineModel
from gui.session import Session
from model import editing
from model.edits import Edit
from model.labels import Reviewer
from model.nodes import Kind
from model.review import Review

ORIGIN = "outline"
# Kinds whose text is short enough to be edited in the row.
_IN_PLACE = frozenset({Kind.SECTION, Kind.TITLE})
_NEAR = QMargins(4, 0, 2, 0)  # a click so near to the arrow means the arrow
_Flag = QItemSelectionModel.SelectionFlag
_Mod = Qt.KeyboardModifier


class OutlineTree(FlatView):
    """Rows are a flat list with indents of their own, which keeps edits quick in outlines of any size."""

    textAsked = Signal()  # Enter or a double click on a text that is too long for its row

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = action_set
        self.entries = OutlineModel(session, self)
        self.row_delegate = RowDelegate(self.entries, self)
        self._following = False  # the selection changes because others changed it
        self._target: Target | None = None
        self.setModel(self.entries)
        self.setItemDelegate(self.row_delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setMouseTracking(True)
        self.setAccessibleName("Outline of the report")
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentChanged.connect(self._tell_current)

    # --- the selection

    def _tell_selection(self, *_: object) -> None:
        if self._following:
            return
        chosen = [range(run.top(), run.bottom() + 1) for run in self.selectionModel().selection()]
        rows = sorted(row for run in chosen for row in run)
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            rows.remove(current.row())
            rows.insert(0, current.row())
        self._session.select([self.entries.rows[row].node for row in rows], ORIGIN)

    def _tell_current(self, current: QModelIndex) -> None:
        """Qt moves the current row now before, now after it selects: the later of both tells the whole."""
        if self.selectionModel().isSelected(current):
            self._tell_selection()

    def show_selection(self, ids: Sequence[str], scroll: bool) -> None:
        """Shows what is selected elsewhere; what has no row is passed over."""
        rows = [row for row in map(self.entries.row_of, ids) if row is not None]
        was, self._following = self._following, True
        model = self.selectionModel()
        chosen = QItemSelection()
        for first, last in _runs(sorted(rows)):
            chosen.select(self.entries.index(first), self.entries.index(last))
        if chosen != model.selection():
            model.select(chosen, _Flag.ClearAndSelect)
        if rows:
            current = self.entries.index(rows[0])
            if current != self.currentIndex():
                model.setCurrentIndex(current, _Flag.NoUpdate)
            if scroll:
                self._scroll_into_view(rows[0])
        self._following = was
        self.viewport().update()

    def _scroll_into_view(self, row: int) -> None:
        self.executeDelayedItemsLayout()
        index = self.entries.index(row)
        box = self.visualRect(index)
        far = box.bottom() < -self.height() or box.top() > 2 * self.height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if far else hint.EnsureVisible)

    # --- the place

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Rows may come and go meanwhile; the topmost row that stays, stays where it is."""
        seen = self._rows_in_sight()
        was, self._following = self._following, True
        try:
            yield
        finally:
            self._following = was
        self.show_selection(self._session.selection, scroll=False)
        self.executeDelayedItemsLayout()
        for node_id, offset in seen:
            row = self.entries.row_of(node_id)
            if row is not None:
                self._put_at(row, offset)
                break

    def top(self) -> tuple[str, int] | None:
        """The topmost row in sight and how far its upper edge is from the view's, in pixels."""
        seen = self._rows_in_sight()
        return seen[0] if seen else None

    def put_on_top(self, node_id: str, offset: int) -> None:
        row = self.entries.row_of(node_id)
        if row is not None:
            self.executeDelayedItemsLayout()
            self._put_at(row, offset)

    def _rows_in_sight(self) -> list[tuple[str, int]]:
        height, offset = self.height_of_row, self.verticalOffset()
        return [(self.entries.rows[row].node, row * height - offset) for row in self.rows_in_sight()]

    def _put_at(self, row: int, offset: int) -> None:
        self.verticalScrollBar().setValue(row * self.height_of_row - offset)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.row_delegate.forget_fonts()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- unfolding

    def set_open(self, row: int, is_open: bool) -> None:
        """Folding what holds the selection selects what was folded: the selection is always to be seen."""
        node_id = self.entries.rows[row].node
        if not is_open:
            hidden = {entry.node for entry in self.entries.rows[row + 1 : row + 1 + self.entries.below(row)]}
            if hidden & set(self._session.selection):
                self._session.select((node_id,), ORIGIN)
        with self.place_kept():
            self.entries.set_open(node_id, is_open)

    def set_all_open(self, is_open: bool) -> None:
        with self.place_kept():
            self.entries.set_all_open(is_open)
            self.entries.reveal(self._session.selection)

    # --- editing in place

    def edit_part(self, part: Part) -> None:
        """Opens a field in the current row for its number or its text."""
        index = self.currentIndex()
        if index.isValid():
            self._scroll_into_view(index.row())
            self.setFocus()
            self.row_delegate.part = part
            self.edit(index)

    def _edit_text(self) -> None:
        index = self.currentIndex()
        node = self.entries.node(index.row()) if index.isValid() else None
        if node is None:
            return
        if node.kind in _IN_PLACE:
            self.edit_part(Part.TEXT)
        else:
            self.textAsked.emit()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        mods = event.modifiers() & ~_Mod.KeypadModifier
        # What a field in a row does not need comes here too: Enter must not open the next field.
        if mods != _Mod.NoModifier or self.state() == QAbstractItemView.State.EditingState:
            return False
        index, key = self.currentIndex(), Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self._session.step(1)
            return True
        if not index.isValid():
            return False
        inward, outward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            inward, outward = outward, inward
        if key is inward:
            self._go_in(index.row())
        elif key is outward:
            self._go_out(index.row())
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit_text()
        else:
            return False
        return True

    def _go_in(self, row: int) -> None:
        entry = self.entries.rows[row]
        if entry.branch and not entry.open:
            self.set_open(row, True)
        elif entry.branch:
            self.setCurrentIndex(self.entries.index(row + 1))

    def _go_out(self, row: int) -> None:
        entry = self.entries.rows[row]
        if entry.open:
            self.set_open(row, False)
            return
        above = self.entries.above(row)
        if above is not None:
            self.setCurrentIndex(self.entries.index(above))

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions here; the filter finds by words."""

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._arrow_at(event)
        if row is None:
            super().mousePressEvent(event)
        else:
            self.set_open(row, not self.entries.rows[row].open)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._arrow_at(event)
        if row is not None:
            self.set_open(row, not self.entries.rows[row].open)
            return
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self._edit_text()

    def _arrow_at(self, event: QMouseEvent) -> int | None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return None
        arrow = self.row_delegate.boxes(index.row(), self.visualRect(index)).arrow
        on_it = self.entries.rows[index.row()].branch and arrow.marginsAdded(_NEAR).contains(point)
        return index.row() if on_it else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(QPoint(box.center().x(), box.bottom()))
        else:
            place = event.globalPos()
        if self._session.selection:
            menu = self._actions.context_menu(CONTEXT_MENU, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    # --- dragging

    def startDrag(self, actions: Qt.DropAction) -> None:
        indexes = self.selectedIndexes()
        if not indexes:
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
        event.acceptProposedAction()
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
        return target_at(index.row(), (point.y() - box.top()) / box.height())

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
    return editing.move(review, reviewer, there, parent, before if before in review.outline else None)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of neighbouring rows."""
    first = last = None
    for row in rows:
        if last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
