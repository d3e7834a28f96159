"""A page on its way from pieces to rows."""

from __future__ import annotations

from typing import NamedTuple

from model.extraction.rows import Zone
from model.extraction.zones.pieces import Piece, pieces
from model.reading.text import PageText, Rect

# Rules are up to so many points thick; upright ones are longer than so many.
_THIN, _SHORTEST = 3.0, 8.0


class Sheet(NamedTuple):
    """A page's pieces and shapes. Pieces leave it as their zone becomes known.

    `level` and `upright` are the thin ones of its rules, by their direction.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece]
    boxes: tuple[Rect, ...]
    pictures: tuple[Rect, ...]
    level: tuple[Rect, ...]
    upright: tuple[Rect, ...]

    @classmethod
    def of(cls, page: PageText) -> Sheet:
        level: list[Rect] = []
        upright: list[Rect] = []
        for rule in page.rules:
            x0, y0, x1, y1 = rule
            if y1 - y0 <= _THIN:
                level.append(rule)
            elif x1 - x0 <= _THIN and y1 - y0 > _SHORTEST:
                upright.append(rule)
        found = pieces(page.lines)
        return cls(page.number, page.width, page.height, found, page.boxes, page.pictures, tuple(level),
                   tuple(upright))  # fmt: skip

    def without(self, gone: dict[int, Zone]) -> Sheet:
        """The sheet without the pieces at these indices."""
        if not gone:
            return self
        return self._replace(pieces=[p for index, p in enumerate(self.pieces) if index not in gone])
