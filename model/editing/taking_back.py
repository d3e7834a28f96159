"""Promoting what was demoted, and demoting what was promoted: then everything is where it was before.

To promote an entry takes what follows it below it; to demote it alone would leave that there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from model.editing.draft import Draft
from model.edits import DecisionChange, Edit, NodeChange
from model.nodes import Kind, Node
from model.review import Review

# Kinds that stand apart from the run of the text.
_APART = frozenset({Kind.FOOTNOTE, Kind.FURNITURE})


def take_back(drafted: Draft, chosen: Sequence[Node], name: str) -> Edit | None:
    """The edit that puts the chosen nodes, and what went along with them, back where a move took them from,
    if that is below the nodes that they are `drafted` to come below. None if no such move was made."""
    review = drafted.review
    for move in reversed(review.moves):
        nodes = [change for change in move.changes if isinstance(change, NodeChange)]
        moved = {change.node_id: change for change in nodes if change.moves}
        if _leads_there(moved, drafted, chosen) and _stands(nodes, review):
            draft = _inverse(move, drafted)
            if all(_reads_the_same(draft, moved, node) for node in chosen):
                return draft.edit(name, chosen[0].id)
    return None


def _leads_there(moved: Mapping[str, NodeChange], drafted: Draft, chosen: Sequence[Node]) -> bool:
    """Whether the move was of the chosen nodes, and of others only out of them or below them."""
    roots = {node.id for node in chosen}
    if not roots <= moved.keys():
        return False
    return all(
        _old(change).parent == drafted.node(node_id).parent
        if node_id in roots
        else _old(change).parent in roots or _new(change).parent in roots
        for node_id, change in moved.items()
    )


def _stands(changes: Sequence[NodeChange], review: Review) -> bool:
    """Whether all is where the changes put it."""
    for change in changes:
        now = review.outline.get(change.node_id)
        if (
            now is None
            or change.after is None
            or change.before is None
            or _place(now) != _place(change.after)
        ):
            return False
    return True


def _place(node: Node) -> tuple[str | None, int, int | None, Kind]:
    return node.parent, node.rank, node.level, node.kind


def _inverse(move: Edit, drafted: Draft) -> Draft:
    """What was changed beside the places since stays."""
    draft = Draft(drafted.review, drafted.reviewer)
    for change in reversed(move.changes):
        if isinstance(change, NodeChange):
            now, old = draft.node(change.node_id), _old(change)
            moved = replace(now, parent=old.parent, rank=old.rank, level=old.level)
            draft.put(old if now == change.after else moved)
        elif isinstance(change, DecisionChange) and draft.review.decision(change.key) == change.after:
            draft.undecide(change.key) if change.before is None else draft.decide(change.before)
    return draft


def _reads_the_same(draft: Draft, moved: Mapping[str, NodeChange], node: Node) -> bool:
    """Whether the text keeps its order where a node goes back: out of its parent, or into a sibling."""
    there, here = _old(moved[node.id]).parent, node.parent
    outline = draft.review.outline
    if here is not None and outline[here].parent == there:
        above = there
    elif there is not None and outline[there].parent == here:
        above = here
    else:
        return False
    opened = {*moved, *(side.parent for one in moved.values() for side in (_old(one), _new(one)))}
    before = Draft(draft.review, draft.reviewer)
    return list(_read(before, above, opened)) == list(_read(draft, above, opened))


def _read(draft: Draft, parent: str | None, opened: Collection[str | None]) -> Iterator[str]:
    for child in draft.children(parent):
        if child.kind not in _APART:
            yield child.id
            if child.id in opened:
                yield from _read(draft, child.id, opened)


def _old(change: NodeChange) -> Node:
    assert change.before is not None
    return change.before


def _new(change: NodeChange) -> Node:
    assert change.after is not None
    return change.after
