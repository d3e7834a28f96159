"""The entries of a printed contents page: evidence to check the outline against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from model.extraction.numbering.labelled import is_label_alone
from model.extraction.rows import Row
from model.extraction.structure.texts import row_text

# A page number at the end of a row, and a range of paragraphs before it.
_PAGE = re.compile(r"(\d{1,4}|[ivxlc]{1,6})$")
_RANGE = re.compile(r"(?:\d{1,4}\s?[-–—]\s?\d{1,4}|\d{1,4})$")
_LEADERS = " .…·_‥\t"
# Page numbers end at the right edge of the list, give or take this many points.
_EDGE = 30.0
_LED = re.compile(r"[.…·_‥]\s?[.…·_‥]")


class ContentsEntry(NamedTuple):
    """An entry's text, the page that it names, its range of paragraphs ("5–12", empty if it has none);
    where it begins in points, and where its words do: after a number that stands in a place of its own."""

    text: str
    page: str
    paragraphs: str
    left: float
    indent: float


def entries_of(rows: Sequence[Row]) -> list[ContentsEntry]:
    """The entries, those over several rows joined; without the column headings."""
    entries: list[ContentsEntry] = []
    edge = max((row.x1 for row in rows), default=0.0) - _EDGE
    waiting: list[Row] = []
    for row in rows:
        text = row_text(row).text.rstrip()
        match = _PAGE.search(text[-6:])
        if not match or row.x1 < edge or text[-len(match[1]) - 1 : -len(match[1])] not in _LEADERS:
            if not waiting and entries and is_label_alone(entries[-1].text):
                entries[-1] = entries[-1]._replace(text=f"{entries[-1].text} {text}")  # its title, below it
            else:
                waiting = [*waiting, row] if waiting or len(text) > 30 else []
            continue
        bare = text[: -len(match[1])].rstrip(_LEADERS)
        span = _RANGE.search(bare[-12:])
        paragraphs = ""
        if span and _LED.search(bare):
            paragraphs = span[0]
            bare = bare[: -len(paragraphs)].rstrip(_LEADERS)
        first = waiting[0] if waiting else row
        whole = " ".join([*(row_text(one).text for one in waiting), bare]).strip()
        if whole:
            entries.append(ContentsEntry(whole, match[1], paragraphs, first.x0, _indent(first)))
        waiting = []
    return entries


def _indent(row: Row) -> float:
    """Where the first words begin that are more than a number."""
    return next((span.x0 for span in row.spans if sum(map(str.isalpha, span.text)) > 3), row.x0)
