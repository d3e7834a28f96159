"""What a doubt is, for those who count and show doubts.

`model.extraction.doubts` finds them in a finished tree, `model.review_doubts` also what comes up in review.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from model.labels import Status

# Below this an extractor's confidence is worth a look.
LOW = 0.6


class DoubtKind(StrEnum):
    """What is doubtful."""

    GAP = "numbering gap"
    REPEAT = "numbering repeat"
    CONTENTS = "contents page"
    BOOKMARK = "bookmark"
    CONFIDENCE = "low confidence"
    UNCLAIMED = "unclaimed text"
    MENDED = "mended file"
    UNREAD = "unread page"
    PICTURED = "unread picture"
    DAMAGED = "damaged page"
    GARBLED = "garbled page"
    ILLEGIBLE = "illegible page"
    VERTICAL = "vertical page"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: `text` says it in one sentence; `node` is empty if none is concerned."""

    kind: DoubtKind
    node: str
    page: int
    text: str


class ReviewDoubtKind(StrEnum):
    """What is doubtful, beyond what the extraction looks for."""

    LEVEL = "level of items"
    ROLES = "roles below a lead-in"
    OVERLAP = "two entries on one place"
    UNMATCHED = "not found again"
    REWORDED = "other words than reviewed"
    DIFFERING = "reviewers differ"


class Found(NamedTuple):
    """One thing to look at, in a sentence. `kind` is a DoubtKind or a ReviewDoubtKind.

    `node` is the one to go to, `nodes` are all that it is about; `wanted` is the value that others have and
    these do not.
    """

    kind: str
    node: str
    page: int
    text: str
    nodes: tuple[str, ...] = ()
    wanted: str = ""

    @property
    def key(self) -> str:
        """What stays the same as long as the doubt does: by it a reviewer hides it for good."""
        return f"{self.kind} {self.node} {self.text}"


class Standing(NamedTuple):
    """How a classified entry stands for the reviewer: the role that is shown, and the state."""

    role: str | None = None
    status: Status = Status.UNREVIEWED
    differing: tuple[tuple[str, str, str], ...] = ()  # a slot's name, a reviewer's id, the value in words
