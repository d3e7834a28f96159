"""The words that character recognition read on a page, kept with the report: its PDF does not hold them.

Units: points; pages count from 1. Lines are in the frame of the page turned clockwise by `rotation` degrees,
in which they stand upright, and levelled where the page was laid askew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple


class RecognizedLine(NamedTuple):
    """A line of words and the rectangle around it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


class Lean(NamedTuple):
    """How a page that was laid askew leans: its lines go down by `slope` for each point to the right. They
    are levelled about `middle`, where they stay as they are."""

    slope: float
    middle: float

    def down(self, x: float) -> float:
        """How much lower than its levelled place something at `x` stands on the page."""
        return self.slope * (x - self.middle)


class RecognizedPage(NamedTuple):
    """`alone`: the page's own text, if any, shows other words than the page and does not count."""

    number: int
    rotation: int
    alone: bool
    lines: tuple[RecognizedLine, ...]
    lean: Lean | None = None


def as_json(pages: Iterable[RecognizedPage]) -> str:
    """As a report keeps them; empty for none."""
    rows = [[page.number, page.rotation, int(page.alone), page.lines, page.lean] for page in pages]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def from_json(text: str) -> dict[int, RecognizedPage]:
    """By page, what `as_json` gave; earlier versions kept no lean."""
    return {
        number: RecognizedPage(number, rotation, bool(alone), tuple(RecognizedLine(*line) for line in lines),
                               *(Lean(*lean) for lean in leans if lean))
        for number, rotation, alone, lines, *leans in (json.loads(text) if text else ())
    }  # fmt: skip
