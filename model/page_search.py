"""Finding words on pages: accents and case folded, broken words healed, across the ends of lines."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.folding import folded
from model.nodes import Region

# How wide letters are that are much narrower or wider than the others.
_WIDTHS = dict.fromkeys("ijl.,;:'|!()[]", 0.55) | dict.fromkeys("ftrsI", 0.75) | dict.fromkeys("mw", 1.55)
_HYPHENS = ("-", "\u2010", "\u00ad")


class Occurrence(NamedTuple):
    """One place where the words stand: a rectangle for each line that it touches."""

    page: int
    regions: tuple[Region, ...]

    @property
    def y(self) -> float:
        return self.regions[0].y0


class PageWord(NamedTuple):
    """A word in reading order; `last` where its line ends."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    last: bool


class FoldedPage:
    """A page's text made for searching: some kilobytes a page, so that a long report stays in memory."""

    __slots__ = ("_boxes", "_ends", "_starts", "page", "text")

    def __init__(self, page: int, words: Iterable[PageWord]) -> None:
        self.page = page
        self._starts, self._ends, self._boxes = array("I"), array("I"), array("f")
        parts: list[str] = []
        at = 0
        for x0, y0, x1, y1, text, last in words:
            plain = folded(text)
            self._starts.append(at)
            at += len(plain)
            self._ends.append(at)
            self._boxes.extend((x0, y0, x1, y1))
            if not (last and len(text) > 1 and text.endswith(_HYPHENS)):
                plain += " "
                at += 1
            parts.append(plain)
        self.text = "".join(parts)

    def find(self, needle: str) -> Iterator[Occurrence]:
        """All places of a needle as `needle_of` gives it; they do not overlap."""
        at = self.text.find(needle) if needle else -1
        while at >= 0:
            yield Occurrence(self.page, tuple(self._regions(at, at + len(needle))))
            at = self.text.find(needle, at + len(needle))

    def _regions(self, start: int, end: int) -> list[Region]:
        found: list[Region] = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._starts) and self._starts[index] < end:
            if self._ends[index] > start:
                box = self._part(index, start, end)
                if found and _same_line(found[-1], box):
                    last = found[-1]
                    found[-1] = Region(self.page, min(last.x0, box.x0), min(last.y0, box.y0),
                                       max(last.x1, box.x1), max(last.y1, box.y1))  # fmt: skip
                else:
                    found.append(box)
            index += 1
        return found

    def _part(self, index: int, start: int, end: int) -> Region:
        """The part of a word, by its share of the characters as wide as they usually are; the whole of one
        that stands upright."""
        x0, y0, x1, y1 = self._boxes[4 * index : 4 * index + 4]
        first, last = self._starts[index], self._ends[index]
        if (start <= first and last <= end) or y1 - y0 > x1 - x0:
            return Region(self.page, x0, y0, x1, y1)
        widths = [_WIDTHS.get(char, 1.0) for char in self.text[first:last]]
        each = (x1 - x0) / sum(widths)
        left = each * sum(widths[: max(start - first, 0)])
        right = each * sum(widths[min(end, last) - first :])
        if unicodedata.bidirectional(self.text[first]) in ("R", "AL"):
            left, right = right, left
        return Region(self.page, x0 + left, y0, x1 - right, y1)


def _same_line(one: Region, other: Region) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.6 * min(one.y1 - one.y0, other.y1 - other.y0)
