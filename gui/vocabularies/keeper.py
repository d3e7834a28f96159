"""The vocabularies that the open project uses, read in the background and kept for all who show concepts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job, Jobs
from gui.latest import Latest
from gui.session import Session
from model.edits import ChangeSet
from model.errors import UserFacingError
from model.labels import Slot

if TYPE_CHECKING:
    from model.vocabularies import Vocabulary
    from storage.progress import GoesOn
    from storage.project import Project
    from storage.vocabularies import Stored


class Vocabularies(QObject):
    """What is in use by slot, and the ways to change it. All that takes time is done in the background.

    `changed` comes when what is in use was read, so a view asks `in_use` again then.
    """

    changed = Signal()
    added = Signal(object, tuple)  # Stored, and sentences on what its file had amiss
    refused = Signal(str)  # a sentence
    suggested = Signal(int)  # in so many reports other themes are suggested now

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._read: list[Vocabulary] | None = None
        self._others: list[Vocabulary] = []  # out of use; they know what was decided with them
        self._using, self._listing, self._reading = (Latest(session, self) for _ in range(3))
        self._job: Job | None = None
        session.projectOpened.connect(self._forget)
        session.projectClosed.connect(self._forget)

    def in_use(self, slot: Slot) -> list[Vocabulary]:
        """Those whose concepts fill a slot; none before they were read, which the first question begins."""
        if self._read is None and not self._using.busy:
            self._ask(self._using, _in_use, done=self._arrived)
        return [one for one in self._read or () if one.slot is slot]

    def label(self, slot: Slot, code: str, language: str = "en") -> str:
        """What a code means, by a vocabulary in use or one that was; the code itself where none knows it."""
        others = (one for one in self._others if one.slot is slot)
        return next((one.label(code, language) for one in (*self.in_use(slot), *others) if code in one), code)

    @property
    def is_busy(self) -> bool:
        """Whether themes are being suggested again."""
        return self._job is not None

    # --- changes

    def list_all(self, done: Callable[[list[Stored]], None]) -> None:
        self._ask(self._listing, _list_all, done=done)

    def read(self, key: int | str, done: Callable[[Vocabulary], None]) -> None:
        """A version with its concepts, made ready to be looked through."""
        self._ask(self._reading, _read, key, done=done)

    def add(self, path: Path, slot: Slot) -> None:
        """Reads a file and takes it into use; `added` or `refused` follows."""
        self._run(_add, path, slot, done=self._was_added)

    def use(self, key: int | str, used: bool) -> None:
        self._run(_use, key, used, done=self._is_other)

    def remove(self, key: int) -> None:
        self._run(_remove, key, done=self._is_other)

    def _was_added(self, added: tuple[Stored, tuple[str, ...]]) -> None:
        self.added.emit(*added)
        self._is_other()

    def _is_other(self, *_: object) -> None:
        self._ask(self._using, _in_use, done=self._arrived)
        self._suggest_themes()

    # --- in the background

    def _run(self, work: Callable[..., Any], *args: Any, done: Callable[[Any], None]) -> None:
        project = self._session.project
        if project is not None:
            self._session.run(work, project, *args, done=partial(self._ended, project, done))

    def _ended(self, project: Project, done: Callable[[Any], None], future: Future[Any]) -> None:
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.refused.emit(str(error))
        elif project is self._session.project:
            done(future.result())

    def _ask(self, latest: Latest, work: Callable[..., Any], *args: Any, done: Callable[[Any], None]) -> None:
        project = self._session.project
        if project is not None:
            latest.ask(work, project, *args, done=done)

    def _arrived(self, found: tuple[list[Vocabulary], list[Vocabulary]]) -> None:
        self._read, self._others = found
        self.changed.emit()

    def _forget(self, *_: object) -> None:
        self._read, self._others = None, []
        for latest in (self._using, self._listing, self._reading):
            latest.forget()
        self._end_job()

    def _suggest_themes(self) -> None:
        """Anew, by what is in use now; one that runs is given up."""
        self._end_job()
        project = self._session.project
        if project is not None:
            job = self._job = self._jobs.start("Suggesting themes")
            done = partial(self._have_suggested, job, project)
            self._session.run(_suggest_themes, project, job.goes_on, done=done)

    def _have_suggested(self, job: Job, project: Project, future: Future[list[ChangeSet]]) -> None:
        wanted = job is self._job
        if wanted:
            self._end_job()
        self._ended(project, partial(self._take, wanted), future)

    def _take(self, wanted: bool, changes: list[ChangeSet]) -> None:
        for one in changes:
            self._session.take(one)
        if wanted:
            self.suggested.emit(len(changes))

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.give_up()
            self._job = None


# Imported where they are used: SQLAlchemy takes a quarter of a second.


def _in_use(project: Project) -> tuple[list[Vocabulary], list[Vocabulary]]:
    from storage.vocabularies import vocabularies_in_use, vocabularies_out_of_use

    found = vocabularies_in_use(project)
    for one in found:
        one.prepare()
    return found, vocabularies_out_of_use(project)


def _list_all(project: Project) -> list[Stored]:
    from storage.vocabularies import stored_vocabularies

    return stored_vocabularies(project)


def _read(project: Project, key: int | str) -> Vocabulary:
    from storage.vocabularies import read_vocabulary

    found = read_vocabulary(project, key)
    found.prepare()
    return found


def _add(project: Project, path: Path, slot: Slot) -> tuple[Stored, tuple[str, ...]]:
    from model.vocabularies.apart import load_apart
    from storage.vocabularies import add_vocabulary

    vocabulary = load_apart(path, slot)
    return add_vocabulary(project, vocabulary), vocabulary.notes


def _use(project: Project, key: int | str, used: bool) -> None:
    from storage.vocabularies import use_vocabulary

    use_vocabulary(project, key, used)


def _remove(project: Project, key: int) -> None:
    from storage.vocabularies import remove_vocabulary

    remove_vocabulary(project, key)


def _suggest_themes(project: Project, goes_on: GoesOn) -> list[ChangeSet]:
    from storage.vocabularies import suggest_themes_again

    return suggest_themes_again(project, goes_on)
