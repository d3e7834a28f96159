"""A page's vector drawings, as far as they matter to a reader: rules and boxes.

The text engine collects them while it reads the text, nearly for nothing; but it gives a stroke's rectangle
with the room for its mitres, ten times the line's width. Pages with strokes that are not hairlines are read
once more for the exact paths, which costs half as much time again; most offices' reports draw filled
rectangles only, or hairlines above their notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from model.documents import PageInfo
from model.reading.text import Rect, rect_of
from model.reading.turning import to_shown

# Up to this thick a filled or stroked shape is a rule.
_THIN = 3.0
# A stroke's rectangle that is no thicker than this has no room for mitres.
_HAIR = 0.6
_SHORTEST = 4.0
# A chart or a map holds tens of thousands of strokes; none of them is a rule that a reader needs.
MOST = 4000
# A rectangle drawn as a polygon has this many edges, the last of them perhaps of no length.
_CORNERS = 5
_VECTOR = 3  # the type of a block that holds a drawing

Shapes = tuple[tuple[Rect, ...], tuple[Rect, ...]]
_Box = tuple[float, float, float, float]
_Found = dict[_Box, None]


def drawn_shapes(page: Any, blocks: Iterable[Mapping[str, Any]], info: PageInfo) -> Shapes:
    """Rules (thin, horizontal or vertical) and boxes (larger rectangles) of a page as shown, in points.

    `blocks` are those of the page's text, its vectors among them.
    """
    vectors = [block for block in blocks if block["type"] == _VECTOR][:MOST]
    rules: _Found = {}
    boxes: _Found = {}
    if _need_paths(vectors):
        for path in page.get_cdrawings()[:MOST]:
            _add_path(path, rules, boxes)
        if info.rotation:  # paths come as the unrotated page has them
            return tuple(to_shown(one, info) for one in rules), tuple(to_shown(one, info) for one in boxes)
    else:
        for block in vectors:
            x0, y0, x1, y1 = box = block["bbox"]
            if block["isrect"] or x1 - x0 <= _THIN or y1 - y0 <= _THIN:
                _add(box, rules, boxes)
    return tuple(map(rect_of, rules)), tuple(map(rect_of, boxes))


def _need_paths(vectors: Iterable[Mapping[str, Any]]) -> bool:
    """Whether some strokes are not hairlines, or may be the edges of a hairline that is filled too."""
    sorts = {(block["stroked"], _is_hairline(block["bbox"])) for block in vectors}
    return (True, False) in sorts or {(True, True), (False, True)} <= sorts


def _is_hairline(box: _Box) -> bool:
    x0, y0, x1, y1 = box
    return x1 - x0 <= _HAIR or y1 - y0 <= _HAIR


def _add_path(path: Mapping[str, Any], rules: _Found, boxes: _Found) -> None:
    items = path["items"]
    if "f" in path["type"] and len(items) <= _CORNERS and all(item[0] == "l" for item in items):
        x0, y0, x1, y1 = whole = path["rect"]
        if min(x1 - x0, y1 - y0) <= _THIN:
            # a thin polygon is one rule, though each of its edges is a line
            _add(whole, rules, boxes)
            return
    at = 0
    while at < len(items):
        item = items[at]
        if item[0] == "l" and _is_rectangle(items[at : at + 4]):
            _add_around([start for _, start, _ in items[at : at + 4]], rules, boxes)
            at += 4
            continue
        if item[0] == "re":
            x0, y0, x1, y1 = item[1]
            _add_around([(x0, y0), (x1, y1)], rules, boxes)
        elif item[0] == "qu":
            _add_around(item[1], rules, boxes)
        elif item[0] == "l":
            (ax, ay), (bx, by) = item[1], item[2]
            if abs(bx - ax) < 1.0 or abs(by - ay) < 1.0:
                _add_around([item[1], item[2]], rules, boxes)
        at += 1


def _is_rectangle(lines: Sequence[tuple[Any, ...]]) -> bool:
    """Whether four edges close a rectangle: the engine gives them so on a page that lies on its side."""
    if len(lines) < 4 or lines[3][0] != "l" or lines[3][2] != lines[0][1]:
        return False
    if any(one[0] != two[0] or one[-1] != two[1] for one, two in pairwise(lines)):
        return False
    upright = [abs(bx - ax) < abs(by - ay) for _, (ax, ay), (bx, by) in lines]
    level = all(min(abs(bx - ax), abs(by - ay)) < 1.0 for _, (ax, ay), (bx, by) in lines)
    return level and all(one != two for one, two in pairwise(upright))


def _add_around(corners: Iterable[tuple[float, float]], rules: _Found, boxes: _Found) -> None:
    xs, ys = zip(*corners, strict=True)
    _add((min(xs), min(ys), max(xs), max(ys)), rules, boxes)


def _add(shape: _Box, rules: _Found, boxes: _Found) -> None:
    x0, y0, x1, y1 = shape
    wide, high = x1 - x0, y1 - y0
    if wide >= _SHORTEST or high >= _SHORTEST:
        (rules if wide <= _THIN or high <= _THIN else boxes)[shape] = None
