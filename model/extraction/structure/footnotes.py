"""Footnotes: the mark that each begins with, and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import Text, join, mark_name, row_text
from model.extraction.zones.footnotes import meant

# A mark at the start of a note: digits, asterisks or a letter, perhaps with a stop or a bracket.
_MARK = re.compile(
    r"\s*[\[(]?(\d{1,3}|[*\u2217\u204e\uff0a]{1,4}|[†‡§¶]{1,3}|[a-z](?=[\s\u2002\u2003/)\]]|$)|U(?=/))[\])./]?\s*(?=\D|$)"
)
_RAISED = re.compile(r"\s*(\d{1,3}|[*\u2217\u204e\uff0a]{1,4}|[†‡§¶]{1,3}|[a-z])[\s.)/]*")


def note_mark(row: Row) -> str:
    """The mark that a footnote's first row begins with; empty if there is none."""
    written = [span.text for span in row.spans if span.text.strip()]
    match = _RAISED.fullmatch(written[0]) if len(written) > 1 else None
    match = match or _MARK.match(row.text)
    return _named(match) if match else ""


def _named(match: re.Match[str]) -> str:
    """What a mark is called."""
    return meant(mark_name(match[1]))


def footnote_text(rows: Sequence[Row], words: frozenset[str]) -> tuple[str, Text]:
    """A footnote's mark and its text without it."""
    mark = note_mark(rows[0])
    text = join(list(map(row_text, rows)), words)
    ahead = text.text[: len(mark)]
    if mark and mark_name(ahead) == mark:
        return mark, Text(text.text[len(mark) :].lstrip("./)] "))
    match = _MARK.match(text.text)
    if mark and match and _named(match) == mark:
        return mark, Text(text.text[match.end() :])
    return mark, text
