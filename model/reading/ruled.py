"""Rules that the picture of a page shows: those above notes and in tables, and what underlines words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.reading.boxes import Drawn
from model.reading.strokes import SCALE, SHOWN, ink_of
from model.reading.text import Rect
from model.reading.underlines import Baseline, underlines
from model.recognized import Lean

# What is shorter (points) is a dash, or part of a sign; what is thicker is not a rule.
_SHORTEST, _THICKEST = 36.0, 3.0
# Thin ones are grey when they are drawn small.
_FAINT = 0.85
# No stroke of a letter runs on along a row this far (points).
_RUN = b"\1" * round(14 * SCALE)
# A rule that goes further than this beyond an underline on it is not an underline; it is this near (points).
_BEYOND, _NEAR = 6.0, 2.0
# The edges of a rule, lighter than ink, are this many pixels wide.
_EDGE = 1


class Ruled(NamedTuple):
    """The level rules on a picture of a page and what underlines words, in points, and the picture without
    them, on which strokes are those of letters alone."""

    rules: tuple[Rect, ...]
    plain: Drawn


class _Rule:
    """Runs of ink that touch each other from row to row, as a rule's do that leans a little."""

    def __init__(self, left: int, right: int, y: int) -> None:
        self.runs = [(left, right, y)]
        self.left, self.right, self.top, self.bottom = left, right, y, y + 1
        self.ink = right - left

    def add(self, left: int, right: int, y: int) -> None:
        self.runs.append((left, right, y))
        self.left, self.right, self.bottom = min(self.left, left), max(self.right, right), y + 1
        self.ink += right - left

    def touches(self, left: int, right: int) -> bool:
        start, end, _ = self.runs[-1]
        return start <= right and left <= end

    @property
    def is_one(self) -> bool:
        wide = self.right - self.left
        return wide >= _SHORTEST * SCALE and self.ink <= _THICKEST * SCALE * wide

    @property
    def rect(self) -> Rect:
        """In points, as a level one."""
        thick = self.ink / (self.right - self.left) / SCALE
        top = ((self.top + self.bottom) / SCALE - thick) / 2
        return Rect(self.left / SCALE, top, self.right / SCALE, top + thick)


def ruled(drawn: Drawn, words: Sequence[Baseline]) -> Ruled:
    """The level rules on a page drawn at `strokes.SCALE`, and what underlines its words."""
    dark = drawn._replace(grey=ink_of(drawn, _FAINT).grey.translate(SHOWN))
    rules = [rule for rule in _rules(dark) if rule.is_one]
    found = [rule.rect for rule in rules]
    below = [one for one in underlines(dark, words) if not any(_goes_beyond(rule, one) for rule in found)]
    alone = [rule for rule in found if not any(_is_part(rule, one) for one in below)]
    return Ruled((*alone, *below), _without(drawn, rules, below) if found or below else drawn)


def _rules(dark: Drawn) -> list[_Rule]:
    """What may be a level rule, from the top down."""
    found: list[_Rule] = []
    going_on: list[_Rule] = []
    for y in range(dark.height):
        row = dark.grey[y * dark.stride : y * dark.stride + dark.width]
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
    return found


def _goes_beyond(rule: Rect, one: Rect) -> bool:
    """Whether what seems to underline words is a part of a longer rule."""
    beyond = rule.x0 < one.x0 - _BEYOND or rule.x1 > one.x1 + _BEYOND
    return beyond and abs(rule.y0 - one.y0) < _NEAR and rule.x0 < one.x1 and one.x0 < rule.x1


def _is_part(rule: Rect, one: Rect) -> bool:
    return abs(rule.y0 - one.y0) < _NEAR and one.x0 - _NEAR < rule.x0 and rule.x1 < one.x1 + _NEAR


def levelled(rules: Sequence[Rect], lean: Lean | None) -> tuple[Rect, ...]:
    """The rules of a page that was laid askew, as its lines are."""
    if lean is None:
        return tuple(rules)
    downs = [lean.down((x0 + x1) / 2) for x0, _, x1, _ in rules]
    return tuple(
        [Rect(x0, y0 - down, x1, y1 - down) for (x0, y0, x1, y1), down in zip(rules, downs, strict=True)]
    )


def _without(drawn: Drawn, rules: Sequence[_Rule], below: Sequence[Rect]) -> Drawn:
    """The picture with paper where rules are, and what underlines words."""
    grey = bytearray(drawn.grey)
    runs = [run for rule in rules for run in rule.runs]
    runs += [(round(one.x0 * SCALE), round(one.x1 * SCALE), round(one.y0 * SCALE)) for one in below]
    for left, right, y in runs:
        for row in range(max(0, y - _EDGE), min(drawn.height, y + _EDGE + 1)):
            at = row * drawn.stride
            grey[at + left : at + right] = b"\xff" * (right - left)
    return drawn._replace(grey=bytes(grey))


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where ink goes on for long, from the left."""
    start = row.find(_RUN)
    while start >= 0:
        end = row.find(b"\0", start)
        end = len(row) if end < 0 else end
        yield start, end
        start = row.find(_RUN, end)
