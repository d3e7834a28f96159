"""The outline's rows with the selection that they share with other views, and with the place they keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from gui.outline.drag_view import DragView
from gui.session import Session

ORIGIN = "outline"
_AROUND = 2  # rows that stay in sight before and after the selected one
_Flag = QItemSelectionModel.SelectionFlag
_Mod = Qt.KeyboardModifier


class SelectionView(DragView):
    """What is selected here is selected everywhere, and the other way round."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._following = False  # the selection changes because others changed it
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of neighbouring rows."""
    for _, run in groupby(enumerate(rows), lambda placed: placed[1] - placed[0]):
        neighbours = [row for _, row in run]
        yield neighbours[0], neighbours[-1]
