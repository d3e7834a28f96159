"""Makes an edit's changes on the stored rows, after checking that every row is as the edit expects it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from model.edits import DecisionChange, Edit, NodeChange
from model.labels import DecisionKey
from storage.errors import ConflictError
from storage.keys import chunks, node_keys
from storage.people import reviewer_keys
from storage.rows import Row, decision_row, node_row
from storage.schema import DECISION, NODE

_OWN_NODE_COLUMNS = tuple(column.name for column in NODE.c if column.name not in ("pk", "document", "parent"))
_OWN_DECISION_COLUMNS = tuple(c.name for c in DECISION.c if c.name not in ("node", "reviewer"))


def apply_changes(connection: Connection, document: int, edit: Edit) -> None:
    """Raises ConflictError, and ValueError for an edit that would leave the tree broken."""
    nodes = [change for change in edit.changes if isinstance(change, NodeChange)]
    decisions = [change for change in edit.changes if isinstance(change, DecisionChange)]
    keys = _NodeKeys(connection, document, nodes, decisions)
    _Nodes(connection, document, keys, edit.name).apply(nodes)
    if decisions:
        _apply_decisions(connection, keys, decisions, edit.name)
    if any(change.after is None for change in nodes):
        _verify_nothing_hangs(connection, keys, [c.node_id for c in nodes if c.after is None])


class _NodeKeys:
    """The file's keys of the nodes that an edit speaks of; nodes that it makes get theirs here."""

    def __init__(self, connection: Connection, document: int, nodes: list[NodeChange],
                 decisions: list[DecisionChange]) -> None:  # fmt: skip
        named = {change.node_id for change in nodes} | {change.node_id for change in decisions}
        for change in nodes:
            named.update(node.parent for node in (change.before, change.after) if node and node.parent)
        self.stored = node_keys(connection, document, named)
        self._all = dict(self.stored)
        missing = [change.node_id for change in nodes if change.node_id not in self.stored]
        if missing:
            last = connection.scalar(select(func.coalesce(func.max(NODE.c.pk), 0))) or 0
            for key, node_id in enumerate(dict.fromkeys(missing), last + 1):
                self._all[node_id] = key

    def __getitem__(self, node_id: str) -> int:
        key = self._all.get(node_id)
        if key is None:
            raise ConflictError(f"the change needs a part of the report that is no longer there ({node_id})")
        return key

    def get(self, node_id: str | None) -> int | None:
        return None if node_id is None else self[node_id]


class _Nodes:
    def __init__(self, connection: Connection, document: int, keys: _NodeKeys, name: str) -> None:
        self._connection = connection
        self._document = document
        self._keys = keys
        self._name = name

    def apply(self, changes: list[NodeChange]) -> None:
        if not changes:
            return
        stored = self._stored({change.node_id for change in changes})
        current: dict[str, Row | None] = {change.node_id: stored.get(change.node_id) for change in changes}
        for change in changes:
            if current[change.node_id] != self._row(change.before):
                raise _conflict(self._name)
            current[change.node_id] = self._row(change.after)
        self._write(stored, current)
        self._verify_parents(changes)

    def _row(self, node: Any) -> Row | None:
        return None if node is None else {**node_row(node), "parent": self._keys.get(node.parent)}

    def _stored(self, ids: set[str]) -> dict[str, Row]:
        query = select(NODE.c.parent, *(NODE.c[name] for name in _OWN_NODE_COLUMNS))
        rows: dict[str, Row] = {}
        for chunk in chunks(sorted(ids)):
            chosen = query.where(NODE.c.document == self._document, NODE.c.id.in_(chunk))
            for row in self._connection.execute(chosen).mappings():
                rows[row["id"]] = dict(row)
        return rows

    def _write(self, stored: dict[str, Row], current: dict[str, Row | None]) -> None:
        added, changed, gone = [], [], []
        for node_id, row in current.items():
            if row is None:
                if node_id in stored:
                    gone.append(self._keys[node_id])
            elif node_id not in stored:
                added.append({"pk": self._keys[node_id], "document": self._document, **row})
            elif row != stored[node_id]:
                changed.append({"key": self._keys[node_id], **row})
        if added:
            self._connection.execute(insert(NODE), added)
        if changed:
            self._connection.execute(_UPDATE_NODE, changed)
        for chunk in chunks(gone):
            self._connection.execute(delete(NODE).where(NODE.c.pk.in_(chunk)))

    def _verify_parents(self, changes: list[NodeChange]) -> None:
        """Raises ValueError when a moved node hangs below itself."""
        moved = {
            c.node_id for c in changes if c.after and (c.before is None or c.before.parent != c.after.parent)
        }
        if not moved:
            return
        # A chain upwards that does not reach a root within the number of rows it visited turns in a circle.
        parents: dict[int, int | None] = {}
        wanted = {self._keys[node_id] for node_id in moved}
        while wanted:
            found: dict[int, int | None] = {}
            for chunk in chunks(sorted(wanted)):
                rows = self._connection.execute(select(NODE.c.pk, NODE.c.parent).where(NODE.c.pk.in_(chunk)))
                found.update({row.pk: row.parent for row in rows})
            parents.update(found)
            wanted = {parent for parent in found.values() if parent is not None and parent not in parents}
        for node_id in moved:
            seen: set[int] = set()
            key: int | None = self._keys[node_id]
            while key is not None:
                if key in seen:
                    raise ValueError(f"{self._name}: {node_id} would hang below itself")
                seen.add(key)
                key = parents.get(key)


