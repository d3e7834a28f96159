"""The inspector: everything about what is selected, to read and to change."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gui.action_set import ActionSet
from gui.inspector.head import Head
from gui.inspector.history import MOST, HistoryBlock
from gui.inspector.place import PlaceBlock
from gui.inspector.slots import AddresseesBlock, ForceBlock, RoleBlock, VerbBlock, words_in
from gui.inspector.subject import Subject
from gui.inspector.text_editor import TextEditor
from gui.session import Session
from gui.theme import BETWEEN, INSIDE
from model import editing
from model.edits import ChangeSet, Edit
from model.labels import Reviewer, Slot, Span
from model.nodes import Kind
from model.review import Review
from model.schemes import Scheme

ORIGIN = "inspector"
_TEXT_SHARE = 0.45  # of the panel's height, that a long text may take
_NOTHING = (
    "Select an entry in the outline or on the page to see and change it here.\n\n"
    "J and K go to the next and the previous one."
)
_NO_DOCUMENT = "What you select in a report is shown here."


class InspectorPanel(QWidget):
    """Text, values, place and history of what is selected; of several entries, what they share."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = action_set
        self._names: dict[str, str] = {}
        self._subject: Subject | None = None
        self._came_from: QWidget | None = None
        self.setAccessibleName("Inspector")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = Head(action_set, self)
        self.text = TextEditor(self)
        self.role = RoleBlock(self)
        self.force = ForceBlock(self)
        self.addressees = AddresseesBlock(self)
        self.verb = VerbBlock(self)
        self.place = PlaceBlock(action_set, self)
        self.history = HistoryBlock(self)
        self._compose()
        self._connect()
        self._refresh()

    def view_state(self) -> dict[str, Any]:
        """Which parts are unfolded, as JSON values."""
        return {"history": self.history.is_open, "reasons": self.head.sure.is_open}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave."""
        self.history.set_open(bool(state.get("history", False)))
        self.head.sure.set_open(bool(state.get("reasons", False)))

    # --- its parts

    def _compose(self) -> None:
        self._parts = QWidget(self)
        self._parts.setObjectName("parts")
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(INSIDE, 2, INSIDE, INSIDE)
        column.setSpacing(BETWEEN)
        for part in (self.text, self.role, self.force, self.addressees, self.verb, self.place, self.history):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._parts)
        full = QWidget(self)
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self._scroll, 1)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(2 * INSIDE)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)
        self._full = full
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        session = self._session
        session.documentOpened.connect(self._document_opened)
        session.documentClosed.connect(self._refresh)
        session.changed.connect(self._changed)
        session.selectionChanged.connect(self._selection_changed)
        session.reviewerChanged.connect(self._ask_names)
        session.schemeChanged.connect(self._scheme_changed)
        session.requested.connect(self._requested)
        self.head.asked.connect(self._act)
        self.text.committed.connect(self._correct)
        self.text.caretMoved.connect(self._caret_moved)
        self.text.left.connect(self._go_back)
        self.role.chosen.connect(self._choose_role)
        self.force.chosen.connect(self._choose_force)
        self.addressees.chosen.connect(self._choose_addressees)
        self.verb.chosen.connect(self._choose_verb)
        self.place.kindChosen.connect(self._choose_kind)
        self.place.numberTyped.connect(self._renumber)
        for field in (self.verb.field, self.place.number):
            field.left.connect(self._go_back)
        for block in (self.role, self.force, self.addressees, self.verb):
            block.aboveAsked.connect(self._go_above)
        self.history.unfolded.connect(self._ask_history)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.text.set_room(int(self.height() * _TEXT_SHARE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ask_history()

    # --- the session

    def _document_opened(self, review: Review) -> None:
        self._ask_names()
        self._refresh()

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        shown = self._subject.nodes[0].id if self._subject is not None else None
        for field in (self.verb.field, self.place.number):
            if shown is not None and shown not in ids[:1]:
                field.finish()
        if shown not in ids[:1]:
            self._scroll.verticalScrollBar().setValue(0)
            self.history.lines.clear()
        self._refresh()

    def _scheme_changed(self, scheme: Scheme) -> None:
        self.role.set_scheme(scheme)
        self._refresh()

    def _changed(self, changes: ChangeSet) -> None:
        self._refresh()

    def _refresh(self, *_: object) -> None:
        session = self._session
        nodes = ()
        if session.review is not None and session.reviewer is not None:
            there = (session.review.outline.get(node_id) for node_id in session.selection)
            nodes = tuple(node for node in there if node is not None)
        if not nodes:
            self._subject = None
            self.text.show_entry("", "", {})
            self._empty.setText(_NOTHING if session.review is not None else _NO_DOCUMENT)
            self._stack.setCurrentWidget(self._empty)
            return
        self._subject = Subject(session.review, session.reviewer, nodes, self._names, session.scheme)
        self._show(self._subject)
        self._stack.setCurrentWidget(self._full)

    def _show(self, subject: Subject) -> None:
        self.head.show_subject(subject)
        self.head.refresh_actions()
        evidence = subject.evidence
        self.text.setVisible(subject.single)
        if subject.single:
            self.text.show_entry(subject.node.id, subject.node.text, evidence)
        else:
            self.text.show_entry("", "", {})
        classified, anatomy = subject.classified, subject.has_anatomy
        self.role.setVisible(classified)
        self.force.setVisible(anatomy)
        self.addressees.setVisible(anatomy and subject.single)
        self.verb.setVisible(anatomy and subject.single)
        if classified:
            self.role.show_value(subject.value(Slot.ROLE), Slot.ROLE in evidence)
        if anatomy:
            self.force.show_value(subject.value(Slot.FORCE), Slot.FORCE in evidence)
        if anatomy and subject.single:
            self.addressees.show_value(subject.value(Slot.ADDRESSEES), Slot.ADDRESSEES in evidence)
            self.verb.show_value(subject.value(Slot.VERB), Slot.VERB in evidence)
        self.place.show_subject(subject)
        self.history.setVisible(subject.single)
        self._ask_history()

    def _requested(self, action_id: str) -> None:
        if action_id == "edit-text" and self._subject is not None and self._subject.single:
            self._came_from = QApplication.focusWidget()
            self._scroll.ensureWidgetVisible(self.text)
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_back(self) -> None:
        """The keys go back to where they were before the text was edited."""
        back, self._came_from = self._came_from, None
        if back is None or not isValid(back) or back is self.text or not back.isVisible():
            back = self
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_above(self, node_id: str) -> None:
        self._session.select((node_id,), ORIGIN)

    # --- what is asked for

    def _act(self, action_id: str) -> None:
        self._actions[action_id].trigger()

    def _caret_moved(self, node_id: str, offset: int) -> None:
        if self._session.selection[:1] == (node_id,):
            self._session.set_caret(node_id, offset)

    def _correct(self, node_id: str, text: str) -> None:
        self._session.perform(partial(_on_one, editing.set_text, node_id, text))

    def _renumber(self, number: str) -> None:
        if self._subject is not None:
            self._session.perform(partial(_on_one, editing.set_number, self._subject.node.id, number))

    def _choose_kind(self, value: str) -> None:
        self._session.perform(partial(_set_kind, self._session.selection, Kind(value)))

    def _choose_role(self, value: str) -> None:
        if value:
            self._act(f"role-{value}")
        else:
            self._label(Slot.ROLE, None)

    def _choose_force(self, force: int) -> None:
        if force:
            self._act(f"force-{force}")
        else:
            self._label(Slot.FORCE, None)

    def _choose_addressees(self, values: list[str]) -> None:
        self._label(Slot.ADDRESSEES, values)

    def _choose_verb(self, words: str) -> None:
        text = self._subject.node.text if self._subject is not None else ""
        self._label(Slot.VERB, words or None, tuple(Span(*place) for place in words_in(text, words)))

    def _label(self, slot: Slot, value: Any, evidence: tuple[Span, ...] = ()) -> None:
        ids = tuple(node.id for node in self._subject.nodes) if self._subject is not None else ()
        self._session.perform(partial(_set_label, ids, slot, value, evidence))

    # --- names and history, read in the background

    def _ask_names(self, *_: object) -> None:
        if self._session.project is not None:
            self._session.run(self._session.project.reviewers, done=self._names_arrived)

    def _names_arrived(self, future: Future[list[Reviewer]]) -> None:
        if future.cancelled() or future.exception() is not None:
            return  # ids are shown where names cannot be read
        self._names = {reviewer.id: reviewer.name for reviewer in future.result()}
        self._refresh()

    def _ask_history(self) -> None:
        session, subject = self._session, self._subject
        if subject is None or not subject.single or not self.history.is_open or session.project is None:
            return
        node_id = subject.node.id
        session.run(session.project.history, session.review.document.id, node_id, MOST + 1,
                    done=partial(self._history_arrived, node_id))  # fmt: skip

    def _history_arrived(self, node_id: str, future: Future[Any]) -> None:
        if self._subject is None or self._subject.node.id != node_id:
            return
        if not future.cancelled() and future.exception() is None:
            self.history.show_entries(future.result())


def _on_one(change: Any, node_id: str, value: str, review: Review, reviewer: Reviewer) -> Edit | None:
    """An edit that was queued before may have taken the entry away."""
    return change(review, reviewer, node_id, value) if node_id in review.outline else None


def _set_kind(ids: tuple[str, ...], kind: Kind, review: Review, reviewer: Reviewer) -> Edit | None:
    there = [node_id for node_id in ids if node_id in review.outline]
    return editing.set_kind(review, reviewer, there, kind) if there else None


def _set_label(ids: tuple[str, ...], slot: Slot, value: Any, evidence: tuple[Span, ...], review: Review,
               reviewer: Reviewer) -> Edit | None:  # fmt: skip
    there = [node_id for node_id in ids if node_id in review.outline]
    return editing.label(review, reviewer, there, slot, value, evidence) if there else None
