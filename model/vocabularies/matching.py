"""Finding a vocabulary's words in a text: one walk over the text, whatever the size of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from model.finding import folded

# Chinese is written without spaces: each character is a word.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_WITHIN = re.compile(r"[\s\-‐‑–’',/()«»]{0,3}")
# A paragraph names its themes long before this.
LONGEST_TEXT = 20_000
# Abbreviations of so many letters count in capitals only: AIDS is no aids.
_SHORT = 6
# What is taken off the end of a folded word, step by step, so that plurals and cases meet; and in Arabic off
# its beginning: "and", "the", "for the".
_ENDINGS = {
    "en": (r"(?<=\w\w)ies$|(?<=\w\w)y$|(?<=[sxz])es$|(?<=[cs]h)es$|(?<=\w\w[^s])s$",),
    "fr": (r"(?<=\w\w)[sx]$", r"(?<=\w\w\w)e$"),
    "es": (r"(?<=\w\w)s$", r"(?<=\w\w\w)[eoa]$"),
    "ru": (
        r"(?<=\w\w\w)(?:ами|ями|ого|его|ому|ему|ыми|ими|иями|иях|ием|ии|ия|ию|ие|ов|ев|еи|ах|ях|ам|ям|ом|ем|ои|ых"
        r"|их|ую|юю|ая|яя|ое|ее|ые|ыи|ии|[аеиоуыюяь])$",
    ),
    "ar": (r"^(?:و|ف)?(?:ال|بال|كال|لل)(?=\w\w\w)|^و(?=\w\w\w\w)", r"(?<=\w\w\w)(?:ات|ون|ين|ة|ه|ية)$"),
}
_PATTERNS = {language: tuple(map(re.compile, steps)) for language, steps in _ENDINGS.items()}

# A word leads to the words that may follow it; under _END stand the codes that the words so far name.
_Branch = dict[str | None, Any]
_END = None


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    plain = folded(word)
    for pattern in _PATTERNS.get(language, ()):
        plain = pattern.sub("", plain, count=1)
    return plain


@lru_cache(maxsize=16)  # several vocabularies are looked for in a text, one after the other
def _read(text: str, language: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the words of a text stand, and their stems."""
    spots = [match.span() for match in _WORD.finditer(text, 0, min(len(text), LONGEST_TEXT))]
    return spots, [_stem(text[start:end], language) for start, end in spots]


class Matcher:
    """The words of one language, each with a code."""

    def __init__(self, terms: Iterable[tuple[str, str]], language: str) -> None:
        self._language = language.split("-")[0]
        self._root: _Branch = {}
        for words, code in terms:
            self._add(words, code)

    def _add(self, words: str, code: str) -> None:
        branch = self._root
        found = _WORD.findall(words)
        for word in found:
            branch = branch.setdefault(_stem(word, self._language), {})
        if found:
            capitals = len(words) <= _SHORT and words.isupper()
            ends: list[tuple[str, bool]] = branch.setdefault(_END, [])
            if (code, capitals) not in ends:
                ends.append((code, capitals))

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, code), in order; the longest words at each place, none within others."""
        spots, stems = _read(text, self._language)
        found: list[tuple[int, int, str]] = []
        place = 0
        while place < len(spots):
            if stems[place] not in self._root:
                place += 1  # as nearly all words
                continue
            last, codes = self._longest(text, spots, stems, place)
            found += [(spots[place][0], spots[last][1], code) for code in codes]
            place = last + 1
        return found

    def _longest(self, text: str, spots: list[tuple[int, int]], stems: list[str],
                 place: int) -> tuple[int, list[str]]:  # fmt: skip
        """The last word and the codes of the longest term that begins at a word; no codes where none does."""
        branch: _Branch | None = self._root.get(stems[place])
        start = spots[place][0]
        last, codes, at = place, [], place
        while branch is not None:
            ends = branch.get(_END, ())
            fitting = [code for code, capitals in ends if not capitals or text[start : start + 2].isupper()]
            if fitting:
                last, codes = at, fitting
            at += 1
            if at == len(spots) or not _WITHIN.fullmatch(text, spots[at - 1][1], spots[at][0]):
                break
            branch = branch.get(stems[at])
        return last, codes
