"""Writes an extracted document into the project file, in pieces that each fit one short transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from model.documents import Document
from model.labels import Decision, Reviewer, ReviewerKind
from model.nodes import Node
from storage.keys import chunks, inserted, node_keys
from storage.people import ensure_reviewer
from storage.rows import decision_row, document_row, node_row, page_row
from storage.schema import DECISION, DOCUMENT, NODE, PAGE, SOURCE, SOURCE_PART
from storage.settings import forget_document

Work = Callable[[Connection], None]

# What one short transaction writes, and what it removes.
_NODES_A_PIECE = 80
_DECISIONS_A_PIECE = 160
_NODES_AT_ONCE = 200


def begin_source(connection: Connection, sha256: str, size: int) -> int:
    """Makes room for a PDF of `size` bytes, whose parts follow. Gives the file's key of it."""
    row = {"sha256": sha256, "size": size}
    return inserted(connection, SOURCE, row)


def add_source_part(connection: Connection, source: int, number: int, data: bytes) -> None:
    """Parts count from 0; each but the last holds `storage.sources.PART_BYTES`."""
    connection.execute(insert(SOURCE_PART), {"source": source, "number": number, "bytes": data})


def begin_document(
    connection: Connection, document: Document, original_path: str = "", source: int | None = None
) -> int:
    """Writes a document and its pages; no list shows it before `finish_document`. Gives the file's key."""
    row = {**document_row(document), "original_path": original_path, "source": source}
    key = inserted(connection, DOCUMENT, row)
    if document.pages:
        connection.execute(insert(PAGE), [{"document": key, **page_row(page)} for page in document.pages])
    return key


def pieces_of(document: int, nodes: Sequence[Node], decisions: Sequence[Decision]) -> Iterator[Work]:
    """What writes a document's entries and their decisions, each in a short transaction."""
    for start in range(0, len(nodes), _NODES_A_PIECE):
        yield partial(add_nodes, document=document, nodes=nodes[start : start + _NODES_A_PIECE])
    for start in range(0, len(decisions), _DECISIONS_A_PIECE):
        piece = decisions[start : start + _DECISIONS_A_PIECE]
        yield partial(add_decisions, document=document, decisions=piece)


def add_nodes(connection: Connection, document: int, nodes: Iterable[Node]) -> None:
    """Parents come in the same call or in an earlier one, and before their children."""
    for chunk in chunks(nodes):
        named = {node.parent for node in chunk if node.parent is not None}
        keys = node_keys(connection, document, named)
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
        keys = node_keys(connection, document, {decision.key.node for decision in chunk})
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


def unfinished_documents(connection: Connection) -> list[int]:
    """The file's keys of documents whose import was broken off."""
    query = select(DOCUMENT.c.pk).where(DOCUMENT.c.imported_at.is_(None)).order_by(DOCUMENT.c.pk)
    return [int(key) for key in connection.scalars(query)]


def remove_some(connection: Connection, document: int) -> bool:
    """Takes a piece of an unfinished document away; False when nothing of it is left.

    From the end, because a node may not go before those below it, and those were written after it.
    """
    query = select(NODE.c.pk).where(NODE.c.document == document)
    nodes = list(connection.scalars(query.order_by(NODE.c.pk.desc()).limit(_NODES_AT_ONCE)))
    if nodes:
        connection.execute(delete(DECISION).where(DECISION.c.node.in_(nodes)))
        connection.execute(delete(NODE).where(NODE.c.pk.in_(nodes)))
        return True
    row = connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.source).where(DOCUMENT.c.pk == document)).one()
    forget_document(connection, row.id)
    source = row.source
    connection.execute(delete(DOCUMENT).where(DOCUMENT.c.pk == document))
    users = select(func.count()).select_from(DOCUMENT).where(DOCUMENT.c.source == source)
    if source is not None and not connection.scalar(users):
        connection.execute(delete(SOURCE).where(SOURCE.c.pk == source))
    return False
