"""Follows a document's ledger backwards: undoing every edit from the present state must fit at each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.engine import Connection

from model.edits import Change, NodeChange
from model.labels import Decision, DecisionKey
from model.nodes import Node
from storage.changes import changes_from_json
from storage.loading import load_review
from storage.schema import EDIT, EDIT_NODE


def missing_edits(connection: Connection) -> Iterator[str]:
    """Edits are numbered from 1 without a gap, whatever fails: a gap is an edit that was taken out."""
    expected = 1
    for number in connection.scalars(select(EDIT.c.number).order_by(EDIT.c.number)):
        if number != expected:
            last = f" to {number - 1}" if number - expected > 1 else ""
            yield f"edit {expected}{last}: missing from the history"
        expected = number + 1


def indexed_nodes(connection: Connection) -> dict[int, set[str]]:
    """The nodes that each edit is listed with. All at once: that index is by node, so to look up the edits of
    one report goes through all of it."""
    found: dict[int, set[str]] = {}
    for node, edit in connection.execute(select(EDIT_NODE.c.node, EDIT_NODE.c.edit)):
        found.setdefault(edit, set()).add(node)
    return found


def check_ledger(connection: Connection, document: int, document_id: str,
                 indexed: Mapping[int, set[str]]) -> Iterator[str]:  # fmt: skip
    """Each problem names the edit that does not fit: by its number and its name."""
    if not connection.scalar(select(func.count()).select_from(EDIT).where(EDIT.c.document == document)):
        return
    try:
        review = load_review(connection, document_id)
    except (KeyError, ValueError, TypeError):
        yield "its history cannot be followed, because the outline cannot be read"
        return
    nodes = list(review.outline)
    state = _State(
        {node.id: node for node in nodes},
        {decision.key: decision for node in nodes for decision in review.decisions(node.id)},
    )
    query = select(EDIT).where(EDIT.c.document == document).order_by(EDIT.c.number.desc())
    for row in connection.execute(query.execution_options(yield_per=100)):
        where = f"edit {row.number} (“{row.name}”)"
        try:
            changes = changes_from_json(row.changes)
        except (ValueError, TypeError, KeyError):
            yield f"{where}: cannot be read"
            return
        if indexed.get(row.number, set()) != {change.node_id for change in changes}:
            yield f"{where}: is not listed with the entries that it changed"
        for problem in state.step_back(row, changes):
            yield f"{where}: {problem}"
    for number in state.expected:
        yield f"edit {number}: was undone, but is not in the history of this report"


@dataclass(slots=True)
class _State:
    """The document as it was after the edit that comes next, going back in time."""

    nodes: dict[str, Node]
    decisions: dict[DecisionKey, Decision]
    # What undone edits must have done, as the entries that undid them say.
    expected: dict[int, tuple[Change, ...]] = field(default_factory=dict)

    def step_back(self, row: Row[Any], changes: tuple[Change, ...]) -> Iterator[str]:
        fits = [self._take_back(change) for change in reversed(changes)]
        if not all(fits):
            yield "what it made is not what is there"
        if row.number in self.expected and self.expected.pop(row.number) != changes:
            yield "what undid it is not its inverse"
        if row.reverts is not None:
            self.expected[row.reverts] = tuple(change.inverse() for change in reversed(changes))

    def _take_back(self, change: Change) -> bool:
        """Whether the state was as the change left it; it is as the change found it afterwards."""
        if isinstance(change, NodeChange):
            fits = self.nodes.get(change.node_id) == change.after
            self._put(self.nodes, change.node_id, change.before)
            return fits
        fits = self.decisions.get(change.key) == change.after
        self._put(self.decisions, change.key, change.before)
        return fits

    @staticmethod
    def _put(values: dict[Any, Any], key: Any, value: Any) -> None:
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
