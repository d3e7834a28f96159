"""Finding a vocabulary's words in a text: one walk over the text, whatever the size of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, compress, count
from typing import Any

from model.folding import folded
from model.words import LONGEST_TEXT, WORD, Words

_WORD = re.compile(f"({WORD})")
_ASCII_WORD = re.compile(r"([0-9A-Za-z]+)")
_WITHIN = re.compile(r"[\s\-‐‑–’',/()«»]{0,3}")
# This many words are remembered with their stems.
_REMEMBERED = 50_000
# Abbreviations of this many letters count in capitals only: AIDS is not “aids”.
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
# Stands after the last word.
_NO_WORD = " "


class _Stems(dict[str, str]):
    """The stems of a language's words, each made when the word is first met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._endings = _PATTERNS.get(language, ())

    def __missing__(self, word: str) -> str:
        if len(self) == _REMEMBERED:
            self.clear()
        stem = folded(word)
        for pattern in self._endings:
            stem = pattern.sub("", stem, count=1)
        self[word] = stem
        return stem


@cache
def _stems(language: str) -> _Stems:
    return _Stems(language)


@lru_cache(maxsize=16)  # several vocabularies are looked for in a text, one after the other
def _read(text: str) -> tuple[list[str], list[int]]:
    """The words of a text, and where they stand, as `Words.edges`."""
    # splitting keeps what it splits at: words stand between what is none
    parts = (_ASCII_WORD if text.isascii() else _WORD).split(text[:LONGEST_TEXT])
    return parts[1::2], list(accumulate(map(len, parts)))


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
        stems = _stems(self._language)
        for word in found:
            branch = branch.setdefault(stems[word], {})
        if found:
            capitals = len(words) <= _SHORT and words.isupper()
            ends: list[tuple[str, bool]] = branch.setdefault(_END, [])
            if (code, capitals) not in ends:
                ends.append((code, capitals))

    def find(self, text: str, words: Words | None = None) -> list[tuple[int, int, str]]:
        """(start, end, code), in order; the longest words at each place, none within others.

        `words` are the text's, where they are known already; not for Chinese.
        """
        texts, edges = _read(text) if words is None else (words.words, words.edges)
        stems = [*map(_stems(self._language).__getitem__, texts), _NO_WORD]
        found: list[tuple[int, int, str]] = []
        free = 0
        for place in compress(count(), map(self._root.__contains__, stems)):
            branch = self._root[stems[place]]
            if place < free or (_END not in branch and stems[place + 1] not in branch):
                continue  # the usual case: common words begin terms
            last, codes = self._longest(text, stems, edges, place)
            span = edges[2 * place], edges[2 * last + 1]
            found += [(*span, code) for code in codes]
            free = last + 1
        return found

    def _longest(
        self, text: str, stems: list[str], edges: Sequence[int], place: int
    ) -> tuple[int, list[str]]:
        """The last word and the codes of the longest term that begins at a word; no codes where none does."""
        start = edges[2 * place]
        branch: _Branch | None = self._root[stems[place]]
        codes: list[str] = []
        last = at = place
        while branch is not None:
            if _END in branch:
                capitals = text[start : start + 2].isupper()
                fitting = [code for code, in_capitals in branch[_END] if capitals or not in_capitals]
                last, codes = (at, fitting) if fitting else (last, codes)
            at += 1
            branch = branch.get(stems[at])
            if branch is not None and not _WITHIN.fullmatch(text, edges[2 * at - 1], edges[2 * at]):
                break
        return last, codes
