"""The columns of a table and the header above them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

_Line = list[Piece]
# The left and right end of a column.
Bounds = tuple[float, float]
# What reaches over a column's bounds by no more does not stand in it (points).
SHORT = 3.0
# Lines of a cell stand no further apart than this many sizes; on one line with another is this near (points).
_SOLID, LEVEL = 1.5, 2.0
_x0 = attrgetter("x0")


def split(
    sheet: Sheet, rect: Rect, header: Sequence[Piece], columns: Sequence[Bounds]
) -> tuple[_Line, _Line]:
    """What stands in a header above the heads of several columns, with what is beside it alone, and the other
    pieces; a rule that has nothing else above it says how far such words reach."""
    bottom = max([piece.baseline for piece in header], default=0.0)
    rules = [r for r in (*sheet.level, *sheet.long_rules) if rect.y0 < r.y0 < bottom]
    heads = [
        (piece, place(piece, columns))
        for piece in header
        if sum([reaches(piece, column) for column in columns]) < 2
    ]
    across: set[int] = set()
    for piece in header:
        baseline = piece.baseline
        below = [(head, at) for head, at in heads if head.baseline > baseline]
        if len({at for _, at in below}) < 2:
            continue
        reaching: list[Piece | Rect] = [piece, *[r for r in rules if _is_over(piece, r, header)]]
        for reach in reaching:
            if len({at for head, at in below if reaches(head, (reach.x0, reach.x1))}) > 1:
                across.update(map(id, _cell_of(piece, rules, header)))
                break
    levels = [piece.baseline for piece in header if id(piece) in across]
    for piece in header:
        cell = (
            [piece, *_lines_below(piece, header)] if levels and piece.baseline < min(levels) + LEVEL else []
        )
        if cell and cell[-1].baseline < max(levels) + LEVEL:
            across.update(map(id, cell))
    return [p for p in header if id(p) in across], [p for p in header if id(p) not in across]


def _lines_below(piece: Piece, header: Sequence[Piece]) -> _Line:
    """The other lines of a cell of a header, from its first line on."""
    end = piece.baseline + _SOLID * piece.size
    below = (p for p in header if piece.baseline < p.baseline < end and reaches(p, (piece.x0, piece.x1)))
    found = next(below, None)
    return [found, *_lines_below(found, header)] if found is not None else []


def _cell_of(piece: Piece, rules: Sequence[Rect], header: Sequence[Piece]) -> _Line:
    """A piece of a header with what stands between it and the first rule below it."""
    bounds = (piece.x0, piece.x1)
    below = [r.y0 for r in rules if r.y0 > piece.baseline and reaches(r, bounds)]
    edge = min(below, default=piece.y1)
    return [piece, *[p for p in header if piece.baseline < p.baseline < edge and reaches(p, bounds)]]


def _is_over(piece: Piece, rule: Rect, header: Sequence[Piece]) -> bool:
    """True if a piece stands right above a rule, in its middle, and nothing beside it does."""
    if piece.baseline >= rule.y0 or not reaches(piece, (rule.x0, rule.x1)):
        return False
    over = [p for p in header if p.baseline < rule.y0 and reaches(p, (rule.x0, rule.x1))]
    return all(reaches(piece, (p.x0, p.x1)) for p in over)


def reaches(one: Piece | Rect, column: Bounds) -> bool:
    """True where something stands in a column, though perhaps not in it alone."""
    return one.x0 < column[1] - SHORT and one.x1 > column[0] + SHORT


def _meets(one: Bounds, column: Bounds) -> bool:
    return one[0] < column[1] - SHORT and one[1] > column[0] + SHORT


def beside(cells: Sequence[Bounds], columns: Sequence[Bounds]) -> dict[int, int]:
    """The columns of those cells of a line that stand in none, as heads at the left do above values at the
    right: between the columns of the cells beside them, in order. The first column may have no head."""
    own = [[at for at, column in enumerate(columns) if _meets(cell, column)] for cell in cells]
    found: dict[int, int] = {}
    for held, run in itertools.groupby(range(len(cells)), lambda at: bool(own[at])):
        alone = list(run)
        if held:
            continue
        before = own[alone[0] - 1][-1] if alone[0] else -1
        after = own[alone[-1] + 1][0] if alone[-1] + 1 < len(cells) else len(columns)
        free = list(range(before + 1, after))
        if before < 0 and len(free) == len(alone) + 1:
            free = free[1:]
        if len(free) == len(alone):
            found.update(zip(alone, free, strict=True))
    return found


def place(piece: Piece, columns: Sequence[Bounds]) -> int:
    """The column that a piece stands in, or begins in; the nearest where it stands between two."""
    at = _column(piece, columns)
    return at if at >= 0 else _nearest(piece, columns)


def _column(piece: Piece, columns: Sequence[Bounds]) -> int:
    """The first column that a piece stands in; -1 if it stands in none."""
    begins, ends = piece.x0 + SHORT, piece.x1 - SHORT
    for at, (left, right) in enumerate(columns):
        if begins < right and ends > left:
            return at
    return -1


def _nearest(piece: Piece, columns: Sequence[Bounds]) -> int:
    return max(
        range(len(columns)), key=lambda at: min(piece.x1, columns[at][1]) - max(piece.x0, columns[at][0])
    )


def cells_of(pieces: Sequence[Piece], columns: Sequence[Bounds]) -> list[_Line]:
    """Pieces by their columns."""
    cells: list[_Line] = [[] for _ in columns]
    places = [_column(piece, columns) for piece in pieces]
    if -1 in places:
        own = _between_others(pieces, columns) if len(pieces) > 1 else {}
        places = [
            at if at >= 0 else own.get(id(piece), _nearest(piece, columns))
            for piece, at in zip(pieces, places, strict=True)
        ]
    for piece, at in zip(pieces, places, strict=True):
        cells[at].append(piece)
    return cells


def _between_others(pieces: Sequence[Piece], columns: Sequence[Bounds]) -> dict[int, int]:
    """The columns, by identity, of those pieces of a line that stand in none, as far as those beside tell."""
    ordered = sorted(pieces, key=_x0)
    found = beside([(piece.x0, piece.x1) for piece in ordered], columns)
    return {id(ordered[at]): column for at, column in found.items()}
