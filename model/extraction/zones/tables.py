"""Tables that go on over pages: their parts become one group."""

from __future__ import annotations

import itertools
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
    first: dict[int, Row] = {}
    for row in main:
        if row.zone is Zone.TABLE:
            first.setdefault(row.group, row)
    extents = _extents(main)
    for before, row in itertools.pairwise(main):
        if (
            row.zone is before.zone is Zone.TABLE
            and row.page == before.page + 1
            and row.group != before.group
            and first[row.group] is row
            and _continues(first[same.get(before.group, before.group)], row, extents, before.group)
        ):
            same[row.group] = same.get(before.group, before.group)
    if not same:
        return list(rows)
    return [
        row._replace(group=same[row.group]) if row.zone in _BODY and row.group in same else row
        for row in rows
    ]


def _extents(rows: Sequence[Row]) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for row in rows:
        if row.zone is Zone.TABLE:
            x0, x1 = found.get(row.group, (row.x0, row.x1))
            found[row.group] = min(x0, row.x0), max(x1, row.x1)
    return found


def _continues(first: Row, row: Row, extents: dict[int, tuple[float, float]], before: int) -> bool:
    text = "".join(row.text.split()).casefold()
    if text == "".join(first.text.split()).casefold():
        return True
    if TABLE_CAPTION.match(row.text.strip()) and "contin" not in text:
        return False
    (a0, a1), (b0, b1) = extents[before], extents[row.group]
    return abs(a0 - b0) < 15 and abs(a1 - b1) < 30
