"""RapidOCR's part of reading a picture: where text stands, whether it stands upside down, what it says.

Pictures are arrays of rows of pixels, blue first; boxes are in their pixels. What each step costs was
measured on made pages of 3,000 letters at 200 dpi: docs/decisions/0011.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from model.reading.boxes import Box, Corners, legibility, length_of, turned, upended

# Text is found as well on a picture three quarters as large, in two thirds of the time; on one half as large
# a number that stands apart from its line was missed. A huge one is made smaller still.
_SHARE, _MOST = 0.75, 3600
# The beginnings of its longest lines, this many heights long, show which way up a text is: a whole line would
# be squeezed too much for the classifier. It is sure of letters it knows (measured 0.00 to 0.04, and 0.96 to
# 1.00 upside down); where it is not, some lines are read both ways.
_LINES, _BEGINNING = 12, 4
_UPRIGHT, _UPSIDE_DOWN = 0.2, 0.8
_SAMPLE = 4
_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx", "Cls": "*cls*.onnx"}
# Lines differ in length: read one by one none is filled up to the longest, which takes a quarter of the time.
_OPTIONS = {"Global.log_level": "error", "Global.text_score": 0.0, "Global.max_side_len": 100_000,
            "Global.min_side_len": 1, "Det.limit_side_len": 32, "Rec.rec_batch_num": 1,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1}  # fmt: skip


def found(pixels: Any) -> list[Corners]:
    """What looks like text, from the top down."""
    import cv2

    height, width = pixels.shape[:2]
    share = min(_SHARE, _MOST / max(height, width))
    small = cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    boxes = _engine()(small, use_det=True, use_cls=False, use_rec=False).boxes
    if boxes is None:
        return []
    across, down = width / small.shape[1], height / small.shape[0]
    return turned([[(x * across, y * down) for x, y in box.tolist()] for box in boxes], 0, width, height)


def is_upside_down(pixels: Any, boxes: Sequence[Corners]) -> bool:
    """Whether lines of text that run across a picture have to be turned by half a circle."""
    longest = sorted(boxes, key=length_of, reverse=True)[:_LINES]
    told = [_direction(_beginning(_cut(pixels, corners))) for corners in longest]
    mean = sum(told) / len(told)
    if _UPRIGHT < mean < _UPSIDE_DOWN:
        sample = longest[:_SAMPLE]
        return legibility(read(pixels, list(map(upended, sample)))) > legibility(read(pixels, sample))
    return mean >= _UPSIDE_DOWN


def read(pixels: Any, boxes: Sequence[Corners]) -> list[Box]:
    """What each box says; nothing if it cannot be read."""
    return [_read(_cut(pixels, corners), corners) for corners in boxes]


def _read(piece: Any, corners: Corners) -> Box:
    read = _engine()(piece, use_det=False, use_cls=False, use_rec=True)
    if not read.txts:
        return Box("", corners, 0.0)
    return Box(read.txts[0], corners, float(read.scores[0]))


def _direction(piece: Any) -> float:
    """How sure it is that a piece of a line stands upside down (0 to 1)."""
    ((label, sure),) = _engine()(piece, use_det=False, use_cls=True, use_rec=False).cls_res
    return float(sure) if label == "180" else 1.0 - float(sure)


def _beginning(piece: Any) -> Any:
    return piece[:, : _BEGINNING * piece.shape[0]]


def _cut(pixels: Any, corners: Corners) -> Any:
    """A box as a picture of its own, level."""
    import numpy

    (piece,) = _engine().crop_text_regions(pixels, numpy.array([corners], numpy.float32))
    return piece


@cache
def _engine() -> Any:
    """The engine with the models of its own wheel: without a path it might look for them on the network."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(next(folder.glob(name))) for part, name in _MODELS.items()}
    return rapidocr.RapidOCR(params={**models, **_OPTIONS})
