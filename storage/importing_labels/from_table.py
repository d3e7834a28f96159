"""Labels out of a table, CSV or Parquet: a row an entry, a column a slot.

An entry is named by its id, else by its report and its number, else by its text. A table that Paraph wrote
is understood as it is; for another one `Request.columns` says which column is what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from model.errors import UserFacingError
from model.labels import UNORDERED_SLOTS, WORD_SLOTS, Slot, Status
from model.learning.tables import reading
from model.schemes import SLOTS
from storage.exporting.as_csv import restored
from storage.importing_labels.words import ColumnMissing, EntryName, Request, Word

_SEPARATOR = ";"
# In a table that Paraph wrote these say whose suggestion a value is.
_SUGGESTED = ("suggested", "inherited")


def read(path: Path, request: Request) -> Iterator[Word]:
    """Raises UserFacingError that names the file, and the column or the row where it can."""
    with reading(path) as table:
        columns = _Columns(path, table.columns, request)
        number = 1
        for batch in table.batches:
            for row in batch:
                number += 1
                yield from columns.words(row, f"row {number}")


class _Columns:
    """Which column is what. Raises UserFacingError if nothing names an entry, or no column is a slot."""

    def __init__(self, path: Path, names: Sequence[str], request: Request) -> None:
        self._request = request
        self._at = {name.strip().casefold(): at for at, name in enumerate(names)}
        for wanted in request.columns.values():
            if wanted.casefold() not in self._at:
                there = ", ".join(names[:12])
                raise UserFacingError(f"{path}: no column {wanted!r}; the columns are: {there}")
        self._slots = {slot: at for slot in Slot if (at := self._find(slot.value)) is not None}
        if not self._slots:
            raise ColumnMissing(f"{path}: no column holds labels; call one role, force, ...", "role")
        if all(self._find(name) is None for name in ("id", "number", "text")):
            raise ColumnMissing(f"{path}: no column names the entries; call one id, number or text", "text")

    def words(self, row: Sequence[str], where: str) -> Iterator[Word]:
        named = EntryName(
            where, self._cell(row, "id"), self._request.document or self._cell(row, "document"),
            self._cell(row, "number"), self._cell(row, "text"),
        )  # fmt: skip
        frame = self._cell(row, "frame")
        given, of_row = self._request.reviewer, self._cell(row, "reviewer")
        for slot, at in self._slots.items():
            cell, source = restored(row[at]).strip(), f"{slot.value}_source"
            is_suggested = self._cell(row, source) in _SUGGESTED
            if not cell or (is_suggested and slot not in SLOTS):
                continue
            if slot is Slot.STATUS and cell == Status.UNREVIEWED.value:
                continue
            whose = self._cell(row, "reviewed_by" if slot is Slot.STATUS else f"{slot.value}_reviewer")
            if self._find(source) is not None and not self._cell(row, source):
                whose = ""  # somebody emptied it to make a suggestion their word
            reviewer = (given or whose if self._request.is_machine else whose or given) or of_row
            for word in _of_cell(named, slot, cell):
                yield word._replace(reviewer=reviewer, frame=int(frame[:9]) if frame.isdecimal() else 0,
                                    is_suggested=is_suggested)  # fmt: skip

    def _find(self, name: str) -> int | None:
        return self._at.get(self._request.columns.get(name, name).casefold())

    def _cell(self, row: Sequence[str], name: str) -> str:
        at = self._find(name)
        return "" if at is None else restored(row[at]).strip()


def _of_cell(named: EntryName, slot: Slot, cell: str) -> Iterator[Word]:
    made = Word(named, "", slot)
    if cell[0] in "[{":
        yield from _of_json(made, cell)
    elif slot in WORD_SLOTS:
        yield made._replace(words=cell)
    elif slot in UNORDERED_SLOTS:
        for code in cell.split(_SEPARATOR):
            if code.strip():
                yield made._replace(code=code.strip())
    else:
        yield made._replace(code=cell)


def _of_json(made: Word, cell: str) -> Iterator[Word]:
    """A cell as Paraph writes values that have parts."""
    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        yield made._replace(words=cell)
        return
    for one in value if isinstance(value, list) else [value]:
        code, words = _parts(one)
        yield made._replace(code=code, words=words)


def _parts(value: Any) -> tuple[str, str]:
    if not isinstance(value, dict):
        return str(value), ""
    code = next((value[key] for key in ("kind", "by", "response", "list") if value.get(key)), "")
    words = next((value[key] for key in ("text", "name") if value.get(key)), "")
    return str(code), str(words)
