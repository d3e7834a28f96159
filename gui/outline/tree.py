"""The outline's tree: keys, mouse, folding, and the selection that it shares with the other views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QWidget

from gui.action_set import ActionSet
from gui.actions import CONTEXT_MENU
from gui.event_filter import EventFilter
from gui.outline.delegate import Part
from gui.outline.drag_view import DragView
from gui.outline.ticking import Ticking
from gui.session import Session
from gui.why_not import is_sign
from model.nodes import Kind

ORIGIN = "outline"
# Kinds whose text is short enough to be edited in the row.
_IN_PLACE = frozenset({Kind.SECTION, Kind.TITLE})
_NEAR = QMargins(4, 0, 2, 0)  # a click so near to the arrow means the arrow
_AROUND = 2  # rows that stay in sight before and after the selected one
_Flag = QItemSelectionModel.SelectionFlag
_Mod = Qt.KeyboardModifier


class OutlineTree(DragView):
    """Rows are a flat list with indents of their own, which keeps edits quick in outlines of any size."""

    textAsked = Signal()  # Enter or a double click on a text that is too long for its row

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._actions = action_set
        self._following = False  # the selection changes because others changed it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("Outline of the report")
        self.setAccessibleDescription("Shift with the arrows, or the boxes before the rows, select several")
        self._ticking = Ticking(self)
        EventFilter(self.viewport(), self._answer_tip, self)
        self._ticking.ticked.connect(self._ticked)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentChanged.connect(self._tell_current)

    # --- the selection

    def _tell_selection(self, *_: object) -> None:
        if self._following:
            return
        runs = [range(run.top(), run.bottom() + 1) for run in self.selectionModel().selection().toList()]
        rows = sorted(row for run in runs for row in run)
        if not QApplication.keyboardModifiers() & _Mod.ControlModifier:  # with it, rows are picked one by one
            rows = self._without_context(rows)
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            rows.remove(current.row())
            rows.insert(0, current.row())
        chosen = tuple(self.entries.rows[row].node for row in rows)
        if chosen != self._session.selection:
            self._session.select(chosen, ORIGIN)

    def preview(self, ids: Sequence[str]) -> None:
        """Shows as selected what will be when the mouse is let go."""
        rows = [row for row in map(self.entries.row_of, ids) if row is not None]
        was, self._following = self._following, True
        self.selectionModel().select(self._runs_of(sorted(rows)), _Flag.ClearAndSelect)
        self._following = was
        self.viewport().update()  # Qt does not follow from row to row while the mouse is held

    def _ticked(self, ids: tuple[str, ...]) -> None:
        self._session.select(ids, ORIGIN)
        self.show_selection(ids, scroll=False)
        self.viewport().update()

    def selectAll(self) -> None:
        """What the filter asked for, and not what is shown only for the sake of something below it."""
        asked = [at for at, row in enumerate(self.entries.rows) if not row.context]
        self.selectionModel().select(self._runs_of(asked), _Flag.ClearAndSelect)

    def _without_context(self, rows: list[int]) -> list[int]:
        """Of a range of rows, what the filter asked for; the others are no longer selected."""
        context = [row for row in rows if self.entries.rows[row].context]
        if not context or len(context) == len(rows):
            return rows
        was, self._following = self._following, True
        self.selectionModel().select(self._runs_of(context), _Flag.Deselect)
        self._following = was
        return [row for row in rows if not self.entries.rows[row].context]

    def _runs_of(self, rows: Sequence[int]) -> QItemSelection:
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self.entries.index(first), self.entries.index(last))
        return chosen

    def _tell_current(self, current: QModelIndex) -> None:
        """Qt moves the current row now before, now after it selects: the later of both tells the whole."""
        if self.selectionModel().isSelected(current):
            self._tell_selection()

    def show_selection(self, ids: Sequence[str], scroll: bool) -> None:
        """Shows what is selected elsewhere; what has no row is passed over."""
        rows = [row for row in map(self.entries.row_of, ids) if row is not None]
        was, self._following = self._following, True
        model = self.selectionModel()
        chosen = self._runs_of(sorted(rows))
        if chosen != model.selection():
            model.select(chosen, _Flag.ClearAndSelect)
        if rows:
            current, before = self.entries.index(rows[0]), self.currentIndex()
            if current != before:
                model.setCurrentIndex(current, _Flag.NoUpdate)
                for index in (before, current):  # what is newly selected or no longer, Qt paints itself
                    self.viewport().update(self.visualRect(index))
            if scroll:
                self._scroll_into_view(rows[0])
        self._following = was

    def _scroll_into_view(self, row: int) -> None:
        """A row far away comes to the middle, one near by with what stands before and after it."""
        self.executeDelayedItemsLayout()
        index = self.entries.index(row)
        box = self.visualRect(index)
        if box.bottom() < -self.height() or box.top() > 2 * self.height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            return
        last = self.entries.rowCount() - 1
        for near in (min(row + _AROUND, last), max(row - _AROUND, 0), row):
            self.scrollTo(self.entries.index(near))

    # --- the place

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """Rows may come and go meanwhile; the topmost row that stays, stays where it is."""
        seen, shape = self._rows_in_sight(), self.entries.shape
        was, self._following = self._following, True
        try:
            yield
        finally:
            self._following = was
        self.show_selection(self._session.selection, scroll=False)
        if shape != self.entries.shape:
            self.viewport().update()
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
        if index.isValid() and not self._session.read_only:
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

    def _edit_at(self, point: QPoint) -> None:
        """The number where the point is on one, the text elsewhere in the row."""
        index = self.indexAt(point)
        node = self.entries.node(index.row()) if index.isValid() else None
        if node is None or self._session.selection != (node.id,):
            return
        boxes = self.row_delegate.boxes(index.row(), self.visualRect(index))
        if node.number and boxes.number.contains(point):
            self.edit_part(Part.NUMBER)
        else:
            self._edit_text()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._key(event):
            return
        if is_sign(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        mods = event.modifiers() & ~_Mod.KeypadModifier
        # What a field in a row does not need comes here too: Enter must not open the next field.
        if mods != _Mod.NoModifier or self.state() == QAbstractItemView.State.EditingState:
            return False
        index, key = self.currentIndex(), Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self._session.walk.step(1)
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

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._ticking.press(event, self._session.selection):
            return
        row = self._arrow_at(event)
        if row is None and self._is_on_selected(event):
            self._session.select(self._session.selection, ORIGIN)  # it comes into sight on the page, too
        if row is None:
            super().mousePressEvent(event)
        else:
            self.set_open(row, not self.entries.rows[row].open)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._ticking.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._ticking.release():
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._ticking.press(event, self._session.selection):
            return
        row = self._arrow_at(event)
        if row is not None:
            self.set_open(row, not self.entries.rows[row].open)
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self._edit_at(point)

    def _is_on_selected(self, event: QMouseEvent) -> bool:
        """Whether the entry is what is selected."""
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _Mod.NoModifier
        if not plain or not index.isValid():
            return False
        return self._session.selection == (self.entries.rows[index.row()].node,)

    def _arrow_at(self, event: QMouseEvent) -> int | None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return None
        arrow = self.row_delegate.boxes(index.row(), self.visualRect(index)).arrow
        on_it = self.entries.rows[index.row()].branch and arrow.marginsAdded(_NEAR).contains(point)
        return index.row() if on_it else None

    def _answer_tip(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._ticking.tell(event)
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(QPoint(box.center().x(), box.bottom()))
        else:
            place = event.globalPos()
        if self._session.selection:
            menu = self._actions.context_menu(CONTEXT_MENU, self)
            menu.popup(place)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of neighbouring rows."""
    for _, run in groupby(enumerate(rows), lambda placed: placed[1] - placed[0]):
        neighbours = [row for _, row in run]
        yield neighbours[0], neighbours[-1]
