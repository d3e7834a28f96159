"""Doubts: what a reviewer should look at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from model.nodes import Kind, Node


class DoubtKind(StrEnum):
    """What is doubtful."""

    GAP = "numbering gap"
    REPEAT = "numbering repeat"
    CONTENTS = "contents page"
    BOOKMARK = "bookmark"
    CONFIDENCE = "low confidence"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: `text` says it in one sentence; `node` is empty where none is concerned."""

    kind: DoubtKind
    node: str
    page: int
    text: str


class _Bookmark(Protocol):
    @property
    def title(self) -> str: ...

    @property
    def page(self) -> int | None: ...


def doubts_of(nodes: Sequence[Node], bookmarks: Iterable[_Bookmark]) -> list[Doubt]:
    """All doubts of a document, in reading order within each kind."""
    return [*_gaps(nodes), *_unlike_bookmarks(nodes, bookmarks), *_low(nodes)]


def _gaps(nodes: Sequence[Node]) -> list[Doubt]:
    return []


def _unlike_bookmarks(nodes: Sequence[Node], bookmarks: Iterable[_Bookmark]) -> list[Doubt]:
    return []


def _low(nodes: Sequence[Node]) -> list[Doubt]:
    return [
        Doubt(
            DoubtKind.CONFIDENCE,
            node.id,
            node.page,
            f"The {node.kind.value} may be something else: look at it.",
        )
        for node in nodes
        if node.confidence < 0.6 and node.kind in (Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM)
    ]
