"""The codebook of a dataset's table (`as_csv`): what each column holds, and what each value means.

A row without a `value` is a column; below it stand its values, those that nobody used, too. `rows` says how
many rows have it. The sentences are in `resources/codebook.toml`.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import resources
from storage.exporting.as_csv import BOM, columns, defused, read_cells
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Definition, Format, RowBatch, RowKey
from storage.exporting.records import SLOTS, Record, column

COLUMNS = ("column", "type", "value", "name", "meaning", "rows")
_CODED = ("kind", "status")  # columns beside the labels that hold one of few values

_Values = Mapping[str, Mapping[str, Definition]]
_Counts = Mapping[str, Counter[str]]


class Codebook(Format):
    suffix = ".codebook.csv"
    loses = ("the rows themselves",)

    def carries(self, record: Record) -> bool:
        return False

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> str:
        words = tomllib.loads(resources.read_text("codebook.toml"))
        counts = _counted(batches)
        values: dict[str, Mapping[str, Definition]] = {
            column(slot): defined for slot, defined in context.definitions.items()
        }
        values |= {
            name: {value: Definition("", said) for value, said in words[name].items()} for name in _CODED
        }
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for name in columns(context):
            writer.writerows(_rows(name, words, values, counts))
        with TextFile(path) as file:
            file.write(BOM + lines.getvalue())
        return file.sha256

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for _ in read_cells(path, *COLUMNS):
            pass
        yield from ()


def _rows(name: str, words: Mapping[str, Any], values: _Values, counts: _Counts) -> Iterator[list[Any]]:
    """A column's row, and those of its values."""
    used, defined = counts.get(name), values.get(name, {})
    type_, meaning = _said(name, words)
    yield [name, type_, None, None, meaning, None if used is None else used[""]]
    if used is None or not defined:
        return
    others = dict.fromkeys(
        sorted(set(used) - {"", *defined}), Definition("")
    )  # of the project's own vocabularies
    for value, (called, means, _) in {**defined, **others}.items():
        yield [name, None, defused(value), defused(called), defused(means), used[value]]


def _said(name: str, words: Mapping[str, Any]) -> list[str]:
    for said in (words["columns"], words["labels"]):
        if name in said:
            return list(said[name])
    label, part = next(
        (label, name[len(label) + 1 :]) for label in words["labels"] if name.startswith(f"{label}_")
    )
    type_, meaning = words["parts"][part]
    return [type_, meaning.format(label=label)]


def _counted(batches: Iterable[RowBatch]) -> _Counts:
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
