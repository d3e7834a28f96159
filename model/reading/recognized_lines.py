"""What a picture of a page tells of its recognized lines beside their words: how they lean, which are bold,
how large their type is. Recognition itself gives words and boxes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from statistics import median
from typing import Any

from model.reading.boxes import Box, Corners, height_of, width_of
from model.reading.text import Line, Span
from model.recognized import Lean

FONT = "recognized"
_LEAST_SCORE = 0.5
# A page is askew from half a degree on; what leans far more is no line (10 of what it is long to 1). So few
# lines tell nothing of the page.
_ASKEW, _LEAN, _SOME = 0.008, 10, 3
# A line's box is about a third higher than its letters are tall, and its baseline stands a fifth above its
# bottom (measured on the scans of 1980 to 1991 against their type sizes).
_SIZE_OF_BOX, _BELOW_BASELINE = 0.7, 0.22
# Boxes of one type size differ by some points; sizes this near to the page's usual one count as it.
_SAME_SIZE = 0.3
# Strokes of bold letters are 1.4 times as wide as those of regular ones (measured on scans at 200 dpi),
# and a line's type is no larger beside the usual one than its box is.
_BOLD = 1.33
# From so many letters on a line's width tells its size, where the page has so many long ones to compare it
# with; justified lines differ by some hundredths.
_TELLING, _LONG, _FEWEST = 10, 20, 8
OTHER_SIZE = 0.13
# A proportional face and a typewriter's: the one to which the long lines fit better is the page's.
_FACES = ("tiro", "cour")
# A number stands before its text by less than so many heights of its box.
_NEAR = 4.0


def lines_of_boxes(pixels: Any, boxes: Sequence[Box], scale: float) -> tuple[tuple[Line, ...], Lean | None]:
    """Lines in points out of the boxes that were read in a picture of `scale` pixels a point, levelled, and
    how the picture leans."""
    read = [box for box in boxes if box.score >= _LEAST_SCORE and box.text.strip()]
    if not read:
        return (), None
    bold = bold_boxes(pixels, [box.corners for box in read])
    placed = [(box.text, [(x / scale, y / scale) for x, y in box.corners]) for box in read]
    lean = lean_of([corners for _, corners in placed])
    if lean:
        placed = [(text, [(x, y - lean.down(x)) for x, y in corners]) for text, corners in placed]
    usual = median(height_of(corners) for _, corners in placed)
    lines = [
        _line(text, corners, usual, heavy, wide)
        for (text, corners), heavy, wide in zip(placed, bold, widths(placed)[1], strict=True)
    ]
    return tuple(lines), lean


def lean_of(boxes: Sequence[Corners]) -> Lean | None:
    """How a page that was laid askew leans, about the middle of its text; None where it cannot be told to."""
    slopes = [
        (right[1] - left[1]) / (right[0] - left[0])
        for left, right, *_ in boxes
        if right[0] - left[0] > _LEAN * abs(right[1] - left[1])
    ]
    slope = median(slopes) if len(slopes) >= _SOME else 0.0
    if abs(slope) < _ASKEW:
        return None
    across = [x for corners in boxes for x, _ in corners]
    return Lean(slope, (min(across) + max(across)) / 2)


def bold_boxes(pixels: Any, boxes: list[Corners]) -> list[bool]:
    """Which boxes (corners in pixels) hold bold text: its strokes are wider than the page's usual ones.

    `pixels` are rows of colours. A stroke's width is its ink over half of what the ink changes from one pixel
    to the next, which holds between pixels too.
    """
    import numpy

    ink = 1.0 - pixels.mean(axis=2) / 255.0
    ink[ink < 0.3] = 0.0  # the paper
    strokes = []
    for corners in boxes:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        part = ink[max(0, int(min(ys))) : int(max(ys)) + 1, max(0, int(min(xs))) : int(max(xs)) + 1]
        changes = float(numpy.abs(numpy.diff(part, axis=1)).sum())
        strokes.append(2 * float(part.sum()) / changes if changes else 0.0)
    usual, height = median(strokes), median(map(height_of, boxes))
    return [
        stroke > _BOLD * usual * max(1.0, height_of(corners) / height)
        for stroke, corners in zip(strokes, boxes, strict=True)
    ]


def widths(read: list[tuple[str, Corners]]) -> tuple[float, list[float]]:
    """The size of the page's usual type, and how wide each line is set against it, which tells its size far
    better than the box's height; 0, and 1, where that cannot be told: for few letters, or letters that are
    not Latin."""
    told = [
        len(text) >= _TELLING and sum(sign < "\u0250" for sign in text) > 0.9 * len(text) for text, _ in read
    ]
    long = [at for at, (text, _) in enumerate(read) if told[at] and len(text) >= _LONG]
    if len(long) < _FEWEST:
        return 0.0, [1.0] * len(read)
    against = [_against(face, read) for face in _FACES]
    usual, found = min(
        ((median([widths[at] for at in long]), widths) for widths in against),
        key=lambda tried: median([abs(tried[1][at] / tried[0] - 1) for at in long]),
    )
    found = [width if tell else 0.0 for width, tell in zip(found, told, strict=True)]
    telling = [(corners, width / usual) for (_, corners), width in zip(read, found, strict=True) if width]
    return usual, [
        width / usual if width else _width_beside(corners, telling)
        for (_, corners), width in zip(read, found, strict=True)
    ]


def _against(face: str, read: list[tuple[str, Corners]]) -> list[float]:
    """The width of each box against that of its text in a face of size 1."""
    return [
        width_of(corners) / max(0.1, sum([_advance(face, sign) for sign in text])) for text, corners in read
    ]


@lru_cache(maxsize=4096)
def _advance(face: str, sign: str) -> float:
    """The width of a character in a face of size 1."""
    return float(_font(face).glyph_advance(ord(sign)))


@lru_cache
def _font(face: str) -> Any:
    import pymupdf

    return pymupdf.Font(face)


def _width_beside(corners: Corners, telling: list[tuple[Corners, float]]) -> float:
    """What is told of the box right behind a short one on its row, as behind a number; 1 where none is."""
    right, middle = max(x for x, _ in corners), sum(y for _, y in corners) / len(corners)
    near = 1.0
    nearest = _NEAR * height_of(corners)
    for others, wide in telling:
        gap = min(x for x, _ in others) - right
        level = min(y for _, y in others) < middle < max(y for _, y in others)
        if level and abs(gap) < nearest:
            near, nearest = wide, abs(gap)
    return near


def _line(text: str, corners: Corners, usual: float, bold: bool, wide: float) -> Line:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    height = usual if abs((y1 - y0) / usual - 1) < _SAME_SIZE else y1 - y0
    if abs(wide - 1) > OTHER_SIZE:
        height = usual * wide
    middle = (y0 + y1) / 2
    baseline = middle + height * (0.5 - _BELOW_BASELINE)
    span = Span(text, x0, y0, x1, y1, x0, baseline, round(height * _SIZE_OF_BOX, 1), FONT, bold, False, False)
    return Line((span,), True)
