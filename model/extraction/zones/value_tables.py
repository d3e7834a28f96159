"""Tables of values: the columns that their rows share, their header, and the lines of one row.

White space that next to no row crosses parts columns. What stands above the first rule over the whole width
is the header, a row with cells of several lines. Below it a line goes on with the row above where it stands
in fewer columns, and each of its cells had no room left in the line above.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from operator import attrgetter

from model.extraction.zones import header_ends
from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import VALUES_APART, are_apart
from model.extraction.zones.crossed_cells import cut_by_columns, holding, places_of
from model.extraction.zones.pieces import Piece
from model.extraction.zones.prose_tables import dividers
from model.extraction.zones.row_lines import Cells, joined
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.table_headers import LEVEL, SHORT, Bounds, beside, cells_of, reaches, split
from model.reading.text import Rect, Span, with_text

_Line = list[Piece]
# A column and the next are this far apart (points); this share of the rows may stand across the space.
_STRIP, _FEW = 2.0, 0.2
# Upright rules over this share of a table's height are between its columns; cells reach over them by
# no more than this many points.
_DIVIDED, _WITHIN = 0.25, 6.0
_x0 = attrgetter("x0")


def value_cells(sheet: Sheet, rect: Rect, pieces: Sequence[Piece]) -> list[Cells]:
    """The pieces of a table's cells, row by row; none where it has no columns."""
    lines = grouped(itertools.chain.from_iterable(map(_parts, pieces)))
    above, head, below = header_ends.parted(sheet, rect, lines)
    header = list(itertools.chain.from_iterable(head))
    columns = max([_columns(below), *[[(p.x0, p.x1) for p in line] for line in head]], key=len)
    columns = _between(dividers(sheet, rect, _DIVIDED), columns, below)
    across, heads = split(sheet, rect, header, columns)
    columns = _with_heads(columns, heads)
    single: list[Piece] = []
    for piece in heads:
        own = [column for column in columns if reaches(piece, column)]
        if len(own) > 1 and _are_filled(own, below):
            single += _by_columns(piece, own) if _is_beside(piece, heads) else [piece]
            continue
        single.append(piece)
        if len(own) != 1:  # a column that holds nothing, or one with values on its left and on its right
            ends = [piece.x0, piece.x1, *itertools.chain.from_iterable(own)]
            columns = [column for column in columns if column not in own] + [(min(ends), max(ends))]
    columns.sort()
    if len(columns) < 2:
        return []
    below = cut_by_columns(below, columns)
    return [
        *[cells_of(line, columns) for line in above],
        *[cells_of(part, columns) for part in (across, single) if part],
        *joined(below, columns, sheet.long_rules),
    ]


def _parts(piece: Piece) -> list[Piece]:
    """The pieces of the cells that a piece holds."""
    if len(piece.spans) == 1 and not VALUES_APART.search(piece.text):
        span = piece.spans[0]  # as most have one
        same = span.x0 == piece.x0 and span.x1 == piece.x1
        return [piece if same else piece._replace(x0=span.x0, x1=span.x1)]
    parts: list[Piece] = []
    spans: list[Span] = []
    for span in itertools.chain.from_iterable(map(_values, piece.spans)):
        if spans and are_apart(spans[-1], span, piece.size):
            parts.append(holding(piece, spans))
            spans = []
        spans.append(span)
    return [*parts, holding(piece, spans)]


def _values(span: Span) -> Iterator[Span]:
    """A span, or the values in it that are written in one go, with spaces about as wide as figures."""
    text = span.text
    width = (span.x1 - span.x0) / max(1, len(text))
    start = 0
    for gap in VALUES_APART.finditer(text):
        yield with_text(span, text[start : gap.start()])._replace(
            x0=span.x0 + width * start, x1=span.x0 + width * gap.start()
        )
        start = gap.end()
    yield with_text(span, text[start:])._replace(x0=span.x0 + width * start)


def _columns(lines: Sequence[_Line]) -> list[Bounds]:
    """The left and right bounds of what stands below each other, from left to right."""
    ends: list[tuple[float, int]] = []
    beside = [line for line in lines if len(line) > 1]
    for line in beside:
        for piece in line:
            ends += [(piece.x0, -1), (max(piece.x0, piece.x1 - _STRIP), 1)]
    few = int(_FEW * len(beside))
    found: list[Bounds] = []
    depth, left = 0, 0.0
    for x, less in sorted(ends):  # at one place what begins comes before what ends
        if depth == few and less < 0:
            left = x
        elif depth == few + 1 and less > 0:
            found.append((left, x + _STRIP))
        depth -= less
    return found


