"""Running headers and footers, page numbers and job numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from model.extraction.rows import Row, Zone

# As shares of the page's height. Executive boards set their running head as low as 97 of 842 points.
_TOP, _BOTTOM = 0.13, 0.88
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—|]?\s*(?:\d{1,4}(?:\s*/\s*\d{1,4})?|[ivxlc]{1,7})\s*[-–—|]?$", re.I
)
_JOB = re.compile(r"^(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}\b(?:\s*\([A-Z]\))?[\s\d*]*$|^\*\d{6,8}\*$")


def fold(text: str) -> str:
    """What repeats of a running line: digits, spaces and case do not count."""
    return _DIGITS.sub("#", "".join(text.split()).casefold())


def zoned(pages: Sequence[Sequence[Row]], heights: Mapping[int, float]) -> dict[int, list[Row]]:
    """The rows by page, those of the running headers and footers marked."""
    seen: dict[tuple[bool, str], set[int]] = defaultdict(set)
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
            top, bottom = _at_edge(row, heights[row.page])
            if top or bottom:
                seen[top, fold(row.text)].add(row.page)
    return {
        rows[0].page: [_marked(row, heights[row.page], seen, len(pages)) for row in rows]
        for rows in pages
        if rows
    }


def _at_edge(row: Row, height: float) -> tuple[bool, bool]:
    return row.baseline < _TOP * height, row.baseline > _BOTTOM * height


def _marked(row: Row, height: float, seen: Mapping[tuple[bool, str], set[int]], count: int) -> Row:
    top, bottom = _at_edge(row, height)
    if not (top or bottom):
        return row
    text = row.text.strip()
    if bottom and _JOB.match(text):
        return row._replace(zone=Zone.JOB_NUMBER)
    if _PAGE_NUMBER.match(text):
        return row._replace(zone=Zone.PAGE_NUMBER)
    if len(seen[top, fold(text)]) >= min(3, max(2, count // 2)):
        return row._replace(zone=Zone.HEADER if top else Zone.FOOTER)
    return row
