"""Where the header of a table of values ends.

It is what stands above the first rule over the whole width. Titles, notes and lists in a table's own frame,
one below the other with a rule below them, stand above its header; a header in bold may have rules in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from model.extraction.zones.frames import HEADER_ROWS
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet
from model.extraction.zones.table_headers import SHORT
from model.reading.text import Rect

_Line = list[Piece]
# A table's last rule is this near its end (points).
_LAST = 4.0
# Years are heads, not values.
_YEAR = re.compile(r"(?:19|20)\d\d\b")


def parted(sheet: Sheet, rect: Rect, lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line], list[_Line]]:
    """The lines above the header, those of the header and those below it."""
    bands = _bands(sheet, rect, lines)
    if len(bands) == 1 or len(bands[0]) > HEADER_ROWS:
        return [], [], list(lines)
    start = 0
    while start < len(bands) - 2 and all(len(line) == 1 for line in bands[start]):
        start += 1
    if not _are_heads(bands[start]) or len(bands[start]) > HEADER_ROWS:
        start = 0
    end = start + 1
    height = len(bands[start])
    while end < len(bands) - 1 and height + len(bands[end]) <= HEADER_ROWS:
        if not all(_are_bold(band) and _are_heads(band) for band in bands[end - 1 : end + 1]):
            break
        height += len(bands[end])
        end += 1
    return _joined(bands[:start]), _joined(bands[start:end]), _joined(bands[end:])


def _bands(sheet: Sheet, rect: Rect, lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines between rules over the whole width."""
    left, right = min([p.x0 for line in lines for p in line]), max([p.x1 for line in lines for p in line])
    edges = [
        rule.y0
        for rule in sheet.long_rules
        if rule.x0 < left + SHORT and rule.x1 > right - SHORT and rule.y0 < rect.y1 - _LAST
    ]
    found: list[list[_Line]] = []
    last = -1
    for line in lines:
        passed = bisect_right(edges, line[0].baseline)
        if passed != last:
            found.append([])
        found[-1].append(line)
        last = passed
    return found


def _joined(bands: Sequence[Sequence[_Line]]) -> list[_Line]:
    return [line for band in bands for line in band]


def _are_heads(band: Sequence[_Line]) -> bool:
    """True for lines of words, some of them side by side."""
    words = all(_is_worded(piece.text) for line in band for piece in line)
    return words and any(len(line) > 1 for line in band)


def _is_worded(text: str) -> bool:
    return any(map(str.isalpha, text)) or _YEAR.match(text.strip()) is not None


def _are_bold(band: Sequence[_Line]) -> bool:
    return all(span.bold for line in band for piece in line for span in piece.spans if span.text.strip())
