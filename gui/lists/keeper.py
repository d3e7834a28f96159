"""The entries of all lists of the open project: read in the background, changed by edits, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.edit_queue import Builder
from gui.latest import Latest
from gui.lists.model import searched
from gui.searching.jump import Jump
from gui.session import Session
from model.edits import ChangeSet, DecisionChange, Edit
from model.labels import NO_WORDS, Reviewer, Slot, Span
from model.lists import ListKind
from model.review import Review

if TYPE_CHECKING:
    from storage.listing import Listed
    from storage.project import Project

ORIGIN = "lists"
_REST_MS = 60  # after a change, before the entries are read again


class Lists(QObject):
    """`changed` comes with all entries whenever they were read; only while somebody `watches`.

    What a person changes is an edit of the report that holds the entry. A report that is not open is opened
    first, so that what changes is seen, and can be undone.
    """

    changed = Signal(object, object)  # lists of Listed, and of the words that can be looked for in each
    shown = Signal(str, tuple)  # a node and the spans of the words to light on the page

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(session, self)
        self._jump = Jump(session, ORIGIN, self)
        self._watched = False
        self._waiting: tuple[str, Callable[[], None]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read)
        session.changed.connect(self._edited)
        session.libraryChanged.connect(self._rest.start)
        session.projectClosed.connect(self._closed)
        session.reviewerChanged.connect(self._rest.start)
        session.documentOpened.connect(self._opened)

    def watch(self, watched: bool) -> None:
        """Whether anybody looks at the entries; then they are read now and after every change."""
        self._watched = watched
        if watched:
            self.read()

    def read(self) -> None:
        project, reviewer = self._session.project, self._session.reviewer
        if self._watched and project is not None and reviewer is not None:
            self._latest.ask(_read, project, reviewer.id, done=self._arrived)

    def _arrived(self, read: tuple[list[Listed], list[str]]) -> None:
        self.changed.emit(*read)

    # --- going there

    def go_to(self, entry: Listed) -> None:
        """Selects what holds an entry, and lights its words on the page."""
        self._when_open(entry.document, partial(self._light, entry))
        self._jump.to(entry.document, entry.node)

    def _light(self, entry: Listed) -> None:
        self._session.select((entry.node,), ORIGIN)
        self.shown.emit(entry.node, (entry.span,) if entry.span != NO_WORDS else ())

    # --- changing

    def change(self, entry: Listed, field: str, text: str) -> None:
        if field == "agenda_item" and entry.list == ListKind.AGENDA:
            field = "number"  # an item of the agenda is not under another
        self._perform(entry, partial(_change, entry.node, entry.place, entry.value, {field: text}))

    def add(self, beside: Listed, name: str) -> None:
        """One more entry like another, tied to its words: in the selected part of the report where they stand
        there, else where the other stands."""
        kept = {key: beside.value[key] for key in ("list", "category", "agenda_item") if key in beside.value}
        current, review = self._session.current, self._session.review
        here = review is not None and review.document.id == beside.document
        node = current.id if here and current is not None and name in current.text else beside.node
        self._perform(beside._replace(node=node), partial(_add, node, {**kept, "name": name}))

    def add_here(self, kind: str, name: str) -> None:
        """The first entry of a list in the selected part of the open report."""
        current = self._session.current
        if current is not None:
            self._session.perform(partial(_add, current.id, {"list": kind, "name": name}))

    def remove(self, entries: Collection[Listed]) -> None:
        """Takes out those of the entries that are of one report, the first's: an edit for each node."""
        first = next(iter(entries))
        places: dict[str, set[int]] = {}
        for entry in entries:
            if entry.document == first.document:
                places.setdefault(entry.node, set()).add(entry.place)
        self._perform(first, *[partial(_remove, node, of_node) for node, of_node in places.items()])

    def _perform(self, entry: Listed, *builders: Builder) -> None:
        self._when_open(entry.document, partial(self._perform_all, builders))
        self._jump.to(entry.document, entry.node)

    def _perform_all(self, builders: Iterable[Builder]) -> None:
        for builder in builders:
            self._session.perform(builder)

    def _when_open(self, document: str, act: Callable[[], None]) -> None:
        review = self._session.review
        if review is not None and review.document.id == document:
            act()
        else:
            self._waiting = (document, act)

    # --- what happens

    def _opened(self, review: Review) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting[0] == review.document.id:
            waiting[1]()

    def _edited(self, changes: ChangeSet) -> None:
        edit = changes.edit
        if changes.structural or edit.document is not None or any(map(_is_of_entries, edit.changes)):
            self._rest.start()

    def _closed(self) -> None:
        self._waiting = None
        self._latest.forget()
        self.changed.emit([], [])


def _is_of_entries(change: object) -> bool:
    return isinstance(change, DecisionChange) and change.key.slot is Slot.ENTRIES


def _read(project: Project, reviewer: str) -> tuple[list[Listed], list[str]]:
    from storage.listing import read_entries

    with project.reading() as connection:
        entries = read_entries(connection, reviewer)
    return entries, [searched(entry) for entry in entries]


def _change(node: str, place: int, before: Mapping[str, Any], fields: Mapping[str, str], review: Review,
            reviewer: Reviewer) -> Edit | None:  # fmt: skip
    from model.editing.listing import change_entry

    return change_entry(review, reviewer, node, place, before, **fields)


def _add(node: str, entry: Mapping[str, Any], review: Review, reviewer: Reviewer) -> Edit:
    from model.countries import find
    from model.editing.listing import add_entry
    from model.lists import codes_of

    at = review.outline[node].text.find(entry["name"]) if node in review.outline else -1
    span = Span(at, at + len(entry["name"])) if at >= 0 else NO_WORDS
    return add_entry(review, reviewer, node, {**entry, **codes_of(find(entry["name"]))}, span)


def _remove(node: str, places: Collection[int], review: Review, reviewer: Reviewer) -> Edit:
    from model.editing.listing import remove_entries

    return remove_entries(review, reviewer, node, places)
