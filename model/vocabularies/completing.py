"""Finding a vocabulary's concepts by the first letters of their words, as somebody types."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from heapq import nsmallest

from model.folding import folded
from model.words import WORD

_WORD = re.compile(WORD)
# This many terms are looked at for an answer: of a single letter there may be thousands.
_MOST = 2_000
# Terms that begin with the same letters stand together.
_SHELF = 2
# Greater than every letter: after all that begin alike.
_LAST = "\U0010ffff"


class Index:
    """Every term under each of its words. Terms are (place of the concept, language, words)."""

    def __init__(self, terms: Iterable[tuple[int, str, str]]) -> None:
        # Plain numbers and texts, no tuples: the garbage collector has nothing to look through.
        self._places: list[int] = []
        self._languages: list[str] = []
        self._words: list[str] = []
        for place, language, words in terms:
            self._places.append(place)
            self._languages.append(language)
            self._words.append(words)
        self._plain = [folded(words) for words in self._words]
        # Sorted in shelves: while a list is sorted, every other thread stands still.
        shelves: dict[str, list[tuple[str, int]]] = {}
        for number, plain in enumerate(self._plain):
            for match in _WORD.finditer(plain):
                key = plain[match.start() :]
                shelves.setdefault(key[:_SHELF], []).append((key, number * 2 + (match.start() > 0)))
        self._keys: list[str] = []
        self._of: list[int] = []  # twice a term's number, and one more for words inside it
        for begun in sorted(shelves):
            shelf = sorted(shelves.pop(begun))
            self._keys += [key for key, _ in shelf]
            self._of += [of for _, of in shelf]

    def find(self, typed: str, limit: int) -> list[tuple[int, str, str]]:
        """The terms in which each typed word begins a word, of each concept the best: those that begin like
        this first, then the shorter."""
        wanted = folded(typed).split()
        if not wanted:
            return []
        whole = " ".join(wanted)
        longest = max(wanted, key=len)
        low = bisect_left(self._keys, longest)
        high = min(bisect_left(self._keys, longest + _LAST), low + _MOST)
        ranked = [
            (not self._plain[of // 2].startswith(whole), of % 2, len(self._plain[of // 2]), of // 2)
            for of in self._of[low:high]
            if self._has(of // 2, wanted)
        ]
        best: dict[int, int] = {}
        # A concept may be found by several of its terms; six languages with two each are a dozen.
        for _, _, _, number in nsmallest(limit * 12, ranked):
            best.setdefault(self._places[number], number)
        chosen = list(best.items())[:limit]
        return [(place, self._languages[number], self._words[number]) for place, number in chosen]

    def _has(self, number: int, wanted: list[str]) -> bool:
        if len(wanted) == 1:
            return True
        begun = f" {self._plain[number]}"
        return all(f" {word}" in begun for word in wanted)
