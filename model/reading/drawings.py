"""A page's vector drawings, as far as they matter to a reader: rules and boxes.

The text engine collects them while it reads the text, nearly for nothing; but it gives a stroke's rectangle
with the room for its mitres, ten times the line's width. Pages with strokes are therefore read once more for
the exact paths, which costs half as much time again; most offices' reports draw filled rectangles only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from model.reading.text import Rect, rect_of

# Up to this thick a filled or stroked shape is a rule.
THIN = 3.0
_SHORTEST = 4.0
# A chart or a map holds tens of thousands of strokes; none of them is a rule that a reader needs.
MOST = 4000
# A rectangle drawn as a polygon has so many edges, the last of them perhaps of no length.
_CORNERS = 5
VECTOR = 3  # the type of a block that holds a drawing

Shapes = tuple[tuple[Rect, ...], tuple[Rect, ...]]
_Box = tuple[float, float, float, float]


def drawn_shapes(page: Any, blocks: Iterable[Mapping[str, Any]]) -> Shapes:
    """Rules (thin, horizontal or vertical) and boxes (larger rectangles) of a page, in points.

    `blocks` are those of the page's text, its vectors among them.
    """
    vectors = [block for block in blocks if block["type"] == VECTOR][:MOST]
    rules: dict[_Box, None] = {}
    boxes: dict[_Box, None] = {}
    if any(block["stroked"] for block in vectors):
        for path in page.get_cdrawings()[:MOST]:
            _add_path(path, rules, boxes)
    else:
        for block in vectors:
            x0, y0, x1, y1 = box = block["bbox"]
            if block["isrect"] or x1 - x0 <= THIN or y1 - y0 <= THIN:
                _add(box, rules, boxes)
    return tuple(map(rect_of, rules)), tuple(map(rect_of, boxes))


def _add_path(path: Mapping[str, Any], rules: dict[_Box, None], boxes: dict[_Box, None]) -> None:
    items = path["items"]
    if "f" in path["type"] and len(items) <= _CORNERS and all(item[0] == "l" for item in items):
        x0, y0, x1, y1 = whole = path["rect"]
        if min(x1 - x0, y1 - y0) <= THIN:
            # a thin polygon is one rule, though each of its edges is a line
            _add(whole, rules, boxes)
            return
    for item in items:
        if item[0] == "re":
            _add(item[1], rules, boxes)
        elif item[0] == "qu":
            xs, ys = [corner[0] for corner in item[1]], [corner[1] for corner in item[1]]
            _add((min(xs), min(ys), max(xs), max(ys)), rules, boxes)
        elif item[0] == "l":
            (ax, ay), (bx, by) = item[1], item[2]
            if abs(bx - ax) < 1.0 or abs(by - ay) < 1.0:
                _add((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), rules, boxes)


def _add(shape: _Box, rules: dict[_Box, None], boxes: dict[_Box, None]) -> None:
    x0, y0, x1, y1 = shape
    wide, high = x1 - x0, y1 - y0
    if wide >= _SHORTEST or high >= _SHORTEST:
        (rules if wide <= THIN or high <= THIN else boxes)[shape] = None
