"""A page on its way from pieces to rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from model.extraction import scale
from model.extraction.rows import Zone
from model.extraction.zones.baselines import grouped
from model.extraction.zones.contents import is_heading
from model.extraction.zones.pieces import Piece, pieces
from model.reading.text import Line, PageText, Rect

# Rules are up to this many points thick; upright ones are longer than this many.
_THIN, _SHORTEST = 3.0, 8.0
# Level ones are long from this many points on; pieces of one stand no further apart, across and down.
_LONG, _ACROSS, _DOWN = 110, 16, 2.5
# A stroke is drawn this far above its words' baseline at most, as a share of their size, or below it, and no
# more than this many points beyond their ends.
_THROUGH, _UNDER, _BEYOND = 0.45, 0.25, 3.0
# A line whose stroke is looked for is no further from it than this (points).
_REACH = 12
_baseline = attrgetter("baseline")


@dataclass(eq=False)
class Sheet:
    """A page's pieces and shapes. Pieces leave it as their zone becomes known.

    `level` and `upright` are the thin ones of its rules, by their direction, `strokes` those that are drawn
    below or through words.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece]
    boxes: tuple[Rect, ...]
    pictures: tuple[Rect, ...]
    level: tuple[Rect, ...]
    upright: tuple[Rect, ...]
    strokes: tuple[Rect, ...]

    @classmethod
    def of(cls, page: PageText) -> Sheet:
        """A page as it was read; thin rules are sorted by their direction."""
        level: list[Rect] = []
        upright: list[Rect] = []
        for rule in page.rules:
            x0, y0, x1, y1 = rule
            if y1 - y0 <= _THIN:
                level.append(rule)
            elif x1 - x0 <= _THIN and y1 - y0 > _SHORTEST:
                upright.append(rule)
        found = pieces(page.lines)
        strokes = _strokes(level, found)
        drawn = set(strokes)
        level = [rule for rule in level if rule not in drawn]
        return cls(page.number, page.width, page.height, found, page.boxes, page.pictures, tuple(level),
                   tuple(upright), strokes)  # fmt: skip

    @cached_property
    def ordered(self) -> list[Piece]:
        """Its level pieces from top to bottom."""
        return sorted([piece for piece in self.pieces if piece.level], key=_baseline)

    @cached_property
    def edges(self) -> tuple[float, float]:
        """Where its level text begins at the left and ends at the right."""
        ends = [(piece.x0, piece.x1) for piece in self.ordered] or [(0.0, self.width)]
        return min([left for left, _ in ends]), max([right for _, right in ends])

    @property
    def middle(self) -> float:
        """Halfway between the edges of its level text."""
        return sum(self.edges) / 2

    @cached_property
    def turned(self) -> list[Piece]:
        """Its pieces that run upwards or downwards."""
        if len(self.ordered) == len(self.pieces):
            return []
        return [piece for piece in self.pieces if not piece.level]

    @cached_property
    def rows(self) -> list[list[Piece]]:
        """Its level pieces by baseline, from top to bottom."""
        return grouped(self.ordered)

    @cached_property
    def heads_contents(self) -> bool:
        """Whether a contents list may be on it: one of its pieces is the heading of one."""
        return any(is_heading(piece.text) for piece in self.pieces)

    @cached_property
    def long_rules(self) -> list[Rect]:
        """Its long horizontal rules from top to bottom. Rules that continue each other are joined, because
        borders are drawn cell by cell."""
        joined: list[Rect] = []
        for rule in sorted(self.level, key=lambda r: (round(r.y0 / 2), r.x0)):
            last = joined[-1] if joined else None
            if last is not None and abs(last.y0 - rule.y0) < _DOWN and rule.x0 <= last.x1 + _ACROSS:
                joined[-1] = Rect(
                    min(last.x0, rule.x0), min(last.y0, rule.y0), max(last.x1, rule.x1), max(last.y1, rule.y1)
                )
            else:
                joined.append(rule)
        return sorted([rule for rule in joined if rule.width > _LONG], key=lambda r: r.y0)

    def rows_of(self, ordered: Sequence[Piece]) -> list[list[Piece]]:
        """The rows of some of its level pieces, given from top to bottom; usually these are all of them."""
        return self.rows if len(ordered) == len(self.ordered) else grouped(ordered)

    def scaled(self, by: float) -> Sheet:
        """The page enlarged by a factor, with everything on it."""
        found = pieces([Line(scale.spans(piece.spans, by), piece.level) for piece in self.pieces])
        shapes = (self.boxes, self.pictures, self.level, self.upright, self.strokes)
        scaled = [tuple([scale.rect(shape, by) for shape in some]) for some in shapes]
        return Sheet(self.number, by * self.width, by * self.height, found, *scaled)

    def without(self, gone: dict[int, Zone]) -> Sheet:
        """The sheet without the pieces at these indices."""
        if not gone:
            return self
        rest = self.holding([p for index, p in enumerate(self.pieces) if index not in gone])
        if not self.heads_contents:
            rest.heads_contents = False  # fewer pieces head no list either
        return rest

    def holding(self, pieces: list[Piece]) -> Sheet:
        """The sheet with other pieces instead of its own."""
        return Sheet(self.number, self.width, self.height, pieces, self.boxes, self.pictures, self.level,
                     self.upright, self.strokes)  # fmt: skip

    def box(self, pieces: list[Piece]) -> Sheet:
        """What a box on the sheet holds, without the shapes that draw the box."""
        return Sheet(self.number, self.width, self.height, pieces, (), self.pictures, (), (), ())


def _strokes(rules: list[Rect], pieces: Sequence[Piece]) -> tuple[Rect, ...]:
    """The rules that are drawn below or through words: each lies close to the baseline of one piece, and
    between its ends."""
    if not rules:
        return ()
    ordered = sorted([piece for piece in pieces if piece.level], key=_baseline)
    found = []
    for rule in rules:
        at = bisect_left(ordered, rule.y0 - _REACH, key=_baseline)
        while at < len(ordered) and ordered[at].baseline < rule.y0 + _REACH:
            piece = ordered[at]
            high, low = piece.baseline - _THROUGH * piece.size, piece.baseline + _UNDER * piece.size
            if high < rule.y0 < low and piece.x0 - _BEYOND < rule.x0 and rule.x1 < piece.x1 + _BEYOND:
                found.append(rule)
                break
            at += 1
    return tuple(found)
