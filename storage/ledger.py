"""The ledger: every edit is written with its rows before and after, in the transaction that makes it.

Undo and redo are entries too: each holds the inverse of the entry that it reverts. So what can be undone is
read from the ledger, and outlives a restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import exists, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql import Select

from model.documents import Document
from model.edits import Change, ChangeSet, DocumentChange, Edit
from model.labels import Reviewer, ReviewerKind
from model.learning.machines import LEARNER
from storage.applying import apply_changes
from storage.changes import changes_from_json, edit_from_json, edit_to_json, nodes_in
from storage.errors import ConflictError
from storage.keys import document_key, inserted
from storage.loading import load_document
from storage.making_way import making_way
from storage.people import ensure_reviewer
from storage.rows import decoding, facts_of
from storage.schema import DOCUMENT, EDIT, EDIT_NODE, REVIEWER


class EntryKind(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class HistoryEntry(NamedTuple):
    """One line of a document's or a node's history. `changes` is filled for the history of a node only;
    `focus` is the node that it was about in the first place."""

    number: int
    at: datetime
    reviewer: Reviewer
    kind: EntryKind
    name: str
    reverts: int | None
    changes: tuple[Change, ...] = ()
    focus: str | None = None


def record(connection: Connection, edit: Edit, document_id: str, reviewer: Reviewer) -> ChangeSet:
    """Makes an edit's changes and writes them down. Raises ConflictError if a row is not as it was."""
    document = document_key(connection, document_id)
    person = ensure_reviewer(connection, reviewer)
    return _enter(connection, edit, document, document_id, person, EntryKind.DO, None)


def undo(connection: Connection, document_id: str, reviewer: Reviewer) -> ChangeSet | None:
    """Reverts this reviewer's last edit of the document that still stands; None when there is none."""
    return _revert(connection, document_id, reviewer, EntryKind.UNDO)


def redo(connection: Connection, document_id: str, reviewer: Reviewer) -> ChangeSet | None:
    """Reverts this reviewer's last undo, unless a new edit came after it; None when there is none."""
    return _revert(connection, document_id, reviewer, EntryKind.REDO)


def name_to_revert(
    connection: Connection, document_id: str, reviewer_id: str | None, kind: EntryKind
) -> str | None:
    """The name of the edit that `undo` or `redo` would act on; without a reviewer, of who edited last."""
    document = connection.scalar(select(DOCUMENT.c.pk).where(DOCUMENT.c.id == document_id))
    if document is None:
        return None
    if reviewer_id is None:
        last = select(EDIT.c.reviewer).where(EDIT.c.document == document)
        person = connection.scalar(last.order_by(EDIT.c.number.desc()).limit(1))
    else:
        person = connection.scalar(select(REVIEWER.c.pk).where(REVIEWER.c.id == reviewer_id))
    if person is None:
        return None
    row = connection.execute(_last_standing(document, person, kind)).first()
    return None if row is None else str(row.name)


def history(connection: Connection, document_id: str, node_id: str | None, limit: int,
            alone: str = "") -> list[HistoryEntry]:  # fmt: skip
    """The latest entries first; of a node, those that touched it, with what they did to it. Where a person
    judges `alone`, who that is: other people's entries do not say what they did."""
    of_node = node_id is not None
    columns = [EDIT.c.number, EDIT.c.at, EDIT.c.kind, EDIT.c.name, EDIT.c.reverts, EDIT.c.focus,
               REVIEWER.c.id, REVIEWER.c.name.label("reviewer_name"), REVIEWER.c.kind.label("reviewer_kind"),
               *([EDIT.c.changes] if of_node else [])]  # fmt: skip
    query = (
        select(*columns)
        .join(DOCUMENT, DOCUMENT.c.pk == EDIT.c.document)
        .join(REVIEWER, REVIEWER.c.pk == EDIT.c.reviewer)
        .where(DOCUMENT.c.id == document_id)
    )
    if of_node:
        query = query.join(EDIT_NODE, EDIT_NODE.c.edit == EDIT.c.number).where(EDIT_NODE.c.node == node_id)
    rows = connection.execute(query.order_by(EDIT.c.number.desc()).limit(limit)).mappings()
    with decoding():
        found = [_history_entry(row, node_id) for row in rows]
    return [_hidden(entry) if alone and _is_of_another(entry, alone) else entry for entry in found]


def _is_of_another(entry: HistoryEntry, person: str) -> bool:
    return entry.reviewer.kind is ReviewerKind.PERSON and entry.reviewer.id != person


def _hidden(entry: HistoryEntry) -> HistoryEntry:
    return entry._replace(kind=EntryKind.DO, name="hidden change", reverts=None, changes=(), focus=None)


def _history_entry(row: Mapping[Any, Any], node_id: str | None) -> HistoryEntry:
    changes = changes_from_json(row["changes"]) if node_id is not None else ()
    return HistoryEntry(
        row["number"],
        datetime.fromisoformat(row["at"]),
        Reviewer(row["id"], row["reviewer_name"], ReviewerKind(row["reviewer_kind"])),
        EntryKind(row["kind"]),
        row["name"],
        row["reverts"],
        tuple(change for change in changes if change.node_id == node_id),
        row["focus"],
    )


