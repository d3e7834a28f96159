"""A page on its way from pieces to rows."""

from __future__ import annotations

from typing import NamedTuple

from model.extraction.rows import Zone
from model.extraction.zones.pieces import Piece
from model.reading.text import Rect


class Sheet(NamedTuple):
    """A page's pieces and shapes. Pieces leave it as their zone becomes known."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    rules: tuple[Rect, ...]
    boxes: tuple[Rect, ...]
    pictures: tuple[Rect, ...]

    def without(self, gone: dict[int, Zone]) -> Sheet:
        """The sheet without the pieces at these indices."""
        if not gone:
            return self
        return self._replace(pieces=[p for index, p in enumerate(self.pieces) if index not in gone])
