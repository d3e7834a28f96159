"""Areas of a page that are read as one thing: tables, figures and boxes with text.

A table shows in its rules or grid, or in cells that begin at the same places row after row; a figure in a
caption beside a picture or a drawing; a box is a frame or a tint around running text.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.rows import Zone
from model.extraction.zones.asides import margin_notes, set_apart
from model.extraction.zones.baselines import grouped
from model.extraction.zones.captions import with_captions, with_headers
from model.extraction.zones.cells import (
    Area,
    overlaps,
    parted,
    same_extent,
    segments,
    text_of,
    within,
)
from model.extraction.zones.figures import captioned_figures, ruled_figures
from model.extraction.zones.frames import candidates
from model.extraction.zones.headed_tables import headed_tables
from model.extraction.zones.open_ends import with_open_end
from model.extraction.zones.pieces import Piece
from model.extraction.zones.prose_tables import dividers
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.unruled_tables import unruled_tables
from model.reading.text import Rect

# A paragraph's number by itself; it stands so far before its text at most, and so level with it (points).
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?")
_HANGS, _LEVEL = 60.0, 3.0
# A heading's number by itself.
_COUNTED = re.compile(r"[A-Z\d]{1,4}(?:\.\d{1,2}){0,3}[.)]?")
_baseline, _x0 = attrgetter("baseline"), attrgetter("x0")
# A chart has more rows of labels than these, and no fewer bars.
_FEW, _BARS = 5, 3


def found(sheet: Sheet, body_size: float) -> tuple[list[Area], list[Piece]]:
    """The areas of a page, and its level pieces that are in none, from top to bottom."""
    rest = sheet.ordered
    if not rest:
        return [], rest
    drawn, rest = ruled_figures(sheet, rest)
    areas, rest = headed_tables(sheet, rest, body_size)
    for rect, framed in candidates(sheet, rest, body_size):
        inside, outside = parted(rest, rect)
        if not inside or (not framed and _has_bars(sheet, rect)):
            continue  # a chart, whose labels stand outside its rules, too
        rows = grouped(inside)
        opened = False
        if not framed:
            closed = rect
            rect = with_open_end(sheet, rect, rows, outside)
            opened = rect != closed
            if opened:
                inside, outside = parted(rest, rect)
        kind = Zone.TABLE if opened else _kind(sheet, rect, rows, framed)
        if kind is None:
            continue
        if kind is Zone.BODY:
            inside, outside = _with_numbers(rect, inside, outside)
        areas.append(Area(kind, rect, inside, []))
        rest = outside
    if areas:
        areas, rest = with_headers(_merged(areas), rest)
        areas, rest = with_captions(areas, rest, body_size)
    apart, rest = set_apart(rest, body_size)
    notes, rest = margin_notes(rest, body_size)
    if sheet.heads_contents:  # what stands over a column of page numbers is read where it is
        notes = [note._replace(read=None) for note in notes]
    areas += apart + notes
    rows = sheet.rows_of(rest)
    more, rest = captioned_figures(sheet, rest, rows, body_size)
    areas += more
    more, rest = unruled_tables(sheet, rest, grouped(rest) if more else rows, body_size)
    return drawn + areas + more, rest


def _with_numbers(rect: Rect, inside: list[Piece], outside: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a box together with the numbers of its paragraphs, which may be in the margin to its
    left, each level with its row; and the other pieces."""
    beside = [
        piece for piece in outside
        if rect.y0 < piece.baseline < rect.y1 and rect.x0 - _HANGS < piece.x0 and piece.x1 < rect.x0 + 2
    ]  # fmt: skip
    counts = [
        piece for piece in beside
        if _NUMBER.fullmatch(piece.text.strip())
        and any(abs(piece.baseline - row.baseline) < _LEVEL for row in inside)
    ]  # fmt: skip
    if not counts or len(counts) < len(beside):
        return inside, outside
    gone = set(map(id, counts))
    rest = [piece for piece in outside if id(piece) not in gone]
    return sorted([*inside, *counts], key=_baseline), rest


