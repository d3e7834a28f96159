"""Figures by their captions: the labels between a caption and the next running text."""

from __future__ import annotations

from collections.abc import Sequence, Set
from operator import attrgetter

from model.extraction.numbering.forms import Form
from model.extraction.numbering.markers import read_markers
from model.extraction.rows import Zone
from model.extraction.wording import FIGURE_CAPTION, SOURCE, TABLE_CAPTION
from model.extraction.zones.baselines import grouped, longest
from model.extraction.zones.cells import (
    Area,
    parted,
    segments,
    text_of,
    within,
)
from model.extraction.zones.contents import has_leaders
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

# This many small texts make a chart, where it is drawn in curves only.
_FEWEST_LABELS = 6
_RUNNING = 25
# A heading's number stands within this many letters.
_HEAD = 12
# No figure between two rules is lower than this many points.
_LOWEST = 60.0
_x0, _y0 = attrgetter("x0"), attrgetter("y0")


def captioned_figures(
    sheet: Sheet, rest: list[Piece], rows: Sequence[Sequence[Piece]], body_size: float
) -> tuple[list[Area], list[Piece]]:
    """Figures by their captions: the labels between the caption and the next running text.

    `rows` are those of the pieces in `rest`.
    """
    marks = [*sheet.pictures, *sheet.boxes, *sheet.upright]
    heads = [
        (i, part) for i, row in enumerate(rows) for part in ((row,) if len(row) == 1 else segments(row, 1.5))
        if FIGURE_CAPTION.match(text_of(part))
    ]  # fmt: skip
    if not heads:
        return [], rest
    drawn = sorted([m for m in marks if m.width * m.height < 0.8 * sheet.width * sheet.height], key=_y0)
    made: list[Area] = []
    taken: set[int] = set()
    for head, caption in heads:
        if _is_sentence(rows, head) or _is_listed(rows[head]):
            continue
        y = caption[0].baseline
        column = _column_of(caption, rest)
        cap_rows = _caption_rows(rows, head, column)
        last = max(p.baseline for p in cap_rows)
        begins = {round(p.x0) for p in rest if len(p.text) > _RUNNING and _inside(p, column)}
        below = _labels(rows, last, 1, column, begins, body_size)
        above = _labels(rows, y, -1, column, begins, body_size)
        extent_below = _next_edge(rows, last, 1, column, below, sheet)
        extent_above = _next_edge(rows, y, -1, column, above, sheet)
        ink_below = _ink(drawn, column, last, extent_below)
        ink_above = _ink(drawn, column, extent_above, y)
        over = ink_above > ink_below  # the figure stands over its caption
        if max(ink_below, ink_above) <= 12:
            over = not _are_labels(below, body_size)
            if over and not _are_labels(above, body_size):
                continue
        labels = above if over else below
        taken.update(id(p) for p in cap_rows)
        taken.update(id(p) for p in labels)
        top, bottom = (extent_above, last) if over else (y - 10, extent_below)
        made.append(Area(Zone.FIGURE, Rect(column[0], top, column[1], bottom), labels, cap_rows))
    return made, [p for p in rest if id(p) not in taken]


def ruled_figures(sheet: Sheet, rest: list[Piece]) -> tuple[list[Area], list[Piece]]:
    """Figures between two level rules as wide as the text, their caption right below the upper one."""
    wide = 0.5 * sheet.width
    level = sorted([rule for rule in sheet.level if rule.x1 - rule.x0 > wide], key=_y0)
    made: list[Area] = []
    for at, top in enumerate(level):
        # rules that the figure itself is drawn with stand between
        alike = (r for r in level[at + 1 :] if abs(r.x0 - top.x0) <= 3 and abs(r.x1 - top.x1) <= 3)
        bottom = next(alike, top)
        if bottom.y0 - top.y0 < _LOWEST:
            continue
        rect = Rect(top.x0 - 3, top.y0, top.x1 + 3, bottom.y0)
        head = within(rest, rect._replace(y1=top.y0 + _LOWEST))
        caption = next(iter(grouped(head)), [])
        if not caption or caption[0].baseline - top.y0 > 2.4 * caption[0].size:
            continue
        if FIGURE_CAPTION.match(text_of(sorted(caption, key=_x0))):
            inside, outside = parted(rest, rect)
            apart = set(map(id, caption))
            if labels := [p for p in inside if id(p) not in apart]:
                made.append(Area(Zone.FIGURE, rect, labels, caption))
                rest = outside
    return made, rest


def _is_listed(row: Sequence[Piece]) -> bool:
    """True for an entry of a list of figures: it ends in a page number, or dots lead to one."""
    return max(row, key=_x0).text.strip().isdigit() or has_leaders(text_of(row))


def _are_labels(pieces: Sequence[Piece], body_size: float) -> bool:
    """True for the small texts of a chart that is drawn in curves only."""
    small = sum(piece.size < body_size - 1 for piece in pieces)
    return small >= _FEWEST_LABELS and small > 0.8 * len(pieces)


