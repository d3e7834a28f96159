"""Tables without rules: rows whose cells begin at the same places, terms beside their values, and what stands
in cells below a table's caption."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from operator import attrgetter

from model.extraction.numbering.markers import BULLETS
from model.extraction.rows import Zone
from model.extraction.wording import ABBREVIATIONS, TABLE_CAPTION
from model.extraction.zones import columns
from model.extraction.zones.captions import with_captions
from model.extraction.zones.cells import (
    Area,
    is_marker,
    segments,
    text_of,
)
from model.extraction.zones.margin_headings import are_headings
from model.extraction.zones.open_ends import with_open_end
from model.extraction.zones.pieces import Piece, extent
from model.extraction.zones.sheets import Sheet
from model.reading.text import Rect
from model.words import ends_in_colon

# This many rows tell whether page numbers count on, and around a table whether it is columns of text.
_SEEN = 8
# A caption has at most this many lines before the head of its table, no further apart than this many sizes.
_TITLE, _BELOW = 3, 3.2
# The lines of a cell stand this many sizes apart, and begin within this many points.
_SOLID, _LEVEL = 1.5, 3.0
# Rows are set in below the name of their group by at most this many points.
_SET_IN = 40.0
# Words that fill their column reach over this much of the way to the next one.
_FULL = 0.6
# An abbreviation has no more letters.
_ABBREVIATION = 14
# Text runs across a gap that reaches this far over it (points); this share of its lines ends in it.
_OVER, _MOST = 60.0, 0.9
_x0 = attrgetter("x0")


def unruled_tables(
    sheet: Sheet, rest: list[Piece], rows: Sequence[Sequence[Piece]], body_size: float
) -> tuple[list[Area], list[Piece]]:
    """Runs of rows whose cells begin at the same places, no rules drawn. `rows` are those of `rest`."""
    made: list[Area] = []
    taken: set[int] = set()
    index = 0
    while index < len(rows):
        below = run = 0
        if len(rows[index]) > 1:
            below = _run_below_caption(sheet, rest, rows, index) or _run_of_abbreviations(rows, index)
            run = below or _run_of_cells(rows, index)
        if below or (run and not _are_no_table(rows, index, index + run)):
            pieces = [p for row in rows[index : index + run] for p in row]
            made.append(Area(Zone.TABLE, Rect(*extent(pieces)), pieces, []))
            taken.update(id(p) for p in pieces)
        index += max(run, 1)
    if not made:
        return [], rest
    return with_captions(made, [p for p in rest if id(p) not in taken], body_size)


def _run_below_caption(
    sheet: Sheet, rest: Sequence[Piece], rows: Sequence[Sequence[Piece]], start: int
) -> int:
    """How many rows from here on, the head of a table below its caption, are the table's; it is as wide as
    text that runs across its columns, for without such the page is set in columns."""
    head = segments(rows[start])
    if len(head) < 2 or not _is_captioned(rows, start):
        return 0
    gap = head[1][0].x0 - 2
    ends = sorted([piece.x1 for piece in rest if piece.x0 < gap < piece.x1 - _OVER])
    if not ends:
        return 0
    x0, y0, x1, y1 = extent(rows[start])
    rect = Rect(x0, y0, max(x1, ends[int(_MOST * len(ends))]), y1)
    end = with_open_end(sheet, rect, [rows[start]], rest).y1
    count = sum([row[0].baseline < end for row in rows[start:]])
    return count if count > 1 else 0


def _is_captioned(rows: Sequence[Sequence[Piece]], start: int) -> bool:
    """True if the lines right above a row are a table's caption."""
    below = rows[start]
    for row in reversed(rows[max(0, start - _TITLE) : start]):
        if len(segments(row)) > 1 or below[0].baseline - row[0].baseline > _BELOW * below[0].size:
            return False
        if TABLE_CAPTION.match(text_of(row)):
            return True
        below = row
    return False


