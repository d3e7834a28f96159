"""What the window's process and a worker say to each other: small frozen values, pickled over a pipe.

Nothing here imports the PDF engine, so that the window's process can read every reply without loading it.
Named tuples are made in a fifth of the time that data classes take, and the window waits for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, NamedTuple

from model.documents import Bookmark, Document, PageInfo
from model.doubts import Doubt
from model.highlights import Annotation, Highlight
from model.labels import Decision
from model.layer import TextLayer
from model.nodes import Node
from model.page_search import Occurrence
from model.recognized import RecognizedPage

# Unpickling holds the interpreter's lock, so nodes travel in pieces that take well under a millisecond.
BATCH = 200
_EMPTY: Mapping[str, Any] = MappingProxyType({})

Box = tuple[float, float, float, float]


class Open(NamedTuple):
    """Asks for the pages of a PDF."""

    path: str
    password: str | None = None


class Render(NamedTuple):
    """`scale` in pixels a point, `clip` in points as the page is shown, `rotation` on top of the page's own.

    The picture goes into the named shared segment of `room` bytes; without one it travels in the reply.
    """

    path: str
    password: str | None
    page: int
    scale: float
    clip: Box | None = None
    rotation: int = 0
    segment: str | None = None
    room: int = 0


class Snap(NamedTuple):
    """A piece of a page as a small picture; `scale` and `clip` as for `Render`."""

    path: str
    password: str | None
    page: int
    scale: float
    clip: Box


class Layer(NamedTuple):
    """The words of a page as a reader selects them, and its links; `recognized` as for `Find`."""

    path: str
    password: str | None
    page: int
    recognized: str = ""


class Find(NamedTuple):
    """`needle` as `model.folding.needle_of` gives it, looked for from page `page` up to page `last`.

    `recognized` is what character recognition read in the PDF, as `model.recognized.as_json` gives it: a
    worker that was restarted has to be told.
    """

    path: str
    password: str | None
    needle: str
    page: int
    last: int
    recognized: str = ""


class OpenedFile(NamedTuple):
    """What `Open` answers, of the file as it is open already."""

    path: str
    password: str | None = None


class Extract(NamedTuple):
    """`known` is what character recognition read before in the file with this hash: a RecognitionCache's."""

    path: str
    password: str | None = None
    sha256: str = ""
    known: Mapping[str, str] = _EMPTY


class Annotate(NamedTuple):
    """Writes a copy of the PDF with marks in it, at `target`; `document` is its id in the project."""

    path: str
    password: str | None
    target: str
    document: str
    marks: tuple[Highlight, ...]


class Annotations(NamedTuple):
    """The highlights and notes in a PDF."""

    path: str


Request = Open | Render | Snap | Layer | Find | OpenedFile | Extract | Annotate | Annotations


class Ready(NamedTuple):
    """The worker's first word: it takes requests."""


class Opened(NamedTuple):
    """Sizes, rotations and labels of all pages, and the PDF's own outline."""

    pages: tuple[PageInfo, ...]
    bookmarks: tuple[Bookmark, ...] = ()


class Rendered(NamedTuple):
    """A picture of `width` times `height` pixels, each row `stride` bytes long."""

    width: int
    height: int
    stride: int
    rgb: bytes | None  # None: it lies in the segment


class Snapped(NamedTuple):
    """The bytes of a PNG file."""

    png: bytes


class NeedsRoom(NamedTuple):
    """The segment is too small for the picture; nothing was drawn."""

    room: int


class Laid(NamedTuple):
    """The words of a page."""

    layer: TextLayer


class Occurrences(NamedTuple):
    """Places in reading order. A search stops after a moment, so that pictures need not wait for it:
    `next` is the page where it has to go on, 0 if it is done."""

    hits: tuple[Occurrence, ...]
    next: int = 0


class Progress(NamedTuple):
    """Pages done of all pages."""

    done: int
    total: int


class RecognizedPlace(NamedTuple):
    """What character recognition read at a place of the report, to be kept in its RecognitionCache."""

    place: str
    text: str


class Batch(NamedTuple):
    """At most `BATCH` nodes and decisions together, in reading order."""

    nodes: tuple[Node, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Finished(NamedTuple):
    """The end of an extraction."""

    document: Document
    doubts: tuple[Doubt, ...] = ()
    recognized: tuple[RecognizedPage, ...] = ()


class Annotated(NamedTuple):
    """The id of the document that the marks were written for, and what is in the PDF."""

    document: str
    marks: tuple[Annotation, ...] = ()


class Failure(NamedTuple):
    """An error in the worker: `kind` is the class's name, `account` is set where it is our bug."""

    kind: str
    message: str
    account: str = ""


Reply = (
    Ready | Opened | Rendered | Snapped | NeedsRoom | Laid | Occurrences | Progress | RecognizedPlace | Batch
    | Finished | Annotated | Failure
)  # fmt: skip


class Extracted(NamedTuple):
    """A whole extraction, put together again from its batches."""

    document: Document
    nodes: tuple[Node, ...]
    decisions: tuple[Decision, ...]
    doubts: tuple[Doubt, ...] = ()
    recognized: tuple[RecognizedPage, ...] = ()


def _frozen_mapping(items: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(items) if items else _EMPTY


def _reduce_mapping(mapping: Mapping[str, Any]) -> tuple[Any, ...]:
    return _frozen_mapping, (dict(mapping),)


# A node's `extra` is a read-only view of a dict, which the standard pickler refuses.
ForkingPickler.register(MappingProxyType, _reduce_mapping)
