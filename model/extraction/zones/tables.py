"""Tables that go on over pages: their parts become one group."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.extraction.rows import Row, Zone
from model.extraction.wording import CONTINUED, ENDS_CONTINUED, TABLE_CAPTION
from model.extraction.zones.cells import is_marker
from model.reading.text import Rect
from model.sequences import same_at_start

# A cell with this many letters holds sentences.
_PROSE = 60
# A caption has this many lines at most.
_CAPTION = 3
# A header stands in the first this many lines of its table.
_HEADER = 12
# A table in a cell of another reaches over its text by no more than this many points.
_AROUND = 12.0
# Mirrored margins move a table by this many points at most; its parts are as wide, except this many.
_LEAF, _ALIKE = 40.0, 3.0
_BODY = (Zone.BODY, Zone.TABLE, Zone.FIGURE, Zone.TITLE, Zone.CONTENTS)


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the group of a table's first part given to its parts on the following pages.

    A part goes on with the table at the end of the page before when nothing but notes, furniture and a
    heading that is continued stands between, it has about the same width, and no other caption.
    """
    main = [row for row in rows if row.zone in _BODY]
    main = [row for at, row in enumerate(main) if not (at and _is_continued(main[at - 1], row))]
    rows, main = _with_captions_before(rows, main)
    same: dict[int, int] = {}
    parts = _by_group(main)
    on_page: defaultdict[int, list[int]] = defaultdict(list)
    for group, part in parts.items():
        on_page[part[0].page].append(group)
    for before, row in itertools.pairwise(main):
        if (
            row.page == before.page + 1
            and row.zone is before.zone is Zone.TABLE
            and row.group != before.group
            and parts[row.group][0] is row
        ):
            group = _outer(before.group, on_page[before.page], parts)
            first = same.get(group, group)
            if _continues(parts[first][0], parts[group], parts[row.group]):
                same[row.group] = first
    if not same:
        return list(rows)
    cells = _numbered_on(parts, same)
    return [
        cells.get(id(row)) or row._replace(group=same[row.group])
        if row.zone in _BODY and row.group in same else row
        for row in rows
    ]  # fmt: skip


def _with_captions_before(rows: Sequence[Row], main: list[Row]) -> tuple[Sequence[Row], list[Row]]:
    """All rows, and those of the body, with the captions at the foot of a page put to the tables without one
    that begin the next page."""
    given: dict[int, Row] = {}
    for at, (before, row) in enumerate(itertools.pairwise(main), 1):
        begins = before.page + 1 == row.page and row.zone is Zone.TABLE and before.zone is Zone.BODY
        if not begins or not before.spans[0].bold or TABLE_CAPTION.match(row.text.strip()):
            continue
        for start in range(at - 1, max(-1, at - 1 - _CAPTION), -1):
            if main[start].zone is not Zone.BODY or not main[start].spans[0].bold:
                break
            if TABLE_CAPTION.match(main[start].text.strip()):
                for one in main[start:at]:
                    given[id(one)] = one._replace(zone=Zone.TABLE, group=row.group)
                break
    if not given:
        return rows, main
    return [given.get(id(row), row) for row in rows], [given.get(id(row), row) for row in main]


def _is_continued(before: Row, row: Row) -> bool:
    """True for a heading at the top of a page that says that it is continued."""
    return before.page < row.page and row.zone is Zone.BODY and CONTINUED.search(row.text) is not None


def _outer(group: int, groups: Sequence[int], parts: Mapping[int, list[Row]]) -> int:
    """The one of a page's tables with which it ends, where a part of it stands last: one in a cell of another
    is not it."""
    if len(groups) < 2:
        return group
    inner = _rect(parts[group])
    others = (at for at in groups if at != group)
    return next((at for at in others if _holds(_rect(parts[at]), inner)), group)


def _rect(rows: Sequence[Row]) -> Rect:
    return Rect(
        min([row.x0 for row in rows]),
        min([row.y0 for row in rows]),
        max([row.x1 for row in rows]),
        max([row.y1 for row in rows]),
    )


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x0 <= inner.x0 + _AROUND
        and outer.x1 >= inner.x1 - _AROUND
        and outer.y0 < inner.y0
        and outer.y1 > inner.y1
    )


