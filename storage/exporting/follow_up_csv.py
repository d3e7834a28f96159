"""The follow-up as a table of its own: a recommendation with one of its answers in each row, and one that has
none in a row by itself. Cells are as in `as_csv`."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import IO, Any

from storage.exporting.as_csv import defused
from storage.follow_up import FollowUp
from storage.recommendations import EntryText

_ENTRY = ("report", "number", "page", "text", "document", "id")
COLUMNS = (
    *_ENTRY[:4], "response", "state", "found_by", *(f"answer_{name}" for name in _ENTRY[:4]),
    *_ENTRY[4:], *(f"answer_{name}" for name in _ENTRY[4:]),
)  # fmt: skip


def write_csv(rows: Sequence[FollowUp], file: IO[str]) -> int:
    """Writes the rows, except the mark at the beginning of the file; gives how many."""
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(map(_row, rows))
    return len(rows)


def _row(row: FollowUp) -> dict[str, Any]:
    answer = _entry(row.answer) if row.answer is not None else {}
    cells = {
        **_entry(row.recommendation),
        **{f"answer_{name}": cell for name, cell in answer.items()},
        "response": row.response.value if row.response is not None else "",
        "state": row.stand.value,
        "found_by": row.number,
    }
    return {name: defused(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}


def _entry(entry: EntryText) -> dict[str, Any]:
    """Of a whole report its name and id alone."""
    place = (entry.printed, entry.page, entry.text) if entry.node else ("", "", "")
    return dict(zip(_ENTRY, (entry.report.name, *place, entry.document, entry.node), strict=True))
