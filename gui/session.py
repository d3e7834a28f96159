"""What the views share: the open project, the report under review, its edits, the selection.

Views never talk to each other. A view calls `perform`, `select` or `request`, and every view (the caller
too) hears of it through a signal. All signals are emitted in the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from gui.attention import Attention
from gui.edit_queue import Builder, EditQueue, Step
from gui.project_opening import close_all
from gui.project_session import ProjectSession
from gui.undo_names import UndoNames
from gui.walk import Walk
from model.edits import ChangeSet
from model.errors import UserFacingError
from model.nodes import Node
from model.review import Review

if TYPE_CHECKING:
    from storage.project import Project


class Session(ProjectSession):
    """One project in one window, and the report of it that is under review.

    Edits form a queue: the next builder runs when the edit before it is committed, so it sees the review as
    that edit left it. `changed` comes after the review in memory has changed. A failed edit leaves memory
    and file as they were and says why through `failed`.
    """

    documentOpening = Signal(str)  # document id; documentOpened or failed follows, or it is open still
    documentOpened = Signal(object)  # Review
    documentClosed = Signal()
    changed = Signal(object)  # ChangeSet
    pagesChanged = Signal(str)  # document id: other pages of its PDF are read than before
    selectionChanged = Signal(tuple, str)  # node ids, the first is the current one; who selected
    selectedAgain = Signal(tuple, str)  # the same: somebody goes to what is selected already
    refused = Signal(str)  # a sentence like that of `failed`, about what is selected: an edit that cannot be
    told = Signal(str)  # a word by the way, for the line below
    saving = Signal()  # an edit takes longer than edits do; saved, notSaved or a refusal follows
    notSaved = Signal(object)  # the UserFacingError that says why; `held` edits wait, `failed` comes too
    saved = Signal(object)  # datetime, local time
    requested = Signal(str)  # an action's id that a view carries out, such as "edit-text"
    caretChanged = Signal()
    namesChanged = Signal()  # of what undo and redo would do
    idle = Signal()  # every edit is committed

    def __init__(self, reviewer_name: str = "", parent: QObject | None = None) -> None:
        super().__init__(reviewer_name, parent)
        self.review: Review | None = None
        self.selection: tuple[str, ...] = ()
        self.caret: tuple[str, int] | None = None
        self.words_selected = False  # on the page
        self.attention = Attention(self)
        self._edits = EditQueue(self._background.relay, self)
        self._names = UndoNames(self)
        self.walk = Walk(self)
        self._opening: str | None = None
        self._closed = False
        self._when_closed: list[Callable[[], None]] = []
        self._taken: list[Callable[[], None]] = []  # wait until nobody looks at the review
        self._edits.committed.connect(self._committed)
        self._edits.refused.connect(self._refused)
        self._edits.stopped.connect(self._stopped)
        self._edits.late.connect(self.saving)
        self._edits.idle.connect(self.idle)
        self._names.changed.connect(self.namesChanged)
        self.idle.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    # --- as the project goes and reviewers change ---------------------------------------------------------

    def _forget_project(self) -> None:
        self.take_held()
        self.close_document()
        self._opening = None
        super()._forget_project()

    def _follow_reviewer(self, alone_differs: bool) -> None:
        if self.review is not None:
            self.review.alone = self.alone
            if alone_differs and self.selection:
                self.attention.follow(self.review.frames_seen(self.selection[0]))
                self.attention.set_frame(0)
        self._names.ask()

    # --- the document ----------------------------------------------------------------------------------

    def open_document(self, document_id: str) -> None:
        """Loads a report in the background once pending edits are committed; `documentOpened` or `failed`
        follows.

        Until then the open report stays. A report that was still being opened is dropped.
        """
        is_open = self.review is not None and self.review.document.id == document_id
        if self.project is None or (is_open and self._opening is None):
            return
        self._opening = None if is_open else document_id
        self.documentOpening.emit(document_id)
        if self.is_idle:
            self._load()

    @property
    def is_opening(self) -> bool:
        """Whether a report is being read."""
        return self._opening is not None

    def _load(self) -> None:
        if self.project is not None and self._opening is not None:
            arrived = partial(self._review_arrived, self.project, self._opening)
            self.run(_read, self.project, self._opening, done=arrived)

    def _review_arrived(self, project: Project, document_id: str, future: Future[Review]) -> None:
        if (project, document_id) != (self.project, self._opening):
            return  # another one was asked for meanwhile
        self._opening = None
        review = self.value_of(future)
        if review is not None:
            if self.review is not None:
                self.refresh_library()  # how far the one before has come
            self.close_document()
            review.alone = self.alone
            self.review = review
            self.documentOpened.emit(review)
            self.walk.opened(review)
            self._names.ask()

    def close_document(self) -> None:
        if self.review is None:
            return
        self.review, self.caret, self.selection = None, None, ()
        self.documentClosed.emit()
        self._names.ask()

    # --- edits -----------------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        return self._edits.is_idle

    @property
    def undo_name(self) -> str | None:
        """What undo would take back; None if there is nothing."""
        return self._names.undo

    @property
    def redo_name(self) -> str | None:
        return self._names.redo

    def perform(self, builder: Builder, entries: int = 1, stay: tuple[str, ...] = ()) -> None:
        """Queues an edit. The builder gets the review as the edit before left it and may return None.

        It may raise a UserFacingError, whose sentence goes to `failed`. Where it is about many `entries`, it
        runs in another thread. Where it fails, `stay` is selected again.
        """
        self._enqueue(builder, entries, stay)

    def undo(self) -> None:
        self._enqueue("undo")

    def redo(self) -> None:
        self._enqueue("redo")

    @property
    def held(self) -> int:
        """How many edits could not be saved. They are tried again with the next edit, or by `try_again`."""
        return self._edits.held

    def try_again(self) -> None:
        """Saves what could not be saved."""
        self._edits.try_again()

    def take_held(self) -> list[Step]:
        """Hands over the edits that could not be saved, so that they can be resumed in a copy of the
        project."""
        return self._edits.take_held()

    def resume(self, steps: Sequence[Step]) -> None:
        """Makes edits that were asked for in the project of which this one is a copy; their report has to
        be open."""
        for step in steps:
            self._enqueue(step.work, step.entries, step.stay)

    def _enqueue(self, work: Builder | str, entries: int = 1, stay: tuple[str, ...] = ()) -> None:
        if self.project is None or self.review is None or self.reviewer is None or self._closing:
            return
        if self.read_only:
            self.refuse(f"{self.project.path}: opened for reading only; nothing can be changed in it.")
        else:
            self._edits.add(Step(self.project, self.review, self.reviewer, work, entries, stay))

    def _refused(self, step: Step, error: UserFacingError) -> None:
        self._stay(step)
        self.refuse(str(error))

    def refuse(self, sentence: str) -> None:
        """Says why what is selected cannot be edited."""
        self.failed.emit(sentence)
        self.refused.emit(sentence)

    def _stopped(self, step: Step, error: UserFacingError) -> None:
        self._stay(step)
        self.notSaved.emit(error)
        self.failed.emit(str(error))

    def _stay(self, step: Step) -> None:
        """Goes back to what a failed edit was about: accepting goes on before it is known whether it
        fails."""
        stay = [node_id for node_id in step.stay if node_id in step.review.outline]
        if stay and step.review is self.review:
            self.select(stay, "edit")

    def _committed(self, step: Step, changes: ChangeSet) -> None:
        if step.review is self.review:
            self._announce(changes, step.is_reversal)
        else:
            self.take(changes)  # it was held while the report was closed and opened again
        self.saved.emit(datetime.now())

    def _announce(self, changes: ChangeSet, is_reversal: bool) -> None:
        """Tells views once what an edit changed in the open report, and in what is selected."""
        assert self.review is not None
        chosen = self.walk.chosen_after(self.review, changes, is_reversal)
        leads, self.selection = chosen != self.selection, chosen
        if chosen and not leads:
            self.attention.follow(self.review.frames_seen(chosen[0]))
        self.changed.emit(changes)
        if leads:
            self._tell_selected("edit")
        self._names.ask()

    def take(self, changes: ChangeSet, machine: str = "") -> None:
        """Takes over an edit that was committed in the background. `machine` is the id of the machine that
        made it, if one did."""
        review = self.review
        if self._edits.is_building:
            self._taken.append(partial(self.take, changes, machine))
        elif review is not None and review.document.id == changes.document and self.reviewer is not None:
            review.machines |= {machine} if machine else frozenset()
            review.apply(changes.edit)
            self._announce(changes, is_reversal=False)
            self.saved.emit(datetime.now())

    def _settle(self) -> None:
        taken, self._taken = self._taken, []
        for take in taken:
            take()
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
        if self.review is None:
            return
        if chosen == self.selection:
            self.selectedAgain.emit(chosen, origin)
            return
        self.selection = chosen
        self._tell_selected(origin)

    def _tell_selected(self, origin: str) -> None:
        assert self.review is not None
        chosen = self.selection
        self.attention.forget(self.review.frames_seen(chosen[0]) if chosen else 1)
        if self.caret is not None and self.caret[0] not in chosen[:1]:
            self.caret = None
        self.selectionChanged.emit(chosen, origin)

    def set_caret(self, node_id: str, offset: int) -> None:
        """Sets where the text cursor stands in a node's text, in code points: there "split" splits."""
        self.caret = (node_id, offset)
        self.caretChanged.emit()

    def set_words_selected(self, selected: bool) -> None:
        """Sets whether words of the page are selected, from which an entry can be made, extended or
        shrunk."""
        if selected != self.words_selected:
            self.words_selected = selected
            self.caretChanged.emit()

    def request(self, action_id: str) -> None:
        """Asks the views to carry out an action on what is selected; the one that knows it does."""
        self.requested.emit(action_id)

    # --- the end ---------------------------------------------------------------------------------------

    def close(self, done: Callable[[], None] | None = None) -> None:
        """Takes no more edits, waits for pending ones and closes the project; then calls `done`."""
        if done is not None:
            self._when_closed.append(done)
        if self._closed:
            self._tell_closed()
        elif not self._closing:
            self._closing = True
            self.idle.connect(self._end, Qt.ConnectionType.QueuedConnection)
            if self.is_idle:
                self.idle.emit()

    def _end(self) -> None:
        """Closes the file in the background once all edits are committed, then ends the threads."""
        if self.is_idle and not self._ending:
            self._ending = True
            self.close_document()
            self.run(close_all, self.project, self._arriving, done=self._ended)

    def _ended(self, future: Future[None]) -> None:
        self._forget_project()
        self._edits.close()
        self._background.close(partial(self._threads_ended, future))

    def _threads_ended(self, future: Future[None]) -> None:
        self._closed = True
        self._tell_closed()
        future.result()

    def _tell_closed(self) -> None:
        waiting, self._when_closed = self._when_closed, []
        for done in waiting:
            done()


def _read(project: Project, document_id: str) -> Review:
    """Reads a report, and works out in the background as much as possible of what the window needs."""
    review = project.review(document_id)
    review.outline.put_in_order()
    return review
