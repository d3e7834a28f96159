"""What a project remembers by name: JSON values."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from model.writing import ESCAPED
from storage.rows import from_json, to_json
from storage.schema import SETTING


def read_setting(connection: Connection, key: str, default: Any) -> Any:
    """A JSON value; the default where there is none of that name."""
    value = connection.scalar(select(SETTING.c.value).where(SETTING.c.key == key))
    return default if value is None else from_json(value)


def forget_document(connection: Connection, document_id: str) -> None:
    """Takes away what is remembered of a document: the names of that end with its id."""
    connection.execute(delete(SETTING).where(SETTING.c.key.endswith(f" {document_id}", autoescape=True)))


def write_setting(connection: Connection, key: str, value: Any) -> None:
    """Keeps a JSON value under a name, in place of the one before."""
    text = to_json(value).encode("utf-8", ESCAPED).decode("utf-8")
    connection.execute(delete(SETTING).where(SETTING.c.key == key))
    connection.execute(insert(SETTING), {"key": key, "value": text})
