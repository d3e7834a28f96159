"""What the views share: the open project, the document under review, the reviewer, the selection.

Views never talk to each other. A view calls `perform`, `select` or `request`, and every view (the caller
too) hears of it through a signal. All signals are emitted in the window's thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from gui.attention import Attention
from gui.project_opening import How, Opened, close_project, open_project, reviewer_of
from gui.relay import Relay
from model.edits import ChangeSet, Edit
from model.errors import UserFacingError
from model.labels import Reviewer, Status
from model.nodes import CLASSIFIED, Kind, Node
from model.review import Review
from model.schemes import Scheme, default

if TYPE_CHECKING:
    from storage.project import DocumentRow, Project

Builder = Callable[[Review, Reviewer], Edit | None]

# Kinds that "next" and "previous" pass over: nothing about them is to be decided in the reading flow.
SKIPPED = frozenset({Kind.FURNITURE, Kind.CONTENTS, Kind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class _Job:
    """One step in the queue: a builder, or the name of what the ledger does itself (undo, redo)."""

    review: Review
    reviewer: Reviewer
    step: Builder | str


class Session(QObject):
    """One project in one window.

    Edits form a queue: the next builder runs when the edit before it is committed, so it sees the review as
    that edit left it. `changed` comes after the review in memory has changed. A failed edit leaves memory
    and file as they were and says why through `failed`.
    """

    projectOpened = Signal(object)  # Project
    projectRefused = Signal(object)  # the UserFacingError that says why it did not open
    projectClosed = Signal()
    documentOpening = Signal(str)  # document id; documentOpened or failed follows
    documentOpened = Signal(object)  # Review
    documentClosed = Signal()
    changed = Signal(object)  # ChangeSet
    selectionChanged = Signal(tuple, str)  # node ids, the first is the current one; who selected
    reviewerChanged = Signal(object)  # Reviewer
    schemeChanged = Signal(object)  # Scheme: the labels that reviewers choose from
    failed = Signal(str)  # a sentence for the user
    saved = Signal(object)  # datetime, local time
    libraryChanged = Signal()
    requested = Signal(str)  # an action's id that a view carries out, such as "edit-text"
    caretChanged = Signal()
    namesChanged = Signal()  # of what undo and redo would do
    idle = Signal()  # every edit is committed

    def __init__(self, reviewer_name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.review: Review | None = None
        self.reviewer: Reviewer | None = None
        self.scheme: Scheme = default()
        self.documents: tuple[DocumentRow, ...] = ()
        self.selection: tuple[str, ...] = ()
        self.caret: tuple[str, int] | None = None
        self.words_selected = False  # on the page
        self.attention = Attention(self)
        self._reviewer_name = reviewer_name
        self._relay = Relay(self)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="session")
        self._queue: deque[_Job] = deque()
        self._running: _Job | None = None
        self._opening: str | None = None
        self._order: list[str] | None = None
        self._order_source: Callable[[], Sequence[str]] | None = None
        self._queue_source: Callable[[], Sequence[str]] | None = None
        self._closing = False
        self._closed = False
        self._when_closed: list[Callable[[], None]] = []
        self.undo_name: str | None = None
        self.redo_name: str | None = None
        self._names_asked = 0
        self.idle.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    # --- the project -----------------------------------------------------------------------------------

    def open_project(self, path: Path, how: How = How.OPEN) -> None:
        """Opens in the background, or makes a new project; `projectOpened` or `projectRefused` follows.

        A project that is open already is closed first.
        """
        future = self._pool.submit(open_project, path, how, self._reviewer_name, self.project)
        if self.project is not None:
            self._forget_project()
        self._relay.watch(future, self._project_arrived)

    def _project_arrived(self, future: Future[Opened]) -> None:
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.projectRefused.emit(error)
            return
        opened = future.result()
        self.project, self.reviewer = opened.project, opened.reviewer
        self.documents = tuple(opened.documents)
        self.set_scheme(opened.scheme)
        self.projectOpened.emit(opened.project)
        self.reviewerChanged.emit(opened.reviewer)
        self.libraryChanged.emit()

    def _forget_project(self) -> None:
        self.close_document()
        self.project, self.documents = None, ()
        self.projectClosed.emit()

    @property
    def read_only(self) -> bool:
        """Whether the open project can only be looked at."""
        return self.project is not None and self.project.read_only

    def refresh_library(self) -> None:
        """Reads the list of documents anew, in the background; `libraryChanged` follows."""
        if self.project is not None:
            self._relay.watch(self._pool.submit(self.project.documents), self._documents_arrived)

    def _documents_arrived(self, future: Future[list[DocumentRow]]) -> None:
        documents = self._result(future)
        if documents is not None and self.project is not None:
            self.documents = tuple(documents)
            self.libraryChanged.emit()

    def set_reviewer(self, name: str) -> None:
        """From now on edits are this person's."""
        self._reviewer_name = name
        if self.project is not None:
            self._relay.watch(self._pool.submit(reviewer_of, self.project, name), self._reviewer_arrived)

    def set_scheme(self, scheme: Scheme) -> None:
        """The labels in use from now on, as the project has them."""
        if scheme != self.scheme:
            self.scheme = scheme
            self.schemeChanged.emit(scheme)

    def _reviewer_arrived(self, future: Future[Reviewer]) -> None:
        reviewer = self._result(future)
        if reviewer is not None:
            self.reviewer = reviewer
            self.reviewerChanged.emit(reviewer)
            self._ask_names()

    def run(self, work: Callable[..., Any], *args: Any,
            done: Callable[[Future[Any]], None] | None = None) -> Future[Any]:  # fmt: skip
        """Does short work in the background; `done` gets the finished future in the window's thread."""
        future = self._pool.submit(work, *args)
        if done is not None:
            self._relay.watch(future, done)
        return future

    # --- the document ----------------------------------------------------------------------------------

    def open_document(self, document_id: str) -> None:
        """Loads in the background once pending edits are committed; `documentOpened` or `failed` follows."""
        if self.project is None or (self.review is not None and self.review.document.id == document_id):
            return
        self._opening = document_id
        self.documentOpening.emit(document_id)
        if self.is_idle:
            self._load()

    def _load(self) -> None:
        if self.project is not None and self._opening is not None:
            self._relay.watch(self._pool.submit(self.project.review, self._opening), self._review_arrived)

    def _review_arrived(self, future: Future[Review]) -> None:
        review = self._result(future)
        if review is None:
            self._opening = None
        elif self._opening == review.document.id and self.project is not None:
            self._opening = None
            self.close_document()
            self.review = review
            self.documentOpened.emit(review)
            self._ask_names()

    def close_document(self) -> None:
        if self.review is None:
            return
        self.review, self.caret, self._order, self.selection = None, None, None, ()
        self.documentClosed.emit()
        self._ask_names()

    # --- edits -----------------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        return self._running is None and not self._queue

    def perform(self, builder: Builder) -> None:
        """Queues an edit. The builder gets the review as the edit before left it and may return None.

        It may raise a UserFacingError, whose sentence goes to `failed`.
        """
        self._enqueue(builder)

    def undo(self) -> None:
        self._enqueue("undo")

    def redo(self) -> None:
        self._enqueue("redo")

    def _ask_names(self) -> None:
        """Reads in the background what undo and redo would do; an answer that is outdated is dropped."""
        self._names_asked += 1
        if self.project is None or self.review is None or self.reviewer is None:
            self._set_names(None, None)
            return
        arguments = (self.project, self.review.document.id, self.reviewer, self._names_asked)
        self.run(_names, *arguments, done=self._names_arrived)

    def _names_arrived(self, future: Future[tuple[int, str | None, str | None]]) -> None:
        names = self._result(future)
        if names is not None and names[0] == self._names_asked:
            self._set_names(names[1], names[2])

    def _set_names(self, undo: str | None, redo: str | None) -> None:
        if (undo, redo) != (self.undo_name, self.redo_name):
            self.undo_name, self.redo_name = undo, redo
            self.namesChanged.emit()

    def _enqueue(self, step: Builder | str) -> None:
        if self.review is None or self.reviewer is None or self._closing:
            return
        if self.read_only:
            assert self.project is not None
            self.failed.emit(f"{self.project.path}: opened for reading only; nothing can be changed in it.")
            return
        self._queue.append(_Job(self.review, self.reviewer, step))
        self._advance()

    def _advance(self) -> None:
        """Starts the next step, unless one runs; steps that come to nothing are passed over."""
        while self._running is None and self._queue:
            job = self._queue.popleft()
            future = self._start(job)
            if future is not None:
                self._running = job
                self._relay.watch(future, self._committed)
        if self.is_idle:
            self.idle.emit()

    def _start(self, job: _Job) -> Future[ChangeSet | None] | None:
        assert self.project is not None
        document_id = job.review.document.id
        if job.step == "undo":
            return self.project.undo(document_id, job.reviewer)
        if job.step == "redo":
            return self.project.redo(document_id, job.reviewer)
        assert callable(job.step)
        try:
            edit = job.step(job.review, job.reviewer)
        except UserFacingError as error:
            self.failed.emit(str(error))
            return None
        return self.project.apply(edit, document_id, job.reviewer) if edit else None

    def _committed(self, future: Future[ChangeSet | None]) -> None:
        job, self._running = self._running, None
        assert job is not None
        try:
            changes = self._result(future)
            if changes is not None:
                job.review.apply(changes.edit)
                self._announce(job, changes)
        finally:
            self._advance()

    def _announce(self, job: _Job, changes: ChangeSet) -> None:
        if job.review is self.review:
            if changes.structural:
                self._order = None
            self._drop_vanished()
            if self.selection:
                self.attention.follow(self.review.frames(self.selection[0]))
            self.changed.emit(changes)
            # After a label or a correction the reviewer has often gone on already: "accept and go on" does.
            followed = changes.structural or isinstance(job.step, str)
            if followed and changes.edit.focus is not None and changes.edit.focus in job.review.outline:
                self.select((changes.edit.focus,), "edit")
            self._ask_names()
        self.saved.emit(datetime.now())

    def take(self, changes: ChangeSet, machine: str = "") -> None:
        """An edit that was committed in the background: the open report follows it. `machine` is the id of
        the one that made it, if one did."""
        review = self.review
        if review is not None and review.document.id == changes.document and self.reviewer is not None:
            review.machines |= {machine} if machine else frozenset()
            review.apply(changes.edit)
            self._announce(_Job(review, self.reviewer, changes.edit.name), changes)

    def _drop_vanished(self) -> None:
        """The selection holds no node that an edit took away."""
        assert self.review is not None
        kept = tuple(node_id for node_id in self.selection if node_id in self.review.outline)
        if kept != self.selection:
            self.select(kept, "edit")

    def _settle(self) -> None:
        if self.is_idle and self._opening is not None:
            self._load()

    # --- selection -------------------------------------------------------------------------------------

    @property
    def current(self) -> Node | None:
        """The node that keys act on and the inspector shows."""
        if self.review is None or not self.selection:
            return None
        return self.review.outline.get(self.selection[0])

    def select(self, ids: Sequence[str], origin: str = "") -> None:
        """Selects nodes everywhere. `origin` names the view that did it, so it need not scroll to itself."""
        chosen = tuple(ids)
        if self.review is None or chosen == self.selection:
            return
        self.selection = chosen
        self.attention.forget(self.review.frames(chosen[0]) if chosen else 1)
        if self.caret is not None and self.caret[0] not in chosen[:1]:
            self.caret = None
        self.selectionChanged.emit(chosen, origin)

    def set_caret(self, node_id: str, offset: int) -> None:
        """Where the text cursor stands in a node's text, in code points: where "split" splits."""
        self.caret = (node_id, offset)
        self.caretChanged.emit()

    def set_words_selected(self, selected: bool) -> None:
        """Whether words of the page are selected: what an entry can be made of, extended or shrunk by."""
        if selected != self.words_selected:
            self.words_selected = selected
            self.caretChanged.emit()

    def set_order(self, source: Callable[[], Sequence[str]] | None) -> None:
        """The ids that "next" and "previous" walk, asked at each step: the tree's rows under its filter."""
        self._order_source = source

    def set_queue(self, source: Callable[[], Sequence[str]] | None) -> None:
        """The ids that "next" and "previous" walk instead of the tree's; None: the tree's order again."""
        self._queue_source = source

    def step(self, direction: int) -> None:
        """Selects the next (1) or previous (-1) node in the queue's order, or in the tree's."""
        order = self._walk()
        if not order:
            return
        current = self.selection[0] if self.selection else None
        if current in order:
            index = min(max(order.index(current) + direction, 0), len(order) - 1)
        else:
            index = 0 if direction > 0 else len(order) - 1
        self.select((order[index],), "keys")

    def go_on(self) -> None:
        """Selects the next entry that waits for review; the next of all where none does."""
        order, current = self._walk(), self.selection[0] if self.selection else None
        at = order.index(current) + 1 if current in order else 0
        if self.review is not None and self.reviewer is not None:
            for node_id in order[at:]:
                node = self.review.outline.get(node_id)
                if node is None or node.kind not in CLASSIFIED:
                    continue
                if self.review.status(node_id, self.reviewer.id) is Status.UNREVIEWED:
                    self.select((node_id,), "keys")
                    return
        self.step(1)

    def _walk(self) -> Sequence[str]:
        if self._queue_source is not None:
            return self._queue_source()
        if self._order_source is not None:
            return self._order_source()
        if self._order is None and self.review is not None:
            self._order = [node.id for node in self.review.outline if node.kind not in SKIPPED]
        return self._order or ()

    def request(self, action_id: str) -> None:
        """Asks whichever view knows it to carry out an action on what is selected."""
        self.requested.emit(action_id)

    # --- settings --------------------------------------------------------------------------------------

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting of the project; the default where there is no project."""
        return default if self.project is None else self.project.setting(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Stores a JSON value in the project, in the background."""
        if self.project is not None and not self.read_only:
            self._pool.submit(self.project.set_setting, key, value)

    # --- the end ---------------------------------------------------------------------------------------

    def close(self, done: Callable[[], None] | None = None) -> None:
        """Takes no more edits, waits for those pending, closes the project; then `done` is called."""
        if done is not None:
            self._when_closed.append(done)
        if self._closed:
            self._tell_closed()
        elif not self._closing:
            self._closing = True
            closing = _Closing(self)
            self.idle.connect(closing.start, Qt.ConnectionType.QueuedConnection)
            if self.is_idle:
                self.idle.emit()

    @property
    def is_closed(self) -> bool:
        return self._closed

    def _release(self) -> None:
        self._forget_project()
        self._relay.close()
        self._pool.shutdown(wait=True)
        self._closed = True
        self._tell_closed()

    def _tell_closed(self) -> None:
        waiting, self._when_closed = self._when_closed, []
        for done in waiting:
            done()

    def _result(self, future: Future[Any]) -> Any:
        """A future's value; None after its failure was told to the user."""
        if future.cancelled():
            return None
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, UserFacingError):
            self.failed.emit(str(error))
            return None
        raise error


class _Closing(QObject):
    """Carries a session through its end: edits committed, file closed in the background, threads gone."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._started = False

    def start(self) -> None:
        session = self._session
        if self._started or not session.is_idle:
            return
        self._started = True
        session.close_document()
        session.run(close_project, session.project, done=self._finish)

    def _finish(self, future: Future[None]) -> None:
        self._session._release()
        future.result()


def _names(project: Project, document_id: str, reviewer: Reviewer,
           asked: int) -> tuple[int, str | None, str | None]:  # fmt: skip
    return asked, project.undo_name(document_id, reviewer), project.redo_name(document_id, reviewer)
