"""Imports PDFs into a project: worker processes extract, the project's one writing thread stores.

Each document is written in pieces that fit one short transaction, so a reviewer's edits go between them, and
no list shows it before its last piece. What an end halfway leaves behind goes when the project is opened.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from sqlalchemy.engine import Connection

from model.crash_reports import reported
from model.errors import Cancelled, PasswordNeeded, UnreadableFile, UserFacingError
from model.version import VERSION
from model.workers.engine import Engine, PdfEngine
from model.workers.messages import Extracted
from model.workers.pool import WorkerPool
from storage.errors import ProjectError
from storage.import_outcomes import ImportOutcome, ImportReport, ImportState
from storage.importing_pieces import add_missing_source, begin_import, documents_by_hash, pieces_of_import
from storage.pdf_files import CHANGED, pdfs_in, sha256_of, size_of
from storage.project import Project
from storage.recognized_words import recognition_cache_of
from storage.storing import finish_document
from storage.taking_out import put_back
from storage.vocabularies import with_own_vocabularies
from storage.writer import Priority

T = TypeVar("T")

# Extracted documents that may wait in memory while one is stored, besides those being read.
_WAITING = 2

Event = tuple[Path, int, int] | tuple[Path, Future[Extracted]] | None


class ImportListener:
    """What an import reports, on the thread that runs it. A window passes it on to its own thread."""

    def started(self, file: Path) -> None:
        """A worker has begun to read a file."""

    def pages(self, file: Path, done: int, total: int) -> None:
        """How many of a file's pages have been read."""

    def finished(self, outcome: ImportOutcome, done: int, total: int) -> None:
        """A file is done, well or badly; `done` of `total` files are."""

    def all_done(self, report: ImportReport) -> None:
        """The last call, also after a cancel."""


class Importer:
    """One import. `run` works until the end on the caller's thread; `cancel` may come from any other.

    Files that are in the project already, by their hash, are left alone, so an import that was broken off
    goes on when it is asked for again. `jobs` files are read at once.
    """

    def __init__(self, project: Project, files: Sequence[Path], *, jobs: int = 1, password: str | None = None,
                 listener: ImportListener | None = None,
                 engine: Callable[[], Engine] = PdfEngine) -> None:  # fmt: skip
        self._project = project
        self._asked = tuple(files)
        self._files: list[Path] = []
        self._jobs = max(1, jobs)
        self._password = password
        self._listener = listener or ImportListener()
        self._pool = WorkerPool(self._jobs, engine)
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._to_do: deque[Path] = deque()
        self._reading: set[Path] = set()
        self._extracted: deque[tuple[Path, Future[Extracted]]] = deque()
        self._taken_in: dict[str, Path] = {}  # by hash
        self._copies: dict[Path, list[Path]] = {}  # wait for the end of the first one
        self._there: dict[str, tuple[str, str]] = {}
        self._outcomes: list[ImportOutcome] = []
        self._cancelled = False

    def cancel(self) -> None:
        """Stops soon; documents that are stored completely stay."""
        self._cancelled = True
        self._pool.cancel()
        self._events.put(None)

    def run(self) -> ImportReport:
        """Imports all files. Nothing that is wrong with a file is raised: the report says it.

        What is wrong with the project itself (a full disk) ends the import, and so does a list of files of
        which none exists; the report holds that error.
        """
        stopped: Exception | None = None
        with self._pool:
            try:
                self._files = pdfs_in(self._asked)
                self._to_do.extend(self._files)
                with self._project.reading() as connection:
                    self._there = documents_by_hash(connection)
                self._work()
            except UserFacingError as error:
                stopped = error
            except KeyboardInterrupt:
                self._take_back()
                raise
        for file in (*(file for file, _ in self._extracted), *sorted(self._reading), *self._to_do):
            self._end(ImportOutcome(file, ImportState.CANCELLED))
        report = ImportReport(tuple(self._outcomes), self._cancelled, stopped)
        self._listener.all_done(report)
        return report

    def _work(self) -> None:
        self._submit_some()
        while not self._cancelled and (self._reading or self._extracted):
            if self._extracted:
                self._finish(*self._extracted.popleft())
            else:
                self._take(self._events.get())
            self._submit_some()

    def _submit_some(self) -> None:
        """Keeps every worker busy, but holds only a few results at a time."""
        while self._to_do and not self._cancelled and len(self._reading) < self._jobs:
            if len(self._reading) + len(self._extracted) >= self._jobs + _WAITING:
                return
            file = self._to_do.popleft()
            try:
                self._take_in(file)
            except ProjectError:
                self._end(ImportOutcome(file, ImportState.CANCELLED))
                raise
            except UserFacingError as error:
                self._end(_failed(file, error))

    def _take_in(self, file: Path) -> None:
        """Has a file read, unless it is in the project already. Raises whatever is wrong with the file or
        the project."""
        sha256 = sha256_of(file)
        if sha256 in self._there:
            document, name = self._there[sha256]
            self._write(partial(put_back, document_id=document))
            self._write(partial(add_missing_source, file=file, sha256=sha256))
            self._end(
                ImportOutcome(file, ImportState.ALREADY_THERE, document, reason=name * (name != file.name))
            )
        elif sha256 in self._taken_in:
            self._copies.setdefault(self._taken_in[sha256], []).append(file)
        else:
            self._taken_in[sha256] = file
            self._submit(file, sha256)

    def _submit(self, file: Path, sha256: str) -> None:
        self._reading.add(file)
        self._listener.started(file)
        recognition = recognition_cache_of(self._project, sha256)
        future = self._pool.extract(file, self._password, partial(self._read_pages, file), recognition)
        future.add_done_callback(partial(self._read, file))

    def _read_pages(self, file: Path, done: int, total: int) -> None:
        self._events.put((file, done, total))

    def _read(self, file: Path, future: Future[Extracted]) -> None:
        self._events.put((file, future))

    def _take(self, event: Event) -> None:
        if event is None:
            return
        if len(event) == 3:
            self._listener.pages(*event)
        else:
            file, future = event
            self._reading.discard(file)
            self._extracted.append((file, future))

    def _take_what_came(self) -> None:
        """Called between two pieces: reports progress, and gives free workers their next file."""
        while True:
            try:
                self._take(self._events.get_nowait())
            except Empty:
                break
        self._submit_some()

    def _finish(self, file: Path, future: Future[Extracted]) -> None:
        if future.cancelled():
            self._end(ImportOutcome(file, ImportState.CANCELLED))
            return
        try:
            extracted = with_own_vocabularies(self._project, future.result())
            self._store(file, extracted)
        except (Cancelled, ProjectError) as error:
            self._end(ImportOutcome(file, ImportState.CANCELLED))
            if isinstance(error, ProjectError):
                raise
        except Exception as error:
            self._end(_failed(file, error))
        else:
            self._there[extracted.document.sha256] = extracted.document.id, extracted.document.name
            self._end(
                ImportOutcome(
                    file,
                    ImportState.IMPORTED,
                    extracted.document.id,
                    len(extracted.document.pages),
                    len(extracted.nodes),
                    len(extracted.doubts),
                )
            )

    def _store(self, file: Path, extracted: Extracted) -> None:
        """Raises Cancelled, UnreadableFile where the file changed meanwhile, or a ProjectError."""
        if self._taken_in.get(extracted.document.sha256) != file:  # its outline may be of other bytes
            raise UnreadableFile(f"{file.name}: {CHANGED}")
        document, source = self._write(
            partial(begin_import, file=file, size=size_of(file), extracted=extracted)
        )
        try:
            for work in pieces_of_import(file, extracted, document, source):
                self._take_what_came()
                if self._cancelled:
                    raise Cancelled(file.name)
                self._write(work)
            self._write(partial(finish_document, document=document))
        except BaseException:
            self._project.remove_document(document)
            raise

    def _write(self, work: Callable[[Connection], T]) -> T:
        return self._project.write(work, Priority.IMPORT).result()

    def _take_back(self) -> None:
        """Removes a document of which Ctrl+C left only the first pieces."""
        with suppress(ProjectError):
            self._write(_nothing)  # what was asked of the writing thread before is through now
            self._project.remove_unfinished()

    def _end(self, outcome: ImportOutcome) -> None:
        self._outcomes.append(outcome)
        self._listener.finished(outcome, len(self._outcomes), len(self._files))
        for copy in self._copies.pop(outcome.file, ()):
            self._end(outcome.of_copy(copy))


