"""The outline's tree: keys, mouse, folding, and editing in the rows."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QMargins,
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
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from gui.action_set import ActionSet
from gui.actions import CONTEXT_MENU
from gui.event_filter import EventFilter
from gui.outline.delegate import Part
from gui.outline.selection_view import ORIGIN, SelectionView
from gui.outline.ticking import Ticking
from gui.session import Session
from gui.why_not import is_sign
from model.nodes import Kind

# Kinds whose text is short enough to be edited in the row.
_IN_PLACE = frozenset({Kind.SECTION, Kind.TITLE})
_NEAR = QMargins(4, 0, 2, 0)  # a click so near to the arrow means the arrow
_Mod = Qt.KeyboardModifier


class OutlineTree(SelectionView):
    """Rows are a flat list with indents of their own, which keeps edits quick in outlines of any size."""

    textAsked = Signal()  # Enter or a double click on a text that is too long for its row

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._actions = action_set
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("Outline of the report")
        self.setAccessibleDescription("Shift with the arrows, or the boxes before the rows, select several")
        self._ticking = Ticking(self)
        EventFilter(self.viewport(), self._answer_tip, self)
        self._ticking.ticked.connect(self._ticked)

    # --- what Qt tells

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

    def _ticked(self, ids: tuple[str, ...]) -> None:
        self._session.select(ids, ORIGIN)
        self.show_selection(ids, scroll=False)
        self.viewport().update()

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
