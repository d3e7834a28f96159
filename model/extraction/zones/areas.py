"""Areas of a page that are read as one thing: tables, figures and boxes with text.

A table shows in its rules or grid, or in cells that begin at the same places row after row; a figure in a
caption beside a picture or a drawing; a box is a frame or a tint around running text.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.rows import Zone
from model.extraction.zones.baselines import grouped
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect

_TABLE_WORDS = r"table|tableau|cuadro|tabla|таблица|الجدول|جدول|表"
_FIGURE_WORDS = (
    r"figure|fig\.|graph|chart|map|diagram|graphique|gráfico|figura|mapa|carte|рисунок|диаграмма|карта"
    r"|الشكل|شكل|图|photo|photograph"
)
TABLE_CAPTION = re.compile(
    rf"^(?:annex\s+)?(?:{_TABLE_WORDS})\s*(?:[\dIVXLA-C][\w.\-]*\s*[.:—–|]?|[.:])", re.IGNORECASE
)
FIGURE_CAPTION = re.compile(rf"^(?:{_FIGURE_WORDS})\s*(?:\d[\w.\-]*|[IVXL]+\b|[A-Z]\b|[.:])", re.IGNORECASE)
SOURCE = re.compile(r"^(?:source|fuente|источник|المصدر|来源|资料来源)s?\s?[:：]", re.IGNORECASE)
# A marker that hangs before its text is no cell.
_MARKER = re.compile(
    r"^(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zа-яA-ZА-Я]{1,2}|[ivxlcIVXLC]{1,7}|[٠-٩]{1,3}|[\u0621-\u064a])[.)\]]{1,2}"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}|[•●○▪■–—\-*·o\uf0b7\uf0a7➢✓]|[一二三四五六七八九十]{1,3}、?)$"
)


class Area(NamedTuple):
    """A rectangle of the page with the zone of its text; BODY for a box with running text."""

    zone: Zone
    rect: Rect
    pieces: list[Piece]
    captions: list[Piece]


def is_marker(text: str) -> bool:
    """True for a number, letter or bullet that hangs before its paragraph."""
    return bool(_MARKER.match(text.strip()))


def segments(row: Sequence[Piece], space: float = 1.0) -> list[list[Piece]]:
    """The pieces of a row, those joined that stand closer than `space` times their size."""
    if len(row) == 1:
        return [list(row)]
    ordered = sorted(row, key=_x0)
    joined: list[list[Piece]] = [[ordered[0]]]
    edge = ordered[0].x1
    for piece in ordered[1:]:
        if piece.x0 - edge < space * piece.size:
            joined[-1].append(piece)
        else:
            joined.append([piece])
        edge = max(edge, piece.x1)
    if len(joined) > 1 and is_marker("".join(p.text for p in joined[0])):
        joined[:2] = [joined[0] + joined[1]]
    return joined


_x0 = attrgetter("x0")
_baseline = attrgetter("baseline")


def found(sheet: Sheet, body_size: float) -> tuple[list[Area], list[Piece]]:
    """The areas of a page, and the pieces that stand in none."""
    rest = [piece for piece in sheet.pieces if piece.level]
    if not rest:
        return [], rest
    areas: list[Area] = []
    for rect, framed in _candidates(sheet, rest, body_size):
        inside, outside = _parted(rest, rect)
        if not inside:
            continue
        opened = False
        if not framed:
            closed = rect
            rect = _with_open_end(sheet, rect, inside, outside)
            inside, outside = _parted(rest, rect)
            opened = rect != closed
        kind = Zone.TABLE if opened else _kind(sheet, rect, inside, framed, body_size)
        if kind is None:
            continue
        areas.append(Area(kind, rect, inside, []))
        rest = outside
    areas, rest = _with_headers(_merged(areas), rest)
    areas, rest = _with_captions(areas, rest, body_size)
    more, rest = _captioned_figures(sheet, rest, areas, body_size)
    areas += more
    more, rest = _unruled_tables(rest, body_size)
    return areas + more, rest


def holds(rect: Rect, piece: Piece) -> bool:
    """True where the middle of a turned piece lies in the rectangle, or just beside it (axes of charts)."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    return rect.x0 - 14 <= x <= rect.x1 + 14 and rect.y0 - 3 <= y <= rect.y1 + 3


