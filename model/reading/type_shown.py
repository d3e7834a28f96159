"""What the picture of a page tells of the type of its lines, where nothing else does: how large each is, and
which are bold. What recognizes words gives words and places alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from statistics import median
from typing import Any, NamedTuple, TypeVar

from model.reading.boxes import Corners, Drawn, side_of, width_of
from model.reading.strokes import SCALE, ink_of, stroke
from model.reading.text import Rect

# Strokes of bold letters are this much wider than those of the text, of which as many letters have thinner
# ones as this share: half a page may be bold. Of 1,900 lines of nine reports, drawn in twenty ways (blurred,
# turned, as JPEG, on grey paper), it tells 94 % of the bold ones, and takes 1 in 100 others for bold.
_BOLD, _THINNER = 1.22, 0.35
# In so few letters a stroke that runs along a row weighs too much.
_FEW = 4
# From this many letters on, a line's width shows its size, if the page has this many long lines to compare it
# with. Justified lines of one size are stretched by up to a tenth, but never squeezed; in short ones one
# space more or less matters too much.
_TELLING, _LONG, _FEWEST = 10, 20, 8
_SMALLER, _SHORT_SMALLER, _LARGER = 0.93, 0.86, 1.13
_NEAR_SIZE, _SHORT_NEAR = 0.08, 0.12
# A proportional face and a typewriter's, each with its bold one: letters of one width fit the second better.
# No typewriter's are so small (points), which those of a text in the first would be.
_FACES = (("tiro", "tibo"), ("cour", "cobo"))
_PITCH = 8.5
# A number stands before its text by less than this many heights of its box.
_NEAR = 4.0
_Told = TypeVar("_Told")


class Type(NamedTuple):
    """A line's size in points, 0 if it cannot be told, and whether it is bold."""

    size: float
    bold: bool


def types(read: Sequence[tuple[str, Corners]], drawn: Drawn) -> list[Type]:
    """The type of lines, with their corners in points, on a page drawn at `strokes.SCALE`."""
    bold = _bold(read, drawn)
    usual, wide = widths(read, bold)
    ratios = _together(wide, [len(text) >= _LONG for text, _ in read])
    return [Type(round(usual * ratio, 1), heavy) for ratio, heavy in zip(ratios, bold, strict=True)]


def _bold(read: Sequence[tuple[str, Corners]], drawn: Drawn) -> list[bool]:
    """Which lines have wider strokes than the text's, also for their height; a number by what it stands
    before."""
    ink = ink_of(drawn)
    heights = [side_of(corners) for _, corners in read]
    usual = median(heights)
    wide = [
        stroke(ink, _in_pixels(corners)) / max(1.0, height / usual)
        for (_, corners), height in zip(read, heights, strict=True)
    ]
    letters = [sum(map(str.isalnum, text)) for text, _ in read]
    least = _BOLD * _thin(wide, letters)
    bold = [stroke > least for stroke in wide]
    telling = [
        (corners, heavy)
        for (_, corners), heavy, many in zip(read, bold, letters, strict=True)
        if many >= _FEW
    ]
    return [
        heavy if many >= _FEW else _beside(corners, telling, heavy)
        for (_, corners), heavy, many in zip(read, bold, letters, strict=True)
    ]


def _in_pixels(corners: Corners) -> Rect:
    xs, ys = [SCALE * x for x, _ in corners], [SCALE * y for _, y in corners]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _thin(strokes: Sequence[float], letters: Sequence[int]) -> float:
    """How wide the strokes of the text are at most."""
    told = sorted([(stroke, many) for stroke, many in zip(strokes, letters, strict=True) if stroke])
    below = accumulate([many for _, many in told])
    least = _THINNER * sum([many for _, many in told])
    return next((stroke for (stroke, _), many in zip(told, below, strict=True) if many >= least), 0.0)


