"""People in tables: a column of names beside one of States."""

from __future__ import annotations

from collections.abc import Sequence

from model.countries import Country, find
from model.labels import Span
from model.lists.entries import ListEntry
from model.lists.in_text import ListLead

# At least this many rows, and this many of ten of them, have a State in the column.
_LEAST, _OF_TEN = 3, 7


def people_in_table(text: str, rows: Sequence[Sequence[str]], lead: ListLead) -> list[ListEntry]:
    """The people of a table below a lead-in that says what it lists; none where no column is of States."""
    width = max(map(len, rows), default=0)
    column = next((at for at in range(1, width) if _is_of_states(rows, at)), None)
    if column is None:
        return []
    found: list[ListEntry] = []
    at = 0
    for row in rows:
        country = _state(row, column)
        name = row[0].strip() if row else ""
        start = text.find(name, at) if name and country is not None else -1
        if start < 0:
            continue
        at = start + len(name)
        entry = ListEntry(lead.list, name, Span(start, at), None, country)
        found.append(entry.with_more(state=row[column].strip()))
    return found


def _is_of_states(rows: Sequence[Sequence[str]], column: int) -> bool:
    states = sum(_state(row, column) is not None for row in rows)
    named = sum(bool(row) and find(row[0]) is None and len(row) > column for row in rows)
    return states >= _LEAST and states * 10 >= named * _OF_TEN


def _state(row: Sequence[str], column: int) -> Country | None:
    return find(row[column]) if len(row) > column and row[column].strip() and find(row[0]) is None else None
