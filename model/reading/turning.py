"""Turned pages: between the frame of the page as its data has it and the frame of the page as shown.

A page's rotation turns it clockwise. Text, drawings and pictures are read in the shown frame, where a
landscape table reads from left to right; anchors keep the unrotated frame.
"""

from __future__ import annotations

from model.documents import PageInfo
from model.reading.text import Line, Rect, Span


def shown_size(info: PageInfo) -> tuple[float, float]:
    """Width and height of the page as shown, in points."""
    return (info.height, info.width) if info.rotation % 180 else (info.width, info.height)


def to_shown(rect: tuple[float, float, float, float], info: PageInfo) -> Rect:
    """A rectangle of the unrotated page in the frame of the page as shown."""
    return _turned(rect, info.rotation % 360, info.width, info.height)


def to_unrotated(rect: tuple[float, float, float, float], info: PageInfo) -> Rect:
    """A rectangle of the page as shown in the frame of the unrotated page."""
    width, height = shown_size(info)
    return _turned(rect, -info.rotation % 360, width, height)


def line_to_shown(line: Line, info: PageInfo) -> Line:
    """A line of a page that is turned to be read, in the shown frame: level before, it no longer is."""
    return Line(tuple([_span_to_shown(span, info) for span in line.spans]), level=False)


def _span_to_shown(span: Span, info: PageInfo) -> Span:
    x, baseline, _, _ = to_shown((span.x, span.baseline, span.x, span.baseline), info)
    x0, y0, x1, y1 = to_shown((span.x0, span.y0, span.x1, span.y1), info)
    return span._replace(x0=x0, y0=y0, x1=x1, y1=y1, x=x, baseline=baseline)


def _turned(rect: tuple[float, float, float, float], turn: int, width: float, height: float) -> Rect:
    x0, y0, x1, y1 = rect
    if turn == 90:
        return Rect(height - y1, x0, height - y0, x1)
    if turn == 180:
        return Rect(width - x1, height - y1, width - x0, height - y0)
    if turn == 270:
        return Rect(y0, width - x1, y1, width - x0)
    return Rect(x0, y0, x1, y1)
