"""What a worker does with a request: the PDF engine behind the protocol.

The engine's modules are imported when the first request wants them, so a worker is ready at once.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from model.documents import PageInfo
from model.paths import FileState, state_of
from model.recognition_cache import RecognitionCache
from model.recognized import RecognizedPage, from_json
from model.workers.messages import (
    BATCH,
    Annotate,
    Annotated,
    Annotations,
    Batch,
    Extract,
    Find,
    Finished,
    Laid,
    Layer,
    NeedsRoom,
    Occurrences,
    Open,
    Opened,
    OpenedFile,
    Progress,
    RecognizedPlace,
    Render,
    Rendered,
    Reply,
    Request,
    Snap,
    Snapped,
)
from model.workers.segment import Attached

if TYPE_CHECKING:
    from model.page_search import FoldedPage, Occurrence
    from model.reading.pdf import Pdf

Send = Callable[[Reply], None]

# Each open document costs memory for its objects and fonts; a window shows one or two.
_MOST_OPEN = 4
# A search gives way to pictures after this long, and to itself after this many places.
_FIND_S = 0.03
MOST_HITS = 200


class Engine(Protocol):
    """`answer` gives the last reply to a request; what comes before it goes through `send`."""

    def warm_up(self) -> None: ...

    def answer(self, request: Request, send: Send) -> Reply: ...

    def close(self) -> None: ...


class PdfEngine:
    """Answers with `model.reading` and `model.extraction`, keeping the last few documents open."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Pdf] = OrderedDict()
        self._states: dict[str, FileState | None] = {}  # of the files when they were opened
        self._folded: dict[str, dict[int, FoldedPage]] = {}
        self._recognized: dict[str, tuple[str, dict[int, RecognizedPage]]] = {}
        self._pictures = Attached()

    def warm_up(self) -> None:
        import model.reading.pdf  # noqa: F401

    def answer(self, request: Request, send: Send) -> Reply:
        match request:
            case Open():
                return self._opened(request)
            case Render():
                return self._rendered(request)
            case Snap():
                pdf = self._pdf(request.path, request.password)
                return Snapped(pdf.png(request.page, request.scale, request.clip))
            case Layer():
                pdf, read = self._pdf(request.path, request.password), self._read(request)
                return Laid(pdf.layer(request.page, read.get(request.page)))
            case Find():
                return self._found(request)
            case OpenedFile():
                return _opened(self._pdf(request.path, request.password))
            case Extract():
                return self._extracted(request, send)
            case Annotate():
                return _annotated(request)
            case Annotations():
                return _annotations(request)

    def close(self) -> None:
        for path in list(self._open):
            self._forget(path)
        self._pictures.close()

    def _pdf(self, path: str, password: str | None) -> Pdf:
        from model.reading.pdf import Pdf

        state = state_of(path)
        if state is not None and self._states.get(path) != state:
            self._forget(path)  # what is open would be read out of another file
        pdf = self._open.get(path)
        if pdf is None:
            while len(self._open) >= _MOST_OPEN:
                self._forget(next(iter(self._open)))
            pdf = self._open[path] = Pdf(path, password)
            self._states[path] = state
        self._open.move_to_end(path)
        return pdf

    def _forget(self, path: str) -> None:
        self._folded.pop(path, None)
        self._recognized.pop(path, None)
        self._states.pop(path, None)
        pdf = self._open.pop(path, None)
        if pdf is not None:
            pdf.__exit__(None, None, None)

    def _opened(self, request: Open) -> Opened:
        self._forget(request.path)  # the file may have changed since
        return _opened(self._pdf(request.path, request.password))

    def _found(self, request: Find) -> Occurrences:
        """Pages are read once; looking through them again takes no time worth mentioning."""
        pdf = self._pdf(request.path, request.password)
        read = self._read(request)
        pages = self._folded.setdefault(request.path, {})
        until = time.monotonic() + _FIND_S
        hits: list[Occurrence] = []
        for number in range(request.page, min(request.last, len(pdf)) + 1):
            if number > request.page and (time.monotonic() > until or len(hits) >= MOST_HITS):
                return Occurrences(tuple(hits), number)
            if number not in pages:
                pages[number] = pdf.folded(number, read.get(number))
            hits.extend(pages[number].find(request.needle))
        return Occurrences(tuple(hits))

    def _read(self, request: Layer | Find) -> dict[int, RecognizedPage]:
        """What was recognized on the pages of a PDF. What was made for finding goes where that changed."""
        text, pages = self._recognized.get(request.path, ("", {}))
        if text != request.recognized:
            pages = from_json(request.recognized)
            self._recognized[request.path] = request.recognized, pages
            self._folded.pop(request.path, None)
        return pages

    def _rendered(self, request: Render) -> Rendered | NeedsRoom:
        pdf = self._pdf(request.path, request.password)
        if request.segment is not None:
            room = _room_for(pdf.pages[request.page - 1], request)
            if room > request.room:
                return NeedsRoom(room)
        picture = pdf.render(request.page, request.scale, request.clip, request.rotation)
        if request.segment is None:
            return Rendered(picture.width, picture.height, picture.stride, bytes(picture.rgb))
        length = picture.stride * picture.height
        if length > request.room:
            return NeedsRoom(length)
        self._pictures.view(request.segment)[:length] = memoryview(picture.rgb)[:length]
        return Rendered(picture.width, picture.height, picture.stride, None)

    def _extracted(self, request: Extract, send: Send) -> Finished:
        from model.extraction.extract import extract
        from model.reading.pdf import Pdf

        def progress(done: int, total: int) -> None:
            send(Progress(done, total))

        def keep(place: str, text: str) -> None:
            send(RecognizedPlace(place, text))

        with Pdf(request.path, request.password) as pdf:
            if request.sha256 and request.sha256 == pdf.sha256:  # else it changed since it was looked at
                pdf.recognition = RecognitionCache(request.sha256, request.known, keep)
            extraction = extract(pdf, progress)
        for start in range(0, len(extraction.nodes), BATCH):
            send(Batch(nodes=tuple(extraction.nodes[start : start + BATCH])))
        for start in range(0, len(extraction.decisions), BATCH):
            send(Batch(decisions=tuple(extraction.decisions[start : start + BATCH])))
        return Finished(extraction.document, tuple(extraction.doubts), tuple(extraction.recognized))


def _annotated(request: Annotate) -> Annotated:
    """From the file itself, because the open document stays as it is."""
    from model.reading.annotating import annotate

    annotate(Path(request.path), request.password, Path(request.target), request.document, request.marks)
    return Annotated(request.document)


def _annotations(request: Annotations) -> Annotated:
    from model.reading.annotating import marks_in

    document, found = marks_in(Path(request.path))
    return Annotated(document, tuple(found))


def _opened(pdf: Pdf) -> Opened:
    return Opened(pdf.pages, pdf.bookmarks)


def _room_for(page: PageInfo, request: Render) -> int:
    """Bytes of the picture that a request gives, rounded up a little."""
    width, height = page.width, page.height
    if request.clip is not None:
        width, height = request.clip[2] - request.clip[0], request.clip[3] - request.clip[1]
    wide, high = (math.ceil(length * request.scale) + 2 for length in (width, height))
    return wide * high * 3
