"""Notes at the end of a report or a chapter: below their heading, or in small type on pages of their own or
with small marks, and numbered as the text's marks are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction import wording
from model.extraction.rows import Row, Zone
from model.extraction.zones import footnotes

# "development 1/.", "development.[1]": how typewritten and plain prints set a mark in the line.
_TYPED = re.compile(r"(?:^|\s)(\d{1,3})/(?=[.,;:)\s]|$)|\[(\d{1,3})\]")
# At least this share of the notes have their mark in the text, and there are this many without a heading.
_REFERRED, _FEWEST = 0.5, 2
# A row that opens no note stands at most this far (sizes) below one, and a centred row solid.
_FAR, _SOLID = 2.6, 1.6
# Notes on a page of their own are smaller than the text by this much (points).
_SMALLER = 0.9
# By a name of its own: to look a member of an enumeration up takes as long as a call.
_BODY = Zone.BODY


def marked(rows: Sequence[Row], size: float, groups: itertools.count[int]) -> list[Row]:
    """The rows with those of such notes marked, each note with a group of its own. `size` is the text's."""
    out = list(rows)
    begun = page = 0
    for at, row in enumerate(rows):
        if row.zone is not _BODY:
            continue
        text = row.text
        headed = len(text) < 40 and wording.NOTES.fullmatch(text) is not None
        if headed or (row.size < size - _SMALLER and _is_first(row, row.page > page)):
            notes = _below(rows, at + headed)
            numbers = {str(number) for number, _ in notes if number}
            if len(numbers) >= (1 if headed else _FEWEST) and _referred(rows[begun:at], numbers):
                group = 0
                for number, place in notes:
                    group = next(groups) if number else group
                    out[place] = rows[place]._replace(zone=Zone.FOOTNOTE, group=group)
                begun = at
        page = row.page
    return out


def _is_first(row: Row, begins_page: bool) -> bool:
    """Whether a row in small type opens the first note: with its mark, or with its number at a page's top."""
    marked = len(row.spans) > 1 and _number(row) == 1
    return marked or (begins_page and footnotes.plain_number(row.spans) == 1)


def _below(rows: Sequence[Row], start: int) -> list[tuple[int, int]]:
    """The rows of the notes from here on: the number of the note that each opens (0: none), and its place."""
    found: list[tuple[int, int]] = []
    expected = 1
    note = 0  # at the foot of a page notes are found without their heading
    for at in range(start, len(rows)):
        row = rows[at]
        noted = row.zone is Zone.FOOTNOTE
        if row.zone is not _BODY and not noted:
            continue
        opens = expected in (_number(row), footnotes.plain_number(row.spans))
        if noted and not opens:
            if row.group == note:
                found.append((0, at))
            continue
        note = row.group if noted else 0
        if not opens and not (found and _goes_on(rows[found[-1][1]], row)):
            break
        found.append((expected if opens else 0, at))
        expected += opens
    return found


def _number(row: Row) -> int:
    mark = footnotes.opening_mark(row.spans, row.size)
    return int(mark) if mark.isdecimal() else 0


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row that opens no note may go on with one."""
    if not any(map(str.isalnum, row.text)) or abs(row.size - before.size) > 0.6:
        return False
    down = row.baseline - before.baseline
    return row.page != before.page or down < (_SOLID if row.centred else _FAR) * row.size


def _referred(rows: Sequence[Row], numbers: set[str]) -> bool:
    """Whether the text has marks with these numbers: raised, small, or typed as "1/"."""
    marks: set[str] = set()
    for row in rows:
        if row.zone is _BODY or row.zone is Zone.TABLE:
            if "/" in row.text or "[" in row.text:
                marks.update(*_TYPED.findall(row.text))
            for span in row.spans[1:]:
                if span.raised or span.size < 0.8 * row.size:
                    marks.update(span.text.replace(",", " ").split())
    return len(marks & numbers) >= _REFERRED * len(numbers)
