"""How a line's letters look where its font does not tell: how wide their strokes are, whether they lean.

Programs that rewrite PDFs call fonts "F1" or "CIDFont+F2" and leave out which of them is bold or italic; the
picture of a line tells it.
"""

from __future__ import annotations

from itertools import chain
from operator import add, sub
from typing import NamedTuple

from model.reading.boxes import Drawn

# Pixels a point: the stems of a text's letters are three or four wide.
SCALE = 4.0
# Lighter tones are paper; a line that shows more ink than paper is white on dark.
_PAPER, _MOST_INK = 178, 0.5
INK_OF = bytes([0 if tone > _PAPER else 255 - tone for tone in range(256)])
# The letters of italics lean so far, a share of their height, and stand upright so much more clearly
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
    """The look of a line drawn at `SCALE`; None where nothing dark on light is there.

    A stroke's width is its ink over half of what the ink changes from one pixel to the next.
    """
    width, stride = drawn.width, drawn.stride
    ink = drawn.grey.translate(INK_OF)
    rows = [ink[at : at + width] for at in range(0, stride * drawn.height, stride)]
    total = sum(map(sum, rows))
    if not total or total > _MOST_INK * 255 * width * drawn.height:
        return None
    changes = sum(chain.from_iterable([map(abs, map(sub, row[1:], row)) for row in rows]))
    if not changes:
        return None
    return Look(2 * total / changes / SCALE, _upright(rows, _LEAN) / _upright(rows, 0.0))


def _upright(rows: list[bytes], lean: float) -> float:
    """How clearly letters stand upright when they are leaned back."""
    most = round(lean * len(rows))
    columns = [0] * (len(rows[0]) + most)
    for at, row in enumerate(rows):
        shift = round(lean * at)
        columns[shift : shift + len(row)] = map(add, columns[shift : shift + len(row)], row)
    return float(sum([ink * ink for ink in columns]))