def _parted(pieces: Iterable[Piece], rect: Rect) -> tuple[list[Piece], list[Piece]]:
    inside: list[Piece] = []
    outside: list[Piece] = []
    for piece in pieces:
        middle = (piece.x0 + piece.x1) / 2
        y = piece.baseline - 0.3 * piece.size
        within = rect.x0 - 3 <= middle <= rect.x1 + 3 and rect.y0 - 1 <= y <= rect.y1 + 1
        (inside if within else outside).append(piece)
    return inside, outside


def _candidates(sheet: Sheet, pieces: Sequence[Piece], body_size: float) -> Iterator[tuple[Rect, bool]]:
    """Rectangles that may be areas, with whether a frame or a tint bounds them."""
    area = sheet.width * sheet.height
    boxes = [
        box
        for box in sheet.boxes
        if box.width >= 8
        and box.height >= 6
        and box.width * box.height < 0.75 * area
        and box.y1 > 0
        and box.x1 > 0
        and box.x0 < sheet.width
        and box.y0 < sheet.height
    ]
    level = [rule for rule in sheet.rules if rule.height <= 3 and rule.width > rule.height]
    upright = [rule for rule in sheet.rules if rule.width <= 3 and rule.height > 8]
    if boxes:
        for cluster in clusters(boxes, 4.0):
            if cluster.width > 90 and cluster.height > 24:
                # a tint of one line's height marks words, or is a table's row: no frame around text
                yield cluster, any(b.height >= 20 and _overlaps(b, cluster) for b in boxes)
    lines = _long_rules(level)
    for top, bottom in _chains(lines, pieces, upright, body_size):
        sides = [r for r in upright if r.y0 <= top.y0 + 6 and r.y1 >= bottom.y0 - 6]
        framed = (
            any(abs(r.x0 - top.x0) < 6 for r in sides) and any(abs(r.x1 - top.x1) < 6 for r in sides)
        ) or _stacked_sides(upright, top, bottom)
        yield Rect(min(top.x0, bottom.x0), top.y0, max(top.x1, bottom.x1), bottom.y1), framed


def _stacked_sides(upright: Sequence[Rect], top: Rect, bottom: Rect) -> bool:
    """True where short upright rules one above the other make both sides of a frame."""
    height = bottom.y0 - top.y0
    if height <= 0:
        return False
    sides = [0.0, 0.0]
    for rule in upright:
        if rule.y0 >= top.y0 - 4 and rule.y1 <= bottom.y1 + 4:
            for side, edge in enumerate((top.x0, top.x1)):
                if abs((rule.x0 + rule.x1) / 2 - edge) < 6:
                    sides[side] += rule.height
    return min(sides) > 0.8 * height


def clusters(boxes: Sequence[Rect], reach: float) -> list[Rect]:
    """Rectangles that touch each other, as the rectangles around them."""
    merged: list[Rect] = []
    for box in sorted(boxes, key=lambda b: (b.y0, b.x0)):
        current = box
        kept: list[Rect] = []
        for other in merged[-400:]:
            if (
                other.x0 - reach <= current.x1
                and current.x0 <= other.x1 + reach
                and other.y0 - reach <= current.y1
                and current.y0 <= other.y1 + reach
            ):
                current = Rect(
                    min(other.x0, current.x0), min(other.y0, current.y0),
                    max(other.x1, current.x1), max(other.y1, current.y1),
                )  # fmt: skip
            else:
                kept.append(other)
        merged = [*kept, current]
    return merged


