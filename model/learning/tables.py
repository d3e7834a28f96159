"""Tables of labelled texts, CSV or Parquet, read a batch at a time: a table may be larger than memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeAlias

from model.csv_rows import csv_rows
from model.errors import UserFacingError, why_unreadable

# Rows that are read at once.
BATCH = 4_096
# A cell of more characters is not text but a file that lacks a quotation mark.
_LONGEST_CELL = 10_000_000

Row: TypeAlias = Sequence[str]


class Table:
    """A table's columns, and its rows in batches. Cells are text; what is missing is empty."""

    def __init__(self, path: Path, columns: list[str], batches: Iterator[list[Row]]) -> None:
        self.path = path
        self.columns = columns
        self.batches = batches

    def column(self, name: str) -> int:
        """Where a column stands. Raises UserFacingError if there is none of the name."""
        if name not in self.columns:
            there = ", ".join(self.columns[:12]) or "none"
            raise UserFacingError(f"{self.path}: no column {name!r}; the columns are: {there}")
        return self.columns.index(name)


@contextmanager
def reading(path: Path) -> Iterator[Table]:
    """Opens a table; Parquet by its suffix, everything else is read as CSV in UTF-8.

    What cannot be read raises UserFacingError, also later while batches are taken.
    """
    try:
        if path.suffix.lower() in (".parquet", ".pq"):
            yield from _parquet(path)
        else:
            with path.open(encoding="utf-8-sig", newline="") as file:
                yield _csv(path, file)
    except UnicodeDecodeError as error:
        raise UserFacingError(f"{path}: not in UTF-8; save it as CSV UTF-8") from error
    except csv.Error as error:
        raise UserFacingError(f"{path}: cannot be read as a table ({error}); save it as CSV again") from error
    except OSError as error:
        raise UserFacingError(f"{path}: {why_unreadable(error)}") from error


def _csv(path: Path, file: IO[str]) -> Table:
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv_rows(file)
    columns = next(rows, [])
    if not columns:
        raise UserFacingError(f"{path}: empty; a table with a line of column names is needed")
    return Table(path, columns, _csv_batches(path, rows, len(columns)))


def _csv_batches(path: Path, rows: Any, width: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        if len(row) != width:
            if not row:
                continue  # an empty line
            raise UserFacingError(
                f"{path}: line {rows.line_num} has {len(row)} cells, the line of names {width}; correct it"
            )
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _parquet(path: Path) -> Iterator[Table]:
    try:
        import pyarrow.parquet as parquet
        from pyarrow import ArrowException
    except ImportError as error:
        raise UserFacingError(f"{path}: Parquet needs pyarrow; install paraph[learning]") from error
    try:
        with parquet.ParquetFile(path) as file:
            yield Table(path, list(file.schema_arrow.names), map(_rows, file.iter_batches(BATCH)))
    except ArrowException as error:
        raise UserFacingError(f"{path}: not a Parquet file, or damaged; write it again") from error


def _rows(batch: Any) -> list[Row]:
    columns = [column.to_pylist() for column in batch.columns]
    return [tuple(map(_cell, row)) for row in zip(*columns, strict=True)]


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
