"""Datasets: Parquet against pyarrow's own writing of the same rows, and memory while the project grows.

The ratio is of processor time, in turns in one run: our writing from a project's rows, and pyarrow's from a
list of dictionaries with the same columns. Memory is the peak of processes that export ten and a hundred
documents.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.memory import peak_mb
from benchmarks.timing import apart, median, say
from benchmarks.workloads import make_project

NODES = 1_000
FEW, MANY = 10, 100
ROUNDS = 5
FORMATS = ("jsonl", "parquet")


def main() -> None:
    if len(sys.argv) > 1:
        _export(Path(sys.argv[1]))
        return
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name) / "few.paraph", Path(name) / "many.paraph"
        make_project(few, FEW, NODES)
        make_project(many, MANY, NODES)
        figures["parquet_ratio"] = round(_parquet(few, Path(name)), 2)
        peaks = [apart("datasets", str(path))["peak_mb"] for path in (few, many)]
        figures["export_memory_mb"] = round(peaks[1], 1)
        figures["export_memory_growth"] = round(peaks[1] / peaks[0], 2)
    say(figures)


def _export(project: Path) -> None:
    from storage.exporting import export
    from storage.project import Project

    with Project.open(project, read_only=True) as opened:
        export(opened, FORMATS, project.with_suffix(""))
    say({"peak_mb": peak_mb()})


def _parquet(path: Path, folder: Path) -> float:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from storage.exporting.as_parquet import Parquet
    from storage.exporting.live import Live
    from storage.project import Project

    with Project.open(path, read_only=True) as project, project.reading() as connection:
        live = Live(project, connection)
        batches = list(live.batches(_silent))
        ours, plain = folder / "ours.parquet", folder / "plain.parquet"
        Parquet().write(ours, iter(batches), live.context)
        table = pq.read_table(ours)
        rows, schema = table.to_pylist(), table.schema
        gc.freeze()  # the rows in memory are not gone through again and again
        ratios = []
        for _ in range(ROUNDS):
            spent = _spent(lambda: Parquet().write(ours, iter(batches), live.context))
            of_arrow = _spent(
                lambda: pq.write_table(pa.Table.from_pylist(rows, schema=schema), plain, compression="zstd")
            )
            ratios.append(spent / of_arrow)
        return median(ratios)


def _spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _silent(done: int, total: int) -> None:
    return


if __name__ == "__main__":
    main()