def import_files(project: Project, files: Sequence[Path], jobs: int = 1, password: str | None = None,
                 on_line: Callable[[str], object] = print,
                 engine: Callable[[], Engine] = PdfEngine) -> ImportReport:  # fmt: skip
    """Imports files, and the PDFs of folders, with a line for each and one for all at the end.

    Raises UserFacingError if there is nothing to import, a ProjectError where the project cannot take
    more, and KeyboardInterrupt on Ctrl+C; documents that are stored completely stay in all cases.
    """
    importer = Importer(project, files, jobs=jobs, password=password, listener=_Lines(on_line), engine=engine)
    try:
        report = importer.run()
    except KeyboardInterrupt:
        on_line("stopped; what was imported stays, and the same command continues with the rest")
        raise
    if report.stopped is not None:
        raise report.stopped
    return report


class _Lines(ImportListener):
    def __init__(self, on_line: Callable[[str], object]) -> None:
        self._on_line = on_line

    def finished(self, outcome: ImportOutcome, done: int, total: int) -> None:
        line = outcome.line
        if isinstance(outcome.error, PasswordNeeded):
            line = f"{line.removesuffix('.')} with --password."
        self._on_line(f"[{done}/{total}] {line}")

    def all_done(self, report: ImportReport) -> None:
        self._on_line(report.summary)


def _nothing(connection: Connection) -> None:
    """Work without effect, to wait for one's turn."""


def _failed(file: Path, error: Exception) -> ImportOutcome:
    """What the user can mend is said as it is; a bug of ours is written down and ends only this file."""
    if isinstance(error, UserFacingError):
        reason = str(error).removeprefix(f"{file.name}: ")
    else:
        reason = reported(error, VERSION)
    return ImportOutcome(file, ImportState.FAILED, reason=reason, error=error)
