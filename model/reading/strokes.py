"""What a picture of letters tells of their type: how wide their strokes are, and whether they lean."""

from __future__ import annotations

from operator import add
from typing import NamedTuple

from model.reading.boxes import Drawn
from model.reading.text import Rect

# Pixels a point of a page whose lines are weighed: 100 dpi, at which more were told right than at 150.
SCALE = 100 / 72
# Pixels a point of a line that stands for all in its font: the stems of a text's letters are three or four
# wide.
FINE = 4.0
# Paper is what a quarter of the picture is lighter than, looked at here and there; ink is darker than it by
# this much.
_LIGHT, _SOME, _INK = 0.75, 499, 0.7
# A line that shows more ink than paper is white on dark.
_MOST_INK = 0.5
# The letters of italics lean this far, a share of their height, and stand upright this much more clearly
# (squares of the ink in columns) when that is taken back.
_LEAN, _CLEARLY = 0.2, 1.1


class Look(NamedTuple):
    """The width of the strokes in points, and how much more upright the letters are leaned back."""

    stroke: float
    lean: float

    @property
    def leans(self) -> bool:
        return self.lean > _CLEARLY


def look(drawn: Drawn) -> Look | None:
    """The look of a line drawn at `FINE`; None if nothing dark on light is there."""
    ink = ink_of(drawn)
    total = sum(ink.grey)
    if total > _MOST_INK * 255 * drawn.width * drawn.height:
        return None
    wide = stroke(ink, Rect(0, 0, drawn.width, drawn.height))
    rows = [ink.grey[at : at + ink.width] for at in range(0, ink.stride * ink.height, ink.stride)]
    return Look(wide / FINE, _upright(rows, _LEAN) / _upright(rows, 0.0)) if wide else None


def ink_of(drawn: Drawn, least: float = _INK) -> Drawn:
    """How dark the ink is (1 to 255), with 0 for paper, in whatever tone that is, and what is lighter than
    `least` of it."""
    tones = sorted(drawn.grey[::_SOME])
    paper = max(1, tones[int(_LIGHT * len(tones))]) if tones else 255
    darkness = [
        max(1, round(255 * (1 - tone / paper))) if tone <= least * paper else 0 for tone in range(256)
    ]
    return drawn._replace(grey=drawn.grey.translate(bytes(darkness)))


def stroke(ink: Drawn, box: Rect) -> float:
    """The width of the strokes in a box of pixels: the ink over how many strokes its rows cross; 0 where
    there is none. What underlines them widens them. `ink` as `ink_of` gives it."""
    left, right = max(0, int(box.x0)), min(ink.width, int(box.x1) + 1)
    top, bottom = max(0, int(box.y0)), min(ink.height, int(box.y1) + 1)
    starts = range(top * ink.stride, bottom * ink.stride, ink.stride)
    rows = b"\0".join([b"", *[ink.grey[start + left : start + right] for start in starts]])
    crossed = rows.translate(SHOWN).count(b"\0\1")
    return sum(rows) / 255 / crossed if crossed else 0.0


# Shows of ink only where it is.
SHOWN = bytes([0, *[1] * 255])


def _upright(rows: list[bytes], lean: float) -> float:
    """How clearly letters stand upright when they are leaned back."""
    most = round(lean * len(rows))
    columns = [0] * (len(rows[0]) + most)
    for at, row in enumerate(rows):
        shift = round(lean * at)
        columns[shift : shift + len(row)] = map(add, columns[shift : shift + len(row)], row)
    return float(sum([ink * ink for ink in columns]))
