"""Finds the doubts of the open report again after edits, without holding up the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.latest import Latest
from gui.pieces import InPieces
from gui.relay import Relay, succeeded
from gui.session import Session
from gui.wording import SLOT_WORDS, in_words
from model.differing import differing
from model.documents import Bookmark, Document
from model.doubts import LOW, Found, Standing
from model.edits import ChangeSet, DecisionChange
from model.labels import Slot
from model.nodes import CLASSIFIED, Kind, Node
from model.review import Review
from model.schemes import Scheme
from model.workers.messages import Opened
from model.workers.worker import PdfWorker

if TYPE_CHECKING:
    from storage.project import Project

# After an edit, before doubts are looked for again. Looking costs a long report's window some of its speed
# (17 microseconds an entry, measured), so there it waits until the reviewer pauses.
REST_MS, _MOST_REST_MS = 300, 2500
_REST_FOR_ENTRY_MS = 0.25
_TELLING = frozenset({Slot.ROLE, Slot.STATUS, Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES})


class DoubtFinder(QObject):
    """`found` comes with all doubts of the open report; with none when it is closed.

    Roles and states are read from the review in small pieces; the rest is worked out in the background.
    """

    found = Signal(object)  # list of Found

    def __init__(self, session: Session, worker: PdfWorker | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = worker
        self._relay = Relay(self)
        self._latest = Latest(session, self)
        self._pieces = InPieces(self)
        self._bookmarks: tuple[Bookmark, ...] | None = None  # None: not asked for yet
        self._nodes: list[Node] = []
        self._standings: dict[str, Standing] = {}
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.look)
        session.documentOpened.connect(self._opened)
        session.documentClosed.connect(self._closed)
        session.changed.connect(self._changed)
        session.reviewerChanged.connect(self._start_rest)
        session.pagesChanged.connect(self._start_rest)

    @property
    def busy(self) -> bool:
        return self._rest.isActive() or self._pieces.busy or self._latest.busy

    def look(self) -> None:
        """Looks now, in the background."""
        self._rest.stop()
        review, reviewer = self._session.review, self._session.reviewer
        if review is None or reviewer is None:
            return
        self._nodes = list(review.outline)
        self._standings = {}
        self._pieces.start(self._gather(review, reviewer.id), self._work_out)

    def _gather(self, review: Review, reviewer: str) -> Iterator[None]:
        for node in self._nodes:
            if node.kind in CLASSIFIED:
                value = review.shown(node.id, Slot.ROLE, reviewer).value
                said = _differing(review, node.id, self._session.scheme)
                self._standings[node.id] = Standing(value, review.status(node.id, reviewer), said)
                yield
            elif node.kind is Kind.SECTION and node.confidence < LOW:
                self._standings[node.id] = Standing(None, review.status(node.id, reviewer))

    def _work_out(self) -> None:
        review, project = self._session.review, self._session.project
        if review is not None and project is not None:
            self._latest.ask(_find, project, review.document, self._nodes, self._standings,
                             self._bookmarks or (), done=self._tell)  # fmt: skip

    def _tell(self, found: list[Found]) -> None:
        review = self._session.review
        if review is not None:
            self.found.emit(found)
            if self._bookmarks is None:
                # Not before: the pages that the reader wants to see come first.
                self._bookmarks = ()
                self._ask_bookmarks(review.document.id)

    # --- the session

    def _opened(self, review: Review) -> None:
        self._bookmarks = None
        self._start_rest()

    def _closed(self) -> None:
        self._rest.stop()
        self._pieces.stop()
        self._latest.forget()
        self._nodes, self._standings = [], {}
        self.found.emit([])

    def _changed(self, changes: ChangeSet) -> None:
        for change in changes.edit.changes:
            if not isinstance(change, DecisionChange) or change.key.slot in _TELLING:
                self._pieces.stop()
                self._start_rest()
                return

    def _start_rest(self, *_: object) -> None:
        review = self._session.review
        if review is not None:
            rest = int(len(review.outline) * _REST_FOR_ENTRY_MS)
            self._rest.start(min(max(rest, REST_MS), _MOST_REST_MS))

    # --- the PDF's own outline

    def _ask_bookmarks(self, document_id: str) -> None:
        if self._worker is not None and self._session.project is not None:
            self._session.run(self._session.project.source, document_id,
                              done=partial(self._source_found, document_id))  # fmt: skip

    def _source_found(self, document_id: str, future: Future[Path]) -> None:
        # Why a PDF is not there is said where its pages would be.
        if self._worker is not None and succeeded(future):
            opened = self._worker.contents(future.result())
            self._relay.watch(opened, partial(self._bookmarks_read, document_id))

    def _bookmarks_read(self, document_id: str, future: Future[Opened]) -> None:
        review = self._session.review
        if review is None or review.document.id != document_id:
            return
        if succeeded(future) and future.result().bookmarks:
            self._bookmarks = future.result().bookmarks
            self._start_rest()

    def close(self) -> None:
        """Before the worker is closed."""
        self._relay.close()


def _differing(review: Review, node_id: str, scheme: Scheme) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (SLOT_WORDS.get(slot, "State"), decision.key.reviewer, in_words(slot, decision.value, scheme))
        for (slot, _), said in differing(review, node_id).items()
        for decision in said
    )


def _find(project: Project, document: Document, nodes: Sequence[Node], standings: Mapping[str, Standing],
          bookmarks: Sequence[Bookmark]) -> list[Found]:  # fmt: skip
    # Imported here, in the background: with the words of all languages it takes a tenth of a second. Repairs
    # come along, so that they are there when the first doubt is shown.
    import model.repairs
    from model.review_doubts import all_doubts
    from storage.coverage import coverage_now
    from storage.unread_pages import unread_of

    assert model.repairs
    of_pages = unread_of(project, document.id)
    some = any(standing.differing for standing in standings.values())
    names = {one.id: one.name for one in project.reviewers()} if some else {}
    coverage = coverage_now(project, document, nodes)
    return all_doubts(nodes, standings, bookmarks, coverage, of_pages, names)
