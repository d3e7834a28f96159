"""Finding many phrases in one pass over a text.

A language file lists thousands of phrases; trying each on every paragraph would cost more than reading the
PDF. Here each phrase waits under its first word, so a text is walked once, word by word, and only the few
phrases that begin with that word are tried, each a bounded match at one place: the time grows with the
number of words, whatever the text holds. Most phrases are plain words and are compared with the text's
words; the others have a pattern, compiled when it is first tried: most never are.

In a phrase, `/` separates alternatives of one word, a final `*` leaves a word's ending open, `~` stands for
up to three words, and a leading `^` asks for the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import compress, count
from typing import Any, Generic, NamedTuple, TypeVar

from model.labels import Span
from model.words import EVERY, Words, lowered

T = TypeVar("T")

# So many words are remembered with whether they begin a phrase.
_REMEMBERED = 50_000
_STEM = 4
_WORD = re.compile(r"[^\W_]+")
# What joins words and their forms.
_JOINTS = str.maketrans("", "", " /")
_CJK = re.compile(r"[^\W_]")
_GAP = r"(?:[^\s.;:]{1,40}[ \n]+){0,3}?"
# Words with which an article is written as one are two: "l'indagine".
_SPACE = r"[\s,']{1,3}"
_BETWEEN = re.compile(_SPACE)


class Hit(NamedTuple, Generic[T]):
    """A phrase found at `start` to `end`, and what the table holds for it."""

    start: int
    end: int
    value: T

    @property
    def span(self) -> Span:
        """Its words, as evidence."""
        return Span(self.start, self.end)

    def meets(self, other: Hit[Any]) -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


# From its values in order, as most are made here.
_hit = partial(tuple.__new__, Hit)
# Where a phrase ends that begins at a word, given by its number; 0 if it is not there.
_Match = Callable[[Words, int], int]


class _Phrase(Generic[T]):
    """A phrase of a table.

    `heads` are the words that it begins with, each with whether it is an open one's stem.
    """

    def __init__(self, text: str, value: T, cjk: bool) -> None:
        self._text = lowered(text.lstrip("^ "))
        self._cjk = cjk
        self._tokens = self._text.split()
        self.value = value
        self.at_start = text.startswith("^")
        # of its forms the longest counts, not how many it has
        self.length = sum(1 + max(map(len, token.split("/"))) for token in self._tokens) + self.at_start
        self.heads = [_head(form, cjk) for form in self._tokens[0].split("/")]

    @cached_property
    def seconds(self) -> frozenset[str]:
        """The forms of its second word; empty if there is none or they cannot be told beforehand."""
        return frozenset() if self._cjk else _seconds(self._tokens)

    @cached_property
    def is_plain(self) -> bool:
        """Whether it consists of words only, which need no pattern."""
        return "~" not in self._text if self._cjk else self._text.translate(_JOINTS).isalnum()

    @cached_property
    def match(self) -> _Match | None:
        """What matches the phrase; None for a single word."""
        if not self.is_plain:
            return partial(_patterned, self)
        if self._cjk:
            return partial(_literal, self._text)
        behind = [frozenset(token.split("/")) for token in self._tokens[1:]]
        return partial(_plain, behind) if behind else None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a regular expression, for lowered texts."""
        return re.compile(_pattern(self._text, self._cjk))

    @cached_property
    def needs(self) -> frozenset[str]:
        """A text without any of these words cannot have the phrase: the forms of one of its words after the
        first, of the one that is probably rarest, because none of them is short. Empty if none has forms that
        are known in full."""
        if self._cjk or self.is_plain:
            return frozenset()
        further = [forms for token in self._tokens[1:] if all(map(str.isalnum, forms := token.split("/")))]
        return frozenset(max(further, key=lambda forms: min(map(len, forms)), default=()))


def _literal(text: str, words: Words, at: int) -> int:
    start = words.edges[2 * at]
    return start + len(text) if words.low.startswith(text, start) else 0


def _patterned(phrase: _Phrase[Any], words: Words, at: int) -> int:
    found = phrase.pattern.match(words.low, words.edges[2 * at])
    return found.end() if found is not None else 0


def _plain(behind: Sequence[frozenset[str]], words: Words, at: int) -> int:
    """Where the words that a phrase has after its first one end."""
    texts, last = words.words, at + len(behind)
    if last >= len(texts) or texts[last] not in behind[-1]:
        return 0  # the usual case: common words are at a phrase's beginning
    if not all(map(frozenset.__contains__, behind, texts[at + 1 : last])):
        return 0
    low, edges = words.low, words.edges[2 * at + 1 : 2 * last + 2]
    gaps = zip(edges[:-1:2], edges[1::2], strict=True)
    apart = all(_BETWEEN.fullmatch(low, start, end) for start, end in gaps)
    return edges[-1] if apart and not low.startswith("_", edges[-1]) else 0


def _head(form: str, cjk: bool) -> tuple[str, bool]:
    """The word with which a form begins, and whether it is the stem of an open one."""
    if form.isalnum() and not cjk:
        return form, False
    head = (_CJK if cjk else _WORD).search(form.rstrip("*"))
    if head is None:
        raise ValueError(f"a phrase begins with no word: {form!r}")
    if not form.endswith("*") or cjk:
        return head[0], False
    if len(head[0]) < _STEM:
        raise ValueError(f"an open word needs {_STEM} letters: {form!r}")
    return head[0][:_STEM], True


