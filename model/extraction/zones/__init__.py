"""From pages to rows: the first half of extraction.

Pages become pieces of text; what repeats at the edges of pages, mastheads, covers and footnotes are taken
out; tables, figures and boxes are found; the rest is read in its columns. Rows in reading order come out.
Where to look:

- text before all rules: `pieces`, `sheets`, `weights`, `drawn_weights`, `scans`, `scanned_numbers`,
  `drop_caps`, `numbers_above`, `right_numbers`, `turned_tables`, `watermarks`
- edges of pages: `edges`, `edge_rows`, `edge_numbers`, `side_numbers`, `line_numbers`, `lone_headers`,
  `overleaf`
- first pages: `front`, `front_lines`, `mastheads`, `cover_titles`, `title_rows`, `below_titles`, `subtitles`,
  `openings`; `contents`
- notes: `footnotes`, `note_rules`, `endnotes`, `scanned_notes`
- areas of a page: `areas`, by `frames` or without them: `headed_tables`, `open_ends`, `unruled_tables`,
  `figures`, `margin_headings`, `asides`
- tables: `captions`, `table_headers`, `header_ends`, `cells`, `crossed_cells`, `prose_tables`,
  `value_tables`, `row_lines`, `table_notes`; over pages `tables`
- rows in reading order: `assemble`, `columns`, `baselines`, `margins`, `typed_rules`
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable

from model.extraction import scale
from model.extraction.rows import Row, Zone
from model.extraction.zones import (
    assemble,
    contents,
    drawn_weights,
    drop_caps,
    edge_rows,
    edges,
    endnotes,
    footnotes,
    front,
    line_numbers,
    lone_headers,
    margins,
    numbers_above,
    overleaf,
    right_numbers,
    scanned_notes,
    scanned_numbers,
    scans,
    side_numbers,
    tables,
    typed_rules,
    watermarks,
    weights,
)
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.reading.text import PageText


def zone_pages(
    pages: Iterable[PageText],
    look_at: drawn_weights.LookAt | None = None,
) -> list[Row]:
    """All rows of a document in reading order, each with its zone.

    `look_at` tells what a place on a page looks like.
    """
    sheets = [Sheet.of(page) for page in pages]
    letters = weights.evened(sheets, weights.letters_of(sheets))
    weights.weighed(sheets, letters)
    if look_at is not None:
        drawn_weights.told(sheets, {font for font, _ in letters}, look_at)
    size = weights.body_size(sheets, letters)
    by = scale.scale_of(size)
    if by != 1:
        sheets, size = [sheet.scaled(by) for sheet in sheets], by * size
    sheets = scanned_numbers.restored(scanned_notes.marked(sheets, size))
    counted = line_numbers.split(sheets)
    sheets = [drop_caps.joined(sheet, size) for sheet in sheets]
    sheets = right_numbers.joined(numbers_above.joined(sheets, size))
    near = edge_rows.edges_of(sheets)
    said = edges.Said(sheets, near, size)
    running = {sheet.number: dict(said.furniture(sheet, near[sheet.number])) for sheet in sheets}
    lone_headers.add(sheets, near, running, size, said)
    watermarks.add(sheets, running, size)
    side_numbers.add(sheets, running)
    overleaf.add(sheets, running)
    fronts = front.fronts(
        [s.without(running[s.number]) for s in sheets[:12]]
        + [s.without(running[s.number]) for s in sheets[-1:] if len(sheets) > 12],
        size,
    )
    widths = {sheet.number: sheet.width for sheet in sheets}
    scanned = frozenset([sheet.number for sheet in sheets if scans.is_scan(sheet)])
    groups = itertools.count(1)
    rows: list[Row] = []
    notes = footnotes.Count()
    while sheets:
        sheet = sheets.pop(0)  # what becomes rows need not stay
        made, notes = _page_rows(
            sheet, running[sheet.number], fronts.get(sheet.number, {}), size, groups, notes
        )
        rows.extend([*counted.get(sheet.number, ()), *made])
    rows = typed_rules.underlined(tables.joined(contents.marked(rows, groups)))
    rows = endnotes.marked(margins.bounded(rows, widths, scanned), size, groups)
    return rows if by == 1 else scale.rows(rows, 1 / by)


def _page_rows(
    sheet: Sheet,
    running: dict[int, Zone],
    fronts: dict[int, Zone],
    size: float,
    groups: itertools.count[int],
    notes: footnotes.Count,
) -> tuple[list[Row], footnotes.Count]:
    """The rows of one page in reading order, and how far the footnotes have got with it."""
    zoned: dict[Zone, list[Piece]] = defaultdict(list)
    for index, zone in running.items():
        zoned[zone].append(sheet.pieces[index])
    sheet = sheet.without(running)
    for index, zone in fronts.items():
        zoned[zone].append(sheet.pieces[index])
    front = [sheet.pieces[index] for index in fronts]
    sheet = sheet.without(fronts)
    found, notes = footnotes.split(sheet, size, notes, front)
    rows: list[Row] = []
    for zone in (Zone.HEADER, Zone.MASTHEAD, Zone.COVER, Zone.TITLE):
        if zone in zoned:
            rows.extend(assemble.loose_rows(sheet, zoned.pop(zone), zone))
    rows.extend(assemble.body_rows(found.sheet, size, groups))
    under, notes = assemble.note_rows(found, groups, notes)
    rows.extend(under)
    if not found.notes:
        notes = notes._replace(group=0)  # a note goes on at the foot of the next page only
    for zone, rest in zoned.items():
        rows.extend(assemble.loose_rows(sheet, rest, zone))
    return rows, notes
