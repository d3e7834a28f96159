"""Entries of a report in the order in which it is read; the database knows them by what they hang below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.engine import Row

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
