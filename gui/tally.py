"""How far the review of the open report has come, kept up with every edit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.edit_queue import MANY
from gui.pieces import InPieces
from gui.session import Session
from model.edits import ChangeSet
from model.labels import Status
from model.nodes import CLASSIFIED

if TYPE_CHECKING:
    from storage.loading import DocumentRow


class Tally(QObject):
    """Counts paragraphs and items, and those of them that the reviewer has decided on.

    An edit looks at what it touched only: a report may have ten thousand entries.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pieces = InPieces(self)
        self._open: set[str] = set()
        self._decided: set[str] = set()
        self._flagged: set[str] = set()  # of those
        self._touched: set[str] = set()  # by edits, and not counted yet
        session.documentOpened.connect(self._recount)
        session.reviewerChanged.connect(self._recount)
        session.documentClosed.connect(self._recount)
        session.changed.connect(self._update)
        self._recount()

    @property
    def reviewed(self) -> int:
        return len(self._decided)

    @property
    def total(self) -> int:
        return len(self._decided) + len(self._open)

    @property
    def flagged(self) -> int:
        """How many of those that are reviewed are flagged for another look."""
        return len(self._flagged)

    def of(self, row: DocumentRow) -> tuple[int, int]:
        """How many entries of a report are reviewed, and how many there are. The open report's are counted
        with every edit; the list in the file is older."""
        review = self._session.review
        if review is not None and review.document.id == row.id and self.total:
            return self.reviewed, self.total
        return row.reviewed, row.classified

    @property
    def is_counting(self) -> bool:
        """Whether the numbers are still on their way: of many entries they come in pieces."""
        return self._pieces.busy

    def _recount(self, *_: object) -> None:
        self._pieces.stop()
        self._open, self._decided, self._flagged, self._touched = set(), set(), set(), set()
        review, reviewer = self._session.review, self._session.reviewer
        if review is not None and reviewer is not None:
            self._touched = {node.id for node in review.outline if node.kind in CLASSIFIED}
        self._count_touched()

    def _update(self, changes: ChangeSet) -> None:
        self._touched.update(changes.nodes)
        self._count_touched()

    def _count_touched(self) -> None:
        if self._pieces.busy:
            return  # it comes to these, too
        if len(self._touched) > MANY:
            self._pieces.start(self._counting(), self.changed.emit)
            return
        for _ in self._counting():
            pass
        self.changed.emit()

    def _counting(self) -> Iterator[None]:
        while self._touched:
            self._count(self._touched.pop())
            yield

    def _count(self, node_id: str) -> None:
        review, reviewer = self._session.review, self._session.reviewer
        self._open.discard(node_id)
        self._decided.discard(node_id)
        self._flagged.discard(node_id)
        if review is None or reviewer is None:
            return
        node = review.outline.get(node_id)
        if node is not None and node.kind in CLASSIFIED:
            status = review.status(node_id, reviewer.id)
            (self._open if status is Status.UNREVIEWED else self._decided).add(node_id)
            if status is Status.FLAGGED:
                self._flagged.add(node_id)
