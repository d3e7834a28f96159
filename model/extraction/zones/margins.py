"""The bounds of columns: where continuation lines begin and full lines end.

They are taken over all pages of one make (same width, same column, odd and even apart where these differ), so
that a page of list items only still knows its margin. Every sheet lies differently under a scanner's glass: a
scan that is full of text has bounds of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache, partial

from model.extraction.rows import Row, Zone

# Rows begin together within this many points.
_TOGETHER = 4.0
# Full lines of pages that are not mirrored ones end within this many points.
_SAME = 2.0
# Such a share of rows begins at the margin at least.
_SOME = 0.05
# A page with this many rows of text shows its margins.
_FULL = 20
_Kind = tuple[int, int, int, int]
_Extent = tuple[float, float]  # where a row begins and ends
# From its values in order, in half the time of the class's own call.
_made = partial(tuple.__new__, Row)


def bounded(rows: Sequence[Row], widths: dict[int, float], scans: Set[int] = frozenset()) -> list[Row]:
    """The body rows with the bounds of their columns; other rows keep those of their own group. `scans`: the
    pages that are scans."""
    makes = {page: (0, 0, page % 2, round(width / 20)) for page, width in widths.items()}
    full = Counter([row.page for row in rows if row.page in scans and _is_plain(row)]) if scans else {}
    makes |= {page: (page, 0, 0, 1) for page, count in full.items() if count >= _FULL}
    alike: dict[_Kind, list[_Extent]] = defaultdict(list)
    main: list[_Extent] = []
    inside: list[tuple[int, _Kind]] = []
    body, title = Zone.BODY, Zone.TITLE
    for at, row in enumerate(rows):
        if row.zone is body or row.zone is title:
            apart = row.box or row.column
            kind = (row.page, row.box, row.column, 0) if apart else makes[row.page]
            extent = row.x0, row.x1
            alike[kind].append(extent)
            if row.zone is body:
                inside.append((at, kind))
                if not apart:
                    main.append(extent)
    whole = cache(partial(_bounds, main))
    bounds = {kind: _bounds(of_kind) for kind, of_kind in alike.items()}
    own = frozenset([kind for kind in makes.values() if not kind[0]])
    for kind, (_, _, count) in bounds.items():
        if count < 8 and kind in own and whole()[2]:
            bounds[kind] = whole()
    for kind in own:
        bounds[kind] = _as_over_leaf(kind, bounds, alike)
    result = list(rows)
    for at, kind in inside:
        left, right, _ = bounds[kind]
        if right > left:
            result[at] = _placed(rows[at], left, right)
    return result


def _is_plain(row: Row) -> bool:
    return row.zone is Zone.BODY and not (row.box or row.column)


def _bounds(rows: Sequence[_Extent]) -> tuple[float, float, int]:
    """Left and right bound: where most full lines begin, and where the longest end."""
    if not rows:
        return 0.0, 0.0, 0
    ends = sorted([x1 for _, x1 in rows])
    right = ends[min(len(ends) - 1, int(0.98 * len(ends)))]
    full = [x0 for x0, x1 in rows if x1 > right - 0.12 * (right - x0)] or [x0 for x0, _ in rows]
    starts = Counter([round(x0 / _TOGETHER) for x0 in full])
    common = starts.most_common(1)[0][1]
    place = min(x for x, count in starts.items() if count >= max(1, 0.25 * common))
    near = sorted([x0 for x0 in full if abs(x0 / _TOGETHER - place) <= 0.5])
    return near[len(near) // 2], right, len(rows)


def _as_over_leaf(
    kind: _Kind, bounds: Mapping[_Kind, tuple[float, float, int]], alike: Mapping[_Kind, list[_Extent]]
) -> tuple[float, float, int]:
    """The bounds of odd or even pages: with the left of the others where rows of theirs begin there, too, as
    numbers do before paragraphs that hang, or where rows end as far right: they are filled with a list.
    Mirrored pages have no such rows, and end elsewhere."""
    left, right, count = bounds.get(kind, (0.0, 0.0, 0))
    other, end, _ = bounds.get((*kind[:2], 1 - kind[2], kind[3]), (left, right, 0))
    if other > left - _TOGETHER:
        return left, right, count
    if abs(end - right) < _SAME:
        return other, right, count
    there = sum(abs(x0 - other) < _TOGETHER / 2 for x0, _ in alike[kind])
    return (other if there > _SOME * count else left), right, count


def _placed(row: Row, left: float, right: float) -> Row:
    page, spans, x0, y0, x1, y1, baseline, size, _, _, zone, group, box, column, underlined, _, cell = row
    before, after = x0 - left, right - x1
    centred = before > 12 and after > 12 and abs(before - after) < 0.12 * (right - left)
    return _made((
        page, spans, x0, y0, x1, y1, baseline, size, left, right,
        zone, group, box, column, underlined, centred, cell,
    ))  # fmt: skip