def _kind(sheet: Sheet, rect: Rect, rows: Sequence[Sequence[Piece]], framed: bool) -> Zone | None:
    letters = sum([len(p.text) for row in rows for p in row])
    cut = [segments(row) for row in rows]
    split = sum([len(parts) > 1 for parts in cut])
    left, top, right, bottom = rect.x0 + 12, rect.y0 - 3, rect.x1 - 12, rect.y1 + 3
    drawn = [y1 - y0 for x0, y0, _, y1 in sheet.upright if left < x0 < right and top < y0 and y1 < bottom]
    divided = bool(drawn) and sum(drawn) > 0.5 * rect.height
    if framed and drawn and len(dividers(sheet, rect, 0.9)) > 1:
        return Zone.TABLE  # columns from top to bottom, though only one of them may hold text here
    if not framed and not divided and _are_headings(cut):
        return None
    if len(rows) >= 2 and (split >= 0.4 * len(rows) or (divided and split)):
        return Zone.BODY if framed and not divided and _columns_of_text(cut) else Zone.TABLE
    if not framed:
        # one row between two rules is not one
        return Zone.TABLE if split >= 0.3 * len(rows) and len(rows) > 2 else None
    if len(rows) > _FEW and _mostly_numbers(rows):
        return Zone.FIGURE  # a chart: its legend may be as long as a row of text
    if letters < 60 or not _has_running_row(rows, rect):
        if letters >= 60 and _mostly_short(rows):
            return Zone.FIGURE
        if any(overlaps(picture, rect) for picture in sheet.pictures):
            return Zone.FIGURE
        return Zone.TABLE if split else None
    return Zone.BODY


def _has_bars(sheet: Sheet, rect: Rect) -> bool:
    """True if bars of unlike heights stand on one line, side by side, and hold no words: a chart's, as the
    tinted cells of a table touch or have words."""
    boxes = [b for b in sheet.boxes if rect.x0 - 3 < b.x0 and b.x1 < rect.x1 + 3 and rect.y0 - 3 < b.y0]
    feet: defaultdict[int, list[Rect]] = defaultdict(list)
    for bar in sorted(boxes, key=_x0):
        feet[round(bar.y1)].append(bar)
    return any(
        len(bars) >= _BARS
        and len({round(bar.y0) for bar in bars}) > 1
        and all(two.x0 - one.x1 > 1 for one, two in itertools.pairwise(bars))
        and not any(any(map(str.isalpha, piece.text)) for bar in bars for piece in within(sheet.ordered, bar))
        for bars in feet.values()
    )


def _are_headings(cut: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """True for bold rows of a number and a title each: headings on coloured bars, one below the other."""
    return all(
        len(parts) <= 2
        and _COUNTED.fullmatch(parts[0][0].text.strip()) is not None
        and all(span.bold for part in parts for piece in part for span in piece.spans)
        for parts in cut
    )


def _has_running_row(rows: Sequence[Sequence[Piece]], rect: Rect) -> bool:
    """True if some row fills most of the rectangle, as running text does."""
    return any(
        max(p.x1 for p in row) - min(p.x0 for p in row) > 0.6 * rect.width
        and max(len(p.text) for p in row) > 25
        for row in rows
    )


def _mostly_short(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for the labels of a chart: rows of a few letters each."""
    short = sum(max(len(p.text) for p in row) < 20 for row in rows)
    return short > 0.6 * len(rows)


def _mostly_numbers(rows: Sequence[Sequence[Piece]]) -> bool:
    """True if most rows have no letter."""
    return sum(not any(map(str.isalpha, text_of(row))) for row in rows) > 0.6 * len(rows)


def _columns_of_text(cut: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """True if the rows are two columns of running text: long segments on both sides."""
    long = sum(len(parts) == 2 and all(len(text_of(part)) > 25 for part in parts) for parts in cut)
    return long > 0.5 * len(cut)


def _merged(areas: list[Area]) -> list[Area]:
    """Joins the parts of tables that were drawn in several parts, one directly below the other."""
    result: list[Area] = []
    for area in sorted(areas, key=lambda a: a.rect.y0):
        last = result[-1] if result else None
        if (
            last is not None
            and last.zone is area.zone is Zone.TABLE
            and area.rect.y0 - last.rect.y1 < 8
            and same_extent(last.rect, area.rect)
        ):
            rect = Rect(
                min(last.rect.x0, area.rect.x0), last.rect.y0, max(last.rect.x1, area.rect.x1),
                max(last.rect.y1, area.rect.y1),
            )  # fmt: skip
            result[-1] = Area(Zone.TABLE, rect, last.pieces + area.pieces, [])
        else:
            result.append(area)
    return result
