"""The item model of the outline: the visible rows of one review as a flat list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
)

from gui.builders import on_one
from gui.outline.answers import ANSWERS, NODE_ID, NUMBER
from gui.outline.filtering import HIDDEN_AT_FIRST, Filter, wanted
from gui.outline.looks import Look, Looks
from gui.outline.number_columns import NumberColumns
from gui.outline.row_list import RowList
from gui.outline.rows import Row, steps, top_of, visible_rows
from gui.session import Session
from gui.tables import Index
from model import editing
from model.edits import ChangeSet, NodeChange
from model.nodes import Kind, Node
from model.outline import Outline
from model.review import Review

MIME = "application/x-paraph-entries"
_MOST_STEPS = 100  # of one refresh; beyond, starting again is quicker for all views

_depth, _context = attrgetter("depth"), attrgetter("context")
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemNeverHasChildren
)  # fmt: skip


class OutlineModel(RowList):
    """Rows under the filter and below open entries. `refresh` turns the rows into what they are to be.

    What is pinned shows also where filter or kind would hide it: what is selected is always to be seen.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.review: Review | None = None
        self.looks: Looks | None = None
        self.hidden_kinds = HIDDEN_AT_FIRST
        self.filter = Filter()
        self.matches = 0
        self.deepest = 0
        self.shape = 0  # grows whenever rows come, go or move
        self.pinned: frozenset[str] = frozenset()
        self.closed: set[str] = set()
        self._closed_in_filter: set[str] = set()
        self._numbers = NumberColumns(Outline())

    # --- what is shown

    def set_review(self, review: Review | None) -> None:
        """Another document, or none: everything is new."""
        self.beginResetModel()
        self.review = review
        self.closed, self._closed_in_filter, self.pinned = set(), set(), frozenset()
        self._numbers = NumberColumns(review.outline if review is not None else Outline())
        self._set_looks()
        self._set_rows(self._wished())
        self.endResetModel()

    def set_reviewer(self) -> None:
        """Another person reviews now, or labels have other names: other decisions and words are shown."""
        self._set_looks()
        self.refresh()
        self._tell_changed(0, len(self.rows) - 1)

    def set_filter(self, asked: Filter) -> None:
        if asked != self.filter:
            self.filter = asked
            self._closed_in_filter.clear()
            self._start_anew(self._wished())

    def set_hidden_kinds(self, kinds: frozenset[Kind]) -> None:
        if kinds != self.hidden_kinds:
            self.hidden_kinds = kinds
            self.refresh()

    def set_open(self, node_id: str, is_open: bool) -> None:
        """Unfolds or folds what hangs below an entry."""
        closed = self._folded()
        closed.discard(node_id) if is_open else closed.add(node_id)
        self.refresh()

    def unfold(self, ids: Iterable[str]) -> None:
        """Whatever of them is folded."""
        closed = self._folded()
        if not closed.isdisjoint(ids := set(ids)):
            closed -= ids
            self.refresh()

    def set_all_open(self, is_open: bool) -> None:
        closed = self._folded()
        closed.clear()
        if not is_open and self.review is not None:
            closed.update(node.id for node in self.review.outline if node.kind is Kind.SECTION)
        self.refresh()

    def reveal(self, ids: Sequence[str]) -> None:
        """Sees to it that entries have a row: opens what is above them, pins what the filter would hide."""
        if self.review is None:
            return
        outline, closed = self.review.outline, self._folded()
        there = [outline[node_id] for node_id in ids if node_id in outline]
        missing = [node for node in there if self.row_of(node.id) is None]
        pinned = self.pinned & {node.id for node in there}
        before = len(closed)
        for node in missing:
            closed.difference_update(above.id for above in outline.ancestors(node))
        test = wanted(self.filter, self.hidden_kinds, self.looks) if self.looks else None
        pinned |= {node.id for node in missing if test is not None and not test(node)}
        if pinned != self.pinned or len(closed) != before:
            self.pinned = frozenset(pinned)
            self.refresh()

    def changed(self, changes: ChangeSet) -> None:
        """After an edit: the rows that it changed, moved, made or took away."""
        assert self.looks is not None
        other = self.looks.forget(changes)
        reshaped = changes.structural or bool(self.filter)
        of_nodes = [change for change in changes.edit.changes if isinstance(change, NodeChange)]
        for change in of_nodes:
            before, after = change.before, change.after
            if before is None:
                self._numbers.forget_number(change.node_id)
            elif after is not None and (before.kind, before.number) != (after.kind, after.number):
                reshaped = reshaped or before.kind is not after.kind
                self._numbers.forget_number(change.node_id)
                self._numbers.forget()
        if reshaped:
            pinned = self.pinned | self._hidden_by_edit()
            same = pinned == self.pinned and not self.filter
            self.pinned = pinned
            self.refresh(self._shown_top(of_nodes) if same else None)
        if reshaped or not self._numbers.is_counted or len(other) > _MOST_STEPS:
            self._tell_changed(0, len(self.rows) - 1)
            return
        for row in map(self.row_of, other):
            if row is not None:
                self._tell_changed(row, row)

    def refresh(self, top: Node | None = None) -> None:
        """Rows out, moved and in, so that views keep their place; with `top`, its row and those below."""
        first = self.row_places()[top.id] if top is not None else 0
        last = first + self.below(first) + 1 if top is not None else len(self.rows)
        wished = self._wished(top, self.rows[first].depth if top is not None else 0)
        before = self.rows[first:last]
        found = steps([row.node for row in before], [row.node for row in wished])
        if len(found) > _MOST_STEPS:
            self._start_anew(self.rows[:first] + wished + self.rows[last:])
            return
        for step in found:
            self.take_step(step, first, wished)
        last = first + len(wished)
        now = self.rows[first:last]
        changed = [at for at, (one, other) in enumerate(zip(now, wished, strict=True), first) if one != other]
        self.rows[first:last] = wished
        if top is not None:
            self._numbers.follow(before, wished)
        else:
            self._numbers.forget()
        self._rows_changed()
        if changed:
            self._tell_changed(changed[0], changed[-1])

    def _start_anew(self, rows: list[Row]) -> None:
        """Where so many rows come and go that looking for the steps would take longer than all else."""
        self.beginResetModel()
        self._set_rows(rows)
        self.endResetModel()

    def _wished(self, top: Node | None = None, depth: int = 0) -> list[Row]:
        if self.review is None or self.looks is None:
            return []
        return visible_rows(self.review.outline, self._test(), self._folded(), top, depth)

    def _test(self) -> Callable[[Node], bool]:
        """Tells which entries are shown for their own sake."""
        assert self.looks is not None
        test = wanted(self.filter, self.hidden_kinds, self.looks)
        return partial(_pinned_or, self.pinned, test) if self.pinned else test

    def _shown_top(self, changes: Sequence[NodeChange]) -> Node | None:
        """The entry with a row of its own whose row and those below are all that changes can have changed."""
        assert self.review is not None
        outline, test, shown = self.review.outline, self._test(), self.row_places()
        top = top_of(outline, changes)
        while top is not None and not (top.id in shown and test(top)):
            top = outline.get(top.parent)
        return top

    def _set_rows(self, rows: list[Row]) -> None:
        self.rows, self._places = rows, None
        self._numbers.forget()
        self._rows_changed()

    def _rows_changed(self) -> None:
        self.shape += 1
        self.deepest = max(map(_depth, self.rows), default=0)
        self.matches = len(self.rows) - sum(map(_context, self.rows))

    def _set_looks(self) -> None:
        reviewer = self._session.reviewer
        self.looks = (
            Looks(self.review, reviewer.id if reviewer else "", self._session.scheme) if self.review else None
        )

    def _folded(self) -> set[str]:
        """Under a filter everything is unfolded at first, and folding there is forgotten with the filter."""
        return self._closed_in_filter if self.filter else self.closed

    def _hidden_by_edit(self) -> frozenset[str]:
        """An edit must not hide its own entry: it leaves when the reader goes on."""
        if self.review is None or self.looks is None:
            return frozenset()
        test = wanted(self.filter, self.hidden_kinds, self.looks)
        nodes = (self.review.outline.get(node_id) for node_id in self._session.selection)
        shown = self.row_places()
        return frozenset(node.id for node in nodes if node and node.id in shown and not test(node))

    def _tell_changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    # --- looking up

    def node(self, row: int) -> Node | None:
        """The entry of a row; None while an edit has taken it away and the row is about to follow."""
        return self.review.outline.get(self.rows[row].node) if self.review is not None else None

    def look(self, node: Node) -> Look:
        assert self.looks is not None
        return self.looks.of(node)

    def walk(self) -> list[str]:
        """The ids that "next" and "previous" go through: what is shown for its own sake."""
        return [row.node for row in self.rows if not row.context]

    @property
    def unfiltered(self) -> int:
        """How many entries there are of the kinds that are shown."""
        outline = self.review.outline if self.review is not None else ()
        return sum(node.kind not in self.hidden_kinds for node in outline)

    def number_length(self, depth: int) -> int:
        """The longest number among the rows of one depth, in letters."""
        return self._numbers.letters(depth, self.rows)

    # --- Qt's side

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == NODE_ID:
            return self.rows[index.row()].node
        node = self.node(index.row())
        if node is None or role not in ANSWERS:
            return None
        return ANSWERS[role](self, node)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Asks for the edit; the row shows it when it is committed."""
        node = self.node(index.row()) if index.isValid() else None
        if node is None or role not in (Qt.ItemDataRole.EditRole, NUMBER):
            return False
        change = editing.set_number if role == NUMBER else editing.set_text
        self._session.perform(on_one(change, node.id, str(value)))
        return True

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.rows[row].node for row in sorted({index.row() for index in indexes})]
        data = QMimeData()
        data.setData(MIME, "\n".join(ids).encode())
        nodes = [self.review.outline.get(node_id) for node_id in ids] if self.review is not None else []
        data.setText("\n".join(f"{n.printed_number} {n.text}".strip() for n in nodes if n is not None))
        return data


def _pinned_or(pinned: frozenset[str], test: Any, node: Node) -> bool:
    return node.id in pinned or test(node)
