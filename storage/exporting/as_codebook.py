"""The codebook of a dataset's tables (`as_csv`, `as_lists`, `as_bodies`): what columns hold and values mean.

A row without a `value` is a column; below it stand its values, those that nobody used, too. `rows` says how
many rows of the dataset have it. The sentences are in `resources/codebook.toml`.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import resources
from storage.exporting.as_bodies import COLUMNS as BODY_COLUMNS
from storage.exporting.as_csv import BOM, columns, defused, read_cells
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Definition, Format, RowBatch, RowKey
from storage.exporting.records import SLOTS, Record, column
from storage.listing import COLUMNS as LIST_COLUMNS

COLUMNS = ("table", "column", "type", "value", "name", "meaning", "rows")
_CODED = ("kind", "status")  # columns of the dataset beside the labels that hold one of few values
# The other tables with their columns, and where in the words these stand.
_TABLES = {
    "lists": (LIST_COLUMNS, ("lists", "columns")),
    "bodies": (BODY_COLUMNS, ("bodies", "lists", "columns")),
}

_Words = Mapping[str, Mapping[str, Any]]
_Values = Mapping[str, Definition]


class Codebook(Format):
    suffix = ".codebook.csv"
    loses = ("the rows themselves",)

    def carries(self, record: Record) -> bool:
        return False

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        words = tomllib.loads(resources.read_text("codebook.toml"))
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(_of_dataset(batches, context, words))
        writer.writerows(_of_other_tables(words))
        with TextFile(path) as file:
            file.write(BOM + lines.getvalue())
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for _ in read_cells(path, *COLUMNS):
            pass
        yield from ()


def _of_dataset(batches: Iterable[RowBatch], context: DatasetContext, words: _Words) -> Iterator[list[Any]]:
    counts = _counted(batches)
    values: dict[str, _Values] = {column(slot): defined for slot, defined in context.definitions.items()}
    values |= {name: _defined(words[name]) for name in _CODED}
    for name in columns(context):
        used, defined = counts.get(name), values.get(name, {})
        if used and defined:  # also values out of vocabularies of the project's own
            defined = {**defined, **dict.fromkeys(sorted(used.keys() - {"", *defined}), Definition(""))}
        yield from _rows("dataset", name, _said(name, words), defined, used)


def _of_other_tables(words: _Words) -> Iterator[list[Any]]:
    for table, (names, parts) in _TABLES.items():
        for name in names:
            said = next(words[part][name] for part in parts if name in words[part])
            coded = name in words["coded"][table]
            yield from _rows(table, name, said, _defined(words[name]) if coded else {}, None)


def _defined(meanings: Mapping[str, str]) -> _Values:
    return {value: Definition("", meaning) for value, meaning in meanings.items()}


def _rows(
    table: str, name: str, said: Sequence[str], values: _Values, used: Counter[str] | None
) -> Iterator[list[Any]]:
    """A column's row, and those of its values."""
    type_, meaning = said
    yield [table, name, type_, None, None, meaning, None if used is None else used[""]]
    for value, (called, means, _) in values.items():
        count = None if used is None else used[value]
        yield [table, name, None, defused(value), defused(called), defused(means), count]


def _said(name: str, words: _Words) -> Sequence[str]:
    """Type and meaning of a column of the dataset."""
    for said in (words["columns"], words["labels"]):
        if name in said:
            return tuple(said[name])
    label, part = next(
        (label, name[len(label) + 1 :]) for label in words["labels"] if name.startswith(f"{label}_")
    )
    type_, meaning = words["parts"][part]
    return type_, meaning.format(label=label)


def _counted(batches: Iterable[RowBatch]) -> Mapping[str, Counter[str]]:
    """By column: how many rows have each value, and under "" how many have any."""
    labels: Counter[tuple[str, str]] = Counter()
    found: dict[str, Counter[str]] = {name: Counter() for name in (*_CODED, *map(column, SLOTS))}
    for batch in batches:
        for row in batch.rows:
            found["kind"].update((row.kind, ""))
            found["status"].update((row.status, ""))
            labels.update(
                (column(slot), said.value) for slot, said in zip(SLOTS, row.labels, strict=True) if said
            )
    for (name, stored), rows in labels.items():
        value = json.loads(stored)
        if value is not None:
            for one in {"", *_codes(value)}:
                found[name][one] += rows
    return found


def _codes(value: Any) -> Iterator[str]:
    """The codes in a label's value."""
    if isinstance(value, dict):
        yield from _codes(value.get("by", ""))
    elif isinstance(value, list):
        for one in value:
            yield from _codes(one)
    else:
        yield str(value)
