"""Which pages of a PDF hold two of the report's, side by side.

So it is where two pages were printed on one sheet, where a brochure was saved by its spreads, and where an
open book lay under the scanner. Nothing crosses the gutter between them. Both have a page number of their
own, one counting on from the other, or a running head at the same height, or the gutter is as wide as the
margins of two pages. Columns have none of it: a page set in columns has one number, one head, and margins
wider than what is between its columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from model.extraction.zones.edge_numbers import page_number
from model.extraction.zones.edge_rows import fold
from model.reading.text import PageText, Span

# Two pages side by side are this many times as wide as high: each is higher than wide.
_WIDE = (1.1, 1.9)
# The gutter is this much of the page's width at least, and is in the middle, give or take this much.
_GUTTER, _OFF = 0.03, 0.06
# Running lines are in this share of the page's height at its edges; those of two halves are level within this
# many points.
_EDGE, _LEVEL = 0.17, 6.0
# Letters that a running head has at least.
_HEAD = 3
# Of the wide pages this many have a gutter, and this many show that they hold two.
_PARTED, _SHOWN = 0.8, 0.5
# Two pages' inner margins have this much of the page's width, and of their outer ones, on this many of those
# whose halves hold this many lines of this many characters.
_MARGINS, _OUTER, _MOST, _LINES, _LONG = 0.07, 0.6, 0.8, 10, 40
# The first page's left half is number 1, its right half 2: the left halves come first, and nothing is added.
_FIRST = (1, -1)


def is_wide(page: PageText) -> bool:
    """Whether a page is wide enough to hold two."""
    least, most = _WIDE
    return least * page.height < page.width < most * page.height


def gutters(pages: Sequence[PageText]) -> tuple[list[float | None], bool] | None:
    """Where each page is folded (points from its left; None for a single page), and whether the right
    halves come first. None if each page holds only one."""
    wide = [_Spread(page) for page in pages if is_wide(page) and any(line.level for line in page.lines)]
    folded = {spread.number: spread for spread in wide if spread.is_parted}
    if not folded or len(folded) < _PARTED * len(wide):
        return None
    order = _order([*folded.values()], max(min(2, len(wide)), _SHOWN * len(wide)))
    if order is None:
        return None
    return [folded[page.number].fold if page.number in folded else None for page in pages], order < 0


class _Spread:
    """A wide page and its two halves."""

    def __init__(self, page: PageText) -> None:
        self.number, self._page, self._middle = page.number, page, page.width / 2
        self._left, self._right = 0.0, page.width
        for span in self._spans():
            if span.x0 + span.x1 < page.width:
                self._left = max(self._left, span.x1)
            else:
                self._right = min(self._right, span.x0)

    def _spans(self) -> Iterator[Span]:
        return (s for line in self._page.lines if line.level for s in line.spans if not s.text.isspace())

    @property
    def is_parted(self) -> bool:
        """Whether nothing crosses its middle."""
        off, wide = _OFF * self._page.width, self._right - self._left
        return (
            wide > _GUTTER * self._page.width
            and self._left < self._middle + off
            and self._right > self._middle - off
        )

    @property
    def fold(self) -> float:
        """Where it is folded: in the middle, if that is empty."""
        between = self._left < self._middle < self._right
        return self._middle if between else (self._left + self._right) / 2

    @cached_property
    def _edges(self) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
        """The texts near the upper and the lower edge of both halves, with their baselines."""
        halves: tuple[list[tuple[float, str]], list[tuple[float, str]]] = [], []
        upper, lower = _EDGE * self._page.height, (1 - _EDGE) * self._page.height
        for line in self._page.lines:
            baseline = line.spans[0].baseline
            if line.level and not upper < baseline < lower:
                for right, half in enumerate(halves):
                    text = "".join([span.text for span in line.spans if (span.x0 >= self.fold) == right])
                    if not text.isspace():
                        half.append((baseline, text.strip()))
        return halves

    @cached_property
    def numbers(self) -> set[tuple[bool, int]]:
        """The page numbers in the halves, with whether it is the right one."""
        texts = ((right > 0, text) for right, half in enumerate(self._edges) for _, text in half)
        return {(right, value) for right, text in texts if (value := page_number(text)) is not None}

    @property
    def is_headed_twice(self) -> bool:
        """Whether both halves have the same words at one height, but not the same number."""
        left, right = self._edges
        level = [(one, two) for y, one in left for other, two in right if abs(other - y) < _LEVEL]
        if any(page_number(one) == page_number(two) is not None for one, two in level):
            return False
        return any(sum(map(str.isalpha, one)) >= _HEAD and fold(one) == fold(two) for one, two in level)

    @property
    def is_full(self) -> bool:
        """Whether both halves hold running text."""
        long = Counter(line.spans[0].x0 > self.fold for line in self._page.lines if len(line.text) > _LONG)
        return len(long) == 2 and min(long.values()) >= _LINES

    @property
    def has_margins(self) -> bool:
        """Whether its halves are as far from each other as two pages' texts are, with no rule across."""
        gutter, spans = self._right - self._left, [*self._spans()]
        outer = min([s.x0 for s in spans]) + self._page.width - max([s.x1 for s in spans])
        ruled = any(rule.x0 < self.fold < rule.x1 for rule in self._page.rules)
        return not ruled and gutter > max(_MARGINS * self._page.width, _OUTER * outer)


def _order(spreads: Sequence[_Spread], needed: float) -> int | None:
    """1 if the left halves come first, -1 if the right ones do, None if each page holds only one. At least
    `needed` pages have to show it."""
    by_two: Counter[tuple[int, int]] = Counter()
    by_one: Counter[int] = Counter()
    showing: Counter[tuple[int, int]] = Counter()
    for spread in spreads:
        steps = {
            (way, value - 2 * spread.number - (right is (way > 0)), right)
            for right, value in spread.numbers
            for way in (1, -1)
        }
        by_two.update([step[:2] for step in steps])
        showing.update({step[:2] for step in steps})
        by_one.update([value - spread.number for _, value in spread.numbers])
    step = max(by_two, key=lambda step: (by_two[step], step), default=(1, 0))
    count, single = by_two[step], max(by_one.values(), default=0)
    if showing[step] >= needed and count > 1 and (count > single or (count == single and step == _FIRST)):
        return step[0]
    if single >= max(2, needed):
        return None
    if sum([spread.is_headed_twice for spread in spreads]) >= needed:
        return 1
    apart = [spread.has_margins for spread in spreads if spread.is_full]
    return 1 if sum(apart) > 1 and sum(apart) >= _MOST * len(apart) else None