def widths(read: Sequence[tuple[str, Corners]], bold: Sequence[bool]) -> tuple[float, list[float]]:
    """The size of the page's usual type in points, and how wide each line is set against it, which tells its
    size far better than the box's height; 0, and 1, where that cannot be told: for few letters, or letters
    that are not Latin."""
    told = [
        len(text) >= _TELLING and sum(sign < "\u0250" for sign in text) > 0.9 * len(text) for text, _ in read
    ]
    long = [at for at, (text, _) in enumerate(read) if told[at] and len(text) >= _LONG]
    if len(long) < _FEWEST:
        return 0.0, [1.0] * len(read)
    proportional, typed = [_against(faces, read, bold) for faces in _FACES]
    fits = _spread(typed, long) < _spread(proportional, long)
    if fits and (usual := median([typed[at] for at in long])) > _PITCH:
        ratios = [width / usual if tell else 1.0 for width, tell in zip(typed, told, strict=True)]
        return usual, _typed(read, ratios)
    found = proportional
    usual = median([found[at] for at in long])
    telling = [
        (corners, width / usual) for (_, corners), width, tell in zip(read, found, told, strict=True) if tell
    ]
    return usual, [
        width / usual if tell else _beside(corners, telling, 1.0)
        for (_, corners), width, tell in zip(read, found, told, strict=True)
    ]


def _typed(read: Sequence[tuple[str, Corners]], wide: Sequence[float]) -> list[float]:
    """How wide lines of a typewritten page are set against its usual type: a typewriter has one size, what is
    both wider and higher is printed."""
    heights = [side_of(corners) for _, corners in read]
    most = _LARGER * median(heights)
    return [
        ratio if ratio > _LARGER and height > most else 1.0
        for ratio, height in zip(wide, heights, strict=True)
    ]


def _against(
    faces: tuple[str, str], read: Sequence[tuple[str, Corners]], bold: Sequence[bool]
) -> list[float]:
    """The width of each box against that of its text in a face of size 1."""
    return [
        width_of(corners) / max(0.1, sum([_advance(faces[heavy], sign) for sign in text]))
        for (text, corners), heavy in zip(read, bold, strict=True)
    ]


def _spread(widths: Sequence[float], lines: Sequence[int]) -> float:
    """How far the widths of some lines are from one another, as a share."""
    usual = median([widths[at] for at in lines])
    return median([abs(widths[at] / usual - 1) for at in lines])


@lru_cache(maxsize=4096)
def _advance(face: str, sign: str) -> float:
    """The width of a character in a face of size 1."""
    return float(_font(face).glyph_advance(ord(sign)))


@lru_cache
def _font(face: str) -> Any:
    import pymupdf

    return pymupdf.Font(face)


def _beside(corners: Corners, telling: Sequence[tuple[Corners, _Told]], alone: _Told) -> _Told:
    """What is told of the box right after a short one on its row, as after a number; `alone` where none
    is."""
    right, middle = max(x for x, _ in corners), sum(y for _, y in corners) / len(corners)
    near = alone
    nearest = _NEAR * side_of(corners)
    for others, told in telling:
        gap = min(x for x, _ in others) - right
        level = min(y for _, y in others) < middle < max(y for _, y in others)
        if level and abs(gap) < nearest:
            near, nearest = told, abs(gap)
    return near


def _together(ratios: Sequence[float], long: Sequence[bool]) -> list[float]:
    """The ratios with those made one that lie near one another; those of short lines less near ones of long
    lines."""
    found = [
        1.0 if (_SMALLER if much else _SHORT_SMALLER) < ratio < _LARGER else ratio
        for ratio, much in zip(ratios, long, strict=True)
    ]
    sizes = _middles([ratio for ratio, much in zip(found, long, strict=True) if much and ratio != 1])
    found = [
        _nearest(ratio, sizes, _NEAR_SIZE if much else _SHORT_NEAR)
        for ratio, much in zip(found, long, strict=True)
    ]
    sizes += _middles([ratio for ratio in found if ratio != 1 and ratio not in sizes])
    return [_nearest(ratio, sizes, _NEAR_SIZE) for ratio in found]


def _middles(ratios: Sequence[float]) -> list[float]:
    """The medians of those that lie near one another."""
    groups: list[list[float]] = []
    for ratio in sorted(ratios):
        if groups and ratio - groups[-1][-1] < _NEAR_SIZE:
            groups[-1].append(ratio)
        else:
            groups.append([ratio])
    return [median(group) for group in groups]


def _nearest(ratio: float, sizes: Sequence[float], near: float) -> float:
    if ratio == 1 or not sizes:
        return ratio
    nearest = min(sizes, key=lambda size: abs(size - ratio))
    return nearest if abs(nearest - ratio) < near else ratio
