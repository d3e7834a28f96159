"""Writes an extracted document into the project file, in pieces that each fit one short transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Decision, Reviewer, ReviewerKind
from model.nodes import Node
from storage.applying import chunks
from storage.people import ensure_reviewer
from storage.rows import decision_row, document_row, node_row, page_row
from storage.schema import DECISION, DOCUMENT, NODE, PAGE


def begin_document(
    connection: Connection, document: Document, original_path: str = "", source: int | None = None
) -> int:
    """Writes a document and its pages; no list shows it before `finish_document`. Gives the file's key."""
    row = {**document_row(document), "original_path": original_path, "source": source}
    primary = connection.execute(insert(DOCUMENT), row).inserted_primary_key
    assert primary is not None
    key = int(primary[0])
    if document.pages:
        connection.execute(insert(PAGE), [{"document": key, **page_row(page)} for page in document.pages])
    return key


def add_nodes(connection: Connection, document: int, nodes: Iterable[Node]) -> None:
    """Parents come in the same call or in an earlier one, and before their children."""
    for chunk in chunks(nodes):
        named = {node.parent for node in chunk if node.parent is not None}
        keys = _keys_of(connection, document, named)
        rows = []
        last = connection.scalar(select(NODE.c.pk).order_by(NODE.c.pk.desc()).limit(1)) or 0
        for key, node in enumerate(chunk, last + 1):
            keys[node.id] = key
            parent = keys[node.parent] if node.parent is not None else None
            rows.append({"pk": key, "document": document, "parent": parent, **node_row(node)})
        connection.execute(insert(NODE), rows)


def add_decisions(connection: Connection, document: int, decisions: Iterable[Decision]) -> None:
    """Their nodes are stored already. A reviewer whom the file does not know is a machine."""
    people: dict[str, int] = {}
    for chunk in chunks(decisions):
        keys = _keys_of(connection, document, {decision.key.node for decision in chunk})
        rows = []
        for decision in chunk:
            name = decision.key.reviewer
            if name not in people:
                people[name] = ensure_reviewer(connection, Reviewer(name, name, ReviewerKind.MACHINE))
            rows.append({"node": keys[decision.key.node], "reviewer": people[name], **decision_row(decision)})
        connection.execute(insert(DECISION), rows)


def finish_document(connection: Connection, document: int) -> None:
    """All of it is there: from now on it is one of the project's documents."""
    now = datetime.now(UTC).isoformat()
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.pk == document).values(imported_at=now))


def _keys_of(connection: Connection, document: int, ids: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    query = select(NODE.c.id, NODE.c.pk).where(NODE.c.document == document)
    for chunk in chunks(sorted(ids)):
        found.update({row.id: row.pk for row in connection.execute(query.where(NODE.c.id.in_(chunk)))})
    return found
