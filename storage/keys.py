"""Primary keys of rows: those of new rows, and those of what the model knows by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Table, insert, select
from sqlalchemy.engine import Connection

from storage.schema import DOCUMENT, NODE

T = TypeVar("T")

# Databases limit the values in one statement; 500 is safe everywhere.
_CHUNK = 500


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """As many at once as one statement takes."""
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def inserted(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Writes a row, and gives its key."""
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def document_key(connection: Connection, document_id: str) -> int:
    """The key of a document. Raises KeyError for an unknown one."""
    key = connection.scalar(select(DOCUMENT.c.pk).where(DOCUMENT.c.id == document_id))
    if key is None:
        raise KeyError(f"no document {document_id}")
    return int(key)


def node_keys(connection: Connection, document: int, ids: Iterable[str]) -> dict[str, int]:
    """The keys of those of a document's nodes, by id, that are stored."""
    query = select(NODE.c.id, NODE.c.pk).where(NODE.c.document == document)
    found: dict[str, int] = {}
    for chunk in chunks(sorted(ids)):
        found.update({row.id: row.pk for row in connection.execute(query.where(NODE.c.id.in_(chunk)))})
    return found
