"""What stands right below a table or a figure and belongs to it: its notes, its source, a table's caption
where none stands above."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cached_property
from math import inf

from model.extraction.rows import Row, Zone
from model.extraction.wording import SOURCE, TABLE_CAPTION
from model.extraction.zones import footnotes
from model.extraction.zones.baselines import grouped
from model.extraction.zones.cells import Area, text_of
from model.extraction.zones.pieces import Piece

# Rows smaller than the report's text by this much need no other sign.
_SMALLER = 0.4
# Notes as large as the text stand below their table, and their rows below each other, within this many sizes.
_BELOW, _SOLID = 2.8, 1.5
# No table begins within this many points below another one's caption (points).
_NEXT = 60.0
_OPENS = re.compile(r"([a-z]|\d{1,2}|\*{1,4}|[†‡§¶#]{1,3})[.)/]?\s+\S")
# "Finance a", "4 *", "Total¹": marks after a cell's words that are not raised.
_BEHIND = re.compile(r"(?:(?<=\S)\s?\*{1,4}|(?<=\S)\s?[†‡§¶]{1,3}|(?<=\S)\s[a-z]|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ]{1,2})$")
# "HAI: an infection; IPC: its control": what a table's abbreviations mean, this near below it (sizes).
_ABBREVIATED, _NEAR = re.compile(r"(?=\w*[A-Z]\w*[A-Z])[A-Z][\w&/-]{1,9}\s?[:=]\s?\S"), 4.0
_LONGEST_MARK = 6  # with the letter before it
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ", "1234567890abcde")


class Below:
    """Takes the rows below an area in turn, as long as they are its notes or name its source.

    `last` is the area's lowest row, and `until` where the next area stands. Without an area it takes the rows
    of a note that stands by itself.
    """

    def __init__(
        self, area: Area | None, last: Row, body_size: float, groups: itertools.count[int], until: float = inf
    ) -> None:
        self._area = area
        self._last = last
        self._group = last.group
        self._body = body_size
        self._groups = groups
        self._until = until
        self._note = 0
        self._counted = 0  # notes so far
        self._source = False

    def take(self, row: Row) -> Row | None:
        """The row with its zone; None for one that no longer belongs to the area."""
        small = row.size < self._body - _SMALLER
        down = row.baseline - self._last.baseline
        close = small or down < _BELOW * row.size
        goes_on = small or (down < _SOLID * row.size and abs(row.size - self._last.size) < 0.3)
        said = close and (SOURCE.match(row.text) or self._is_caption(row))
        meant = small and down < _NEAR * row.size and _ABBREVIATED.match(row.text)
        if self._area is not None and (said or meant):
            self._note, self._source = 0, True
        elif close and self._opens_note(row, small):
            self._note, self._source = next(self._groups), False
            self._counted += 1
        elif not (goes_on and (self._note or self._source)):
            return None
        self._last = row
        if self._note or self._area is None:
            return row._replace(zone=Zone.FOOTNOTE, group=self._note)
        return row._replace(zone=self._area.zone, group=self._group)

    def _is_caption(self, row: Row) -> bool:
        """Whether a row right below a table without caption is its caption, and no next table's."""
        area = self._area
        if area is None or area.zone is not Zone.TABLE or area.captions or self._note or self._source:
            return False
        text = row.text.strip()
        if not TABLE_CAPTION.match(text) or text[-1:] in ".:" or self._until - row.baseline < _NEXT:
            return False
        return not TABLE_CAPTION.match(text_of(grouped(area.pieces)[0]))

    def _opens_note(self, row: Row, small: bool) -> bool:
        if small and footnotes.opening_mark(row.spans, row.size):
            return True
        match = _OPENS.match(row.text)
        if not match or self._area is None or self._area.zone is not Zone.TABLE:
            return False
        no_larger = row.size <= max([piece.size for piece in self._area.pieces]) + 0.2
        if not no_larger:
            return False
        # a table's marks may stand on the pages before, its notes count from one
        return match[1] in self._marks or (small and match[1] == str(self._counted + 1))

    @cached_property
    def _marks(self) -> frozenset[str]:
        """The marks that stand in the table's cells."""
        return _marks(self._area.pieces) if self._area is not None else frozenset()


def _marks(pieces: Sequence[Piece]) -> frozenset[str]:
    found: set[str] = set()
    small = 0.8 * max([piece.size for piece in pieces])
    for piece in pieces:
        if match := _BEHIND.search(piece.text[-_LONGEST_MARK:]):
            found.add(match[0].strip().translate(_PLAIN))
        found.update([s.text.strip(" .)/") for s in piece.spans if s.raised or s.size < small])
    return frozenset(found)
