"""How the time of an extraction grows with what stands on a page: twice as much takes about twice as long.

Pages that no printer would make, each at half its size and at its full size: the processor time of the second
against that of the first.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf

from benchmarks.timing import median, say
from model.extraction.extract import extract
from model.reading.pdf import Pdf

ROUNDS = 3
_WORDS = "States parties should take the following steps without delay and report on them"


def characters(page: pymupdf.Page, count: int) -> None:
    """This many characters of running text, in long lines one right below the other."""
    line = " ".join([_WORDS] * 12)
    writer = pymupdf.TextWriter(page.rect)
    for at in range(count // len(line)):
        writer.append((10, 10 + 2 * at), line, fontsize=1)
    writer.write_text(page)


def lines(page: pymupdf.Page, count: int) -> None:
    """This many lines of a number each, ten beside one another."""
    writer = pymupdf.TextWriter(page.rect)
    for at in range(count):
        writer.append((20 + 50 * (at % 10), 20 + 0.78 * (at // 10)), f"{at}.", fontsize=1)
    writer.write_text(page)


def word(page: pymupdf.Page, count: int) -> None:
    """One word of this many letters."""
    page.insert_text((20, 100), "w" * count, fontsize=1)


PAGES: tuple[tuple[Callable[[pymupdf.Page, int], None], int], ...] = (
    (characters, 361_000),
    (lines, 10_000),
    (word, 1_000_000),
)


def write_page(path: Path, draw: Callable[[pymupdf.Page, int], None], count: int) -> Path:
    """Writes a PDF of one page that `draw` fills."""
    with pymupdf.open() as made:
        draw(made.new_page(), count)
        made.save(path)
    return path


def main() -> None:
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for draw, count in PAGES:
            half = write_page(Path(folder) / f"{draw.__name__}-half.pdf", draw, count // 2)
            full = write_page(Path(folder) / f"{draw.__name__}.pdf", draw, count)
            _seconds(half)  # tables of words and imports are loaded once, not for each page
            pairs = [(_seconds(half), _seconds(full)) for _ in range(ROUNDS)]
            figures[f"growth_{draw.__name__}"] = round(median([two / one for one, two in pairs]), 2)
            figures[f"growth_{draw.__name__}_s"] = round(median([two for _, two in pairs]), 2)
    say(figures)


def _seconds(file: Path) -> float:
    started = time.process_time()
    with Pdf(file) as pdf:
        extract(pdf, _no_progress)
    return time.process_time() - started


def _no_progress(done: int, total: int) -> None:
    return


if __name__ == "__main__":
    main()
