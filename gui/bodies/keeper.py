"""The names of bodies in the open project: read in the background, made one, and back."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.latest import Latest
from gui.relay import succeeded
from gui.searching.jump import Jump
from gui.session import Session
from model.bodies import BadName, Bodies
from model.labels import NO_WORDS, Span

if TYPE_CHECKING:
    from storage.printed_names import Printed
    from storage.project import Project

ORIGIN = "bodies"


class BodyNames(QObject):
    """`changed` comes when the names were read, `kept` when others are one than before, `refused` with a
    sentence.

    What was done can be undone and redone while the project is open; what the project keeps of older versions
    is in its vocabularies.
    """

    changed = Signal(object, object)  # list of Printed, Bodies
    kept = Signal()
    refused = Signal(str)
    shown = Signal(str, tuple)  # an entry and the spans of the words to light on the page

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = Latest(session, self)
        self._jump = Jump(session, ORIGIN, self)
        self._jump.arrived.connect(self._arrived_at)
        self._words: tuple[str, Span] | None = None
        self._bodies = Bodies()
        self._undone: list[Bodies] = []
        self._done: list[Bodies] = []
        session.projectOpened.connect(self._forget)
        session.projectClosed.connect(self._forget)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def read(self) -> None:
        project, reviewer = self._session.project, self._session.reviewer
        if project is not None:
            self._latest.ask(_read, project, reviewer.id if reviewer else "", done=self._arrived)

    def _arrived(self, read: tuple[list[Printed], Bodies]) -> None:
        names, self._bodies = read
        self.changed.emit(names, self._bodies)

    # --- which are one

    def join(self, printed: Collection[str], name: str) -> None:
        """Makes names one body under a name for the project."""
        try:
            self._change(self._bodies.joined(printed, name))
        except BadName as error:
            self.refused.emit(str(error))

    def part(self, printed: Collection[str]) -> None:
        """Makes each of the names a body of its own again."""
        self._change(self._bodies.parted(printed))

    def undo(self) -> None:
        if self._done:
            self._undone.append(self._bodies)
            self._keep(self._done.pop())

    def redo(self) -> None:
        if self._undone:
            self._done.append(self._bodies)
            self._keep(self._undone.pop())

    def _change(self, bodies: Bodies) -> None:
        if bodies != self._bodies and not self._session.read_only:
            self._done.append(self._bodies)
            self._undone.clear()
            self._keep(bodies)

    def _keep(self, bodies: Bodies) -> None:
        project = self._session.project
        if project is not None:
            self._bodies = bodies
            self._session.run(_keep, project, bodies, done=partial(self._is_kept, project))

    def _is_kept(self, project: Project, future: Future[None]) -> None:
        self._session.value_of(future)
        if project is not self._session.project:
            return
        if not succeeded(future):
            self._done.clear()
            self._undone.clear()
        self.read()
        self.kept.emit()

    # --- going there

    def go_to(self, one: Printed, place: int) -> None:
        """Selects an entry that prints a name, and lights its words."""
        document, node, span = one.places[place % len(one.places)]
        self._words = (node, span)
        self._jump.to(document, node)

    def _arrived_at(self, node: str) -> None:
        if self._words is not None and self._words[0] == node:
            span = self._words[1]
            self.shown.emit(node, (span,) if span != NO_WORDS else ())

    def _forget(self, *_: object) -> None:
        self._done, self._undone, self._words = [], [], None
        self._bodies = Bodies()
        self._latest.forget()
        self.changed.emit([], self._bodies)


# Imported where they are used: SQLAlchemy takes a quarter of a second.


def _read(project: Project, reviewer: str) -> tuple[list[Printed], Bodies]:
    from storage.bodies import read_bodies
    from storage.printed_names import printed_names

    with project.reading() as connection:
        return printed_names(connection, reviewer), read_bodies(connection)


def _keep(project: Project, bodies: Bodies) -> None:
    from storage.bodies import keep_bodies

    keep_bodies(project, bodies)
