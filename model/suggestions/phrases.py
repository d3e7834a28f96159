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
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from model.words import EVERY, Words, lowered

T = TypeVar("T")

# Words longer than this are no words (a barcode, a broken text layer); nothing begins there.
LONGEST_WORD = 40
# So many words are remembered with the phrases that begin with them.
_REMEMBERED = 50_000
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

    def __init__(self, text: str, value: T, cjk: bool) -> None:
        self._text = text.lstrip("^ ")
        self._cjk = cjk
        self.value = value
        self.at_start = text.startswith("^")
        self.length = len(self._text) + self.at_start
        tokens = lowered(self._text).split()
        self.heads = [_head(form, cjk) for form in tokens[0].split("/")]
        self.is_word = len(tokens) == 1 and not cjk and all(map(str.isalnum, tokens[0].split("/")))
        self.seconds = frozenset[str]() if cjk else _seconds(tokens)

    @cached_property
    def match(self) -> _Match | None:
        """What matches the phrase in a lowered text at an offset; None for a single word."""
        return None if self.is_word else re.compile(_pattern(self._text, self._cjk)).match


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


class Phrases(Generic[T]):
    """A table of phrases, each with a value."""

    def __init__(self, entries: Iterable[tuple[str, T]], cjk: bool = False) -> None:
        self.phrases = [_Phrase(text.strip(), value, cjk) for text, value in entries]

    @cached_property
    def _alone(self) -> Bundle:
        return Bundle(self)

    def find(self, words: Words, part: slice = EVERY, starts: frozenset[int] = frozenset()) -> list[Hit[T]]:
        """All phrases that begin in a part of a text's words, in order; of those that begin at one place the
        longest. `starts` are the offsets where the text's sentences begin.
        """
        return [hit for _, hit in self._alone.each(words, starts, part)]

    def each(
        self, words: Words, part: slice = EVERY, starts: frozenset[int] = frozenset()
    ) -> Iterator[Hit[T]]:
        """As `find`, one after the other: for those who want the first."""
        return (hit for _, hit in self._alone.each(words, starts, part))


class Bundle:
    """Several tables searched together: each word is looked up once for all of them."""

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._count = len(tables)
        self._shelves = _Shelves(tables)

    def find(self, words: Words, starts: frozenset[int]) -> list[list[Hit[Any]]]:
        """For each table its hits, as `Phrases.find` gives them."""
        hits: list[list[Hit[Any]]] = [[] for _ in range(self._count)]
        for table, hit in self.each(words, starts):
            hits[table].append(hit)
        return hits

    def each(
        self, words: Words, starts: frozenset[int], part: slice = EVERY
    ) -> Iterator[tuple[int, Hit[Any]]]:
        """The hits with their tables' numbers, in order."""
        past = [0] * self._count
        low, edges, texts = words.low, words.edges, words.words
        shelves = map(self._shelves.__getitem__, texts[part])
        last = len(texts) - 1
        for at, shelf in enumerate(shelves, part.start):
            if shelf is None:
                continue
            start, end = edges[2 * at], edges[2 * at + 1]
            for table, at_start, match, value in shelf[texts[at + 1][:_STEM] if at < last else _ANY]:
                if start < past[table] or (at_start and start not in starts):
                    continue
                if match is not None:
                    if (found := match(low, start)) is None:
                        continue
                    stop = found.end()
                elif low[end : end + 1] == "_":
                    continue
                else:
                    stop = end
                past[table] = stop
                yield table, Hit(start, stop, value)


# A phrase that waits under its first word, with the number of its table.
_Waiting = tuple[int, _Phrase[Any]]
_Match = Callable[[str, int], re.Match[str] | None]
# What is tried: a table's number, whether only at a beginning, what matches (None: a single word), the value.
_Trial = tuple[int, bool, _Match | None, Any]
# As the stem of a second word: there is none.
_ANY = ""


class _Shelves(dict[str, "_Shelf | None"]):
    """The phrases that a word begins: looked for when the word is first met, for most the shelf is empty."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        super().__init__()
        self._exact: dict[str, list[_Waiting]] = {}
        self._stems: dict[str, list[_Waiting]] = {}
        for index, table in enumerate(tables):
            for phrase in table.phrases:
                for head, is_open in phrase.heads:
                    heads = self._stems if is_open else self._exact
                    heads.setdefault(head, []).append((index, phrase))

    def __missing__(self, word: str) -> _Shelf | None:
        if len(self) == _REMEMBERED:
            self.clear()
        exact, stems = self._exact.get(word, ()), self._stems.get(word[:_STEM], ())
        begun = [*sorted(exact, key=_by_length), *sorted(stems, key=_by_length)]
        shelf = self[word] = _Shelf(begun) if begun and len(word) <= LONGEST_WORD else None
        return shelf


class _Shelf(dict[str, list[_Trial]]):
    """What is tried where one word begins phrases, by the stem of the word behind it, in order."""

    def __init__(self, begun: list[_Waiting]) -> None:
        super().__init__()
        self._begun = begun

    def __missing__(self, stem: str) -> list[_Trial]:
        trials = self[stem] = [
            (table, phrase.at_start, phrase.match, phrase.value)
            for table, phrase in self._begun
            if stem == _ANY or not phrase.seconds or stem in phrase.seconds
        ]
        return trials


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
