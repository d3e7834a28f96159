"""The inspector: everything about what is selected, to read and to change."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.action_set import ActionSet
from gui.attention import Words
from gui.evidence import Light, lights_of
from gui.inspector.anatomy import Anatomy
from gui.inspector.asking import Asking
from gui.inspector.choices import RoleBlock
from gui.inspector.concepts import Concepts
from gui.inspector.head import Head
from gui.inspector.history import HistoryBlock
from gui.inspector.notes import NotesBlock
from gui.inspector.page import PartsPage
from gui.inspector.place import PlaceBlock
from gui.inspector.references import References
from gui.inspector.subject import Subject
from gui.inspector.table import TableBlock
from gui.inspector.text_editor import TextEditor
from gui.relay import succeeded
from gui.searching.jump import Jump
from gui.session import Session
from model.cells import cells_of
from model.edits import ChangeSet, DecisionChange
from model.labels import Reviewer, Slot, Span
from model.nodes import Kind, Node
from model.review import Review
from model.schemes import Scheme

if TYPE_CHECKING:
    from gui.vocabularies.keeper import Vocabularies
    from storage.project import Project

ORIGIN = "inspector"
_TEXT_SHARE = 0.45  # of the panel's height, that a long text may take
_OF_SLOT = "slot-"
_DROPPED = "What was typed was dropped; E and Ctrl+Z bring it back."


class InspectorPanel(QWidget):
    """Text, values, notes, place and history of what is selected; of several entries, what they share."""

    def __init__(self, session: Session, action_set: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jump = Jump(session, ORIGIN, self)
        self._actions = action_set
        self._names: dict[str, str] = {}
        self._subject: Subject | None = None
        self._came_from: QWidget | None = None
        self.asking = Asking(session)
        self.concepts = Concepts(session, self)
        self.setAccessibleName("Inspector")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = Head(action_set, self)
        self.text = TextEditor(self)
        self.table = TableBlock(self)
        self.role = RoleBlock(self)
        references = References(session, self)
        self.anatomy = Anatomy(self.asking, action_set, session.attention, self.concepts, references, self)
        self.notes = NotesBlock(self)
        self.place = PlaceBlock(action_set, self)
        self.history = HistoryBlock(session, self)
        self._compose()
        self._connect()
        if session.project is not None:
            self._project_opened(session.project)
        self._scheme_changed(session.scheme)
        self._ask_names()

    def view_state(self) -> dict[str, Any]:
        """Which parts are unfolded, as JSON values."""
        return {"history": self.history.is_open, "reasons": self.head.sure.is_open}

    def restore_view_state(self, state: dict[str, Any]) -> None:
        """Takes back what `view_state` gave."""
        self.history.set_open(bool(state.get("history", False)))
        self.head.sure.set_open(bool(state.get("reasons", False)))

    def set_vocabularies(self, vocabularies: Vocabularies) -> None:
        """Where themes and beneficiaries come from."""
        self.concepts.set_source(vocabularies)

    def fill(self, slot: Slot, span: Span) -> None:
        """Words of the selected entry's text are a value of a slot."""
        self._came_from = QApplication.focusWidget()
        self.anatomy.fill(slot, span)

    # --- its parts

    def _compose(self) -> None:
        parts = (self.text, self.table, self.role, *self.anatomy.parts, self.notes, self.place, self.history)
        self.page = PartsPage(self.head, parts, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _connect(self) -> None:
        session, asking = self._session, self.asking
        session.projectOpened.connect(self._project_opened)
        session.documentOpened.connect(self._document_opened)
        session.documentClosed.connect(self._refresh)
        session.changed.connect(self._changed)
        session.selectionChanged.connect(self._selection_changed)
        session.reviewerChanged.connect(self._ask_names)
        session.schemeChanged.connect(self._scheme_changed)
        session.requested.connect(self._requested)
        session.attention.frameChanged.connect(self._refresh)
        session.attention.wordsChanged.connect(self._words_chosen)
        session.caretChanged.connect(self._words_chosen)
        session.attention.litChanged.connect(self._light)
        session.attention.foundChanged.connect(self._light)
        self.concepts.arrived.connect(self._refresh)
        self.head.asked.connect(self._act)
        self.text.committed.connect(asking.text)
        self.text.dropped.connect(partial(self._session.told.emit, _DROPPED))
        self.text.caretMoved.connect(self._caret_moved)
        self.text.wordsSelected.connect(self._words_selected)
        self.table.committed.connect(asking.cells)
        self.table.caretMoved.connect(self._caret_moved)
        self.table.splitAsked.connect(partial(self._act, "split"))
        self.role.chosen.connect(self._choose_role)
        self.role.aboveAsked.connect(self._jump.anywhere)
        self.anatomy.aboveAsked.connect(self._jump.anywhere)
        self.anatomy.entryAsked.connect(self._jump.anywhere)
        self.anatomy.left.connect(self._return)
        self.notes.written.connect(asking.note)
        self.place.numberTyped.connect(asking.number)
        for field in (self.text, self.table, self.notes.field, self.place.number):
            field.left.connect(self._go_back)
        for words in (self.text, self.notes.field):
            session.failed.connect(words.take_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.text, self.table):
            part.set_room(int(self.height() * _TEXT_SHARE))

    # --- the session

    def _project_opened(self, project: Project) -> None:
        """What was opened for reading only looks like it."""
        writable = not project.read_only
        self.text.setReadOnly(not writable)
        for block in (self.table, self.role, *self.anatomy.blocks.values(), self.notes, self.place):
            block.set_writable(writable)
        self.anatomy.adding.setEnabled(writable)

    def _document_opened(self, review: Review) -> None:
        self._ask_names()
        self._refresh()

    def _selection_changed(self, ids: tuple[str, ...], origin: str) -> None:
        shown = self._subject.nodes[0].id if self._subject is not None else None
        if shown not in ids[:1]:
            if shown is not None:
                self.anatomy.finish()
                self.place.number.finish()
            self.anatomy.fold()
            self.page.scroller.verticalScrollBar().setValue(0)
            self.history.lines.clear()
            self._leave_field()
        self._refresh()

    def _leave_field(self) -> None:
        """Letters that were typed into one entry are actions on the next, to which a key has led."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focus):
            self._go_back()

    def _scheme_changed(self, scheme: Scheme) -> None:
        self.role.set_scheme(scheme)
        self.anatomy.set_scheme(scheme)
        self._refresh()

    def _changed(self, changes: ChangeSet) -> None:
        """Where the edit leads elsewhere, that is told next, and what is half typed here is kept first."""
        said = (change.key.reviewer for change in changes.edit.changes if isinstance(change, DecisionChange))
        if any(reviewer not in self._names for reviewer in said):  # labels of somebody new came in
            self._ask_names()
        shown = self._subject.nodes[0].id if self._subject is not None else None
        if shown is None or shown in self._session.selection[:1]:
            self._refresh()

    def _refresh(self, *_: object) -> None:
        session = self._session
        review, reviewer = session.review, session.reviewer
        there = [review.outline.get(node_id) for node_id in session.selection] if review is not None else []
        nodes = tuple(node for node in there if node is not None)
        if review is None or reviewer is None or not nodes:
            self._subject = self.asking.subject = None
            self.history.show_subject(None)
            self.text.show_entry("", "")
            self.notes.field.show_text("", "")
            self.page.show_nothing(review is not None)
            return
        frame = session.attention.frame if len(nodes) == 1 else 0
        self._subject = Subject(review, reviewer, nodes, self._names, session.scheme, frame)
        self.asking.subject = self._subject
        self._show(self._subject)
        self.page.show_parts()

    def _show(self, subject: Subject) -> None:
        self.head.show_subject(subject)
        self.head.refresh_actions()
        lights = self._lights(subject)
        lit_slots = frozenset(light.slot for light in lights)
        self.notes.setVisible(subject.single)
        node, review = subject.node, subject.review
        cells = cells_of(node) if subject.single and node.kind is Kind.TABLE else ()
        focus = QApplication.focusWidget()
        if not cells and focus is not None and self.table.isAncestorOf(focus):
            self._go_back()  # else Qt gives the keys to the next field, where they would type
        self.text.setVisible(subject.single and not cells)
        self.table.setVisible(bool(cells))
        self.table.show_table(node.id if cells else "", node.text, cells, review.document.language)
        if subject.single:
            self._show_text(node, lights)
            self.notes.show_notes(node.id, review.notes(node.id), subject.reviewer.id, self._names)
        else:
            self.text.show_entry("", "")
            self.notes.field.show_text("", "")
        self.role.setVisible(subject.classified)
        if subject.classified:
            self.role.show_value(subject.value(Slot.ROLE), Slot.ROLE in lit_slots)
        self.anatomy.show_subject(subject, lit_slots)
        self.place.show_subject(subject)
        self.history.show_subject(subject)

    def _lights(self, subject: Subject) -> tuple[Light, ...]:
        if not subject.single or not subject.classified:
            return ()
        lit = self._session.attention.lit
        return lights_of(
            subject.review, subject.reviewer.id, subject.node.id, subject.scheme, subject.frame, lit
        )

    def _light(self) -> None:
        if self._subject is not None and self._subject.single:
            self._show_text(self._subject.node, self._lights(self._subject))

    def _show_text(self, node: Node, lights: tuple[Light, ...]) -> None:
        found = self._session.attention.found
        spans = found.spans if found is not None and found.text == node.text else ()
        if self.text.isHidden():  # a table's cells are shown; to lay out their text would take long
            self.text.show_entry("", "")
            self.table.show_found(spans)
        else:
            self.text.show_entry(node.id, node.text, lights, spans)

    def _requested(self, action_id: str) -> None:
        if self._subject is None or not self._subject.single:
            return
        if action_id == "edit-text" and self.table.isVisible():
            self._edit(self.table.view)
            self.table.edit()
        elif action_id == "edit-text":
            self._edit(self.text)
        elif action_id == "edit-note":
            self._edit(self.notes.field)
        elif action_id.startswith(_OF_SLOT):
            self._slot_asked(Slot(action_id.removeprefix(_OF_SLOT)))

    def _edit(self, field: QWidget) -> None:
        focus = QApplication.focusWidget()
        if focus is not field:
            self._came_from = focus
        self.page.scroller.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _slot_asked(self, slot: Slot) -> None:
        """The words that are selected in the text, or the way to the slot."""
        assert self._subject is not None
        words = self._session.attention.words
        if words is not None and words.entry == self._subject.node.id:
            self.text.drop_selection()
            self.fill(slot, words.span)
            return
        self._came_from = QApplication.focusWidget()
        self.anatomy.go_to(slot)
        self.page.scroller.ensureWidgetVisible(self.anatomy.blocks[slot])

    def _return(self) -> None:
        """After a value was typed: back, where a key led here."""
        if self._came_from is not None:
            self._go_back()

    def _go_back(self) -> None:
        """The keys go back to where they were before something was edited."""
        back, self._came_from = self._came_from, None
        if back is None or not isValid(back) or back is self.text or not back.isVisible():
            back = self
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is asked for

    def _act(self, action_id: str) -> None:
        self._actions[action_id].trigger()

    def _caret_moved(self, node_id: str, offset: int) -> None:
        if self._session.selection[:1] == (node_id,):
            self._session.set_caret(node_id, offset)

    def _words_selected(self, node_id: str, span: Span | None) -> None:
        if self._session.selection[:1] == (node_id,):
            self._session.attention.set_words(Words(node_id, span) if span is not None else None)

    def _words_chosen(self) -> None:
        if self._session.attention.words is not None or self._session.words_selected:
            self.asking.warm()

    def _choose_role(self, value: str) -> None:
        if value:
            self._act(f"role-{value}")
        else:
            self.asking.label(Slot.ROLE, None)

    # --- names, read in the background

    def _ask_names(self, *_: object) -> None:
        if self._session.project is not None:
            self._session.run(self._session.project.reviewers, done=self._names_arrived)

    def _names_arrived(self, future: Future[list[Reviewer]]) -> None:
        if succeeded(future):  # ids are shown where names cannot be read
            self._names = {reviewer.id: reviewer.name for reviewer in future.result()}
            self._refresh()
