"""Footnotes: the mark that each begins with, and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import Text, join, row_text

# A mark at the start of a note: digits, asterisks or a letter, perhaps with a stop or a bracket.
_MARK = re.compile(
    r"\s*[\[(]?(\d{1,3}|\*{1,4}|[†‡§¶]{1,3}|[a-z](?=[\s\u2002\u2003/)\]]|$))[\])./]?\s*(?=\D|$)"
)
_RAISED = re.compile(r"\s*(\d{1,3}|\*{1,4}|[†‡§¶]{1,3}|[a-z])[\s.)/]*")


def mark_of(row: Row) -> tuple[str, int]:
    """The mark that a footnote's first row begins with, and the offset in its text behind it."""
    first = row.spans[0]
    text = first.text
    at = 0
    if not text.strip() and len(row.spans) > 1:
        at, first = len(text), row.spans[1]
        text = first.text
    match = _RAISED.fullmatch(text)
    if match and len(row.spans) > 1:
        return match[1], at + match.end()
    match = _MARK.match(row.text)
    return (match[1], match.end()) if match else ("", 0)


def footnote_text(rows: Sequence[Row], words: frozenset[str]) -> tuple[str, Text]:
    """A footnote's mark and its text without it."""
    mark, _ = mark_of(rows[0])
    text = join([row_text(row) for row in rows], words)
    if mark and text.text.startswith(mark):
        bare = text.text[len(mark) :].lstrip("./)] ")
        return mark, Text(bare)
    match = _MARK.match(text.text)
    if mark and match and match[1] == mark:
        return mark, Text(text.text[match.end() :])
    return mark, text
