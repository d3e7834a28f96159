"""The entries of a printed contents page: evidence to check the outline against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import row_text

# A page number at the end of a row, and a range of paragraphs before it.
_PAGE = re.compile(r"(\d{1,4}|[ivxlc]{1,6})$")
_RANGE = re.compile(r"(?:\d{1,4}\s?[-–—]\s?\d{1,4}|\d{1,4})$")
_LEADERS = " .…·_‥\t"
_LED = re.compile(r"[.…·_‥]\s?[.…·_‥]")


def entries_of(rows: Sequence[Row]) -> list[list[str]]:
    """Each entry's text and printed page, entries over several rows joined; without the column headings."""
    entries: list[list[str]] = []
    open_text = ""
    for row in rows:
        text = row_text(row).text.rstrip()
        match = _PAGE.search(text[-6:])
        if not match or len(text) == len(match[1]) or text[-len(match[1]) - 1] not in _LEADERS:
            open_text = f"{open_text} {text}".strip() if open_text or len(text) > 30 else ""
            continue
        bare = text[: -len(match[1])].rstrip(_LEADERS)
        span = _RANGE.search(bare[-12:])
        if span and (_LED.search(bare) or bare[: -len(span[0])].endswith("  ")):
            bare = bare[: -len(span[0])].rstrip(_LEADERS)
        whole = f"{open_text} {bare}".strip()
        if whole:
            entries.append([whole, match[1]])
        open_text = ""
    return entries
