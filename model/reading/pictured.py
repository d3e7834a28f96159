"""Pictures of text on pages that have text of their own: a letter or a table that was put in as a scan.

Rows of text are told from figures by how their ink lies: in bands as high as letters, with paper between
them. Measured on the pictures of 53 reports: scanned pages of text have that, no photograph or chart has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.reading.ocr import Recognized
from model.reading.scanned import Drawn, ink_below
from model.reading.text import Line, PageText, Rect, around

# Pixels a point.
SCALE = 1.0
# Smaller pictures, as a share of the page and in points either way, hold logos and signs.
_LEAST_SHARE, _LEAST_SIDE = 0.05, 60
# Pieces of one picture lie so close to each other (points).
_TOUCHING = 2.0
# So few letters of the page's own stand on a picture, for each of its rows, that they are not these.
_OWN_LETTERS = 5
# A row of text is so high, and so long as a share of the picture; it has paper between its letters.
_LOW, _HIGH, _LONG, _DENSE = 4, 24, 0.3, 0.6
# A picture of text has so many rows, and most of its ink lies in them; less than this share of a line is
# specks.
_FEWEST, _MOST_INK, _SPECKS = 4, 0.7, 0.01

Draw = Callable[[Rect], Drawn]


def pictures_of_text(page: PageText, draw: Draw) -> list[Rect]:
    """The places of pictures that show text which is none of the page's; each is drawn at `SCALE`."""
    least = _LEAST_SHARE * page.width * page.height
    found = []
    for place in _whole(page.pictures):
        if place.width * place.height < least or min(place.width, place.height) < _LEAST_SIDE:
            continue
        lines_of_own = _letters_on(page, place) / _OWN_LETTERS
        # Drawing takes time: not where the picture has no room for more rows.
        if lines_of_own <= place.height / _LOW and (rows := _rows(draw(place))) and lines_of_own <= rows:
            found.append(place)
    return found


def placed(read: Recognized, place: Rect) -> tuple[Line, ...]:
    """The lines of a picture as they stand on its page."""
    return tuple(_moved(line, place.x0, place.y0) for line in read.lines)


def _whole(pictures: Sequence[Rect]) -> list[Rect]:
    """Pictures whose strips were stored one by one are put together."""
    found: list[Rect] = []
    for place in sorted(pictures, key=_left_and_top):
        above = found[-1] if found else None
        if above and _touch(above, place):
            found[-1] = around([above, place])
        else:
            found.append(place)
    return found


def _left_and_top(place: Rect) -> tuple[int, float]:
    return round(place.x0), place.y0


def _touch(above: Rect, place: Rect) -> bool:
    sides = abs(above.x0 - place.x0), abs(above.x1 - place.x1)
    return max(sides) < _TOUCHING and above.y0 < place.y0 <= above.y1 + _TOUCHING


def _letters_on(page: PageText, place: Rect) -> int:
    return sum(
        len(span.text.replace(" ", ""))
        for line in page.lines
        for span in line.spans
        if place.x0 <= (span.x0 + span.x1) / 2 <= place.x1 and place.y0 <= (span.y0 + span.y1) / 2 <= place.y1
    )


def _rows(drawn: Drawn) -> int:
    """How many rows of text a picture shows; 0 where it shows other things too."""
    limit = ink_below(drawn)
    if not limit:
        return 0
    dark = bytes(value < limit for value in range(256))
    lines = [
        drawn.grey[at : at + drawn.width].translate(dark)
        for at in range(0, drawn.height * drawn.stride, drawn.stride)
    ]
    inked = [line.count(1) for line in lines]
    rows, ink, start = 0, 0, None
    for at, count in enumerate([*inked, 0]):
        if count > _SPECKS * drawn.width:
            start = at if start is None else start
        elif start is not None:
            if _is_row(lines[start:at], sum(inked[start:at]), drawn.width):
                rows, ink = rows + 1, ink + sum(inked[start:at])
            start = None
    return rows if rows >= _FEWEST and ink >= _MOST_INK * sum(inked) else 0


def _is_row(lines: Sequence[bytes], ink: int, width: int) -> bool:
    """Of a band of lines with ink in each of them."""
    long = max(line.rfind(1) for line in lines) - min(line.find(1) for line in lines)
    return _LOW <= len(lines) <= _HIGH and long > _LONG * width and ink < _DENSE * len(lines) * long


def _moved(line: Line, across: float, down: float) -> Line:
    return line._replace(
        spans=tuple(
            span._replace(x0=span.x0 + across, x1=span.x1 + across, x=span.x + across,
                          y0=span.y0 + down, y1=span.y1 + down, baseline=span.baseline + down)
            for span in line.spans
        )
    )  # fmt: skip