def edits_after(connection: Connection, document_id: str, number: int) -> list[Edit]:
    """What was done to a document after an entry of its history, in order; after 0: all of it."""
    query = (
        select(EDIT.c.name, EDIT.c.focus, EDIT.c.changes)
        .join(DOCUMENT, DOCUMENT.c.pk == EDIT.c.document)
        .where(DOCUMENT.c.id == document_id, EDIT.c.number > number)
        .order_by(EDIT.c.number)
    )
    load = partial(_load, connection, document_id)
    return [edit_from_json(row.changes, row.name, row.focus, load) for row in connection.execute(query).all()]


def recent_work(connection: Connection, reviewer_id: str, limit: int) -> list[tuple[datetime, str]]:
    """When this reviewer last worked on which single node, latest first; edits of many nodes are left out."""
    person = select(REVIEWER.c.pk).where(REVIEWER.c.id == reviewer_id).scalar_subquery()
    query = (
        select(EDIT.c.at, EDIT.c.changes)
        .where(EDIT.c.reviewer == person, EDIT.c.kind == EntryKind.DO.value)
        .order_by(EDIT.c.number.desc())
    )
    found: list[tuple[datetime, str]] = []
    # Backwards and only so far: the index of `edit_node` is by node, so a join would go through all of it.
    with connection.execute(query.execution_options(yield_per=100)) as rows, decoding():
        for at, changes in rows:
            nodes = nodes_in(changes)
            if len(nodes) == 1:
                found.append((datetime.fromisoformat(at), nodes.pop()))
            if len(found) == limit:
                break
    return found


def _revert(
    connection: Connection, document_id: str, reviewer: Reviewer, kind: EntryKind
) -> ChangeSet | None:
    document = document_key(connection, document_id)
    person = ensure_reviewer(connection, reviewer)
    row = connection.execute(_last_standing(document, person, kind)).first()
    if row is None:
        return None
    load = partial(_load, connection, document_id)
    edit = edit_from_json(row.changes, row.name, row.focus, load).inverse()
    way = making_way(connection, document, edit)
    if not way:
        return _enter(connection, edit, document, document_id, person, kind, row.number)
    learner = ensure_reviewer(connection, LEARNER)
    _enter(connection, way, document, document_id, learner, EntryKind.DO, None)
    done = _enter(connection, edit, document, document_id, person, kind, row.number)
    both = edit._replace(changes=(*way.changes, *edit.changes))
    return ChangeSet.of(document_id, both, done.edit_number)


def _last_standing(document: int, person: int, kind: EntryKind) -> Select[tuple[int, str, str | None, str]]:
    """The last entry that nothing has reverted yet. Undo looks among edits and redone edits, redo among the
    undos since the last new edit. Both are stacks, because every new entry has the highest number."""
    later = EDIT.alias()
    mine = (EDIT.c.document == document) & (EDIT.c.reviewer == person)
    query = select(EDIT.c.number, EDIT.c.name, EDIT.c.focus, EDIT.c.changes).where(
        mine, ~exists().where(later.c.reverts == EDIT.c.number)
    )
    if kind is EntryKind.UNDO:
        query = query.where(EDIT.c.kind != EntryKind.UNDO.value)
    else:
        last_new = (
            select(func.coalesce(func.max(later.c.number), 0))
            .where(
                later.c.document == document, later.c.reviewer == person, later.c.kind == EntryKind.DO.value
            )
            .scalar_subquery()
        )
        query = query.where(EDIT.c.kind == EntryKind.UNDO.value, EDIT.c.number > last_new)
    return query.order_by(EDIT.c.number.desc()).limit(1)


def _enter(
    connection: Connection,
    edit: Edit,
    document: int,
    document_id: str,
    person: int,
    kind: EntryKind,
    reverts: int | None,
) -> ChangeSet:
    if edit.document is not None:
        _put_facts(connection, document_id, edit.document, edit.name)
    apply_changes(connection, document, edit)
    entry = {
        "document": document,
        "reviewer": person,
        "at": datetime.now(UTC).isoformat(),
        "kind": kind.value,
        "reverts": reverts,
        "name": edit.name,
        "focus": edit.focus,
        "changes": edit_to_json(edit),
    }
    number = inserted(connection, EDIT, entry)
    touched = sorted({change.node_id for change in edit.changes})
    if touched:
        connection.execute(insert(EDIT_NODE), [{"node": node, "edit": number} for node in touched])
    return ChangeSet.of(document_id, edit, number)


def _load(connection: Connection, document_id: str) -> Document:
    return load_document(connection, document_id)[1]


def _put_facts(connection: Connection, document_id: str, change: DocumentChange, name: str) -> None:
    """Writes what is known of a document as a whole, and the machines that suggest where they are new."""
    key, stored = load_document(connection, document_id)
    if facts_of(stored) != facts_of(change.before):
        raise ConflictError(f"“{name}” was not done: the report has changed since; open it again")
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.pk == key).values(facts_of(change.after)))
    for machine in change.machines:
        ensure_reviewer(connection, Reviewer(machine, machine, ReviewerKind.MACHINE))