def _with_heads(columns: list[Bounds], heads: Sequence[Piece]) -> list[Bounds]:
    """The columns, wide enough for heads that stand beside their values."""
    spans: list[Bounds] = []
    for piece in sorted(heads, key=_x0):
        if spans and piece.x0 < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], piece.x1)
        else:
            spans.append((piece.x0, piece.x1))
    wide = sorted(columns)
    for at, column in beside(spans, wide).items():
        wide[column] = min(spans[at][0], wide[column][0]), max(spans[at][1], wide[column][1])
    return wide


def _between(rules: Sequence[float], columns: Sequence[Bounds], lines: Sequence[_Line]) -> list[Bounds]:
    """The columns, those parted that an upright rule runs through with cells on both sides."""
    found: list[Bounds] = []
    for left, right in columns:
        inside = [x for x in rules if left + _WITHIN < x < right - _WITHIN]
        for x in inside and _apart(inside, left, right, lines):
            found.append((left, x))
            left = x
        found.append((left, right))
    return found


def _apart(rules: Sequence[float], left: float, right: float, lines: Sequence[_Line]) -> list[float]:
    """The rules between the bounds of a column that lines have cells on both sides of."""
    held = [
        (piece.x0 + _WITHIN, piece.x1 - _WITHIN)
        for line in lines
        for piece in line
        if left - SHORT < piece.x0 and piece.x1 < right + SHORT
    ]
    found: list[float] = []
    for x in rules:
        if any(left < x0 and x1 < x for x0, x1 in held) and any(x < x0 for x0, _ in held):
            found.append(x)
            left = x
    return found


def _are_filled(columns: Sequence[Bounds], lines: Sequence[_Line]) -> bool:
    """True where values often stand in all of some columns side by side."""
    held = [[any(reaches(piece, column) for piece in line) for column in columns] for line in lines]
    return sum(map(all, held)) > _FEW * sum(map(any, held))


def _is_beside(piece: Piece, others: Sequence[Piece]) -> bool:
    """True where something else stands on a piece's line."""
    return any(other is not piece and abs(other.baseline - piece.baseline) < LEVEL for other in others)


def _by_columns(piece: Piece, columns: Sequence[Bounds]) -> Iterator[Piece]:
    """The pieces of the heads of several columns that are written in one go: cut at the spaces nearest to
    what is between the columns, but not before a small word after another."""
    text, rest = piece.text, piece
    places = places_of(with_text(piece.spans[0], text)._replace(x0=piece.x0, x1=piece.x1))
    start = 0
    for one, two in itertools.pairwise(columns):
        between = (one[1] + two[0]) / 2
        spaces = [
            at
            for at, sign in enumerate(text.rstrip())
            if sign == " " and text[start:at].strip() and not _reads_on(text, at)
        ]
        if not spaces:
            break
        end = min(spaces, key=lambda at: abs(places[at] - between))
        yield _within(_cut(rest, text[start:end], rest.x0, places[end]), columns)
        rest, start = _cut(rest, text[end:].lstrip(), places[end + 1], piece.x1), end + 1
    yield _within(rest, columns)


def _reads_on(text: str, at: int) -> bool:
    """True for a space between two words of which the second is small."""
    return text[at - 1].isalpha() and text[at:].lstrip()[:1].islower()


def _cut(piece: Piece, text: str, x0: float, x1: float) -> Piece:
    """A part of a piece with one style."""
    span = with_text(piece.spans[0], text)._replace(x0=x0, x1=x1)
    return piece._replace(spans=(span,), x0=x0, x1=x1, text=text)


def _within(piece: Piece, columns: Sequence[Bounds]) -> Piece:
    """A piece that stands in one of some columns, that with an end or middle nearest to its own."""
    x0, x1 = piece.x0, piece.x1
    left, right = min(
        columns,
        key=lambda column: min(abs(x0 - column[0]), abs(x1 - column[1]), abs(x0 + x1 - sum(column)) / 2),
    )
    return piece._replace(x0=max(x0, left), x1=min(x1, right)) if x0 < right and x1 > left else piece
