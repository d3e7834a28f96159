"""A sheet's pieces to rows: areas and columns in reading order, furniture around them."""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from model.extraction.rows import Row, Zone
from model.extraction.wording import NOTES
from model.extraction.zones import (
    areas,
    cells,
    columns,
    crossed_cells,
    footnotes,
    margin_headings,
    prose_tables,
    turned_tables,
    value_tables,
)
from model.extraction.zones.baselines import grouped, row_of
from model.extraction.zones.contents import has_leaders
from model.extraction.zones.pieces import Piece, extent
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.table_notes import Below
from model.extraction.zones.unruled_tables import unruled_tables
from model.right_to_left import is_rtl

# A rule this close below a baseline, or above it, underlines the row if it takes this share of its width.
_UNDERLINE, _ABOVE, _MOST = 4.0, 1.0, 0.7
# A heading's number, which need not be underlined as its words are; they begin no more than this many sizes
# after its beginning.
_NUMBER, _BEHIND = re.compile(r"\s*\(?\w{1,4}[.)]\s*\S"), 3.5
_baseline = attrgetter("baseline")


class _Rule(NamedTuple):
    """A level rule: its height on the page and its ends."""

    y: float
    x0: float
    x1: float


def body_rows(sheet: Sheet, body_size: float, groups: itertools.count[int]) -> Iterator[Row]:
    """The rows of a page's body in reading order: columns, tables, figures, boxes."""
    found, rest = areas.found(sheet, body_size)
    blocks: list[columns.Block] = list(rest)
    if found:
        blocks += [_place(area, at) for at, area in enumerate(found)]
        blocks.sort(key=_baseline)
    rules = flat_rules(sheet)
    for flow in columns.flows(blocks):
        if flow.column:
            flow, found = _with_tables(sheet, flow, found, body_size)
        yield from _flow_rows(sheet, rules, flow, found, body_size, groups)
    loose = [p for p in sheet.turned if not any(cells.holds(area.rect, p) for area in found)]
    letters = sum([len(p.text) for p in loose])
    main = letters > 300 and letters > sum([len(p.text) for p in sheet.ordered])
    if main and (table := list(turned_tables.table_rows(sheet.number, loose, next(groups)))):
        yield from table
        return
    for piece in loose:
        row = row_of(sheet.number, [piece], piece.x0, piece.x1)
        yield row if main else row._replace(zone=Zone.HEADER)


def _with_tables(
    sheet: Sheet, flow: columns.Flow, found: list[cells.Area], body_size: float
) -> tuple[columns.Flow, list[cells.Area]]:
    """A column of text with the tables without rules that stand within it, and all areas of the page: beside
    another column their cells are seen only where they are read by themselves."""
    pieces = columns.pieces_of(flow.blocks)
    more, rest = unruled_tables(sheet, pieces, sheet.rows_of(pieces), body_size)
    if not more:
        return flow, found
    places = [block for block in flow.blocks if isinstance(block, columns.AreaPlace)]
    places += [_place(area, at) for at, area in enumerate(more, len(found))]
    return flow._replace(blocks=sorted([*rest, *places], key=_baseline)), [*found, *more]


def _place(area: cells.Area, number: int) -> columns.AreaPlace:
    box = extent(area.pieces + area.captions)
    return columns.AreaPlace(*box, box[1] + 1 if area.read is None else area.read, number)


def _flow_rows(
    sheet: Sheet,
    rules: list[_Rule],
    flow: columns.Flow,
    found: Sequence[cells.Area],
    body_size: float,
    groups: itertools.count[int],
) -> Iterator[Row]:
    left, right = min([b.x0 for b in flow.blocks]), max([b.x1 for b in flow.blocks])
    marks = [block for block in flow.blocks if isinstance(block, columns.AreaPlace)]
    rows = margin_headings.headings_first(sheet.rows_of(columns.pieces_of(flow.blocks)))
    below: Below | None = None  # the table or figure just above
    for row in rows:
        while marks and marks[0].baseline < row[0].baseline:
            area = found[marks.pop(0).area]
            below = None
            inside = list(_area_rows(sheet, rules, area, flow.column, body_size, groups))
            yield from inside
            if inside and area.zone is not Zone.BODY:
                # where cells are read whole, the lowest row is not the last one
                until = marks[0].baseline if marks else math.inf
                below = Below(area, max(inside, key=_baseline), body_size, groups, until)
        made = row_of(sheet.number, row, left, right, column=flow.column)
        if below is None and _is_signed(made, body_size):
            below = Below(None, made, body_size, groups)
        if below is not None and (taken := below.take(made)) is not None:
            yield taken
            continue
        below = None
        yield made._replace(underlined=True) if rules and _is_underlined(made, rules) else made
    for mark in marks:
        yield from _area_rows(sheet, rules, found[mark.area], flow.column, body_size, groups)


def _is_signed(row: Row, body_size: float) -> bool:
    """True for a small row that begins with an asterisk or another sign: a note by itself."""
    sign = footnotes.opening_mark(row.spans, row.size) if row.size < body_size - 0.9 else ""
    return bool(sign) and not sign.isalnum()


