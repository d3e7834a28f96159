"""The most memory that a process holds while it extracts 426 pages, in MB.

The report is written by one process and read by another, so that only the reading counts. `--corpus DIR`
measures the longest of a folder's PDFs instead.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import apart, say

PAGES = 426
_STATUS = Path("/proc/self/status")


def main() -> None:
    if "--corpus" in sys.argv:
        longest = max(Path(sys.argv[sys.argv.index("--corpus") + 1]).rglob("*.pdf"), key=_pages)
        say({f"{name}_corpus": figure for name, figure in apart("memory", str(longest)).items()})
        return
    if len(sys.argv) > 1:
        _read(Path(sys.argv[1]))
        return
    from benchmarks.workloads import write_long_report

    with tempfile.TemporaryDirectory() as folder:
        say(apart("memory", str(write_long_report(Path(folder) / "long.pdf", PAGES))))


def _pages(file: Path) -> int:
    """How many pages a PDF has; none if it does not open without a password."""
    from model.errors import UserFacingError
    from model.reading.pdf import Pdf

    try:
        with Pdf(file) as pdf:
            return len(pdf)
    except UserFacingError:
        return 0


def _read(file: Path) -> None:
    from model.extraction.extract import extract
    from model.reading.pdf import Pdf

    with Pdf(file) as pdf:
        pages = len(pdf)
        extract(pdf, _no_progress)
    say({"extraction_memory_mb": round(peak_mb(), 1), "memory_pages": pages})


def peak_mb() -> float:
    """The process's own peak. Linux's getrusage would count the parent's from before the start."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024


def _no_progress(done: int, total: int) -> None:
    return


if __name__ == "__main__":
    main()
