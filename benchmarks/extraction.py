"""Extraction against MuPDF's own reading of the same pages, on one core, in one run.

The baseline is `get_text("dict")` without pictures: with its default flags it is up to sixteen times slower
on files with many pictures, and would flatter us. `--corpus DIR` measures the PDFs of a folder instead.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf

from benchmarks.timing import median, say
from benchmarks.workloads import write_reports
from model.errors import UserFacingError
from model.extraction.extract import extract
from model.reading.pdf import Pdf

ROUNDS = 5
FLAGS = pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES


def main() -> None:
    if "--corpus" in sys.argv:
        files = sorted(Path(sys.argv[sys.argv.index("--corpus") + 1]).rglob("*.pdf"))
        ratio = _ratio([file for file in files if _has_text(file)], rounds=1)
        say({"extraction_ratio_corpus": round(ratio, 3)})
        return
    with tempfile.TemporaryDirectory() as folder:
        say({"extraction_ratio": round(_ratio(write_reports(Path(folder), 4, 16), ROUNDS), 3)})


def _ratio(files: list[Path], rounds: int) -> float:
    """Pages a second of ours over theirs: the median of rounds in which each file is read by both in turn."""
    _ours(files[0])  # tables of words and imports are loaded once, not for each page
    ratios = []
    for _ in range(rounds):
        ours = theirs = 0.0
        for file in files:
            theirs += _timed(_theirs, file)
            ours += _timed(_ours, file)
        ratios.append(theirs / ours)
    return median(ratios)


def _timed(work: Callable[[Path], None], file: Path) -> float:
    started = time.process_time()
    work(file)
    return time.process_time() - started


def _theirs(file: Path) -> None:
    with pymupdf.open(file) as pdf:
        for page in pdf:
            page.get_text("dict", flags=FLAGS)


def _ours(file: Path) -> None:
    with Pdf(file) as pdf:
        extract(pdf, _no_progress)


def _no_progress(done: int, total: int) -> None:
    return


def _has_text(file: Path) -> bool:
    """Whether a PDF opens without a password and has a text layer: what has none is read as a picture."""
    try:
        with Pdf(file) as pdf:
            return any(pdf.layer(page.number).words for page in pdf.pages)
    except UserFacingError:
        return False


if __name__ == "__main__":
    main()
