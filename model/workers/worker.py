"""The PDF engine at arm's length: one process that reads and draws, and one thread that talks to it.

The engine holds the interpreter's lock while it draws and can crash over a damaged file; here it does both
elsewhere. Every request gives a Future that the worker's thread resolves; callbacks run on that thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar, overload

from model.highlights import Highlight
from model.labels import Decision
from model.layer import TextLayer
from model.nodes import Node
from model.recognition_cache import RecognitionCache
from model.workers.engine import Engine, PdfEngine
from model.workers.jobs import Finish, Job, Queue, Urgency
from model.workers.loop import Loop
from model.workers.messages import (
    Annotate,
    Annotated,
    Annotations,
    Batch,
    Box,
    Extract,
    Extracted,
    Find,
    Finished,
    Laid,
    Layer,
    Occurrences,
    Open,
    Opened,
    OpenedFile,
    Progress,
    RecognizedPlace,
    Render,
    Reply,
    Request,
    Snap,
    Snapped,
)
from model.workers.pictures import Picture, copied

T = TypeVar("T")

_OPEN_LIMIT_S = 30.0
DRAW_LIMIT_S = 30.0
# The longest silence between two pages of an extraction, not the whole of it.
_EXTRACT_LIMIT_S = 120.0


class PdfWorker:
    """One process with the PDF engine, started at once and again whenever it dies.

    A document opens by itself with the first request for it, also after a restart; `open` is needed for
    a password, which is remembered, and gives sizes and bookmarks. Requests wait in the order of their
    urgency; pictures newest first, and a picture whose future was cancelled is never drawn.

    Futures fail with a UserFacingError (PasswordNeeded, UnreadableFile, WorkerDied, TookTooLong, ...) whose
    text names the file, with Cancelled, or with WorkerError where it is our bug.
    """

    def __init__(self, engine: Callable[[], Engine] = PdfEngine) -> None:
        self._queue = Queue()
        self._passwords: dict[str, str] = {}
        self._recognized: dict[str, str] = {}
        self._lock = threading.Lock()
        self._closing = False
        self._loop = Loop(self._queue, engine)

    @property
    def pid(self) -> int | None:
        """The process's id, None while there is none."""
        return self._loop.pid

    def open(self, path: Path | str, password: str | None = None) -> Future[Opened]:
        """Page sizes and bookmarks. Opens the file again when it was open."""
        where = str(path)
        if password is not None:
            self._passwords[where] = password
        request = Open(where, self._passwords.get(where))
        return self._submit(request, _only(Opened), _OPEN_LIMIT_S, Urgency.NOW, tries=2)

    def set_recognized(self, path: Path | str, words: str) -> None:
        """What was recognized in a PDF (`model.recognized.as_json`), for `layer` and `find`."""
        self._recognized[str(path)] = words

    @overload
    def render(self, path: Path | str, page: int, scale: float, clip: Box | None = None, rotation: int = 0, *,
               urgency: Urgency = Urgency.VISIBLE) -> Future[Picture]: ...  # fmt: skip

    @overload
    def render(self, path: Path | str, page: int, scale: float, clip: Box | None = None, rotation: int = 0, *,
               urgency: Urgency = Urgency.VISIBLE,
               take: Callable[[Picture], T]) -> Future[T]: ...  # fmt: skip

    def render(self, path: Path | str, page: int, scale: float, clip: Box | None = None, rotation: int = 0, *,
               urgency: Urgency = Urgency.VISIBLE, take: Callable[[Picture], Any] = copied,
               ) -> Future[Any]:  # fmt: skip
        """Draws a page (from 1) at `scale` pixels a point.

        `take` makes the result from a picture whose bytes are valid during the call only; it runs on the
        worker's thread, so a window can convert there. Without it the future holds a Picture of its own.
        """
        request = Render(str(path), self._passwords.get(str(path)), page, scale, clip, rotation)

        def finish(reply: Reply) -> Any:
            return self._loop.pictured(reply, take)

        return self._submit(request, finish, DRAW_LIMIT_S, urgency, newest_first=True, tries=2)

    def snapshot(self, path: Path | str, page: int, scale: float, clip: Box) -> Future[bytes]:
        """A piece of a page (from 1) in grey, as the bytes of a PNG file; `clip` as for `render`."""
        request = Snap(str(path), self._passwords.get(str(path)), page, scale, clip)
        return self._submit(request, _png, DRAW_LIMIT_S, Urgency.LATER, tries=2)

    def layer(self, path: Path | str, page: int, urgency: Urgency = Urgency.NEAR) -> Future[TextLayer]:
        """The words of a page (from 1) in reading order with the edges of their characters, and its links."""
        where = str(path)
        request = Layer(where, self._passwords.get(where), page, self._recognized.get(where, ""))
        return self._submit(request, _layer, DRAW_LIMIT_S, urgency, newest_first=True, tries=2)

    def find(self, path: Path | str, needle: str, page: int, last: int) -> Future[Occurrences]:
        """Places of words (`model.folding.needle_of`) on the pages from `page` to `last`, or the first part
        of them: `Occurrences.next` says where to go on. It lets everything else go first."""
        where = str(path)
        password, recognized = self._passwords.get(where), self._recognized.get(where, "")
        request = Find(where, password, needle, page, last, recognized)
        return self._submit(request, _only(Occurrences), DRAW_LIMIT_S, Urgency.LATER, tries=2)

    def contents(self, path: Path | str) -> Future[Opened]:
        """Like `open`, of a file that may be open already."""
        request = OpenedFile(str(path), self._passwords.get(str(path)))
        return self._submit(request, _only(Opened), _OPEN_LIMIT_S, Urgency.NEAR, tries=2)

    def extract(self, path: Path | str, password: str | None = None,
                on_progress: Callable[[int, int], None] | None = None,
                recognition: RecognitionCache | None = None) -> Future[Extracted]:  # fmt: skip
        """Extracts a report. `on_progress(pages done, all pages)` runs on the worker's thread.

        It keeps the worker busy: a window uses another one (`WorkerPool`) for this.
        """
        password = password if password is not None else self._passwords.get(str(path))
        recognition = recognition or RecognitionCache()
        request = Extract(str(path), password, recognition.sha256, recognition.known)
        gathered = _Gathered(on_progress, recognition)
        return self._submit(request, gathered.finish, _EXTRACT_LIMIT_S, Urgency.LATER, on_reply=gathered.add)

    def annotate(
        self, path: Path | str, target: Path, document: str, marks: Sequence[Highlight]
    ) -> Future[Annotated]:
        """Writes a copy of the PDF with marks in it, at `target`. The source stays as it is."""
        password = self._passwords.get(str(path))
        request = Annotate(str(path), password, str(target), document, tuple(marks))
        return self._submit(request, _only(Annotated), _EXTRACT_LIMIT_S, Urgency.LATER)

    def annotations(self, path: Path | str) -> Future[Annotated]:
        """The highlights and notes in a PDF."""
        return self._submit(Annotations(str(path)), _only(Annotated), _EXTRACT_LIMIT_S, Urgency.LATER)

    def stop(self, future: Future[Any]) -> None:
        """Takes a request back, even one that is being worked on: its future fails with Cancelled."""
        if not future.cancel():
            self._loop.abandon(future)

    def close(self) -> None:
        """Ends the process and the thread; what still waits is cancelled. Can be called twice."""
        with self._lock:
            self._closing = True
        self._loop.end()

    def _submit(self, request: Request, finish: Finish, seconds: float, urgency: Urgency, *,
                newest_first: bool = False, tries: int = 1,
                on_reply: Callable[[Reply], None] | None = None) -> Future[Any]:  # fmt: skip
        job = Job(request, finish, seconds, Path(request.path).name, on_reply=on_reply, tries=tries)
        with self._lock:
            if self._closing:
                job.future.cancel()
                return job.future
            self._queue.put(job, urgency, newest_first)
        self._loop.wake_up()
        return job.future