def _numbered_on(parts: Mapping[int, list[Row]], same: Mapping[int, int]) -> dict[int, Row]:
    """The rows, by identity, of parts whose cells are read whole, counted on from the part before; their
    caption and header, where they repeat the first part's, are furniture."""
    found: dict[int, Row] = {}
    last: dict[int, list[Row]] = {}  # of each table, its last line so far
    for group, first in same.items():
        part, head = parts[group], parts[first]
        above = last.get(first) or _line(head, _lines(head))
        if not _lines(head) or not _lines(part):
            continue
        captions = {_name(row) for row in _line(head, 0)}
        again = _repeated(part, head)
        top = _line(part, again + 1)
        by = above[0].cell[0] - again - bool(top and _goes_on(above, top, head))
        moved = [
            row._replace(group=first, cell=(row.cell[0] + by if row.cell[0] else 0, row.cell[1]))
            for row in part
        ]
        for row, then in zip(part, moved, strict=True):
            header = row.cell[0] <= again if row.cell[0] else _name(row) in captions
            found[id(row)] = row._replace(zone=Zone.HEADER, group=0) if header else then
        last[first] = _line(moved, _lines(moved))
    return found


def _repeated(part: Sequence[Row], head: Sequence[Row]) -> int:
    """How many lines of a part are those that the table begins with: its header, printed again, though
    perhaps without what stands above it."""
    count, height = min(_lines(part), _HEADER), min(_lines(head), _HEADER)
    top = [_texts(_line(part, at)) for at in range(1, count + 1)]
    heads = [_texts(_line(head, at)) for at in range(1, height + 1)]
    for start in range(height):
        same = same_at_start(top, heads[start:])
        if same and (not start or _are_heads(top[0])):
            return same
    return 0


def _are_heads(cells: Sequence[str]) -> bool:
    """True for words side by side, without a number."""
    return len(cells) > 1 and not any(map(str.isdigit, "".join(cells)))


def _lines(rows: Sequence[Row]) -> int:
    return max([row.cell[0] for row in rows])


def _line(rows: Sequence[Row], at: int) -> list[Row]:
    return [row for row in rows if row.cell[0] == at]


def _texts(rows: Sequence[Row]) -> list[str]:
    return [_name(row) for row in rows]


def _name(row: Row) -> str:
    """The words of a caption or a cell, without those that say that the table goes on."""
    text = row.text
    return "".join((CONTINUED.sub("", text) if "(" in text or "（" in text else text).split()).casefold()


def _goes_on(above: Sequence[Row], top: Sequence[Row], table: Sequence[Row]) -> bool:
    """True if the first line of a part goes on with the last one above: it has no number, as all others
    have, or a cell of prose begins in the middle of a sentence. None that begins with a number does, and none
    below a value."""
    if is_marker(top[0].text.split()[0]):
        return False
    ends: defaultdict[int, str] = defaultdict(str)
    for row in above:
        ends[row.cell[1]] += row.text
    numbered = len({row.cell[0] for row in table if row.cell[1] == 1}) > 0.8 * _lines(table)
    if numbered and top[0].cell[1] > 1 and any(map(str.isalpha, ends[top[0].cell[1]])):
        return True
    starts = {row.cell[1]: row.text.lstrip() for row in reversed(top)}
    return any(
        text[:1].islower()
        and len(ends[place]) > _PROSE
        and not ends[place].rstrip().endswith((".", ";", ":"))
        for place, text in starts.items()
    )


def _by_group(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """The rows of each table."""
    table = Zone.TABLE
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.zone is table:
            found[row.group].append(row)
    return found


def _continues(first: Row, before: Sequence[Row], part: Sequence[Row]) -> bool:
    """True if a table's part goes on with the part before; `first` is the table's first row of all."""
    row = part[0]
    if _name(row) == _name(first):
        return True
    named = TABLE_CAPTION.match(row.text.strip()) or _titled(part, first)
    if named and not (CONTINUED.search(row.text) or ENDS_CONTINUED.search(row.text)):
        return False
    (a0, a1), (b0, b1) = _extent(before), _extent(part)
    leaf = abs(a0 - b0) < _LEAF and abs((a1 - a0) - (b1 - b0)) < _ALIKE  # margins are mirrored overleaf
    return leaf or (abs(a0 - b0) < 15 and abs(a1 - b1) < 30)


def _titled(part: Sequence[Row], first: Row) -> bool:
    """True if a part begins with a title as large as the table's first row, larger than its cells."""
    sizes = [row.size for row in part[:2]]
    return len(sizes) > 1 and abs(sizes[0] - first.size) < 0.2 and sizes[0] > sizes[1] + 0.4


def _extent(rows: Sequence[Row]) -> tuple[float, float]:
    """The bounds of a table's part, wherever there is text in it."""
    return min([row.left for row in rows]), max([row.right for row in rows])
