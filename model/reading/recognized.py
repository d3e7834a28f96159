"""Recognized words in the shape in which the engine gives a page's own, so that both are laid out alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

import pymupdf

from model.documents import PageInfo
from model.reading.layers import EngineWord
from model.reading.recognized_lines import FONT
from model.reading.text import PageText, Rect, around
from model.reading.turning import to_unrotated
from model.recognized import RecognizedLine, RecognizedPage

# Letters are as wide, one beside another, as they are in this face; most scans are set in one like it.
_FACE = "tiro"


def recognized_page(page: PageText) -> RecognizedPage:
    """What was recognized on a page as it was read; without lines where nothing was."""
    ours = [line.spans[0] for line in page.lines if line.spans[0].font == FONT]
    lines = [
        RecognizedLine(span.text, *(round(side, 1) for side in (span.x0, span.y0, span.x1, span.y1)))
        for span in ours
    ]
    return RecognizedPage(page.number, page.rotation, len(ours) == len(page.lines), tuple(lines), page.lean)


def as_read(info: PageInfo, page: RecognizedPage) -> PageInfo:
    """The page in the frame in which its words stand upright."""
    return info._replace(rotation=page.rotation)


def raw_blocks(page: RecognizedPage, info: PageInfo) -> list[dict[str, Any]]:
    """As in the engine's raw dictionary: a block a line, its characters with boxes on the unrotated page.
    `info` as `as_read` gives it."""
    across = (0.0, 1.0) if info.rotation % 180 else (1.0, 0.0)
    return [
        {"lines": [{"dir": across, "spans": [{"chars": [
            {"c": char, "bbox": tuple(box)} for char, box in _chars(line, page, info)]}]}]}
        for line in page.lines
    ]  # fmt: skip


def engine_words(page: RecognizedPage, info: PageInfo, first: int) -> Iterator[EngineWord]:
    """As in the engine's list of words, in blocks from number `first` on."""
    for block, line in enumerate(page.lines, first):
        number, word, boxes = 0, "", list[Rect]()
        for char, box in [*_chars(line, page, info), (" ", Rect(0, 0, 0, 0))]:
            if not char.isspace():
                word += char
                boxes.append(box)
            elif word:
                yield (*around(boxes), word, block, 0, number)
                number, word, boxes = number + 1, "", []


def _chars(line: RecognizedLine, page: RecognizedPage, info: PageInfo) -> Iterator[tuple[str, Rect]]:
    """The characters, each with its share of the line, where they stand on the page."""
    widths = [max(width, 0.1) for width in _face().char_lengths(line.text, 1)]
    each = (line.x1 - line.x0) / sum(widths)
    ends = [line.x0 + each * end for end in accumulate(widths)]
    for char, left, right in zip(line.text, [line.x0, *ends], ends, strict=False):
        down = page.lean.down((left + right) / 2) if page.lean else 0.0
        yield char, to_unrotated((left, line.y0 + down, right, line.y1 + down), info)


@cache
def _face() -> Any:
    return pymupdf.Font(_FACE)