class _Gathered:
    """Puts an extraction together from its pieces."""

    def __init__(self, on_progress: Callable[[int, int], None] | None, recognition: RecognitionCache) -> None:
        self._on_progress = on_progress
        self._recognition = recognition
        self._nodes: list[Node] = []
        self._decisions: list[Decision] = []

    def add(self, reply: Reply) -> None:
        if isinstance(reply, Batch):
            self._nodes.extend(reply.nodes)
            self._decisions.extend(reply.decisions)
        elif isinstance(reply, Progress) and self._on_progress is not None:
            self._on_progress(reply.done, reply.total)
        elif isinstance(reply, RecognizedPlace):
            self._recognition.keep(reply.place, reply.text)

    def finish(self, reply: Reply) -> Extracted:
        assert isinstance(reply, Finished)
        return Extracted(reply.document, tuple(self._nodes), tuple(self._decisions), reply.doubts,
                         reply.recognized)  # fmt: skip


def _only(kind: type[T]) -> Callable[[Reply], T]:
    def finish(reply: Reply) -> T:
        assert isinstance(reply, kind)
        return reply

    return finish


def _png(reply: Reply) -> bytes:
    assert isinstance(reply, Snapped)
    return reply.png


def _layer(reply: Reply) -> TextLayer:
    assert isinstance(reply, Laid)
    return reply.layer
