"""The same reports printed otherwise: how many of their entries come out the same.

    python -m benchmarks.reprinted --corpus DIR [--only NAME] [--details]

Each report is copied page for page, then copied smaller, larger, onto larger sheets (so that its margins are
no longer alike) and onto pages that lie on their sides; what is extracted of these is compared with the plain
copy's. It needs no known right answer: where they differ, a rule took a distance or a flag for the layout.
"""

from __future__ import annotations

import argparse
import difflib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pymupdf

from model.errors import UserFacingError
from model.extraction.extract import extract
from model.reading.pdf import Pdf

_Entry = tuple[object, ...]
# This many pages of a report tell; more of the longest ones only take time.
_PAGES = 60


class Printing(NamedTuple):
    """How pages are printed: the `scale`, the degrees that they lie `turned`, the room added `left` and above
    as a share of their width."""

    scale: float = 1.0
    turned: int = 0
    left: float = 0.0


PRINTINGS = {
    "smaller": Printing(scale=0.8),
    "larger": Printing(scale=1.25),
    "turned": Printing(turned=90),
    "moved": Printing(left=0.12),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )  # fmt: skip
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of PDFs")
    parser.add_argument("--only", default="", help="only files whose name contains this")
    parser.add_argument("--details", action="store_true", help="print the entries that differ")
    args = parser.parse_args()
    totals = dict.fromkeys(PRINTINGS, 0)
    entries = 0
    for path in sorted(path for path in args.corpus.rglob("*.pdf") if args.only in path.name):
        try:
            usual = entries_of(path, Printing())
        except UserFacingError:
            continue  # damaged, protected, or without text
        entries += len(usual)
        for name, printing in PRINTINGS.items():
            changed = [*_changes(usual, entries_of(path, printing))]
            totals[name] += sum(line[0] == "-" for line in changed)
            if args.details and changed:
                print(f"{path.name}, {name}:", *changed, sep="\n    ")
    for name, lost in totals.items():
        print(f"{name:<8} {lost:>6} of {entries} entries differ ({100 * lost / max(1, entries):.2f} %)")


def entries_of(path: Path, printing: Printing) -> list[_Entry]:
    """What is extracted of a report's copy. Raises what `Pdf` and `extract` raise."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.pdf"
        with Pdf(path):  # says what is wrong with the file, if anything is
            _print(path, printing, copy)
        with Pdf(copy) as pdf:
            nodes = extract(pdf, lambda _done, _all: None).nodes
    return [(node.kind.value, node.level, node.number, node.page, node.text) for node in nodes]


def _print(path: Path, printing: Printing, target: Path) -> None:
    source, copy = pymupdf.open(path), pymupdf.open()
    with source, copy:
        if source.needs_pass:
            source.authenticate("")
        for number in range(min(_PAGES, len(source))):
            width, height = source[number].rect.width, source[number].rect.height
            room = printing.left * width
            place = pymupdf.Rect(0, 0, width, height) + (room, room / 2) * 2
            sheet = pymupdf.Rect(0, 0, width + 1.3 * room, height + room)
            if printing.turned:
                sheet = place = pymupdf.Rect(0, 0, height, width)
            page = copy.new_page(width=printing.scale * sheet.width, height=printing.scale * sheet.height)
            page.show_pdf_page(place * printing.scale, source, number, rotate=printing.turned)
            page.set_rotation(printing.turned)
        copy.save(target)


def _changes(usual: list[_Entry], other: list[_Entry]) -> Iterator[str]:
    """The entries that only one of two outlines has."""
    before, after = ([repr(entry) for entry in some] for some in (usual, other))
    for line in difflib.unified_diff(before, after, lineterm="", n=0):
        if line[0] in "-+" and line[:3] not in ("---", "+++"):
            yield line


if __name__ == "__main__":
    main()
