"""Tables that go on over pages: their parts become one group."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from model.extraction.rows import Row, Zone
from model.extraction.zones.cells import TABLE_CAPTION

_BODY = (Zone.BODY, Zone.TABLE, Zone.FIGURE, Zone.TITLE, Zone.CONTENTS)


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the group of a table's first part given to its parts on the following pages.

    A part goes on with the table at the end of the page before when nothing but notes and furniture stands
    between, it has about the same width, and no other caption.
    """
    main = [row for row in rows if row.zone in _BODY]
    same: dict[int, int] = {}
    parts = _by_group(main)
    for before, row in itertools.pairwise(main):
        if (
            row.page == before.page + 1
            and row.zone is before.zone is Zone.TABLE
            and row.group != before.group
            and parts[row.group][0] is row
        ):
            first = same.get(before.group, before.group)
            if _continues(parts[first][0], parts[before.group], parts[row.group]):
                same[row.group] = first
    if not same:
        return list(rows)
    return [
        row._replace(group=same[row.group]) if row.zone in _BODY and row.group in same else row
        for row in rows
    ]


def _by_group(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """The rows of each table."""
    table = Zone.TABLE
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.zone is table:
            found[row.group].append(row)
    return found


def _continues(first: Row, before: Sequence[Row], part: Sequence[Row]) -> bool:
    """True where a table's part goes on with the part before; `first` is the table's first row of all."""
    row = part[0]
    text = "".join(row.text.split()).casefold()
    if text == "".join(first.text.split()).casefold():
        return True
    if TABLE_CAPTION.match(row.text.strip()) and "contin" not in text:
        return False
    (a0, a1), (b0, b1) = _extent(before), _extent(part)
    return abs(a0 - b0) < 15 and abs(a1 - b1) < 30


def _extent(rows: Sequence[Row]) -> tuple[float, float]:
    return min([row.x0 for row in rows]), max([row.x1 for row in rows])
