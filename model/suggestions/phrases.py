"""Finding many phrases in one pass over a text.

A language file lists thousands of phrases; trying each on every paragraph would cost more than reading the
PDF. Here each phrase waits under its first word, so a text is walked once, word by word, and only the few
phrases that begin with that word are tried, each a bounded match at one place: the time grows with the
number of words, whatever the text holds.

In a phrase, `/` separates alternatives of one word, a final `*` leaves a word's ending open, `~` stands for
up to three words, and a leading `^` asks for the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Words longer than this are no words (a barcode, a broken text layer); nothing begins there.
LONGEST_WORD = 40
# Offsets past this are not looked at: a paragraph says what it is long before.
LONGEST_TEXT = 20_000
_STEM = 4
_WORD = re.compile(r"[^\W_]+")
_CJK = re.compile(r"[^\W_]")
_GAP = r"(?:[^\s.;:]{1,40}[ \n]+){0,3}?"
_SPACE = r"[\s,]{1,3}"


class Hit(NamedTuple, Generic[T]):
    """A phrase found at `start` to `end`, and what the table holds for it."""

    start: int
    end: int
    value: T


class _Phrase(Generic[T]):
    """A phrase of a table. Its pattern is compiled when it is first tried: most never are."""

    __slots__ = ("_cjk", "_pattern", "_text", "at_start", "length", "second", "value")

    def __init__(self, text: str, value: T, at_start: bool, cjk: bool) -> None:
        self._text = text
        self._cjk = cjk
        self._pattern: re.Pattern[str] | None = None
        self.value = value
        self.at_start = at_start
        self.length = len(text) + at_start
        self.second = "" if cjk else _second(text)

    def match(self, low: str, start: int) -> re.Match[str] | None:
        if self._pattern is None:
            self._pattern = re.compile(_pattern(self._text, self._cjk))
        return self._pattern.match(low, start)


def _second(text: str) -> str:
    """The letters with which a phrase's second word may begin; empty where that cannot be told beforehand."""
    tokens = lowered(text).split()
    if len(tokens) < 2 or not all(form.rstrip("*").isalnum() for form in tokens[0].split("/")):
        return ""
    initials = [form[:1] for form in tokens[1].split("/")]
    return "".join(initials) if all(initial.isalnum() for initial in initials) else ""


def words(text: str, cjk: bool = False) -> list[tuple[int, int]]:
    """Where the words of a text stand; for Chinese, every character is one."""
    finder = _CJK if cjk else _WORD
    limit = min(len(text), LONGEST_TEXT)
    return [match.span() for match in finder.finditer(text, 0, limit)]


