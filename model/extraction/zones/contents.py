"""Contents pages: rows that lead to a page number, from their heading to the last of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from model.extraction import wording
from model.extraction.likeness import letters_of
from model.extraction.numbering.labelled import is_label_alone
from model.extraction.rows import Row, Zone

_MAY_LIST = (Zone.BODY, Zone.TABLE)
_LEADERS = re.compile(r"\.{4,}|(?:\s\.){4,}|(?:\.\s){4,}|…{2,}|_{6,}|·{4,}")
# Recognition reads a typewriter's "41" as "1+1".
_ENDS_IN_PAGE = re.compile(r"(?:^|[\s.…_·+])(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxl]{1,6})\s*$")
# A page or a range of paragraphs, without leaders and not at the edge of the list.
_NUMBERED = re.compile(r"\s(?P<number>\d{1,3}|[ivxlIVXL]{1,6})(?:\s?[-–]\s?(?:\d{1,3}|[ivxlIVXL]{1,6}))?\s*$")
# A heading has fewer signs.
_SHORT = 60
# This many signs tell a heading that comes again from others.
_TELLING = 8
# "12 Introduction": pages may stand before what they lead to.
LEADING = re.compile(r"\s*(?P<number>\d{1,3})\s+(?=[^\W\d])")


def marked(rows: list[Row], groups: itertools.count[int]) -> list[Row]:
    """The rows with contents pages marked, each list with a group of its own."""
    zones = list(rows)
    end = 0
    headed = False
    for index, row in enumerate(rows):
        if index < end or row.cell[0] or row.zone not in _MAY_LIST:
            continue  # cells that are read whole lead to no page
        text = row.text
        if is_heading(text):
            end = _extent(rows, index, 3) or _below_heading(rows, index)
            if not (end or headed):
                end = _said_again(rows, index)
            headed = True
        elif len(text) < _SHORT and wording.CONTENTS_OF.match(text):
            end = _extent(rows, index, 3)
        elif has_leaders(text):
            end = _extent(rows, index, 5)
        if end > index:
            group = next(groups)
            for i in range(index, end):
                if rows[i].zone in _MAY_LIST:
                    zones[i] = rows[i]._replace(zone=Zone.CONTENTS, group=group)
    return zones


def is_heading(text: str) -> bool:
    """True for a row that heads a list of contents."""
    return len(text) < _SHORT and wording.CONTENTS.match(text.strip()) is not None


def has_leaders(text: str) -> bool:
    """True for a text with dots or a line that lead to a page number."""
    # the plain tests spare most rows the pattern
    may = "..." in text or ". ." in text or "…" in text or "___" in text or "···" in text
    return may and _LEADERS.search(text) is not None


def _entry(row: Row) -> int:
    """2 for a row with leaders, 1 for one that ends in a page number, 0 for others."""
    text = row.text.strip()
    if has_leaders(text):
        return 2
    return int(leads_to_page(text) and row.x1 > row.right - 30)


def leads_to_page(text: str) -> bool:
    """True for a text that ends in what may be the number of a page."""
    return _ENDS_IN_PAGE.search(text) is not None


def _extent(rows: Sequence[Row], start: int, fewest: int) -> int:
    """One past the last row of the list that begins at `start`; 0 if it is not one."""
    last = start
    entries = misses = leaders = 0
    page = rows[start].page
    for index in range(start + (not _entry(rows[start])), len(rows)):
        row = rows[index]
        if row.zone not in _MAY_LIST:
            continue
        if row.page > page:
            if row.page > page + 1 or not _continues(rows, index):
                break
            page = row.page
            misses = 0
        kind = _entry(row)
        if kind == 1 and misses > 1 and 3 <= leaders == entries:
            break  # below a list that leads to all its pages, a sentence's row that ends in a number
        if kind:
            entries += 1
            leaders += kind == 2
            last = index
            misses = 0
        else:
            misses += 1
            patience = 6 if row.page == rows[start].page and entries < 2 else 4
            if misses > patience and not _leads_on(rows, index):
                break
    if entries < fewest:
        return 0
    alike = any(_is_titled_below(rows, index) for index in range(start, last))
    return last + 2 if alike and _is_titled_below(rows, last) else last + 1


def _is_titled_below(rows: Sequence[Row], index: int) -> bool:
    """Whether an entry is a label alone with its page ("Part Two 6"), and the next row may be its title."""
    if index + 1 == len(rows) or rows[index + 1].page != rows[index].page or _entry(rows[index + 1]):
        return False
    return _entry(rows[index]) > 0 and is_label_alone(_ENDS_IN_PAGE.sub("", rows[index].text.strip()))


def _below_heading(rows: Sequence[Row], heading: int) -> int:
    """One past the last entry of a list without leaders, its numbers right after the words or before them.

    Right below the heading "Contents" nearly all rows of the page end like this.
    """
    last = heading
    entries = 0
    for index in range(heading + 1, len(rows)):
        row = rows[index]
        if row.page != rows[heading].page or index - last > 2:
            break
        match = _NUMBERED.search(row.text) or LEADING.match(row.text)
        if match is None or row.zone not in _MAY_LIST:
            continue
        entries += match["number"].isdigit()
        last = index
    few = 2 if last == heading + entries else 3  # nothing stands between them
    return last + 1 if entries >= few else 0


def _said_again(rows: Sequence[Row], heading: int) -> int:
    """One past the last entry of a list without pages, as a meeting's record opens with; 0 if it is not
    one. All rows after it are looked through, so it is asked for a report's first such heading alone.

    Its entries are said again, whole and in their order, by headings that follow, on rows broken elsewhere.
    """
    below = [
        (at, letters_of(row.text))
        for at, row in enumerate(rows[heading + 1 :], heading + 1)
        if row.zone in _MAY_LIST
    ]
    if len(below) < 2 or len(below[0][1]) < _TELLING or below[0][0] > heading + 1:
        return 0
    first = below[0][1]
    again = next(
        (i for i, (_, said) in enumerate(below[1:], 1)
         if len(said) >= _TELLING and (said.startswith(first) or first.startswith(said))), 0,
    )  # fmt: skip
    begins = set(itertools.accumulate((len(said) for _, said in below[again:]), initial=0))
    rest = "".join([said for _, said in below[again:]])
    last, end = heading, 0
    for at, said in below[:again]:
        place = rest.find(said, end)
        while place > end and place not in begins:
            place = rest.find(said, place + 1)
        if rows[at].page != rows[heading].page or place < 0:
            break
        last, end = at, place + len(said)
    return last + 1 if last > heading else 0


def _leads_on(rows: Sequence[Row], index: int) -> bool:
    """True if a row with leaders follows on the page: an entry may run over many rows."""
    page = rows[index].page
    return any(row.page == page and has_leaders(row.text) for row in rows[index + 1 : index + 9])


def _continues(rows: Sequence[Row], index: int) -> bool:
    """True if the page that begins with this row goes on with entries: with one that leads to its page, or
    with many others."""
    page = rows[index].page
    ahead = [r for r in rows[index : index + 12] if r.page == page and r.zone in _MAY_LIST]
    kinds = [_entry(row) for row in ahead]
    listed = len(kinds) - kinds.count(0)
    return kinds[:1] == [2] or 0 < listed >= (0.4 if 2 in kinds else 0.6) * len(kinds)
