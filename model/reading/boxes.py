"""Stretches of a picture that look like text: their corners, how a page of them lies, how well it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# A box in points or pixels: its corners clockwise from the one at the top left.
Corners = list[tuple[float, float]]

# Letters of a script that the models do not know come out as a few signs, or none, over a whole line. Known
# ones stand closer than one to a box's height: in scans 1.2 to 2 of them are as long as it is high.
_SPARSE = 0.5
# A box is tall where a line runs up or down the page.
_TALL = 1.5


class Drawn(NamedTuple):
    """A page, or a part of it, in grey: a byte a pixel."""

    width: int
    height: int
    stride: int
    grey: bytes


class Box(NamedTuple):
    """A stretch that was read: its corners, what it says, and how sure that is."""

    text: str
    corners: Corners
    score: float


def width_of(corners: Corners) -> float:
    """Across the picture, in its pixels."""
    return max(x for x, _ in corners) - min(x for x, _ in corners)


def height_of(corners: Corners) -> float:
    """Down the picture, in its pixels."""
    return max(y for _, y in corners) - min(y for _, y in corners)


def side_of(corners: Corners) -> float:
    """The height of a box that may lean: that of its left side."""
    return corners[-1][1] - corners[0][1]


def length_of(corners: Corners) -> float:
    """The longer of both: the length of a line, in whichever direction it runs."""
    return max(width_of(corners), height_of(corners))


def _is_tall(corners: Corners) -> bool:
    return height_of(corners) > _TALL * width_of(corners)


def lies(boxes: Sequence[Corners]) -> bool:
    """Whether most of what was found runs up or down the page."""
    tall = sum(height_of(corners) for corners in boxes if _is_tall(corners))
    return tall > sum(width_of(corners) for corners in boxes if not _is_tall(corners))


def turned(boxes: Sequence[Corners], turn: int, width: float, height: float) -> list[Corners]:
    """Boxes of a picture, of that size, which is turned clockwise by `turn` degrees; from the top down."""
    found = [_ordered([_turned(x, y, turn, width, height) for x, y in corners]) for corners in boxes]
    return sorted(found, key=lambda corners: (corners[0][1], corners[0][0]))


def upended(corners: Corners) -> Corners:
    """The same box seen upside down."""
    return [*corners[2:], *corners[:2]]


def legibility(boxes: Sequence[Box]) -> float:
    """How sure the reading of a page is on the whole (0 to 1), each box by its length."""
    lengths = [length_of(box.corners) for box in boxes]
    read = (length * box.score for length, box in zip(lengths, boxes, strict=True) if not _is_sparse(box))
    return sum(read) / sum(lengths) if boxes else 0.0


def _is_sparse(box: Box) -> bool:
    """Whether a box holds far fewer signs than have room in it."""
    sides = width_of(box.corners), height_of(box.corners)
    return len("".join(box.text.split())) < _SPARSE * max(sides) / max(1.0, min(sides))


def _turned(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    if turn == 90:
        return height - y, x
    if turn == 180:
        return width - x, height - y
    if turn == 270:
        return y, width - x
    return x, y


def _ordered(corners: Corners) -> Corners:
    """Clockwise from the top left, of a box that leans a little."""
    by_side = sorted(corners)
    left, right = (sorted(pair, key=lambda corner: corner[1]) for pair in (by_side[:2], by_side[2:]))
    return [left[0], right[0], right[1], left[1]]
