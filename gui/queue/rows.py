"""The list of what waits: one line for each entry, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.outline.flat_view import FlatView
from gui.queue.keeper import QueueKeeper
from gui.session import Session
from gui.side.delegate import LinesDelegate
from gui.side.lines import Line, LinesModel
from gui.tables import NOWHERE, Index
from gui.texts import percent, shown_line
from gui.why_not import is_sign
from model.labels import Slot, Status
from model.review_queue import Order

_LETTERS = 200
_FEW = 40  # entries that leave at once as single rows; more are a new list


class QueueModel(LinesModel):
    """Makes a line when it is asked for: a report may have ten thousand."""

    def __init__(self, session: Session, keeper: QueueKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self.nodes: list[str] = []

    def set_nodes(self, nodes: Sequence[str]) -> None:
        """What waits now. Entries that were decided leave one by one, so that the view keeps its place."""
        fresh = list(nodes)
        staying = set(fresh)
        gone = [row for row, node in enumerate(self.nodes) if node not in staying]
        if len(gone) <= _FEW and [node for node in self.nodes if node in staying] == fresh:
            for row in reversed(gone):
                self.beginRemoveRows(NOWHERE, row, row)
                del self.nodes[row]
                self.endRemoveRows()
            if self.nodes:
                self.dataChanged.emit(self.index(0), self.index(len(self.nodes) - 1))
            return
        self.beginResetModel()
        self.nodes = fresh
        self.endResetModel()

    def line(self, row: int) -> Line:
        node_id = self.nodes[row]
        review = self._session.review
        node = review.outline.get(node_id) if review is not None else None
        if node is None or not self._keeper.knows(node_id):
            return Line(node_id, "", most=1)
        candidate = self._keeper.candidate(node_id)
        doubtful = self._keeper.is_doubtful(node_id)
        sure = percent(candidate.sureness) if candidate.suggested else ""
        label = self._session.scheme.label(Slot.ROLE, candidate.role) if candidate.role is not None else None
        role = label.name if label is not None else "No role"
        note = role if self._keeper.order is Order.ROLE else sure
        words = f"{node.printed_number}  {shown_line(node)[:_LETTERS]}".strip()
        tip = f"{role}{f', suggested, {sure} sure' if sure else ''}"
        tip += ", in doubt" if doubtful else ""
        return Line(node_id, words, note=note, picture="warning" if doubtful else "unreviewed",
                    status=Status.FLAGGED if doubtful else Status.UNREVIEWED, role=label,
                    suggested=candidate.suggested, most=1,
                    tip=f"{tip}\n{shown_line(node)}", data=node_id)  # fmt: skip

    def row_of(self, key: str) -> int:
        return self.nodes.index(key) if key in self.nodes else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.nodes)


class QueueView(FlatView):
    """What is chosen here is selected everywhere, and what is selected elsewhere is shown here."""

    chosen = Signal(str)  # node id
    left = Signal()
    skipped = Signal()  # by the space bar

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self.setModel(model)
        self.setItemDelegate(LinesDelegate(self))
        self.setAccessibleName("Entries that wait for review")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_current(self, row: int) -> None:
        """Shows what is selected elsewhere; -1 if it does not wait."""
        was, self._following = self._following, True
        if row < 0:
            self.selectionModel().clear()
        elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            index = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.executeDelayedItemsLayout()
            self.scrollTo(index)
        self._following = was

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        # Rows that leave move the current one too; only who has the keys or the mouse chooses.
        if current.isValid() and not self._following and self.hasFocus():
            self.chosen.emit(self.model().line(current.row()).key)  # type: ignore[attr-defined]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here has chosen nothing yet: Qt would choose the first row."""
        was, self._following = self._following, True
        super().focusInEvent(event)
        self._following = was

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        was, self._following = self._following, True
        super().rowsAboutToBeRemoved(parent, start, end)
        self._following = was

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key is Qt.Key.Key_Space:
            self.skipped.emit()
        elif is_sign(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
