"""A text's words and where they stand: found once, for every rule that asks."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from sys import intern

# Offsets past this are not looked at: a paragraph says what it is long before.
LONGEST_TEXT = 20_000
# All words.
EVERY = slice(0, None)
# A word, or a character of Chinese, which has no spaces.
WORD = r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+"
# Digits are letters here: "M23" is a word.
_WORD = re.compile(r"([^\W_]+)")
_ASCII_WORD = re.compile(r"([0-9A-Za-z]+)")
_CJK = re.compile(r"([^\W_])")
# Vowel signs and the stroke that stretches an Arabic word are written or not, as is a Russian word's stress.
_SIGN = re.compile("[\u0301\u0640\u064b-\u0652\u0670]")
_SIGNED_WORD = re.compile(rf"((?:[^\W_]{_SIGN.pattern}*)+)")


class Words:
    """The words of a text in lower case; for Chinese, every character is one.

    `low` is the text in lower case; in it `words[i]`, without signs that may be left out, stands from
    `edges[2 * i]` to `edges[2 * i + 1]`. Offsets are code points. All words of a long report are held at
    once: each is one object wherever it stands, and the edges are plain numbers.
    """

    __slots__ = ("edges", "low", "words")

    def __init__(self, text: str, cjk: bool = False) -> None:
        self.low = low = lowered(text)
        signed = not (cjk or low.isascii()) and _SIGN.search(low) is not None
        finder = _CJK if cjk else _ASCII_WORD if low.isascii() else _SIGNED_WORD if signed else _WORD
        # splitting keeps what it splits at: words stand between what is none
        parts = finder.split(low[:LONGEST_TEXT])
        words = [_SIGN.sub("", word) for word in parts[1::2]] if signed else parts[1::2]
        self.words = list(map(intern, words))
        self.edges = array("I", accumulate(map(len, parts)))

    def spots(self, part: slice = EVERY) -> list[tuple[int, int]]:
        """Where the words of a part stand: (start, end) of each."""
        edges = self.edges[2 * part.start : None if part.stop is None else 2 * part.stop]
        return list(zip(edges[::2], edges[1::2], strict=False))

    def since(self, start: int) -> slice:
        """The words that begin at an offset or after it."""
        return slice((bisect_left(self.edges, start) + 1) // 2, len(self.words))

    def between(self, start: int, end: int) -> slice:
        """The words that begin between two offsets."""
        edges = self.edges
        return slice((bisect_left(edges, start) + 1) // 2, (bisect_left(edges, end) + 1) // 2)

    def within(self, start: int, end: int) -> slice:
        """The words that stand between two offsets as a whole."""
        edges = self.edges
        return slice((bisect_left(edges, start) + 1) // 2, bisect_right(edges, end) // 2)


def ends_in_colon(text: str) -> bool:
    """Whether a text leads to what follows it."""
    return text.rstrip().endswith((":", "："))


def ends_open(text: str) -> bool:
    """Whether a text goes on in what follows: it ends with a comma, a semicolon or a colon."""
    return text.rstrip().endswith((",", ";", ":", "،", "؛", "，", "；", "："))


def lowered(text: str) -> str:
    """The text in lower case with every character in its place; curly apostrophes are straight, hyphens
    the usual ones.
    """
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):
        low = "".join(c if len(d := c.lower()) != 1 else d for c in text)
    return low.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