def lowered(text: str) -> str:
    """The text in lower case with every character in its place; curly apostrophes are straight."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(d := c.lower()) != 1 else d for c in text)
    return low.replace("’", "'").replace("\u2011", "-")


class Phrases(Generic[T]):
    """A table of phrases, each with a value."""

    def __init__(self, entries: Iterable[tuple[str, T]], cjk: bool = False) -> None:
        self._cjk = cjk
        self._exact: dict[str, list[_Phrase[T]]] = {}
        self._stems: dict[str, list[_Phrase[T]]] = {}
        for text, value in entries:
            self._add(text.strip(), value)
        for shelf in (self._exact, self._stems):
            for waiting in shelf.values():
                waiting.sort(key=_by_length)
        self._ahead = {word: _by_second(waiting) for word, waiting in self._exact.items()}

    def _add(self, text: str, value: T) -> None:
        at_start = text.startswith("^")
        phrase = _Phrase(text.lstrip("^ "), value, at_start, self._cjk)
        first = lowered(text.lstrip("^ ")).split()[0]
        for form in first.split("/"):
            stem = form.rstrip("*")
            head = _CJK.search(stem) if self._cjk else _WORD.search(stem)
            if head is None:
                raise ValueError(f"a phrase begins with no word: {text!r}")
            if form.endswith("*") and not self._cjk and len(head.group()) >= _STEM:
                self._stems.setdefault(head.group()[:_STEM], []).append(phrase)
            elif form.endswith("*") and not self._cjk:
                raise ValueError(f"an open word needs {_STEM} letters: {text!r}")
            else:
                self._exact.setdefault(head.group(), []).append(phrase)

    def firsts(self) -> tuple[Iterable[str], Iterable[str]]:
        """The words with which phrases begin, and the stems of those that begin with an open word."""
        return self._exact, self._stems

    def find(
        self, low: str, spots: list[tuple[int, int]], starts: frozenset[int] = frozenset()
    ) -> list[Hit[T]]:
        """All phrases in a lowered text, in order; of those that begin at one place the longest.

        `spots` are the text's words, `starts` the offsets where its sentences begin.
        """
        hits: list[Hit[T]] = []
        past = 0
        exact, stems = self._ahead, self._stems
        none: list[_Phrase[T]] = []
        for start, end in spots:
            if start < past or end - start > LONGEST_WORD:
                continue
            word = low[start:end]
            ahead = low[end + 1 : end + 2]
            begun = exact.get(word)
            if begun is None:
                waiting = none
            elif ahead.isalnum():
                waiting = begun.get(ahead) or begun[_OTHER]
            else:
                waiting = begun[_ANY]
            if stems and (more := stems.get(word[:_STEM])):
                waiting = [*waiting, *more]
            for phrase in waiting:
                if phrase.at_start and start not in starts:
                    continue
                match = phrase.match(low, start)
                if match is not None:
                    hits.append(Hit(start, match.end(), phrase.value))
                    past = match.end()
                    break
        return hits


class Bundle:
    """Several tables searched together: each word is looked up once for all of them."""

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._tables = tables
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        for index, table in enumerate(tables):
            exact, stems = table.firsts()
            for word in exact:
                self._exact.setdefault(word, []).append(index)
            for stem in stems:
                self._stems.setdefault(stem, []).append(index)

    def find(self, low: str, spots: list[tuple[int, int]], starts: frozenset[int]) -> list[list[Hit[Any]]]:
        """For each table its hits, as `Phrases.find` gives them."""
        waiting: list[list[tuple[int, int]]] = [[] for _ in self._tables]
        exact, stems = self._exact, self._stems
        for spot in spots:
            word = low[spot[0] : spot[1]]
            for index in exact.get(word, ()):
                waiting[index].append(spot)
            for index in stems.get(word[:_STEM], ()):
                if not waiting[index] or waiting[index][-1] is not spot:
                    waiting[index].append(spot)
        return [
            table.find(low, found, starts) if found else []
            for table, found in zip(self._tables, waiting, strict=True)
        ]


# Keys of a first word's phrases: all of them, and those whose second word may begin with any letter.
_ANY = ""
_OTHER = "*"


def _by_second(waiting: list[_Phrase[T]]) -> dict[str, list[_Phrase[T]]]:
    """A first word's phrases by the letter with which the next word begins, longest first."""
    initials = {letter for phrase in waiting for letter in phrase.second}
    shelves = {
        letter: [phrase for phrase in waiting if not phrase.second or letter in phrase.second]
        for letter in initials
    }
    shelves[_ANY] = waiting
    shelves[_OTHER] = [phrase for phrase in waiting if not phrase.second]
    return shelves


def _by_length(phrase: _Phrase[T]) -> int:
    return -phrase.length


def _pattern(text: str, cjk: bool) -> str:
    if cjk:
        return re.escape(lowered(text)).replace(re.escape("~"), r"[^\s。；：]{0,12}?")
    parts: list[str] = []
    for word in lowered(text).split():
        if word == "~":
            parts.append(_GAP)
            continue
        forms = "|".join(
            re.escape(form.rstrip("*")) + (r"\w{0,20}" if form.endswith("*") else "")
            for form in word.split("/")
        )
        parts.append(f"(?:{forms})")
    out = ""
    for index, part in enumerate(parts):
        out += part
        if part is not _GAP and index + 1 < len(parts):
            out += _SPACE
    return out + r"(?!\w)"
