"""Pictures of text on pages that have text of their own: a letter or a table that was put in as a scan.

Rows of text are told from figures by how their ink lies: in bands as high as letters, with paper between
them. Measured on the pictures of 53 reports: scanned pages of text have that, no photograph or chart has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from model.reading.boxes import Drawn
from model.reading.ocr import Recognized
from model.reading.scanned import SCALE as SMALL
from model.reading.scanned import has_light_paper, ink_below
from model.reading.text import Line, PageText, Rect, around

# Pixels a point.
SCALE = 1.0
# Smaller pictures, as a share of the page and in points either way, hold logos and signs.
_LEAST_SHARE, _LEAST_SIDE = 0.05, 60
# Pieces of one picture are this close to each other (points), or have a blank band this high between them.
_TOUCHING, _BAND = 2.0, 60.0
# So few letters of the page's own stand on a picture, for each of its rows, that they are not these.
_OWN_LETTERS = 5
# A row of text is so high, and so long as a share of the picture; it has paper between its letters.
_LOW, _HIGH, _LONG, _DENSE = 4, 24, 0.3, 0.6
# A picture of text has this many rows, and most of its ink lies in them; less than this share of a line is
# specks.
_FEWEST, _MOST_INK, _SPECKS = 4, 0.7, 0.01

# Draws a part of the page in grey, at a scale.
Draw = Callable[[Rect, float], Drawn]


def pictures_of_text(page: PageText, draw: Draw) -> list[Rect]:
    """The places of pictures that show text which is none of the page's.

    All of them are drawn at once, because each time the engine draws all that the page shows: small at first,
    when a photograph takes a tenth of the time.
    """
    least = _LEAST_SHARE * page.width * page.height
    wanted = []
    for pieces in _stacks(page):
        for place in dict.fromkeys([around(pieces), *_whole(pieces)]):
            large = place.width * place.height >= least and min(place.width, place.height) >= _LEAST_SIDE
            # Drawing takes time: not where the picture has no room for more rows.
            if large and _letters_on(page, place) / _OWN_LETTERS <= place.height / _LOW:
                wanted.append(place)
    wanted = [place for place, drawn in _drawn(page, wanted, draw, SMALL) if has_light_paper(drawn)]
    found: list[Rect] = []
    for place, drawn in _drawn(page, wanted, draw, SCALE):
        known = any(_is_in(place, whole) for whole in found)
        if not known and (rows := _rows(drawn)) and _letters_on(page, place) / _OWN_LETTERS <= rows:
            found.append(place)
    return found


def _drawn(page: PageText, places: Sequence[Rect], draw: Draw, scale: float) -> Iterator[tuple[Rect, Drawn]]:
    """Each place as it is drawn."""
    if not places:
        return
    whole = _on_page(around(places), page)
    picture = draw(whole, scale)
    for place in places:
        x0, y0, x1, y1 = _on_page(place, page)
        left, right = (min(picture.width, int((x - whole.x0) * scale)) for x in (x0, x1))
        top, bottom = (min(picture.height, int((y - whole.y0) * scale)) for y in (y0, y1))
        starts = range(top * picture.stride, bottom * picture.stride, picture.stride)
        grey = b"".join([picture.grey[at + left : at + right] for at in starts])
        yield place, Drawn(right - left, bottom - top, right - left, grey)


def _on_page(place: Rect, page: PageText) -> Rect:
    return Rect(max(0.0, place.x0), max(0.0, place.y0), min(page.width, place.x1), min(page.height, place.y1))


def _is_in(place: Rect, whole: Rect) -> bool:
    return whole.x0 <= place.x0 and whole.y0 <= place.y0 and place.x1 <= whole.x1 and place.y1 <= whole.y1


def placed(read: Recognized, place: Rect) -> tuple[Line, ...]:
    """The lines of a picture as they stand on its page."""
    return tuple(_moved(line, place.x0, place.y0) for line in read.lines)


def _stacks(page: PageText) -> list[list[Rect]]:
    """Pictures one below another between the same edges, with none of the page's text between them: a scan is
    stored so without its blank bands."""
    found: list[list[Rect]] = []
    for place in sorted(page.pictures, key=_left_and_top):
        above = found[-1][-1] if found else None
        if above and _follows(above, place, _BAND) and not _between(page, above, place):
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _whole(pictures: Sequence[Rect]) -> list[Rect]:
    """Pictures whose strips were stored one by one are put together."""
    found: list[Rect] = []
    for place in pictures:
        if found and _follows(found[-1], place, _TOUCHING):
            found[-1] = around([found[-1], place])
        else:
            found.append(place)
    return found


def _left_and_top(place: Rect) -> tuple[int, float]:
    return round(place.x0), place.y0


def _follows(above: Rect, place: Rect, gap: float) -> bool:
    sides = abs(above.x0 - place.x0), abs(above.x1 - place.x1)
    return max(sides) < _TOUCHING and above.y0 < place.y0 <= above.y1 + gap


def _between(page: PageText, above: Rect, below: Rect) -> int:
    """How many letters of the page's own stand between two pictures."""
    return _letters_on(page, Rect(above.x0, above.y1, above.x1, below.y0)) if below.y0 > above.y1 else 0


def _letters_on(page: PageText, place: Rect) -> int:
    return sum(
        len(span.text.replace(" ", ""))
        for line in page.lines
        for span in line.spans
        if place.x0 <= (span.x0 + span.x1) / 2 <= place.x1 and place.y0 <= (span.y0 + span.y1) / 2 <= place.y1
    )


def _rows(drawn: Drawn) -> int:
    """How many rows of text a picture shows; 0 if it shows other things too."""
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
