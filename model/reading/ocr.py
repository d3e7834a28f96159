"""Pages that are pictures, read by optical character recognition, offline.

An optional extra (`pip install paraph[ocr]`): RapidOCR on ONNX Runtime, whose models lie inside its wheel.
Why not Tesseract: docs/decisions/0011.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from model.reading.text import Line, Span
from model.workers.limits import MEGABYTE, allow_memory
from model.workers.pictures import Picture

# Pixels a point for recognition: 200 dpi, at which the measured scans came out best for their time.
SCALE = 200 / 72
FONT = "recognized"
INSTALL = (
    "make ocr and then make bundle in the folder that this bundle was made in"
    if getattr(sys, "frozen", False)
    else "make ocr in Paraph's own folder, or pip install 'paraph[ocr]' where it was installed with pip"
)
LEGIBLE = "clear Latin and Chinese letters can be recognized, no others"
_MEMORY = 4096 * MEGABYTE
_LEAST_SCORE = 0.5
# Letters of a script that the models do not know come out as a few signs, or none, over a whole line. Known
# ones stand closer than one to a box's height: in scans 1.2 to 2 of them are as long as it is high.
_SPARSE = 0.5
# Below this a page's words were not read; above the other it stands upright (measured on made pages: upright
# 0.9 to 1, upside down or lying on the wrong side below 0.65, Cyrillic and Arabic below 0.1).
_ILLEGIBLE, _SURE = 0.3, 0.8
# A box is tall where a line runs up or down the page; so few boxes tell nothing of the page.
_TALL, _SOME = 1.5, 3
# A page is askew from half a degree on; what leans far more is no line (10 of what it is long to 1).
_ASKEW, _LEAN = 0.008, 10
_NOTHING_READ = "\ufffd"
# A line's box is about a third higher than its letters are tall, and its baseline stands a fifth above its
# bottom (measured on the scans of 1980 to 1991 against their type sizes).
_SIZE_OF_BOX, _BELOW_BASELINE = 0.7, 0.22
# Boxes of one type size differ by some points; sizes this near to the page's usual one count as it.
_SAME_SIZE = 0.3
# Strokes of bold letters are 1.4 times as wide as those of regular ones (measured on scans at 200 dpi),
# and a line's type is no larger beside the usual one than its box is.
_BOLD = 1.33
# From so many letters on a line's width tells its size, where the page has so many long ones to compare it
# with; justified lines differ by some hundredths.
_TELLING, _LONG, _FEWEST = 10, 20, 8
_OTHER_SIZE = 0.13
# A proportional face and a typewriter's: the one to which the long lines fit better is the page's.
_FACES = ("tiro", "cour")
# A number stands before its text by less than so many heights of its box.
_NEAR = 4.0
_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx", "Cls": "*cls*.onnx"}


# A box on the page: its corners, in points or pixels.
_Corners = list[tuple[float, float]]


class Box(NamedTuple):
    """A stretch of a picture that looks like text: its corners, what it says, and how sure that is."""

    text: str
    corners: _Corners
    score: float

    @property
    def width(self) -> float:
        return max(x for x, _ in self.corners) - min(x for x, _ in self.corners)

    @property
    def height(self) -> float:
        return _height(self.corners)

    @property
    def is_tall(self) -> bool:
        return self.height > _TALL * self.width


class Recognized(NamedTuple):
    """What was read on a page: lines in points, and how much of what looks like text was read (0 to 1).

    A page that lies on its side or upside down is read as turned clockwise by `turn` degrees, and its lines
    are in the frame of the page so turned. `illegible`: there seem to be words, which could not be read.
    """

    lines: tuple[Line, ...]
    confidence: float
    turn: int = 0
    illegible: bool = False


def is_available() -> bool:
    """Whether the extra is installed; asks without loading it."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognize(picture: Picture) -> Recognized:
    """Reads a page drawn at `SCALE`. Takes seconds and a gigabyte; the first call loads the models too."""
    import numpy

    allow_memory(_MEMORY)
    rows = numpy.frombuffer(picture.rgb, numpy.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 3].reshape(picture.height, picture.width, 3)
    boxes = _boxes(pixels)
    sure = legibility(boxes)
    turn = turn_to_try(boxes, sure)
    if turn:
        turned = numpy.rot90(pixels, -turn // 90)
        again = _boxes(turned)
        if legibility(again) > sure or (legibility(again) > _SURE and not _lies(again)):
            pixels, boxes, sure = turned, again, legibility(again)
        else:
            turn = 0
    if sure < _ILLEGIBLE:
        return Recognized((), 0.0, illegible=len(boxes) >= _SOME)
    return Recognized(_lines(pixels, boxes), sure, turn)


def legibility(boxes: Sequence[Box]) -> float:
    """How sure the reading of a page is on the whole (0 to 1), each box by its length."""
    lengths = [max(box.width, box.height) for box in boxes]
    read = (length * box.score for length, box in zip(lengths, boxes, strict=True) if not _is_sparse(box))
    return sum(read) / sum(lengths) if boxes else 0.0


def turn_to_try(boxes: Sequence[Box], sure: float) -> int:
    """By how many degrees clockwise a page may have to be turned for its words to stand upright; 0 for none.

    A tall box was read as turned counterclockwise: where that went well the page wants to be turned so.
    """
    if len(boxes) < _SOME:
        return 0
    if _lies(boxes):
        return 270 if sure > _SURE else 90
    return 0 if sure > _SURE else 180


def _lies(boxes: Sequence[Box]) -> bool:
    """Whether most of what was found runs up or down the page."""
    tall = sum(box.height for box in boxes if box.is_tall)
    return tall > sum(box.width for box in boxes if not box.is_tall)


def _is_sparse(box: Box) -> bool:
    """Whether a box holds far fewer signs than have room in it."""
    long, short = max(box.width, box.height), max(1.0, min(box.width, box.height))
    return len("".join(box.text.split())) < _SPARSE * long / short


def _boxes(pixels: Any) -> list[Box]:
    """What looks like text in a picture, with corners in points: also what cannot be read."""
    found = _engine()(pixels[:, :, ::-1])  # it wants blue first
    if not found.txts:
        return []
    return [
        Box(text.strip(_NOTHING_READ), [(x / SCALE, y / SCALE) for x, y in corners.tolist()], float(score))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


def _lines(pixels: Any, boxes: Sequence[Box]) -> tuple[Line, ...]:
    read = [(box.text, box.corners) for box in boxes if box.score >= _LEAST_SCORE and box.text.strip()]
    if not read:
        return ()
    bold = bold_boxes(pixels, [[(x * SCALE, y * SCALE) for x, y in corners] for _, corners in read])
    read = levelled(read)
    usual = median(_height(corners) for _, corners in read)
    return tuple(
        _line(text, corners, usual, heavy, wide)
        for (text, corners), heavy, wide in zip(read, bold, widths(read), strict=True)
    )


@cache
def _engine() -> Any:
    """The engine with the models of its own wheel: without a path it might look for them on the network."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(next(folder.glob(name))) for part, name in _MODELS.items()}
    options = {"Global.log_level": "error", "Global.use_cls": False, "Global.text_score": 0.0,
               "EngineConfig.onnxruntime.intra_op_num_threads": 1}  # fmt: skip

    class Reader(rapidocr.RapidOCR):  # type: ignore[misc]
        """Leaves in what it finds but cannot read, which the library takes out without a word."""

        def recognize_txt(self, pictures: Any) -> Any:
            read = super().recognize_txt(pictures)
            if read.txts is not None:
                read.txts = tuple([text if text.strip() else _NOTHING_READ for text in read.txts])
            return read

    return Reader(params={**models, **options})


def levelled(read: list[tuple[str, _Corners]]) -> list[tuple[str, _Corners]]:
    """The boxes of a page that was laid askew, each with its corners moved up or down until its lines are
    level, about the middle of the text; where they cannot be told to be askew, as they are."""
    slopes = [
        (right[1] - left[1]) / (right[0] - left[0])
        for _, (left, right, *_) in read
        if right[0] - left[0] > _LEAN * abs(right[1] - left[1])
    ]
    slope = median(slopes) if len(slopes) >= _SOME else 0.0
    if abs(slope) < _ASKEW:
        return read
    across = [x for _, corners in read for x, _ in corners]
    middle = (min(across) + max(across)) / 2
    return [(text, [(x, y - slope * (x - middle)) for x, y in corners]) for text, corners in read]


def _height(corners: _Corners) -> float:
    return max(y for _, y in corners) - min(y for _, y in corners)


def bold_boxes(pixels: Any, boxes: list[_Corners]) -> list[bool]:
    """Which boxes (corners in pixels) hold bold text: its strokes are wider than the page's usual ones.

    `pixels` are rows of colours. A stroke's width is its ink over half of what the ink changes from one pixel
    to the next, which holds between pixels too.
    """
    import numpy

    ink = 1.0 - pixels.mean(axis=2) / 255.0
    ink[ink < 0.3] = 0.0  # the paper
    strokes = []
    for corners in boxes:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        part = ink[max(0, int(min(ys))) : int(max(ys)) + 1, max(0, int(min(xs))) : int(max(xs)) + 1]
        changes = float(numpy.abs(numpy.diff(part, axis=1)).sum())
        strokes.append(2 * float(part.sum()) / changes if changes else 0.0)
    usual, height = median(strokes), median(map(_height, boxes))
    return [
        stroke > _BOLD * usual * max(1.0, _height(corners) / height)
        for stroke, corners in zip(strokes, boxes, strict=True)
    ]


def widths(read: list[tuple[str, _Corners]]) -> list[float]:
    """How wide each line is set against the page's long ones, which tells its size far better than the box's
    height; 1 where that cannot be told: for few letters, or letters that are not Latin."""
    told = [
        len(text) >= _TELLING and sum(sign < "\u0250" for sign in text) > 0.9 * len(text) for text, _ in read
    ]
    long = [at for at, (text, _) in enumerate(read) if told[at] and len(text) >= _LONG]
    if len(long) < _FEWEST:
        return [1.0] * len(read)
    against = [_against(face, read) for face in _FACES]
    usual, found = min(
        ((median([widths[at] for at in long]), widths) for widths in against),
        key=lambda tried: median([abs(tried[1][at] / tried[0] - 1) for at in long]),
    )
    found = [width if tell else 0.0 for width, tell in zip(found, told, strict=True)]
    telling = [(corners, width / usual) for (_, corners), width in zip(read, found, strict=True) if width]
    return [
        width / usual if width else _width_beside(corners, telling)
        for (_, corners), width in zip(read, found, strict=True)
    ]


def _against(face: str, read: list[tuple[str, _Corners]]) -> list[float]:
    """The width of each box against that of its text in a face of size 1."""
    import pymupdf

    font = pymupdf.Font(face)
    return [
        (max(x for x, _ in corners) - min(x for x, _ in corners)) / max(0.1, font.text_length(text, 1))
        for text, corners in read
    ]


def _width_beside(corners: _Corners, telling: list[tuple[_Corners, float]]) -> float:
    """What is told of the box right behind a short one on its row, as behind a number; 1 where none is."""
    right, middle = max(x for x, _ in corners), sum(y for _, y in corners) / len(corners)
    near = 1.0
    nearest = _NEAR * _height(corners)
    for others, wide in telling:
        gap = min(x for x, _ in others) - right
        level = min(y for _, y in others) < middle < max(y for _, y in others)
        if level and abs(gap) < nearest:
            near, nearest = wide, abs(gap)
    return near


def _line(text: str, corners: _Corners, usual: float, bold: bool, wide: float) -> Line:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    height = usual if abs((y1 - y0) / usual - 1) < _SAME_SIZE else y1 - y0
    if abs(wide - 1) > _OTHER_SIZE:
        height = usual * wide
    middle = (y0 + y1) / 2
    baseline = middle + height * (0.5 - _BELOW_BASELINE)
    span = Span(text, x0, y0, x1, y1, x0, baseline, round(height * _SIZE_OF_BOX, 1), FONT, bold, False, False)
    return Line((span,), True)
