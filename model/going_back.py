"""Going back to an earlier point as one new edit: what the later edits changed, taken back in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.edits import Change, DecisionChange, DocumentChange, Edit, NodeChange
from model.labels import Decision, DecisionKey
from model.nodes import Node
from model.review import Review


def going_back(later: Sequence[Edit], name: str) -> Edit:
    """The edit that takes a document back to where it was before `later`, its edits in the order made.

    Of a row that changed several times only the first and the last state count, and a row that is as it was
    is left alone. Nodes that come back stand before what hangs below them, and those that go away come last,
    children first: so it can be made, and undone by its inverse, change by change.
    """
    nodes: dict[str, tuple[Node | None, Node | None]] = {}
    decisions: dict[DecisionKey, tuple[Decision | None, Decision | None]] = {}
    for edit in reversed(later):
        for change in reversed(edit.changes):
            if isinstance(change, NodeChange):
                now = nodes[change.node_id][0] if change.node_id in nodes else change.after
                nodes[change.node_id] = (now, change.before)
            else:
                said = decisions[change.key][0] if change.key in decisions else change.after
                decisions[change.key] = (said, change.before)
    found = [NodeChange(now, then) for now, then in nodes.values() if now != then]
    back = [change for change in found if change.before is None]
    gone = [change for change in found if change.after is None]
    stay = [change for change in found if change.before is not None and change.after is not None]
    said_changes = [DecisionChange(now, then) for now, then in decisions.values() if now != then]
    changes: list[Change] = [*_parents_first(back), *stay, *said_changes, *reversed(_parents_first(gone))]
    return Edit(name, tuple(changes), _focus(changes), _facts(later))


def fits(edit: Edit, review: Review) -> bool:
    """Whether every row is as the edit expects it: it was made from what is stored, not from the review."""
    return all(
        change.before
        == (
            review.outline.get(change.node_id)
            if isinstance(change, NodeChange)
            else review.decision(change.key)
        )
        for change in edit.changes
    )


def _parents_first(changes: Iterable[NodeChange]) -> list[NodeChange]:
    """Changes of nodes that are new or go away, each after that of its parent."""
    by_id = {change.node_id: change for change in changes}
    ordered: dict[str, NodeChange] = {}
    for change in by_id.values():
        chain = [change]
        while (parent := _parent(chain[-1])) in by_id and parent not in ordered:
            assert parent is not None
            chain.append(by_id[parent])
        for one in reversed(chain):
            ordered[one.node_id] = one
    return list(ordered.values())


def _parent(change: NodeChange) -> str | None:
    node = change.after or change.before
    return None if node is None else node.parent


def _facts(later: Sequence[Edit]) -> DocumentChange | None:
    """The report's own facts taken back, where it was extracted again."""
    made = [edit.document for edit in later if edit.document is not None]
    return DocumentChange(made[-1].after, made[0].before, made[0].machines) if made else None


def _focus(changes: Sequence[Change]) -> str | None:
    """The first entry that the step changes and leaves there."""
    for change in changes:
        if isinstance(change, NodeChange) and change.after is not None:
            return change.after.id
    return next((change.key.node for change in changes if isinstance(change, DecisionChange)), None)
