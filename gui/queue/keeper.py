"""Keeps what waits for review in the chosen order, up to date with every edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gui.edit_queue import MANY
from gui.pieces import InPieces
from gui.session import Session
from model.edits import ChangeSet
from model.labels import Slot
from model.nodes import Kind
from model.review import Review
from model.review_queue import Order, QueueEntry, candidate_of, ordered, walk

# After entries came or went, before the order is made again: not within the edit, which has to be quick.
_RESHAPED_MS = 60


class QueueKeeper(QObject):
    """The order stands while the reviewer goes through it: a decision moves nothing, it only ends a wait.

    It is made again when another order is chosen, entries come or go, or other entries are in doubt.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._order = Order.DOCUMENT
        self._doubtful: frozenset[str] = frozenset()
        self._candidates: dict[str, QueueEntry] = {}  # in the document's order
        self._sequence: list[str] = []
        self._pieces = InPieces(self)
        self._reshaped = QTimer(self, singleShot=True, interval=_RESHAPED_MS)
        self._reshaped.timeout.connect(self._rebuild)
        self._is_old = False
        self._watched = False
        session.documentOpened.connect(self.begin)
        session.reviewerChanged.connect(self.begin)
        session.schemeChanged.connect(self.begin)
        session.documentClosed.connect(self._end)
        session.changed.connect(self.follow)
        if session.review is not None:
            self.begin()

    @property
    def order(self) -> Order:
        return self._order

    @property
    def is_ready(self) -> bool:
        """Whether every entry of the report has been looked at."""
        return not self._pieces.busy and not self._is_old

    @property
    def candidates(self) -> list[QueueEntry]:
        """All entries that are classified, in the document's order."""
        return list(self._candidates.values())

    @property
    def waiting(self) -> list[str]:
        """What waits, in the chosen order."""
        return [one.node for one in self._in_order() if one.waits]

    def candidate(self, node: str) -> QueueEntry:
        return self._candidates[node]

    def knows(self, node: str) -> bool:
        return node in self._candidates

    def is_doubtful(self, node: str) -> bool:
        return node in self._doubtful

    def set_order(self, order: Order) -> None:
        """From now on "next" and "accept and go on" follow it; by document they follow the outline's rows."""
        self._order = order
        self._tell_session()
        self._sort()

    def set_doubtful(self, nodes: Collection[str]) -> None:
        """The entries with a doubt."""
        nodes = frozenset(nodes)
        if nodes != self._doubtful:
            self._doubtful = nodes
            if self._order is Order.DOUBT and self.is_ready:
                self._sort()

    def finish(self) -> None:
        """Looks at everything that is left at once: an order is needed now."""
        self._pieces.finish()
        if self._is_old:
            self._rebuild()

    def watch(self, watched: bool) -> None:
        """Whether somebody looks at the queue; where nobody does, it is brought up to date when needed."""
        self._watched = watched
        if watched and self._is_old:
            self._rebuild()

    # --- inside

    def _walk(self) -> list[str]:
        self.finish()
        current = self._session.selection[0] if self._session.selection else None
        return walk(self._in_order(), current)

    def _in_order(self) -> list[QueueEntry]:
        """What the last edit took away is passed over, until the order is made again."""
        known = self._candidates
        return [known[node] for node in self._sequence if node in known]

    def _tell_session(self) -> None:
        self._session.walk.by_queue(None if self._order is Order.DOCUMENT else self._walk)

    def begin(self, *_: object) -> None:
        review, reviewer = self._session.review, self._session.reviewer
        self._reshaped.stop()
        self._is_old = False
        self._candidates, self._sequence = {}, []
        if review is not None and reviewer is not None:
            ids = [node.id for node in review.outline]
            self._pieces.start(self._look(review, ids, reviewer.id), self._gathered)

    def _look(self, review: Review, ids: Iterable[str], reviewer: str) -> Iterator[None]:
        """Looks at how entries stand now, one after the other."""
        for node_id in ids:
            node = review.outline.get(node_id)
            candidate = candidate_of(review, node, reviewer) if node is not None else None
            if candidate is not None:
                self._candidates[node_id] = candidate
            else:
                self._candidates.pop(node_id, None)
            yield

    def _gathered(self) -> None:
        if self._is_old:  # edits meanwhile have put theirs in before their turn
            self._rebuild()
        else:
            self._sort()

    def _end(self) -> None:
        self._pieces.stop()
        self._reshaped.stop()
        self._is_old = False
        self._candidates, self._sequence = {}, []
        self.changed.emit()

    def _sort(self) -> None:
        roles = [label.code for label in self._session.scheme.labels[Slot.ROLE]]
        sequence = ordered(self._candidates.values(), self._order, self._doubtful, roles)
        self._sequence = [one.node for one in sequence]
        self.changed.emit()

    def follow(self, changes: ChangeSet) -> None:
        review, reviewer = self._session.review, self._session.reviewer
        if review is None or reviewer is None:
            return
        looking = self._look(review, self._touched(review, changes), reviewer.id)
        updated = partial(self._updated, changes.structural)
        if len(changes.nodes) > MANY and not self._pieces.busy:
            self._pieces.start(looking, updated)
            return
        for _ in looking:
            pass
        if self._pieces.busy:
            self._is_old = True
        else:
            updated()

    def _updated(self, structural: bool) -> None:
        if self._is_old or structural or len(self._sequence) != len(self._candidates):
            self._is_old = True
            if self._watched:
                self._reshaped.start()
        else:
            self.changed.emit()

    def _rebuild(self) -> None:
        self._reshaped.stop()
        self._is_old = False
        review = self._session.review
        if review is not None:
            known = self._candidates
            self._candidates = {node.id: known[node.id] for node in review.outline if node.id in known}
            self._sort()

    def _touched(self, review: Review, changes: ChangeSet) -> set[str]:
        """What an edit changed, and the items that may inherit from that."""
        found: set[str] = set()
        waiting = list(changes.nodes)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += [child.id for child in review.outline.children(node) if child.kind is Kind.ITEM]
        return found
