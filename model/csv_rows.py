"""The rows of a CSV table, whichever of comma, semicolon and tab stands between its cells."""

from __future__ import annotations

import csv
import re
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ",;\t"
# Characters that are read to see it: a file without line ends is not taken in as a whole.
_LONGEST_LINE = 10_000_000
# A first line that tells spreadsheets what stands between cells.
_TOLD = re.compile(r'("?)sep=(.)\1[\r\n]*', re.IGNORECASE)


def csv_rows(file: IO[str]) -> Reader:
    """A strict reader at the line of names. The file can go back to its beginning."""
    head = file.readline(_LONGEST_LINE)
    file.seek(0)
    told = _TOLD.fullmatch(head)
    rows = csv.reader(file, delimiter=told[2] if told else max(_DELIMITERS, key=head.count), strict=True)
    if told:
        next(rows)
    return rows
