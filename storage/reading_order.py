"""Entries of a report in the order in which it is read; the database knows them by what they hang below."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.engine import Connection, Row

from storage.schema import NODE

Above = tuple[Row[Any], ...]


def in_reading_order(rows: Iterable[Row[Any]]) -> Iterator[tuple[Row[Any], Above]]:
    """Each entry with those that it hangs below, the nearest first. The rows are all of one report, and have
    `pk`, `parent`, `rank` and `id`."""
    below: dict[int | None, list[Row[Any]]] = {}
    for row in sorted(rows, key=lambda row: (row.rank, row.id), reverse=True):
        below.setdefault(row.parent, []).append(row)
    waiting: list[tuple[Row[Any], Above]] = [(row, ()) for row in below.get(None, ())]
    while waiting:
        row, above = waiting.pop()
        yield row, above
        waiting += [(one, (row, *above)) for one in below.get(row.pk, ())]


def given(keys: Iterable[int]) -> ColumnElement[int]:
    """Keys to select from: any number of them, where a statement takes 32,766 parameters at most."""
    return _each(json.dumps(list(keys)))


def by_reading_order(connection: Connection, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Some entries of some reports, report after report in the order of their import. The rows have
    `document`, `parent`, `rank` and `id`."""
    rows = list(rows)
    parents = {row.parent for row in rows} - {None}
    above = connection.execute(_ABOVE, {"keys": json.dumps(list(parents))})
    places = _Places({row.pk: row for row in above})
    return sorted(rows, key=lambda row: (row.document, *places[row.parent], (row.rank, row.id)))


def _each(keys: Any) -> ColumnElement[int]:
    return func.json_each(keys).table_valued("value").c.value


def _entries_and_those_above() -> Select[Any]:
    line = select(_each(bindparam("keys")).label("pk")).cte("line", recursive=True)
    up = select(NODE.c.parent).join(line, line.c.pk == NODE.c.pk).where(NODE.c.parent.is_not(None))
    line = line.union(up)
    return select(NODE.c.pk, NODE.c.parent, NODE.c.rank, NODE.c.id).join(line, line.c.pk == NODE.c.pk)


_ABOVE = _entries_and_those_above()


class _Places(dict[int | None, tuple[tuple[int, str], ...]]):
    """Where entries stand: rank and id of those that they hang below, and their own."""

    def __init__(self, above: Mapping[int, Row[Any]]) -> None:
        super().__init__({None: ()})
        self._above = above

    def __missing__(self, key: int) -> tuple[tuple[int, str], ...]:
        row = self._above[key]
        self[key] = place = (*self[row.parent], (row.rank, row.id))
        return place
