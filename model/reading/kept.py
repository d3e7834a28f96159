"""A page as recognition read it, as the text that a RecognitionCache keeps."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from model.reading.ocr import Recognized, is_available
from model.reading.recognized_lines import FONT
from model.reading.text import Line, Rect, Span
from model.recognized import Lean

# Counts up when pages are read differently: what was kept before is then read again.
_READER = 3


def place_of(page: int, clip: Rect | None = None) -> str:
    """Of a page (from 1), or of a picture on it."""
    return str(page) if clip is None else " ".join([str(page), *(f"{side:.1f}" for side in clip)])


def as_text(read: Recognized) -> str:
    """Without what is the same for all recognized lines."""
    rows = [
        [text, *(round(place, 2) for place in (x0, y0, x1, y1, baseline)), size, int(bold)]
        for ((text, x0, y0, x1, y1, _, baseline, size, _, bold, *_),), _ in read.lines
    ]
    rules = [[round(side, 2) for side in rule] for rule in read.rules]
    values = [_reader(), read.confidence, read.turn, int(read.illegible), read.lean, rows, rules]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Recognized | None:
    """What `as_text` was given; None if another reader than the one that is installed made it."""
    reader, confidence, turn, illegible, lean, rows, *rules = json.loads(text)
    if is_available() and reader != _reader():
        return None
    lines = tuple([
        Line((Span(text, x0, y0, x1, y1, x0, baseline, size, FONT, bool(bold), False, False),), True)
        for text, x0, y0, x1, y1, baseline, size, bold in rows
    ])  # fmt: skip
    told = tuple([Rect(*rule) for rule in rules[0]]) if rules else ()  # earlier versions kept none
    return Recognized(lines, confidence, turn, bool(illegible), Lean(*lean) if lean else None, told)


@cache
def _reader() -> str:
    try:
        return f"{_READER} {version('rapidocr')}"
    except PackageNotFoundError:  # put there by no installer
        return str(_READER)
