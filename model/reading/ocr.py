"""Pages that are pictures, read by optical character recognition, offline.

An optional extra (`pip install paraph[ocr]`): RapidOCR on ONNX Runtime, whose models lie inside its wheel.
Why not Tesseract: docs/decisions/0011.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from model.reading import recognizer, strokes
from model.reading.boxes import Corners, Drawn, legibility, lies, turned
from model.reading.recognized_lines import baselines_of, lines_of_boxes
from model.reading.ruled import levelled, ruled
from model.reading.text import Line, Rect
from model.recognized import Lean
from model.workers.limits import MEGABYTE, allow_memory
from model.workers.pictures import Picture

# Pixels a point for recognition: 200 dpi, at which the measured scans came out best for their time.
SCALE = 200 / 72
INSTALL = (
    "run “make ocr” and then “make bundle” in the folder that this bundle was made in"
    if getattr(sys, "frozen", False)
    else "run “make ocr” in Paraph's own folder, or “pip install 'paraph[ocr]'”"
)
LEGIBLE = "only clear Latin and Chinese letters can be recognized"
_MEMORY = 4096 * MEGABYTE
# Below this a page's words were not read (measured on made pages: read 0.9 to 1, Cyrillic and Arabic below
# 0.1); so few boxes tell nothing of the page.
_ILLEGIBLE, _SOME = 0.3, 3


class Recognized(NamedTuple):
    """What was read on a page: lines and level rules in points, and how much of what looks like text was read
    (0 to 1).

    A page that lies on its side or upside down is read as turned clockwise by `turn` degrees, and its lines
    are in the frame of the page so turned, levelled where it was laid askew (`lean`). `illegible`: there seem
    to be words, which could not be read.
    """

    lines: tuple[Line, ...]
    confidence: float
    turn: int = 0
    illegible: bool = False
    lean: Lean | None = None
    rules: tuple[Rect, ...] = ()


def is_available() -> bool:
    """Whether the extra is installed; asks without loading it."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognize(picture: Picture) -> Recognized:
    """Reads a page drawn at `SCALE`. Takes seconds and a gigabyte; the first call loads the models too."""
    import numpy

    allow_memory(_MEMORY)
    rows = numpy.frombuffer(picture.rgb, numpy.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 3].reshape(picture.height, picture.width, 3)
    pixels = numpy.ascontiguousarray(pixels[:, :, ::-1])  # blue first
    boxes, turn = recognizer.found(pixels), 0
    if len(boxes) >= _SOME and lies(boxes):
        pixels, boxes, turn = _turned(pixels, boxes, 270)
    if len(boxes) >= _SOME and recognizer.is_upside_down(pixels, boxes):
        pixels, boxes, by = _turned(pixels, boxes, 180)
        turn += by
    read = recognizer.read(pixels, boxes)
    sure = legibility(read)
    if sure < _ILLEGIBLE:
        return Recognized((), 0.0, illegible=len(boxes) >= _SOME)
    rules, plain = ruled(_greyed(pixels), baselines_of(read, SCALE))
    lines, lean = lines_of_boxes(plain, read, SCALE)
    return Recognized(lines, sure, turn % 360, lean=lean, rules=levelled(rules, lean))


def _greyed(pixels: Any) -> Drawn:
    """A picture drawn at `SCALE` in grey, at the scale at which type is told."""
    by = round(SCALE / strokes.SCALE)
    height, width = (side // by for side in pixels.shape[:2])
    grey = pixels[: height * by, : width * by].reshape(height, by, width, by * 3).mean(axis=(1, 3))
    return Drawn(width, height, width, grey.astype("uint8").tobytes())


def _turned(pixels: Any, boxes: Sequence[Corners], turn: int) -> tuple[Any, list[Corners], int]:
    """A picture and what was found in it, clockwise by `turn` degrees: nothing has to be found again."""
    import numpy

    height, width = pixels.shape[:2]
    return numpy.ascontiguousarray(numpy.rot90(pixels, -turn // 90)), turned(boxes, turn, width, height), turn
