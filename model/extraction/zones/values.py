"""Tables of values: the columns that their rows share, their header, and the lines of one row.

White space that next to no row crosses parts columns. What stands above the first rule over the whole width
is the header, a row with cells of several lines. Below it a line goes on with the row above where it stands
in fewer columns, and each of its cells had no room left in the line above.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import VALUES_APART, are_apart, text_of
from model.extraction.zones.frames import HEADER_ROWS
from model.extraction.zones.heads import SHORT, Bounds, cells_of, reaches, split
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect, Span, with_text

_Line = list[Piece]
_Cells = list[_Line]
# A column and the next are so far apart (points); such a share of the rows may stand across the space.
_STRIP, _FEW = 2.0, 0.2
# Lines of a cell stand no further apart than so many sizes, and than such a share of the widest gap.
_SOLID, _CLOSER = 1.5, 0.9
# Words on two lines and the values in their midst stand closer than so many sizes.
_BESIDE = 0.8
# A table's last rule is so near its end (points).
_LAST = 4.0


def value_cells(sheet: Sheet, rect: Rect, pieces: Sequence[Piece]) -> list[_Cells]:
    """The pieces of a table's cells, row by row; none where it has no columns."""
    head, below = _parted(sheet, rect, grouped(itertools.chain.from_iterable(map(_parts, pieces))))
    header = list(itertools.chain.from_iterable(head))
    columns = max([_columns(below), *[[(p.x0, p.x1) for p in line] for line in head]], key=len)
    across, heads = split(sheet, rect, header, columns)
    for piece in heads:
        own = [column for column in columns if reaches(piece, column)]
        if len(own) != 1:  # a column that holds nothing, or one with values on its left and on its right
            ends = [piece.x0, piece.x1, *itertools.chain.from_iterable(own)]
            columns = [column for column in columns if column not in own] + [(min(ends), max(ends))]
    columns.sort()
    if len(columns) < 2:
        return []
    return [*[cells_of(part, columns) for part in (across, heads) if part], *_joined(below, columns)]


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
            parts.append(_piece(piece, spans))
            spans = []
        spans.append(span)
    return [*parts, _piece(piece, spans)]


def _piece(piece: Piece, spans: Sequence[Span]) -> Piece:
    text = "".join([span.text for span in spans])
    x0, x1 = min([span.x0 for span in spans]), max([span.x1 for span in spans])
    return piece._replace(spans=tuple(spans), x0=x0, x1=x1, text=text)


def _values(span: Span) -> Iterator[Span]:
    """A span, or the values in it that are written in one go; where they stand goes by their letters."""
    text = span.text
    width = (span.x1 - span.x0) / max(1, len(text))
    start = 0
    for gap in VALUES_APART.finditer(text):
        yield with_text(span, text[start : gap.start()])._replace(
            x0=span.x0 + width * start, x1=span.x0 + width * gap.start()
        )
        start = gap.end()
    yield with_text(span, text[start:])._replace(x0=span.x0 + width * start)


def _parted(sheet: Sheet, rect: Rect, lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines of the header, those above the first rule over the whole width, and the lines below it."""
    top = lines[0][0].baseline
    left, right = min([p.x0 for line in lines for p in line]), max([p.x1 for line in lines for p in line])
    over = (r.y0 for r in sheet.long_rules if r.x0 < left + SHORT and r.x1 > right - SHORT)
    edge = next((y for y in over if top < y < rect.y1 - _LAST), top)
    head = [line for line in lines if line[0].baseline < edge]
    if len(head) > HEADER_ROWS or len(head) == len(lines):
        return [], list(lines)
    return head, list(lines[len(head) :])


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


def _joined(lines: Sequence[_Line], columns: Sequence[Bounds]) -> Iterator[_Cells]:
    """The rows below the header: lines, and those that go on in the cells of the line above."""
    gaps = [two[0].baseline - one[0].baseline for one, two in itertools.pairwise(lines)]
    size = max([line[0].size for line in lines])
    close = min(_SOLID * size, _CLOSER * max(gaps, default=0.0))
    made = [cells_of(line, columns) for line in lines]
    row = above = made[0]
    for gap, line in zip(gaps, made[1:], strict=True):
        if (gap < _BESIDE * size and _are_beside(above, line)) or (
            gap < close and _goes_on(row, above, line, columns)
        ):
            row = [[*cell, *more] for cell, more in zip(row, line, strict=True)]
        else:
            yield row
            row = line
        above = line
    yield row


def _are_beside(one: _Cells, two: _Cells) -> bool:
    """True for lines in other columns, one of them of values alone."""
    worded = [any(map(str.isalpha, "".join([p.text for cell in line for p in cell]))) for line in (one, two)]
    return not all(worded) and not any(above and below for above, below in zip(one, two, strict=True))


def _goes_on(row: _Cells, above: _Cells, line: _Cells, columns: Sequence[Bounds]) -> bool:
    """True for a line in fewer columns than its row, or for one with values at the foot of its row, which
    begins with a small letter: below words that left no room for its own."""
    held, more = sum(map(bool, row)), sum(map(bool, line))
    if more >= held and not text_of([piece for cell in line for piece in cell])[:1].islower():
        return False
    fewer = line if more < held else above
    return all(_is_broken(above[at], line[at], columns[at]) for at, cell in enumerate(fewer) if cell)


def _is_broken(above: _Line, below: _Line, column: Bounds) -> bool:
    """True where the first word of a cell's line had no room in the line above; values are never broken, and
    bold words do not go on in others."""
    if not above or not below or not any(map(str.isalpha, text_of(above))):
        return False
    if above[-1].spans[-1].bold != below[0].spans[0].bold:
        return False
    text = text_of(below)
    needed = (below[-1].x1 - below[0].x0) * (len(text.split(" ")[0]) + 1) / len(text)
    return max(column[1] - above[-1].x1, above[0].x0 - column[0]) < needed
