"""Several entries made one."""

from __future__ import annotations

from collections.abc import Sequence

from model.editing.draft import NotPossible, name_of
from model.editing.wording import merge_with_previous, mergeable, read_before
from model.edits import Change, Edit
from model.labels import Reviewer
from model.review import Review


def merge(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """Joins entries that are read one after the other into the first of them; a single one to the one before.

    Raises NotPossible if others stand between them: words would change places.
    """
    chosen = set(node_ids)
    nodes = [node for node in review.outline if node.id in chosen]
    if not nodes:
        raise NotPossible("Select an entry first.")
    first, *others = nodes
    if not others:
        return merge_with_previous(review, reviewer, first.id)
    if not all(mergeable(first, node) for node in others):
        raise NotPossible("Headings, text, tables and notes are not merged with each other.")
    ahead = review.copy()  # as each step leaves it: the next one builds on that
    changes: list[Change] = []
    for node in others:
        before = read_before(ahead, ahead.outline[node.id])
        if before is None or before.id != first.id:
            raise NotPossible(
                f"Only entries that follow one another can be merged; {name_of(node)} does not."
            )
        step = merge_with_previous(ahead, reviewer, node.id)
        ahead.apply(step)
        changes += step.changes
    return Edit(f"merge {len(nodes)} entries", tuple(changes), first.id)
