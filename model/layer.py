"""The words of a page as a reader selects them: in reading order, each with the edges of its characters.

Units: points on the unrotated page, origin at the top left of its CropBox; pages count from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.nodes import Region

_HYPHENS = "-\u2010\u00ad"
# A word belongs to a rectangle where its middle does, give or take the rounding of stored points.
_SLACK = 0.5
# This far beside a word is still on its line, for a mouse (points).
_BESIDE = 3.0
# Lines further apart than this many heights of a line stand in different rectangles.
_LEADING = 1.6


class Caret(NamedTuple):
    """A place between two characters: before character `char` of word `word`, both from 0."""

    word: int
    char: int


class LaidWord(NamedTuple):
    """`edges` are the borders of its characters along its line, in reading direction: one more than
    characters, across the page where it is `upright`, down the page otherwise. `line` and `block` count the
    page's lines and paragraphs in reading order."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    line: int
    block: int
    edges: tuple[float, ...] = ()
    upright: bool = True

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


class Link(NamedTuple):
    """A link of the PDF: to `page` (from 1; 0 for none) at height `y` as shown, or to an `address`."""

    x0: float
    y0: float
    x1: float
    y1: float
    page: int = 0
    y: float = 0.0
    address: str = ""

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class TextLayer:
    """One page's words in reading order, and its links."""

    page: int
    words: tuple[LaidWord, ...] = ()
    links: tuple[Link, ...] = ()

    # --- where a point is ------------------------------------------------------------------------------

    def word_at(self, x: float, y: float, slack: float = 0.0) -> int | None:
        """The word under a point."""
        for index, word in enumerate(self.words):
            if word.x0 - slack <= x <= word.x1 + slack and word.y0 <= y <= word.y1:
                return index
        return None

    def is_text(self, x: float, y: float) -> bool:
        """Whether a point lies on a line of text: on a word, or between two words of a line."""
        if self.word_at(x, y, _BESIDE) is not None:
            return True
        left: set[int] = set()
        right: set[int] = set()
        for word in self.words:
            if word.upright and word.y0 <= y <= word.y1:
                (left if word.x1 <= x else right).add(word.line)
        return bool(left & right)

    def caret_at(self, x: float, y: float) -> Caret | None:
        """The place between characters nearest to a point; None on a page without words."""
        if not self.words:
            return None
        nearest = min(range(len(self.words)), key=lambda index: _distance(self.words[index], x, y))
        word = self.words[nearest]
        along = x if word.upright else y
        edges = word.edges or (word.x0, word.x1)
        char = min(range(len(edges)), key=lambda index: abs(edges[index] - along))
        return Caret(nearest, min(char, len(word.text)))

    def along(self, caret: Caret) -> float:
        """The position of a place along its line: across the page for upright words, else down it."""
        word = self.words[caret.word]
        ends = (word.x0, word.x1) if word.upright else (word.y0, word.y1)
        return word.edges[caret.char] if word.edges else ends[caret.char > 0]

    def bar_at(self, caret: Caret) -> Region:
        """A place as a rectangle, one point wide and as high as its word."""
        word, low, high = self.words[caret.word], self.along(caret) - 0.5, self.along(caret) + 0.5
        if word.upright:
            return Region(self.page, low, word.y0, high, word.y1)
        return Region(self.page, word.x0, low, word.x1, high)

    def link_at(self, x: float, y: float) -> Link | None:
        """The link at a point of the page, in points."""
        return next((link for link in self.links if link.holds(x, y)), None)

    # --- stretches of it -------------------------------------------------------------------------------

    @property
    def start(self) -> Caret:
        return Caret(0, 0)

    @property
    def end(self) -> Caret:
        return Caret(len(self.words) - 1, len(self.words[-1].text)) if self.words else Caret(0, 0)

    def word_around(self, caret: Caret) -> tuple[Caret, Caret]:
        """The places before and after the word that a place is in."""
        word = self.words[caret.word]
        return Caret(caret.word, 0), Caret(caret.word, len(word.text))

    def line_around(self, caret: Caret) -> tuple[Caret, Caret]:
        """The places before the first and after the last word of the line that a place is in."""
        line = self.words[caret.word].line
        first = last = caret.word
        while first and self.words[first - 1].line == line:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].line == line:
            last += 1
        return Caret(first, 0), Caret(last, len(self.words[last].text))

    def whole_words(self, start: Caret, end: Caret) -> range:
        """The words of which at least one character lies between two places."""
        first = start.word + (start.char >= len(self.words[start.word].text)) if self.words else 0
        last = end.word - (end.char <= 0)
        return range(first, max(first, last + 1))

    def text(self, start: Caret, end: Caret) -> str:
        """The characters between two places: lines joined, words that were broken at a line's end made
        whole."""
        parts = []
        for index in self.whole_words(start, end):
            cut = self.words[index].text
            cut = cut[: end.char] if index == end.word else cut
            parts.append((index, cut[start.char :] if index == start.word else cut))
        return joined([(self.words[index]._replace(text=cut)) for index, cut in parts])

    def boxes(self, start: Caret, end: Caret) -> list[Region]:
        """The rectangles around the characters between two places, one for each line."""
        found: dict[int, Region] = {}
        for index in self.whole_words(start, end):
            word = self.words[index]
            box = self._part(word, start.char if index == start.word else 0,
                             end.char if index == end.word else len(word.text))  # fmt: skip
            known = found.get(word.line)
            found[word.line] = box if known is None else _union(known, box)
        return list(found.values())

    def within(self, regions: Iterable[Region]) -> list[int]:
        """The words that stand in rectangles of this page, in reading order."""
        boxes = [(region.x0 - _SLACK, region.y0 - _SLACK, region.x1 + _SLACK, region.y1 + _SLACK)
                 for region in regions if region.page == self.page]  # fmt: skip
        low, high = min((box[1] for box in boxes), default=0), max((box[3] for box in boxes), default=0)
        found = []
        for index, word in enumerate(self.words):
            if word.y1 < low or word.y0 > high:
                continue  # as most are: entries are low, pages are high
            x, y = word.middle
            for x0, y0, x1, y1 in boxes:
                if y0 <= y <= y1 and x0 <= x <= x1:
                    found.append(index)
                    break
        return found

    def around(self, indices: Iterable[int]) -> tuple[Region, ...]:
        """Rectangles around words, and around no other words: lines that follow each other closely share
        one."""
        chosen = list(indices)
        mine = set(chosen)
        runs: list[Region] = []  # of words side by side
        before: int | None = None
        for index in chosen:
            word = self.words[index]
            box = Region(self.page, word.x0, word.y0, word.x1, word.y1)
            if before is not None and index == before + 1 and self.words[before].line == word.line:
                runs[-1] = _union(runs[-1], box)
            else:
                runs.append(box)
            before = index
        found: list[Region] = []
        for box in runs:
            if found and _continues(found[-1], box) and self._is_free(found[-1], box, mine):
                found[-1] = _union(found[-1], box)
            else:
                found.append(box)
        return tuple(found)

    def _is_free(self, one: Region, other: Region, mine: set[int]) -> bool:
        """Whether a rectangle around two would hold no other words than these."""
        both = _union(one, other)
        return all(index in mine for index, word in enumerate(self.words) if _inside(word, both))

    def _part(self, word: LaidWord, first: int, last: int) -> Region:
        if not word.edges:
            return Region(self.page, word.x0, word.y0, word.x1, word.y1)
        low, high = sorted((word.edges[first], word.edges[last]))
        if word.upright:
            return Region(self.page, low, word.y0, high, word.y1)
        return Region(self.page, word.x0, low, word.x1, high)


