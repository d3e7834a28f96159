"""Measures everything, prints it beside the budgets, and writes build/bench.json."""

from __future__ import annotations

import json
import os
import sys

from benchmarks.timing import ROOT, Figures, apart

TARGET = ROOT / "build" / "bench.json"
MODULES = ("extraction", "growth", "accuracy", "memory", "startup", "editing", "window", "paging", "datasets",
           "insights")  # fmt: skip

# name, what it is, unit, limit, whether more is better
BUDGETS = (
    ("extraction_ratio", "extraction against MuPDF's own reading, pages a second", "", 0.45, True),
    ("extraction_memory_mb", "memory while extracting 426 pages", "MB", 180, False),
    ("window_ratio", "window visible, against a bare window", "x", 1, False),
    ("startup_ratio", "window usable with a project open", "x", 3, False),
    ("first_page_ms", "first page visible after choosing a PDF", "ms", 300, False),
    ("edit_ms_median", "an edit, on the disk, among 100,000 entries", "ms", 4, False),
    ("edit_ms_p99", "the same, 99th percentile", "ms", 20, False),
    ("edit_importing_ms_p99", "the same while an import runs", "ms", 50, False),
    ("structural_ms", "merge and undo with 10,000 entries unfolded", "ms", 50, False),
    ("filter_ms", "filter of an outline of 10,000 entries", "ms", 50, False),
    ("load_ms", "a document of 10,000 entries loaded", "ms", 250, False),
    ("select_ms", "an entry selected until its place is shown", "ms", 10, False),
    ("longest_block_ms", "longest standstill of the window", "ms", 50, False),
    ("search_ms", "search over 100,000 entries, first results", "ms", 10, False),
    ("complete_ms", "completing among 10,000 concepts in six languages", "ms", 10, False),
    ("jsonl_nodes_per_s", "JSON Lines export, entries a second", "/s", 35_000, True),
    ("parquet_ratio", "Parquet against pyarrow's own writing", "x", 2, False),
    ("export_memory_growth", "memory of an export of ten times the reports", "x", 1.25, False),
)


def main() -> int:
    figures: Figures = {}
    for module in MODULES:
        print(f"measuring {module} …", file=sys.stderr, flush=True)
        figures |= apart(module)
    corpus = os.environ.get("PARAPH_CORPUS")
    if corpus:
        print("measuring extraction of real reports …", file=sys.stderr, flush=True)
        for module in ("extraction", "memory"):
            figures |= apart(module, "--corpus", corpus, seconds=3600)
    for name, what, unit, limit, more in BUDGETS:
        value = figures[name]
        kept = value >= limit if more else value <= limit
        bound = f"{'≥' if more else '≤'} {limit:,g}"
        print(f"{'ok  ' if kept else 'OVER'}  {what:<56} {value:>10,g} {unit:<3} {bound}")
    for name in sorted(set(figures) - {name for name, *_ in BUDGETS}):
        print(f"      {name:<56} {figures[name]:>10,g}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written to {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