def _long_rules(rules: Sequence[Rect]) -> list[Rect]:
    """Level rules, those joined that continue each other (borders are drawn cell by cell), long ones only."""
    joined: list[Rect] = []
    for rule in sorted(rules, key=lambda r: (round(r.y0 / 2), r.x0)):
        last = joined[-1] if joined else None
        if last is not None and abs(last.y0 - rule.y0) < 2.5 and rule.x0 <= last.x1 + 16:
            joined[-1] = Rect(
                min(last.x0, rule.x0), min(last.y0, rule.y0), max(last.x1, rule.x1), max(last.y1, rule.y1)
            )
        else:
            joined.append(rule)
    long = [rule for rule in joined if rule.width > 110]
    long.sort(key=lambda r: r.y0)
    return long


def _chains(
    rules: Sequence[Rect], pieces: Sequence[Piece], upright: Sequence[Rect], body_size: float
) -> Iterator[tuple[Rect, Rect]]:
    """First and last rule of each run of rules of about the same extent with rows of cells between."""
    index = 0
    ordered = sorted(pieces, key=_baseline)
    while index < len(rules):
        top = bottom = rules[index]
        cells = False
        reach = index
        for later in range(index + 1, len(rules)):
            rule = rules[later]
            if not _same_extent(top, rule):
                continue
            first = bisect.bisect_right(ordered, bottom.y0, key=_baseline)
            after = bisect.bisect_right(ordered, rule.y1 + 1, key=_baseline)
            between = [p for p in ordered[first:after] if top.x0 - 4 <= (p.x0 + p.x1) / 2 <= top.x1 + 4]
            if between and not _tabular(between, upright, bottom, rule, body_size):
                break
            cells = cells or bool(between)
            bottom, reach = rule, later
        if cells:
            yield top, bottom
            index = reach + 1
        else:
            index += 1


def _with_open_end(sheet: Sheet, rect: Rect, inside: Sequence[Piece], outside: Sequence[Piece]) -> Rect:
    """The rectangle of a table of which only the header is ruled, down to its last row.

    The rows below belong to it as long as their cells begin or end where the header's do.
    """
    header = grouped(inside)
    if len(header) > 4:
        return rect
    cells = [segment for row in header for segment in segments(row)]
    if max(len(segments(row)) for row in header) < 2:
        return rect
    starts = sorted({round(cell[0].x0) for cell in cells})
    ends = [cell[-1].x1 for cell in cells]
    below = grouped(
        p for p in outside if p.baseline > rect.y1 and rect.x0 - 3 <= (p.x0 + p.x1) / 2 <= rect.x1 + 3
    )
    edge = rect.y1
    second = starts[1] if len(starts) > 1 else rect.x1
    seen_split = False
    bounds = [
        (r.x0 - 4, r.x1 + 4) for r in sheet.rules
        if abs(r.y0 - rect.y1) < 4 and r.height <= 3 and r.width > 12
    ]  # fmt: skip
    for row in below:
        parts = segments(row)
        if row[0].baseline - edge > 36:
            break
        if len(bounds) > 1:
            if not all(any(a <= p.x0 and p.x1 <= b + 6 for a, b in bounds) for p in row):
                break
            seen_split = seen_split or len(parts) > 1
            edge = row[0].baseline
            continue
        fits = all(
            any(abs(part[0].x0 - x) < 6 for x in starts) or any(abs(part[-1].x1 - x) < 5 for x in ends)
            or (part[0].x0 > second and part[-1].x1 < rect.x1 + 4)
            for part in parts
        )  # fmt: skip
        if not fits or (len(parts) == 1 and parts[0][0].x0 < second - 6 and parts[0][-1].x1 > second + 6):
            break
        seen_split = seen_split or len(parts) > 1
        edge = row[0].baseline
    return rect._replace(y1=edge + 3) if seen_split else rect


def _same_extent(one: Rect, other: Rect) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.7 * max(one.width, other.width)


