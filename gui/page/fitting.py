"""How large pages are shown: the steps and limits of zooming, and what fits a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize

from gui.page.geometry import GAP, MARGIN, shown_size
from gui.page.text_span import TextSpan
from model.documents import PageInfo

_SMALLEST, _LARGEST = 0.1, 8.0
_LEAP = 4.0  # no step is larger, also where a page as large as a wall is seen whole
_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_ABOUT = 1.1  # pages are about as large up to so many times


class Fit(StrEnum):
    """What the zoom follows when the view's size changes."""

    TEXT = "text"
    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


def larger(zoom: float) -> float:
    """The zoom one step further."""
    return min(next((step for step in _STEPS if step > zoom * 1.01), _LARGEST), zoom * _LEAP)


def smaller(zoom: float) -> float:
    """The zoom one step back."""
    return next((step for step in reversed(_STEPS) if step < zoom * 0.99), zoom / _LEAP)


def bounded(zoom: float, view: QSize, longest: float) -> float:
    """A zoom within the limits, but so that a page as large as a wall can be seen whole. `longest`: its side
    in logical pixels, at a zoom of 1."""
    whole = max(min(view.width(), view.height()) - 2 * MARGIN, 1) / longest
    return min(max(zoom, min(_SMALLEST, whole)), _LARGEST)


def fitted_zoom(fit: Fit, view: QSize, size: tuple[float, float], dots: float, pair: bool,
                span: TextSpan | None) -> float:  # fmt: skip
    """The zoom at which a page, or a pair, of that size in points fits a view. `dots`: logical pixels a
    point; `span`: where the text stands on it, if that is known."""
    # Both pages of a pair are rounded to whole pixels: one less, or there would be a pixel to scroll by.
    room = view.width() - 2 * MARGIN - (GAP + 1 if pair else 0)
    width, height = size
    zoom = room / (width * dots)
    if fit is Fit.TEXT and span is not None:
        zoom = max(zoom, min(room / (max(span.right - span.left, 1.0) * dots), 1.0))
    if fit is Fit.PAGE:
        zoom = min(zoom, (view.height() - MARGIN) / (height * dots))
    return zoom


def fitted_size(pages: Sequence[PageInfo], rotation: int, spread: bool = False,
                page: int = 0) -> tuple[float, float]:  # fmt: skip
    """Width and height in points that a page, or a pair, takes as shown: as most do, or as that with a page
    does. Scanned pages differ a little, so it is the largest of those that are about as large."""
    sizes = [shown_size(page, rotation) for page in pages]
    across = 2 if spread and len(pages) > 1 else 1
    rows = [sizes[first : first + across] for first in range(0, len(sizes), across)]
    whole = [(sum(width for width, _ in row), max(height for _, height in row)) for row in rows]
    usual = Counter((round(width), round(height)) for width, height in whole).most_common(1)[0][0]
    like = whole[(page - 1) // across] if page else usual
    return (max(width for width, _ in whole if width <= like[0] * _ABOUT),
            max(height for _, height in whole if height <= like[1] * _ABOUT))  # fmt: skip


def longest_side(pages: Sequence[PageInfo]) -> float:
    """Of all pages, in points; 1 if there is none."""
    return max((max(page.width, page.height) for page in pages), default=1.0)
