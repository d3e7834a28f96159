"""Pages that are pictures, read by optical character recognition, offline.

An optional extra (`pip install paraph[ocr]`): RapidOCR on ONNX Runtime, whose models lie inside its wheel.
Why not Tesseract: docs/decisions/0011.
"""

from __future__ import annotations

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
INSTALL = "pip install 'paraph[ocr]'"
_MEMORY = 4096 * MEGABYTE
_LEAST_SCORE = 0.5
# A line's box is about a third higher than its letters are tall, and its baseline stands a fifth above its
# bottom (measured on the scans of 1980 to 1991 against their type sizes).
_SIZE_OF_BOX, _BELOW_BASELINE = 0.7, 0.22
# Boxes of one type size differ by some points; sizes this near to the page's usual one count as it.
_SAME_SIZE = 0.3
_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx", "Cls": "*cls*.onnx"}


class Recognized(NamedTuple):
    """What was read on a page: lines in points of the page as shown, and the mean confidence (0 to 1)."""

    lines: tuple[Line, ...]
    confidence: float


def is_available() -> bool:
    """Whether the extra is installed; asks without loading it."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognize(picture: Picture) -> Recognized:
    """Reads a page drawn at `SCALE`. Takes seconds and a gigabyte; the first call loads the models too."""
    import numpy

    allow_memory(_MEMORY)
    rows = numpy.frombuffer(picture.rgb, numpy.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 3].reshape(picture.height, picture.width, 3)
    found = _engine()(pixels[:, :, ::-1])  # it wants blue first
    if not found.txts:
        return Recognized((), 0.0)
    read = [
        (text, [(float(x) / SCALE, float(y) / SCALE) for x, y in corners], float(score))
        for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if score >= _LEAST_SCORE and text.strip()
    ]
    if not read:
        return Recognized((), 0.0)
    usual = median(_height(corners) for _, corners, _ in read)
    lines = tuple(_line(text, corners, usual, number) for number, (text, corners, _) in enumerate(read))
    return Recognized(lines, sum(score for *_, score in read) / len(read))


@cache
def _engine() -> Any:
    """The engine with the models of its own wheel: without a path it might look for them on the network."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(next(folder.glob(name))) for part, name in _MODELS.items()}
    options = {"Global.log_level": "error", "Global.use_cls": False,
               "EngineConfig.onnxruntime.intra_op_num_threads": 1}  # fmt: skip
    return rapidocr.RapidOCR(params={**models, **options})


def _height(corners: list[tuple[float, float]]) -> float:
    return max(y for _, y in corners) - min(y for _, y in corners)


def _line(text: str, corners: list[tuple[float, float]], usual: float, number: int) -> Line:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    height = usual if abs((y1 - y0) / usual - 1) < _SAME_SIZE else y1 - y0
    middle = (y0 + y1) / 2
    baseline = middle + height * (0.5 - _BELOW_BASELINE)
    span = Span(
        text, x0, y0, x1, y1, x0, baseline, round(height * _SIZE_OF_BOX, 1), FONT, False, False, False
    )
    return Line((span,), x0, y0, x1, y1, number, True)
