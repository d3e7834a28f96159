"""Builds the edit that a view asked for, without the entries that an earlier queued edit removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gui.edit_queue import Builder
from model.edits import Edit
from model.labels import Reviewer
from model.review import Review

Change = Callable[..., Edit]  # of a review by a reviewer, to one entry or several, then with values


def on_all(change: Change, ids: Sequence[str], *values: Any) -> Builder:
    """Of all these entries that are still there; nothing if none is."""

    def build(review: Review, reviewer: Reviewer) -> Edit | None:
        there = [node_id for node_id in ids if node_id in review.outline]
        return change(review, reviewer, there, *values) if there else None

    return build


def on_one(change: Change, node_id: str, *values: Any) -> Builder:
    """Of one entry, where it is still there."""

    def build(review: Review, reviewer: Reviewer) -> Edit | None:
        return change(review, reviewer, node_id, *values) if node_id in review.outline else None

    return build


def on_frame(change: Change, node_id: str, frame: int, **values: Any) -> Builder:
    """Of one recommendation of an entry, where both are still there."""

    def build(review: Review, reviewer: Reviewer) -> Edit | None:
        there = node_id in review.outline and frame < review.frames(node_id)
        return change(review, reviewer, node_id, frame=frame, **values) if there else None

    return build
