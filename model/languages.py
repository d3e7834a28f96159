"""Which of nine languages a text is written in, by its script and its commonest words: German, Italian,
Portuguese, and the six of the United Nations.

Function words are a fifth to a half of running text in the six languages with Latin letters, and few of them
are shared, so a line of prose is enough. No model, no network.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import resources

_DEFAULT = "en"
# A text's first characters say what it is written in.
_REACH = 400
# With fewer function words than this a text (a name, a symbol, a number) says nothing.
_ENOUGH = 4
# This many of them are of no other language.
_APART = 3
_WORD = re.compile(r"[^\W\d_]+")
_LETTER_BEYOND_ASCII = re.compile(r"[^\W\d\x00-\x7f]")
# ASCII's letters in lower case, spaces for all else.
_LOWERED = bytes(ord(chr(code).lower() if chr(code).isalpha() else " ") for code in range(128)) + b" " * 128
_SCRIPTS = {
    "arabic": r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "han": r"\u4e00-\u9fff",
    "kana": r"\u3040-\u30ff",
    "cyrillic": r"\u0400-\u04ff",
}
_ARABIC, _HAN, _KANA, _CYRILLIC = (re.compile(f"[{signs}]") for signs in _SCRIPTS.values())
_NOT_LATIN = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """The languages of which a word tells."""
    listed = tomllib.loads(resources.read_text("function-words.toml"))
    words = {language: frozenset(text.split()) for language, text in listed.items()}
    return {
        word: tuple(language for language, common in words.items() if word in common)
        for word in frozenset[str]().union(*words.values())
    }


def has_function_word(words: Iterable[str]) -> bool:
    """Whether any of these words (in small letters) only joins others, as "of" does, in some language."""
    return any(map(_telling().__contains__, words))


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; empty where too little of it is running text.

    Other languages come out as the nearest of them or empty ("ja" is told from "zh" by its kana).
    """
    return _told(text[:_REACH])


@lru_cache(maxsize=4096)  # a report's and each paragraph's language are asked for one after the other
def _told(text: str) -> str:
    if not text.isascii() and _NOT_LATIN.search(text) and (language := _by_script(text)):
        return language
    words = _words(text)
    if len(words) < _ENOUGH:
        return ""  # as of most cells and headings
    told = Counter(filter(None, map(_telling().get, words)))
    counts: dict[str, int] = {}
    for of, count in told.items():
        for one in of:
            counts[one] = counts.get(one, 0) + count
    best = max(counts, key=counts.__getitem__, default="")
    if counts.get(best, 0) < _ENOUGH:
        return ""
    return best if all(_is_apart(best, other, counts, told) for other in counts if other != best) else ""


def _is_apart(best: str, other: str, counts: dict[str, int], told: dict[tuple[str, ...], int]) -> bool:
    """Whether far more words tell of one language alone than of another alone: what both have tells neither
    from the other.
    """
    more = counts[best] - counts[other]
    if more >= max(_APART, counts[other]):
        return True
    against = counts[other] - sum(count for of, count in told.items() if best in of and other in of)
    return more + against >= max(_APART, 2 * against)


def _words(text: str) -> list[str]:
    """The words of a text in lower case. A table parts those in ASCII in half the time of a pattern."""
    if text.isascii() or not _LETTER_BEYOND_ASCII.search(text):
        return text.encode("ascii", "replace").translate(_LOWERED).decode().split()
    return _WORD.findall(text.lower())


def _by_script(text: str) -> str:
    """The language that most of the letters tell; empty if they are Latin."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return ""
    if len(_ARABIC.findall(text)) * 2 > letters:
        return "ar"
    kana = len(_KANA.findall(text))
    if (len(_HAN.findall(text)) + kana) * 3 > letters:
        return "ja" if kana * 10 > letters else "zh"
    return "ru" if len(_CYRILLIC.findall(text)) * 2 > letters else ""


def language_of_all(texts: Iterable[str]) -> str:
    """The language in which most of a document's letters are written; English where none says.

    Texts too short to tell by themselves, such as a list's, tell together.
    """
    weights: dict[str, int] = {}
    short = ""
    for text in texts:
        language = language_of(text)
        if not language:
            short = " ".join([short, *_words(text[:_REACH])])  # no dots that lead to a page
            if len(short) < _REACH:
                continue
            text, short = short, ""
            language = language_of(text)
        if language:
            weights[language] = weights.get(language, 0) + min(len(text), _REACH) * _DENSITY.get(language, 1)
    if not weights:
        return language_of(short) or _DEFAULT
    return max(weights, key=lambda language: weights[language])


# A Chinese character says about as much as three letters.
_DENSITY = {"zh": 3, "ja": 2}
