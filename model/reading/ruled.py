"""Rules that the picture of a page shows, such as those above notes and in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.reading.boxes import Drawn
from model.reading.strokes import SCALE, SHOWN, ink_of
from model.reading.text import Line, Rect, around
from model.recognized import Lean

# What is shorter (points) is a dash, or part of a sign; what is thicker is no rule.
_SHORTEST, _THICKEST = 36.0, 3.0
# Thin ones are grey when they are drawn small.
_FAINT = 0.85
# No stroke of a letter runs on along a row so far (points).
_RUN = b"\1" * round(14 * SCALE)
# What underlines words stands this close to their box.
_CLOSE = 1.5


class _Rule:
    """Runs of ink that touch each other from row to row, as a rule's do that leans a little."""

    def __init__(self, left: int, right: int, y: int) -> None:
        self.left, self.right, self.top, self.bottom = left, right, y, y + 1
        self.ink = right - left
        self.lowest = (left, right)  # its run in the lowest row

    def add(self, left: int, right: int, y: int) -> None:
        self.left, self.right, self.bottom = min(self.left, left), max(self.right, right), y + 1
        self.ink += right - left
        self.lowest = left, right

    def touches(self, left: int, right: int) -> bool:
        return self.lowest[0] <= right and left <= self.lowest[1]

    @property
    def is_one(self) -> bool:
        wide = self.right - self.left
        return wide >= _SHORTEST * SCALE and self.ink <= _THICKEST * SCALE * wide

    def rect(self, lean: Lean | None) -> Rect:
        """In points, level."""
        left, right = self.left / SCALE, self.right / SCALE
        thick = self.ink / (self.right - self.left) / SCALE
        top = ((self.top + self.bottom) / SCALE - thick) / 2 - (
            lean.down((left + right) / 2) if lean else 0.0
        )
        return Rect(left, top, right, top + thick)


def rules_in(drawn: Drawn, lines: Sequence[Line], lean: Lean | None = None) -> tuple[Rect, ...]:
    """The level rules in points on a page drawn at `strokes.SCALE`, from the top down, levelled as its lines
    are. What underlines words tells of their type, as bold strokes do."""
    found: list[_Rule] = []
    going_on: list[_Rule] = []
    dark = ink_of(drawn, _FAINT).grey.translate(SHOWN)
    for y in range(drawn.height):
        row = dark[y * drawn.stride : y * drawn.stride + drawn.width]
        above, going_on = going_on, []
        for left, right in _runs(row):
            rule = next((rule for rule in above if rule.touches(left, right)), None)
            if rule is None:
                rule = _Rule(left, right, y)
                found.append(rule)
            else:
                rule.add(left, right, y)
            if rule not in going_on:
                going_on.append(rule)
    rules = [rule.rect(lean) for rule in found if rule.is_one]
    boxes = [around([span[1:5] for span in line.spans]) for line in lines]
    return tuple([rule for rule in rules if not any(_underlines(rule, box) for box in boxes)])


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where ink goes on for long, from the left."""
    start = row.find(_RUN)
    while start >= 0:
        end = row.find(b"\0", start)
        end = len(row) if end < 0 else end
        yield start, end
        start = row.find(_RUN, end)


def _underlines(rule: Rect, box: Rect) -> bool:
    within = rule.x0 > box.x0 - 2 * _CLOSE and rule.x1 < box.x1 + 2 * _CLOSE
    return within and box.y0 < rule.y0 < box.y1 + _CLOSE
