"""Values of another kind than their column's: SQLite stores a text as willingly where a number belongs."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Boolean, Float, Integer, LargeBinary, String, func, select
from sqlalchemy.engine import Connection

from storage.schema import METADATA

# What SQLite's typeof() may say of a column's values, and what stands there in a reader's words.
_KINDS = {
    Boolean: ({"integer"}, "a number"),
    Float: ({"real", "integer"}, "a number"),
    Integer: ({"integer"}, "a number"),
    LargeBinary: ({"blob"}, "bytes"),
    String: ({"text"}, "a text"),
}


def check_values(connection: Connection) -> Iterator[str]:
    """What is found makes the project unreadable for every other check."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            kinds, words = _KINDS[type(column.type)]
            strange = func.typeof(column).not_in([*kinds, "null"])
            count = connection.scalar(select(func.count()).select_from(table).where(strange))
            if count:
                rows = "1 row" if count == 1 else f"{count} rows"
                yield f"something other than {words} in {column.name} ({rows} of {table.name})"