def joined(words: Sequence[LaidWord], paragraphs: bool = True) -> str:
    """The text of words: lines joined by spaces, paragraphs by line ends, words that were broken at a
    line's end made whole."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        if before is None:
            text = word.text
        elif before.line == word.line:
            text += " " + word.text
        elif is_broken(before.text, word.text):
            text = text[:-1] + word.text
        else:
            text += ("\n" if paragraphs and before.block != word.block else " ") + word.text
    return text


def is_broken(end: str, start: str) -> bool:
    """Whether a word is broken at the end of a line: it ends in a hyphen and goes on with a small letter."""
    return len(end) > 1 and end[-1] in _HYPHENS and end[-2].isalpha() and start[:1].islower()


def _distance(word: LaidWord, x: float, y: float) -> float:
    """The distance to a word, in which lines count far more than what lies across: next to a line is still
    that line."""
    across = max(word.x0 - x, 0.0, x - word.x1)
    down = max(word.y0 - y, 0.0, y - word.y1)
    return across + 4 * down if word.upright else 4 * across + down


def _inside(word: LaidWord, region: Region) -> bool:
    x, y = word.middle
    return region.x0 - _SLACK <= x <= region.x1 + _SLACK and region.y0 - _SLACK <= y <= region.y1 + _SLACK


def _continues(above: Region, box: Region) -> bool:
    """Whether a line stands right below a rectangle, in the same column."""
    height = box.y1 - box.y0
    apart = box.y0 - above.y1
    return -height < apart < _LEADING * height and box.x0 < above.x1 and box.x1 > above.x0


def _union(one: Region, other: Region) -> Region:
    return Region(one.page, min(one.x0, other.x0), min(one.y0, other.y0),
                  max(one.x1, other.x1), max(one.y1, other.y1))  # fmt: skip