def _run_of_abbreviations(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """How many rows from here on, below their heading, are abbreviations with what each means beside it."""
    if not start or not ABBREVIATIONS.fullmatch(text_of(rows[start - 1])):
        return 0
    left, place = sorted([piece.x0 for piece in rows[start]])[:2]
    pairs = end = 0
    before = rows[start][0].baseline
    for offset, row in enumerate(itertools.islice(rows, start, None)):
        term, *meaning = sorted(row, key=_x0)
        if row[0].baseline - before > _BELOW * row[0].size:
            break
        if meaning and abs(term.x0 - left) < _LEVEL and len(term.text.strip()) <= _ABBREVIATION:
            if abs(meaning[0].x0 - place) > _LEVEL:
                break
            pairs += 1
        elif abs(term.x0 - place) > _LEVEL:
            break
        end, before = offset + 1, row[0].baseline
    return end if pairs > 1 else 0


def _run_of_cells(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """How many rows from here on are a table's; 0 if none begins here."""
    first = segments(rows[start], 1.5)
    if len(first) == 2:
        return _run_of_pairs(rows, start)
    if len(first) < 3 or _are_lists_beside(rows, start):
        return 0
    places = [x for seg in first for x in _anchors(seg)]
    left, right = first[0][0].x0 + 4, first[-1][-1].x1 - 4
    hits = full = across = 0
    for offset, row in enumerate(itertools.islice(rows, start, None)):
        if offset and row[0].baseline - rows[start + offset - 1][0].baseline > 40:
            break
        segs = segments(row, 1.5)
        fits = all(
            seg[-1].x1 < first[0][0].x0  # a first column without a head
            or (len(segs) == 1 and _names_group(seg, first, rows[start + offset - 1]))
            or any(abs(at - x) < 4 for at in _anchors(seg) for x in places)
            for seg in segs
        )
        across += len(segs) == 1 and segs[0][0].x0 < left and segs[0][-1].x1 > right
        if len(segs) >= 3 and fits:
            hits += 1
            full = offset + 1
        elif not fits or len("".join(p.text for p in row)) > 90:
            break
    # words far apart stand in a justified line now and then, among lines that fill the column
    return _with_last_lines(rows, start, full) if hits >= 4 and across < hits else 0


def _names_group(row: Sequence[Piece], first: Sequence[Sequence[Piece]], above: Sequence[Piece]) -> bool:
    """True for a row no larger than the cells, near the one above, that names the rows set in below it: it
    begins before the first column and ends before the second one."""
    left = first[0][0].x0
    near = row[0].baseline - above[0].baseline < _BELOW * row[0].size
    small = row[0].size < first[0][0].size + 0.6
    return near and small and left - _SET_IN < row[0].x0 < left and row[-1].x1 < first[1][0].x0


def _with_last_lines(rows: Sequence[Sequence[Piece]], start: int, count: int) -> int:
    """How many rows a table of so many has with those below that go on with the first cell of its last row:
    solid below it, in its column, with a first word that had no room above."""
    cut = [segments(row, 1.5) for row in rows[start : start + count]]
    left = cut[0][0][0].x0
    edge = max([parts[0][-1].x1 for parts in cut if abs(parts[0][0].x0 - left) < _LEVEL], default=left)
    after = min([parts[1][0].x0 for parts in cut if len(parts) > 1])
    if edge - left < _FULL * (after - left):
        return count
    above = cut[-1][0]
    for row in rows[start + count :]:
        solid = row[0].baseline - above[0].baseline < _SOLID * row[0].size
        if not solid or abs(row[0].x0 - above[0].x0) > _LEVEL or extent(row)[2] > edge + _LEVEL:
            break
        text = text_of(row)
        word = (extent(row)[2] - row[0].x0) * (len(text.split(" ")[0]) + 1) / len(text)
        if above[-1].x1 + word < edge:
            break
        count, above = count + 1, list(row)
    return count


def _anchors(cell: Sequence[Piece]) -> tuple[float, float, float]:
    """Where a cell begins and ends, and its middle."""
    left, right = cell[0].x0, cell[-1].x1
    return left, right, (left + right) / 2


def _are_no_table(rows: Sequence[Sequence[Piece]], start: int, end: int) -> bool:
    """True if cells that begin at the same places are a list or columns of text."""
    if len(segments(rows[start], 1.5)) < 3:
        return not _are_labelled(rows[start:end]) and _are_columns(rows, start, end)
    return _are_bulleted(rows[start:end]) or _are_columns(rows, start, end)


def _are_labelled(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for labels with a colon, as on a form ("State party:"), each with its value beside it."""
    cut = [parts for row in rows if len(parts := segments(row, 1.5)) > 1]
    return sum([ends_in_colon(text_of(parts[0])) for parts in cut]) > 0.8 * len(cut)


def _are_bulleted(rows: Sequence[Sequence[Piece]]) -> bool:
    """True for a list with bullets whose entries lead to amounts set in a column."""
    begun = [text_of(segments(row)[0])[:1] for row in rows]
    return sum([sign in BULLETS for sign in begun]) > 0.5 * len(rows)


def _are_columns(rows: Sequence[Sequence[Piece]], start: int, end: int) -> bool:
    """True if rows run on in columns with those around them, each to be read from top to bottom; values do
    not."""
    cells = [part for row in rows[start:end] for part in segments(row)]
    if sum([any(map(str.isalpha, text_of(cell))) for cell in cells]) < 0.5 * len(cells):
        return False
    within = {id(piece) for row in rows[start:end] for piece in row}
    around = [piece for row in rows[max(0, start - _SEEN) : end + _SEEN] for piece in row]
    return all(
        flow.column > 0 for flow in columns.flows(around) if any(id(block) in within for block in flow.blocks)
    )


def _are_lists_beside(rows: Sequence[Sequence[Piece]], start: int) -> bool:
    """True for lists side by side whose entries lead to page numbers that count on from one to the next."""
    numbers: list[list[int]] = []
    for row in rows[start : start + _SEEN]:
        parts = [text_of(part) for part in segments(row, 1.5)]
        words, pages = parts[::2], parts[1::2]
        if len(words) == len(pages) > 1 and all(map(str.isdigit, pages)) and not any(map(str.isdigit, words)):
            numbers.append(list(map(int, pages)))
    if len(numbers) < 2 or len({len(pages) for pages in numbers}) > 1:
        return False
    counted = [number for column in zip(*numbers, strict=True) for number in column]
    return counted == sorted(counted)


def _run_of_pairs(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """How many rows from here on are a list of terms with their values set in a column of their own."""
    first = segments(rows[start], 1.5)
    place = first[1][0].x0
    left = first[0][0].x0
    pairs = end = coded = 0
    terms: list[int] = []
    aside: list[Piece] = []
    text: list[Piece] = []
    for offset, row in enumerate(itertools.islice(rows, start, None)):
        if offset and row[0].baseline - rows[start + offset - 1][0].baseline > 45:
            break
        parts = segments(row, 1.5)
        beside = [part for part in parts if part[0].x0 > left + 4 and abs(part[0].x0 - place) < 3]
        if len(parts) >= 2 and beside and abs(parts[0][0].x0 - left) < 3:
            pairs += 1
            term = "".join([p.text for p in parts[0]])
            terms.append(len(term))
            aside += parts[0]
            coded += any(map(str.isdigit, term)) or is_marker(term.split()[0])
            end = offset + 1
        elif len(parts) == 1 and beside:
            end = offset + 1
        else:
            break
        text += beside[0]
    if are_headings(aside, text):
        return 0
    if pairs < 6 or max(terms) > 40 or sum(terms) > 26 * len(terms) or coded > 0.5 * pairs:
        return 0
    return end
