"""A draft collects the changes of one edit and shows the document as it will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from model.edits import Change, DecisionChange, Edit, NodeChange
from model.errors import UserFacingError
from model.labels import APPROVED, Decision, DecisionKey, Reviewer, Slot, Status
from model.nodes import CLASSIFIED, MENDED, Kind, Node, first_words
from model.outline import RANK_STEP
from model.review import Review


class NotPossible(UserFacingError):
    """The document has no place for the change."""


class Draft:
    """Changes by row, each with the row as it is stored now; later changes of one row replace earlier ones.

    Order matters to the database and to undo: a node is put before its children move below it, and dropped
    after its children and decisions have left it.
    """

    def __init__(self, review: Review, reviewer: Reviewer) -> None:
        self.review = review
        self.reviewer = reviewer
        self._now = datetime.now(UTC)
        self._nodes: dict[str, Node | None] = {}
        self._changes: dict[str | DecisionKey, Change] = {}

    # --- the document as it will be

    def node(self, node_id: str) -> Node:
        """The node as the draft has it. Raises NotPossible if it has gone."""
        node = self._nodes.get(node_id) or self.review.outline.get(node_id)
        if node is None:
            raise NotPossible("That entry is no longer there.")
        return node

    def chosen(self, node_ids: Sequence[str]) -> list[Node]:
        """The nodes of a selection. Raises NotPossible if it is empty, or one has gone."""
        if not node_ids:
            raise NotPossible("Select an entry first.")
        return [self.node(node_id) for node_id in node_ids]

    def children(self, parent: str | None) -> list[Node]:
        """The children in order, with the draft's changes."""
        kept = [n for n in self.review.outline.children(parent) if n.id not in self._nodes]
        moved = [n for n in self._nodes.values() if n is not None and n.parent == parent]
        return sorted(kept + moved, key=lambda n: (n.rank, n.id)) if moved else kept

    def level_below(self, kind: Kind, parent: str | None) -> int | None:
        """A section's depth in the outline, an item's nesting, if it hangs below `parent`."""
        if kind not in (Kind.SECTION, Kind.ITEM):
            return None
        depth = 1
        while parent is not None:
            above = self.node(parent)
            depth += above.kind is kind
            parent = above.parent
        return depth

    # --- changes

    def put(self, node: Node) -> None:
        """Adds a node, or replaces the one with its id; its place comes with it."""
        before = self.review.outline.get(node.id)
        self._nodes[node.id] = node
        self._changes[node.id] = NodeChange(before, node)

    def drop(self, node: Node) -> None:
        """Removes a node with every decision on it."""
        for decision in self.review.decisions(node.id):
            self.undecide(decision.key)
        self._nodes[node.id] = None
        self._changes.pop(node.id, None)
        before = self.review.outline.get(node.id)
        if before is not None:
            self._changes[node.id] = NodeChange(before, None)

    def decide(self, decision: Decision) -> None:
        """Stores a decision, unless it says the same as the one before."""
        before = self.review.decision(decision.key)
        if before is not None and replace(before, decided_at=decision.decided_at) == decision:
            return
        decision = replace(decision, decided_at=decision.decided_at or self._now)
        self._changes[decision.key] = DecisionChange(before, decision)

    def say(self, decision: Decision) -> None:
        """Stores the reviewer's decision on what they look at. If the slot was settled, this settles it
        again."""
        node, slot, _, frame = decision.key
        said = self.review.decisions(node)
        settled = [one for one in said if one.adjudicated and (one.key.slot, one.key.frame) == (slot, frame)]
        for one in settled:
            self.decide(replace(one, adjudicated=False))
        self.decide(replace(decision, adjudicated=bool(settled)))

    def undecide(self, key: DecisionKey) -> None:
        """Takes a decision away, if there is one."""
        before = self.review.decision(key)
        self._changes.pop(key, None)
        if before is not None:
            self._changes[key] = DecisionChange(before, None)

    def place(self, nodes: Sequence[Node], parent: str | None, before: str | None = None) -> None:
        """Puts nodes below `parent`, in front of its child `before` (None: at the end), levels included."""
        moving = {node.id for node in nodes}
        siblings = [n for n in self.children(parent) if n.id not in moving]
        index = next((i for i, n in enumerate(siblings) if n.id == before), len(siblings))
        low = siblings[index - 1].rank if index else None
        high = siblings[index].rank if index < len(siblings) else None
        if low is None:
            low = (high or 0) - RANK_STEP * (len(nodes) + 1)
        if high is None:
            high = low + RANK_STEP * (len(nodes) + 1)
        step = (high - low) // (len(nodes) + 1)
        if step:
            ranked = [(node, low + step * (i + 1)) for i, node in enumerate(nodes)]
        else:
            row = [*siblings[:index], *nodes, *siblings[index:]]
            ranked = [(node, RANK_STEP * (i + 1)) for i, node in enumerate(row)]
        for node, rank in ranked:
            self.put(replace(node, parent=parent, rank=rank))
        for node in nodes:
            self.relevel(node.id)

    def relevel(self, node_id: str) -> None:
        """Sets the levels of a node and of everything below it by where they hang now."""
        node = self.node(node_id)
        level = self.level_below(node.kind, node.parent)
        if level != node.level:
            self.put(replace(node, level=level))
        for child in self.children(node_id):
            self.relevel(child.id)

    def mark_corrected(self, node_id: str) -> None:
        """Marks a node as corrected. If this reviewer never gave its role, it still waits for that."""
        node = self.node(node_id)
        if node.kind in CLASSIFIED and not self.says_role(node_id):
            if not node.is_put_right:
                self.put(replace(node, reasons=(*node.reasons, MENDED)))
        else:
            key = DecisionKey(node_id, Slot.STATUS, self.reviewer.id)
            self.decide(Decision(key, Status.CORRECTED.value))

    def await_role(self, node_id: str) -> None:
        """Makes the review of a node wait if it ended without a role and the node can have one now."""
        key = DecisionKey(node_id, Slot.STATUS, self.reviewer.id)
        own = self.review.decision(key)
        approved = own is not None and own.value in APPROVED
        if approved and self.node(node_id).kind in CLASSIFIED and not self.says_role(node_id):
            self.undecide(key)

    def says_role(self, node_id: str) -> bool:
        """Whether the reviewer has a word of their own on a node's role, with what is drafted."""
        key = DecisionKey(node_id, Slot.ROLE, self.reviewer.id)
        drafted = self._changes.get(key)
        return (drafted.after if drafted is not None else self.review.decision(key)) is not None

    def edit(self, name: str, focus: str | None = None) -> Edit:
        """Everything that differs from what is stored, as one edit."""
        changes = tuple(c for c in self._changes.values() if c.before != c.after)
        return Edit(name, changes, focus)


def name_of(node: Node) -> str:
    """What an edit's name calls a node: its printed number, else its first words."""
    if node.number and any(c.isalnum() for c in node.number):
        return node.printed_number
    return first_words(node.text) if node.text.strip() else node.kind.value


def names_of(nodes: Sequence[Node]) -> str:
    """What an edit's name calls several nodes: one by name, more by their count."""
    return name_of(nodes[0]) if len(nodes) == 1 else f"{len(nodes)} entries"
