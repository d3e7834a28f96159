"""What stands above a table and belongs to it: its number and title, its unit, an unruled header."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from model.extraction import wording
from model.extraction.numbering.labelled import is_labelled
from model.extraction.numbering.labels import TOP_LABELS
from model.extraction.numbering.markers import read_markers
from model.extraction.rows import Zone
from model.extraction.wording import FIGURE_CAPTION, TABLE_CAPTION
from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import (
    Area,
    is_marker,
    parted,
    segments,
    text_of,
)
from model.extraction.zones.frames import in_columns
from model.extraction.zones.pieces import Piece
from model.reading.text import Rect

_x0 = attrgetter("x0")
# This many letters are a line of running text, and no cell.
_RUNNING = 60
# A table has this many columns and rows at least.
_CELLS = 3
# A caption hangs out by no more than this many points.
_HANGING = 80
# Rows of a caption begin within this many points of each other.
_FLUSH = 1.0


def with_headers(areas: list[Area], rest: list[Piece]) -> tuple[list[Area], list[Piece]]:
    """Tables with what stands above their first rule: a header row, or the rest of a row of cells that the
    page before begins."""
    for index, area in enumerate(areas):
        if area.zone is not Zone.TABLE:
            continue
        if carried := _carried_over(area, rest):
            rect = area.rect._replace(y0=min(p.y0 for p in carried))
            areas[index] = area._replace(rect=rect, pieces=carried + area.pieces)
            gone = set(map(id, carried))
            rest = [p for p in rest if id(p) not in gone]
            continue
        near, _ = parted(rest, area.rect._replace(y0=area.rect.y0 - 22))
        above = [row for row in grouped(near) if row[0].baseline < area.rect.y0 + 2]
        if not above or area.rect.y0 - above[-1][0].baseline > 12:
            continue
        cells = segments(above[-1])
        if len(cells) < 2:
            continue
        starts = _starts(area)
        if all(any(abs(c[0].x0 - x) < 5 for x in starts) for c in cells):
            header = {id(p) for p in above[-1]}
            rect = area.rect._replace(y0=min(p.y0 for p in above[-1]))
            areas[index] = area._replace(rect=rect, pieces=above[-1] + area.pieces)
            rest = [p for p in rest if id(p) not in header]
    return areas, rest


def _starts(area: Area) -> set[int]:
    """Where the cells of a table begin, in whole points."""
    return {round(cell[0].x0) for row in grouped(area.pieces) for cell in segments(row)}


def _carried_over(area: Area, rest: Sequence[Piece]) -> list[Piece]:
    """All that stands above a table on its page, where it is cells in the table's columns: a row that goes on
    from the page before has no rule above it."""
    above = list(itertools.takewhile(lambda piece: piece.baseline < area.rect.y0 + 2, rest))
    if not above or any(p.x0 < area.rect.x0 - 4 or p.x1 > area.rect.x1 + 4 for p in above):
        return []
    rows = grouped(above)
    solid = all(
        two[0].baseline - one[0].baseline < 2.2 * two[0].size for one, two in itertools.pairwise(rows)
    )
    small = max([p.size for p in above]) < max([p.size for p in area.pieces]) + 0.6
    if not (solid and small):
        return []
    pieces = Counter([round(piece.x0) for piece in [*area.pieces, *above]])
    columns = {*_starts(area), *[x for x, count in pieces.items() if count > 1]}
    fits = all(any(abs(piece.x0 - x) < 3 for x in columns) for piece in above)
    return above if fits and in_columns(rows, columns) else []


def with_captions(areas: list[Area], rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """Tables with their captions, which stand right above (number, title, unit), and last rows below."""
    taken: set[int] = set()
    done: list[Area] = []
    for area in areas:
        if area.zone is Zone.BODY:
            done.append(area)
            continue
        above = [
            p for p in rest
            if id(p) not in taken and area.rect.y0 - 90 < p.baseline <= area.rect.y0 + 2
        ]  # fmt: skip
        rows = grouped([*_over(above, area.rect), *_beside_head(above, area)])
        caption: list[Piece] = []
        edge = area.rect.y0
        waiting: list[Piece] = []
        for row in reversed(rows):
            if edge - row[0].baseline > 30:
                break
            edge = row[0].baseline
            waiting.extend(row)
            text = text_of(sorted(row, key=_x0))
            if TABLE_CAPTION.match(text):
                caption = waiting
                break
            if FIGURE_CAPTION.match(text):
                if not _has_cells(area):
                    area = area._replace(zone=Zone.FIGURE)
                caption = waiting
                break
            if _is_annex_label(text):
                caption = []  # what stands between is the title of an annex that is a table alone
                break
            unit = re.match(r"^\(.{3,60}\)$", text) is not None
            near = len(waiting) == len(row) and area.rect.y0 - row[0].baseline < 1.6 * row[0].size
            beside = near if not caption else len(caption) + len(row) == len(waiting)
            over_cells = all(len(piece.text) < _RUNNING for piece in waiting)
            if (unit and over_cells) or (beside and _is_titling(row, body_size)):
                caption = list(waiting)
        taken.update(id(p) for p in caption)
        done.append(area._replace(captions=caption))
    return done, [p for p in rest if id(p) not in taken]


def _over(near: Sequence[Piece], rect: Rect) -> list[Piece]:
    """What stands over a table, and what begins where a long line over it does: "Table 1" over its title, the
    table itself in the middle."""
    over = [piece for piece in near if _is_over(piece, rect)]
    begin = [piece.x0 for piece in over if piece.x0 <= rect.x0 - _HANGING]
    if not begin:
        return over
    return [p for p in near if _is_over(p, rect) or any(abs(p.x0 - x) < _FLUSH for x in begin)]


def _beside_head(near: Sequence[Piece], area: Area) -> list[Piece]:
    """The heads right of all that their columns hold, in a row over a table with as many cells as its rows:
    cells may begin at the left of their columns, and heads stand in the middle."""
    outside = [piece for piece in near if piece.x0 >= area.rect.x1 + 4]
    usual = _usual_cells(area) if outside else 0
    if usual < _CELLS:
        return []
    level = {id(piece) for row in grouped(near) if len(segments(row)) == usual for piece in row}
    return [piece for piece in outside if id(piece) in level]


def _usual_cells(area: Area) -> int:
    """How many cells most rows of a table have."""
    return Counter([len(segments(row)) for row in grouped(area.pieces)]).most_common(1)[0][0]


def _is_over(piece: Piece, rect: Rect) -> bool:
    """True for what stands over a table, or hangs out on its left; text in a column beside it is not."""
    return rect.x0 - _HANGING < piece.x0 < rect.x1 + 4 or piece.x0 < rect.x0 < piece.x1


def _is_annex_label(text: str) -> bool:
    """Whether a row is nothing but an annex's label: "ANNEX", "Appendix II"."""
    marker = next(iter(read_markers(text.strip())), None)
    if marker is None or marker.label not in TOP_LABELS:
        return False
    return not any(map(str.isalnum, text[marker.behind(text) :]))


def _has_cells(area: Area) -> bool:
    """Whether most rows have as many cells, three or more, the first of them words: a table, though its
    office calls everything that it prints between paragraphs a figure."""
    cut = [segments(row) for row in grouped(area.pieces)]
    usual = Counter(map(len, cut)).most_common(1)[0][0] if cut else 0
    alike = [cells for cells in cut if len(cells) == usual and any(map(str.isalpha, text_of(cells[0])))]
    return usual >= _CELLS and len(alike) >= max(_CELLS, 0.75 * len(cut))


def _is_titling(row: Sequence[Piece], body_size: float) -> bool:
    """True for a bold row no larger than the text, as tables without a number have above them."""
    first = min(row, key=_x0).text
    if (
        is_marker(first)
        or is_marker(first.split()[0])
        or is_labelled(first)
        or wording.CHINESE_NUMERAL.match(first)
    ):
        return False
    return (
        all(p.spans[0].bold for p in row)
        and max(p.size for p in row) < body_size + 0.6
        and (len(segments(row)) == 1)
    )
