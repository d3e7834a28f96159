"""A text's words and where they stand: found once, for every rule that asks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

# Offsets past this are not looked at: a paragraph says what it is long before.
LONGEST_TEXT = 20_000
# Digits are letters here: "M23" is a word.
_WORD = re.compile(r"([^\W_]+)")
_ASCII_WORD = re.compile(r"([0-9A-Za-z]+)")
_CJK = re.compile(r"([^\W_])")


class Words:
    """The words of a text in lower case; for Chinese, every character is one.

    `low` is the text in lower case, `words[i]` stands at `spots[i]` in it, (start, end) in code points.
    """

    __slots__ = ("_edges", "low", "spots", "words")

    def __init__(self, text: str, cjk: bool = False) -> None:
        self.low = low = lowered(text)
        finder = _CJK if cjk else _ASCII_WORD if low.isascii() else _WORD
        # splitting keeps what it splits at: words stand between what is none
        parts = finder.split(low[:LONGEST_TEXT])
        self.words = parts[1::2]
        self._edges = edges = list(accumulate(map(len, parts)))
        self.spots = list(zip(edges[::2], edges[1::2], strict=False))

    def since(self, start: int) -> slice:
        """The words that begin at an offset or behind it."""
        return slice((bisect_left(self._edges, start) + 1) // 2, len(self.words))

    def between(self, start: int, end: int) -> slice:
        """The words that begin between two offsets."""
        edges = self._edges
        return slice((bisect_left(edges, start) + 1) // 2, (bisect_left(edges, end) + 1) // 2)

    def within(self, start: int, end: int) -> slice:
        """The words that stand between two offsets as a whole."""
        edges = self._edges
        return slice((bisect_left(edges, start) + 1) // 2, bisect_right(edges, end) // 2)


def lowered(text: str) -> str:
    """The text in lower case with every character in its place; curly apostrophes are straight."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):
        low = "".join(c if len(d := c.lower()) != 1 else d for c in text)
    return low.replace("’", "'").replace("\u2011", "-")