def _apply_decisions(
    connection: Connection, keys: _NodeKeys, changes: list[DecisionChange], name: str
) -> None:
    people = reviewer_keys(connection)
    stored = _stored_decisions(connection, keys, {change.node_id for change in changes}, people)
    current: dict[DecisionKey, Row | None] = {change.key: stored.get(change.key) for change in changes}
    for change in changes:
        before = decision_row(change.before) if change.before is not None else None
        if current[change.key] != before or change.key.reviewer not in people:
            raise _conflict(name)
        current[change.key] = decision_row(change.after) if change.after is not None else None
    added, changed, gone = [], [], []
    for key, row in current.items():
        if row is None:
            if key in stored:
                gone.append(_decision_key(key, keys, people))
        elif key not in stored:
            added.append({"node": keys[key.node], "reviewer": people[key.reviewer], **row})
        elif row != stored[key]:
            changed.append({**_decision_key(key, keys, people), **row})
    if gone:
        connection.execute(_DELETE_DECISION, gone)
    if added:
        connection.execute(insert(DECISION), added)
    if changed:
        connection.execute(_UPDATE_DECISION, changed)


def _stored_decisions(
    connection: Connection, keys: _NodeKeys, nodes: set[str], people: dict[str, int]
) -> dict[DecisionKey, Row]:
    ids = {keys[node]: node for node in nodes}
    names = {key: reviewer for reviewer, key in people.items()}
    rows: dict[DecisionKey, Row] = {}
    for chunk in chunks(sorted(ids)):
        for row in connection.execute(select(DECISION).where(DECISION.c.node.in_(chunk))).mappings():
            decision = dict(row)
            node, reviewer = ids[decision.pop("node")], names[decision.pop("reviewer")]
            # Slots compare as their texts: the enumeration is one of texts.
            rows[DecisionKey(node, decision["slot"], reviewer, decision["frame"])] = decision
    return rows


def _decision_key(key: DecisionKey, keys: _NodeKeys, people: dict[str, int]) -> Row:
    return {
        "key_node": keys[key.node],
        "key_slot": key.slot.value,
        "key_reviewer": people[key.reviewer],
        "key_frame": key.frame,
    }


def _verify_nothing_hangs(connection: Connection, keys: _NodeKeys, gone: list[str]) -> None:
    """Raises ValueError if a removed node leaves children or decisions that undo could not restore."""
    left = [keys.stored[node_id] for node_id in gone if node_id in keys.stored]
    for chunk in chunks(left):
        children = select(NODE.c.pk).where(NODE.c.parent.in_(chunk)).limit(1)
        decisions = select(DECISION.c.node).where(DECISION.c.node.in_(chunk)).limit(1)
        for query in (children, decisions):
            if connection.scalar(query) is not None:
                raise ValueError("an edit removes a node and leaves its children or decisions behind")


def _conflict(name: str) -> ConflictError:
    return ConflictError(f"“{name}” was not done: that part of the report has changed since; open it again")


_IS_DECISION = (
    (DECISION.c.node == bindparam("key_node"))
    & (DECISION.c.slot == bindparam("key_slot"))
    & (DECISION.c.reviewer == bindparam("key_reviewer"))
    & (DECISION.c.frame == bindparam("key_frame"))
)
_UPDATE_DECISION = (
    update(DECISION).where(_IS_DECISION).values({name: bindparam(name) for name in _OWN_DECISION_COLUMNS})
)
_DELETE_DECISION = delete(DECISION).where(_IS_DECISION)
_UPDATE_NODE = (
    update(NODE)
    .where(NODE.c.pk == bindparam("key"))
    .values({name: bindparam(name) for name in (*_OWN_NODE_COLUMNS, "parent")})
)