def _tabular(
    between: Sequence[Piece], upright: Sequence[Rect], top: Rect, bottom: Rect, body_size: float
) -> bool:
    """True where the text between two rules is cells, or stands between upright rules."""
    if max(p.size for p in between if p.text.strip()) > body_size + 1.6:
        return False
    rows = grouped(between)
    split = sum(len(segments(row)) > 1 for row in rows)
    if split >= max(1, 0.3 * len(rows)):
        return True
    if any(r.y1 > top.y0 + 3 and r.y0 < bottom.y0 - 3 and top.x0 - 6 < r.x0 < top.x1 + 6 for r in upright):
        return True
    return len(rows) <= 3 and max(p.size for p in between) < 9.2


def _kind(sheet: Sheet, rect: Rect, inside: Sequence[Piece], framed: bool, body_size: float) -> Zone | None:
    rows = grouped(inside)
    letters = sum(len(p.text) for p in inside)
    split = sum(len(segments(row)) > 1 for row in rows)
    dividers = [
        r
        for r in sheet.rules
        if r.width <= 3 and r.height > 8 and rect.x0 + 12 < r.x0 < rect.x1 - 12
        and rect.y0 - 3 < r.y0 and r.y1 < rect.y1 + 3
    ]  # fmt: skip
    divided = bool(dividers) and sum(r.height for r in dividers) > 0.5 * rect.height
    if len(rows) >= 2 and (split >= 0.4 * len(rows) or (divided and split)):
        wide = sum(len("".join(p.text for p in seg)) for row in rows for seg in segments(row) if len(seg))
        average = wide / max(1, sum(len(segments(row)) for row in rows))
        if framed and not divided and average > 30 and _columns_of_text(rows):
            return Zone.BODY
        return Zone.TABLE
    if not framed:
        return Zone.TABLE if split >= 0.3 * len(rows) and len(rows) > 2 else None
    if letters < 60 or len(rows) < 2 or not _has_running_row(rows, rect):
        if letters >= 60 and len(rows) > 2 and _mostly_short(rows):
            return Zone.FIGURE
        if any(_overlaps(picture, rect) for picture in sheet.pictures):
            return Zone.FIGURE
        return Zone.TABLE if split else None
    return Zone.BODY


def _has_running_row(rows: Sequence[Sequence[Piece]], rect: Rect) -> bool:
    """True where some row fills most of the rectangle, as running text does."""
    return any(
        max(p.x1 for p in row) - min(p.x0 for p in row) > 0.6 * rect.width
        and max(len(p.text) for p in row) > 25
        for row in rows
    )


