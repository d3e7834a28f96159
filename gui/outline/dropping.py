"""Where an entry goes that is dropped on the outline."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from gui.outline.rows import Row
from model.outline import Outline

_EDGE = 0.28  # of a row's height: nearer to its edges means between rows, else onto the row


class Where(Enum):
    ABOVE = "above"
    ONTO = "onto"
    BELOW = "below"


class Target(NamedTuple):
    """A row, and where at it."""

    row: int
    where: Where


def target_at(row: int, share: float) -> Target:
    """The target where the mouse is `share` (0 to 1) down a row."""
    if share < _EDGE:
        return Target(row, Where.ABOVE)
    return Target(row, Where.BELOW if share > 1 - _EDGE else Where.ONTO)


def place_of(outline: Outline, rows: list[Row], target: Target,
             moving: Collection[str]) -> tuple[str | None, str | None]:  # fmt: skip
    """The parent and the child to stand in front of (None: at the end), for `model.editing.move`.

    Below an entry that is unfolded is in front of what hangs below it: that is where the line is drawn.
    """
    row = rows[target.row]
    node = outline[row.node]
    if target.where is Where.ONTO:
        return node.id, None
    parent: str | None
    if target.where is Where.BELOW and row.open:
        parent, candidates = node.id, outline.children(node.id)
    else:
        parent, candidates = node.parent, outline.children(node.parent)
        at = [child.id for child in candidates].index(node.id)
        candidates = candidates[at + 1 if target.where is Where.BELOW else at :]
    return parent, next((child.id for child in candidates if child.id not in moving), None)
