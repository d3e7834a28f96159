"""Reports taken out of a project: off all lists, with all their work, until somebody puts them back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from storage.schema import DOCUMENT


class TakenOut(NamedTuple):
    """A document that no list shows: its id, and its symbol or the name of its file."""

    id: str
    name: str


def take_out(connection: Connection, document_id: str) -> None:
    """Takes a document off all lists; one that is off them stays as it is."""
    now = datetime.now(UTC).isoformat()
    there = DOCUMENT.c.taken_out_at.is_(None)
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == document_id, there).values(taken_out_at=now))


def put_back(connection: Connection, document_id: str) -> None:
    """Brings a document back; nothing happens to one that was not taken out."""
    away = DOCUMENT.c.taken_out_at.is_not(None)
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == document_id, away).values(taken_out_at=None))


def taken_out(connection: Connection) -> list[TakenOut]:
    """The last one first."""
    query = select(DOCUMENT.c.id, DOCUMENT.c.symbol, DOCUMENT.c.name)
    rows = connection.execute(
        query.where(DOCUMENT.c.taken_out_at.is_not(None)).order_by(DOCUMENT.c.taken_out_at.desc())
    )
    return [TakenOut(row.id, row.symbol or row.name) for row in rows]
