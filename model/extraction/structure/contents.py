"""The entries of a printed contents page: evidence to check the outline against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.extraction.rows import Row
from model.extraction.structure.texts import row_text

# Leaders and what stands behind them: paragraph ranges and page numbers.
_TAIL = re.compile(
    r"(?:[\s.…·_‥]*[.…·_‥][\s.…·_‥]*|\s)(?:\d+\s*[-–—]\s*\d+|\d+|[ivxlc]+)?[\s.…·_‥]*(\d+|[ivxlc]+)\s*$"
)
_LEADERS = re.compile(r"[\s.…·_‥]{3,}.*$")


def entries_of(rows: Sequence[Row]) -> list[list[str]]:
    """Each entry's text and printed page, entries over several rows joined; without the column headings."""
    entries: list[list[str]] = []
    open_text = ""
    for row in rows:
        text = row_text(row).text
        match = _TAIL.search(text)
        if not match:
            open_text = f"{open_text} {text}".strip() if open_text or len(text) > 30 else ""
            continue
        bare = _LEADERS.sub("", text[: match.start()]).rstrip(" .…·_")
        whole = f"{open_text} {bare}".strip()
        if whole:
            entries.append([whole, match[1]])
        open_text = ""
    return entries