def _mostly_short(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for labels of a chart: rows of a few letters each."""
    short = sum(max(len(p.text) for p in row) < 20 for row in rows)
    return short > 0.6 * len(rows)


def _overlaps(one: Rect, other: Rect) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _columns_of_text(rows: Sequence[Sequence[Piece]]) -> bool:
    """True where the rows are two columns of running text: long segments on both sides."""
    long = [
        row for row in rows
        if len(segs := segments(row)) == 2 and all(len("".join(p.text for p in s)) > 25 for s in segs)
    ]  # fmt: skip
    return len(long) > 0.5 * len(rows)


def _merged(areas: list[Area]) -> list[Area]:
    """Tables drawn in parts, one right below the other, as one."""
    result: list[Area] = []
    for area in sorted(areas, key=lambda a: a.rect.y0):
        last = result[-1] if result else None
        if (
            last is not None
            and last.zone is area.zone is Zone.TABLE
            and area.rect.y0 - last.rect.y1 < 8
            and _same_extent(last.rect, area.rect)
        ):
            rect = Rect(
                min(last.rect.x0, area.rect.x0), last.rect.y0, max(last.rect.x1, area.rect.x1),
                max(last.rect.y1, area.rect.y1),
            )  # fmt: skip
            result[-1] = Area(Zone.TABLE, rect, last.pieces + area.pieces, [])
        else:
            result.append(area)
    return result


def _with_headers(areas: list[Area], rest: list[Piece]) -> tuple[list[Area], list[Piece]]:
    """Tables with a header row that stands above their first rule."""
    for index, area in enumerate(areas):
        if area.zone is not Zone.TABLE:
            continue
        starts = {round(seg[0].x0) for row in grouped(area.pieces) for seg in segments(row)}
        near, _ = _parted(rest, area.rect._replace(y0=area.rect.y0 - 22))
        above = [row for row in grouped(near) if row[0].baseline < area.rect.y0 + 2]
        if not above or area.rect.y0 - above[-1][0].baseline > 12:
            continue
        cells = segments(above[-1])
        if len(cells) > 1 and all(any(abs(c[0].x0 - x) < 5 for x in starts) for c in cells):
            header = {id(p) for p in above[-1]}
            rect = area.rect._replace(y0=min(p.y0 for p in above[-1]))
            areas[index] = area._replace(rect=rect, pieces=above[-1] + area.pieces)
            rest = [p for p in rest if id(p) not in header]
    return areas, rest


def _with_captions(areas: list[Area], rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """Tables with their captions, which stand right above (number, title, unit), and last rows below."""
    taken: set[int] = set()
    done: list[Area] = []
    for area in areas:
        if area.zone is Zone.BODY:
            done.append(area)
            continue
        rows = grouped(
            p for p in rest
            if id(p) not in taken and p.x1 > area.rect.x0 - 80 and p.x0 < area.rect.x1 + 4
            and area.rect.y0 - 90 < p.baseline <= area.rect.y0 + 2
        )  # fmt: skip
        caption: list[Piece] = []
        edge = area.rect.y0
        waiting: list[Piece] = []
        for row in reversed(rows):
            if edge - row[0].baseline > 30:
                break
            edge = row[0].baseline
            waiting.extend(row)
            text = "".join(p.text for p in sorted(row, key=_x0)).strip()
            if TABLE_CAPTION.match(text):
                caption = waiting
                break
            if FIGURE_CAPTION.match(text) and len(text) < 200:
                area = area._replace(zone=Zone.FIGURE)
                caption = waiting
                break
            if len(waiting) > 12:
                break
            unit = re.match(r"^\(.{3,60}\)$", text) is not None
            near = len(waiting) == len(row) and area.rect.y0 - row[0].baseline < 1.6 * row[0].size
            if unit or (
                _is_titling(row, body_size)
                and (near if not caption else len(caption) + len(row) == len(waiting))
            ):
                caption = list(waiting)
        taken.update(id(p) for p in caption)
        done.append(area._replace(captions=caption))
    return done, [p for p in rest if id(p) not in taken]


def _is_titling(row: Sequence[Piece], body_size: float) -> bool:
    """True for a bold row no larger than the text, as tables without a number have above them."""
    ordered = sorted(row, key=_x0)
    if is_marker(ordered[0].text) or is_marker(ordered[0].text.split()[0]):
        return False
    return (
        all(p.spans[0].bold for p in row)
        and max(p.size for p in row) < body_size + 0.6
        and (len(segments(row)) == 1)
    )


def _captioned_figures(
    sheet: Sheet, rest: list[Piece], areas: Sequence[Area], body_size: float
) -> tuple[list[Area], list[Piece]]:
    """Figures by their captions: the labels between the caption and the next running text."""
    rows = grouped(rest)
    heads = [
        (i, part) for i, row in enumerate(rows) for part in segments(row, 1.5)
        if FIGURE_CAPTION.match("".join(p.text for p in part).strip())
    ]  # fmt: skip
    if not heads:
        return [], rest
    marks = [*sheet.pictures, *sheet.boxes, *(r for r in sheet.rules if r.height > 3)]
    drawn = sorted(
        (m for m in marks if m.width * m.height < 0.8 * sheet.width * sheet.height), key=lambda m: m.y0
    )
    made: list[Area] = []
    taken: set[int] = set()
    for head, caption in heads:
        if any(id(p) in taken for p in caption) or _is_sentence(rows, head) or _is_listed(rows[head]):
            continue
        y = caption[0].baseline
        column = _column_of(caption, rest)
        cap_rows = _caption_rows(rows, head, column)
        last = max(p.baseline for p in cap_rows)
        below = _labels(rows, last, 1, column, body_size)
        above = _labels(rows, y, -1, column, body_size)
        extent_below = _next_edge(rows, last, 1, column, below, sheet)
        extent_above = _next_edge(rows, y, -1, column, above, sheet)
        ink_below = _ink(drawn, column, last, extent_below)
        ink_above = _ink(drawn, column, extent_above, y)
        if not (ink_below > 12 or ink_above > 12 or _are_labels(below, body_size)):
            continue
        labels = below if ink_below >= ink_above else above
        taken.update(id(p) for p in cap_rows)
        taken.update(id(p) for p in labels)
        top, bottom = (y - 10, extent_below) if ink_below >= ink_above else (extent_above, last)
        made.append(Area(Zone.FIGURE, Rect(column[0], top, column[1], bottom), labels, cap_rows))
    return made, [p for p in rest if id(p) not in taken]


def _is_listed(row: Sequence[Piece]) -> bool:
    """True for an entry of a list of figures: it ends in leaders and a page number."""
    last = max(row, key=_x0).text.strip()
    return last.isdigit() or "...." in "".join(p.text for p in row)


def _are_labels(pieces: Sequence[Piece], body_size: float) -> bool:
    """True for the small texts of a chart that is drawn in curves only."""
    small = [p for p in pieces if p.size < body_size - 1]
    return len(small) >= 6 and len(small) > 0.8 * len(pieces)


def _is_sentence(rows: Sequence[Sequence[Piece]], head: int) -> bool:
    """True where a row that begins "Figure 2 shows ..." belongs to a paragraph."""
    if head == 0:
        return False
    row, before = rows[head], rows[head - 1]
    same = abs(min(p.x0 for p in row) - min(p.x0 for p in before)) < 3
    close = row[0].baseline - before[0].baseline < 1.45 * row[0].size
    style = before[0].spans[-1].bold == row[0].spans[0].bold and abs(before[0].size - row[0].size) < 0.3
    return same and close and style and len("".join(p.text for p in before)) > 50


def _column_of(caption: Sequence[Piece], rest: Sequence[Piece]) -> tuple[float, float]:
    """The extent of the column that a caption stands in."""
    x0, x1 = min(p.x0 for p in caption), max(p.x1 for p in caption)
    left, right = min(p.x0 for p in rest), max(p.x1 for p in rest)
    middle = (left + right) / 2
    crossing = sum(p.x0 < middle - 15 and p.x1 > middle + 15 for p in rest)
    if crossing > 0.25 * len(rest) or x0 < middle - 15 < middle + 15 < x1:
        return left, right
    return (left, middle) if x1 < middle + 15 else (middle, right)


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
        if part[0].spans[0].bold != first.spans[0].bold and part[0].spans[0].italic != first.spans[0].italic:
            break
        found_rows.extend(part)
        baseline = part[0].baseline
    return found_rows


def _is_running(row: Sequence[Piece], column: tuple[float, float], body_size: float) -> bool:
    width = max(p.x1 for p in row) - min(p.x0 for p in row)
    text = "".join(p.text for p in row)
    size = max(row, key=lambda p: len(p.text)).size
    return (
        len(segments(row, 1.6)) == 1
        and size > body_size - 0.8
        and width > 0.6 * (column[1] - column[0])
        and len(text) > 30
    )


def _labels(
    rows: Sequence[Sequence[Piece]], y: float, way: int, column: tuple[float, float], body_size: float
) -> list[Piece]:
    """The pieces between a caption and the next running text, downwards (1) or upwards (-1)."""
    collected: list[Piece] = []
    for row in rows if way > 0 else reversed(rows):
        part = [p for p in row if _inside(p, column)]
        if not part or (part[0].baseline - y) * way <= 1:
            continue
        text = "".join(p.text for p in part).strip()
        if _is_running(part, column, body_size) or SOURCE.match(text):
            break
        if FIGURE_CAPTION.match(text) or TABLE_CAPTION.match(text):
            break
        if (
            part[0].spans[0].bold
            and part[0].size >= body_size
            and len(part) == 1
            and len(text) > 3
            and (part[0].x0 < column[0] + 60)
        ):
            break
        collected.extend(part)
    return collected


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


def _unruled_tables(rest: list[Piece], body_size: float) -> tuple[list[Area], list[Piece]]:
    """Runs of rows whose cells begin at the same places, no rules drawn."""
    rows = grouped(rest)
    made: list[Area] = []
    taken: set[int] = set()
    index = 0
    while index < len(rows):
        run = _run_of_cells(rows, index)
        if run:
            pieces = [p for row in rows[index : index + run] for p in row]
            rect = Rect(
                min(p.x0 for p in pieces), min(p.y0 for p in pieces),
                max(p.x1 for p in pieces), max(p.y1 for p in pieces),
            )  # fmt: skip
            made.append(Area(Zone.TABLE, rect, pieces, []))
            taken.update(id(p) for p in pieces)
            index += run
        else:
            index += 1
    if not made:
        return [], rest
    return _with_captions(made, [p for p in rest if id(p) not in taken], body_size)


def _run_of_cells(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """How many rows from here on are a table's; 0 where none begins here."""
    first = segments(rows[start], 1.5)
    if len(first) == 2:
        return _run_of_pairs(rows, start)
    if len(first) < 3:
        return 0
    places = [seg[0].x0 for seg in first] + [seg[-1].x1 for seg in first]
    count = hits = full = 0
    for offset, row in enumerate(rows[start:]):
        segs = segments(row, 1.5)
        if offset and row[0].baseline - rows[start + offset - 1][0].baseline > 40:
            break
        fits = all(
            any(abs(s[0].x0 - x) < 4 or abs(s[-1].x1 - x) < 4 for x in places)
            or any(
                abs((s[0].x0 + s[-1].x1) / 2 - (x + y) / 2) < 4 for x, y in zip(places, places, strict=True)
            )
            for s in segs
        )
        if len(segs) >= 3 and fits:
            hits += 1
            full = offset + 1
        elif not fits or len("".join(p.text for p in row)) > 90:
            break
        count = offset + 1
    return full if hits >= 4 and count else 0


def _run_of_pairs(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """How many rows from here on are a list of terms with their values set in a column of their own."""
    first = segments(rows[start], 1.5)
    place = first[1][0].x0
    left = first[0][0].x0
    pairs = end = coded = 0
    terms: list[int] = []
    for offset, row in enumerate(rows[start:]):
        if offset and row[0].baseline - rows[start + offset - 1][0].baseline > 45:
            break
        parts = segments(row, 1.5)
        beside = [part for part in parts if part[0].x0 > left + 4 and abs(part[0].x0 - place) < 3]
        if len(parts) >= 2 and beside and abs(parts[0][0].x0 - left) < 3:
            pairs += 1
            term = "".join(p.text for p in parts[0])
            terms.append(len(term))
            coded += any(letter.isdigit() for letter in term)
            end = offset + 1
        elif len(parts) == 1 and beside:
            end = offset + 1
        else:
            break
    if pairs < 6 or max(terms) > 40 or sum(terms) > 26 * len(terms) or coded > 0.5 * pairs:
        return 0
    if first[1][0].x0 - first[0][-1].x1 < first[0][0].size:
        return 0
    return end
