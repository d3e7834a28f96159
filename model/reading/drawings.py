"""A page's vector drawings, as far as they matter to a reader: rules and boxes."""

from __future__ import annotations

from typing import Any

from model.reading.text import Rect

# Up to this thick a filled or stroked shape is a rule.
THIN = 3.0
_SHORTEST = 4.0
# A chart or a map holds tens of thousands of strokes; none of them is a rule that a reader needs.
MOST = 4000


def drawn_shapes(page: Any) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Rules (thin, horizontal or vertical) and boxes (larger rectangles) of a page, in points."""
    rules: list[Rect] = []
    boxes: list[Rect] = []
    for path in page.get_cdrawings()[:MOST]:
        for item in path["items"]:
            if item[0] == "re":
                _sort(Rect(*item[1]), rules, boxes)
            elif item[0] == "qu":
                corners = item[1]
                xs, ys = [c[0] for c in corners], [c[1] for c in corners]
                _sort(Rect(min(xs), min(ys), max(xs), max(ys)), rules, boxes)
            elif item[0] == "l":
                (ax, ay), (bx, by) = item[1], item[2]
                line = Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                if min(line.width, line.height) < 1.0:
                    _sort(line, rules, boxes)
    return tuple(dict.fromkeys(rules)), tuple(dict.fromkeys(boxes))


def _sort(shape: Rect, rules: list[Rect], boxes: list[Rect]) -> None:
    wide, high = shape.width, shape.height
    if max(wide, high) < _SHORTEST:
        return
    (rules if min(wide, high) <= THIN else boxes).append(shape)
