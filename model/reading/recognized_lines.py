"""Lines out of what recognition gives, which is words and boxes alone: in points, levelled, with the type
that the picture of the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from model.reading.boxes import Box, Corners, Drawn, height_of
from model.reading.text import Line, Span
from model.reading.type_shown import Type, types
from model.reading.underlines import Baseline
from model.recognized import Lean

FONT = "recognized"
# Recognition may lose the wide space between a line's number and its words.
_NUMBER = re.compile(r"^(\s*(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.|\s*\(\w{1,4}\))(?=[^\W\d_]{2})")
_LEAST_SCORE = 0.5
# A page is askew from half a degree on; what leans far more is not a line (10 of what it is long to 1). This
# few lines tell nothing of the page.
_ASKEW, _LEAN, _SOME = 0.008, 10, 3
# A line's box is about a third higher than its letters are tall, and its baseline stands a fifth above its
# bottom (measured on the scans of 1980 to 1991 against their type sizes).
_SIZE_OF_BOX, _BELOW_BASELINE = 0.7, 0.22
# Boxes of one type size differ by some points; sizes this near to the page's usual one count as it.
_SAME_SIZE = 0.3


def baselines_of(boxes: Sequence[Box], scale: float) -> list[Baseline]:
    """What the words stand on that were read, as far as their boxes tell."""
    placed = _placed(boxes, scale)
    usual = median([height_of(corners) for _, corners in placed]) if placed else 0.0
    return [_baseline(corners, usual) for _, corners in placed]


def _placed(boxes: Sequence[Box], scale: float) -> list[tuple[str, Corners]]:
    """The words that were read, with their corners in points."""
    read = [box for box in boxes if box.score >= _LEAST_SCORE and box.text.strip()]
    return [(_NUMBER.sub(r"\1 ", box.text), [(x / scale, y / scale) for x, y in box.corners]) for box in read]


def _baseline(corners: Corners, usual: float) -> Baseline:
    (x0, y0), (x1, y1), (_, y2), (_, y3) = corners
    size = _SIZE_OF_BOX * _evened(y3 - y0, usual)
    down = size / _SIZE_OF_BOX * (0.5 - _BELOW_BASELINE)
    return Baseline(x0, (y0 + y3) / 2 + down, x1, (y1 + y2) / 2 + down, size)


def _evened(height: float, usual: float) -> float:
    return usual if abs(height / usual - 1) < _SAME_SIZE else height


def lines_of_boxes(drawn: Drawn, boxes: Sequence[Box], scale: float) -> tuple[tuple[Line, ...], Lean | None]:
    """Lines in points out of the boxes that were read in a picture of `scale` pixels a point, levelled, and
    how the picture leans. `drawn` is the picture in grey without rules, at the scale of `strokes`."""
    placed = _placed(boxes, scale)
    if not placed:
        return (), None
    told = types(placed, drawn)
    lean = lean_of([corners for _, corners in placed])
    if lean:
        placed = [(text, [(x, y - lean.down(x)) for x, y in corners]) for text, corners in placed]
    usual = median(height_of(corners) for _, corners in placed)
    lines = [_line(text, corners, usual, shown) for (text, corners), shown in zip(placed, told, strict=True)]
    return tuple(lines), lean


def lean_of(boxes: Sequence[Corners]) -> Lean | None:
    """How a page that was laid askew leans, about the middle of its text; None if it cannot be told to."""
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


def _line(text: str, corners: Corners, usual: float, shown: Type) -> Line:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    height = _evened(y1 - y0, usual)
    size = shown.size or round(height * _SIZE_OF_BOX, 1)
    baseline = (y0 + y1) / 2 + size / _SIZE_OF_BOX * (0.5 - _BELOW_BASELINE)
    span = Span(text, x0, y0, x1, y1, x0, baseline, size, FONT, shown.bold, False, False)
    return Line((span,), True)
