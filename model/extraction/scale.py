"""Type of an unusual size is read as if it were of a usual one.

Most reports are set in nine to twelve points, and what distances tell (indents, gaps between columns, leads)
is told in the points of such reports. Those that are printed smaller or larger have these distances in
proportion to their type: pocket books, slides, Chinese official letters in sixteen points, scans whose pages
are as many points wide as they have dots.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.extraction.rows import Row
from model.reading.text import Rect, Span, rect_of, span_of

_USUAL = (9.0, 12.0)
# Points: the size that the rules are written for.
_STANDARD = 10.0
# Type of more or fewer points is not running text: labels of a map, a poster.
_LEGIBLE = (3.0, 80.0)

_row_of = partial(tuple.__new__, Row)


def scale_of(size: float) -> float:
    """The factor that brings running text of a size (points) to the usual size; 1 if it is usual."""
    least, most = _USUAL
    smallest, largest = _LEGIBLE
    return _STANDARD / size if smallest <= size < least or most < size <= largest else 1.0


def rect(box: Rect, scale: float) -> Rect:
    """A rectangle on the scaled page."""
    x0, y0, x1, y1 = box
    return rect_of((scale * x0, scale * y0, scale * x1, scale * y1))


def spans(some: Iterable[Span], scale: float) -> tuple[Span, ...]:
    """Spans on the scaled page."""
    return tuple([
        span_of((text, scale * x0, scale * y0, scale * x1, scale * y1, scale * x, scale * baseline,
                 scale * size, *look))
        for text, x0, y0, x1, y1, x, baseline, size, *look in some
    ])  # fmt: skip


def rows(some: Iterable[Row], scale: float) -> list[Row]:
    """Rows on their scaled pages."""
    return [
        _row_of((page, spans(held, scale), scale * x0, scale * y0, scale * x1, scale * y1, scale * baseline,
                 scale * size, scale * left, scale * right, *rest))
        for page, held, x0, y0, x1, y1, baseline, size, left, right, *rest in some
    ]  # fmt: skip
