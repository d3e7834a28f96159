"""A Hugging Face dataset: a folder with a card, one Parquet file a split, and Croissant metadata.

`datasets.load_dataset(folder)` opens it. Without splits all rows are in "train", as is usual there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from storage.exporting.about import Counting
from storage.exporting.arrow import schema, tables
from storage.exporting.as_parquet import LOSES, parquet_writer, rows_in
from storage.exporting.card import Facts, Size, card
from storage.exporting.croissant import croissant
from storage.exporting.files import file_sha256
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey

_ONLY_SPLIT = "train"


class HuggingFace(Format):
    suffix = "-hf"
    is_folder = True
    loses = (*LOSES, "the PDFs")

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        counting = Counting()
        with ExitStack() as stack:
            writers: dict[str, Any] = {}
            for name in _splits_of(context):
                writers[name] = stack.enter_context(parquet_writer(_file(path, name), context))
            for split, table in tables(_counted(batches, counting), context):
                writers[split or _ONLY_SPLIT].write_table(table)
        counts = counting.as_json()
        sizes = {
            name: Size(
                counts["splits"].get(name, 0) if counts["splits"] else counts["rows"],
                _file(path, name).stat().st_size,
            )
            for name in writers
        }
        facts = Facts(context, schema(context), counts, sizes, self.loses)
        (path / "README.md").write_text(card(facts), encoding="utf-8")
        files = {name: file_sha256(_file(path, name)) for name in writers}
        described = json.dumps(croissant(facts, files), ensure_ascii=False, indent=1)
        (path / "croissant.json").write_text(described + "\n", encoding="utf-8")

    def read_back(self, path: Path) -> Iterator[RowKey]:
        for file in sorted(path.glob("data/*.parquet")):
            yield from rows_in(file)


def _splits_of(context: DatasetContext) -> list[str]:
    settings = context.about.get("settings") or {}
    splits = settings.get("splits")
    return list(splits["shares"]) if splits else [_ONLY_SPLIT]


def _file(folder: Path, split: str) -> Path:
    path = folder / "data" / f"{split}.parquet"
    path.parent.mkdir(exist_ok=True)
    return path


def _counted(batches: Iterator[RowBatch], counting: Counting) -> Iterator[RowBatch]:
    last = ""
    for batch in batches:
        if batch.document.id != last:
            last = batch.document.id
            counting.begin(batch.document, batch.split)
        counting.add(batch.rows)
        yield batch
