"""How a row looks by its entry: role, state, doubt. Worked out once, and again after edits."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from model.differing import differing
from model.edits import ChangeSet
from model.labels import APPROVED, Slot, Status
from model.nodes import CLASSIFIED, Node
from model.review import SUGGESTIONS, Review, Source
from model.schemes import Label, Scheme

# Below these, a place in the tree or a suggested role deserves a second look.
SURE_PLACE = 0.7
_SURE_ROLE = 0.6


class Mark(Enum):
    SEVERAL = "several"  # recommendations
    NOTE = "note"
    DOUBT = "doubt"


class Look(NamedTuple):
    """`suggested` is true where the role is nobody's decision yet; `confidence` is that suggestion's."""

    role: Label | None = None
    suggested: bool = False
    inherited: bool = False
    confidence: float = 1.0
    status: Status = Status.UNREVIEWED
    doubtful: bool = False
    noted: bool = False
    recommendations: int = 1
    differing: tuple[Slot, ...] = ()  # of which people say different things

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What stands at the end of the row, in order."""
        there = {Mark.SEVERAL: self.recommendations > 1, Mark.NOTE: self.noted, Mark.DOUBT: self.doubtful}
        return tuple(mark for mark in Mark if there[mark])


class Looks:
    """The looks of one review's entries for one reviewer."""

    def __init__(self, review: Review, reviewer: str, scheme: Scheme) -> None:
        self._review = review
        self._scheme = scheme
        self._reviewer = reviewer
        self._looks: dict[str, Look] = {}
        self._waiting: Iterator[Node] | None = None

    def of(self, node: Node) -> Look:
        look = self._looks.get(node.id)
        if look is None:
            look = self._looks[node.id] = self._work_out(node)
        return look

    def forget(self, changes: ChangeSet) -> set[str]:
        """Drops what an edit may have changed, its entries and what inherits from them; gives their ids."""
        outline = self._review.outline
        waiting, gone = list(changes.nodes), set()
        while waiting:
            node_id = waiting.pop()
            gone.add(node_id)
            self._looks.pop(node_id, None)
            waiting.extend(child.id for child in outline.children(node_id))
        self._waiting = None
        return gone

    def warm(self, count: int) -> bool:
        """Works out up to `count` more looks ahead of a filter that needs all; True when none is left."""
        if self._waiting is None:
            self._waiting = iter(list(self._review.outline))
        for node in self._waiting:
            if node.id not in self._looks:
                self._looks[node.id] = self._work_out(node)
                count -= 1
                if count <= 0:
                    return False
        self._waiting = None
        return True

    def _work_out(self, node: Node) -> Look:
        status = self._review.status(node.id, self._reviewer)
        unsure = status not in APPROVED and node.confidence < SURE_PLACE
        noted = self._review.has_notes(node.id)
        if node.kind not in CLASSIFIED:
            return Look(status=status, doubtful=unsure, noted=noted)
        count = self._review.frames_seen(node.id)
        apart = tuple(dict.fromkeys(slot for slot, _ in differing(self._review, node.id)))
        unsure = unsure or bool(apart)
        shown = self._review.shown(node.id, Slot.ROLE, self._reviewer)
        if not shown.value:
            return Look(status=status, doubtful=unsure, noted=noted, recommendations=count, differing=apart)
        suggested = shown.source in SUGGESTIONS
        sure = shown.decision.confidence if suggested and shown.decision is not None else 1.0
        doubtful = unsure or (suggested and status not in APPROVED and sure < _SURE_ROLE)
        inherited = shown.source is Source.INHERITED
        role = self._scheme.label(Slot.ROLE, shown.value)
        return Look(role, suggested, inherited, sure, status, doubtful, noted, count, apart)
