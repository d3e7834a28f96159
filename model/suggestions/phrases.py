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
from functools import cached_property
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
    """A phrase of a table. Its pattern is compiled when it is first tried: most never are.

    `heads` are the words that it begins with, each with whether it is an open one's stem; `seconds` how its
    second word begins, empty where there is none or that cannot be told beforehand.
    """

    __slots__ = ("_cjk", "_pattern", "_text", "at_start", "heads", "is_word", "length", "seconds", "value")

    def __init__(self, text: str, value: T, cjk: bool) -> None:
        self._text = text.lstrip("^ ")
        self._cjk = cjk
        self._pattern: re.Pattern[str] | None = None
        self.value = value
        self.at_start = text.startswith("^")
        self.length = len(self._text) + self.at_start
        tokens = lowered(self._text).split()
        self.heads = [_head(form, cjk) for form in tokens[0].split("/")]
        self.is_word = len(tokens) == 1 and not cjk and all(map(str.isalnum, tokens[0].split("/")))
        self.seconds = frozenset[str]() if cjk else _seconds(tokens)

    def match(self, low: str, start: int) -> re.Match[str] | None:
        if self._pattern is None:
            self._pattern = re.compile(_pattern(self._text, self._cjk))
        return self._pattern.match(low, start)


def _head(form: str, cjk: bool) -> tuple[str, bool]:
    """The word with which a form begins, and whether it is the stem of an open one."""
    head = (_CJK if cjk else _WORD).search(form.rstrip("*"))
    if head is None:
        raise ValueError(f"a phrase begins with no word: {form!r}")
    if not form.endswith("*") or cjk:
        return head[0], False
    if len(head[0]) < _STEM:
        raise ValueError(f"an open word needs {_STEM} letters: {form!r}")
    return head[0][:_STEM], True


def _seconds(tokens: list[str]) -> frozenset[str]:
    """The stems of a phrase's second word; empty where they cannot be told beforehand."""
    if len(tokens) < 2 or not all(form.rstrip("*").isalnum() for form in tokens[0].split("/")):
        return frozenset()
    stems = set()
    for form in tokens[1].split("/"):
        word = _WORD.match(form)
        if word is None or (form[word.end() :] == "*" and word.end() < _STEM):
            return frozenset()
        stems.add(word[0][:_STEM])
    return frozenset(stems)


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
        self.phrases = [_Phrase(text.strip(), value, cjk) for text, value in entries]

    @cached_property
    def _alone(self) -> Bundle:
        return Bundle(self)

    def find(
        self, low: str, spots: list[tuple[int, int]], starts: frozenset[int] = frozenset()
    ) -> list[Hit[T]]:
        """All phrases in a lowered text, in order; of those that begin at one place the longest.

        `spots` are words of the text that follow one another, `starts` the offsets where its sentences begin.
        """
        return self._alone.find(low, spots, starts)[0]


class Bundle:
    """Several tables searched together: each word is looked up once for all of them."""

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._count = len(tables)
        exact: dict[str, list[_Waiting]] = {}
        stems: dict[str, list[_Waiting]] = {}
        for index, table in enumerate(tables):
            for phrase in table.phrases:
                for head, is_open in phrase.heads:
                    (stems if is_open else exact).setdefault(head, []).append((index, phrase))
        self._exact = {word: _shelf(waiting) for word, waiting in exact.items()}
        self._stems = {stem: _shelf(waiting) for stem, waiting in stems.items()}

    def find(self, low: str, spots: list[tuple[int, int]], starts: frozenset[int]) -> list[list[Hit[Any]]]:
        """For each table its hits, as `Phrases.find` gives them."""
        hits: list[list[Hit[Any]]] = [[] for _ in range(self._count)]
        past = [0] * self._count
        exact, stems = self._exact, self._stems
        texts = [low[start:end] for start, end in spots]
        begins = [at for at, word in enumerate(texts) if word in exact or word[:_STEM] in stems]
        texts.append(_ANY)
        for at in begins:
            start, end = spots[at]
            if end - start > LONGEST_WORD:
                continue
            word, second = texts[at], texts[at + 1][:_STEM]
            begun, open_ = exact.get(word), stems.get(word[:_STEM])
            for shelf in (begun, open_):
                if shelf is None:
                    continue
                for table, phrase in shelf.get(second) or shelf[_OTHER]:
                    if start < past[table] or (phrase.at_start and start not in starts):
                        continue
                    stop = _end(phrase, low, start, end)
                    if stop:
                        hits[table].append(Hit(start, stop, phrase.value))
                        past[table] = stop
        return hits


# A phrase that waits under its first word, with the number of its table.
_Waiting = tuple[int, _Phrase[Any]]
# Keys of a first word's phrases: all of them, and those whose second word may be any.
_ANY = ""
_OTHER = "*"


def _shelf(waiting: list[_Waiting]) -> dict[str, list[_Waiting]]:
    """A first word's phrases by the stem of the next word, longest first."""
    waiting = sorted(waiting, key=_by_length)
    shelves = {
        stem: [one for one in waiting if not one[1].seconds or stem in one[1].seconds]
        for stem in {stem for _, phrase in waiting for stem in phrase.seconds}
    }
    shelves[_ANY] = waiting
    shelves[_OTHER] = [one for one in waiting if not one[1].seconds]
    return shelves


def _end(phrase: _Phrase[Any], low: str, start: int, end: int) -> int:
    """Where a phrase ends that begins with the word between two offsets; 0 where it does not stand there."""
    if phrase.is_word:
        return end if low[end : end + 1] != "_" else 0
    match = phrase.match(low, start)
    return match.end() if match is not None else 0


def _by_length(waiting: _Waiting) -> int:
    return -waiting[1].length


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