def _seconds(tokens: list[str]) -> frozenset[str]:
    """The forms of a phrase's second word; empty if they cannot be told beforehand."""
    if len(tokens) < 2 or not all(form.rstrip("*").isalnum() for form in tokens[0].split("/")):
        return frozenset()
    found = [_WORD.match(form) for form in tokens[1].split("/")]
    words = frozenset([word[0] for word in found if word is not None])
    return words if len(words) == len(found) and "*" not in tokens[1] else frozenset()


class Phrases(Generic[T]):
    """A table of phrases, each with a value."""

    def __init__(self, entries: Iterable[tuple[str, T]], cjk: bool = False) -> None:
        self._entries = list(entries)
        self._cjk = cjk

    @cached_property
    def phrases(self) -> list[_Phrase[T]]:
        return [_Phrase(text.strip(), value, self._cjk) for text, value in self._entries]

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
        """Like `find`, but one hit after the other, for callers that need only the first."""
        return (hit for _, hit in self._alone.each(words, starts, part))


class Bundle:
    """Several tables searched together: each word is looked up once for all of them."""

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._count = len(tables)
        waiting = _Waiting(tables)
        self._begins = waiting.begins
        self._opening, self._within = _Shelves(waiting, True), _Shelves(waiting, False)

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
        opening, within, last = self._opening, self._within, len(texts) - 1
        known = frozenset[str]()  # the words, each once, if they are asked for
        for at in compress(count(part.start), map(self._begins, texts[part])):
            start = edges[2 * at]
            others, by_second = (opening if start in starts else within)[texts[at]]
            trials = by_second.get(texts[at + 1], others) if at < last else others
            for table, needs, match, value in trials:  # none after most words that phrases begin with
                if start < past[table]:
                    continue
                if needs and needs.isdisjoint(known := known or frozenset(texts)):
                    continue
                if match is not None:
                    stop = match(words, at)
                else:
                    stop = 0 if low.startswith("_", edges[2 * at + 1]) else edges[2 * at + 1]
                if stop:
                    past[table] = stop
                    yield table, _hit((start, stop, value))


# A phrase with the number of its table.
_Numbered = tuple[int, _Phrase[Any]]
# What is tried: a table's number, words of which the text must hold one (empty: none is known), what matches
# (None: a single word), the value.
_Trial = tuple[int, frozenset[str], _Match | None, Any]
# What is tried where one word begins phrases, in order: before any word, and before those that some ask for.
_Shelf = tuple[list[_Trial], dict[str, list[_Trial]]]


class _Waiting:
    """Phrases by the words that they begin with, or by the stems of these words."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        self._exact: dict[str, list[_Numbered]] = {}
        self._stems: dict[str, list[_Numbered]] = {}
        for index, table in enumerate(tables):
            for phrase in table.phrases:
                for head, is_open in phrase.heads:
                    heads = self._stems if is_open else self._exact
                    heads.setdefault(head, []).append((index, phrase))

    @property
    def begins(self) -> Callable[[str], bool]:
        """Tells whether a word begins a phrase."""
        return _Begins(self._exact, self._stems).__getitem__ if self._stems else self._exact.__contains__

    def under(self, word: str) -> list[_Numbered]:
        """The phrases that a word begins, in the order in which they are tried."""
        exact, stems = self._exact.get(word, ()), self._stems.get(word[:_STEM], ())
        return [*sorted(exact, key=_by_length), *sorted(stems, key=_by_length)]


class _Shelves(dict[str, _Shelf]):
    """The phrases that a word begins, sorted when the word is first met: at the beginning of a sentence
    (`opening`), or elsewhere, where those with `^` are left out."""

    def __init__(self, waiting: _Waiting, opening: bool) -> None:
        super().__init__()
        self._waiting, self._opening = waiting, opening

    def __missing__(self, word: str) -> _Shelf:
        begun = [one for one in self._waiting.under(word) if self._opening or not one[1].at_start]
        others: list[_Trial] = []
        by_second: dict[str, list[_Trial]] = {second: [] for _, phrase in begun for second in phrase.seconds}
        for table, phrase in begun:
            trial = table, phrase.needs, phrase.match, phrase.value
            for second in phrase.seconds or by_second:
                by_second[second].append(trial)
            if not phrase.seconds:
                others.append(trial)
        self[word] = others, by_second
        return others, by_second


class _Begins(dict[str, bool]):
    """Whether words begin a phrase, where some begin with a stem."""

    def __init__(self, exact: Collection[str], stems: Collection[str]) -> None:
        super().__init__()
        self._exact = exact
        self._stems = stems

    def __missing__(self, word: str) -> bool:
        if len(self) == _REMEMBERED:
            self.clear()
        begins = self[word] = word in self._exact or word[:_STEM] in self._stems
        return begins


def _by_length(numbered: _Numbered) -> int:
    return -numbered[1].length


def _pattern(text: str, cjk: bool) -> str:
    if cjk:
        return re.escape(text).replace(re.escape("~"), r"[^\s。；：]{0,12}?")
    parts: list[str] = []
    for word in text.split():
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
