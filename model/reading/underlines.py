"""What underlines words on the picture of a page. Typewriters do it letter by letter and prints lose pieces
of it, so it is looked for below words, where there are only the ends of letters that hang below the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.reading.boxes import Drawn
from model.reading.strokes import SCALE
from model.reading.text import Rect

# It lies this far below the baseline, as shares of the size, and has ink in this share of its columns
# (measured on typewritten scans: in 53 to 100 %, other words in less than 20 %).
_HIGHEST, _LOWEST, _INKED = 0.0, 0.26, 0.45
# Between words and what underlines them is paper, where no more than this share of a row is ink; where there
# is none, pieces are longer than the feet of letters. As shares of the size: how long these are, what may be
# lost, and how much longer than a note's mark it is.
_CLEAR, _PIECE, _GAP, _SHORTEST = 0.1, 0.65, 2.0, 2.5
# A row of pixels follows the words for this many columns.
_STEP = 24


class Baseline(NamedTuple):
    """What a stretch of words stands on, from the left to the right, and their size, in points."""

    x0: float
    y0: float
    x1: float
    y1: float
    size: float


def underlines(dark: Drawn, words: Sequence[Baseline]) -> Iterator[Rect]:
    """What underlines some words, in points. `dark` has 1 for ink, 0 for paper, at the scale of `strokes`."""
    for line in words:
        left = max(0, round(line.x0 * SCALE))
        below, tops = _below(dark, line, left)
        for run in re.finditer(rb"\x01(?:\x00{0,%d}\x01)*" % round(_GAP * line.size * SCALE), below):
            start, end = run.span()
            long = end - start
            if long > _SHORTEST * line.size * SCALE and run[0].count(1) > _INKED * long:
                top = tops[(start + end) // 2 // _STEP]
                yield Rect((left + start) / SCALE, top / SCALE, (left + end) / SCALE, (top + 1) / SCALE)


def _below(dark: Drawn, line: Baseline, left: int) -> tuple[bytes, list[int]]:
    """The columns below a stretch of words in which something seems to underline them, and the rows of pixels
    in which that is for each step."""
    right = min(dark.width, round(line.x1 * SCALE))
    down = (line.y1 - line.y0) / max(1.0, line.x1 - line.x0)
    found, clear, tops = list[bytes](), list[bool](), list[int]()
    for start in range(left, right, _STEP):
        end = min(right, start + _STEP)
        level = line.y0 + down * ((start + end) / 2 / SCALE - line.x0)
        first = max(0, round((level + _HIGHEST * line.size) * SCALE))
        last = min(dark.height - 1, round((level + _LOWEST * line.size) * SCALE))
        rows = [dark.grey[y * dark.stride + start : y * dark.stride + end] for y in range(first, last + 1)]
        inked = [row.count(1) for row in rows] or [0]
        most = inked.index(max(inked))
        found.append(rows[most] if rows else bytes(end - start))
        clear.append(min(inked[:most], default=_STEP) <= _CLEAR * _STEP)
        tops.append(first + most)
    below = b"".join(found)
    long = bytearray(len(below))
    for piece in re.finditer(rb"\x01{%d,}" % round(_PIECE * line.size * SCALE), below):
        long[piece.start() : piece.end()] = piece[0]
    parts = zip(clear, range(0, len(below), _STEP), strict=True)
    return b"".join([(below if free else long)[at : at + _STEP] for free, at in parts]), tops