def _area_rows(
    sheet: Sheet, rules: list[_Rule], area: cells.Area, column: int, body_size: float,
    groups: itertools.count[int],
) -> Iterator[Row]:  # fmt: skip
    group = next(groups)
    if area.zone is Zone.BODY:
        for row in body_rows(sheet.box(area.pieces), body_size, groups):
            yield row._replace(box=group, underlined=_is_underlined(row, rules))
        return
    left, _, right, _ = area.rect
    made = partial(row_of, sheet.number, left=left, right=right, zone=area.zone, group=group, column=column)
    across = [piece for piece in sheet.turned if cells.holds(area.rect, piece)]
    table = _cells(sheet, area, across) if area.zone is Zone.TABLE else []
    yield from map(made, grouped(area.captions))
    for at, line in enumerate(table, 1):
        for place, cell in enumerate(line, 1):
            for found in grouped(cell):
                yield made(found, cell=(at, place))
    if not table:
        yield from map(made, grouped(area.pieces))
        for piece in across:
            yield made([piece])


def _cells(sheet: Sheet, area: cells.Area, across: Sequence[Piece]) -> list[list[list[Piece]]]:
    """The rows of a table, their cells in reading order; none for what is read line by line. `across`: what
    runs up or down in it."""
    rect, pieces = area.rect, crossed_cells.cut(sheet.upright, area.rect, area.pieces)
    pieces += turned_tables.levelled(across, pieces)
    table = prose_tables.prose_cells(sheet, rect, pieces)
    if not table and not (sheet.heads_contents or any(has_leaders(piece.text) for piece in pieces)):
        table = value_tables.value_cells(sheet, rect, pieces)
    return [row[::-1] for row in table] if is_rtl(cells.text_of(pieces)) else table


def flat_rules(sheet: Sheet) -> list[_Rule]:
    """The level rules of a page, from top to bottom; one that is drawn in pieces is one rule."""
    found: list[_Rule] = []
    for rect in sorted((*sheet.level, *sheet.strokes), key=lambda rect: (round(rect.y0), rect.x0)):
        before = found[-1] if found else None
        if before is not None and abs(before.y - rect.y0) < 0.5 and abs(before.x1 - rect.x0) < 1:
            found[-1] = before._replace(x1=rect.x1)
        else:
            found.append(_Rule(rect.y0, rect.x0, rect.x1))
    return sorted([rule for rule in found if rule.x1 - rule.x0 > 8])


def _is_underlined(row: Row, rules: list[_Rule]) -> bool:
    """True if rules (sorted by height) run right below most of the row, and not far beyond its end."""
    at = bisect.bisect_right(rules, (row.baseline - _ABOVE, math.inf))
    below = list[_Rule]()
    while at < len(rules) and rules[at].y < row.baseline + _UNDERLINE:
        if row.x0 < rules[at].x1 < row.x1 + 12:
            below.append(rules[at])
        at += 1
    if not below:
        return False
    left = min([rule.x0 for rule in below])
    begins = _BEHIND * row.size if _NUMBER.match(row.text) else 6
    long = sum([rule.x1 - max(rule.x0, row.x0) for rule in below])
    return left < row.x0 + begins and long > _MOST * (row.x1 - max(left, row.x0))


def note_rows(
    found: footnotes.Split, groups: itertools.count[int], count: footnotes.Count
) -> tuple[list[Row], footnotes.Count]:
    """The rows of a page's footnotes, a group to each note, and how far the notes have come with them.

    Rows before the first mark go on with the last note of the page before. "Note: ..." below the end of a
    note is another one, without a mark.
    """
    rows: list[Row] = []
    page, (group, expected) = found.sheet.number, count
    for typed in found.rules:
        rows.append(row_of(page, [typed], typed.x0, typed.x1)._replace(zone=Zone.FOOTER))
    for column, flow in _note_flows(found.notes):
        left, right = min(b.x0 for b in flow.blocks), max(b.x1 for b in flow.blocks)
        for row in grouped(columns.pieces_of(flow.blocks)):
            made = row_of(page, row, left, right)
            mark = footnotes.opening_mark(made.spans, made.size)
            number = footnotes.plain_number(made.spans)
            if mark.isdecimal():
                expected = int(mark) + 1
            elif not mark and number is not None and number == expected:
                mark, expected = str(number), number + 1
            if mark or group == 0 or (rows and _notes_itself(rows[-1], made)):
                group = next(groups)
            rows.append(made._replace(zone=Zone.FOOTNOTE, group=group, column=max(column, flow.column)))
    return rows, footnotes.Count(group, expected)


def _notes_itself(above: Row, row: Row) -> bool:
    """Whether a row begins with "Note:" below the end of a note."""
    named, colon, _ = row.text.partition(":")
    return bool(colon) and above.text.rstrip().endswith(".") and NOTES.fullmatch(named) is not None


def _note_flows(notes: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, columns.Flow]]:
    """The notes in reading order, with the number of their column (0 if they take the whole width)."""
    for column, pieces in enumerate(notes, 1 if len(notes) > 1 else 0):
        for flow in columns.flows(sorted(pieces, key=_baseline)):
            yield column, flow


def loose_rows(sheet: Sheet, pieces: Sequence[Piece], zone: Zone) -> Iterator[Row]:
    """Rows of furniture, covers and mastheads: what stands far apart on a baseline is a row of its own."""
    for row in grouped(pieces):
        for segment in cells.segments(row, 2.5):
            yield row_of(sheet.number, segment, segment[0].x0, segment[-1].x1, zone)
