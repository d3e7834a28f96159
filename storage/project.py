"""A project: one file with reports, everybody's decisions on them, and the ledger of all edits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy.engine import Connection

from model.edits import ChangeSet, Edit
from model.labels import Reviewer
from model.paths import followed
from model.review import Review
from model.schemes import Scheme
from storage.copying import copy_to
from storage.errors import ProjectError, ProjectExists, ProjectReadOnly
from storage.ledger import (
    EntryKind,
    HistoryEntry,
    edits_after,
    history,
    name_to_revert,
    recent_work,
    record,
    redo,
    undo,
)
from storage.loading import DocumentRow, list_documents, load_review
from storage.open_file import OpenFile
from storage.people import find_person, person, reviewers, tidy_name
from storage.schemes import SchemeVersion, current_scheme, save_scheme, scheme_versions
from storage.settings import read_setting, write_setting
from storage.shown import alone_setting, who_judges_alone
from storage.sources import find_source, readable_copy
from storage.sqlite import driver_connection, explained
from storage.storing import remove_some, unfinished_documents
from storage.taking_out import TakenOut, put_back, take_out, taken_out
from storage.work_done import Work, work_done
from storage.writer import Priority

if TYPE_CHECKING:
    from model.labels import Span
    from storage.searching import Criteria, FacetCounts, SearchResult

T = TypeVar("T")


class Project:
    """An open project file. Reading works from any thread; writing is done by one thread in the background.

    Every method may raise a `storage.errors.ProjectError`; futures carry theirs. Made by `create` and `open`.
    """

    def __init__(self, file: OpenFile) -> None:
        self.path = file.path
        self._file = file

    # --- opening and closing

    @classmethod
    def create(cls, path: Path | str, reviewer_name: str | None = None) -> Self:
        """A new, empty project. Raises ProjectExists rather than overwrite anything, ProjectMissing,
        ProjectReadOnly."""
        project = cls(OpenFile.new(followed(Path(path))))
        try:
            if reviewer_name:
                project.person(reviewer_name)
        except BaseException:
            project.close()
            raise
        return project

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """Opens a project, brought up to date if an older Paraph made it.

        With `read_only` it may be open elsewhere, or lie where nothing can be written; then every writing
        method raises ProjectReadOnly. Raises ProjectMissing, NotAProject, ProjectDamaged, ProjectTooNew,
        ProjectLocked, ProjectReadOnly.
        """
        path = followed(Path(path))
        if read_only:
            return cls(OpenFile.to_read(path))
        project = cls(OpenFile.to_write(path))
        try:
            project.remove_unfinished()
        except BaseException:
            project.close()
            raise
        return project

    def remove_unfinished(self) -> None:
        """Removes what interrupted imports left; no other import may be running."""
        with suppress(ProjectError):
            with self.reading() as connection:
                left = unfinished_documents(connection)
            for document in left:
                self.remove_document(document)

    def remove_document(self, key: int) -> None:
        """Removes an unfinished document by its key. If that fails, no list shows it, and the next opening
        tries again."""
        with suppress(ProjectError):
            while self.write(partial(remove_some, document=key), Priority.IMPORT).result():
                pass

    def close(self) -> None:
        """Finishes all edits that were asked for, and closes the file. May be called twice."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        return self._file.writer is None

    @property
    def note(self) -> str:
        """What the user should know about the opening of the project; usually empty."""
        if (aside := self._file.log_aside) is None:
            return ""
        return f"A log of another file lay beside {self.path.name}; it is kept as {aside.name}, and not read."

    # --- reading

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent, unchanging view of the project, for `storage/` itself."""
        with explained(self.path), self._file.reading() as connection:
            yield connection

    def documents(self, reviewer: Reviewer | None = None) -> list[DocumentRow]:
        """All imported documents, in the order of their import, with how far their review has come, as this
        reviewer sees it."""
        with self.reading() as connection:
            return list_documents(connection, reviewer.id if reviewer else "")

    def review(self, document_id: str, reviewer: Reviewer | None = None) -> Review:
        """A document with its tree and decisions as they are now, for this reviewer. Raises KeyError for
        an unknown id."""
        with self.reading() as connection:
            review = load_review(connection, document_id)
            review.alone = who_judges_alone(connection, reviewer.id) if reviewer else ""
            return review

    def who_judges_alone(self, reviewer: Reviewer) -> str:
        """The reviewer's id if that person reviews independently in this project, else empty."""
        with self.reading() as connection:
            return who_judges_alone(connection, reviewer.id)

    def reviewers(self) -> list[Reviewer]:
        """Everybody who may decide or has decided something, people first."""
        with self.reading() as connection:
            return reviewers(connection)

    def source(self, document_id: str) -> Path:
        """A PDF file with exactly the imported bytes: the original, or a copy in the user's cache."""
        with self.reading() as connection:
            return readable_copy(connection, find_source(connection, document_id), self.path)

    def setting(self, key: str, default: Any = None) -> Any:
        with self.reading() as connection:
            return read_setting(connection, key, default)

    def undo_name(self, document_id: str, reviewer: Reviewer | None = None) -> str | None:
        """The name of what `undo` would revert; without a reviewer, for whoever edited the document last."""
        return self._name_to_revert(document_id, reviewer, EntryKind.UNDO)

    def redo_name(self, document_id: str, reviewer: Reviewer | None = None) -> str | None:
        """The name of what `redo` would bring back; without a reviewer, for whoever edited last."""
        return self._name_to_revert(document_id, reviewer, EntryKind.REDO)

    def _name_to_revert(self, document_id: str, reviewer: Reviewer | None, kind: EntryKind) -> str | None:
        with self.reading() as connection:
            return name_to_revert(connection, document_id, reviewer.id if reviewer else None, kind)

    def history(self, document_id: str, node_id: str | None = None, limit: int = 200,
                reviewer: Reviewer | None = None) -> list[HistoryEntry]:  # fmt: skip
        """The latest edits first; for one node, with what they changed on it.

        For a reviewer who reviews independently, other people's edits do not say what they did.
        """
        with self.reading() as connection:
            alone = who_judges_alone(connection, reviewer.id) if reviewer else ""
            return history(connection, document_id, node_id, limit, alone)

    def edits_after(self, document_id: str, number: int) -> list[Edit]:
        """All edits of a document after one of its history, in the order they were made; after 0: all."""
        with self.reading() as connection:
            return edits_after(connection, document_id, number)

    def recent_work(self, reviewer: Reviewer, limit: int = 200) -> list[tuple[datetime, str]]:
        """When this reviewer worked on which node, latest first; edits of several nodes are left out."""
        with self.reading() as connection:
            return recent_work(connection, reviewer.id, limit)

    def search(
        self, criteria: Criteria, reviewer: Reviewer | None = None, limit: int = 60
    ) -> list[SearchResult]:
        """What matches in all documents, with labels as this reviewer sees them."""
        from storage.searching import search  # opening a project does without

        with self.reading() as connection:
            return search(connection, criteria, reviewer.id if reviewer else "", limit)

    def found_in(self, query: str, node_id: str) -> tuple[Span, ...]:
        """Where the words of a search stand in an entry's text."""
        from storage.full_text import found_in

        with self.reading() as connection:
            return found_in(connection, query, node_id)

    def facets(self, criteria: Criteria, reviewer: Reviewer | None = None) -> FacetCounts:
        """How the hits of a search are distributed over documents and labels."""
        from storage.searching import count_facets

        with self.reading() as connection:
            return count_facets(connection, criteria, reviewer.id if reviewer else "")

    def work_done(self, documents: Collection[str] = (), reviewer: Reviewer | None = None) -> list[Work]:
        """Who reviewed how much on which day, as this reviewer sees it, the latest first; in all
        documents, or in those given."""
        with self.reading() as connection:
            return work_done(connection, documents, reviewer.id if reviewer else "")

    def verify_in_place(self) -> None:
        """Raises ProjectMoved if the file was moved, deleted or replaced since it was opened to write."""
        if self._file.writer is not None:
            self._file.writer.verify_in_place()

    def save_copy(self, path: Path) -> None:
        """Saves everything in this project as a project of its own, even if this one's file is gone.

        Raises ProjectExists rather than overwrite anything, and ProjectReadOnly or DiskFull.
        """
        try:
            if path.exists() or path == self.path:
                raise ProjectExists(f"{path}: already there; choose another name")
            with self.reading() as connection, explained(path):
                copy_to(driver_connection(connection), path)
        except OSError as error:
            raise ProjectReadOnly(
                f"{path}: no copy can be written here ({error.strerror}); choose another place"
            ) from error
        except ProjectReadOnly as error:
            raise ProjectReadOnly(f"{path}: no copy can be written here; choose another place") from error

    # --- writing

    def write(self, work: Callable[[Connection], T], priority: Priority) -> Future[T]:
        """Runs work on the writing thread in a transaction of its own, for `storage/` itself."""
        if self._file.writer is None:
            raise ProjectReadOnly(f"{self.path}: opened for reading only; nothing can be changed in it")
        return self._file.writer.submit(work, priority)

    def apply(self, edit: Edit, document_id: str, reviewer: Reviewer) -> Future[ChangeSet]:
        """Makes an edit; on the disk when the future is done. The future raises ConflictError if a row is
        not as the edit expects. Its callbacks run on the writing thread."""
        work = partial(record, edit=edit, document_id=document_id, reviewer=reviewer)
        return self.write(work, Priority.EDIT)

    def undo(self, document_id: str, reviewer: Reviewer) -> Future[ChangeSet | None]:
        """Reverts this reviewer's last edit of the document that still stands; None if there is none."""
        return self.write(partial(undo, document_id=document_id, reviewer=reviewer), Priority.EDIT)

    def redo(self, document_id: str, reviewer: Reviewer) -> Future[ChangeSet | None]:
        """Makes again what this reviewer undid last, unless a new edit came after it; None if there is
        nothing to redo."""
        return self.write(partial(redo, document_id=document_id, reviewer=reviewer), Priority.EDIT)

    def person(self, name: str) -> Reviewer:
        """The reviewer of that name, created if new, which waits for the disk."""
        name = tidy_name(name)
        with self.reading() as connection:
            found = find_person(connection, name)
        if found is not None:
            return found
        return self.write(partial(person, name=name), Priority.EDIT).result()

    def take_out(self, document_id: str) -> Future[None]:
        """Takes a document out of all lists; nothing of it is lost, and `put_back` brings it back."""
        return self.write(partial(take_out, document_id=document_id), Priority.EDIT)

    def put_back(self, document_id: str) -> Future[None]:
        """Brings back a document that was taken out; does nothing to any other document."""
        return self.write(partial(put_back, document_id=document_id), Priority.EDIT)

    def taken_out(self) -> list[TakenOut]:
        """The documents that were taken out, the last one first."""
        with self.reading() as connection:
            return taken_out(connection)

    def scheme(self) -> Scheme:
        """The label scheme in use."""
        with self.reading() as connection:
            return current_scheme(connection)

    def scheme_versions(self) -> list[SchemeVersion]:
        """The project's own versions of its label scheme, the latest first."""
        with self.reading() as connection:
            return list(scheme_versions(connection))

    def save_scheme(self, scheme: Scheme, reviewer: Reviewer) -> Future[Scheme]:
        """Makes this the scheme in use, as a new version. The future raises BadScheme."""
        return self.write(partial(save_scheme, scheme=scheme, reviewer=reviewer), Priority.EDIT)

    def judge_alone(self, reviewer: Reviewer, alone: bool) -> Future[None]:
        """Sets whether this person reviews independently, without seeing what other people said."""
        return self.set_setting(alone_setting(reviewer.id), alone)

    def set_setting(self, key: str, value: Any) -> Future[None]:
        """Stores a JSON value under a key."""
        return self.write(partial(write_setting, key=key, value=value), Priority.SETTING)
