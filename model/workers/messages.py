"""What the window's process and a worker say to each other: small frozen values, pickled over a pipe.

Nothing here imports the PDF engine, so that the window's process can read every reply without loading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, NamedTuple

from model.documents import Document, PageInfo
from model.finding import Hit
from model.labels import Decision
from model.layer import TextLayer
from model.marks import Mark, Marked
from model.nodes import Node

# Unpickling holds the interpreter's lock, so nodes travel in pieces that take well under a millisecond.
BATCH = 200

Box = tuple[float, float, float, float]
Word = tuple[float, float, float, float, str]


class Bookmark(NamedTuple):
    """An entry of the PDF's own outline: `level` and `page` from 1; page 0 where it leads nowhere."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Open:
    path: str
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Render:
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


@dataclass(frozen=True, slots=True)
class Snap:
    """A piece of a page as a small picture; `scale` and `clip` as for `Render`."""

    path: str
    password: str | None
    page: int
    scale: float
    clip: Box


@dataclass(frozen=True, slots=True)
class Words:
    path: str
    password: str | None
    page: int


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of a page as a reader selects them, and its links."""

    path: str
    password: str | None
    page: int


@dataclass(frozen=True, slots=True)
class Find:
    """`needle` as `model.finding.needle_of` gives it, looked for from page `page` up to page `last`."""

    path: str
    password: str | None
    needle: str
    page: int
    last: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What `Open` answers, of the file as it is open already."""

    path: str
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    path: str
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Annotate:
    """Writes a copy of the PDF with marks in it, at `target`; `document` is its id in the project."""

    path: str
    password: str | None
    target: str
    document: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """The highlights and notes in a PDF."""

    path: str


@dataclass(frozen=True, slots=True)
class Close:
    path: str


Request = (
    Open | Render | Snap | Words | Layer | Find | Contents | Extract | Annotate | Annotations | Close
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker's first word: it takes requests."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Sizes, rotations and labels of all pages, and the PDF's own outline."""

    pages: tuple[PageInfo, ...]
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    width: int
    height: int
    stride: int
    rgb: bytes | None  # None: it lies in the segment


@dataclass(frozen=True, slots=True)
class Snapped:
    """The bytes of a PNG file."""

    png: bytes


@dataclass(frozen=True, slots=True)
class NeedsRoom:
    """The segment is too small for the picture; nothing was drawn."""

    room: int


@dataclass(frozen=True, slots=True)
class WordList:
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    layer: TextLayer


@dataclass(frozen=True, slots=True)
class Found:
    """Places in reading order. A search stops after a moment, so that pictures need not wait for it:
    `next` is the page where it has to go on, 0 where it is done."""

    hits: tuple[Hit, ...]
    next: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages done of all pages."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Batch:
    """At most `BATCH` nodes and decisions together, in reading order."""

    nodes: tuple[Node, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an extraction; `details` is whatever else the extractor reports."""

    document: Document
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotated:
    """The id of the document that the marks were written for, and what is in the PDF."""

    document: str
    marks: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    pass


@dataclass(frozen=True, slots=True)
class Failure:
    """An error in the worker: `kind` is the class's name, `trace` is set where it is our bug."""

    kind: str
    message: str
    trace: str = ""


Reply = (
    Ready | Opened | Rendered | Snapped | NeedsRoom | WordList | Laid | Found | Progress | Batch | Finished
    | Annotated | Closed | Failure
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extracted:
    """A whole extraction, put together again from its batches."""

    document: Document
    nodes: tuple[Node, ...]
    decisions: tuple[Decision, ...]
    details: Mapping[str, Any] = field(default_factory=dict)


_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _frozen_mapping(items: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(items) if items else _EMPTY


def _reduce_mapping(mapping: Mapping[str, Any]) -> tuple[Any, ...]:
    return _frozen_mapping, (dict(mapping),)


# A node's `extra` is a read-only view of a dict, which the standard pickler refuses.
ForkingPickler.register(MappingProxyType, _reduce_mapping)
