"""The lines of a report's first pages, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from model.extraction.zones import words
from model.extraction.zones.baselines import grouped, longest
from model.extraction.zones.pieces import Piece
from model.extraction.zones.sheets import Sheet

SIGNS = re.compile(r"[\W_]+")
_x0 = attrgetter("x0")


class FrontLine(NamedTuple):
    """A baseline row of a front page."""

    pieces: tuple[Piece, ...]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float

    @property
    def style(self) -> tuple[float, bool]:
        return round(self.size, 1), self.bold

    @property
    def bold(self) -> bool:
        """Whether most of its letters and digits are bold, raised ones and marks of notes aside."""
        counted = [
            (sum(map(str.isalnum, s.text)), s.bold) for p in self.pieces for s in p.spans if not s.raised
        ]
        return sum([n for n, bold in counted if bold]) > 0.8 * sum([n for n, _ in counted])


def squash(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return SIGNS.sub("", text.casefold())


def lines_of(pieces: Iterable[Piece]) -> list[FrontLine]:
    return list(each_line(pieces))


def each_line(pieces: Iterable[Piece]) -> Iterator[FrontLine]:
    for row in grouped([p for p in pieces if p.level]):
        main = longest(row)
        ordered = tuple(sorted(row, key=_x0))
        text = " ".join([p.text.strip() for p in ordered])
        yield FrontLine(ordered, text, ordered[0].x0, max([p.x1 for p in row]), main.baseline, main.size)


def is_text(sheet: Sheet, body_size: float) -> bool:
    """True for a page of running text or of a contents list."""
    long = 0
    for line in each_line(sheet.pieces):
        long += is_long(line, sheet) and line.size < body_size + 1.5
        if long >= 4 or words.CONTENTS.match(line.text):
            return True
    return False


def is_long(line: FrontLine, sheet: Sheet) -> bool:
    """True for a line as long as those of running text; Chinese fills it with fewer letters."""
    return len(line.text) > 48 or (len(line.text) > 18 and line.x1 - line.x0 > 0.55 * sheet.width)


def is_centred(line: FrontLine, sheet: Sheet) -> bool:
    middle = (line.x0 + line.x1) / 2
    return abs(middle - sheet.width / 2) < 0.06 * sheet.width and line.x1 - line.x0 < 0.72 * sheet.width


def is_divider(lines: Sequence[FrontLine]) -> bool:
    """True for a page that begins with a chapter's label."""
    first = next((line for line in lines if sum(map(str.isalpha, line.text)) > 3), None)
    return first is not None and bool(words.CHAPTER.match(first.text))
