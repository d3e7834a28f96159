"""Cells as the text that spreadsheets copy and paste: tabs between cells, a line for each row.

A cell that holds a tab or the end of a line stands in quotes there, and its own quotes are doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|[^\t\n]*')
_ONLY_IN_QUOTES = re.compile(r'[\t\n]|""')


def as_tabbed(rows: Iterable[Sequence[str]]) -> str:
    """The text of cells without tabs and line ends. One that begins with a quote is put in quotes, which a
    spreadsheet would take away otherwise."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def from_tabbed(text: str) -> list[list[str]]:
    """The cells of a text. Quotes around words that need none are part of the words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while text:
        found = _CELL.match(text, at)
        assert found is not None
        inside = found[1]
        needed = inside is not None and _ONLY_IN_QUOTES.search(inside)
        rows[-1].append(inside.replace('""', '"') if needed else found[0])
        at = found.end() + 1
        if at > len(text):
            break
        if text[at - 1] == "\n":
            rows.append([])
    return rows if text else []


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"' if words.startswith('"') else words
