"""Every change of structure or label is an Edit: a name for the user and a list of changes to rows.

A change knows its rows before and after, so its inverse is the same rows swapped; undo, redo, history and
crash recovery all lean on that.
"""

from __future__ import annotations

from typing import NamedTuple

from model.documents import Document
from model.labels import Decision, DecisionKey
from model.nodes import Node


class NodeChange(NamedTuple):
    """A node before and after; None if it did not exist, or no longer exists."""

    before: Node | None
    after: Node | None

    @property
    def node_id(self) -> str:
        node = self.after or self.before
        assert node is not None
        return node.id

    @property
    def moves(self) -> bool:
        """Whether the node gets another parent."""
        return self.before is not None and self.after is not None and self.before.parent != self.after.parent

    def inverse(self) -> NodeChange:
        return NodeChange(self.after, self.before)


class DecisionChange(NamedTuple):
    """A decision before and after; None if there was none, or is none any more."""

    before: Decision | None
    after: Decision | None

    @property
    def key(self) -> DecisionKey:
        decision = self.after or self.before
        assert decision is not None
        return decision.key

    @property
    def node_id(self) -> str:
        return self.key.node

    def inverse(self) -> DecisionChange:
        return DecisionChange(self.after, self.before)


Change = NodeChange | DecisionChange


class DocumentChange(NamedTuple):
    """What is known of a report as a whole, before and after it was extracted again.

    `machines` are the ids of the machines whose suggestions the extraction brings.
    """

    before: Document
    after: Document
    machines: tuple[str, ...] = ()

    def inverse(self) -> DocumentChange:
        return DocumentChange(self.after, self.before, self.machines)


class Edit(NamedTuple):
    """What a reviewer did, as one step. `name` reads after "Undo": "merge 12 with 13"."""

    name: str
    changes: tuple[Change, ...]
    focus: str | None = None  # the node to select when it is done or undone
    document: DocumentChange | None = None  # set where the report was extracted again

    def inverse(self) -> Edit:
        """The edit that takes this one back: its changes, each turned round, the last one first."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return Edit(self.name, changes, self.focus, self.document and self.document.inverse())

    def __bool__(self) -> bool:
        new_facts = self.document is not None and self.document.before != self.document.after
        return bool(self.changes) or new_facts


class ChangeSet(NamedTuple):
    """What a committed edit changed in one document: views refresh from this.

    `structural` is true where a node came, went, or moved; otherwise only `nodes` look different.
    """

    document: str
    edit: Edit
    edit_number: int = 0
    nodes: frozenset[str] = frozenset()
    structural: bool = False

    @classmethod
    def of(cls, document: str, edit: Edit, edit_number: int = 0) -> ChangeSet:
        """What views are told of an edit that the ledger stored under this number."""
        nodes = frozenset(change.node_id for change in edit.changes)
        return cls(document, edit, edit_number, nodes, any(map(_is_structural, edit.changes)))


def _is_structural(change: Change) -> bool:
    if isinstance(change, DecisionChange):
        return False
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    return (before.parent, before.rank) != (after.parent, after.rank)