def _is_sentence(rows: Sequence[Sequence[Piece]], head: int) -> bool:
    """True if a row "Figure 2 shows ..." goes on with a paragraph: solid below a long row, set as that."""
    if head == 0:
        return False
    row, before = rows[head], rows[head - 1]
    style = before[0].spans[-1].bold == row[0].spans[0].bold and abs(before[0].size - row[0].size) < 0.3
    return style and _is_solid(before, row) and len(text_of(before)) > 2 * _RUNNING


def _is_solid(row: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """True if a row stands at the leading of text below another, and begins where that does."""
    one, two = min(row, key=_x0), min(below, key=_x0)
    return two.baseline - one.baseline < 1.45 * one.size and abs(one.x0 - two.x0) < 3


def _column_of(caption: Sequence[Piece], rest: Sequence[Piece]) -> tuple[float, float]:
    """The extent of the column that a caption stands in."""
    x0, x1 = min(p.x0 for p in caption), max(p.x1 for p in caption)
    left, right = min(p.x0 for p in rest), max(p.x1 for p in rest)
    middle = (left + right) / 2
    running = [p for p in rest if len(p.text) > _RUNNING]  # labels say nothing of columns
    crossing = sum(p.x0 < middle - 15 and p.x1 > middle + 15 for p in running)
    if crossing > 0.25 * len(running):
        return left, right
    if x1 < middle + 15:
        return left, middle
    return (middle, right) if x0 > middle - 15 else (left, right)


def _inside(piece: Piece, column: tuple[float, float]) -> bool:
    return column[0] - 3 <= (piece.x0 + piece.x1) / 2 <= column[1] + 3


def _caption_rows(rows: Sequence[Sequence[Piece]], head: int, column: tuple[float, float]) -> list[Piece]:
    """The rows of a caption: those below at its leading and in its style."""
    found_rows = [p for p in rows[head] if _inside(p, column)]
    first = found_rows[0]
    baseline = first.baseline
    for row in rows[head + 1 : head + 5]:
        part = [p for p in row if _inside(p, column)]
        if not part:
            continue
        if part[0].baseline - baseline > 1.5 * first.size or abs(part[0].size - first.size) > 0.6:
            break
        found_rows.extend(part)
        baseline = part[0].baseline
    return found_rows


def _is_running(row: Sequence[Piece], column: tuple[float, float], body_size: float) -> bool:
    """Whether a row holds a row of text, a heading in the margin beside it or not."""
    widest = max(segments(row, 1.6), key=_width)
    return longest(widest).size > body_size - 0.8 and _width(widest) > 0.6 * (column[1] - column[0])


def _width(row: Sequence[Piece]) -> float:
    return max(p.x1 for p in row) - min(p.x0 for p in row)


def _is_item(row: Sequence[Piece], text: str, body_size: float) -> bool:
    """Whether a row is one of a list in the text's size that ends as clauses do: "• The lifeboat came;"."""
    if longest(row).size < body_size - 0.8 or not text.rstrip().endswith((";", ".")):
        return False
    return any(marker.form in (Form.BULLET, Form.DASH) for marker in read_markers(text[:_HEAD]))


def _labels(
    rows: Sequence[Sequence[Piece]], y: float, way: int, column: tuple[float, float], begins: Set[int],
    body_size: float,
) -> list[Piece]:  # fmt: skip
    """The pieces between a caption and the next running text, downwards (1) or upwards (-1). `begins`: where
    rows of text begin (whole points)."""
    collected: list[list[Piece]] = []
    for row in rows if way > 0 else reversed(rows):
        part = [p for p in row if _inside(p, column)]
        if not part or (part[0].baseline - y) * way <= 1:
            continue
        text = text_of(part)
        if _is_running(part, column, body_size) or SOURCE.match(text):
            if way < 0 and collected and _is_solid(part, collected[-1]):
                collected.pop()  # a paragraph's short last row
            break
        if FIGURE_CAPTION.match(text) or TABLE_CAPTION.match(text):
            break
        numbered = len(part) == 2 and any(
            marker.form is not Form.BARE for marker in read_markers(text[:_HEAD])
        )
        at_margin = part[0].x0 < column[0] + 60 or round(part[0].x0) in begins
        if (len(part) == 1 or numbered) and part[0].spans[0].bold and at_margin:
            break  # a heading: what a figure holds seldom begins there
        if _is_item(part, text, body_size):
            break
        collected.append(part)
    return [piece for part in collected for piece in part]


def _next_edge(
    rows: Sequence[Sequence[Piece]], y: float, way: int, column: tuple[float, float], labels: Sequence[Piece],
    sheet: Sheet,
) -> float:  # fmt: skip
    known = {id(p) for p in labels}
    for row in rows if way > 0 else reversed(rows):
        part = [p for p in row if _inside(p, column)]
        if part and (part[0].baseline - y) * way > 1 and not any(id(p) in known for p in part):
            return part[0].y0 if way > 0 else part[0].y1
    return sheet.height if way > 0 else 0.0


def _ink(drawn: Sequence[Rect], column: tuple[float, float], top: float, bottom: float) -> float:
    """How much of the height between two places pictures and drawings fill, in points."""
    total = 0.0
    for mark in drawn:
        if mark.x1 < column[0] or mark.x0 > column[1]:
            continue
        total += max(0.0, min(mark.y1, bottom) - max(mark.y0, top))
    return total
