"""Parquet: typed columns in row groups, packed with Zstandard, each page with a checksum. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storage.exporting.arrow import schema, tables
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey

LOSES = (
    "labels that gave way to another reviewer's",
    "fields of a list's entries as columns: they are JSON",
)


class Parquet(Format):
    suffix = ".parquet"
    loses = LOSES

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        with parquet_writer(path, context) as writer:
            for _, table in tables(batches, context):
                writer.write_table(table)

    def read_back(self, path: Path) -> Iterator[RowKey]:
        return rows_in(path)


def parquet_writer(path: Path, context: DatasetContext) -> Any:
    """A writer of tables with the columns of `storage.exporting.arrow`; a context manager."""
    import pyarrow.parquet

    return pyarrow.parquet.ParquetWriter(path, schema(context), compression="zstd", write_page_checksum=True)


def rows_in(path: Path) -> Iterator[RowKey]:
    """All columns are read, so that each page's checksum is compared; pyarrow raises an OSError otherwise."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path, page_checksum_verification=True, pre_buffer=False) as file:
        for group in range(file.num_row_groups):  # one after another: in batches all of it would be in memory
            table = file.read_row_group(group)
            keys = (table.column(name).to_pylist() for name in ("document", "id", "frame"))
            yield from map(RowKey._make, zip(*keys, strict=True))
